import Fixtures
import Glibc
import Intake
import MemberBook
import Messages
import Quantities
import Testing

/// Loads `bytes` in one block and in tiny ones, which must make the same book, and checks the sum of the findings.
@discardableResult
func load(_ bytes: [UInt8], blocks: [Int] = [1, 7, 64], _ change: (inout PurchaseOptions) -> Void = { _ in }) throws
  -> Book
{
  let file = try TemporaryFile(bytes)
  var options = PurchaseOptions()
  change(&options)
  let book = try loadPurchases(from: .file(file.path), options: options)
  for size in blocks {
    options.blockSize = size
    expectSame(try loadPurchases(from: .file(file.path), options: options), book, "blocks of \(size)")
  }
  expectAllCounted(book.findings)
  return book
}

@discardableResult
func load(_ text: String, blocks: [Int] = [1, 7, 64], _ change: (inout PurchaseOptions) -> Void = { _ in }) throws
  -> Book
{
  try load(Array(text.utf8), blocks: blocks, change)
}

/// What loading `text` ends with.
func problem(_ text: String, _ change: (inout PurchaseOptions) -> Void = { _ in }) throws -> Diagnostic {
  try #require(throws: Diagnostic.self) { try load(text, blocks: [], change) }
}

func expectAllCounted(_ findings: Findings) {
  #expect(findings.rows == findings.accepted + findings.merged + findings.quarantined)
}

func expectSame(_ one: Book, _ other: Book, _ comment: String, exceptDialect: Bool = false) {
  #expect(one.members == other.members, "\(comment)")
  #expect(one.purchases == other.purchases, "\(comment)")
  #expect(one.lines == other.lines, "\(comment)")
  #expect(one.stores == other.stores, "\(comment)")
  #expect(one.categories == other.categories, "\(comment)")
  #expect(one.advisors == other.advisors, "\(comment)")
  #expect(one.channels == other.channels, "\(comment)")
  #expect(one.lastDay == other.lastDay, "\(comment)")
  if exceptDialect {
    #expect(one.findings.rows == other.findings.rows, "\(comment)")
    return
  }
  #expect(
    one.findings.quarantine.map { "\($0.line) \($0.reason) \($0.raw)" }
      == other.findings.quarantine.map { "\($0.line) \($0.reason) \($0.raw)" }, "\(comment)")
  #expect(one.findings.rows == other.findings.rows, "\(comment)")
}

/// A line a receipt: member, moment, amount, store, and the lines' categories and amounts.
func described(_ book: Book) -> [String] {
  let purchases = book.purchases
  var result: [String] = []
  for member in 0...book.members.count {
    let name = member < book.members.count ? book.members.id(of: member) : "-"
    for i in member < book.members.count ? purchases.range(of: member) : purchases.walkIns {
      var text = "\(name) \(purchases.day(i))"
      if book.hasTimes { text += " \(TimeOfDay(second: purchases.second[i]))" }
      text += " \(purchases.amount[i])"
      if !purchases.store.isEmpty { text += " @" + book.stores.name(Int(purchases.store[i])) }
      if let receipts = purchases.receipts { text += " #" + receipts[i] }
      if !book.lines.category.isEmpty {
        text +=
          " " + purchases.lines(of: i).map { book.categories.name(Int(book.lines.category[$0])) }.joined(separator: "+")
      }
      result.append(text)
    }
  }
  return result
}
