import Quantities

/// How purchases earn, where nothing is spent or taken back: each purchase's points stay whole until they expire, in
/// the order of the purchases.
struct PlainEarning {
  let earns: Bool
  /// By class of days and tier: short rates where all are, the others empty.
  private let short: [ShortRate]
  private let rates: [Rate]
  private let tierCount: Int
  private let classOf: [UInt16]
  let cap: Int64?
  /// See `CompiledPoints`.
  private let period: [Int32]
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
    period = points.period
    var first: Int32 = 0
    livesFrom = points.expiry.indices.map { tick in
      while first < tick && points.expiry[Int(first)] <= tick { first += 1 }
      return first
    }
  }

  var expires: Bool { !livesFrom.isEmpty }
  var isCapped: Bool { cap != nil }

  /// The period of the cap that `tick` lies in.
  @inline(__always) func period(of tick: Int32) -> Int32 { isCapped ? period[Int(tick)] : 0 }

  /// The points of a purchase on `tier`, but for the cap.
  @inline(__always)
  func points(_ receipt: Int, on tier: Int, _ sums: borrowing RunningSums) -> Int64 {
    short.isEmpty ? points(receipt, on: tier, by: rates, sums) : points(receipt, on: tier, by: short, sums)
  }

  /// Moves `oldest`, the first receipt of `sums` whose points are there, to where it is at the start of `tick`.
  @inline(__always)
  func expire(_ oldest: inout Int, at tick: Int32, _ sums: borrowing RunningSums) {
    sums.advance(&oldest, to: livesFrom[Int(tick)])
  }

  /// Issues the points of every purchase, by the tier before it.
  func issue(_ sums: inout RunningSums) {
    guard earns else { return }
    if short.isEmpty { issue(&sums, by: rates) } else { issue(&sums, by: short) }
  }

  @inline(__always)
  private func issue(_ sums: inout RunningSums, by rates: [some PurchaseRate]) {
    if let cap {
      issue(&sums, upTo: cap, by: rates)
    } else if classOf.isEmpty {
      var issued: Int64 = 0
      for receipt in 0..<sums.count {
        issued &+= rates[sums.tier(receipt)].points(sums.net(receipt))
        sums.issue(issued, upTo: receipt)
      }
    } else {
      var issued: Int64 = 0
      for receipt in 0..<sums.count {
        issued &+= points(receipt, on: sums.tier(receipt), by: rates, sums)
        sums.issue(issued, upTo: receipt)
      }
    }
  }

  @inline(__always)
  private func points(
    _ receipt: Int, on tier: Int, by rates: [some PurchaseRate], _ sums: borrowing RunningSums
  ) -> Int64 {
    let dayClass = classOf.isEmpty ? 0 : Int(classOf[Int(sums.tick(receipt))])
    return rates[dayClass &* tierCount &+ tier].points(sums.net(receipt))
  }

  @inline(__always)
  private func issue(_ sums: inout RunningSums, upTo cap: Int64, by rates: [some PurchaseRate]) {
    var (issued, kept, inPeriod) = (Int64(0), Int64(0), Int64(0))
    var present = Int32.min
    for receipt in 0..<sums.count {
      let next = period[Int(sums.tick(receipt))]
      inPeriod = next == present ? inPeriod : 0
      present = next
      let earned = points(receipt, on: sums.tier(receipt), by: rates, sums)
      let points = CapRule.points(of: earned, after: inPeriod, upTo: cap)
      inPeriod &+= points
      issued &+= points
      kept &+= earned &- points
      sums.issue(issued, keeping: kept, upTo: receipt)
    }
  }
}
