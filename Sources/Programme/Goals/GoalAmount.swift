public import Messages
public import PlanLanguage
public import Quantities

/// How much of a metric a goal asks for, in the metric's unit.
public enum GoalAmount: Sendable, Hashable {
  case money(Money)
  case share(Percent)
  case points(Points)
  case number(GoalNumber)
}

/// A value in the unit of some metric.
protocol GoalQuantity: Phrased {
  var goalAmount: GoalAmount { get }
  /// Nil where it is an amount of another unit.
  init?(_ amount: GoalAmount)
}

extension Money: GoalQuantity {
  var goalAmount: GoalAmount { .money(self) }
  init?(_ amount: GoalAmount) {
    guard case .money(let money) = amount else { return nil }
    self = money
  }
}

extension Percent: GoalQuantity {
  var goalAmount: GoalAmount { .share(self) }
  init?(_ amount: GoalAmount) {
    guard case .share(let share) = amount else { return nil }
    self = share
  }
}

extension Points: GoalQuantity {
  var goalAmount: GoalAmount { .points(self) }
  init?(_ amount: GoalAmount) {
    guard case .points(let points) = amount else { return nil }
    self = points
  }
}

/// A number of members, purchases, pieces, whole or not.
public struct GoalNumber: Phrased, GoalQuantity {
  /// The number itself.
  public let value: Ratio

  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("a number", zh: "数字") }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    let number = try reader.number(GoalNumber.form) { _ in false }
    guard number.value >= .zero else {
      throw reader.problem(
        ReadingProblem.outOfBounds(number.text, must: Message("0 or more", zh: "不小于 0")), from: start)
    }
    value = number.value
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    value.denominator == 1 ? grouped(value.numerator) : value.decimal()
  }

  var goalAmount: GoalAmount { .number(self) }
  init?(_ amount: GoalAmount) {
    guard case .number(let number) = amount else { return nil }
    self = number
  }
}

/// An amount, and which side of it is the good one where that is not the metric's usual one: `at most 60`.
struct GoalValue<Amount: GoalQuantity>: Phrased {
  let aim: Aim?
  let amount: Amount

  init(aim: Aim?, amount: Amount) {
    self.aim = aim
    self.amount = amount
  }

  static var form: Message {
    Message(
      "\(Amount.form), with `at least` or `at most` where need be", zh: "\(Amount.form)，需要时前面加 `at least` 或 `at most`")
  }

  init(from reader: inout PhraseReader) throws(Diagnostic) {
    aim =
      reader.accept(words: Aim.atLeast.rawValue) ? .atLeast : reader.accept(words: Aim.atMost.rawValue) ? .atMost : nil
    amount = try Amount(from: &reader)
  }

  func text(in notation: Notation) -> String { (aim.map { $0.rawValue + " " } ?? "") + amount.text(in: notation) }
}
