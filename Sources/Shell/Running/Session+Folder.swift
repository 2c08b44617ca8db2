import Messages
import Reporting

/// A session that is given a folder takes it for the current directory: files are named from there, by the person and to
/// the person.
extension Session {
  /// Where a path leads, once `~/` is resolved.
  func placed(_ path: String) -> String {
    guard let folder = environment.folder, !path.hasPrefix("/") else { return path }
    return path.isEmpty ? folder : folder + "/" + path
  }

  /// A text with paths in it, as the person names them.
  func unplaced(_ text: String) -> String { environment.folder.map { text.replacing($0 + "/", with: "") } ?? text }

  /// The same, in the language that is spoken at the moment.
  func unplaced(_ message: Message) -> Message {
    environment.folder == nil ? message : Message(verbatim: unplaced(message.text))
  }

  func unplaced(_ report: Report) -> Report {
    guard environment.folder != nil else { return report }
    var copy = report
    copy.title = unplaced(report.title)
    copy.notes = report.notes.map(unplaced)
    return copy
  }

  func unplaced(_ error: Diagnostic) -> Diagnostic {
    guard environment.folder != nil else { return error }
    let problem = UnplacedProblem(
      code: error.code, message: unplaced(error.message), hint: error.hint.map { unplaced($0) })
    var copy = Diagnostic(problem, at: error.span)
    copy.context = error.context.map { unplaced($0) }
    return copy
  }
}

/// A problem whose words name files as the person does.
private struct UnplacedProblem: Problem {
  let code: ErrorCode
  let message: Message
  let hint: Message?
}
