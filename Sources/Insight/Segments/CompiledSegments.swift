public import MemberBook
public import Messages
public import Numerics
public import Programme

/// Conditions on members, compiled for one book: all of them are decided in one walk over it.
public struct CompiledSegments: Sendable {
  private let reader: MeasureReader
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
    reader = MeasureReader(compiler)
    tests = compiler.tests
    sets = compiler.sets
  }

  /// The members of each condition; the same for any number of threads.
  public func callAsFunction(_ job: Job = .unattended) throws(Diagnostic) -> MemberSets {
    let members = reader.book.members.count
    let wordCount = (members + 63) / 64
    // Each piece writes whole words, so that no two share one.
    let size = 64
    let found = try job.map((wordCount + size - 1) / size) { piece in
      words(piece * size..<min((piece + 1) * size, wordCount), members: members)
    }
    return MemberSets(memberCount: members, words: asked.indices.map { set in found.flatMap { $0[set] } })
  }

  /// By condition, words of its set.
  private func words(_ range: Range<Int>, members: Int) -> [[UInt64]] {
    var result = [[UInt64]](repeating: [UInt64](repeating: 0, count: range.count), count: asked.count)
    var sums = [PurchaseSums](repeating: PurchaseSums(), count: reader.frames.count)
    var truths = [Bool](repeating: false, count: sets.count)
    for word in range {
      for member in word << 6..<min(word << 6 + 64, members) {
        reader.read(member, into: &sums)
        for set in sets.indices { truths[set] = decide(sets[set], for: member, sums, truths) }
        for (place, set) in asked.enumerated() where truths[set] {
          result[place][word - range.lowerBound] |= 1 << UInt64(member & 63)
        }
      }
    }
    return result
  }

  /// Conditions are no deeper than the parser reads, so that the truths of one fit a word.
  private func decide(_ steps: [SegmentStep], for member: Int, _ sums: [PurchaseSums], _ truths: [Bool]) -> Bool {
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
    guard let value = reader.value(test.source, of: member, sums) else { return false }
    return test.holds(value.numerator, over: value.denominator)
  }
}
