import Glibc

/// A folder that lives as long as the value, with all that is in it.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    var template = Array("/tmp/vipsh-database-XXXXXX".utf8CString)
    try require(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { _ = run(["rm", "-rf", path]) }

  /// Whether a file of that name lies in it.
  package func has(_ name: String) -> Bool { access(path + "/" + name, F_OK) == 0 }
}
