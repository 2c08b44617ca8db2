import Quantities

/// How purchases earn, where nothing is spent or taken back.
struct PlainEarning {
  let earns: Bool
  let earning: EarnTables
  /// By tier, where every day earns alike and there is neither cap nor expiry; empty else.
  let rates: [Rate]
  /// See `CompiledPoints`.
  let expiry: [Int32]
  let cap: Int64
  let period: [Int32]

  init(_ rules: CompiledRules) {
    let points = rules.points
    earns = rules.earns
    earning = points.earning
    expiry = points.expiry
    cap = points.cap ?? .max
    period = points.period
    let isAlike = points.cap == nil && points.expiry.isEmpty && points.earning.classes.count == 1
    rates = isAlike && points.earning.rates.allSatisfy(\.isShort) ? points.earning.rates : []
  }
}

/// A member's points where nothing is spent or taken back: each purchase's lot, whole until it expires. Lots expire in the
/// order of the purchases.
struct PlainPoints {
  /// By the member's purchase: the lot's points.
  private var lots: [Int64] = []
  private var begin = 0
  private var issuedInPeriod: Int64 = 0
  private var presentPeriod = Int32.min
  /// The oldest lot that is left, and the lots so far, by the member's purchases.
  private var oldest = 0
  private var count = 0

  /// A new member, whose receipts are `receipts`.
  @inline(__always)
  mutating func begin(_ receipts: Range<Int>) {
    begin = receipts.lowerBound
    oldest = 0
    count = 0
    presentPeriod = .min
    while lots.count < receipts.count { lots.append(0) }
  }

  /// Issues the points of purchases on `tier`, which come after those so far, as far as the cap allows, and answers them
  /// and what the cap keeps from being issued.
  @inline(__always)
  mutating func issue(
    _ receipts: Range<Int>, tier: Int, by tables: PlainEarning, _ days: DayColumn, _ nets: NetColumn
  ) -> (issued: Int64, capped: Int64) {
    count = receipts.upperBound - begin
    let (begin, tierCount) = (begin, tables.earning.tierCount)
    var (issued, capped) = (Int64(0), Int64(0))
    for receipt in receipts {
      let tick = Int(days.tick(receipt))
      let rate = tables.earning.rates[Int(tables.earning.classOf[tick]) * tierCount + tier]
      let earned = rate.points(Int64(nets[receipt]))
      var points = earned
      if tables.cap < .max {
        if tables.period[tick] != presentPeriod {
          presentPeriod = tables.period[tick]
          issuedInPeriod = 0
        }
        points = min(earned, tables.cap - issuedInPeriod)
        issuedInPeriod += points
        capped += earned - points
      }
      issued += points
      lots[receipt - begin] = points
    }
    return (issued, capped)
  }

  /// Lets the lots expire that do so before `tick`, and answers their points.
  @inline(__always)
  mutating func expire(before tick: Int32, by tables: PlainEarning, _ days: DayColumn) -> Int64 {
    var gone: Int64 = 0
    while oldest < count && tables.expiry[Int(days.tick(begin + oldest))] < tick {
      gone += lots[oldest]
      oldest += 1
    }
    return gone
  }
}
