import Quantities

extension ConformanceTable {
  /// As an XLSX workbook: typed columns as numbers and dates, the rest as texts.
  package func workbook(sharesStrings: Bool) throws -> TemporaryFile {
    var places: [String: Int] = [:]
    var strings: [String] = []
    var xml = ""
    for (number, row) in rows.enumerated() {
      xml += "<row>"
      for (column, cell) in row.enumerated() {
        switch number == 0 ? .text : kinds[column] {
        case _ where cell.isEmpty: xml += "<c/>"
        case .integer, .decimal: xml += "<c><v>\(cell)</v></c>"
        case .moment: xml += "<c s=\"2\"><v>\(ConformanceTable.serial(cell))</v></c>"
        case .text where sharesStrings:
          let place = places[cell] ?? strings.count
          if place == strings.count {
            places[cell] = place
            strings.append("<si>\(ConformanceTable.element(cell))</si>")
          }
          xml += "<c t=\"s\"><v>\(place)</v></c>"
        case .text: xml += "<c t=\"inlineStr\"><is>\(ConformanceTable.element(cell))</is></c>"
        }
      }
      xml += "</row>"
    }
    return try WorkbookFixture(rows: xml, strings: sharesStrings ? strings : nil).file()
  }

  /// As an XLS workbook, likewise; its texts stand in the cells.
  package func oldWorkbook() throws -> TemporaryFile {
    var records: [UInt8] = []
    for (number, row) in rows.enumerated() {
      for (column, cell) in row.enumerated() where !cell.isEmpty {
        let (line, place) = (UInt16(number), UInt16(column))
        switch number == 0 ? .text : kinds[column] {
        case .integer, .decimal: records += Fixtures.number(line, place, Double(cell) ?? .nan)
        case .moment: records += Fixtures.number(line, place, ConformanceTable.serial(cell), style: 2)
        case .text:
          let units = Array(cell.utf16)
          records += record(
            0x0204, Fixtures.place(line, place) + le16(UInt16(units.count)) + [1] + units.flatMap { le16($0) })
        }
      }
    }
    return try XLSFixture(records).file()
  }

  private static func element(_ text: String) -> String {
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    return "<t xml:space=\"preserve\">\(escaped)</t>"
  }

  /// The number that a workbook keeps for `2017-01-05 09:07:00`.
  private static func serial(_ moment: String) -> Double {
    let parts = moment.split { "- :".contains($0) }.compactMap { Int($0) }
    guard parts.count == 6, let day = Day(year: parts[0], month: parts[1], day: parts[2]) else { return .nan }
    return Double(day.number) + 25_569 + Double(parts[3] * 3600 + parts[4] * 60 + parts[5]) / 86_400
  }
}
