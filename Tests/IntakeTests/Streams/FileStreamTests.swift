import Fixtures
import Glibc
import Messages
import Quantities
import Testing
@testable import Intake

@Suite("Files as streams") struct FileStreamTests {
  @Test(
    "The hash is what xxh128sum prints",
    arguments: [
      ("", "99aa06d3014798d86001c324468d497f"), ("member,date,amount\n", "888fb63b6e6fd66380a85ca95a4ddce8"),
      (String(repeating: "0123456789", count: 100), "c9df19c4eccbf540dbdf770360da5ac5"),
    ])
  func hash(text: String, expected: String) throws {
    let file = try TemporaryFile(text.utf8)
    for size in [1, 7, 4096] {
      let stream = try FileStream(path: file.path)
      #expect(try whole(stream, by: size) == Array(text.utf8))
      #expect(stream.hash == expected)
      #expect(stream.position.done == text.utf8.count && stream.position.total == text.utf8.count)
    }
  }

  @Test("A file that shrinks while it is read is noticed") func shrinks() throws {
    let file = try TemporaryFile([UInt8](repeating: 0x61, count: 1000))
    let stream = try FileStream(path: file.path)
    #expect(try stream.read(after: [0x62], count: 100).count == 101)
    try #require(truncate(file.path, 500) == 0)
    let failure = try #require(throws: Diagnostic.self) { try stream.read(after: [], count: 900) }
    #expect(failure.message.text.contains("became shorter"))
  }
}
