import Glibc
import Intake
import MemberBook
import Messages
import Testing

/// The file that rows set aside are written to.
@Suite struct QuarantineFileTests {
  /// A folder of its own, emptied at the end.
  private final class Folder {
    let path: String

    init() throws {
      var template = Array("/tmp/vipsh-quarantine-XXXXXX".utf8CString)
      try #require(mkdtemp(&template) != nil)
      path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func write(_ text: String, to name: String) throws {
      let file = try #require(fopen(path + "/" + name, "w"))
      fputs(text, file)
      fclose(file)
    }

    func read(_ name: String) -> String? {
      guard let file = fopen(path + "/" + name, "r") else { return nil }
      defer { fclose(file) }
      var bytes = [UInt8](repeating: 0, count: 1 << 16)
      return String(decoding: bytes[..<fread(&bytes, 1, bytes.count, file)], as: UTF8.self)
    }

    var names: [String] {
      guard let directory = opendir(path) else { return [] }
      defer { closedir(directory) }
      var names: [String] = []
      while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if !name.hasPrefix(".") { names.append(name) }
      }
      return names.sorted()
    }

    deinit {
      for name in names { unlink(path + "/" + name) }
      rmdir(path)
    }
  }

  private let dirty = "会员号,日期,金额,备注\n1,2024-01-01,5,\n2,2024-02-30,6,\"a,b\"\n3,2024-01-03,x,\n"

  private func options(_ place: QuarantinePlace = .besideInput) -> PurchaseOptions {
    var options = PurchaseOptions()
    options.quarantine = place
    return options
  }

  @Test func `rows set aside can be mended and loaded as the file was`() throws {
    let folder = try Folder()
    try folder.write(dirty, to: "till.csv")
    let book = try loadPurchases(from: .file(folder.path + "/till.csv"), options: options())
    let file = try #require(book.findings.inputs.first?.quarantineFile)
    #expect(file == folder.path + "/till.quarantine.csv" && folder.names == ["till.csv", "till.quarantine.csv"])
    let text = try #require(folder.read("till.quarantine.csv"))
    #expect(
      text == """
        \u{FEFF}quarantine_line,quarantine_column,quarantine_reason,会员号,日期,金额,备注
        3,日期,the calendar has no `2024-02-30`,2,2024-02-30,6,"a,b"
        4,金额,`x` is not an amount,3,2024-01-03,x,

        """)
    var mended = text
    mended.replace("2,2024-02-30", with: "2,2024-02-29")
    mended.replace("3,2024-01-03,x", with: "3,2024-01-03,7")
    try folder.write(mended, to: "mended.csv")
    let whole = try loadPurchases(from: .file(folder.path + "/mended.csv"), addingTo: book, options: options())
    #expect(described(whole.book) == ["1 2024-01-01 500", "2 2024-02-29 600", "3 2024-01-03 700"])
    #expect(whole.findings.unusedHeaders == ["备注"])
  }

  @Test(arguments: Language.allCases)
  func `reasons are written in the language asked for, which makes no difference to loading them`(language: Language)
    throws
  {
    let folder = try Folder()
    try folder.write(dirty, to: "till.csv")
    var stated = options()
    stated.language = language
    let book = try loadPurchases(from: .file(folder.path + "/till.csv"), options: stated)
    let text = try #require(folder.read("till.quarantine.csv"))
    for row in book.findings.quarantine { #expect(text.contains("," + row.reason.message.text(in: language) + ",")) }
    #expect(text.contains("is not an amount") == (language == .english))
    try folder.write(text.replacing("2024-02-30,6", with: "2024-02-29,6"), to: "mended.csv")
    let whole = try loadPurchases(from: .file(folder.path + "/mended.csv"), addingTo: book, options: options())
    #expect(described(whole.book) == ["1 2024-01-01 500", "2 2024-02-29 600"])
    #expect(
      whole.findings.unusedHeaders == ["备注"] && whole.findings.quarantine.map(\.reason) == [.amountUnreadable("x")])
  }

  @Test func `a file that is there is never written over`() throws {
    let folder = try Folder()
    try folder.write(dirty, to: "till.csv")
    try folder.write("mine", to: "till.quarantine.csv")
    for _ in 0..<2 {
      let book = try loadPurchases(from: .file(folder.path + "/till.csv"), options: options())
      #expect(book.findings.inputs.first?.quarantineFile == folder.path + "/till.quarantine-2.csv")
    }
    #expect(folder.names == ["till.csv", "till.quarantine-2.csv", "till.quarantine.csv"])
    #expect(folder.read("till.quarantine.csv") == "mine")
  }

  @Test func `nothing is left where the load fails or the disk is full`() throws {
    let folder = try Folder()
    try folder.write("member,date,amount\n1,x,y\n", to: "bad.csv")
    #expect(throws: Diagnostic.self) { try loadPurchases(from: .file(folder.path + "/bad.csv"), options: options()) }
    #expect(folder.names == ["bad.csv"])
    try folder.write(dirty, to: "till.csv")
    let failure = try #require(throws: Diagnostic.self) {
      try loadPurchases(from: .file(folder.path + "/till.csv"), options: options(.folder("/nowhere")))
    }
    #expect(failure.message.text.contains("cannot write /nowhere/till.quarantine.csv"))
    #expect(failure.hint?.text.contains("set quarantine") == true)
  }

  @Test func `a file without faults makes none`() throws {
    let folder = try Folder()
    try folder.write("member,date,amount\n1,2024-01-01,5\n", to: "till.csv")
    let book = try loadPurchases(from: .file(folder.path + "/till.csv"), options: options())
    #expect(folder.names == ["till.csv"] && book.findings.inputs.first?.quarantineFile == nil)
  }
}
