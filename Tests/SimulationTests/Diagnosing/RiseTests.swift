import MemberBook
import Programme
import Quantities
import Testing
@testable import Simulation

/// Who rose where, against each member's own ledger.
@Suite struct RiseTests {
  /// By range: who rose at which store; by range and store: what expired; by member: when they first stood higher.
  private struct Expected: Equatable {
    var rises: [Set<TierRises.Rise>]
    var expired: [[Int64]]
    var firstAbove: [Int32]
  }

  private func expected(_ replay: Replay, _ rules: CompiledRules, _ ranges: [DayRange]) throws -> Expected {
    let book = replay.history.book
    var expected = Expected(
      rises: ranges.map { _ in [] },
      expired: ranges.map { _ in [Int64](repeating: 0, count: book.stores.count) },
      firstAbove: [Int32](repeating: .max, count: book.members.count))
    let last = try #require(ranges.map(\.last).max())
    for member in 0..<book.members.count {
      guard let ledger = replay.ledger(of: member, rules, through: last) else { continue }
      var store: UInt16 = 0
      for entry in ledger.entries where entry.mate == nil {
        let places = ranges.indices.filter { ranges[$0].contains(entry.day) }
        switch entry.event {
        case .receipt(let receipt, _): store = UInt16(book.storeCode(of: receipt.index))
        case .expired(let points, _): for place in places { expected.expired[place][Int(store)] += points }
        case .changed(let from, let to, _), .imported(let from, let to):
          if to > 0 {
            expected.firstAbove[member] = min(expected.firstAbove[member], Int32(rules.timeline.tick(entry.day)))
          }
          if case .changed = entry.event, to > from {
            for place in places {
              expected.rises[place].insert(TierRises.Rise(member: Int32(member), store: store))
            }
          }
        default: break
        }
      }
    }
    return expected
  }

  @Test(arguments: Seeds.portions(of: 0..<300, each: 300))
  func `rises and expiries are those of the ledgers, whatever the slices`(seeds: Seeds) throws {
    var found = (rises: 0, expired: Int64(0), imported: 0)
    for seed in seeds {
      let random = RandomCase(seed: seed, withPeople: seed % 2 == 0)
      let history = try random.history()
      let rules = try CompiledRules(random.rules, for: history, through: random.last + 800)
      let last = random.last
      let ranges = [
        try #require(DayRange(last - 200, last)), try #require(DayRange(last - 460, last - 201)),
        try #require(DayRange(last - 4_000, last - 461)),
      ]
      var replay = Replay(history)
      let expected = try expected(replay, rules, ranges)
      for slices in [64, 1] {
        replay.slices = slices
        let rises = try replay.rises(rules, within: ranges)
        #expect(rises.rises.map { Set($0) } == expected.rises, "seed \(seed)")
        #expect(rises.rises.allSatisfy { Set($0).count == $0.count }, "seed \(seed)")
        #expect(rises.expired == expected.expired, "seed \(seed)")
        #expect(rises.firstAbove == expected.firstAbove, "seed \(seed)")
      }
      let outcome = try replay(rules, over: ranges[0])
      #expect(expected.expired[0].reduce(0, +) == outcome.flow[.expired], "seed \(seed)")
      #expect(Int64(expected.rises[0].count) <= outcome.flow[.upgrades], "seed \(seed)")
      found.rises += expected.rises[0].count
      found.expired += outcome.flow[.expired]
      found.imported += expected.firstAbove.count { $0 <= 1 }
    }
    #expect(found.rises > 50 && found.expired > 1_000 && found.imported > 5, "\(found)")
  }

  @Test func `members of a pool rise together, and its points expire once`() throws {
    for seed in UInt64(0)..<40 {
      let random = RandomFamilies(seed: seed)
      let history = try random.history()
      let rules = try CompiledRules(random.rules, for: history, through: random.last)
      let range = try #require(DayRange(random.dataStart, random.last))
      let rises = try Replay(history).rises(rules, within: [range])
      let outcome = try Replay(history)(rules, over: range)
      #expect(rises.expired[0].reduce(0, +) == outcome.flow[.expired], "seed \(seed)")
      #expect(Int64(rises.rises[0].count) <= outcome.flow[.upgrades], "seed \(seed)")
      #expect(rises.firstAbove.count == history.book.members.count)
      for member in 0..<history.book.members.count where outcome.finalTiers[member] > 0 {
        #expect(rises.firstAbove[member] != .max, "seed \(seed)")
      }
    }
  }
}
