import Files
import Glibc
import Testing

/// A new folder for the files of one test.
struct Folder {
  let path: String

  init() throws {
    var template = Array("/tmp/vipsh-test-XXXXXX".utf8CString)
    _ = try #require(mkdtemp(&template))
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func write(_ text: String, to name: String) throws {
    let file = try #require(fopen("\(path)/\(name)", "w"))
    fputs(text, file)
    fclose(file)
  }

  /// Copies the files that examples read here.
  func fill() throws {
    let source = Checkout.root + "/Tests/Help/files"
    for name in fileNames(in: source) {
      let file = try #require(fopen("\(path)/\(name)", "w"))
      let bytes = try readBytes("\(source)/\(name)")
      fwrite(bytes, 1, bytes.count, file)
      fclose(file)
    }
  }

  private func readBytes(_ path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
    return bytes
  }

  /// A till of three members, and rules for them.
  static let till = "member,date,amount\nA,2024-01-01,1000\nB,2024-01-15,500\nC,2024-02-01,100\nA,2024-03-01,10\n"
  static let rules = """
    ladder 会员 { window = rolling 12mo
      tier 普通
      tier 金卡 { spend = 500 } }
    scenario 放宽 from baseline { 会员.金卡.spend = 100 }
    """
}
