import MemberBook
import Programme
import Quantities
import Reporting

/// `assume margin[(PART)] = 38% [because "…"]`
struct Assume: Command {
  var statement = Statement()
  var because: Quoted?

  /// `margin(连衣裙) = 55%..60%`.
  struct Statement: Phrased {
    var subject = Reference("")
    var part: Reference?
    var value: Spread<Percent>?

    static var form: Message { "margin = 38%" }

    init() {}

    init(from reader: inout PhraseReader) throws(Diagnostic) {
      subject = try Reference(from: &reader)
      if reader.accept(.open) {
        part = try Reference(from: &reader)
        try reader.expect(.close)
      }
      try reader.expect(.equal)
      value = try Spread(from: &reader)
    }

    func text(in notation: Notation) -> String { subject.text }
  }

  static let syntax = Syntax<Assume>(
    "assume", "Says what is not in the data, as a value or a range, and where it comes from",
    [
      .argument("NAME = VALUE", \.statement, "margin, or margin(CATEGORY or STORE)", .words(["margin"])),
      .clause("because", "\"SOURCE\"", \.because, "Where it comes from"),
    ],
    examples: ["assume margin = 38% because \"2025 management accounts\"", "assume margin(连衣裙) = 50%..60%"])

  func run(in session: inout Session) throws -> Answer {
    guard let subject = Assumption.Subject(rawValue: statement.subject.text) else {
      throw Diagnostic(
        ShellProblem.noSuch(
          kind: "assumption", statement.subject.text, names: Assumption.Subject.allCases.map(\.rawValue),
          list: "what can be assumed: " + Assumption.Subject.allCases.map(\.rawValue).joined(separator: ", ")),
        at: statement.subject.span)
    }
    guard let value = statement.value else { return .nothing }
    if let part = statement.part, let book = session.dataset?.book {
      let isCategory = book.categories.code(of: part.text) != nil
      let isStore = book.stores.code(of: part.text) != nil
      if isCategory && isStore {
        throw Diagnostic(ShellProblem.ambiguousName(part.text, meanings: ["category", "store"]), at: part.span)
      }
      guard isCategory || isStore else {
        throw Diagnostic(
          ShellProblem.noSuch(
            kind: "category or store", part.text, names: book.categories.names + book.stores.names,
            list: "the data have others."), at: part.span)
      }
    }
    let assumption = Assumption(subject, of: statement.part?.text, value, because: because?.text)
    session.programme.assumptions.removeAll { $0.title == assumption.title }
    session.programme.assumptions.append(assumption)
    return .done("assumed: \(assumption.title) = \(value.text(in: session.notation))")
  }
}

/// `show assumptions`
struct ShowAssumptions: Command {
  static let syntax = Syntax<ShowAssumptions>(
    "show assumptions", "Everything that is not computed from the data, with its source",
    examples: [Example("assume margin = 38% because \"2025 management accounts\"\nshow assumptions", shown: 6)])

  func run(in session: inout Session) throws -> Answer {
    var report = Report(verb: "show")
    var table = Table(
      "assumptions",
      columns: [Table.Column("assumption"), Table.Column("value"), Table.Column("source", wraps: true)])
    table.rows = session.programme.assumptions.map {
      [.text($0.title), .text($0.value.text(in: session.notation)), .text($0.because ?? "assumed, no source given")]
    }
    report.tables = [table]
    if table.rows.isEmpty { report.notes = ["nothing is assumed; such as: assume margin = 38% because \"accounts\""] }
    return .report(report)
  }
}
