import Programme
import Quantities

// Which values and which bonuses hold: `during` (rule T7), and the conditions of `when` (rule P5).

/// The value in force on `day`: of the changes that hold then the one written last, else the value outside them.
func inForce<Value>(_ scheduled: Scheduled<Value>, on day: Day) -> Value? {
  for change in scheduled.changes.reversed() where change.during.first <= day && day <= change.during.last {
    return change.value
  }
  return scheduled.base
}

/// Whether `line` of `receipt` of `member` meets `condition`.
func meets(_ condition: Condition, _ receipt: ReferenceReceipt, _ line: ReferenceLine, by member: ReferenceMember)
  -> Bool
{
  switch condition {
  case .daysOfMonth(let numbers): return numbers.contains { isDayOfMonth($0, receipt.day) }
  case .weekdays(let weekdays, let slot):
    guard weekdays.contains(receipt.day.weekday) else { return false }
    if let slot { return lies(receipt.second, in: slot) }
    return true
  case .slot(let slot): return lies(receipt.second, in: slot)
  case .dates(let range): return range.first <= receipt.day && receipt.day <= range.last
  case .season(let from, let to): return lies(receipt.day, from: from, to: to)
  case .categories(let names): return names.contains(line.category)
  case .stores(let names): return names.contains(receipt.store)
  case .fullPrice: return line.discount == 0
  case .birthdayMonth: return member.person.birthMonth == receipt.day.components.month
  case .joiningAnniversary:
    // Not on the day of joining itself, nor before it.
    return receipt.day > member.joined
      && receipt.day == referenceAnniversary(of: member.joined, in: receipt.day.components.year)
  case .and(let one, let other):
    return meets(one, receipt, line, by: member) && meets(other, receipt, line, by: member)
  case .or(let one, let other):
    return meets(one, receipt, line, by: member) || meets(other, receipt, line, by: member)
  case .not(let one): return !meets(one, receipt, line, by: member)
  }
}

private func isDayOfMonth(_ number: MonthDayNumber, _ day: Day) -> Bool {
  switch number {
  case .day(let wanted): return day.components.day == wanted
  case .last: return (day + 1).components.day == 1
  }
}

/// From inclusive, to exclusive.
private func lies(_ second: Int32, in slot: TimeSlot) -> Bool {
  slot.from.second <= second && second < slot.until.second
}

/// Both ends in, every year; from a later to an earlier day of the year it runs over the new year.
private func lies(_ day: Day, from: YearDay, to: YearDay) -> Bool {
  let today = day.components.month * 100 + day.components.day
  let (first, last) = (from.month * 100 + from.day, to.month * 100 + to.day)
  if first <= last { return first <= today && today <= last }
  return today >= first || today <= last
}
