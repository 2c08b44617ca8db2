import Glibc
public import Messages

/// Why a file cannot be read or written.
public enum FileProblem: Problem {
  case cannotRead(String, reason: Message, near: String?)
  case cannotWrite(String, reason: Message)
  case exists(String)

  /// One code for all of them.
  public var code: ErrorCode { .file }

  /// The file and what the system said.
  public var message: Message {
    switch self {
    case .cannotRead(let path, let reason, _): Message("cannot read \(path): \(reason)", zh: "无法读取 \(path)：\(reason)")
    case .cannotWrite(let path, let reason): Message("cannot write \(path): \(reason)", zh: "无法写入 \(path)：\(reason)")
    case .exists(let path): Message("\(path) is there already", zh: "\(path) 已经存在")
    }
  }

  /// What to do next; nil where the system's words say it.
  public var hint: Message? {
    switch self {
    case .cannotRead(_, _, let near): near.map { didYouMean($0) }
    case .cannotWrite: nil
    case .exists:
      Message(
        "say `replace` after it where the command takes it, or give another name", zh: "命令允许时可在后面加 `replace`，或者换一个名称")
    }
  }
}

/// What the system says of the last call that failed.
public func systemReason() -> Message {
  let number = errno
  return systemReasons[number] ?? Message(verbatim: String(cString: strerror(number)).lowercased())
}

/// The reasons that people meet, in the system's words.
private let systemReasons: [Int32: Message] = [
  ENOENT: Message("no such file or directory", zh: "没有这个文件或文件夹"),
  EACCES: Message("permission denied", zh: "没有权限"),
  EPERM: Message("operation not permitted", zh: "系统不允许"),
  EISDIR: Message("is a directory", zh: "这是文件夹"),
  ENOTDIR: Message("not a directory", zh: "这不是文件夹"),
  EEXIST: Message("file exists", zh: "文件已经存在"),
  ENOSPC: Message("no space left on device", zh: "磁盘空间不足"),
  EROFS: Message("read-only file system", zh: "文件系统只读"),
  EFBIG: Message("file too large", zh: "文件太大"),
  EIO: Message("input/output error", zh: "读写出错"),
  EMFILE: Message("too many open files", zh: "打开的文件太多"),
  ENAMETOOLONG: Message("file name too long", zh: "文件名太长"),
  ELOOP: Message("too many levels of symbolic links", zh: "符号链接层数太多"),
  ETXTBSY: Message("text file busy", zh: "文件正被占用"),
  EPIPE: Message("broken pipe", zh: "管道已断开"),
  ENXIO: Message("no such device or address", zh: "没有这个设备或地址"),
]
