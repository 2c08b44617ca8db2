public import MemberBook
public import Quantities
public import Simulation

/// Members who never held the top tier, by how much they look like those who came to hold it looked not long before.
///
/// Last year is cut into spans of `lead` days. At the beginning of each, everyone who had bought and never held the top
/// tier is a candidate; those who come to hold it within the span are the newcomers. `RiserModel` tells the two apart, and
/// ranks today's candidates.
public struct Potential: Sendable {
  public struct Candidate: Sendable {
    public let member: Int
    /// The chance to hold the top tier within the lead, by the model.
    public let chance: Double
    /// By feature, as they are, amounts in minor units.
    public let values: [Double]
    /// The features that speak most for the member, the strongest first: those by which newcomers really differed the way
    /// that the model weighs them.
    public let reasons: [PotentialFeature]

    public func value(_ feature: PotentialFeature) -> Double { values[feature.rawValue] }
  }

  /// The model of the data up to a day, held against what happened then.
  public struct Trial: Sendable, Equatable {
    public let day: Day
    public let candidates: Int
    public let rose: Int
    /// Those listed first, how many of them rose, and how many of as many who had spent most in the year.
    public let listed: Int
    public let hits: Int
    public let hitsBySpend: Int
  }

  /// How newcomers looked at the beginning of their spans, and the others.
  public struct Profile: Sendable {
    public let feature: PotentialFeature
    public let newcomers: Double
    public let others: Double
    /// What one standard deviation more adds to the log odds.
    public let weight: Double
  }

  public let lead: Int
  /// The best first; equal ones by id.
  public let candidates: [Candidate]
  /// How many members had the top tier once and do not have it now.
  public let former: Int
  /// The days that newcomers were looked for in, and how many there were.
  public let learned: DayRange
  public let newcomers: Int
  public let profiles: [Profile]
  /// The latest first; none where the data are too short.
  public let trials: [Trial]

  /// With fewer, there is nothing to learn from.
  public static let fewestNewcomers = 10
  /// How many trials are made at most.
  static let mostTrials = 4

  /// `top` is the top tier, as an index into the ladder; `listed` is how many a trial looks at.
  /// - Throws: `PotentialProblem` where there are too few newcomers.
  public init(
    _ history: History, _ rules: CompiledRules, top: Int, asOf: Day, lead: Int, listed: Int,
    _ workers: Workers = Workers()
  ) throws(Diagnostic) {
    let book = history.book
    let tiers = try Replay(history).tierHistory(rules, through: asOf, workers)
    self.lead = lead
    let spans = max(1, (365 + lead / 2) / lead)
    // By how many leads before the as-of date they are; what is recent must lie within the data.
    let possible = (0...spans + Potential.mostTrials).prefix { asOf - $0 * lead - lead >= book.firstDay - 1 }.count
    guard possible > 1 else { throw Diagnostic(PotentialProblem.tooShort(lead: lead, first: book.firstDay)) }
    let landmarks = try (0..<possible).map { place throws(Diagnostic) in
      try PotentialLandmark(book, tiers, top: top, on: asOf - place * lead, lead: lead, workers)
    }
    /// Those whose spans end by the landmark at `place`.
    func before(_ place: Int) -> [PotentialLandmark] {
      Array(landmarks[min(place + 1, possible)..<min(place + 1 + spans, possible)])
    }

    let past = before(0)
    newcomers = past.reduce(0) { $0 + $1.risers }
    learned = DayRange(past[past.count - 1].day + 1, asOf) ?? DayRange(asOf)
    guard Potential.isEnough(past) else {
      throw Diagnostic(PotentialProblem.tooFew(newcomers, tier: rules.tiers[top], over: learned))
    }
    let model = try RiserModel(past, workers)
    let profiles = Potential.profiles(past, model)
    self.profiles = profiles
    let telling = profiles.filter { ($0.newcomers - $0.others) * $0.weight > 0 }.map(\.feature)
    candidates = Potential.ranked(landmarks[0], model, telling, book)
    former = (0..<book.members.count).count { member in
      tiers.first(of: member, from: top) != nil && tiers.tier(of: member, on: asOf) < top
    }
    var trials: [Trial] = []
    for place in 1..<possible where trials.count < Potential.mostTrials {
      let known = before(place)
      guard !known.isEmpty, Potential.isEnough(known) else { break }
      let model = try RiserModel(known, workers)
      trials.append(Potential.trial(landmarks[place], model, book, listed))
    }
    self.trials = trials
  }

