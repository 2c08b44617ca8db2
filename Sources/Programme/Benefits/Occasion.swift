public import Messages
public import PlanLanguage
public import Quantities

/// When a benefit is given. What an occasion is called and what must be known of it stands once, in `facts(in:)`; how it
/// comes about along a member's way is the engine's.
public enum Occasion: Hashable, Phrased {
  case upgrade, birthdayMonth, joiningAnniversary, firstPurchase
  case purchases(Condition)
  /// From the member's so-many-th purchase on.
  case fromPurchase(Count)
  /// So long after the last purchase, unless they bought in between; once until the next.
  case lapsed(CalendarDuration)

  /// How an occasion is written, and what else must be known of it.
  public struct Facts: Sendable {
    /// As it is written.
    public let text: String
    /// Whether it tells of which purchases something is given, so that it goes with what is given by purchases.
    public var isOfPurchases = false
    /// Whether it is never where no birthday is known.
    public var looksAtBirthdays = false
  }

  /// Everything that is said of it.
  public func facts(in notation: Notation) -> Facts {
    switch self {
    case .upgrade: Facts(text: "upgrade")
    case .birthdayMonth: Facts(text: "birthday month", looksAtBirthdays: true)
    case .joiningAnniversary: Facts(text: "joining anniversary")
    case .firstPurchase: Facts(text: "first purchase")
    case .fromPurchase(let count): Facts(text: "purchase \(count.value)..", isOfPurchases: true)
    case .lapsed(let duration): Facts(text: "lapsed \(duration)")
    case .purchases(let condition):
      Facts(text: condition.text(in: notation), isOfPurchases: true, looksAtBirthdays: condition.looksAtBirthdays)
    }
  }

  /// See `Facts`.
  public var isOfPurchases: Bool { facts(in: Notation()).isOfPurchases }
  /// See `Facts`.
  public var looksAtBirthdays: Bool { facts(in: Notation()).looksAtBirthdays }
  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { facts(in: notation).text }

  /// Those that are read by their words alone, in the order in which they are offered.
  private static let bare: [Occasion] = [.upgrade, .birthdayMonth, .joiningAnniversary, .firstPurchase]

  private static let samples = bare.map { $0.text(in: Notation()) } + ["purchase 4..", "lapsed 30d"]
  /// What Tab offers.
  public static var candidates: [String] { samples + Condition.candidates }
  /// What may be written, in words, for help and errors.
  public static var form: Message {
    let samples = samples.joined(separator: " · ")
    return Message("\(samples) · or a condition such as day 8", zh: "\(samples) · 或者条件，如 day 8")
  }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader
    for occasion in Occasion.bare {
      let words = occasion.text(in: Notation())
      // A condition may begin with the same words.
      if reader.accept(words: words), !(Condition.candidates.contains(words) && reader.continues) {
        self = occasion
        return
      }
      reader = start
    }
    if reader.accept(word: "purchase") {
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
      do { self = .purchases(try Condition(from: &reader)) } catch {
        if case .notOneOf(let found, _)? = error.problem as? ReadingProblem {
          throw Diagnostic(ReadingProblem.notOneOf(found: found, options: Occasion.candidates), at: error.span)
        }
        throw error
      }
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
