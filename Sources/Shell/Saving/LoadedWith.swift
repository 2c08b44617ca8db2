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

  var verb: String { statement.verb }
  /// Whether it added to what was there: `load more purchases`.
  var isMore: Bool { statement.phrase.tokens.first?.kind == .word("more") }
  /// `purchases`, `members` or `actions`.
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

extension Session {
  /// Keeps a statement that loaded data, in place of those whose data it replaced.
  mutating func rememberLoading(by statement: Statement, since session: Session) {
    let isDemo = statement.verb == "demo" && !statement.phrase.tokens.contains { $0.kind == .word("to") }
    guard isDemo || statement.verb == "load" else { return }
    var path: String?
    if let place = statement.phrase.tokens.firstIndex(where: { $0.kind == .word("from") }),
      statement.phrase.tokens.indices.contains(place + 1),
      case .text(let text) = statement.phrase.tokens[place + 1].kind
    {
      path = canonicalPath(resolve(Quoted(text, at: statement.phrase.tokens[place + 1].span)))
    }
    let load = LoadedWith(statement: statement, path: path, tax: settings.tax, today: settings.analysis.today)
    if isDemo {
      inputs.loads = []
    } else if !load.isMore {
      // What was invented with the demo's purchases goes with them.
      let hadDemo = load.topic == "purchases" && inputs.loads.contains { $0.verb == "demo" }
      inputs.loads.removeAll {
        $0.verb == load.verb && $0.topic == load.topic || hadDemo && ($0.verb == "demo" || $0.topic == "members")
      }
    }
    inputs.loads.append(load)
  }
}
