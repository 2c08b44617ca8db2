public import Messages
public import PlanLanguage
public import Quantities

/// A cost of an event, written `cost 场地 = ¥8,000`.
public struct EventCost: Declared {
  /// How the plan calls it.
  public var name: String
  /// The amount, once or for each of those counted.
  public var amount: Charge?

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// Its keyword, fields and children, and what help says of them.
  public static let declaration = Declaration<EventCost>(
    "cost", zh: "成本", Message("A cost of an event", zh: "活动的一项成本"),
    fields: [Field("amount", \.amount, Message("The amount, once or for each of those counted", zh: "金额，一次性或按人计"))],
    primary: "amount")
}

/// An amount that is due once, or for each of some people.
public struct Charge: Hashable, Phrased {
  /// What is due, or its range.
  public var amount: Spread<Money>
  /// Nil: once.
  public var per: Basis?

  /// Of whom each makes it due.
  public enum Basis: String, PhrasedChoice {
    case invite, attendee, buyer
  }

  init(_ amount: Spread<Money>, per: Basis? = nil) {
    self.amount = amount
    self.per = per
  }

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message("an amount of money or a range, alone or `per` \(Basis.form)", zh: "金额或区间，可单写，也可加 `per` \(Basis.form)")
  }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    amount = try Spread(from: &reader)
    guard amount.likelyLeast >= .zero else {
      throw reader.problem(
        ReadingProblem.outOfBounds(amount.text(in: Notation()), must: Message("a cost of 0 or more", zh: "不小于 0 的成本")),
        from: start)
    }
    per = reader.accept(word: "per") ? try Basis(from: &reader) : nil
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    amount.text(in: notation) + (per.map { " per \($0.rawValue)" } ?? "")
  }
}

extension Spread<Money> {
  /// The least amount of a range; the mean of a bell curve.
  fileprivate var likelyLeast: Money {
    switch self {
    case .fixed(let amount), .uniform(let amount, _), .triangular(let amount, _, _), .normal(let amount, _): amount
    case .beta: .zero
    }
  }
}
