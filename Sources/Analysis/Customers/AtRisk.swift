import CustomerModels
import MemberBook
public import Messages
import Numerics
import Programme
public import Quantities

/// Members who bought within a range and are slipping away at its end, those with most to save first.
public struct AtRisk {
  /// P(alive) then is compared with P(alive) this many days before.
  public static let span = 90
  /// How far P(alive) must have fallen.
  static let leastFall = 0.1

  /// A member who seems to be leaving.
  public struct Candidate {
    /// The number of the member.
    public let member: Int
    /// P(alive) before; on the day of the first purchase where that came later.
    public let before: Double
    /// P(alive) at the end of the range.
    public let now: Double
    /// Days since the last purchase, and the 90th percentile of the gaps before.
    public let gap: Int
    /// The 90th percentile of the gaps before, in days; below 0 where it is not known.
    public let usual: Int
    let isPooled: Bool
    /// What the next purchases are worth if the member is alive, in major units.
    public let valueIfAlive: Double

    /// Whether P(alive) has fallen far enough.
    public var isFalling: Bool { before - now >= AtRisk.leastFall }
    /// Whether the member stays away longer than usual.
    public var isLate: Bool { usual >= 0 && gap > usual }
    /// Value if alive × the chance to be alive that was lost, not below 0.
    public var stake: Double { valueIfAlive * min(max(before - now, 0), 1) }
  }

  /// Members who bought within the range.
  public let buyers: Int
  /// Best first: by what is at stake, then by value, then by id.
  public let candidates: [Candidate]

  /// What is expected of members from the range's last day on, and what of their spend is counted.
  public let outlook: CustomerOutlook
  /// What of members' spend is counted.
  public let margin: MarginShare

  /// `outlook` is that of the range's last day.
  fileprivate init(
    _ book: Book, over range: DayRange, by fit: CustomerFit, _ outlook: CustomerOutlook, _ margin: MarginShare, job: Job
  ) throws(Diagnostic) {
    self.outlook = outlook
    self.margin = margin
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

extension Analyst {
  /// Members who bought within the range and are slipping away at its end.
  public mutating func atRisk(over range: DayRange) throws(Diagnostic) -> AtRisk {
    let book = try loaded().book
    let fit = try customerFit()
    let margin = try marginShare()
    return try AtRisk(book, over: range, by: fit, try outlook(on: range.last), margin, job: job)
  }
}
