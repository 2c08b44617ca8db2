import MemberBook
public import Quantities

/// A number that is calculated from the columns of a table, row by row and exactly: `数量 * 单价 - 优惠`.
public indirect enum ColumnCalculation: Sendable, Hashable {
  /// What the cell under a header says.
  case column(String)
  case number(Ratio)
  case combined(ColumnCalculation, Operator, ColumnCalculation)

  /// What two numbers are combined by.
  public enum Operator: String, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
  }

  /// The headers it names, in order of writing.
  public var headers: [String] {
    switch self {
    case .column(let header): [header]
    case .number: []
    case .combined(let one, _, let other): one.headers + other.headers
    }
  }

  /// With fields in place of headers.
  func bound(to fields: [String: Int]) -> BoundCalculation? {
    switch self {
    case .column(let header): fields[header].map { .field($0) }
    case .number(let number): .number(number)
    case .combined(let one, let by, let other):
      if let one = one.bound(to: fields), let other = other.bound(to: fields) { .combined(one, by, other) } else { nil }
    }
  }
}

/// A calculation whose columns are known by their place.
indirect enum BoundCalculation: Sendable {
  case field(Int)
  case number(Ratio)
  case combined(BoundCalculation, ColumnCalculation.Operator, BoundCalculation)

  /// What a calculation comes to in one row.
  enum Outcome<Number> {
    case value(Number)
    /// Nothing but blank cells, or one where a product needs a number.
    case blank
    case refused(field: Int, DecimalReading)
    case beyondBound
  }

  /// A blank cell that is added or taken off counts as nothing.
  func outcome(in row: RowCells, _ bytes: ByteSpan) -> Outcome<Ratio> {
    switch self {
    case .number(let number): return .value(number)
    case .field(let field):
      switch row.exactNumber(in: field, bytes) {
      case .value(let value):
        return Ratio(value, over: RowCells.scale).map { .value($0) } ?? .beyondBound
      case .blank: return .blank
      case let other: return .refused(field: field, other)
      }
    case .combined(let one, let by, let other):
      return BoundCalculation.combine(one.outcome(in: row, bytes), by, other.outcome(in: row, bytes))
    }
  }

  private static func combine(
    _ one: Outcome<Ratio>, _ by: ColumnCalculation.Operator, _ other: Outcome<Ratio>
  ) -> Outcome<Ratio> {
    let isSum = by == .plus || by == .minus
    switch (one, other) {
    case (.refused, _), (.beyondBound, _): return one
    case (_, .refused), (_, .beyondBound): return other
    case (.blank, .blank): return .blank
    case (.blank, .value(let other)): return isSum ? combine(.value(.zero), by, .value(other)) : .blank
    case (.value, .blank): return isSum ? one : .blank
    case (.value(let one), .value(let other)):
      let result: Ratio? =
        switch by {
        case .plus: one.adding(other)
        case .minus: one.subtracting(other)
        case .times: one.multiplied(by: other)
        case .over: one.divided(by: other)
        }
      return result.map { .value($0) } ?? .beyondBound
    }
  }

  /// What it comes to in minor units, to the nearest, halves away from zero.
  func minorUnits(in row: RowCells, _ bytes: ByteSpan) -> Outcome<Int64> {
    switch outcome(in: row, bytes) {
    case .blank: return .blank
    case .beyondBound: return .beyondBound
    case .refused(let field, let reading): return .refused(field: field, reading)
    case .value(let value):
      let minor = rounded(Int128(value.numerator) * 100, Int128(value.denominator))
      return DecimalReading.isWithinBound(minor) ? .value(minor) : .beyondBound
    }
  }
}
