import MemberBook
import Messages

/// An OLE compound file, the container of old Excel workbooks and of encrypted new ones: a small file system of sectors
/// that are chained by a table, the FAT. After [MS-CFB].
struct CompoundFile {
  private struct Entry {
    let name: String
    let start: UInt32
    let size: Int
  }

  private let file: InputFile
  private let sectorSize: Int
  private let miniSectorSize = 64
  /// Streams smaller than this stand in the root's stream, in sectors of 64 bytes.
  private let miniLimit: Int
  /// The sector that follows each sector.
  private var next: [UInt32] = []
  private var miniNext: [UInt32] = []
  private var miniStream: [UInt8] = []
  /// The streams of the uppermost folder; those of embedded objects lie deeper.
  private var entries: [Entry] = []

  private static let lastSector: UInt32 = 0xFFFF_FFFA

  init(path: String) throws(Diagnostic) {
    file = try InputFile(path: path)
    let head = try file.read(after: [], from: 0, count: 512)
    let shift = head.word16(30)
    guard head.count == 512, FileFormat(head) == .oldWorkbook, shift == 9 || shift == 12 else {
      throw Self.damaged(
        path, Message("its first 512 bytes are no header of a compound file", zh: "前 512 个字节不是复合文件的文件头"))
    }
    sectorSize = 1 << Int(shift)
    miniLimit = Int(head.word32(56))
    try loadTable(head)
    miniNext = words(try bytes(chain: head.word32(60), size: nil))
    try loadEntries(try bytes(chain: head.word32(48), size: nil))
  }

  func has(_ name: String) -> Bool { entries.contains { $0.name == name } }

  /// The bytes of a stream of the uppermost folder; nil where there is none of that name.
  func stream(_ name: String) throws(Diagnostic) -> [UInt8]? {
    guard let entry = entries.first(where: { $0.name == name }) else { return nil }
    if entry.size >= miniLimit { return try bytes(chain: entry.start, size: entry.size) }
    var result: [UInt8] = []
    var sector = entry.start
    while result.count < entry.size {
      let start = Int(sector) * miniSectorSize
      guard sector < Self.lastSector, start + miniSectorSize <= miniStream.count, Int(sector) < miniNext.count,
        result.count <= miniStream.count
      else { throw Self.damaged(file.path, Message("the stream \(name) is cut short", zh: "数据流 \(name) 不完整")) }
      result += miniStream[start..<start + miniSectorSize]
      sector = miniNext[Int(sector)]
    }
    result.removeLast(result.count - entry.size)
    return result
  }

  static func damaged(_ path: String, _ reason: Message) -> Diagnostic {
    Diagnostic(WorkbookProblem.damaged(path, reason: reason))
  }

  private mutating func loadTable(_ head: [UInt8]) throws(Diagnostic) {
    let sectorCount = file.size / sectorSize
    var places = (0..<109).map { head.word32(76 + $0 * 4) }
    var more = head.word32(68)
    while more < Self.lastSector {
      guard places.count <= sectorCount + 109 else {
        throw Self.damaged(file.path, Message("its table of sectors goes round", zh: "扇区表首尾循环"))
      }
      let list = words(try sector(more))
      places += list.dropLast()
      more = list.last ?? .max
    }
    for place in places where place < Self.lastSector {
      guard next.count <= sectorCount + sectorSize else {
        throw Self.damaged(file.path, Message("its table of sectors is too long", zh: "扇区表过长"))
      }
      next += words(try sector(place))
    }
  }

  private mutating func loadEntries(_ directory: [UInt8]) throws(Diagnostic) {
    guard directory.count >= 128 else { throw Self.damaged(file.path, Message("it has no directory", zh: "没有目录")) }
    miniStream = try bytes(chain: directory.word32(116), size: Int(directory.word32(120)))
    var waiting = [directory.word32(76)]
    var seen: Set<UInt32> = []
    while let number = waiting.popLast() {
      let start = Int(number) * 128
      guard start + 128 <= directory.count, seen.insert(number).inserted else { continue }
      waiting += [directory.word32(start + 68), directory.word32(start + 72)]
      let length = min(Int(directory.word16(start + 64)), 64)
      guard directory[start + 66] == 2, length >= 2 else { continue }
      let units = (0..<length / 2 - 1).map { directory.word16(start + $0 * 2) }
      entries.append(
        Entry(
          name: String(decoding: units, as: UTF16.self), start: directory.word32(start + 116),
          size: Int(directory.word32(start + 120))))
    }
  }

  private func sector(_ number: UInt32) throws(Diagnostic) -> [UInt8] {
    let bytes = try file.read(after: [], from: (Int(number) + 1) * sectorSize, count: sectorSize)
    guard bytes.count == sectorSize else { throw Self.damaged(file.path, .cutShort) }
    return bytes
  }

  /// The bytes of the sectors from `first` on, `size` of them or all.
  private func bytes(chain first: UInt32, size: Int?) throws(Diagnostic) -> [UInt8] {
    var result: [UInt8] = []
    var start = first
    while start < Self.lastSector, size.map({ result.count < $0 }) ?? true {
      // Sectors mostly lie one behind the other and are read together.
      var end = start
      var run = 1
      while Int(end) < next.count, next[Int(end)] == end + 1, run < 2048 {
        end += 1
        run += 1
      }
      guard Int(end) < next.count, result.count <= file.size else {
        throw Self.damaged(file.path, Message("its sectors are wrongly chained", zh: "扇区链有错"))
      }
      let found = try file.read(after: [], from: (Int(start) + 1) * sectorSize, count: run * sectorSize)
      result += found
      // The last sector of a file may be short.
      if found.count < run * sectorSize, next[Int(end)] < Self.lastSector || result.count < size ?? 0 {
        throw Self.damaged(file.path, .cutShort)
      }
      start = next[Int(end)]
    }
    if let size {
      guard result.count >= size else { throw Self.damaged(file.path, .cutShort) }
      result.removeLast(result.count - size)
    }
    return result
  }

  private func words(_ bytes: [UInt8]) -> [UInt32] { (0..<bytes.count / 4).map { bytes.word32($0 * 4) } }
}

extension [UInt8] {
  /// The number that two bytes from `i` are, the lower one first; 0 beyond the end.
  func word16(_ i: Int) -> UInt16 { i >= 0 && i + 2 <= count ? UInt16(self[i]) | UInt16(self[i + 1]) << 8 : 0 }

  func word32(_ i: Int) -> UInt32 { UInt32(word16(i)) | UInt32(word16(i + 2)) << 16 }

  func word64(_ i: Int) -> UInt64 { UInt64(word32(i)) | UInt64(word32(i + 4)) << 32 }
}
