import Quantities

/// The boutique's days: how busy each is, and what is bought on it.
///
/// Visits are spread over a time that runs faster on busy days. It is counted in weeks, of which the data have as many as
/// in plain time.
struct DemoCalendar: Sendable {
  let first: Day
  let count: Int
  /// Where each day starts in that time, and the end of the last: `count` + 1 entries.
  private let starts: [Double]
  /// By day.
  let seasons: [DemoSeason]
  let off: [Int]
  let gifts: [Int]

  init(_ truth: DemoTruth) {
    first = truth.firstDay
    count = truth.lastDay - truth.firstDay + 1
    var weights: [Int] = []
    var seasons: [DemoSeason] = []
    var off: [Int] = []
    var gifts: [Int] = []
    for offset in 0..<count {
      let day = first + offset
      let month = day.components.month
      let holiday = truth.holidays.first { $0.ranges.contains { $0.contains(day) } }
      weights.append(truth.months[month - 1] * truth.weekdays[day.weekday.rawValue] * (holiday?.traffic ?? 100))
      seasons.append(DemoSeason(month: month))
      off.append(holiday?.off ?? 0)
      gifts.append(holiday?.gifts ?? 100)
    }
    let total = weights.reduce(0, +)
    let weeks = Double(count) / 7
    var sum = 0
    var starts = [0.0]
    for weight in weights {
      sum += weight
      starts.append(Double(sum) / Double(total) * weeks)
    }
    self.starts = starts
    self.seasons = seasons
    self.off = off
    self.gifts = gifts
  }

  /// The end of the data.
  var end: Double { starts[count] }

  /// The day, from 0, that `moment` lies in; the last one for anything later.
  func day(at moment: Double) -> Int {
    var low = 0
    var high = count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= moment { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
