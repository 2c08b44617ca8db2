import CustomerModels
import MemberBook
import Messages
import Numerics
import Programme
import Quantities

/// Members who bought within a range and are slipping away at its end, those with most to save first.
struct AtRisk {
  /// P(alive) then is compared with P(alive) this many days before.
  static let span = 90
  /// How far P(alive) must have fallen.
  static let leastFall = 0.1

  struct Candidate {
    let member: Int
    /// P(alive) before; on the day of the first purchase where that came later.
    let before: Double
    let now: Double
    /// Days since the last purchase, and the 90th percentile of the gaps before.
    let gap: Int
    let usual: Int
    let isPooled: Bool
    /// What the next purchases are worth if the member is alive, in major units.
    let valueIfAlive: Double

    var isFalling: Bool { before - now >= AtRisk.leastFall }
    var isLate: Bool { usual >= 0 && gap > usual }
    /// Value if alive × the chance to be alive that was lost, not below 0.
    var stake: Double { valueIfAlive * min(max(before - now, 0), 1) }
  }

  /// Members who bought within the range.
  let buyers: Int
  /// Best first: by what is at stake, then by value, then by id.
  let candidates: [Candidate]

  /// `outlook` is that of the range's last day.
  init(
    _ fit: CustomerFit, _ outlook: CustomerOutlook, _ margin: MarginShare, _ book: Book, over range: DayRange,
    job: Job
  ) throws(Diagnostic) {
    let earlier = try MemberSummaries(book, through: range.last - AtRisk.span, job: job)
    let nothing = ForecastHorizon(weeks: 0, annualRate: 0)
    let before = try fit.forecasts(of: earlier, nothing, job: job).alive
    let rhythms = try MemberRhythms(book, through: range.last, job: job)
    var buyers = 0
    var found: [Candidate] = []
    for member in 0..<book.members.count {
      let gap = Int(rhythms.present[member])
      guard gap >= 0, range.last - gap >= range.first else { continue }
      buyers += 1
      let candidate = Candidate(
        member: member,
        before: earlier.isCustomer(member) ? before[member] : fit.model(of: member).alive(.new),
        now: outlook.alive[member], gap: gap, usual: Int(rhythms.usual[member]), isPooled: rhythms.isPooled[member],
        valueIfAlive: margin.of(outlook.spendIfAlive(member, fit)))
      if candidate.isFalling || candidate.isLate { found.append(candidate) }
    }
    self.buyers = buyers
    candidates = found.sorted { one, other in
      if one.stake != other.stake { return one.stake > other.stake }
      if one.valueIfAlive != other.valueIfAlive { return one.valueIfAlive > other.valueIfAlive }
      return book.members.id(of: one.member) < book.members.id(of: other.member)
    }
  }
}