  private static func isEnough(_ landmarks: [PotentialLandmark]) -> Bool {
    let risers = landmarks.reduce(0) { $0 + $1.risers }
    return risers >= fewestNewcomers && landmarks.reduce(0) { $0 + $1.count } - risers >= fewestNewcomers
  }

  private static func profiles(_ landmarks: [PotentialLandmark], _ model: RiserModel) -> [Profile] {
    PotentialFeature.allCases.map { feature in
      var sums = (rose: 0.0, stayed: 0.0)
      var counts = (rose: 0.0, stayed: 0.0)
      for landmark in landmarks {
        for candidate in 0..<landmark.count {
          let value = landmark.value(feature, of: candidate)
          if landmark.rose[candidate] {
            sums.rose += value
            counts.rose += 1
          } else {
            sums.stayed += value
            counts.stayed += 1
          }
        }
      }
      return Profile(
        feature: feature, newcomers: sums.rose / counts.rose, others: sums.stayed / counts.stayed,
        weight: model.weights[feature.rawValue])
    }
  }

  private static func ranked(
    _ landmark: PotentialLandmark, _ model: RiserModel, _ telling: [PotentialFeature], _ book: Book
  ) -> [Candidate] {
    let all = (0..<landmark.count).map { place in
      let (parts, odds) = model.parts(landmark, place)
      let reasons = telling.filter { parts[$0.rawValue] > 0.1 }
        .sorted { parts[$0.rawValue] > parts[$1.rawValue] }
      return Candidate(
        member: landmark.members[place], chance: RiserModel.chance(odds),
        values: PotentialFeature.allCases.map { landmark.value($0, of: place) }, reasons: Array(reasons.prefix(3)))
    }
    return all.sorted { one, other in
      one.chance != other.chance
        ? one.chance > other.chance : book.members.id(of: one.member) < book.members.id(of: other.member)
    }
  }

  private static func trial(
    _ landmark: PotentialLandmark, _ model: RiserModel, _ book: Book, _ listed: Int
  ) -> Trial {
    func hits(_ value: (Int) -> Double) -> Int {
      let values = (0..<landmark.count).map(value)
      let order = values.indices.sorted { one, other in
        values[one] != values[other]
          ? values[one] > values[other]
          : book.members.id(of: landmark.members[one]) < book.members.id(of: landmark.members[other])
      }
      return order.prefix(listed).count { landmark.rose[$0] }
    }
    return Trial(
      day: landmark.day, candidates: landmark.count, rose: landmark.risers, listed: min(listed, landmark.count),
      hits: hits { model.parts(landmark, $0).odds }, hitsBySpend: hits { landmark.value(.yearSpend, of: $0) })
  }
}

/// Why nobody can be told to rise.
public enum PotentialProblem: Problem {
  case tooFew(Int, tier: String, over: DayRange)
  case tooShort(lead: Int, first: Day)

  public var code: ErrorCode { .noData }

  public var message: Message {
    switch self {
    case .tooFew(let count, let tier, let range):
      Message(
        "\(counted(count, "member")) came to \(tier) for the first time over \(range); "
          + "\(Potential.fewestNewcomers) are needed to tell how newcomers look, and as many others",
        zh: "\(range) 首次升到 \(tier) 的会员有 \(grouped(Int64(count))) 名；要看出新晋会员的样子，至少需要 "
          + "\(Potential.fewestNewcomers) 名，其他会员也要这么多")
    case .tooShort(let lead, let first):
      Message(
        "the data, from \(first), are too short for spans of \(counted(lead, "day"))",
        zh: "数据从 \(first) 开始，不够划出 \(grouped(Int64(lead))) 天的区间")
    }
  }

  public var hint: Message? {
    switch self {
    case .tooFew:
      Message(
        "`show ladder` has the thresholds; a lower top tier has more newcomers",
        zh: "`show ladder` 显示门槛；最高等级门槛低一些，新晋会员就多一些")
    case .tooShort: Message("a shorter lead needs less: lead 30d", zh: "较短的提前期需要的数据较少：lead 30d")
    }
  }
}
