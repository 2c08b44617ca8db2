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

  /// A till of three members, and rules for them.
  static let till = "member,date,amount\nA,2024-01-01,1000\nB,2024-01-15,500\nC,2024-02-01,100\nA,2024-03-01,10\n"
  static let rules = """
    ladder 会员 { window = rolling 12mo
      tier 普通
      tier 金卡 { spend = 500 } }
    scenario 放宽 from baseline { 会员.金卡.spend = 100 }
    """
}
