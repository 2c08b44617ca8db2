import MemberBook
public import Messages
public import Numerics
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
  /// How many never held the top tier.
  public let candidateCount: Int
  /// The best of them, as many as were asked for, the best first; equal ones by id.
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

  /// `top` is the top tier, as an index into the ladder; `listed` is how many are listed, also by a trial.
  /// - Throws: `PotentialProblem` where there are too few newcomers.
  public init(
    _ history: PurchaseHistory, _ rules: CompiledRules, top: Int, asOf: Day, lead: Int, listed: Int,
    _ job: Job = .unattended
  ) throws(Diagnostic) {
    let book = history.book
    let tiers = try Replay(history).tierHistory(rules, through: asOf, job.silent)
    self.lead = lead
    let spans = max(1, (365 + lead / 2) / lead)
    // By how many leads before the as-of date they are; what is recent must lie within the data.
    let possible = (0...spans + Potential.mostTrials).prefix { asOf - $0 * lead - lead >= book.firstDay - 1 }.count
    guard possible > 1 else { throw Diagnostic(PotentialProblem.tooShort(lead: lead, first: book.firstDay)) }
    let landmarks = try (0..<possible).map { place throws(Diagnostic) in
      try PotentialLandmark(book, tiers, top: top, on: asOf - place * lead, lead: lead, job)
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
    let model = try RiserModel(past, job)
    let profiles = Potential.profiles(past, model)
    self.profiles = profiles
    let telling = profiles.filter { ($0.newcomers - $0.others) * $0.weight > 0 }.map(\.feature)
    candidateCount = landmarks[0].count
    candidates = Potential.ranked(landmarks[0], by: model, telling: telling, in: book, listed: listed)
    former = (0..<book.members.count).count { member in
      tiers.first(of: member, from: top) != nil && tiers.tier(of: member, on: asOf) < top
    }
    var trials: [Trial] = []
    for place in 1..<possible where trials.count < Potential.mostTrials {
      let known = before(place)
      guard !known.isEmpty, Potential.isEnough(known) else { break }
      let model = try RiserModel(known, job)
      trials.append(Potential.trial(landmarks[place], of: model, in: book, listed: listed))
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
    _ landmark: PotentialLandmark, by model: RiserModel, telling: [PotentialFeature], in book: Book, listed: Int
  ) -> [Candidate] {
    order(landmark, book) { model.parts(landmark, $0).odds }.prefix(listed).map { place in
      let (parts, odds) = model.parts(landmark, place)
      let reasons = telling.filter { parts[$0.rawValue] > 0.1 }.sorted { parts[$0.rawValue] > parts[$1.rawValue] }
      return Candidate(
        member: landmark.members[place], chance: RiserModel.chance(odds),
        values: PotentialFeature.allCases.map { landmark.value($0, of: place) }, reasons: Array(reasons.prefix(3)))
    }
  }

  /// Candidates by a figure, the greatest first; equal ones by id.
  private static func order(_ landmark: PotentialLandmark, _ book: Book, _ figure: (Int) -> Double) -> [Int] {
    let figures = (0..<landmark.count).map(figure)
    return figures.indices.sorted { one, other in
      figures[one] != figures[other]
        ? figures[one] > figures[other]
        : book.members.id(of: landmark.members[one]) < book.members.id(of: landmark.members[other])
    }
  }

  private static func trial(
    _ landmark: PotentialLandmark, of model: RiserModel, in book: Book, listed: Int
  ) -> Trial {
    func hits(_ figure: (Int) -> Double) -> Int {
      order(landmark, book, figure).prefix(listed).count { landmark.rose[$0] }
    }
    return Trial(
      day: landmark.day, candidates: landmark.count, rose: landmark.risers, listed: min(listed, landmark.count),
      hits: hits { model.parts(landmark, $0).odds }, hitsBySpend: hits { landmark.value(.yearSpend, of: $0) })
  }
}
