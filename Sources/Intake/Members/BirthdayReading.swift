import MemberBook
import Quantities

/// What a cell that should be a birthday says: a whole date, or month and day.
enum BirthdayReading {
  case birthday(Birthday)
  /// Day and month cannot be told.
  case unclear
  case unreadable

  /// Month and day are read from `3月12日`, `03-12`, `0312`; from `3/12` and `3.12` where the table's dates settle which is
  /// the day, or only one of them can be.
  init(_ bytes: ByteSpan, _ range: Range<Int>, _ dates: inout DateCells) {
    switch dates.read(bytes, range) {
    case .moment(let day, _):
      let parts = day.components
      self = BirthdayReading(year: parts.year, parts.month, parts.day)
    case .unclear: self = .unclear
    case .blank, .unreadable, .doesNotExist, .before1900:
      var reader = CellReader(folded(bytes.extracting(range)))
      self = BirthdayReading(&reader, &dates)
    }
  }

  private init(_ reader: inout CellReader, _ dates: inout DateCells) {
    reader.skipBlanks()
    guard let first = reader.number() else {
      self = .unreadable
      return
    }
    if first.digits == 4, reader.isAtEnd {
      self = BirthdayReading(first.value / 100, first.value % 100)
      return
    }
    let mark = ["月", "-", "/", "."].first { reader.accept($0) }
    guard let mark, first.digits <= 2, let second = reader.number(), second.digits <= 2 else {
      self = .unreadable
      return
    }
    _ = reader.accept("日") || reader.accept("号")
    reader.skipBlanks()
    guard reader.isAtEnd else {
      self = .unreadable
      return
    }
    if mark == "月" || mark == "-" {
      self = BirthdayReading(first.value, second.value)
      return
    }
    dates.note(first.value, second.value)
    switch dates.style {
    case .mdy: self = BirthdayReading(first.value, second.value)
    case .dmy: self = BirthdayReading(second.value, first.value)
    case .ymd:
      let isEither =
        Birthday(month: first.value, day: second.value) != nil
        && Birthday(month: second.value, day: first.value) != nil
      self = isEither && first.value != second.value ? .unclear : BirthdayReading(first.value, second.value)
      if case .unreadable = self { self = BirthdayReading(second.value, first.value) }
    }
  }

  private init(year: Int? = nil, _ month: Int, _ day: Int) {
    self = Birthday(year: year, month: month, day: day).map { .birthday($0) } ?? .unreadable
  }
}
