import CODBC
import MemberBook

extension RowText {
  /// Adds a cell that a driver has written to `room`, `length` bytes of it, without the end of a text.
  mutating func add(_ room: Slice<UnsafeRawBufferPointer>, _ length: Int, as form: ODBCColumn.Form) {
    let room = UnsafeRawBufferPointer(rebasing: room)
    switch form {
    case .text:
      var utf8: [UInt8] = []
      utf8.reserveCapacity(length / 2 * 3)
      UTF16Bytes(UnsafeRawBufferPointer(rebasing: room.prefix(length))).append(to: &utf8)
      add(utf8.span)
    case .digits: add(UnsafeRawBufferPointer(rebasing: room.prefix(length)).bindMemory(to: UInt8.self).span)
    case .binary: add(binary: UnsafeRawBufferPointer(rebasing: room.prefix(length)).bindMemory(to: UInt8.self).span)
    case .double: add(DecimalText(room.loadUnaligned(as: Double.self)).text)
    case .float: add(DecimalText(room.loadUnaligned(as: Float.self)).text)
    case .flag: add(room.first == 0 ? "FALSE" : "TRUE")
    case .date: add(room.loadUnaligned(as: SQL_DATE_STRUCT.self))
    case .moment: add(room.loadUnaligned(as: SQL_TIMESTAMP_STRUCT.self))
    case .time: add(room.loadUnaligned(as: SQL_TIME_STRUCT.self))
    }
  }
}
