public import Messages
public import PlanLanguage
public import Quantities

/// When a benefit is given.
public enum Occasion: Hashable, Phrased {
  case upgrade, birthdayMonth, joiningAnniversary, firstPurchase
  case purchases(Condition)
  /// From the member's so-many-th purchase on.
  case fromPurchase(Count)
  /// So long after the last purchase, unless they bought in between; once until the next.
  case lapsed(CalendarDuration)

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message(
      "upgrade · birthday month · joining anniversary · first purchase · purchase 4.. · lapsed 30d · or a condition such as day 8",
      zh: "upgrade · birthday month · joining anniversary · first purchase · purchase 4.. · lapsed 30d · 或者条件，如 day 8")
  }
  /// What Tab offers.
  public static var candidates: [String] {
    ["upgrade", "birthday month", "joining anniversary", "first purchase", "purchase 4..", "lapsed 30d"]
      + Condition.candidates
  }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
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
    } else if reader.accept(word: "purchase") {
      let place = reader.here
      let count = try Count(from: &reader)
      try reader.expect(.range)
      guard (1...1_000_000).contains(count.value) else {
        throw reader.problem(
          ReadingProblem.outOfBounds(
            grouped(count.value), must: Message("between 1 and 1,000,000", zh: "在 1 与 1,000,000 之间")), from: place)
      }
      self = .fromPurchase(count)
    } else if reader.accept(word: "lapsed") {
      self = .lapsed(try CalendarDuration(from: &reader))
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

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    switch self {
    case .upgrade: "upgrade"
    case .birthdayMonth: "birthday month"
    case .joiningAnniversary: "joining anniversary"
    case .firstPurchase: "first purchase"
    case .fromPurchase(let count): "purchase \(count.value).."
    case .lapsed(let duration): "lapsed \(duration)"
    case .purchases(let condition): condition.text(in: notation)
    }
  }
}

extension PhraseReader {
  /// Whether a condition goes on here.
  fileprivate var continues: Bool {
    hint(.words("and"), .words("or"))
    return isNext(word: "and") || isNext(word: "or")
  }
}
