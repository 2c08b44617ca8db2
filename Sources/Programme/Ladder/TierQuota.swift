public import Messages
public import PlanLanguage
public import Quantities

/// The most members that a tier can have: a share of all, or so many.
public enum TierQuota: Hashable, Phrased {
  case share(Percent)
  case count(Count)

  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("a share such as 10%, or a number such as 500", zh: "占比，如 10%；或人数，如 500") }
  /// What Tab offers.
  public static var candidates: [String] { ["10%", "500"] }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    if case .number(let number)? = reader.next?.kind, number.unit == .percent {
      self = .share(try Percent(from: &reader))
    } else {
      self = .count(try Count(from: &reader))
    }
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    switch self {
    case .share(let share): share.text(in: notation)
    case .count(let count): count.text(in: notation)
    }
  }

  /// How many places that is where there are `members`, a fraction of one being none.
  public func places(among members: Int) -> Int {
    switch self {
    case .share(let share):
      Int(Int128(members) * Int128(share.fraction.numerator) / Int128(share.fraction.denominator))
    case .count(let count): Int(clamping: count.value)
    }
  }
}

extension TierQuota: Dialled {
  /// The number that `sweep` and `solve` turn, with its unit; nil where there is none at present.
  public var dial: Number? {
    switch self {
    case .share(let share): share.dial
    case .count(let count): count.dial
    }
  }
  /// The finest step that `solve` takes of its own accord, in the unit of the dial.
  public static var finestStep: Ratio { .one }

  /// The same with `number` in the place of its own.
  /// - Throws: what is wrong with that number.
  public static func turned(_ current: TierQuota?, to number: Number, at span: SourceSpan) throws(Diagnostic)
    -> TierQuota
  {
    if case .share = current {
      return .share(try Percent.turned(nil, to: Number(number.value, .percent), at: span))
    }
    return number.unit == .percent
      ? .share(try Percent.turned(nil, to: number, at: span)) : .count(try Count.turned(nil, to: number, at: span))
  }
}

extension Ladder {
  /// Whether places on a tier are limited, so that members' tiers depend on one another's.
  public var hasQuotas: Bool { tiers.contains { $0.most != nil } }

  /// What does not go together about limited places.
  var quotaInconsistency: Inconsistency? {
    for (place, tier) in tiers.enumerated() where tier.most != nil {
      let path = [tier.name, "most"]
      let problem: QuotaProblem? =
        place == 0
        ? .onEntryTier(tier.name)
        : tier.by == .invitation
          ? .onInvitation(tier.name)
          : !tier.tasks.isEmpty
            ? .beside(task: tier.tasks[0].name, tier: tier.name)
            : keep != .yearEnd(extraYear: false)
              ? .needsYearEnd(tier.name) : grace != nil ? .besideGrace(tier.name) : nil
      if let problem { return Inconsistency(problem, at: path) }
    }
    return nil
  }
}

/// What limited places do not go together with.
enum QuotaProblem: Problem {
  case onEntryTier(String)
  case onInvitation(String)
  case beside(task: String, tier: String)
  case needsYearEnd(String)
  case besideGrace(String)

  var code: ErrorCode { .conflict }

  var message: Message {
    switch self {
    case .onEntryTier(let tier):
      Message(
        "\(tier) is the first tier, where everyone starts, so it has a place for everyone",
        zh: "\(tier) 是第一个等级，人人由此开始，不能限制人数")
    case .onInvitation(let tier):
      Message(
        "\(tier) is won by invitation, so you decide yourself how many it has", zh: "\(tier) 凭邀请获得，人数由您自己决定")
    case .beside(let task, let tier):
      Message(
        "\(tier) has limited places, which no task can win: \(task)", zh: "\(tier) 限制人数，不能由任务 \(task) 获得")
    case .needsYearEnd(let tier):
      Message(
        "\(tier) has limited places, which are handed out on a day common to all, and `keep` gives everyone their own",
        zh: "\(tier) 限制人数，名额要在所有人共同的日子分配，而现在的 `keep` 使每个人的日子不同")
    case .besideGrace(let tier):
      Message(
        "\(tier) has limited places, and `grace` would hold them beyond the day on which they are handed out",
        zh: "\(tier) 限制人数，而 `grace` 会使名额在分配之后仍被占用")
    }
  }

  var hint: Message? {
    switch self {
    case .needsYearEnd: suchAs("keep = year end")
    case .besideGrace: Message("leave `grace` out", zh: "请去掉 `grace`")
    case .beside: Message("put the task into a tier without `most`", zh: "请把任务写在没有 `most` 的等级里")
    case .onEntryTier, .onInvitation: Message("leave `most` out", zh: "请去掉 `most`")
    }
  }
}
