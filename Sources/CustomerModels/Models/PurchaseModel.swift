public import Numerics
/// A fitted model of when members buy: what all of them answer. Times are in weeks.
public protocol PurchaseModel: Sendable {
  static var kind: ModelKind { get }
  /// In the order of `ModelKind.parameterNames`; all above 0.
  init(parameters: [Double])
  var parameters: [Double] { get }
  /// Members' purchase rates while alive are gamma(r, α).
  var rates: (r: Double, alpha: Double) { get }

  /// ln of the likelihood of one member's purchases.
  func logLikelihood(_ member: CustomerSummary) -> Double
  /// The chance that the member will ever buy again of their own accord.
  func alive(_ member: CustomerSummary) -> Double
  /// Expected purchase days in the next `weeks` of a member who is certainly alive. It does not depend on when the last
  /// purchase was, so that one answer serves all members with the same repeats and time observed.
  func expectedIfAlive(repeats: Double, observed: Double, weeks: Double) -> Double
  /// How a member who is alive may leave from here on.
  func drawDropout(_ member: CustomerSummary, _ stream: inout KeyedStream) -> Dropout
}

extension PurchaseModel {
  /// Expected purchase days in the next `weeks`.
  public func expected(_ member: CustomerSummary, weeks: Double) -> Double {
    alive(member) * expectedIfAlive(repeats: member.repeats, observed: member.observed, weeks: weeks)
  }

  /// E[X(t)]: expected repeat purchase days of a new member in the `weeks` after the first purchase.
  public func expectedOfNew(weeks: Double) -> Double { expected(.new, weeks: weeks) }
}

/// The models of when members buy.
public enum ModelKind: String, CaseIterable, Sendable {
  /// Batislam, Denizel & Filiztekin 2007; Hoppe & Wagner 2007: may leave after any purchase, the first included.
  case mbg
  /// Fader, Hardie & Lee 2005: may leave after any repeat purchase.
  case bg
  /// Schmittlein, Morrison & Colombo 1987: may leave at any time.
  case pareto
  /// Ehrenberg 1959: nobody leaves.
  case nbd

  /// As the field writes it.
  public var title: String {
    switch self {
    case .mbg: "MBG/NBD"
    case .bg: "BG/NBD"
    case .pareto: "Pareto/NBD"
    case .nbd: "NBD"
    }
  }

  /// In the order in which `model(_:)` takes them.
  public var parameterNames: [String] {
    switch self {
    case .mbg, .bg: ["r", "alpha", "a", "b"]
    case .pareto: ["r", "alpha", "s", "beta"]
    case .nbd: ["r", "alpha"]
    }
  }

  /// The model with these parameters, in the order of `parameterNames`.
  public func model(_ parameters: [Double]) -> any PurchaseModel {
    switch self {
    case .mbg: MBGModel(parameters: parameters)
    case .bg: BGModel(parameters: parameters)
    case .pareto: ParetoModel(parameters: parameters)
    case .nbd: NBDModel(parameters: parameters)
    }
  }
}
