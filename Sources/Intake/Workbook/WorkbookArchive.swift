import CLibzip
import Quantities

/// The zip archive that an XLSX workbook is, open for reading. One thread at a time.
final class WorkbookArchive {
  let path: String
  /// Asked before bytes of a part are unpacked.
  let stop: StopSign
  private let size: UInt64
  private let archive: OpaquePointer

  init(path: String, stop: StopSign = .never) throws(Diagnostic) {
    self.path = path
    self.stop = stop
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
      throw Diagnostic(WorkbookProblem.damaged(path, reason: "the part \(part) is missing"))
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
  var kind: String {
    if has("xl/workbook.bin") { return "a binary workbook (.xlsb)" }
    if has("word/document.xml") { return "a Word document" }
    if has("ppt/presentation.xml") { return "a PowerPoint presentation" }
    if has("content.xml") { return "an OpenDocument file" }
    if has("index.xml") || has("Index/Document.iwa") { return "a Numbers, Pages or Keynote document" }
    return "a zip archive without a workbook"
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

  static func reason(_ code: Int32) -> String {
    switch code {
    case ZIP_ER_NOZIP, ZIP_ER_INCONS, ZIP_ER_MULTIDISK: "it is cut short, or its list of parts is broken"
    case ZIP_ER_EOF: "it is cut short"
    case ZIP_ER_CRC: "its checksum is wrong"
    case ZIP_ER_ZLIB, ZIP_ER_COMPRESSED_DATA: "its packed data are broken"
    case ZIP_ER_COMPNOTSUPP: "it is packed in a way that is not read"
    default: described(code)
    }
  }

  private static func described(_ code: Int32) -> String {
    var error = zip_error_t()
    zip_error_init_with_code(&error, code)
    defer { zip_error_fini(&error) }
    return String(cString: zip_error_strerror(&error)).lowercased()
  }
}
