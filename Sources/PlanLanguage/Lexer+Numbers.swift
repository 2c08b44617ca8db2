import Messages
import Quantities

/// Literals that start with a digit or a currency symbol, the longest first.
extension Lexer {
  mutating func readMoney(_ symbol: Unicode.Scalar) throws(Diagnostic) {
    // A symbol on its own is the currency's name.
    guard scanner.isDigit(1), let currency = Currency(rawValue: String(symbol)) else {
      return add(.word(String(symbol)), 1)
    }
    let (value, length) = try decimal(from: 1)
    let letters = wordLength(from: 1 + length)
    let suffix = scanner.text(1 + length, letters)
    guard let read = NumberSuffix(suffix), read.unit == nil || read.unit == .money(currency) else {
      throw problem(.badNumber(scanner.text(0, 1 + length + letters)), length: 1 + length + letters)
    }
    try addNumber(value, scale: read.scale, unit: .money(currency), length: 1 + length + letters)
  }

  mutating func readNumber() throws(Diagnostic) {
    if try readCalendarLiteral() { return }
    let (value, length) = try decimal(from: 0)
    if scanner.peek(length) == "%" { return try addNumber(value, scale: 1, unit: .percent, length: length + 1) }
    let letters = wordLength(from: length)
    if let suffix = NumberSuffix(scanner.text(length, letters)) {
      if scanner.peek(length + letters) == "-", scanner.isDigit(length + letters + 1) {
        let more = length + letters + 1 + scanner.digits(from: length + letters + 1)
        throw problem(.minusNeedsBlanks(scanner.text(0, more)), length: more)
      }
      let percent = suffix.unit == nil && scanner.peek(length + letters) == "%"
      return try addNumber(
        value, scale: suffix.scale, unit: percent ? .percent : suffix.unit, length: length + letters + (percent ? 1 : 0)
      )
    }
    // A digit run followed by other letters is a name: 90后.
    guard length == scanner.digits(from: 0) else {
      throw problem(.badNumber(scanner.text(0, length + letters)), length: length + letters)
    }
    add(.word(scanner.text(0, length + letters)), length + letters)
  }

  private mutating func addNumber(
    _ value: Ratio, scale: Int64, unit: NumberUnit?, length: Int
  ) throws(Diagnostic) {
    guard let scaled = value.multiplied(by: Ratio(scale)) else {
      throw problem(.numberTooLarge(scanner.text(0, length)), length: length)
    }
    add(.number(Number(scaled, unit)), length)
  }

  /// Digits, in groups of three or not, with decimals; the exact value and how many characters it took.
  private func decimal(from ahead: Int) throws(Diagnostic) -> (Ratio, Int) {
    var length = scanner.digits(from: ahead)
    var grouped = length <= 3
    while scanner.peek(ahead + length) == ",", scanner.isDigit(ahead + length + 1) {
      let group = scanner.digits(from: ahead + length + 1)
      grouped = grouped && group == 3
      length += 1 + group
    }
    let hasComma = length > scanner.digits(from: ahead)
    guard grouped || !hasComma else {
      throw problem(.digitGroups(scanner.text(ahead, length)), length: ahead + length)
    }
    let whole = scanner.text(ahead, length).filter { $0 != "," }
    var decimals = ""
    if scanner.peek(ahead + length) == ".", scanner.isDigit(ahead + length + 1) {
      let count = scanner.digits(from: ahead + length + 1)
      decimals = scanner.text(ahead + length + 1, count)
      length += 1 + count
    }
    while decimals.hasSuffix("0") { decimals.removeLast() }
    guard decimals.count <= 17, let digits = Int64(whole + decimals),
      let value = Ratio(digits, over: (0..<decimals.count).reduce(Int64(1)) { power, _ in power * 10 })
    else { throw problem(.numberTooLarge(scanner.text(ahead, length)), length: ahead + length) }
    return (value, length)
  }

  /// Dates, months, quarters, days of the year and times; false where none stands here.
  private mutating func readCalendarLiteral() throws(Diagnostic) -> Bool {
    let first = scanner.digits(from: 0)
    guard let mark = scanner.peek(first), mark == "-" || mark == ":" else { return false }
    let second = scanner.digits(from: first + 1)
    if mark == ":" { return try readTime(hours: first, minutes: second) }
    if first == 4, scanner.peek(first + 1) == "Q", scanner.digits(from: first + 2) == 1 {
      let quarter = scanner.value(of: 1, from: first + 2)
      guard (1...4).contains(quarter) else { throw problem(.noSuchDay(scanner.text(0, 7)), length: 7) }
      add(.quarter(year: scanner.value(of: 4, from: 0), quarter: quarter), 7)
      return true
    }
    guard (1...2).contains(second) else { return false }
    let month = scanner.value(of: second, from: first + 1)
    if first == 4, scanner.peek(first + 1 + second) == "-" {
      let third = scanner.digits(from: first + second + 2)
      guard (1...2).contains(third) else { return false }
      let length = first + second + third + 2
      let year = scanner.value(of: 4, from: 0)
      guard let day = Day(year: year, month: month, day: scanner.value(of: third, from: first + second + 2)) else {
        throw problem(.noSuchDay(scanner.text(0, length)), length: length)
      }
      add(.day(day), length)
      return true
    }
    let length = first + 1 + second
    if first == 4 {
      guard (1...12).contains(month) else { throw problem(.noSuchDay(scanner.text(0, length)), length: length) }
      add(.month(year: scanner.value(of: 4, from: 0), month: month), length)
      return true
    }
    guard first <= 2, second == 2 else { return false }
    let first2 = scanner.value(of: first, from: 0)
    guard Day(year: 2024, month: first2, day: month) != nil else {
      throw problem(.noSuchDay(scanner.text(0, length)), length: length)
    }
    add(.monthDay(month: first2, day: month), length)
    return true
  }

  private mutating func readTime(hours: Int, minutes: Int) throws(Diagnostic) -> Bool {
    guard hours <= 2, minutes == 2 else { return false }
    var length = hours + 1 + minutes
    var seconds = 0
    if scanner.peek(length) == ":", scanner.digits(from: length + 1) == 2 {
      seconds = scanner.value(of: 2, from: length + 1)
      length += 3
    }
    guard
      let time = TimeOfDay(
        hour: scanner.value(of: hours, from: 0), minute: scanner.value(of: 2, from: hours + 1), second: seconds)
    else { throw problem(.noSuchTime(scanner.text(0, length)), length: length) }
    add(.time(time), length)
    return true
  }
}
