import CustomerModels
import Numerics

/// Members drawn by a model's own story, from keyed chance.
enum Drawn {
  /// Purchases day by day: a member who bought at times t since the first purchase, observed for `days`.
  static func members(_ count: Int, seed: UInt32, days: Int, _ story: (inout KeyedStream, Double) -> [Double])
    -> SummaryTable
  {
    SummaryTable(
      (0..<count).map { member in
        var stream = KeyedStream(KeyedChance(seed: seed, purpose: 900), subject: UInt64(member), draw: 0)
        let observed = 1 + Int(stream.uniform() * Double(days))
        let times = story(&stream, Double(observed) / 7)
        // A day's purchases count once, those of the first day not at all.
        var days: [Int32] = []
        for time in times {
          let day = Int32(time * 7)
          if day > (days.last ?? 0) { days.append(day) }
        }
        return (repeats: Int32(days.count), lastDays: days.last ?? 0, observedDays: Int32(observed))
      })
  }

  /// MBG (`first` true) or BG.
  static func betaGeometric(
    _ count: Int, _ r: Double, _ alpha: Double, _ a: Double, _ b: Double, first: Bool, days: Int = 730,
    seed: UInt32 = 1
  ) -> SummaryTable {
    members(count, seed: seed, days: days) { stream, observed in
      let rate = stream.gamma(shape: r, rate: alpha)
      let dropout = stream.beta(a, b)
      var times: [Double] = []
      if first && stream.uniform() < dropout { return times }
      var time = stream.gamma(shape: 1, rate: rate)
      while time < observed {
        times.append(time)
        if stream.uniform() < dropout { break }
        time += stream.gamma(shape: 1, rate: rate)
      }
      return times
    }
  }

  static func pareto(
    _ count: Int, _ r: Double, _ alpha: Double, _ s: Double, _ beta: Double, days: Int = 730
  ) -> SummaryTable {
    members(count, seed: 1, days: days) { stream, observed in
      let rate = stream.gamma(shape: r, rate: alpha)
      let end = min(observed, stream.gamma(shape: 1, rate: stream.gamma(shape: s, rate: beta)))
      return purchases(&stream, rate, until: end)
    }
  }

  static func nbd(_ count: Int, _ r: Double, _ alpha: Double, days: Int = 730, seed: UInt32 = 1) -> SummaryTable {
    members(count, seed: seed, days: days) { stream, observed in
      purchases(&stream, stream.gamma(shape: r, rate: alpha), until: observed)
    }
  }

  private static func purchases(_ stream: inout KeyedStream, _ rate: Double, until end: Double) -> [Double] {
    var times: [Double] = []
    var time = stream.gamma(shape: 1, rate: rate)
    while time < end {
      times.append(time)
      time += stream.gamma(shape: 1, rate: rate)
    }
    return times
  }
}
