public import CustomerModels
import MemberBook
public import Messages
import Numerics
public import Quantities

/// The customer models as they were fitted, with what they were fitted to.
public struct CustomerFit: Sendable {
  /// What was asked for.
  public let request: FitRequest
  /// The last day that counted.
  public let calibration: Day
  /// Up to that day.
  public let members: MemberSummaries
  /// In the order of the request's models; the first is the one that members are valued by.
  public let fits: [ModelFit]
  /// Of members; nil where they were not grouped.
  public let groups: FitGroups?
  /// Of the first model; nil where members were not grouped.
  public let cohorts: CohortFits?
  /// The model of baskets, or why there is none.
  public let baskets: Result<BasketFit, Diagnostic>

  init(_ request: FitRequest, _ book: Book, calibration: Day, job: Job) throws(Diagnostic) {
    guard calibration >= book.firstDay else {
      throw Diagnostic(CustomersProblem.calibrationBeforeData(calibration, first: book.firstDay))
    }
    self.request = request
    self.calibration = calibration
    let members = try MemberSummaries(book, through: calibration, job: job)
    self.members = members
    let table = members.table
    guard table.repeatBuyers >= CustomersProblem.fewestRepeatBuyers else {
      throw Diagnostic(
        CustomersProblem.tooFew(repeatBuyers: table.repeatBuyers, members: table.members, through: calibration))
    }
    let groups = try request.split.map { split throws(Diagnostic) in try FitGroups(split, book) }
    self.groups = groups
    let cohorts = try groups.map { groups throws(Diagnostic) in
      try CohortFits(request.models[0], to: members, by: groups.groups, job: job)
    }
    self.cohorts = cohorts
    fits = try request.models.enumerated().map { place, kind throws(Diagnostic) in
      if place == 0, let all = cohorts?.all { return all }
      return try ModelFit(kind, to: table, job: job)
    }
    do throws(Diagnostic) {
      baskets = .success(try BasketFit(RepeatBaskets(members), job: job))
    } catch {
      guard error.code == .noData else { throw error }
      baskets = .failure(error)
    }
  }

  /// The model that members are valued by.
  public var first: ModelFit { fits[0] }
}

extension Analyst {
  /// The customer model: the one that was fitted last, or MBG/NBD of everything up to the as-of date.
  public mutating func customerFit() throws(Diagnostic) -> CustomerFit {
    try customerFit(loaded().customerFit?.request ?? FitRequest())
  }

  /// A fit that answers `request`, kept until the data change.
  public mutating func customerFit(_ request: FitRequest) throws(Diagnostic) -> CustomerFit {
    let data = try loaded()
    let calibration = min(request.calibration ?? asOf(data), asOf(data))
    if let known = data.customerFit, known.request == request, known.calibration == calibration { return known }
    let fit = try CustomerFit(request, data.book, calibration: calibration, job: job)
    dataset?.customerFit = fit
    dataset?.outlook = nil
    return fit
  }
}
