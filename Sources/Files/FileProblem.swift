import Glibc
public import Quantities

/// Why a file cannot be read or written.
public enum FileProblem: Problem {
  case cannotRead(String, reason: String, near: String?)
  case cannotWrite(String, reason: String)
  case exists(String)

  public var code: ErrorCode { .file }

  public var message: Message {
    switch self {
    case .cannotRead(let path, let reason, _): "cannot read \(path): \(reason)"
    case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
    case .exists(let path): "\(path) is there already"
    }
  }

  public var hint: Message? {
    switch self {
    case .cannotRead(_, _, let near): near.map { "did you mean \($0)?" }
    case .cannotWrite: nil
    case .exists: "say `replace` after it where the command takes it, or give another name"
    }
  }
}

/// What the system says of the last call that failed.
public func systemReason() -> String { String(cString: strerror(errno)).lowercased() }
