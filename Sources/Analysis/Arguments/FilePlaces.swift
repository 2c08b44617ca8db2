import Files
import Glibc
public import Messages

/// Where the files are that statements and definitions name. With a folder, that is taken for the current directory: files
/// are named from there, by the person and to the person.
public struct FilePlaces: Sendable {
  /// What is taken for the current directory, an absolute path; nil for the process's own.
  public var folder: String?

  /// Files beside the script and in the current directory, or in the folder that takes its place.
  public init(folder: String? = nil) { self.folder = folder }

  /// A file to be read: beside the script that names it, else in the current directory; `~/` is the person's home.
  public func reading(_ path: Quoted) -> String {
    let name = expandingHome(path.text)
    guard !name.hasPrefix("/"), let source = path.span?.source.name, let slash = source.lastIndex(of: "/")
    else { return place(of: name) }
    let (beside, here) = (place(of: source[...slash] + name), place(of: name))
    return access(beside, F_OK) == 0 || access(here, F_OK) != 0 ? beside : here
  }

  /// A file to be written: in the current directory, unless it says another.
  public func writing(_ path: Quoted) -> String { place(of: expandingHome(path.text)) }

  /// Where a path leads, once `~/` is resolved.
  public func place(of path: String) -> String {
    guard let folder, !path.hasPrefix("/") else { return path }
    return path.isEmpty ? folder : folder + "/" + path
  }

  /// A text with paths in it, as the person names them.
  public func relative(_ text: String) -> String { folder.map { text.replacing($0 + "/", with: "") } ?? text }

  /// The same; a message that names a file within the folder is then in the language that is spoken at the moment.
  public func relative(_ message: Message) -> Message {
    guard let folder, message.text.contains(folder) else { return message }
    return Message(verbatim: relative(message.text))
  }

  /// An error whose words name files as the person does.
  public func relative(_ error: Diagnostic) -> Diagnostic {
    guard folder != nil else { return error }
    let problem = RelativeProblem(
      code: error.code, message: relative(error.message), hint: error.hint.map { relative($0) })
    var copy = Diagnostic(problem, at: error.span)
    copy.context = error.context.map { relative($0) }
    return copy
  }
}

/// A problem whose words name files as the person does.
private struct RelativeProblem: Problem {
  let code: ErrorCode
  let message: Message
  let hint: Message?
}
