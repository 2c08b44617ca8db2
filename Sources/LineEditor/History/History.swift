import Glibc

/// The lines typed in this session and those before, each once, the oldest first.
///
/// With a path they are kept in a file that only its owner can read. Sessions that run at the same time only ever add
/// to it, one write for one entry, so none loses what another typed; they see each other's entries when they start.
public final class History {
  /// What went wrong with the file, where something did; the lines are then kept for this session only.
  public struct Failure: Equatable, Sendable {
    public let path: String
    /// The C library's error number.
    public let code: Int32
  }

  public private(set) var entries: [String] = []
  public private(set) var failure: Failure?

  private let file: HistoryFile?

  /// In memory only without a path. Directories on the way to the file are made, for the owner only.
  public init(path: String? = nil) {
    file = path.map(HistoryFile.init(path:))
    guard let file else { return }
    switch file.read() {
    case .success(let lines): entries = Self.once(lines)
    case .failure(let error): failure = Failure(path: file.path, code: error.code)
    }
  }

  /// Adds a line, which may hold several, at the end; where it was before it is no more. Blank lines are not kept.
  public func add(_ line: String) {
    guard line.contains(where: { !$0.isWhitespace }), line != entries.last else { return }
    entries.removeAll { $0 == line }
    entries.append(line)
    guard let file, failure == nil else { return }
    if case .failure(let error) = file.append(line) { failure = Failure(path: file.path, code: error.code) }
  }

  /// The last of equal lines only.
  private static func once(_ lines: [String]) -> [String] {
    var seen: Set<String> = []
    return lines.reversed().filter { seen.insert($0).inserted }.reversed()
  }
}
