import MemberBook

/// What kind of value a cell says it has, by its attribute `t`.
enum CellKind {
  case number, shared, text, boolean, date
  /// An error's name, `#N/A`, or a formula's text: both stand as they are.
  case literal

  init(_ type: UnsafePointer<CChar>) {
    switch XMLName(qualified: type) {
    case "s": self = .shared
    case "inlineStr": self = .text
    case "b": self = .boolean
    case "d": self = .date
    case "str", "e": self = .literal
    default: self = .number
    }
  }
}

/// A cell as the sheet's XML gives it.
struct CellParts {
  var kind = CellKind.number
  var style = 0
  var value: [UInt8] = []
  var formula: [UInt8] = []
  var hasFormula = false

  /// A formula's text may well be blank; that a number is missing means that nobody worked it out.
  var isUnworkedFormula: Bool { hasFormula && value.isEmpty && kind != .literal }

  mutating func clear() {
    kind = .number
    style = 0
    value.removeAll(keepingCapacity: true)
    formula.removeAll(keepingCapacity: true)
    hasFormula = false
  }
}

/// Makes the text of a cell: what a person would see of its value in a CSV file, dates with the year first.
struct CellTexts: Sendable {
  let strings: SharedStrings
  let formats: [NumberFormat]
  let dates: DateSystem

  /// Adds the text, nothing for a blank cell. False where it names a shared text that there is not.
  func append(_ cell: CellParts, to bytes: inout [UInt8]) -> Bool {
    if cell.value.isEmpty {
      if cell.isUnworkedFormula {
        bytes.append(UInt8(ascii: "="))
        bytes += cell.formula
      }
      return true
    }
    switch cell.kind {
    case .shared:
      guard let range = index(cell.value).flatMap({ strings.range($0) }) else { return false }
      bytes += strings.bytes[range]
    case .text, .literal:
      let start = bytes.count
      bytes += cell.value
      decodeEscapes(in: &bytes, from: start)
    case .boolean: bytes += (cell.value == [0x30] || cell.value.elementsEqual("false".utf8) ? "FALSE" : "TRUE").utf8
    case .date:
      if !appendISODate(cell.value.span, showsTime: format(cell.style) == .time, to: &bytes) { bytes += cell.value }
    case .number: appendNumber(cell.value.span, format(cell.style), dates, to: &bytes)
    }
    return true
  }

  /// Adds a number that is held in binary: an integer as it is, as long as doubles hold every one, any other by the
  /// shortest decimal that means the same.
  func append(_ number: Double, style: Int, to bytes: inout [UInt8]) {
    let isExact = abs(number) < 9_007_199_254_740_992
    let integer = isExact ? Int64(exactly: number) : nil
    let text = Array((integer.map { String($0) } ?? number.description).utf8)
    appendNumber(text.span, format(style), dates, to: &bytes)
  }

  func format(_ style: Int) -> NumberFormat { formats.indices.contains(style) ? formats[style] : .number }

  private func index(_ text: [UInt8]) -> Int? {
    var result = 0
    for byte in text {
      guard isDigit(byte), result < 1 << 40 else { return nil }
      result = result * 10 + Int(byte - 0x30)
    }
    return result
  }
}

/// Adds the text of a number in a cell of that format.
func appendNumber(_ text: ByteSpan, _ format: NumberFormat, _ dates: DateSystem, to bytes: inout [UInt8]) {
  if format != .number, let serial = DecimalNumber(text),
    appendDate(serial, dates, showsTime: format == .time, to: &bytes)
  {
    return
  }
  appendNumber(text, to: &bytes)
}
