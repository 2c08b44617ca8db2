import Analysis
import Files
import Messages
import PlanLanguage
import Programme
import Quantities

/// The script that makes a session again: settings, loads, merges, variables, definitions, choices and assumptions, in an
/// order in which each finds what it needs.
struct SavedSession {
  private let session: Session
  /// What the script defines: the session's, with files that are not found from its folder named in full.
  private(set) var programme: Programme
  /// The folder of the script, for naming files beside it.
  private let folder: String
  private(set) var lines: [String] = []
  /// What the reader must know: what cannot be written.
  private(set) var notes: [Message] = []

  init(_ session: Session, for path: String) {
    self.session = session
    programme = session.programme
    programme.tags = programme.tags.inOrder
    programme.segments = programme.segments.inOrder
    folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    for (place, event) in programme.events.enumerated() {
      guard case .list(let file) = event.audience else { continue }
      let found = self.path(
        canonicalPath(session.analyst.files.reading(Quoted(file.path, at: file.span))), typed: file.path)
      programme.events[place].audience = .list(ListFile(path: found, span: file.span))
    }
    for (place, benefit) in programme.benefits.enumerated() {
      guard case .list(let file)? = benefit.members else { continue }
      let found = self.path(
        canonicalPath(session.analyst.files.reading(Quoted(file.path, at: file.span))), typed: file.path)
      programme.benefits[place].members = .list(ListFile(path: found, span: file.span))
    }
    lines.append("# \(SavedSession.title.text(in: session.settings.language))")
    settings()
    dataStart = lines.count
    loads()
    merges()
    careNotes()
    dataEnd = lines.count
    variables()
    definitions()
  }

  /// Without what reads data.
  var definitionsOnly: String { (lines.prefix(dataStart) + lines.dropFirst(dataEnd)).joined(separator: "\n") }
  private var dataStart = 0
  private var dataEnd = 0

  private static let title = Message(
    "A session of vipsh: run this script, or `include` it, to have it again.",
    zh: "vipsh 的一次会话：运行或 `include` 这个脚本，即可恢复。")

  var text: String { lines.joined(separator: "\n") + "\n" }

  private mutating func section(_ more: [String]) {
    guard !more.isEmpty else { return }
    lines += [""] + more
  }

  private func setting(_ field: Field<Settings>, of settings: Settings) -> String {
    "set \(field.name) = \(field.text(of: settings, in: session.notation) ?? "")"
  }

  private mutating func settings() {
    let fresh = Settings()
    section(
      Settings.fields.filter { field in
        let text = field.text(of: session.settings, in: session.notation)
        return text != nil && text != field.text(of: fresh, in: session.notation)
      }.map { setting($0, of: session.settings) })
  }

  private mutating func loads() {
    var written: [String] = []
    var current = session.settings
    func change(to settings: Settings) {
      for field in Settings.fields {
        let text = field.text(of: settings, in: session.notation)
        // A setting cannot be unset, so a load without one keeps what the session has now.
        guard let text, text != field.text(of: current, in: session.notation) else { continue }
        written.append("set \(field.name) = \(text)")
      }
      current = settings
    }
    for load in session.inputs.loads {
      var settings = session.settings
      settings.tax = load.tax
      settings.analysis.today = load.today ?? settings.analysis.today
      change(to: settings)
      let text = load.text(path: path(of: load))
      let bare = withoutSecrets(text)
      if bare != text {
        notes.append(
          Message("a password is left out: put it in where the script has ***", zh: "密码没有写入：请填在脚本中 *** 的地方"))
      }
      written += bare.split(separator: "\n").map(String.init)
    }
    change(to: session.settings)
    section(written)
  }

  /// As it was typed where that names the same file from the script's folder too, else in full.
  private func path(of load: LoadedWith) -> String? {
    guard let path = load.path, let typed = load.typedPath else { return nil }
    return self.path(path, typed: typed)
  }

  private func path(_ path: String, typed: String) -> String {
    if typed.hasPrefix("/") { return typed }
    let beside = canonicalPath(folder + typed)
    return beside == path || (beside == folder + typed && canonicalPath(typed) == path) ? typed : path
  }

  private mutating func merges() {
    section(
      session.renames.sorted { $0.key < $1.key }.map {
        "merge members \(spelled(id: $0.value)) \(spelled(id: $0.key))"
      })
  }

  /// They name members, so they stand with what reads data.
  private mutating func careNotes() {
    section(
      session.careNotes.map { "note member \(spelled(id: $0.member)) \(quoted($0.text)) on \($0.day)" })
  }

  private mutating func variables() {
    section(session.variables.sorted { $0.key < $1.key }.map { "let \($0.key) = \($0.value.asValue)" })
  }

  private mutating func definitions() {
    for kind in Programme.kinds {
      for name in kind.names(in: programme) { section(kind.text(of: name, in: programme, session.notation) ?? []) }
    }
    section(
      [
        programme.chosenLadder.map { "use ladder \(spelled(name: $0))" },
        programme.chosenPoints.map { "use points \(spelled(name: $0))" },
      ].compactMap(\.self))
    section(
      programme.assumptions.map { assumption in
        "assume \(assumption.title) = \(assumption.value.text(in: session.notation))"
          + (assumption.because.map { " because \(quoted($0))" } ?? "")
      })
    var left = programme.scenarios
    var known: Set<String> = [Scenario.baseline]
    // A parent before its children; the order of definition else.
    while let index = left.firstIndex(where: { known.contains($0.parent) }) {
      let scenario = left.remove(at: index)
      known.insert(scenario.name)
      section(SavedSession.text(of: scenario))
    }
  }

  private static func text(of scenario: Scenario) -> [String] {
    let head = "scenario \(spelled(name: scenario.name)) from \(spelled(name: scenario.parent)) {"
    let changes = scenario.assignments.map { change in
      "\(change.pathText) = \(Printer.text(of: change.value.tokens))"
        + (change.during.map { " during \(Printer.text(of: $0.tokens))" } ?? "")
    }
    return changes.isEmpty ? [head + " }"] : [head] + changes.map { "  " + $0 } + ["}"]
  }
}

extension [Token] {
  /// As `let` reads it: a fraction that no decimal stands for as a division.
  fileprivate var asValue: String {
    // There is no literal for what holds and what does not.
    if count == 1, case .word(let truth)? = first?.kind { return truth == "true" ? "1 = 1" : "1 = 0" }
    guard case .number(let number)? = last?.kind, count <= 2, number.text.hasSuffix("…" + (number.unit?.suffix ?? ""))
    else { return plain }
    let whole = Number(Ratio(number.value.numerator), number.unit).text
    return (count == 2 ? "-" : "") + whole + " / " + grouped(number.value.denominator)
  }

  private var plain: String {
    first?.kind == .mark(.minus) ? map(\.kind.text).joined() : map(\.kind.text).joined(separator: count == 3 ? "" : " ")
  }
}
