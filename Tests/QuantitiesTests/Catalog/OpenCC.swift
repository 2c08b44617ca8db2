import Foundation

/// The program that turns Simplified into Traditional Chinese, in Taiwan's words.
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
      return lines.prefix(texts.count).map { String($0).replacing("\u{1F}", with: "\n") }
    } catch { return nil }
  }
}
