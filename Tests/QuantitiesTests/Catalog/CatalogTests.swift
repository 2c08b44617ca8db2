import Foundation
import Messages
import Testing

/// Every message has all languages: English and Simplified where it is declared, which the compiler sees to, and
/// Traditional in the catalog, which OpenCC makes. `VIPSH_RECORD=1` writes the catalog anew and fails, so that it is read
/// before it is kept.
@Suite("33 · languages: the catalog")
struct CatalogTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let catalog = root.appending(path: "Sources/MessageCatalogue/traditional.tsv")

  private static let sources: [(name: String, text: String)] = {
    let folder = root.appending(path: "Sources")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
    return files.filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }.compactMap {
      file in
      (try? String(contentsOf: file, encoding: .utf8)).map { (file.lastPathComponent, $0) }
    }
  }()

  /// Every piece of Simplified Chinese, once each.
  private static let pieces: [String] = {
    var seen: Set<String> = []
    return sources.flatMap { ChineseLiterals($0.text).pieces }
      .filter { $0.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } && seen.insert($0).inserted }
      .sorted()
  }()

  @Test("every piece is what OpenCC makes of it", .enabled(if: OpenCC.isInstalled, "opencc is not installed"))
  func everyPiece() throws {
    try #require(CatalogTests.pieces.count > 300)
    let made = try #require(OpenCC.traditional(CatalogTests.pieces))
    if ProcessInfo.processInfo.environment["VIPSH_RECORD"] != nil {
      try CatalogTests.write(zip(CatalogTests.pieces, made))
      Issue.record("written; read what changed, then run the tests without VIPSH_RECORD")
      return
    }
    for (piece, expected) in zip(CatalogTests.pieces, made) {
      #expect(
        Message("x", zh: Wording(stringLiteral: piece)).text(in: .traditional) == expected,
        "`scripts/catalog` writes the catalog anew")
    }
  }

  @Test("what OpenCC leaves otherwise than it is said in Taiwan is corrected")
  func corrections() {
    let texts = [
      ("按周計", "按週計"), ("週年", "週年"), ("資料質量，", "資料品質，"), ("錯誤程式碼", "錯誤代碼"), ("復購率", "回購率"),
      ("會話的貨幣", "工作階段的貨幣"), ("對映塊", "對映區塊"), ("區塊", "區塊"),
    ]
    for (found, wanted) in texts { #expect(Taiwan.corrected(found) == wanted) }
  }

  @Test("no Chinese stands within a value, where it would stay Simplified")
  func noStrays() {
    for source in CatalogTests.sources {
      #expect(ChineseLiterals(source.text).strays.isEmpty, "\(source.name)")
    }
  }

  @Test("pieces are found as the compiler cuts them")
  func cutting() {
    let text = """
      Message("a", zh: "没有\\(kind(x, "y"))名为 \\(name) 的" + "命令"), other("不是")
      let z = Message(
        "b", zh: \"\"\"
          第一行
            第二行\\n完
          \"\"\")
      """
    #expect(ChineseLiterals(text).pieces == ["没有", "名为 ", " 的", "命令", "第一行\n  第二行\n完"])
    #expect(ChineseLiterals("Message(\"a\", zh: \"\\(on ? \"开\" : \"关\")着\")").strays == ["开", "关"])
  }

  private static func write(_ entries: some Sequence<(String, String)>) throws {
    func escaped(_ text: String) -> String {
      text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\t", with: "\\t")
    }
    let lines = entries.filter { $0 != $1 }.map { escaped($0) + "\t" + escaped($1) }
    let text = lines.joined(separator: "\n") + "\n"
    try text.write(to: catalog, atomically: true, encoding: .utf8)
  }
}
