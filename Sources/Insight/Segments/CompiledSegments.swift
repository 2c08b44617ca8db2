public import MemberBook
public import Programme
public import Quantities
import Simulation

/// Conditions on members, compiled for one book: all of them are decided in one walk over it.
public struct CompiledSegments: Sendable {
  private let book: Book
  private let asOf: Int
  private let margins: LineMargins?
  private let frames: [PurchaseFrame]
  private let columns: [[Int64]]
  private let tests: [SegmentTest]
  /// Every set, those that others name before them, and which of them were asked for.
  private let sets: [[SegmentStep]]
  private let asked: [Int]

  /// - Throws: where a condition names what is not there, or a circle of segments.
  public init(
    _ conditions: [SegmentCondition], of programme: Programme, in book: Book, _ sources: SegmentSources
  ) throws(Diagnostic) {
    for condition in conditions { if let fault = programme.segmentFault(in: condition) { throw fault } }
    var compiler = SegmentCompiler(programme, book, sources)
    var asked: [Int] = []
    for condition in conditions { asked.append(try compiler.set(of: condition)) }
    self.asked = asked
    self.book = book
    asOf = sources.asOf - book.firstDay
    margins = sources.margins
    frames = compiler.purchaseFrames
    columns = compiler.columns
    tests = compiler.tests
    sets = compiler.sets
  }

  /// The members of each condition; the same for any number of threads.
  public func callAsFunction(_ workers: Workers = Workers()) throws(Diagnostic) -> MemberSets {
    let members = book.members.count
    let wordCount = (members + 63) / 64
    // Each piece writes whole words, so that no two share one.
    let size = 64
    let found = try workers.map((wordCount + size - 1) / size) { piece in
      words(piece * size..<min((piece + 1) * size, wordCount), members: members)
    }
    return MemberSets(memberCount: members, words: asked.indices.map { set in found.flatMap { $0[set] } })
  }

  /// By condition, words of its set.
  private func words(_ range: Range<Int>, members: Int) -> [[UInt64]] {
    var result = [[UInt64]](repeating: [UInt64](repeating: 0, count: range.count), count: asked.count)
    var sums = [PurchaseSums](repeating: PurchaseSums(), count: frames.count)
    var truths = [Bool](repeating: false, count: sets.count)
    for word in range {
      for member in word << 6..<min(word << 6 + 64, members) {
        for frame in frames.indices { sums[frame] = frames[frame].sums(of: member, in: book, margins) }
        for set in sets.indices { truths[set] = decide(sets[set], member, sums, truths) }
        for (place, set) in asked.enumerated() where truths[set] {
          result[place][word - range.lowerBound] |= 1 << UInt64(member & 63)
        }
      }
    }
    return result
  }

  /// Conditions are no deeper than the parser reads, so that the truths of one fit a word.
  private func decide(_ steps: [SegmentStep], _ member: Int, _ sums: [PurchaseSums], _ truths: [Bool]) -> Bool {
    var stack: UInt128 = 0
    for step in steps {
      switch step {
      case .test(let test): stack = stack << 1 | (holds(tests[test], member, sums) ? 1 : 0)
      case .segment(let set): stack = stack << 1 | (truths[set] ? 1 : 0)
      case .and: stack = stack >> 1 & (stack | ~1)
      case .or: stack = stack >> 1 | (stack & 1)
      case .not: stack ^= 1
      }
    }
    return stack & 1 == 1
  }

  /// What is not known holds in no comparison.
  private func holds(_ test: SegmentTest, _ member: Int, _ sums: [PurchaseSums]) -> Bool {
    switch test.source {
    case .spend(let frame): return test.holds(Int128(sums[frame].spend), over: 1)
    case .visits(let frame): return test.holds(Int128(sums[frame].visits), over: 1)
    case .purchases(let frame): return test.holds(Int128(sums[frame].purchases), over: 1)
    case .returns(let frame): return test.holds(Int128(sums[frame].returns), over: 1)
    case .items(let frame): return test.holds(Int128(sums[frame].items), over: 1)
    case .margin(let frame): return test.holds(sums[frame].margin, over: 1)
    case .bought(let frame): return sums[frame].purchases > 0
    case .basket(let frame):
      let sum = sums[frame]
      return sum.purchases > 0 && test.holds(Int128(sum.spend), over: Int128(sum.purchases))
    case .recency(let frame):
      let last = sums[frame].lastPurchase
      return last >= 0 && test.holds(Int128(asOf - last), over: 1)
    case .gap(let frame):
      let sum = sums[frame]
      return sum.visits > 1 && test.holds(Int128(sum.lastVisit - sum.firstVisit), over: Int128(sum.visits - 1))
    case .share(let part, let whole):
      let all = sums[whole].spend
      return all > 0 && test.holds(Int128(sums[part].spend), over: Int128(all))
    case .column(let column):
      let value = columns[column][member]
      return value != MemberColumn.unknown && test.holds(Int128(value), over: 1)
    }
  }
}
