import Glibc
public import Messages

/// A file that comes to be whole or not at all: it is written under a name of its own beside `path`, and gets its name
/// only when every byte is on the disk. What was there before is never touched unless it is to be replaced.
public struct FileDraft: ~Copyable {
  /// Where the file will be once it is kept.
  public let path: String
  private let temporary: String
  private let descriptor: Int32
  private let span: SourceSpan?
  private let replaces: Bool

  /// A link is followed: what it leads to is replaced.
  ///
  /// - Throws: a `FileProblem` where `path` exists and is not to be replaced, is no regular file or may not be written,
  ///   or where its folder cannot be written to.
  public init(_ path: String, at span: SourceSpan?, replacing: Bool = false) throws(Diagnostic) {
    guard replacing || access(path, F_OK) != 0 else { throw Diagnostic(FileProblem.exists(path), at: span) }
    var path = path
    var status = stat()
    if replacing, stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else {
        throw Diagnostic(
          FileProblem.cannotWrite(path, reason: Message("it is not a regular file", zh: "不是普通文件")), at: span)
      }
      guard access(path, W_OK) == 0 else { throw FileDraft.problem(path, at: span) }
      path = canonicalPath(path)
    }
    // A draft that an earlier process left behind keeps its name.
    var (temporary, descriptor, number) = ("", Int32(-1), 0)
    repeat {
      temporary = "\(path).\(getpid())\(number == 0 ? "" : "-\(number)").part"
      descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      number += 1
    } while descriptor < 0 && errno == EEXIST && number < 1000
    guard descriptor >= 0 else { throw FileDraft.problem(path, at: span) }
    self.path = path
    self.temporary = temporary
    self.descriptor = descriptor
    self.span = span
    replaces = replacing
  }

  deinit {
    close(descriptor)
    unlink(temporary)
  }

  /// Appends `bytes` to the draft.
  public func write(_ bytes: [UInt8]) throws(Diagnostic) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileDraft.problem(path, at: span)
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Gives the file its name; unlike a rename, a link never takes another file's place. Where the file system knows no
  /// links, the draft is renamed.
  public consuming func publish() throws(Diagnostic) {
    guard fsync(descriptor) == 0 else { throw FileDraft.problem(path, at: span) }
    if replaces {
      guard rename(temporary, path) == 0 else { throw FileDraft.problem(path, at: span) }
    } else if link(temporary, path) != 0 {
      if errno == EEXIST { throw Diagnostic(FileProblem.exists(path), at: span) }
      guard access(path, F_OK) != 0 else { throw Diagnostic(FileProblem.exists(path), at: span) }
      guard rename(temporary, path) == 0 else { throw FileDraft.problem(path, at: span) }
    }
    FileDraft.settle(folderOf: path)
  }

  /// Gives the file the first of the names `name(1)`, `name(2)`, … that is free, or whose file says the same already.
  public consuming func publish(as name: (Int) -> String) throws(Diagnostic) -> String {
    guard fsync(descriptor) == 0 else { throw FileDraft.problem(path, at: span) }
    for number in 1... {
      let wanted = name(number)
      if access(wanted, F_OK) == 0 {
        if FileDraft.isSame(temporary, wanted) { return wanted }
        continue
      }
      if link(temporary, wanted) != 0 {
        if errno == EEXIST { continue }
        guard rename(temporary, wanted) == 0 else { throw FileDraft.problem(wanted, at: span) }
      }
      FileDraft.settle(folderOf: wanted)
      return wanted
    }
    return path
  }

  /// Makes sure that a new name outlives a power cut.
  private static func settle(folderOf path: String) {
    let slash = path.lastIndex(of: "/")
    let folder = open(slash.map { String(path[...$0]) } ?? ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  /// Whether two files have the same bytes.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    var status = stat()
    guard stat(other, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    guard let first = fopen(one, "r") else { return false }
    defer { fclose(first) }
    guard let second = fopen(other, "r") else { return false }
    defer { fclose(second) }
    var (left, right) = ([UInt8](repeating: 0, count: 1 << 16), [UInt8](repeating: 0, count: 1 << 16))
    while true {
      let (count, same) = (fread(&left, 1, left.count, first), fread(&right, 1, right.count, second))
      if count != same || left[..<count] != right[..<count] { return false }
      if count == 0 { return true }
    }
  }

  private static func problem(_ path: String, at span: SourceSpan?) -> Diagnostic {
    Diagnostic(FileProblem.cannotWrite(path, reason: systemReason()), at: span)
  }
}
