import Messages
import Quantities

/// How cells look in a table.
struct CellText {
  let currency: Currency?

  /// `showsCents` writes the decimals of whole amounts too, so that those of a column stand below each other.
  func text(_ cell: Cell, isDifference: Bool = false, showsCents: Bool = false) -> String {
    var plain = plain(cell)
    if showsCents, case .money(let money) = cell, money.minor % 100 == 0 { plain += ".00" }
    guard isDifference, let first = plain.first, first.isNumber || Currency(rawValue: String(first)) != nil else {
      return plain
    }
    return isZero(cell) ? plain : "+" + plain
  }

  private func plain(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): visible(text)
    case .word(let word): visible(word.text)
    case .count(let count), .points(let count): grouped(count)
    case .money(let money): money.text(in: currency)
    case .share(let part, let whole): whole == 0 ? "–" : fixed(Double(part) / Double(whole) * 100, 1) + "%"
    case .quotient(let numerator, let denominator):
      denominator == 0 ? "–" : fixed(Double(numerator) / Double(denominator), 2)
    case .average(let money, let count):
      count == 0 ? "–" : amount(Double(money.minor) / Double(count) / 100)
    case .difference(let value, .shares): fixed(value * 100, 1) + "pp"
    case .difference(let value, .averages): amount(value)
    case .difference(let value, .quotients): fixed(value, 2)
    case .number(let value): trimmed(fixed(value, 4))
    case .estimate(let value, .share): fixed(value * 100, 1) + "%"
    case .estimate(let value, .count): fixed(value, 1)
    case .estimate(let value, .factor): fixed(value, 2) + "x"
    case .day(let day): day.description
    case .none: "–"
    }
  }

  /// Money with a fraction of a minor unit, to the minor unit.
  private func amount(_ major: Double) -> String {
    let text = fixed(major, 2)
    guard let symbol = currency?.symbol, text != "–" else { return text }
    return text.hasPrefix("-") ? "-" + symbol + text.dropFirst() : symbol + text
  }

  /// Without zeros at the end of the decimals.
  private func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    let kept = text.reversed().drop { $0 == "0" }
    return String((kept.first == "." ? kept.dropFirst() : kept).reversed())
  }

  private func isZero(_ cell: Cell) -> Bool {
    switch cell {
    case .count(let value), .points(let value): value == 0
    case .money(let money): money.minor == 0
    case .difference(let value, _), .number(let value), .estimate(let value, _): value == 0
    case .text, .word, .share, .quotient, .average, .day, .none: true
    }
  }

  static func isNumeric(_ cell: Cell) -> Bool {
    switch cell {
    case .text, .word, .day: false
    case .count, .points, .money, .share, .quotient, .average, .difference, .number, .estimate, .none: true
    }
  }

  /// `value` with `places` decimals and grouped digits, halves away from zero.
  private func fixed(_ value: Double, _ places: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "–" }
    let scale = (0..<places).reduce(Int64(1)) { power, _ in power * 10 }
    let scaled = Int64((abs(value) * Double(scale)).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    let decimals = String(scaled % scale)
    return sign + grouped(UInt64(scaled / scale))
      + (places == 0 ? "" : "." + String(repeating: "0", count: places - decimals.count) + decimals)
  }
}
