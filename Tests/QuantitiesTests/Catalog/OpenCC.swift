import Foundation

/// What OpenCC leaves or makes otherwise than a store manager in Taiwan says it.
enum Taiwan {
  /// In this order, in texts that are Traditional already.
  static let corrections: [(from: String, to: String)] = [
    ("資料質量", "資料品質"), ("程式碼", "代碼"), ("復購", "回購"), ("會話", "工作階段"),
    // Weeks; anniversaries are 週年 by themselves.
    ("周", "週"),
    // Blocks of statements and fields.
    ("區塊", "塊"), ("塊", "區塊"),
  ]

  static func corrected(_ text: String) -> String {
    corrections.reduce(text) { $0.replacing($1.from, with: $1.to) }
  }
}

/// The program that turns Simplified into Traditional Chinese, in Taiwan's words, with `Taiwan.corrections`.
enum OpenCC {
  private static let program = ["/usr/bin/opencc", "/usr/local/bin/opencc"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isInstalled: Bool { program != nil }

  /// Each of `texts`; nil where the program fails.
  static func traditional(_ texts: [String]) -> [String]? {
    guard let program else { return nil }
    let folder = FileManager.default.temporaryDirectory.appending(path: "vipsh-opencc-\(UUID().uuidString)")
    let (input, output) = (folder.appending(path: "in"), folder.appending(path: "out"))
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      // A line a text: line ends within one are set aside as a character that OpenCC leaves alone.
      try texts.map { $0.replacing("\n", with: "\u{1F}") }.joined(separator: "\n")
        .write(to: input, atomically: true, encoding: .utf8)
      let process = Process()
      process.executableURL = URL(filePath: program)
      process.arguments = ["-c", "s2twp.json", "-i", input.path, "-o", output.path]
      try process.run()
      process.waitUntilExit()
      let lines = try String(contentsOf: output, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      return lines.prefix(texts.count).map { Taiwan.corrected(String($0).replacing("\u{1F}", with: "\n")) }
    } catch { return nil }
  }
}
