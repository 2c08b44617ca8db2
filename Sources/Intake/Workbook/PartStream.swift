import CLibzip
import Messages
import Numerics

/// The unpacked bytes of a part of a workbook, front to back. One thread at a time.
final class PartStream {
  let part: String
  /// How many bytes it has, as far as the archive tells the truth.
  let size: Int
  private(set) var offset = 0
  private let archive: WorkbookArchive
  private let file: OpaquePointer
  private let limit: Int

  /// A part may unpack to so many bytes whatever its packed size, and beyond to so many times its packed size.
  static let freeSize = 64 << 20
  static let greatestRatio = 200

  init(_ archive: WorkbookArchive, _ file: OpaquePointer, part: String, size: UInt64, packedSize: UInt64) {
    self.archive = archive
    self.file = file
    self.part = part
    self.size = Int(clamping: size)
    let (allowed, isHuge) = Int(clamping: packedSize).multipliedReportingOverflow(by: Self.greatestRatio)
    limit = max(Self.freeSize, isHuge ? .max : allowed)
  }

  deinit { zip_fclose(file) }

  var path: String { archive.path }

  /// Fills `buffer` from the start and says with how many bytes; 0 only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
    guard let start = buffer.baseAddress, !buffer.isEmpty else { return 0 }
    if archive.job.isStopped { throw Diagnostic(IntakeProblem.interrupted(path)) }
    let count = Int(zip_fread(file, start, UInt64(buffer.count)))
    if count < 0 {
      let code = zip_error_code_zip(zip_file_get_error(file))
      throw failure(WorkbookArchive.reason(code), line: nil)
    }
    offset += count
    if offset > limit { throw Diagnostic(WorkbookProblem.unpacksTooLarge(path, part: part, limit: limit)) }
    return count
  }

  func failure(_ reason: Message, line: Int?) -> Diagnostic {
    Diagnostic(WorkbookProblem.damagedPart(path, part: part, reason: reason, line: line))
  }
}
