public import Messages
public import PlanLanguage
public import Quantities

/// Where one stage of a customer's life ends and the next begins.
public struct LifecycleCuts: Declared {
  /// How the plan calls it.
  public var name: String
  /// own: each member's own gaps decide; days: fixed lengths of time without a purchase.
  public var rhythm = RhythmChoice.own
  /// Since the first purchase; by days the first of them counts.
  public var newcomer = CalendarDuration.days(30)
  /// Since the first purchase, after being a newcomer.
  public var care = CalendarDuration.days(60)
  /// Satisfaction ends when the present gap exceeds this percentile of the member's gaps.
  public var percentile = Percent(fraction: Ratio(9, over: 10) ?? .one)
  /// Members with fewer gaps are held against the gaps of all such members together.
  public var few = Count(5)
  /// Dormant beyond so many times that percentile.
  public var dormant = Multiplier(Ratio(2))
  /// Lost beyond so many times that percentile.
  public var lost = Multiplier(Ratio(4))

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// Its keyword, fields and children, and what help says of them.
  public static let declaration = Declaration<LifecycleCuts>(
    "lifecycle", zh: "生命周期",
    Message("The stages of a customer's life, by their own rhythm or by fixed days", zh: "客户生命周期的阶段，按各自的节奏或固定天数"),
    fields: [
      Field(
        "rhythm", \.rhythm,
        Message(
          "own: each member's own gaps decide; days: fixed lengths of time without a purchase",
          zh: "own：按每位会员自己的购买间隔；days：按固定的未购天数")),
      Field(
        "newcomer", \.newcomer,
        Message("Since the first purchase; by days the first of them counts", zh: "自首次购买起多久为新客；按固定天数时用其中第一个")),
      Field("care", \.care, Message("Since the first purchase, after being a newcomer", zh: "新客之后，自首次购买起多久为关怀期")),
      Field(
        "percentile", \.percentile,
        Message(
          "Satisfaction ends when the present gap exceeds this percentile of the member's gaps",
          zh: "现在的间隔超过自己间隔的这个分位数时，满意期结束")),
      Field(
        "few", \.few,
        Message(
          "Members with fewer gaps are held against the gaps of all such members together",
          zh: "间隔次数少于它的会员，用所有这类会员的间隔合在一起判断")),
      Field("dormant", \.dormant, Message("Dormant beyond so many times that percentile", zh: "超过该分位数的多少倍为沉睡")),
      Field("lost", \.lost, Message("Lost beyond so many times that percentile", zh: "超过该分位数的多少倍为流失")),
    ],
    isSingle: true,
    example: """
      lifecycle {
        rhythm = own, newcomer = 30d, care = 60d
        percentile = 90%, few = 5, dormant = 2x, lost = 4x
      }
      """,
    check: { cuts in
      if cuts.lost < cuts.dormant || cuts.dormant < .one {
        return Inconsistency(SegmentProblem.descendingStages, at: [cuts.dormant < .one ? "dormant" : "lost"])
      }
      let isOdd = cuts.percentile.fraction == .zero || cuts.few.value < 1 || cuts.few.value > 1000
      return isOdd ? Inconsistency(SegmentProblem.oddRhythm, at: [cuts.few.value < 1 ? "few" : "percentile"]) : nil
    })
}

/// What decides how long is too long.
public enum RhythmChoice: Hashable, Phrased {
  case own
  /// Newcomers up to the first since their first purchase; satisfaction up to the second without one, retention up to
  /// the third, dormant up to the fourth.
  case days([CalendarDuration])

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message("own, or days 30d, 90d, 180d, 365d", zh: "own，或 days 30d, 90d, 180d, 365d")
  }
  /// What Tab offers.
  public static var candidates: [String] { ["own", "days 30d, 90d, 180d, 365d"] }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    if reader.accept(word: "own") {
      self = .own
      return
    }
    guard reader.accept(word: "days") else { throw reader.noChoice(of: ["own", "days"], form: RhythmChoice.form) }
    let start = reader.here
    let days = try [CalendarDuration](from: &reader)
    let ascend = zip(days, days.dropFirst()).allSatisfy { $0.roughDays < $1.roughDays }
    guard days.count == 4, ascend else {
      throw reader.problem(
        ReadingProblem.outOfBounds(
          days.text(in: Notation()), must: Message("four lengths of time, ascending", zh: "四个时长，从小到大")), from: start)
    }
    self = .days(days)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    switch self {
    case .own: "own"
    case .days(let days): "days " + days.text(in: notation)
    }
  }
}
