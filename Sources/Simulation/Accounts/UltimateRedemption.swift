public import Programme
public import Quantities

/// How many points of each vintage will have been redeemed in the end, as known at one month's end: a chain ladder by
/// age in months (Mack, "Distribution-free Calculation of the Standard Error of Chain Ladder Reserve Estimates", ASTIN
/// Bulletin 23, 1993). With C(i, j) the points of vintage i redeemed through age j:
///
/// * development factor f(j) = Σ C(i, j + 1) ÷ Σ C(i, j) over the vintages that were observed at age j + 1;
/// * of a vintage at age a whose last age is L: C(i, a) × f(a) × … × f(L − 1);
/// * of a vintage without any redemption so far: its points × (P(L) − P(a)), with P the pooled cumulative pattern, the sum
///   over ages of Σ ΔC(i, j) ÷ Σ points(i);
/// * of a vintage that has ended: what was redeemed.
///
/// The last age is the one in whose course the last points expire. Never more is expected than is redeemed and
/// outstanding. Only months that are over enter the factors; points are those issued less those clawed back.
public struct UltimateRedemption: Sendable, Equatable {
  /// What a vintage's figure rests on.
  public enum Basis: Sendable {
    case ended, developed, pattern
    /// Nothing to estimate by: whatever is outstanding counts as going to be redeemed.
    case everything
  }

  /// Why nothing can be estimated.
  public enum Shortage: Sendable, Equatable {
    case noRedemption
    /// Points do not expire by their age, so that no vintage is seen to its end.
    case noLastAge
    /// Fewer vintages were seen to their end than it takes.
    case fewVintages(Int, needed: Int)
  }

  /// As many vintages must have been seen to their end before others are judged by them.
  public static let leastVintages = 3

  /// Nil where there is an estimate.
  public let shortage: Shortage?
  /// By vintage: what will have been redeemed, in thousandths of a point.
  public let expected: [Int128]
  public let bases: [Basis]
  /// By vintage: issued less clawed back.
  public let points: [Int64]

  /// The ultimate redemption rate of a vintage; nil where it has no points.
  public func rate(of vintage: Int) -> Double? {
    points[vintage] > 0 ? Double(expected[vintage]) / 1000 / Double(points[vintage]) : nil
  }

  /// Over all vintages; nil without any points.
  public var pooledRate: Double? {
    let all = points.reduce(0, +)
    return all > 0 ? Double(expected.reduce(0, +)) / 1000 / Double(all) : nil
  }

  /// As known at the end of `month`, or amid it where it is not whole. `lastAges` says by month of earning in the course
  /// of which age the last points expire.
  public init(_ vintages: CumulativeVintages, lastAges: [Int?], by month: Int, isWhole: Bool = true) {
    let complete = isWhole ? month + 1 : month
    let pattern = RedemptionPattern(vintages, lastAges: lastAges, complete: complete, by: month)
    let found = vintages.vintages(by: month)
    let isRedeemed = found.contains { vintages.redeemed($0, by: month) > 0 }
    shortage =
      if !isRedeemed {
        .noRedemption
      } else if lastAges.prefix(month + 1).contains(where: { $0 == nil }) {
        .noLastAge
      } else if pattern.endedCount < UltimateRedemption.leastVintages {
        .fewVintages(pattern.endedCount, needed: UltimateRedemption.leastVintages)
      } else {
        nil
      }
    var expected: [Int128] = []
    var bases: [Basis] = []
    for vintage in found {
      let redeemed = vintages.redeemed(vintage, by: month)
      let outstanding = vintages.outstanding(vintage, by: month)
      let most = redeemed + outstanding
      let isOver = vintage == 0 || vintage - 1 < complete
      if outstanding == 0, isOver {
        expected.append(Int128(redeemed) * 1000)
        bases.append(.ended)
        continue
      }
      guard shortage == nil,
        let (estimate, basis) = pattern.ultimate(of: vintage, vintages, lastAges, complete, by: month)
      else {
        expected.append(Int128(most) * 1000)
        bases.append(.everything)
        continue
      }
      let bounded = min(max(estimate, Double(redeemed)), Double(most))
      expected.append(min(max(Int128((bounded * 1000).rounded()), Int128(redeemed) * 1000), Int128(most) * 1000))
      bases.append(basis)
    }
    self.expected = expected
    self.bases = bases
    points = found.map { vintages.netIssued($0, by: month) }
  }
}

extension PointsExpiry {
  /// Of points earned in the month that begins on `first`: the age in months in whose course the last of them expire;
  /// nil where they do not expire by their age.
  public func lastAge(earnedIn first: Day) -> Int? {
    let last = first.firstOfNextMonth - 1
    let gone: Day
    switch self {
    case .never, .inactivity: return nil
    case .afterEarning(let duration): gone = last + duration
    case .calendarYearEnd(let extraYear): gone = last.newYear(after: extraYear ? 2 : 1)
    }
    // At the start of that day they are gone: the day before is the last on which they can be redeemed.
    return VintageTable.monthCount(from: first, through: max(gone - 1, last)) - 1
  }
}
