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

  @Test("Every line several times, unless customers merely bought several of one article") func everyLine() throws {
    func count(_ receipts: [[Int64]]) throws -> Int {
      let book = try book { builder in
        for (number, amounts) in receipts.enumerated() {
          for (line, amount) in amounts.enumerated() {
            var batch = LineBatch()
            batch.member.append(Array("A".utf8).span)
            batch.day.append(UInt16(truncatingIfNeeded: day(number) - LineBatch.calendarStart))
            batch.amount.append(amount)
            batch.receipt.append(Array("R\(number)".utf8).span)
            // A running number tells the rows apart.
            var fingerprint = Fingerprint()
            fingerprint.add(Array("\(number) \(line)".utf8).span)
            batch.fingerprint.append(fingerprint)
            batch.endLine()
            try builder.append(batch)
          }
        }
      }
      return try #require(try Quality(of: book).receipts).counts.first { $0.kind == .everyLineAgain }?.receipts ?? 0
    }
    #expect(try count([[100, 50, 100, 50], [7], [7, 8]]) == 1)
    #expect(try count([[100, 50, 100], [7, 7], [7, 8], [3, 4], [5, 6]]) == 0)
    #expect(try count([[100, 100], [7, 7], [8, 8]]) == 3)
    #expect(try count([[100, 100], [7, 7]]) == 0)
  }

  @Test("Data of walk-ins or returns alone have nothing to tell") func nothing() throws {
    let walkIns = try book { try $0.append(member: nil, day: day(0), amount: 100, receipt: "1") }
    let returns = try book { try $0.append(member: "A", day: day(0), amount: -100, receipt: "1") }
    for book in [walkIns, returns] {
      let quality = try Quality(of: book)
      #expect(quality.cards.count == 0 && quality.receipts?.count == 0)
    }
  }
}
