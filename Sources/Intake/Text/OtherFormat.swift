/// Kinds of files that are no delimited text, told by their first bytes.
public enum OtherFormat: String, CaseIterable, Sendable {
  case zip = "an Excel workbook or another zip archive"
  case compound = "an old Excel workbook"
  case gzip = "compressed with gzip"
  case sqlite = "an SQLite database"
  case pdf = "a PDF document"

  private var signature: [UInt8] {
    switch self {
    case .zip: [0x50, 0x4B, 0x03, 0x04]
    case .compound: [0xD0, 0xCF, 0x11, 0xE0]
    case .gzip: [0x1F, 0x8B]
    case .sqlite: Array("SQLite format 3".utf8)
    case .pdf: Array("%PDF-".utf8)
    }
  }

  init?(_ start: [UInt8]) {
    guard let format = OtherFormat.allCases.first(where: { start.starts(with: $0.signature) }) else { return nil }
    self = format
  }
}
