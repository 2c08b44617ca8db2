import Files
import Glibc
import LineEditor
import Messages
import Shell

/// The person's own editor, on a temporary file that only they can read.
enum EditorProgram {
  /// `text` as the editor left it.
  /// - Throws: where there is no editor, or it says that it failed.
  static func edit(_ text: String) throws(Diagnostic) -> String {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/vipsh-XXXXXX.vip".utf8CString)
    // Made with mode 0600.
    let file = mkstemps(&template, 4)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard file >= 0 else { throw Diagnostic(EditProblem.cannotWrite(path, reason: systemReason())) }
    defer { unlink(path) }
    let bytes = Array((text.isEmpty || text.hasSuffix("\n") ? text : text + "\n").utf8)
    let count = write(file, bytes, bytes.count)
    close(file)
    guard count == bytes.count else { throw Diagnostic(EditProblem.cannotWrite(path, reason: systemReason())) }
    let command =
      ["VISUAL", "EDITOR"].compactMap { (name: String) in getenv(name).map { String(cString: $0) } }
      .first { $0.contains { !$0.isWhitespace } } ?? "vi"
    // Whatever is typed belongs to the editor, Ctrl-C too.
    let code = Interrupt.ceded {
      ChildProcess(shell: command + " \"$1\"", arguments: [path], readsTerminal: true)?.wait() ?? 127
    }
    switch code {
    case 0: return try readText(path)
    case 126, 127: throw Diagnostic(EditProblem.noEditor(command))
    default: throw Diagnostic(EditProblem.failed(command, code: code))
    }
  }
}

private enum EditProblem: Problem {
  case noEditor(String)
  case failed(String, code: Int32)
  case cannotWrite(String, reason: Message)

  var code: ErrorCode { .file }

  var message: Message {
    switch self {
    case .noEditor(let command): Message("the editor `\(command)` cannot be started", zh: "无法启动编辑器 `\(command)`")
    case .failed(let command, let code):
      Message(
        "the editor `\(command)` ended with \(code), so nothing is run", zh: "编辑器 `\(command)` 以 \(code) 结束，所以什么也没有运行")
    case .cannotWrite(let path, let reason): Message("cannot write \(path): \(reason)", zh: "无法写入 \(path)：\(reason)")
    }
  }

  var hint: Message? {
    switch self {
    case .noEditor: Message("the environment names it: VISUAL or EDITOR", zh: "由环境变量 VISUAL 或 EDITOR 指定")
    case .failed, .cannotWrite: nil
    }
  }
}
