public import CustomerModels
public import MemberBook
public import Messages
public import Numerics
public import Quantities

/// Customer models of the days up to one, beside what happened after it.
public struct HoldoutComparison {
  /// The days that the models were fitted to, and those held out.
  public let shown: DayRange
  /// The days held out.
  public let held: DayRange
  /// One a model, in the order asked for.
  public let fits: [ModelFit]
  /// One a model, in their order; there is one at least.
  public let reports: [HoldoutReport]

  /// Of `members` alone, as they were on the day `calibration`; `known` are fits to them that need not be made again.
  /// - Throws: `CustomersProblem` where too few members came back, `.interrupted` where `job` is stopped.
  public init(
    _ kinds: [ModelKind], of members: MemberSummaries, known: [ModelFit] = [], in book: Book, calibration: Day,
    through last: Day, job: Job
  ) throws(Diagnostic) {
    let table = members.table
    guard table.repeatBuyers >= CustomersProblem.fewestRepeatBuyers else {
      throw Diagnostic(
        CustomersProblem.tooFew(repeatBuyers: table.repeatBuyers, members: table.members, through: calibration))
    }
    let holdout = try HoldoutData(book, after: members, through: last, by: .month, job: job)
    var fits: [ModelFit] = []
    var reports: [HoldoutReport] = []
    for (place, kind) in kinds.enumerated() {
      job.tell(place, of: kinds.count)
      let fit: ModelFit
      if let same = known.first(where: { $0.requested == kind }) {
        fit = same
      } else {
        fit = try ModelFit(kind, to: table, job: job)
      }
      fits.append(fit)
      reports.append(try HoldoutReport(fit.model, members, holdout, job: job))
    }
    job.tell(1, of: 1)
    shown = DayRange(min(book.firstDay, calibration), calibration) ?? DayRange(calibration)
    held = DayRange(calibration + 1, last) ?? DayRange(last)
    (self.fits, self.reports) = (fits, reports)
  }

  /// How many members bought by the calibration day.
  public var members: Int { reports[0].members }
  /// Purchase days that happened.
  public var actual: Int { reports[0].actual }
}

extension Analyst {
  /// How models fitted to the days up to `calibration` forecast those after it, through `last`. A model that is fitted
  /// to the same days already is not fitted again.
  public func holdout(
    of kinds: [ModelKind], calibration: Day, through last: Day
  ) throws(Diagnostic) -> HoldoutComparison {
    let data = try loaded()
    guard DayRange(data.book.firstDay, calibration) != nil else {
      throw Diagnostic(CustomersProblem.calibrationBeforeData(calibration, first: data.book.firstDay))
    }
    let known = data.customerFit.flatMap { $0.calibration == calibration ? $0 : nil }
    let members: MemberSummaries
    if let known {
      members = known.members
    } else {
      members = try MemberSummaries(data.book, through: calibration, job: job)
    }
    return try HoldoutComparison(
      kinds, of: members, known: known?.fits ?? [], in: data.book, calibration: calibration, through: last, job: job)
  }
}
