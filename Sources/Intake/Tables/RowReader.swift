import MemberBook
import Messages

/// A source that has rows and cells of its own, such as a workbook's sheet or a database's answer, front to back. Its
/// rows become the same text that a CSV file of them would be, so that everything behind it is one.
protocol RowReader: Sendable {
  /// Writes further rows, at least one where there are any, and about `size` bytes of them. False at the end.
  mutating func read(into text: inout RowText, size: Int) throws(Diagnostic) -> Bool

  /// How far it has come, in any unit; nil where that cannot be told.
  var position: ReadPosition? { get }
}
