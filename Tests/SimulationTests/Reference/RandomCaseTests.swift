import Programme
import Testing

/// The random cases are valid, walk every rule, and keep the points identity.
extension ReferenceTests {
  @Test(arguments: Seeds.portions(of: 2000..<2500, each: 25))
  func `in every random case points opening + issued = redeemed + expired + clawed back + outstanding, every day`(
    seeds: Seeds
  ) {
    for seed in seeds {
      let random = RandomCase(seed: seed, withPeople: seed % 2 == 1)
      for number in random.members.indices {
        var balance: Int64 = 0
        for today in random.reference(number) {
          balance += today.opening + today.issued - today.redeemed - today.expired - today.clawedBack
          let outstanding = today.lots.reduce(0) { $0 + $1.remaining }
          let perReceipt = today.receipts.reduce(0) { $0 + $1.points } + today.actions.reduce(0) { $0 + $1.points }
          guard balance == outstanding, today.issued == perReceipt, today.waived >= 0, today.owed >= 0,
            today.owed == 0 || outstanding == 0
          else {
            Issue.record("seed \(seed), member \(number), \(today)")
            return
          }
        }
      }
    }
  }

  @Test(arguments: Seeds.portions(of: 0..<1000, each: 100))
  func `random rules are valid and random receipts are in order, whole and the same again`(seeds: Seeds) throws {
    for seed in seeds {
      let withPeople = seed % 2 == 1
      let random = RandomCase(seed: seed, withPeople: withPeople)
      #expect(RandomCase(seed: seed, withPeople: withPeople).rules == random.rules)
      #expect(RandomCase(seed: seed, withPeople: withPeople).people == random.people)
      var programme = Programme()
      programme.ladders = [random.rules.ladder]
      programme.points = random.rules.points.map { [$0] } ?? []
      programme.scenarios = [Scenario(name: "checked")]
      _ = try programme.rules(of: "checked")
      for receipts in random.members {
        for (one, next) in zip(receipts, receipts.dropFirst()) {
          #expect((one.day, one.second) <= (next.day, next.second))
        }
        for (index, receipt) in receipts.enumerated() {
          #expect(receipt.lines.reduce(0) { $0 + $1.amount } == receipt.amount)
          guard let original = receipt.original else { continue }
          #expect(original < index && receipts[original].amount > 0 && receipt.amount < 0)
        }
      }
    }
  }
}
