import CustomerModels
import MemberBook
import Quantities

/// The CDNOW sample, read plainly, with its calibration to 1997-09-30.
enum CDNOW {
  static let calibration = Day(year: 1997, month: 9, day: 30) ?? .distantPast

  static func book() throws -> Book {
    let path = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let text = try read("/\(path)/Data/cdnow_sample.csv")
    var builder = BookBuilder()
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ",")
      let date = cells[1].split(separator: "-").compactMap { Int($0) }
      let amount = cells[3].split(separator: ".").compactMap { Int64($0) }
      guard let day = Day(year: date[0], month: date[1], day: date[2]) else { throw Unreadable() }
      try builder.append(member: String(cells[0]), day: day, amount: amount[0] * 100 + amount[1])
    }
    return try builder.finish()
  }

  static func summaries() throws -> MemberSummaries { try MemberSummaries(book(), through: calibration) }
  static func table() throws -> SummaryTable { try summaries().table }

  struct Unreadable: Error {}
}
