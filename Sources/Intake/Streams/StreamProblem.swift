public import Quantities

/// Why the bytes inside a compressed file cannot be had.
public enum StreamProblem: Problem {
  /// The file ends in the middle of its data.
  case truncated(String)
  /// `at` is a place in the file as it is stored.
  case damaged(String, at: Int, reason: String)
  case wrongChecksum(String)
  case trailingBytes(String, at: Int)
  /// So many bytes came out of so few that no table can be in it.
  case tooPacked(String, packed: Int, unpacked: Int)
  case noMemory(String)

  public var code: ErrorCode {
    switch self {
    case .truncated, .damaged, .wrongChecksum, .trailingBytes: .file
    case .tooPacked, .noMemory: .limit
    }
  }

  public var message: Message {
    switch self {
    case .truncated(let file): "\(file) ends in the middle of its gzip data"
    case .damaged(let file, let place, let reason): "\(file) is damaged at byte \(place): \(reason)"
    case .wrongChecksum(let file): "\(file) is damaged: what comes out of it does not agree with its gzip checksum"
    case .trailingBytes(let file, let place): "\(file) has bytes after its gzip data, from byte \(place)"
    case .tooPacked(let file, let packed, let unpacked):
      "\(file) unpacks to \(unpacked >> 20) MB from its first \(packed >> 10) KB; no more than "
        + "\(GzipStream.highestRatio) times is taken beyond \(GzipStream.freeOutput >> 20) MB"
    case .noMemory(let file): "there is no memory left to unpack \(file)"
    }
  }

  public var hint: Message? {
    switch self {
    case .truncated, .damaged, .wrongChecksum: "copy or download it again; `gzip -t` checks it"
    case .trailingBytes: "unpack it with gunzip and load what comes out"
    case .tooPacked: "if it is what it should be, unpack it with gunzip and load what comes out"
    case .noMemory: nil
    }
  }
}
