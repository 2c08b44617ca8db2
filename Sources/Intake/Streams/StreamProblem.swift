import Messages

/// Why the bytes inside a compressed file cannot be had.
enum StreamProblem: Problem {
  /// The file ends in the middle of its data.
  case truncated(String)
  /// `at` is a place in the file as it is stored.
  case damaged(String, at: Int, reason: Message)
  case wrongChecksum(String)
  case trailingBytes(String, at: Int)
  /// So many bytes came out of so few that no table can be in it.
  case tooPacked(String, packed: Int, unpacked: Int)
  case noMemory(String)

  var code: ErrorCode {
    switch self {
    case .truncated, .damaged, .wrongChecksum, .trailingBytes: .file
    case .tooPacked, .noMemory: .limit
    }
  }

  var message: Message {
    switch self {
    case .truncated(let file):
      Message("\(file) ends in the middle of its gzip data", zh: "\(file) 在 gzip 数据中途就结束了")
    case .damaged(let file, let place, let reason):
      Message("\(file) is damaged at byte \(place): \(reason)", zh: "\(file) 在第 \(place) 字节处损坏：\(reason)")
    case .wrongChecksum(let file):
      Message(
        "\(file) is damaged: what comes out of it does not agree with its gzip checksum",
        zh: "\(file) 已损坏：解压出的内容与 gzip 校验和不符")
    case .trailingBytes(let file, let place):
      Message(
        "\(file) has bytes after its gzip data, from byte \(place)",
        zh: "\(file) 的 gzip 数据之后还有别的字节，从第 \(place) 字节起")
    case .tooPacked(let file, let packed, let unpacked):
      Message(
        "\(file) unpacks to \(unpacked >> 20) MB from its first \(packed >> 10) KB; no more than "
          + "\(GzipStream.highestRatio) times is taken beyond \(GzipStream.freeOutput >> 20) MB",
        zh: "\(file) 的前 \(packed >> 10) KB 就解压出 \(unpacked >> 20) MB；"
          + "超过 \(GzipStream.freeOutput >> 20) MB 后，最多接受 \(GzipStream.highestRatio) 倍")
    case .noMemory(let file): Message("there is no memory left to unpack \(file)", zh: "内存不足，无法解压 \(file)")
    }
  }

  var hint: Message? {
    switch self {
    case .truncated, .damaged, .wrongChecksum:
      Message("copy or download it again; `gzip -t` checks it", zh: "重新复制或下载；`gzip -t` 可以检查")
    case .trailingBytes:
      Message("unpack it with gunzip and load what comes out", zh: "用 gunzip 解压，再载入解压出的文件")
    case .tooPacked:
      Message(
        "if it is what it should be, unpack it with gunzip and load what comes out",
        zh: "如果文件没有问题，用 gunzip 解压，再载入解压出的文件")
    case .noMemory: nil
    }
  }
}
