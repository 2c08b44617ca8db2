public import Messages
public import PlanLanguage
public import Quantities

/// Who bears a cost. Store and head office are the house.
public enum Bearer: String, PhrasedChoice {
  case store
  case headOffice = "head office"
  case tenant, partner

  /// Whether it is the store or its head office, whose cost is the house's.
  public var isHouse: Bool {
    switch self {
    case .store, .headOffice: true
    case .tenant, .partner: false
    }
  }

  /// What reports call it.
  public var title: Message {
    switch self {
    case .store: Message("store", zh: "门店")
    case .headOffice: Message("head office", zh: "总部")
    case .tenant: Message("tenant", zh: "租户")
    case .partner: Message("partner", zh: "合作方")
    }
  }
}

/// How a cost is shared out: `store 60%, head office 40%`. The parts come to 100 %.
public struct CostShares: Hashable, Phrased {
  /// One bearer's part.
  public struct Part: Hashable, Sendable {
    /// Who bears it.
    public let bearer: Bearer
    /// Of the whole cost.
    public let share: Percent

    /// `share` is of the whole cost.
    public init(bearer: Bearer, share: Percent) {
      self.bearer = bearer
      self.share = share
    }
  }

  /// In the order written; they add up to the whole.
  public let parts: [Part]

  /// Parts that come to 100 %, in millionths at the finest.
  public init(_ parts: [Part]) { self.parts = parts }

  /// All of it is the head office's, but for what a partner pays.
  public init(partnerPays share: Percent) {
    let rest = Ratio.one.subtracting(share.fraction) ?? .one
    let parts = [
      Part(bearer: .headOffice, share: Percent(fraction: rest)), Part(bearer: .partner, share: share),
    ]
    self.parts = parts.filter { $0.share.fraction > .zero }
  }

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message(
      "bearers and their parts, such as store 60%, head office 40%; bearers: \(Bearer.form)",
      zh: "承担方及其比例，如 store 60%, head office 40%；承担方：\(Bearer.form)")
  }
  /// What Tab offers.
  public static var candidates: [String] { Bearer.candidates }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    var parts: [Part] = []
    repeat {
      let place = reader.here
      guard let bearer = Bearer.allCases.first(where: { reader.accept(words: $0.rawValue) }) else {
        guard let found = reader.next else { throw reader.unexpected(CostShares.form) }
        throw Diagnostic(
          ReadingProblem.notOneOf(found: found.kind.text, options: Bearer.candidates), at: found.span)
      }
      if parts.contains(where: { $0.bearer == bearer }) {
        throw reader.problem(CostSharesProblem.namedTwice(bearer), from: place)
      }
      let amount = reader.here
      let share = try Percent(from: &reader)
      guard share.fraction.multiplied(by: Ratio(CostShares.scale))?.denominator == 1 else {
        throw reader.problem(
          ReadingProblem.outOfBounds(
            share.description, must: Message("given to 0.0001% at most", zh: "最多精确到 0.0001%")), from: amount)
      }
      parts.append(Part(bearer: bearer, share: share))
    } while reader.accept(.comma)
    var sum: Ratio? = .zero
    for part in parts { sum = sum.flatMap { $0.adding(part.share.fraction) } }
    guard let sum else { throw reader.tooLarge(from: start) }
    guard sum == .one else {
      throw reader.problem(CostSharesProblem.notWhole(Percent(fraction: sum).description), from: start)
    }
    self.parts = parts
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    parts.map { "\($0.bearer.rawValue) \($0.share.text(in: notation))" }.joined(separator: ", ")
  }

  /// The parts are counted in millionths.
  private static let scale: Int64 = 1_000_000

  /// By part, of one side, the house or the others: how the side's amount is split.
  public func weights(ofHouse isHouse: Bool) -> [Int64] {
    parts.map { part in
      guard part.bearer.isHouse == isHouse else { return 0 }
      let share = part.share.fraction
      return max(Int64(Int128(share.numerator) * Int128(CostShares.scale) / Int128(share.denominator)), 1)
    }
  }

  /// The part of those who are the house.
  public var house: Ratio {
    let outside = parts.filter { !$0.bearer.isHouse }
    return outside.reduce(Ratio.one) { rest, part in rest.subtracting(part.share.fraction) ?? rest }
  }
}

/// What can be wrong with how a cost is shared out.
enum CostSharesProblem: Problem {
  case notWhole(String)
  case namedTwice(Bearer)

  var code: ErrorCode {
    switch self {
    case .notWhole: .value
    case .namedTwice: .nameTaken
    }
  }

  var message: Message {
    switch self {
    case .notWhole(let sum): Message("the parts come to \(sum), not 100%", zh: "各方比例合计为 \(sum)，不是 100%")
    case .namedTwice(let bearer): Message("\(bearer.title) is named twice", zh: "\(bearer.title)写了两次")
    }
  }

  var hint: Message? {
    switch self {
    case .notWhole: suchAs("store 60%, head office 40%")
    case .namedTwice: Message("add the two parts", zh: "把两部分加在一起")
    }
  }
}
