import Fixtures
import Intake
import MemberBook
import Messages
import Numerics
import Quantities
import Testing

/// The demo boutique's files: the same bytes everywhere, and the same book as in memory.
@Suite struct DemoFileTests {
  @Test func `the same seed gives the same bytes on any machine`() {
    let boutique = DemoBoutique(members: 200, seed: 7)
    #expect(checksum(boutique.purchasesFile) == 15_359_511_041_138_653_005)
    #expect(checksum(boutique.membersFile) == 16_591_945_546_281_075_609)
  }

  @Test func `another seed gives another store`() {
    let one = DemoBoutique(members: 20, seed: 7)
    let other = DemoBoutique(members: 20, seed: 8)
    #expect(one.purchasesFile != other.purchasesFile)
    #expect(one.membersFile != other.membersFile)
  }

  @Test func `a small boutique is the beginning of a large one`() {
    let small = DemoBoutique(members: 40)
    let large = DemoBoutique(members: 200)
    #expect(large.purchasesFile.starts(with: small.purchasesFile))
    #expect(large.membersFile.starts(with: small.membersFile))
    #expect((0..<40).allSatisfy { small.member($0) == large.member($0) })
  }

  @Test(arguments: [1, 300, 1_500]) func `loading the written purchases makes the same book`(members: Int) throws {
    let boutique = DemoBoutique(members: members)
    let book = try boutique.book()
    let file = try TemporaryFile(boutique.purchasesFile)
    var options = PurchaseOptions()
    for size in [options.blockSize, 4_096] {
      options.blockSize = size
      let loaded = try loadPurchases(from: .file(file.path), options: options)
      expectSame(loaded, book, "blocks of \(size)")
      #expect((loaded.firstDay, loaded.lastDay) == (book.firstDay, book.lastDay))
      #expect(loaded.findings.accepted == book.findings.accepted)
      #expect(loaded.findings.walkIns == book.findings.walkIns)
      #expect(loaded.findings.unmatchedOriginals == 0)
      #expect(loaded.findings.columns.map(\.role).sorted() == book.findings.columns.map(\.role).sorted())
      #expect(loaded.findings.unusedHeaders.isEmpty)
    }
  }

  @Test func `it can be stopped`() {
    #expect(throws: Diagnostic.self) { try DemoBoutique().book(job: Job { true }) }
    var pieces = 0
    #expect(throws: Stopped.self) {
      try DemoBoutique().writePurchases { (_) throws(Stopped) in
        pieces += 1
        throw Stopped()
      }
    }
    #expect(pieces == 1)
  }

  private struct Stopped: Error {}

  @Test(arguments: [(-3, 1), (0, 1), (5_000_001, 5_000_000)])
  func `it has as many members as it can`(asked: Int, found: Int) {
    #expect(DemoBoutique(members: asked).members == found)
  }
}
