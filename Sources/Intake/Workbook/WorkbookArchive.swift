import CLibzip
import Messages
import Numerics

/// The zip archive that an XLSX workbook is, open for reading. One thread at a time.
final class WorkbookArchive {
  let path: String
  /// Asked before bytes of a part are unpacked.
  let job: Job
  private let size: UInt64
  private let archive: OpaquePointer

  init(path: String, job: Job = .unattended) throws(Diagnostic) {
    self.path = path
    self.job = job
    size = UInt64(try InputFile(path: path).size)
    var code: Int32 = 0
    guard let archive = zip_open(path, Int32(ZIP_RDONLY), &code) else {
      throw Diagnostic(WorkbookProblem.damaged(path, reason: Self.reason(code)))
    }
    self.archive = archive
  }

  deinit { zip_discard(archive) }

  func has(_ part: String) -> Bool { index(of: part) != nil }

  /// The bytes of a part, unpacked.
  func open(_ part: String) throws(Diagnostic) -> PartStream {
    guard let index = index(of: part) else {
      throw Diagnostic(
        WorkbookProblem.damaged(path, reason: Message("the part \(part) is missing", zh: "缺少部件 \(part)")))
    }
    var status = zip_stat_t()
    zip_stat_init(&status)
    guard zip_stat_index(archive, index, 0, &status) == 0 else { throw failure(part) }
    if status.encryption_method != ZIP_EM_NONE { throw Diagnostic(WorkbookProblem.encrypted(path)) }
    guard let file = zip_fopen_index(archive, index, 0) else { throw failure(part) }
    // What the archive says of a packed size is not to be trusted beyond the size of the archive.
    return PartStream(self, file, part: part, size: status.size, packedSize: min(status.comp_size, size))
  }

  /// What an archive without a workbook seems to be.
  var kind: Message {
    if has("xl/workbook.bin") { return Message("a binary workbook (.xlsb)", zh: "二进制工作簿，.xlsb") }
    if has("word/document.xml") { return .wordDocument }
    if has("ppt/presentation.xml") { return .presentation }
    if has("content.xml") { return Message("an OpenDocument file", zh: "OpenDocument 文件") }
    if has("index.xml") || has("Index/Document.iwa") {
      return Message("a Numbers, Pages or Keynote document", zh: "Numbers、Pages 或 Keynote 文档")
    }
    return Message("a zip archive without a workbook", zh: "不含工作簿的 zip 压缩文件")
  }

  private func index(of part: String) -> UInt64? {
    let index = zip_name_locate(archive, part, UInt32(ZIP_FL_NOCASE))
    return index < 0 ? nil : UInt64(index)
  }

  private func failure(_ part: String) -> Diagnostic {
    let code = zip_error_code_zip(zip_get_error(archive))
    if code == ZIP_ER_NOPASSWD || code == ZIP_ER_ENCRNOTSUPP { return Diagnostic(WorkbookProblem.encrypted(path)) }
    return Diagnostic(WorkbookProblem.damagedPart(path, part: part, reason: Self.reason(code), line: nil))
  }

  static func reason(_ code: Int32) -> Message {
    switch code {
    case ZIP_ER_NOZIP, ZIP_ER_INCONS, ZIP_ER_MULTIDISK:
      Message("it is cut short, or its list of parts is broken", zh: "文件不完整，或者部件清单已损坏")
    case ZIP_ER_EOF: .cutShort
    case ZIP_ER_CRC: Message("its checksum is wrong", zh: "校验和不对")
    case ZIP_ER_ZLIB, ZIP_ER_COMPRESSED_DATA: Message("its packed data are broken", zh: "压缩数据已损坏")
    case ZIP_ER_COMPNOTSUPP: Message("it is packed in a way that is not read", zh: "压缩方式不受支持")
    default: Message(verbatim: described(code))
    }
  }

  private static func described(_ code: Int32) -> String {
    var error = zip_error_t()
    zip_error_init_with_code(&error, code)
    defer { zip_error_fini(&error) }
    return String(cString: zip_error_strerror(&error)).lowercased()
  }
}
