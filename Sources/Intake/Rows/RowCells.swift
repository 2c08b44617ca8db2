import MemberBook

/// Where the cells of one row stand in the bytes that go with it, and how its numbers are written.
struct RowCells {
  let fields: [RecordField]
  let mark: DecimalMark

  /// Numbers that calculations read have up to four decimals.
  static let decimals = 4
  static let scale: Int64 = 10_000

  init(_ fields: [RecordField], mark: DecimalMark) {
    self.fields = fields
    self.mark = mark
  }

  /// Where the text of a cell stands, without the blanks around it.
  func range(of field: Int, _ bytes: ByteSpan) -> Range<Int> { trimmed(bytes, fields[field]) }

  /// What a cell says.
  func text(of field: Int, _ bytes: ByteSpan) -> String { Intake.text(bytes, range(of: field, bytes)) }

  /// The number that a cell says, in units of the last of so many decimals.
  func number(in field: Int, decimals: Int, _ bytes: ByteSpan) -> DecimalReading {
    DecimalReading(bytes.extracting(range(of: field, bytes)), decimals: decimals, mark: mark)
  }

  /// The number that a cell says for a calculation, in ten-thousandths.
  func exactNumber(in field: Int, _ bytes: ByteSpan) -> DecimalReading {
    DecimalReading.full(folded(bytes.extracting(range(of: field, bytes))), decimals: RowCells.decimals, mark)
  }

  /// What a cell says, in half-width forms.
  func word(in field: Int, _ bytes: ByteSpan) -> String {
    String(decoding: folded(bytes.extracting(range(of: field, bytes))), as: UTF8.self)
  }

  /// What a cell says that names a member or a receipt.
  func identity(in field: Int, _ bytes: ByteSpan) -> IdentityText {
    IdentityText(bytes.extracting(range(of: field, bytes)))
  }
}
