import Programme
import Quantities
@testable import Insight

/// Conditions decided member by member, as their definitions say it.
struct NaiveSegments {
  let store: NaiveStore
  let programme: Programme
  let asOf: Day

  /// One of days of their own, one of a week and of a day of every year.
  static var holidays: [Holiday] {
    func holiday(_ name: String, _ days: [HolidayDate]) -> Holiday {
      var holiday = Holiday(name: name)
      holiday.days = days
      return holiday
    }
    let first = NaiveStore.first
    let week = DayRange(first + 200, first + 206) ?? DayRange(first)
    return [
      holiday("日", [.days(DayRange(first + 33)), .days(DayRange(first + 350))]),
      holiday("节", [.days(week), .everyYear(YearDay(month: 2, day: 29)), .everyYear(YearDay(month: 1, day: 3))]),
    ]
  }

  func holds(_ condition: SegmentCondition, _ member: Int) -> Bool {
    switch condition {
    case .and(let one, let other): return holds(one, member) && holds(other, member)
    case .or(let one, let other): return holds(one, member) || holds(other, member)
    case .not(let one): return !holds(one, member)
    case .segment(let name):
      let inner =
        programme.segments.first { $0.name == name.name }?.condition
        ?? programme.tags.first { $0.name == name.name }?.condition
      guard let inner else { return false }
      return holds(inner, member)
    case .holds(let call): return !purchases(call, member).isEmpty
    case .compare(let call, let comparison, let value):
      guard let left = number(call, member), let right = number(value) else { return false }
      switch comparison {
      case .less: return left < right
      case .notGreater: return left <= right
      case .greater: return left > right
      case .notLess: return left >= right
      case .equal: return left == right
      case .notEqual: return left != right
      }
    case .within(let call, let low, let high):
      guard let value = number(call, member), let low = number(low), let high = number(high) else { return false }
      return value >= low && value <= high
    }
  }

  private func number(_ value: SegmentValue) -> Ratio? {
    switch value {
    case .number(let number): number
    case .money(let money): money.major
    case .share(let share): share.fraction
    case .time(let duration): Ratio(Int64(asOf - (asOf - duration)))
    case .day, .name: nil
    }
  }

  /// The receipts that a call looks at, each with those of its lines that count.
  private func receipts(_ call: MeasureCall, _ member: Int) -> [NaiveStore.Receipt] {
    store.receipts(of: member).compactMap { receipt in
      guard receipt.day <= asOf else { return nil }
      switch call.period {
      case .last(let duration)?: if receipt.day <= asOf - duration { return nil }
      case .days(let range)?: if receipt.day < range.first || receipt.day > range.last { return nil }
      case nil: break
      }
      var kept = receipt
      kept.lines = receipt.lines.filter { line in (call.part?.filters ?? []).allSatisfy { lets($0, line) } }
      return kept.lines.isEmpty ? nil : kept
    }
  }

  private func lets(_ filter: PurchasePart.Filter, _ line: NaiveStore.Line) -> Bool {
    switch filter {
    case .categories(let names): return names.contains(line.category)
    case .stores(let names): return names.contains(line.store)
    case .channels(let names): return names.contains(line.channel)
    case .weekend: return [.saturday, .sunday].contains(line.day.weekday)
    case .workday: return ![.saturday, .sunday].contains(line.day.weekday)
    case .weekdays(let days): return days.contains(line.day.weekday)
    case .between(let from, let until): return line.second >= from.second && line.second < until.second
    case .price(let low, let high):
      guard let price = Ratio(abs(line.amount) * 1000, over: Int64(line.quantity)) else { return false }
      return price >= Ratio(low.minor) && price <= Ratio(high.minor)
    case .season(let from, let to):
      let parts = line.day.components
      let today = YearDay(month: parts.month, day: parts.day)
      return from <= to ? today >= from && today <= to : today >= from || today <= to
    case .holidays(let names, let before):
      return programme.holidays.contains { holiday in
        guard names.isEmpty || names.contains(holiday.name) else { return false }
        return (0...366).contains { ahead in
          let day = line.day + ahead
          let isThen = holiday.days.contains { isOn($0, day) }
          guard let before else { return ahead == 0 && isThen }
          // The day that it begins on lies ahead, at most so far.
          return isThen && !holiday.days.contains { isOn($0, day - 1) } && line.day < day && line.day >= day - before
        }
      }
    }
  }

  private func isOn(_ date: HolidayDate, _ day: Day) -> Bool {
    switch date {
    case .days(let range): return range.contains(day)
    case .everyYear(let yearDay):
      let parts = day.components
      return parts.month == yearDay.month && parts.day == yearDay.day
    }
  }

  /// Whole receipts decide whether it was a purchase.
  private func wholeNet(_ receipt: NaiveStore.Receipt) -> Int64 {
    store.lines.filter { $0.receipt == receipt.lines[0].receipt }.reduce(0) { $0 + $1.amount }
  }

  private func purchases(_ call: MeasureCall, _ member: Int) -> [NaiveStore.Receipt] {
    receipts(call, member).filter { wholeNet($0) >= 0 }
  }

  private func visitDays(_ call: MeasureCall, _ member: Int) -> [Day] {
    Dictionary(grouping: receipts(call, member), by: \.day)
      .filter { $0.value.reduce(0) { $0 + $1.net } > 0 }.keys.sorted()
  }

  private func spend(_ call: MeasureCall, _ member: Int) -> Int64 {
    receipts(call, member).reduce(0) { $0 + $1.net }
  }

  func number(_ call: MeasureCall, _ member: Int) -> Ratio? {
    guard case .measure(let measure) = call.subject else { return nil }
    switch measure {
    case .spend: return Money(minor: spend(call, member)).major
    case .visits: return Ratio(Int64(visitDays(call, member).count))
    case .purchases: return Ratio(Int64(purchases(call, member).count))
    case .returns: return Ratio(Int64(receipts(call, member).count - purchases(call, member).count))
    case .basket: return Ratio(spend(call, member), over: Int64(purchases(call, member).count) * 100)
    case .items:
      return Ratio(receipts(call, member).flatMap(\.lines).reduce(0) { $0 + Int64($1.quantity) }, over: 1000)
    case .itemsPerPurchase:
      return Ratio(
        receipts(call, member).flatMap(\.lines).reduce(0) { $0 + Int64($1.quantity) },
        over: Int64(purchases(call, member).count) * 1000)
    case .margin:
      return Money(minor: receipts(call, member).flatMap(\.lines).reduce(0) { $0 + $1.amount - $1.cost }).major
    case .recency: return purchases(call, member).last.map { Ratio(Int64(asOf - $0.day)) }
    case .gap:
      let days = visitDays(call, member)
      guard days.count > 1 else { return nil }
      return Ratio(Int64(days[days.count - 1] - days[0]), over: Int64(days.count - 1))
    case .share:
      var whole = call
      whole.part = nil
      let all = spend(whole, member)
      return all > 0 ? Ratio(spend(call, member), over: all) : nil
    case .bought, .tier, .joined, .age, .birthdayMonth, .consent, .recencyScore, .frequencyScore, .monetaryScore, .rfm,
      .lifecycle, .pyramid, .layers, .actions, .referrals, .value, .alive, .expectedPurchases, .score:
      return nil
    }
  }
}
