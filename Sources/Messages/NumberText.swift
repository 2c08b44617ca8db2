/// Decimal digits in groups of three, `1,234,567`.
public func grouped(_ number: UInt64) -> String {
  let digits = Array(String(number))
  var text = ""
  for (place, digit) in digits.enumerated() {
    if place > 0 && (digits.count - place) % 3 == 0 { text.append(",") }
    text.append(digit)
  }
  return text
}

/// `1 member`, `412 members`.
public func counted(_ count: Int, _ thing: String) -> String {
  grouped(Int64(count)) + " " + thing + (count == 1 ? "" : "s")
}

/// As `grouped(_:)` for magnitudes, with a minus sign where needed.
public func grouped(_ number: Int64) -> String { (number < 0 ? "-" : "") + grouped(number.magnitude) }

/// `number` in decimal with leading zeros to at least `width` digits.
public func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
