import MemberBook
import Quantities
import Testing

@Suite("The same receipt exported twice") struct RepeatedReceiptTests {
  @Test("Under its number on another day or in another store") func sameNumber() throws {
    let book = try book { builder in
      for i in 0..<200 {
        try builder.append(member: "M\(i % 20)", day: day(i), amount: 100, store: "一店", receipt: "R\(i)")
      }
      try builder.append(member: "M3", day: day(4), amount: 100, store: "一店", receipt: "R3")
      try builder.append(member: "M4", day: day(4), amount: 100, store: "二店", receipt: "R4")
      try builder.append(member: "M5", day: day(9), amount: 700, store: "一店", receipt: "R5")
      // The return of a receipt may bear its number, and another member's receipt is another's.
      try builder.append(member: "M6", day: day(9), amount: -100, store: "一店", receipt: "R6")
      try builder.append(member: "M7", day: day(9), amount: 100, store: "一店", receipt: "R8")
    }
    let found = try #require(try Quality(of: book).receipts)
    #expect(found.counts.map(\.kind) == [.sameAmount, .otherAmount] && found.counts.map(\.receipts) == [2, 1])
    #expect(found.examples.map(\.member) == [3, 4, 5] && !found.numbersStartAgain)
    #expect(book.purchases.day(found.examples[0].first) == day(3))
  }

  @Test("Numbers that start again each day tell nothing") func restarting() throws {
    let book = try book { builder in
      for i in 0..<200 {
        try builder.append(member: "M\(i % 5)", day: day(i), amount: Int64(100 + i % 3), receipt: "\(i % 7)")
      }
    }
    let found = try #require(try Quality(of: book).receipts)
    #expect(found.numbersStartAgain && found.count == 0)
  }

  @Test("At the same moment with the same lines, in whatever order, under another number") func sameMoment() throws {
    func pairs(second: Int32 = 36_000, _ lines: [(String, Int64)]) throws -> Int {
      let book = try book { builder in
        try builder.append(member: "A", day: day(1), second: 40_000, amount: 1, category: "衣", receipt: "0")
        for (receipt, lines) in [("1", [("衣", 500), ("鞋", 900)]), ("2", lines)] {
          for (category, amount) in lines {
            try builder.append(
              member: "A", day: day(1), second: second, amount: amount, category: category, receipt: receipt)
          }
        }
      }
      return try #require(try Quality(of: book).receipts).count
    }
    #expect(try pairs([("鞋", 900), ("衣", 500)]) == 1)
    #expect(try pairs([("鞋", 500), ("衣", 900)]) == 0)
    #expect(try pairs([("鞋", 1_400)]) == 0)
    #expect(try pairs(second: 0, [("鞋", 900), ("衣", 500)]) == 0)
  }
}
