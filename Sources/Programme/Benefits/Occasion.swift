public import Quantities

/// When a benefit is given.
public enum Occasion: Hashable, Phrased {
  case upgrade, birthdayMonth, joiningAnniversary, firstPurchase
  case purchases(Condition)

  public static var form: Message {
    Message(
      "upgrade · birthday month · joining anniversary · first purchase · or a condition such as day 8",
      zh: "upgrade · birthday month · joining anniversary · first purchase · 或者条件，如 day 8")
  }
  public static var candidates: [String] {
    ["upgrade", "birthday month", "joining anniversary", "first purchase"] + Condition.candidates
  }

  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader
    if reader.accept(word: "upgrade") {
      self = .upgrade
    } else if reader.accept(words: "birthday month"), !reader.continues {
      self = .birthdayMonth
    } else if reader.accept(words: "joining anniversary"), !reader.continues {
      self = .joiningAnniversary
    } else if reader.accept(words: "first purchase") {
      self = .firstPurchase
    } else {
      reader = start
      do { self = .purchases(try Condition(from: &reader)) } catch {
        if case .notOneOf(let found, _)? = error.problem as? ReadingProblem {
          throw Diagnostic(ReadingProblem.notOneOf(found: found, options: Occasion.candidates), at: error.span)
        }
        throw error
      }
    }
  }

  public func text(in notation: Notation) -> String {
    switch self {
    case .upgrade: "upgrade"
    case .birthdayMonth: "birthday month"
    case .joiningAnniversary: "joining anniversary"
    case .firstPurchase: "first purchase"
    case .purchases(let condition): condition.text(in: notation)
    }
  }
}

extension PhraseReader {
  /// Whether a condition goes on here.
  fileprivate var continues: Bool {
    wish(.words("and"), .words("or"))
    return isNext(word: "and") || isNext(word: "or")
  }
}
