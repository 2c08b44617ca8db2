public import Quantities

/// A further column of a members file, which has no role of its own, as a typed fact of every member.
public struct Attribute: Sendable, Equatable {
  /// What its values are taken for.
  public enum Kind: String, Sendable {
    /// The value is a text's code.
    case text
    /// In ten-thousandths.
    case number
    /// As `Day.number`.
    case day
  }

  /// One member's value.
  public enum Value: Sendable, Equatable {
    case text(String)
    /// In ten-thousandths.
    case number(Int64)
    case day(Day)
  }

  /// The column's header.
  public let name: String
  /// What all of its values are.
  public let kind: Kind
  var values = FactColumn<Int64>(unknown: .min)

  /// `name` is the header of its column.
  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// The same attribute, of which nothing is known.
  var emptied: Attribute { Attribute(name: name, kind: kind) }
}
