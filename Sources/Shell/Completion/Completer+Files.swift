import Analysis
import Files
import Glibc
import Messages
import PlanLanguage

extension Completer {
  /// The files and directories whose path begins with `partial`, in quotes; a directory's stay open for what is in it.
  func files(beginningWith partial: String) -> [Candidate] {
    if partial == "~" { return [Candidate("\"~/", Message("directory", zh: "目录"))] }
    let slash = partial.lastIndex(of: "/")
    let folder = slash.map { String(partial[...$0]) } ?? ""
    let place = session.analyst.files.place(of: expandingHome(folder))
    return fileNames(in: place.isEmpty ? "." : place).filter { !$0.hasPrefix(".") }.map { name in
      let path = folder + name
      return isDirectory(path) ? Candidate("\"\(path)/", Message("directory", zh: "目录")) : Candidate(quoted(path))
    }
  }

  private func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(session.analyst.files.place(of: expandingHome(path)), &status) == 0
      && status.st_mode & S_IFMT == S_IFDIR
  }
}
