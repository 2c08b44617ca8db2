import Programme
import Quantities

/// For each day the first day of its qualification window, and for each day the one on which it falls out.
struct WindowTables: Sendable {
  /// First tick in the window that ends at each tick; empty for anniversary years, which differ by member.
  let start: [Int32]
  /// First tick whose window no longer holds each tick; `never` where none does.
  let leaves: [Int32]
  /// The first tick whose window begins within the data; `never` where none does, or it differs by member.
  let wholeFrom: Int32

  init(_ window: QualificationWindow, _ timeline: Timeline) {
    switch window {
    case .rolling(let duration): start = timeline.table { $0 - duration + 1 }
    case .calendarYear: start = timeline.table { $0.newYear() }
    case .lifetime: start = [Int32](repeating: .min, count: timeline.count)
    case .anniversaryYear: start = []
    }
    var leaves = [Int32](repeating: Timeline.never, count: start.count)
    var next = 0
    for (tick, first) in start.enumerated() {
      while next < Int(first) && next < leaves.count {
        leaves[next] = Int32(tick)
        next += 1
      }
    }
    self.leaves = leaves
    wholeFrom = start.firstIndex { $0 >= 1 }.map { Int32($0) } ?? Timeline.never
  }
}
