import Files
import Glibc
import Messages

/// Where the files are that statements and definitions name.
public struct FilePlaces: Sendable {
  /// Where files named without a folder are; nil for the current directory.
  public var folder: String?

  /// Files beside the script and in the current directory; with `folder`, in that.
  public init(folder: String? = nil) { self.folder = folder }

  /// A file to be read: beside the script that names it, else in the current directory; `~/` is the person's home.
  public func reading(_ path: Quoted) -> String {
    let name = expandingHome(path.text)
    guard folder == nil, !name.hasPrefix("/"), let source = path.span?.source.name,
      let slash = source.lastIndex(of: "/")
    else { return writing(path) }
    let beside = source[...slash] + name
    return access(String(beside), F_OK) == 0 || access(name, F_OK) != 0 ? String(beside) : name
  }

  /// A file to be written: in the current directory, unless it says another.
  public func writing(_ path: Quoted) -> String {
    let name = expandingHome(path.text)
    guard let folder, !name.hasPrefix("/") else { return name }
    return folder + "/" + name
  }
}
