import MemberBook
import Testing

@Suite("Amounts far from the usual") struct AmountOutlierTests {
  /// 400 receipts of ¥200 to ¥1,200 by 40 members.
  private func shop(_ more: (inout BookBuilder) throws -> Void) throws -> AmountOutliers {
    var dice = Throws()
    let book = try book { builder in
      for i in 0..<400 {
        try builder.append(
          member: "M\(i % 40)", day: day(i / 2), amount: Int64(20_000 + dice.next(below: 100_000)), store: "总店")
      }
      try more(&builder)
    }
    return try Quality(of: book).amounts
  }

  @Test("A million typed for ten thousand is found, with what is usual beside it") func lostPoint() throws {
    let found = try shop { try $0.append(member: "M7", day: day(30), amount: 100_000_000, store: "总店") }
    #expect(found.count == 1 && found.basis == .store)
    let example = try #require(found.examples.first)
    #expect((example.member, example.day, example.amount) == (7, day(30), 100_000_000))
    #expect((60_000...80_000).contains(example.usual) && !example.isHundredfold)
  }

  @Test("A hundredfold of something usual is told as such, returns too") func hundredfold() throws {
    let found = try shop {
      try $0.append(member: "M7", day: day(30), amount: 6_000_000, store: "总店")
      try $0.append(member: "M8", day: day(31), amount: -8_000_000, store: "总店")
    }
    #expect((found.count, found.hundredfold) == (2, 2))
    #expect(found.examples.map(\.amount) == [-8_000_000, 6_000_000])
  }

  @Test("An expensive thing of its own category is usual") func category() throws {
    func judged(_ coat: String) throws -> AmountOutliers {
      let book = try book { builder in
        for i in 0..<300 {
          try builder.append(member: "M\(i)", day: day(i), amount: Int64(1_000 + i), category: "袜子")
          if i < 120 { try builder.append(member: "M\(i)", day: day(i), amount: Int64(300_000 + i), category: "大衣") }
        }
        try builder.append(member: "M1", day: day(9), amount: 300_500, category: coat)
      }
      return try Quality(of: book).amounts
    }
    #expect(try judged("大衣").count == 0)
    let wrong = try judged("袜子")
    #expect(wrong.count == 1 && wrong.examples.first?.usual == 1_150 && wrong.examples.first?.kind == 1)
  }

  @Test("The median that is shown is exact") func median() throws {
    let book = try book { builder in
      for i in 0..<101 { try builder.append(member: "A", day: day(i), amount: Int64(70_001 + 10 * i)) }
      try builder.append(member: "A", day: day(0), amount: 900_000_000)
    }
    // Of 102 sizes the lower of the two in the middle.
    #expect(try Quality(of: book).amounts.examples.map(\.usual) == [70_501])
  }

  @Test("A heavy tail is no finding", arguments: 0..<5) func heavyTail(start: Int) throws {
    var dice = Throws()
    for _ in 0..<start * 3_000 { _ = dice.next(below: 2) }
    // P(X > x) = x^-2: ¥10 ÷ √u.
    let book = try book { builder in
      for i in 0..<3_000 {
        let u = Double(1 + dice.next(below: 1_000_000)) / 1_000_000
        try builder.append(member: "M\(i)", day: day(i % 300), amount: Int64(1_000 / u.squareRoot()))
      }
    }
    #expect(try Quality(of: book).amounts.count <= 2)
  }

  @Test("Too little to say what is usual") func few() throws {
    let book = try book { builder in
      for i in 0..<20 { try builder.append(member: "A", day: day(i), amount: 100) }
      try builder.append(member: "A", day: day(21), amount: 100_000_000)
    }
    let found = try Quality(of: book).amounts
    #expect(found.count == 0 && !found.canTell)
  }
}
