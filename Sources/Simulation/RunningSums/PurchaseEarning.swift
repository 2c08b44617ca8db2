import Quantities

/// How purchases earn, where nothing is spent or taken back: each purchase's points stay whole until they expire, in
/// the order of the purchases.
struct PurchaseEarning {
  /// Whether there is a points policy at all.
  let earns: Bool
  /// By class of days and tier, `class * tierCount + tier`: the same rates, `short` where all of them are and else
  /// empty.
  private let rates: [Rate]
  private let short: [ShortRate]
  private let tierCount: Int
  /// By tick: its class of days; empty where there is one class.
  private let classOf: [UInt16]
  let cap: Int64?
  /// By tick: the period of the cap that it lies in; empty without a cap.
  private let periods: [Int32]
  /// By tick: the first one whose points are still there; empty where none expire.
  private let livesFrom: [Int32]

  init(_ rules: CompiledRules) {
    let points = rules.points
    earns = rules.earns
    rates = points.earning.rates
    let short = rates.compactMap { ShortRate($0) }
    self.short = short.count == rates.count ? short : []
    tierCount = points.earning.tierCount
    classOf = points.earning.classes.count > 1 ? points.earning.classOf : []
    cap = points.cap
    periods = points.period
    var first: Int32 = 0
    livesFrom = points.expiry.indices.map { tick in
      while first < tick && points.expiry[Int(first)] <= tick { first += 1 }
      return first
    }
  }

  var expires: Bool { !livesFrom.isEmpty }
  var isCapped: Bool { cap != nil }

  /// The period of the cap that `tick` lies in.
  @inline(__always) func period(of tick: Int32) -> Int32 { isCapped ? periods[Int(tick)] : 0 }

  /// The points of a purchase on `tier`, but for the cap.
  @inline(__always)
  func points(_ receipt: Int, on tier: Int, _ sums: borrowing RunningSums) -> Int64 {
    short.isEmpty ? points(receipt, on: tier, sums, by: rates) : points(receipt, on: tier, sums, by: short)
  }

  /// Moves `oldest`, the place of the first receipt whose points are there, to where it is at the start of `tick`.
  @inline(__always)
  func expire(_ oldest: inout Int, at tick: Int32, _ sums: borrowing RunningSums) {
    sums.advance(&oldest, to: livesFrom[Int(tick)])
  }

  /// Notes in `sums` the points of every purchase, by the tier that is noted before it.
  func issue(_ sums: inout RunningSums) {
    guard earns else { return }
    if short.isEmpty { issue(&sums, by: rates) } else { issue(&sums, by: short) }
  }
}

extension PurchaseEarning {
  @inline(__always)
  private func points(
    _ receipt: Int, on tier: Int, _ sums: borrowing RunningSums, by rates: [some PurchaseRate]
  ) -> Int64 {
    let dayClass = classOf.isEmpty ? 0 : Int(classOf[Int(sums.tick(receipt))])
    return rates[dayClass &* tierCount &+ tier].points(sums.net(receipt))
  }

  @inline(__always)
  private func issue(_ sums: inout RunningSums, by rates: [some PurchaseRate]) {
    if let cap { return issue(&sums, by: rates, upTo: cap) }
    var issued: Int64 = 0
    guard classOf.isEmpty else {
      for receipt in 0..<sums.count {
        issued &+= points(receipt, on: sums.tier(receipt), sums, by: rates)
        sums.note(issued: issued, through: receipt)
      }
      return
    }
    // The same without a look at the day.
    for receipt in 0..<sums.count {
      issued &+= rates[sums.tier(receipt)].points(sums.net(receipt))
      sums.note(issued: issued, through: receipt)
    }
  }

  @inline(__always)
  private func issue(_ sums: inout RunningSums, by rates: [some PurchaseRate], upTo cap: Int64) {
    var (issued, capped, inPeriod) = (Int64(0), Int64(0), Int64(0))
    var present = Int32.min
    for receipt in 0..<sums.count {
      let period = periods[Int(sums.tick(receipt))]
      inPeriod = period == present ? inPeriod : 0
      present = period
      let earned = points(receipt, on: sums.tier(receipt), sums, by: rates)
      let points = CapRule.points(of: earned, after: inPeriod, upTo: cap)
      inPeriod &+= points
      issued &+= points
      capped &+= earned &- points
      sums.note(issued: issued, through: receipt)
      sums.note(capped: capped, through: receipt)
    }
  }
}
