import Fixtures
import Glibc
import Testing
@testable import Intake

extension HostileTests {
  /// Files with bytes changed by chance are loaded or refused, by each of the three loaders, and what is loaded is
  /// counted whole. `VIPSH_FUZZ=10000` tries so many of each kind, from `VIPSH_FUZZ_SEED` on.
  @Suite struct FuzzTests {
    private static func number(_ name: String) -> Int? { getenv(name).flatMap { Int(String(cString: $0)) } }

    private static let table = ConformanceTable([
      ["会员卡号", "日期", "实付金额", "小票号", "行为", "生日", "积分", "备注"],
      ["001", "2024-01-05 09:07", "¥1,234.50", "R1", "签到", "03-12", "100", "a, \"b\""],
      ["002", "2024/2/29", "(45.00)", "R2", "兑换", "1988-03-12", "５", "两行\n一格"],
      ["", "25/04/2024", "9.9", "R3", "签到", "", "", ""],
      ["003", "2023-02-29", "x", "", "", "40", "-1", "𠮷"],
      ["合计", "", "1,289.40", "", "", "", "", ""],
    ])

    private func fuzz(_ bytes: [UInt8], cases: Int, blocks: [Int]) throws {
      let first = UInt64(Self.number("VIPSH_FUZZ_SEED") ?? 1)
      for seed in first..<first + UInt64(Self.number("VIPSH_FUZZ") ?? cases) {
        var dice = Dice(seed: seed)
        let mutated = FuzzTests.mutated(bytes, by: &dice)
        for loader in HostileLoader.allCases {
          let outcome = try loader.outcome(of: mutated, blocks: seed % 4 == 0 ? blocks : [])
          #expect(!outcome.isEmpty, "seed \(seed)")
        }
      }
    }

    @Test func text() throws { try fuzz(Array(Self.table.csv().utf8), cases: 150, blocks: [1, 16]) }

    @Test func `text in other encodings`() throws {
      try fuzz(encoded(Self.table.csv(lineEnd: "\r\n"), as: "GB18030"), cases: 60, blocks: [1])
      try fuzz([0xFF, 0xFE] + encoded(Self.table.csv(), as: "UTF-16LE"), cases: 60, blocks: [1])
    }

    @Test func gzip() throws { try fuzz(gzipped(Array(Self.table.csv().utf8), level: 0), cases: 100, blocks: [1]) }

    @Test func workbooks() throws {
      let (new, old) = (try Self.table.workbook(sharesStrings: true), try Self.table.oldWorkbook())
      try fuzz(FuzzTests.bytes(of: new.path), cases: 60, blocks: [])
      try fuzz(FuzzTests.bytes(of: old.path), cases: 60, blocks: [])
    }

    @Test func databases() throws {
      let database = try Self.table.database()
      database.close()
      try fuzz(FuzzTests.bytes(of: database.path), cases: 80, blocks: [])
    }

    private static func bytes(of path: String) throws -> [UInt8] {
      let stream = try FileStream(path: path)
      return try stream.read(after: [], count: 1 << 20)
    }

    /// A few bytes changed, doubled, left out, or the end cut off.
    private static func mutated(_ bytes: [UInt8], by dice: inout Dice) -> [UInt8] {
      /// What tables are made of.
      let telling = Array(",;\t|\"\r\n\0 0-/.(\u{FEFF}０".utf8) + [0xFF, 0xFE, 0x80, 0x81]
      var result = bytes
      for _ in 0..<Int.random(in: 1...6, using: &dice) where !result.isEmpty {
        let place = Int.random(in: result.indices, using: &dice)
        switch Int.random(in: 0..<8, using: &dice) {
        case 0: result[place] = UInt8.random(in: 0...255, using: &dice)
        case 1: result[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
        case 2: result[place] = telling.randomElement(using: &dice) ?? 0
        case 3: result.insert(telling.randomElement(using: &dice) ?? 0, at: place)
        case 4: result.remove(at: place)
        case 5: result.insert(contentsOf: result[place..<min(place + 40, result.count)], at: place)
        case 6: result.removeSubrange(place..<min(place + Int.random(in: 1...30, using: &dice), result.count))
        default: if Int.random(in: 0..<4, using: &dice) == 0 { result.removeSubrange(place...) }
        }
      }
      return result
    }
  }
}
