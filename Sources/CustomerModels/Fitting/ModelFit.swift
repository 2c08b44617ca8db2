internal import Glibc
public import Messages
public import Numerics

/// A purchase model fitted to members by maximum likelihood.
public struct ModelFit: Sendable {
  /// The model that was asked for. Where `fallback` says so, `model` is an NBD in its place.
  public let requested: ModelKind
  /// What was fitted, of `kind`.
  public let model: any PurchaseModel
  /// Of `model` over all members.
  public let logLikelihood: Double
  /// In the order of `ModelKind.parameterNames` of `kind`.
  public let parameters: [FittedParameter]
  /// Those fitted to.
  public let members: Int
  /// Those with a purchase day after the first.
  public let repeatBuyers: Int
  /// Distinct summaries among the members.
  public let distinct: Int
  /// How often the likelihood of all the data was computed.
  public let evaluations: Int
  /// Whether the search ended at a maximum, rather than for want of steps.
  public let converged: Bool
  /// Where each starting point led. With many thousands of distinct summaries they are searched from on a sample of
  /// them, and the best goes on from there on all.
  public let starts: [StartOutcome]
  /// Why NBD was fitted instead; nil where `model` is what was asked for.
  public let fallback: Fallback?
  /// Of the logarithms of the parameters; nil where the likelihood is flat in some direction.
  let covariance: SquareMatrix?

  /// Of `model`.
  public var kind: ModelKind { type(of: model).kind }
  /// How many of the starts arrived at the same maximum.
  public var agreeing: Int { starts.count(where: \.agrees) }
  /// Akaike's criterion: the lower the better.
  public var aic: Double { 2 * Double(parameters.count) - 2 * logLikelihood }
  /// Schwarz's criterion: the lower the better.
  public var bic: Double { log(Double(max(members, 1))) * Double(parameters.count) - 2 * logLikelihood }

  /// By name, as `ModelKind.parameterNames` writes them.
  public subscript(name: String) -> FittedParameter? { parameters.first { $0.name == name } }

  /// Fits `kind` to the members of `table`. When the data show no dropout (see `Fallback`), NBD is fitted instead.
  /// - Throws: a `FittingProblem` when nobody bought twice, or `.interrupted`.
  public init(_ kind: ModelKind, to table: SummaryTable, job: Job = .unattended) throws(Diagnostic) {
    guard table.repeatBuyers > 0 else { throw Diagnostic(FittingProblem.noRepeats(members: table.members)) }
    let times = GroupedTimes(table)
    let limit = MultistartMaximum.sampleLimit / (kind == .pareto ? 4 : 1)
    let sample = table.count > limit ? table.sample(limit) : nil
    let sampled = sample.map(GroupedTimes.init)
    let share = sample.map { Double($0.members) / Double(table.members) } ?? 1
    let starts = StartingPoints(table)
    let points = starts.points(kind)
    let withoutDropout = try MultistartMaximum(
      NBDLikelihood(times: times), sample: sampled.map(NBDLikelihood.init), share: share, from: starts.points(.nbd),
      around: starts.usual(.nbd), job: job)
    let requestedMaximum: MultistartMaximum
    switch kind {
    case .mbg, .bg:
      let first = kind == .mbg ? 1.0 : 0
      requestedMaximum = try MultistartMaximum(
        BetaGeometricLikelihood(times: times, first: first),
        sample: sampled.map { BetaGeometricLikelihood(times: $0, first: first) }, share: share, from: points,
        around: starts.usual(kind),
        job: job)
    case .pareto:
      requestedMaximum = try MultistartMaximum(
        ParetoLikelihood(times), sample: sampled.map(ParetoLikelihood.init), share: share, from: points,
        around: starts.usual(kind),
        job: job)
    case .nbd: requestedMaximum = withoutDropout
    }
    let gain = requestedMaximum.value - withoutDropout.value
    let isDegenerate = kind != .nbd && !(gain > Fallback.leastGain)
    let found = isDegenerate ? withoutDropout : requestedMaximum
    let fitted = isDegenerate ? ModelKind.nbd : kind
    requested = kind
    model = fitted.model(found.logs.map { exp($0) })
    logLikelihood = found.value
    parameters = fitted.parameterNames.indices.map { i in
      let value = exp(found.logs[i])
      let variance = found.covariance?.rows[i][i]
      return FittedParameter(
        name: fitted.parameterNames[i], value: value,
        standardError: found.atEdge[i] ? nil : variance.map { value * $0.squareRoot() })
    }
    (members, repeatBuyers, distinct) = (table.members, table.repeatBuyers, table.count)
    evaluations = isDegenerate ? requestedMaximum.evaluations + withoutDropout.evaluations : found.evaluations
    converged = found.converged
    self.starts = found.starts
    fallback = isDegenerate ? Fallback(gain: gain, parameters: requestedMaximum.logs.map { exp($0) }) : nil
    covariance = found.covariance
  }
}

/// A parameter as fitted.
public struct FittedParameter: Sendable, Equatable {
  /// As `ModelKind.parameterNames` writes it.
  public let name: String
  /// The maximum likelihood estimate.
  public let value: Double
  /// By the delta method from the logarithm's, in which the model is fitted; nil where the likelihood is flat, or the
  /// parameter ran to the edge of what is searched (e^±9 times what is usual).
  public let standardError: Double?
}

/// Why NBD stands in the place of a model with dropout: dropout raises the log-likelihood by less than its two further
/// parameters cost by Akaike's criterion, so that the data do not show any. Where there is none at all the dropout
/// parameters run off (a → 0) and would mean nothing.
public struct Fallback: Sendable, Equatable {
  /// Two parameters more, as Akaike's criterion counts them.
  public static let leastGain = 2.0

  /// ln L of the model asked for, less that of NBD.
  public let gain: Double
  /// What was found for the model asked for.
  public let parameters: [Double]
}
