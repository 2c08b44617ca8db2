public import CustomerModels
import MemberBook
public import Messages
import Numerics
import PlanLanguage
public import Programme
public import Quantities
import Simulation

/// What the fitted model expects of each member from the as-of date on, by members' numbers.
public struct CustomerOutlook: Sendable {
  /// What it depends on besides the fit.
  public struct Question: Equatable, Sendable {
    /// The day from which it looks ahead.
    public let asOf: Day
    /// How far ahead it looks.
    public let horizon: CalendarDuration
    /// The rate a year at which spend is discounted.
    public let rate: Percent
  }

  /// What was asked.
  public let question: Question
  /// The model that members are valued by.
  public let model: ModelKind
  /// The last day that the model was fitted to.
  public let calibration: Day
  /// Up to the as-of date.
  public let members: MemberSummaries
  /// The chance that the member will ever buy again of their own accord; 0 without a purchase.
  public let alive: [Double]
  /// Purchase days within the horizon.
  public let expected: [Double]
  /// What they are expected to spend within it, discounted, in major units.
  public let spend: [Double]

  init(_ fit: CustomerFit, _ book: Book, _ question: Question, job: Job) throws(Diagnostic) {
    self.question = question
    (model, calibration) = (fit.first.kind, fit.calibration)
    let members =
      fit.calibration == question.asOf
      ? fit.members : try MemberSummaries(book, through: question.asOf, job: job)
    self.members = members
    let forecasts = try fit.forecasts(of: members, question.discounting, job: job)
    (alive, expected) = (forecasts.alive, forecasts.expected)
    let baskets = try fit.baskets.get()
    spend = forecasts.discounted.indices.map { member in
      forecasts.discounted[member] == 0
        ? 0 : forecasts.discounted[member] * baskets.model.expected(of: member, in: members)
    }
  }
}

extension CustomerOutlook.Question {
  /// By the day: the horizon in weeks from the as-of date.
  var discounting: ForecastHorizon {
    ForecastHorizon(weeks: Double(asOf + horizon - asOf) / 7, annualRate: rate.fraction.approximation)
  }
}

extension CustomerOutlook {
  /// What the member's purchases within the horizon would be worth if the member were certainly alive, in major units.
  func spendIfAlive(_ member: Int, _ fit: CustomerFit) -> Double {
    guard let summary = members[member], case .success(let baskets) = fit.baskets else { return 0 }
    if alive[member] > 1e-9 { return spend[member] / alive[member] }
    let purchases = fit.model(of: member).discountedIfAlive(
      repeats: summary.repeats, observed: summary.observed, question.discounting)
    return purchases * baskets.model.expected(of: member, in: members)
  }
}

/// Forecasts of members, each by the model of their group.
struct GroupedForecasts {
  var alive: [Double]
  var expected: [Double]
  var discounted: [Double]
}

extension CustomerFit {
  /// The models that members are valued by, and each member's among them.
  private var choice: (models: [any PurchaseModel], ofMember: [Int]?) {
    guard let cohorts, let groups else { return ([first.model], nil) }
    // Cohorts with a fit of their own, the small ones' and that of all.
    var models: [any PurchaseModel] = [cohorts.all.model]
    var place: [Int32: Int] = [:]
    if let rest = cohorts.rest { models.append(rest.model) }
    for cohort in cohorts.cohorts {
      switch cohort.source {
      case .own:
        place[Int32(cohort.group)] = models.count
        models.append(cohorts.fit(of: cohort.group).model)
      case .rest: place[Int32(cohort.group)] = 1
      case .all: break
      }
    }
    return (models, groups.groups.map { place[$0] ?? 0 })
  }

  func forecasts(
    of members: MemberSummaries, _ discounting: ForecastHorizon, job: Job
  ) throws(Diagnostic) -> GroupedForecasts {
    let (models, ofMember) = choice
    let none = [Double](repeating: 0, count: members.count)
    var all = GroupedForecasts(alive: none, expected: none, discounted: none)
    for (place, model) in models.enumerated() {
      let part = ofMember.map { choice in members.only { choice[$0] == place } } ?? members
      let found = try MemberForecasts(model, of: part, discounting, job: job)
      guard ofMember != nil else {
        return GroupedForecasts(alive: found.alive, expected: found.expected, discounted: found.discounted)
      }
      for member in 0..<members.count where part.isCustomer(member) {
        all.alive[member] = found.alive[member]
        all.expected[member] = found.expected[member]
        all.discounted[member] = found.discounted[member]
      }
    }
    return all
  }

  /// The model of one member.
  public func model(of member: Int) -> any PurchaseModel {
    guard let cohorts, let groups, groups.groups[member] >= 0 else { return first.model }
    return cohorts.fit(of: Int(groups.groups[member])).model
  }
}

extension Analyst {
  /// What the model expects of members; a model is fitted where none is.
  public mutating func outlook() throws(Diagnostic) -> CustomerOutlook {
    let fit = try customerFit()
    let data = try loaded()
    let question = CustomerOutlook.Question(
      asOf: asOf(data), horizon: settings.horizon, rate: settings.discountRate)
    if let known = data.outlook, known.question == question { return known }
    let outlook = try CustomerOutlook(fit, data.book, question, job: job)
    dataset?.outlook = outlook
    return outlook
  }

  /// The outlook seen from `day`, which is kept where it is the as-of date.
  public mutating func outlook(on day: Day) throws(Diagnostic) -> CustomerOutlook {
    let data = try loaded()
    if day == asOf(data) { return try outlook() }
    let question = CustomerOutlook.Question(asOf: day, horizon: settings.horizon, rate: settings.discountRate)
    return try CustomerOutlook(try customerFit(), data.book, question, job: job)
  }

  /// What of members' spend is left after the goods, by baseline's margin over all of the data: 1 where it is not known,
  /// so that values are spend.
  public mutating func marginShare() throws(Diagnostic) -> MarginShare {
    let rules = try rules(of: Reference(Scenario.baseline))
    let outcome = try outcome(rules, over: try days(of: Placed(.history)))
    let flow = outcome.flow
    guard outcome.costing.knowsMargin, flow.spend > 0 else { return MarginShare(share: nil) }
    return MarginShare(share: Double(flow.gross) / 1e6 / Double(flow.spend))
  }
}

/// The gross margin as a share of spend; nil where it is not known.
public struct MarginShare {
  /// Of spend, between 0 and 1; nil where it is not known.
  public let share: Double?

  /// What of `spend` counts.
  public func of(_ spend: Double) -> Double { spend * (share ?? 1) }

}

extension CustomerOutlook {
  /// A figure of every member as conditions compare it, in parts of the measure's scale; `Int64.min` where the model knows
  /// nothing of the member.
  public func figures(_ measure: SegmentMeasure, _ margin: MarginShare) -> [Int64] {
    alive.indices.map { member in
      guard members.isCustomer(member) else { return .min }
      let figure =
        switch measure {
        case .alive: alive[member]
        case .expectedPurchases: expected[member]
        default: margin.of(spend[member]) * 100
        }
      return Int64(nearest: figure * Double(measure.scale))
    }
  }
}
