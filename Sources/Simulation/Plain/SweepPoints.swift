/// A member's points for many values of a threshold at once: of each purchase the runs of values for which it earned
/// alike.
struct SweepPoints {
  private struct Part {
    /// The values from where the part before ends up to here.
    let end: Int
    let points: Int64
  }

  /// By receipt, one after the other, and where each one's end.
  private var parts: [Part] = []
  private var ends: [Int] = []
  /// The first receipt whose points have not expired.
  private var oldest = 0
  /// What was issued in the present period of the cap.
  private var issued: [Part] = []
  private var next: [Part] = []
  private var period = Int32.min

  mutating func reset() {
    parts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    oldest = 0
    period = .min
  }

  /// The next purchase earns by every value's tier. `tell` learns of runs of values, in order, what was issued to them
  /// and what the cap kept.
  @inline(__always)
  mutating func issue(
    _ receipt: Int, _ holding: some SweepHolding, _ sums: borrowing RunningSums, _ tables: SweepTables,
    _ tell: (_ values: Range<Int>, _ tier: Int, _ issued: Int64, _ capped: Int64) -> Void
  ) {
    let earning = tables.earning
    let present = earning.period(of: sums.tick(receipt))
    if present != period {
      period = present
      issued.removeAll(keepingCapacity: true)
      issued.append(Part(end: tables.levels.values.count, points: 0))
    }
    let (cap, begin) = (earning.cap ?? .max, parts.count)
    if earning.isCapped { next.removeAll(keepingCapacity: true) }
    var place = 0
    holding.eachTier(tables) { values, tier in
      guard !values.isEmpty else { return }
      let earned = earning.points(receipt, on: tier, sums)
      var from = values.lowerBound
      while from < values.upperBound {
        while issued[place].end <= from { place += 1 }
        let before = issued[place].points
        let to = min(values.upperBound, issued[place].end)
        let points = CapRule.points(of: earned, after: before, upTo: cap)
        tell(from..<to, tier, points, earned - points)
        SweepPoints.append(Part(end: to, points: points), to: &parts, from: begin)
        if earning.isCapped { SweepPoints.append(Part(end: to, points: before + points), to: &next, from: 0) }
        from = to
      }
    }
    ends.append(parts.count)
    if earning.isCapped { swap(&issued, &next) }
  }

  /// Adds a part to those from `begin` on, which go together where they are alike.
  @inline(__always)
  private static func append(_ part: Part, to parts: inout [Part], from begin: Int) {
    if parts.count > begin && parts[parts.count - 1].points == part.points {
      parts[parts.count - 1] = part
    } else {
      parts.append(part)
    }
  }

  /// Tells, by runs of values on a tier, the points that expire up to the start of `tick`.
  @inline(__always)
  mutating func expire(
    through tick: Int32, _ holding: some SweepHolding, _ sums: borrowing RunningSums, _ tables: SweepTables,
    _ tell: (_ values: Range<Int>, _ tier: Int, _ points: Int64) -> Void
  ) {
    let held = oldest
    tables.earning.expire(&oldest, at: tick, sums)
    each(held..<oldest, holding, tables, tell)
  }

  /// Tells, by runs of values on a tier, the points that are there.
  @inline(__always)
  func outstanding(
    _ holding: some SweepHolding, _ tables: SweepTables,
    _ tell: (_ values: Range<Int>, _ tier: Int, _ points: Int64) -> Void
  ) { each(oldest..<ends.count, holding, tables, tell) }

  @inline(__always)
  private func each(
    _ receipts: Range<Int>, _ holding: some SweepHolding, _ tables: SweepTables,
    _ tell: (_ values: Range<Int>, _ tier: Int, _ points: Int64) -> Void
  ) {
    // What all values have in common is told once.
    var common: Int64 = 0
    for receipt in receipts {
      let begin = receipt > 0 ? ends[receipt - 1] : 0
      guard ends[receipt] - begin > 1 else {
        common += parts[begin].points
        continue
      }
      var place = begin
      holding.eachTier(tables) { values, tier in
        var from = values.lowerBound
        while from < values.upperBound {
          while parts[place].end <= from { place += 1 }
          let to = min(values.upperBound, parts[place].end)
          tell(from..<to, tier, parts[place].points)
          from = to
        }
      }
    }
    if common > 0 { holding.eachTier(tables) { tell($0, $1, common) } }
  }
}
