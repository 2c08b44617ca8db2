import Programme
import Quantities

extension Dice {
  /// A day on which a window, a term, a grace, a wait or an expiry that began on `day` ends, or an anniversary of it.
  mutating func end(of day: Day, under rules: Rules) -> Day {
    var ends = [
      day.anniversary(in: min(day.components.year + 1, 2025)), firstOfJanuary(min(day.components.year + 1, 2025)),
      day + int(1...5),
    ]
    if case .rolling(let length) = rules.ladder.window { ends.append(referenceDay(day, plus: length)) }
    if case .duration(let length) = rules.ladder.keep {
      let review = referenceDay(day, plus: length)
      ends += [review, review]
      if let grace = rules.ladder.grace { ends.append(referenceDay(review, plus: grace)) }
    }
    if let pending = rules.points?.pending { ends.append(referenceDay(day, plus: pending)) }
    switch rules.points?.expire {
    case .afterEarning(let length), .inactivity(let length): ends.append(referenceDay(day, plus: length))
    case .calendarYearEnd, .never, nil: break
    }
    let changes = rules.ladder.tiers.flatMap { $0.spend.boundaries + $0.points.boundaries }
    if !changes.isEmpty { ends.append(pick(changes)) }
    return pick(ends)
  }

  /// One to three lines that sum to `net`; at times one of them against the others.
  mutating func lines(of net: Int64) -> [ReferenceLine] {
    var lines: [ReferenceLine] = []
    var rest = net
    for _ in 0..<pick([0, 0, 1, 2]) {
      let part = chance(20) ? amount(-20_000...20_000) : rest * Int64(int(0...100)) / 100
      lines.append(ReferenceLine(category: pick(RandomCase.categories), amount: part, discount: max(0, part % 3)))
      rest -= part
    }
    lines.append(ReferenceLine(category: pick(RandomCase.categories), amount: rest, discount: max(0, rest % 2)))
    return lines
  }
}
