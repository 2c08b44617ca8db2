import Fixtures
import Intake
import MemberBook
import Numerics
import Quantities
import Testing

/// A block of 64 bytes is too short for rows to be read at speed, so that `load` compares both ways of reading a row.
@Suite("Rows read at speed") struct PlainRowTests {
  private static let members = [
    "1", "00000001", "123456789", "12345678901234", "1234567890123456", "7a", "VIP0001", "VIP-2024-000001", "会员一", "",
    " 5",
    "5 ", "\u{3000}6", "-1", "1.5", "合计", "Total", "\"77\"", "\"7\"\"7\"", "\"7,7\"", "\"\"", "1e9", "７",
  ]
  private static let dates = [
    "2024-01-05", "2024-01-06", "2024/1/5", "20240105", "2024年1月5日", "2024-01-05 10:33", "2024-01-05 10:33:21",
    "2024-01-05T10:33", "2024-01-05 ", "\"2024-01-05\"", "2024-01-05 25:00", "2024-02-30", "05/01/2024", "",
    "1899-01-01",
    "2024-1-5 9:05", "2024-01-0511:00", "2024-01-05  10:33",
  ]
  private static let amounts = [
    "10.00", "1.50", "0.05", "12345.67", "123456.78", "5", "5.5", "-7.25", "1,234.50", "\"1,234.50\"", "¥8.00",
    "(4.00)", "",
    "abc", ".50", "1.", "99999999999.00", "21474836.47", "21474836.48", "1.234", "12.3 ", "+3.00", "1234.5x",
    "99999.99",
  ]
  private static let names = [
    "A", "", "hats", "八个字的店名在此", "a name of sixteen", "a name of 16 let", "Ａ", " A", "A ", "\"A\"", "\"B\"\"C\"",
    "abcdefgh", "abcdefghi", "\t", "x\"y",
  ]
  private static let ends = ["\n", "\n", "\n", "\r\n", "\r", "\n\n"]

  /// Mostly the first of the choices, which are plain.
  private static func pick(_ choices: [String], _ word: inout UInt64, plainness: UInt64) -> String {
    defer { word >>= 12 }
    return word & 0xF < plainness ? choices[Int(word >> 4 & 1)] : choices[Int(word >> 4 & 0xFF) % choices.count]
  }

  @Test("Rows say the same read at speed and one by one", arguments: 0..<24)
  func sameEitherWay(seed: UInt32) throws {
    let chance = KeyedChance(seed: seed, purpose: 77)
    let plainness = UInt64(16 - seed % 4)
    let hasMore = seed % 3 == 1
    var text = "store,member,date,amount,category" + (hasMore ? ",receipt,quantity,discount,channel,note" : "") + "\n"
    for step in 0..<UInt32(120) {
      var (one, two) = chance.words(subject: 1, step: step, draw: 0)
      var cells = [
        Self.pick(Self.names, &two, plainness: plainness), Self.pick(Self.members, &one, plainness: plainness),
        Self.pick(Self.dates, &one, plainness: plainness), Self.pick(Self.amounts, &one, plainness: plainness),
        Self.pick(Self.names, &two, plainness: plainness),
      ]
      if hasMore {
        (one, _) = chance.words(subject: 2, step: step, draw: 0)
        (two, _) = chance.words(subject: 3, step: step, draw: 0)
        cells += [
          Self.pick(["R1", "100", "VIP-2024-000001", "", "\"R,1\""], &one, plainness: plainness),
          Self.pick(["1", "2", "1.5", "", "x", "3000000"], &one, plainness: plainness),
          Self.pick(["1.00", "", "2.50", "free"], &one, plainness: plainness),
          Self.pick(Self.names, &two, plainness: plainness), Self.pick(Self.names, &two, plainness: plainness),
        ]
      }
      var (shape, _) = chance.words(subject: 4, step: step, draw: 0)
      if shape & 0x1F == 0 { cells.removeLast() }
      if shape & 0x1F == 1 { cells.append("") }
      if shape & 0x1F == 2 { cells = [""] }
      shape >>= 5
      text += cells.joined(separator: ",") + (seed % 2 == 0 ? "\n" : Self.pick(Self.ends, &shape, plainness: plainness))
    }
    var bytes = Array(text.utf8)
    if seed % 5 == 4 { bytes[bytes.count / 2] = 0xFF }
    let book = try load(bytes, blocks: [64, 200, 1000]) {
      $0.encoding = .utf8
      $0.today = Day(year: 2024, month: 12, day: 31)
      if seed % 7 == 3 { $0.rows.walkIn = .quarantine }
    }
    #expect(book.purchases.count > 10)
  }

  @Test("The number of threads has no influence on the book") func threads() throws {
    var text = "member,date,amount\n"
    for i in 0..<20_000 { text += "\(i * 7919 % 6007),2024-01-\(1 + i % 28),\(i % 50).00\n" }
    let file = try TemporaryFile(text.utf8)
    var options = PurchaseOptions()
    options.blockSize = 10_000
    let one = try loadPurchases(from: .file(file.path), options: options, job: Job(threads: 1))
    #expect(one.members.count == 6007)
    for threads in [2, 5] {
      let book = try loadPurchases(from: .file(file.path), options: options, job: Job(threads: threads))
      expectSame(book, one, "\(threads) threads")
    }
  }
}
