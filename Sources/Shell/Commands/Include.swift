import Analysis
import Files
import Messages

/// `include "FILE.vip"`: a script, run in this session.
struct Include: Command {
  var path = Quoted()

  static let syntax = Syntax<Include>(
    "include", Message("Runs a script file in this session", zh: "在本次会话中运行一个脚本文件"), aliases: [Alias(zh: "包含")],
    [
      .argument(
        Label.script, \.path,
        Message("The file, beside the script or in the current directory", zh: "文件，在脚本旁边或当前文件夹中"), offers: .files)
    ],
    changes: .statements(),
    examples: [
      Example(
        "include \"ladder.vip\"", shown: 1,
        files: ["ladder.vip": "ladder 会员 {\n  tier 普通\n  tier 金卡 { spend = 8,000 }\n}\n"])
    ])

  func run(in session: inout Session) throws -> Answer {
    let file = session.analyst.files.reading(path)
    let real = canonicalPath(file)
    guard !session.including.contains(real), session.including.count < 16 else {
      throw Diagnostic(ShellProblem.includedInItself(file), at: path.span)
    }
    let source = SourceText(
      try readText(file, at: path.span, job: session.job), name: session.analyst.files.relative(file),
      includedAt: path.span)
    let hasAll = !session.hasUnsavedDefinitions
    defer { if hasAll { session.keepDefinitions() } }
    session.including.append(real)
    try session.execute(source)
    session.including.removeLast()
    return .nothing
  }
}
