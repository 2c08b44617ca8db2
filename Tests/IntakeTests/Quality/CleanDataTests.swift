import Intake
import MemberBook
import Messages
import Numerics
import Testing

/// Data that are in order must not look suspicious.
@Suite("Nothing to find in clean data") struct CleanDataTests {
  @Test("The demo boutique", arguments: [7, 11]) func boutique(seed: UInt32) throws {
    let book = try DemoBoutique(members: 2_000, seed: seed).book()
    let quality = try Quality(of: book)
    #expect(quality.amounts.count == 0 && quality.amounts.basis == .category)
    #expect(quality.cards.count == 0)
    #expect(quality.early?.members == 0)
    #expect(quality.dates.count == 0)
    #expect(quality.receipts?.count == 0 && quality.receipts?.numbersStartAgain == false)
    let people = try #require(try LikelyDuplicates(in: book))
    #expect(people.count <= 3 && people.placeholders.isEmpty)
    let coverage = try Coverage(of: book)
    #expect(coverage.stores.allSatisfy { $0.gaps.isEmpty } && !coverage.months.contains { $0.isThin })
  }

  @Test("The journey's groceries") func journey() throws {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
    let book = try loadPurchases(from: .file(root + "/scripts/examples/data/journey_purchases.csv"))
    let quality = try Quality(of: book)
    // One basket line of 647.77 among lines of 5.27.
    #expect(quality.amounts.examples.map(\.amount) == [64_777])
    #expect(quality.cards.count == 0 && quality.dates.count == 0)
    #expect(quality.early == nil)
    #expect(quality.receipts?.numbersStartAgain == false)
  }

  @Test("A raised sign stops it") func stop() throws {
    let book = try book { try $0.append(member: "A", day: day(0), amount: 1) }
    #expect(throws: Diagnostic.self) { try Quality(of: book, job: Job { true }) }
    #expect(throws: Diagnostic.self) {
      try Coverage(of: book, job: Job { true })
    }
  }
}
