import Glibc
import Messages

/// `~/name` within the person's home folder; any other path as it is.
public func expandingHome(_ path: String) -> String {
  guard path == "~" || path.hasPrefix("~/"), let home = getenv("HOME").map({ String(cString: $0) }), !home.isEmpty
  else { return path }
  return home + path.dropFirst()
}

/// The names in a directory, sorted; none where it cannot be read.
public func fileNames(in folder: String) -> [String] {
  guard let directory = opendir(folder) else { return [] }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    // A record is only as long as its name, whatever its type says.
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let name = String(cString: UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self))
    if name != "." && name != ".." { names.append(name) }
  }
  return names.sorted()
}

/// The file in the same directory whose name is nearest.
public func nearestFile(to path: String) -> String? {
  let slash = path.lastIndex(of: "/")
  let folder = slash.map { String(path[...$0]) } ?? ""
  let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
  let names = fileNames(in: folder.isEmpty ? "." : folder).filter { !$0.hasPrefix(".") }
  return nearestName(to: name, among: names).map { folder + $0 }
}

/// The one name of a file that has several, links and dots resolved; the path itself where there is no such file.
public func canonicalPath(_ path: String) -> String {
  guard let real = realpath(path, nil) else { return path }
  defer { free(real) }
  return String(cString: real)
}
