import Quantities

/// A member's points for many values of a threshold at once: for each purchase the runs of values for which it earned
/// alike.
struct SweepPoints {
  /// A row a purchase: what was issued.
  private var issued = ValueRuns<Int64>()
  /// By purchase: the place of its row's first run, and by the next purchase where it ends.
  private var rowStarts: [Int] = []
  /// The first purchase whose points have not expired.
  private var oldest = 0
  /// The present period of the cap, and what was issued in it.
  private var period = Int32.min
  private var issuedInPeriod = ValueRuns<Int64>()
  /// What `issuedInPeriod` is about to become.
  private var next = ValueRuns<Int64>()

  /// Learns of a run of values on a tier, what was issued to them and what the cap kept.
  typealias IssueBody = (_ values: Range<Int>, _ tier: Int, _ issued: Int64, _ capped: Int64) -> Void
  /// Learns of a run of values on a tier, so many points of theirs.
  typealias PointsBody = (_ values: Range<Int>, _ tier: Int, _ points: Int64) -> Void

  /// A new member is come to.
  mutating func begin() {
    issued.removeAll()
    rowStarts.removeAll(keepingCapacity: true)
    oldest = 0
    period = .min
  }

  /// The purchase at the place `receipt`, the next, earns by the tier that it is made on. `tell` learns of
  /// runs of values, in order.
  @inline(__always)
  mutating func earn(
    _ receipt: Int, _ sums: borrowing RunningSums, on tiers: some SweepTiers, by tables: SweepTables, _ tell: IssueBody
  ) {
    begin(tables.earning.period(of: sums.tick(receipt)), tables)
    let (cap, isCapped) = (tables.earning.cap ?? .max, tables.earning.isCapped)
    if isCapped { next.removeAll() }
    rowStarts.append(issued.beginRow())
    var place = 0
    tiers.forEachTier(tables) { values, tier in
      guard !values.isEmpty else { return }
      let earned = tables.earning.points(receipt, on: tier, sums)
      issuedInPeriod.forEachPart(of: values, from: &place) { part, before in
        let points = CapRule.points(of: earned, after: before, upTo: cap)
        tell(part, tier, points, earned - points)
        issued.append(points, upTo: part.upperBound)
        if isCapped { next.append(before + points, upTo: part.upperBound) }
      }
    }
    if isCapped { swap(&issuedInPeriod, &next) }
  }

  /// A purchase lies in the period `present` of the cap.
  @inline(__always)
  private mutating func begin(_ present: Int32, _ tables: SweepTables) {
    guard present != period else { return }
    period = present
    issuedInPeriod.reset(to: 0, count: tables.valueCount)
  }

  /// Lets points go that expire up to the start of `tick`.
  /// - Returns: the purchases whose points they were, by place.
  @inline(__always)
  mutating func expire(through tick: Int32, _ sums: borrowing RunningSums, by tables: SweepTables) -> Range<Int> {
    let held = oldest
    tables.earning.expire(&oldest, at: tick, sums)
    return held..<oldest
  }

  /// The purchases whose points are there, by place.
  @inline(__always) var outstanding: Range<Int> { oldest..<rowStarts.count }

  /// Tells what some purchases earned, by runs of values on a tier: a purchase after the other, and at last what all
  /// values have in common.
  @inline(__always)
  func forEach(
    _ receipts: Range<Int>, on tiers: some SweepTiers, by tables: SweepTables, _ tell: PointsBody
  ) {
    var common: Int64 = 0
    for receipt in receipts {
      let begin = rowStarts[receipt]
      let end = receipt + 1 < rowStarts.count ? rowStarts[receipt + 1] : issued.runs.count
      guard end - begin > 1 else {
        common += issued.runs[begin].fact
        continue
      }
      var place = begin
      tiers.forEachTier(tables) { values, tier in
        issued.forEachPart(of: values, from: &place) { tell($0, tier, $1) }
      }
    }
    if common > 0 { tiers.forEachTier(tables) { tell($0, $1, common) } }
  }
}
