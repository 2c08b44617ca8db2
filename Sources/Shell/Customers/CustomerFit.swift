import CustomerModels
import MemberBook
import Messages
import Numerics
import Quantities

/// The customer models as they were fitted, with what they were fitted to.
struct CustomerFit: Sendable {
  let request: FitRequest
  /// The last day that counted.
  let calibration: Day
  /// Up to that day.
  let members: MemberSummaries
  /// In the order of the request's models; the first is the one that members are valued by.
  let fits: [ModelFit]
  let groups: FitGroups?
  /// Of the first model; nil where members were not grouped.
  let cohorts: CohortFits?
  let baskets: Result<BasketFit, Diagnostic>

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
  var first: ModelFit { fits[0] }
}

extension Session {
  /// The customer model: the one that was fitted last, or MBG/NBD of everything up to the as-of date.
  mutating func customerFit() throws(Diagnostic) -> CustomerFit {
    try customerFit(loaded().customerFit?.request ?? FitRequest())
  }

  /// A fit that answers `request`, kept in the session until the data change.
  mutating func customerFit(_ request: FitRequest) throws(Diagnostic) -> CustomerFit {
    let data = try loaded()
    let calibration = min(request.calibration ?? asOf(data), asOf(data))
    if let known = data.customerFit, known.request == request, known.calibration == calibration { return known }
    let fit = try CustomerFit(request, data.book, calibration: calibration, job: job)
    dataset?.customerFit = fit
    dataset?.outlook = nil
    return fit
  }

  /// All cores, until Ctrl-C.
  var job: Job { environment.job }
}
