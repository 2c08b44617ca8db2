import MemberBook
public import Messages
public import Numerics
public import PlanLanguage
public import Programme
public import Quantities

/// What is asked of a programme and the data together, without a conversation: outcomes, searches, comparisons,
/// segments, forecasts and plans. A value: a copy is a snapshot.
///
/// Questions that keep an answer for the next time are `mutating`; none changes the programme, the data or the settings.
public struct Analyst {
  /// Ladders, points, benefits, scenarios, events: everything that is defined.
  public var programme = Programme()
  /// What figures depend on besides.
  public var settings = AnalysisSettings()
  /// What is loaded, with the answers that were given on it; nil before anything is.
  public var dataset: Dataset?
  /// Where files that definitions name are looked for.
  public var files = FilePlaces()
  /// What interrupts a computation, is told how far it has come, and says how many threads it takes.
  public var job: Job

  /// An analyst without a programme or data.
  public init(job: Job = .unattended) { self.job = job }

  /// How amounts are written.
  public var notation: Notation { Notation(currency: settings.currency) }

  /// The data.
  /// - Throws: `.noData` before anything is loaded.
  public func loaded(at span: SourceSpan? = nil) throws(Diagnostic) -> Dataset {
    guard let dataset else { throw Diagnostic(AnalysisProblem.noData, at: span) }
    return dataset
  }

  /// The last day that is history.
  public func asOf(_ dataset: Dataset) -> Day {
    // Ten years without a purchase change nothing any more, and every day has its tables.
    min(settings.today ?? dataset.book.lastDay, dataset.book.lastDay + CalendarDuration.months(120))
  }

  /// Computes part `index` of `count`: what it tells of its progress is that much of the whole's.
  public mutating func part<Result, Failure: Error>(
    _ index: Int, of count: Int, _ compute: (inout Analyst) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let whole = job
    job = whole.part(index, of: count)
    defer { job = whole }
    return try compute(&self)
  }
}
