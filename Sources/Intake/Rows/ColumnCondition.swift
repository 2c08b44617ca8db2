import MemberBook
import Quantities

/// What the cells of a row must say: `状态 != "交易关闭" and 数量 > 0`.
public indirect enum ColumnCondition: Sendable, Hashable {
  /// The cell under a header says exactly this, blanks around it and the width of its letters aside.
  case says(header: String, String)
  case compares(ColumnCalculation, Comparison, ColumnCalculation)
  case not(ColumnCondition)
  case both(ColumnCondition, ColumnCondition)
  case either(ColumnCondition, ColumnCondition)

  /// How two numbers are compared.
  public enum Comparison: String, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="

    func holds(_ one: Ratio, _ other: Ratio) -> Bool {
      switch self {
      case .equal: one == other
      case .notEqual: one != other
      case .less: one < other
      case .lessOrEqual: !(other < one)
      case .greater: other < one
      case .greaterOrEqual: !(one < other)
      }
    }
  }

  /// The headers it names, in order of writing.
  public var headers: [String] {
    switch self {
    case .says(let header, _): [header]
    case .compares(let one, _, let other): one.headers + other.headers
    case .not(let condition): condition.headers
    case .both(let one, let other), .either(let one, let other): one.headers + other.headers
    }
  }

  /// With fields in place of headers.
  func bound(to fields: [String: Int]) -> BoundCondition? {
    switch self {
    case .says(let header, let word):
      return fields[header].map { .says(field: $0, String(decoding: folded(Array(word.utf8).span), as: UTF8.self)) }
    case .compares(let one, let by, let other):
      guard let one = one.bound(to: fields), let other = other.bound(to: fields) else { return nil }
      return .compares(one, by, other)
    case .not(let condition): return condition.bound(to: fields).map { .not($0) }
    case .both(let one, let other):
      guard let one = one.bound(to: fields), let other = other.bound(to: fields) else { return nil }
      return .both(one, other)
    case .either(let one, let other):
      guard let one = one.bound(to: fields), let other = other.bound(to: fields) else { return nil }
      return .either(one, other)
    }
  }
}

/// A condition whose columns are known by their place.
indirect enum BoundCondition: Sendable {
  case says(field: Int, String)
  case compares(BoundCalculation, ColumnCondition.Comparison, BoundCalculation)
  case not(BoundCondition)
  case both(BoundCondition, BoundCondition)
  case either(BoundCondition, BoundCondition)

  /// Numbers that a cell does not say are not compared: no comparison with one holds.
  func holds(in row: RowCells, _ bytes: ByteSpan) -> Bool {
    switch self {
    case .says(let field, let word): return row.word(in: field, bytes) == word
    case .compares(let one, let by, let other):
      guard case .value(let one) = one.outcome(in: row, bytes), case .value(let other) = other.outcome(in: row, bytes)
      else {
        return false
      }
      return by.holds(one, other)
    case .not(let condition): return !condition.holds(in: row, bytes)
    case .both(let one, let other): return one.holds(in: row, bytes) && other.holds(in: row, bytes)
    case .either(let one, let other): return one.holds(in: row, bytes) || other.holds(in: row, bytes)
    }
  }
}
