import Programme
import Quantities

/// What a window of days comes to.
struct WindowSums: Equatable {
  var spend: Int64 = 0
  var visits: Int64 = 0
  var purchases: Int64 = 0
  var points: Int64 = 0
  /// By name.
  var actions: [String: Int64] = [:]
}

extension ReferenceMember {
  /// Rule T5: the first day of the window at `day`, which itself is in.
  func firstDay(ofWindowAt day: Day) -> Day {
    switch rules.ladder.window {
    case .rolling(let length): referenceDay(day, minus: length) + 1
    case .calendarYear: firstOfJanuary(day.components.year)
    case .anniversaryYear: latestAnniversary(of: joinedForTier, onOrBefore: day)
    case .lifetime: .distantPast
    }
  }

  /// The window at `day`, summed afresh from the receipts processed so far.
  func window(at day: Day) -> WindowSums {
    sums(from: firstDay(ofWindowAt: day), through: day)
  }

  /// Of everyone who shares the tier.
  func sums(from first: Day, through day: Day) -> WindowSums {
    var sums = WindowSums()
    var netOfDay: [Day: Int64] = [:]
    for member in [self] + mates { member.addSums(from: first, through: day, &sums, &netOfDay) }
    // A visit is a day whose receipts so far come to more than 0 in total.
    sums.visits = Int64(netOfDay.values.count { $0 > 0 })
    return sums
  }

  private func addSums(from first: Day, through day: Day, _ sums: inout WindowSums, _ netOfDay: inout [Day: Int64]) {
    for (index, receipt) in receipts.prefix(processed).enumerated() where first <= receipt.day && receipt.day <= day {
      if let condition = rules.ladder.counts {
        // Only what matches counts, and it makes a purchase where it comes to more than 0.
        let net = receipt.lines.filter { meets(condition, receipt, $0, by: self) }.reduce(0) { $0 + $1.amount }
        sums.spend += net
        netOfDay[receipt.day, default: 0] += net
        if net > 0 { sums.purchases += 1 }
      } else {
        sums.spend += receipt.amount
        netOfDay[receipt.day, default: 0] += receipt.amount
        // A receipt of 0 is a purchase too.
        if receipt.amount >= 0 { sums.purchases += 1 }
      }
      // Issued by earning day, less what was really clawed back (not what was waived) by the day it was, and of both
      // only what qualifies.
      sums.points += counted[index]
    }
    for (index, action) in actions.prefix(actionsDone).enumerated() where first <= action.day && action.day <= day {
      sums.actions[action.name, default: 0] += 1
      sums.points += countedByAction[index]
    }
    for entry in uncounted where first <= entry.day && entry.day <= day { sums.points -= entry.points }
  }
}
