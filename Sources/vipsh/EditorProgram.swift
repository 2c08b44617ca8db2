import Files
import Glibc
import LineEditor
import Quantities
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
      Child(shell: command + " \"$1\"", arguments: [path], readsTerminal: true)?.wait() ?? 127
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
  case cannotWrite(String, reason: String)

  var code: ErrorCode { .file }

  var message: Message {
    switch self {
    case .noEditor(let command): "the editor `\(command)` cannot be started"
    case .failed(let command, let code): "the editor `\(command)` ended with \(code), so nothing is run"
    case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
    }
  }

  var hint: Message? {
    switch self {
    case .noEditor: "the environment names it: VISUAL or EDITOR"
    case .failed, .cannotWrite: nil
    }
  }
}
