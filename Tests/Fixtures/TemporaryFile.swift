import Glibc

/// A file that lives as long as the value.
package final class TemporaryFile {
  package let path: String

  package init(_ bytes: some Collection<UInt8>) throws {
    var template = Array("/tmp/vipsh-intake-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    try require(descriptor >= 0)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let all = Array(bytes)
    try require(write(descriptor, all, all.count) == all.count)
    close(descriptor)
  }

  deinit { unlink(path) }
}
