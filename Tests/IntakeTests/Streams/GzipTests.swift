import Fixtures
import MemberBook
import Messages
import Quantities
import Testing
@testable import Intake

@Suite("gzip files") struct GzipTests {
  static let text = Array(
    (0..<20_000).map { "\(1_000_001 + $0 * 7919 % 100_003),2024-01-05,\($0 % 997).50\n" }.joined().utf8)

  /// What comes out of a file of those bytes.
  static func unpacked(_ packed: [UInt8], by size: Int = 1 << 16) throws -> [UInt8] {
    let file = try TemporaryFile(packed)
    return try whole(GzipStream(try FileStream(path: file.path)), by: size)
  }

  static func problem(_ packed: [UInt8]) throws -> StreamProblem {
    let failure = try #require(throws: Diagnostic.self) { try unpacked(packed) }
    return try #require(failure.problem as? StreamProblem)
  }

  @Test("What was packed comes out, in pieces of any size") func roundTrip() throws {
    for level: Int32 in [0, 1, 9] {
      let packed = try gzipped(Self.text, level: level)
      for size in [100, 4096, 1 << 20] { #expect(try Self.unpacked(packed, by: size) == Self.text) }
    }
    let few = Array("member,date\n".utf8)
    #expect(try Self.unpacked(gzipped(few), by: 1) == few)
    #expect(try Self.unpacked(gzipped([])).isEmpty)
  }

  @Test("Members follow one another, and zero bytes the last") func members() throws {
    let one = try gzipped(Array(Self.text.prefix(300_000)))
    let other = try gzipped(Array(Self.text.dropFirst(300_000)))
    #expect(try Self.unpacked(one + other) == Self.text)
    #expect(try Self.unpacked(gzipped([]) + one + gzipped([]) + other) == Self.text)
    let padding = [UInt8](repeating: 0, count: 700_000)
    #expect(try Self.unpacked(one + other + padding) == Self.text)
    for garbage in [[0x41], Array("more".utf8), [0x1F], [0x1F, 0x00], [0, 0, 1], padding + [7]] as [[UInt8]] {
      let place = one.count + (garbage.firstIndex { $0 != 0 } ?? 0)
      guard case .trailingBytes(_, let found) = try Self.problem(one + garbage) else {
        Issue.record("\(garbage.prefix(4)) was taken")
        continue
      }
      #expect(found == place)
    }
  }

  @Test("A stream that ends too soon is told, wherever it does") func truncated() throws {
    let packed = try gzipped(Self.text)
    for count in [2, 5, 10, 11, 1000, packed.count / 2, packed.count - 8, packed.count - 1] {
      guard case .truncated = try Self.problem(Array(packed.prefix(count))) else {
        Issue.record("\(count) bytes were taken for the whole")
        continue
      }
    }
    let cutMember = try gzipped([1, 2, 3]) + packed.prefix(100)
    guard case .truncated = try Self.problem(cutMember) else {
      Issue.record("the cut second member was not noticed")
      return
    }
  }

  @Test("Damage is told") func damaged() throws {
    let packed = try gzipped(Self.text)
    var sum = packed
    sum[packed.count - 6] ^= 1
    guard case .wrongChecksum = try Self.problem(sum) else { Issue.record("a wrong checksum was taken"); return }
    var length = packed
    length[packed.count - 2] ^= 1
    guard case .wrongChecksum = try Self.problem(length) else { Issue.record("a wrong length was taken"); return }
    var dice = Dice(seed: 1)
    for _ in 0..<60 {
      var broken = packed
      // The first ten bytes are the header, of which time and system say nothing about the data.
      broken[Int.random(in: 10..<packed.count, using: &dice)] ^= UInt8.random(in: 1...255, using: &dice)
      #expect(throws: Diagnostic.self) { try Self.unpacked(broken) }
    }
    guard case .damaged(_, 0, _) = try Self.problem(Array("plain text".utf8)) else {
      Issue.record("plain text was taken")
      return
    }
  }

  @Test("A bomb is refused, the text of a large table is not") func bomb() throws {
    let zeros = try gzipped([UInt8](repeating: 0x30, count: 80 << 20), level: 9)
    let failure = try #require(throws: Diagnostic.self) { try Self.unpacked(zeros, by: 4 << 20) }
    #expect(failure.code == .limit)
    #expect(failure.message.text.contains("200 times") && failure.message.text.contains("64 MB"))
    let small = try gzipped([UInt8](repeating: 0x30, count: 63 << 20), level: 9)
    #expect(try Self.unpacked(small, by: 4 << 20).count == 63 << 20)
  }

  @Test("Progress is that in the packed file, and so is the hash") func progress() throws {
    let packed = try gzipped(Self.text)
    let file = try TemporaryFile(packed)
    let stream = try GzipStream(try FileStream(path: file.path))
    #expect(stream.position.done == 0 && stream.position.total == packed.count)
    #expect(try whole(stream, by: 1 << 14) == Self.text)
    #expect(stream.position.done == packed.count)
    let plain = try FileStream(path: file.path)
    #expect(try whole(plain, by: 999) == packed)
    #expect(stream.hash == plain.hash)
  }

  @Test("UTF-16 inside gzip comes out as UTF-8") func wideInside() throws {
    let text = "会员卡号,消费日期\n张三,2024-01-05\n"
    let file = try TemporaryFile(gzipped(encoded("\u{FEFF}" + text, as: "UTF-16LE")))
    let stream = WideStream(try GzipStream(try FileStream(path: file.path)), .little)
    #expect(try whole(stream, by: 10) == Array(text.utf8))
  }
}
