import Analysis
import Files
import PlanLanguage
import Quantities

/// A statement that loaded data, and what else its result depends on.
struct LoadedWith: Sendable {
  /// Its variables put in.
  let statement: Statement
  /// The file, by its one name; nil for a database behind a driver and for the demo store.
  let path: String?
  let tax: TaxSetting
  let today: Day?
  /// Whether it took the place of everything that was loaded, as the demo store does.
  let isWhole: Bool

  /// Whether it added to what was there: `load more purchases`.
  var isMore: Bool { statement.phrase.tokens.first?.kind == .word("more") }
  /// `purchases`, `members` or `actions`, of a load of one table.
  var topic: String { statement.phrase.tokens.dropFirst(isMore ? 1 : 0).first?.kind.text ?? "" }

  /// The file as the statement names it.
  var typedPath: String? {
    guard let place = pathIndex, case .text(let text) = statement.phrase.tokens[place].kind else { return nil }
    return text
  }

  private var pathIndex: Int? {
    statement.phrase.tokens.firstIndex { $0.kind == .word("from") }.map { $0 + 1 }.flatMap {
      statement.phrase.tokens.indices.contains($0) ? $0 : nil
    }
  }

  /// The statement as it is written, with `path` for its file.
  func text(path: String?) -> String {
    var copy = statement
    if let path, let place = pathIndex {
      copy.phrase.tokens[place] = Token(.text(path), copy.phrase.tokens[place].span)
    }
    return Printer.text(of: copy)
  }
}

extension Inputs {
  /// Keeps a statement that loaded data, in place of those whose data it replaced.
  mutating func remember(loadedBy statement: Statement, _ effect: CommandEffect, in session: Session) {
    guard case .data(let isWhole, let exception, _) = effect else { return }
    if let exception, statement.phrase.tokens.contains(where: { $0.kind == .word(exception) }) { return }
    var path: String?
    if let place = statement.phrase.tokens.firstIndex(where: { $0.kind == .word("from") }),
      statement.phrase.tokens.indices.contains(place + 1),
      case .text(let text) = statement.phrase.tokens[place + 1].kind
    {
      let named = Quoted(text, at: statement.phrase.tokens[place + 1].span)
      path = canonicalPath(session.analyst.files.reading(named))
    }
    let settings = session.settings
    let load = LoadedWith(
      statement: statement, path: path, tax: settings.tax, today: settings.analysis.today, isWhole: isWhole)
    if isWhole {
      loads = []
    } else if !load.isMore {
      // What was invented with the demo's purchases goes with them.
      let hadDemo = load.topic == "purchases" && loads.contains { $0.isWhole }
      loads.removeAll {
        !$0.isWhole && $0.topic == load.topic || hadDemo && ($0.isWhole || $0.topic == "members")
      }
    }
    loads.append(load)
  }
}
