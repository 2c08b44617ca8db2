public import MemberBook
public import Messages
public import Numerics
public import Programme
import Quantities

/// A score of every member: the weighted mean of percentile ranks, exactly.
///
/// The rank of a value is the share of all members below it and half of those who have it; who has none stands below
/// everyone who has one. A weight below 0 ranks from the other end.
public struct MemberScores: Sendable, Equatable {
  /// By member, of `whole`.
  public let points: [Int64]
  /// What a member would have who stood above everyone by each measure.
  public let whole: Int64

  /// `sources` hold what the score's measures need.
  /// - Throws: where a measure needs what the data do not have.
  public init(
    _ score: Score, of programme: Programme, in book: Book, _ sources: SegmentSources, _ job: Job = .unattended
  ) throws(Diagnostic) {
    let calls = score.calls
    var compiler = SegmentCompiler(programme, book, sources)
    var places: [SegmentTest.Source] = []
    for (call, _) in calls {
      do throws(Diagnostic) { places.append(try compiler.source(ofScored: call)) } catch {
        throw Diagnostic(error.problem, at: call.span)
      }
    }
    let (read, reader) = (places, MeasureReader(compiler))
    let count = book.members.count
    let pieces = 64
    let parts = try job.map(pieces) { piece in
      var sums = [PurchaseSums](repeating: PurchaseSums(), count: reader.frames.count)
      var values = [[MeasureReader.Fraction?]](repeating: [], count: read.count)
      for member in piece * count / pieces..<(piece + 1) * count / pieces {
        reader.read(member, into: &sums)
        for place in read.indices { values[place].append(reader.value(read[place], of: member, sums)) }
      }
      return values
    }
    let ranks = try job.map(read.count) { place in
      MemberScores.ranks(parts.flatMap { $0[place] }, isReversed: calls[place].weight.value.isNegative)
    }
    var points = [Int64](repeating: 0, count: count)
    for (place, ranks) in ranks.enumerated() {
      let weight = abs(calls[place].weight.stepCount)
      for member in points.indices { points[member] += weight * ranks[member] }
    }
    self.points = points
    whole = 2 * Int64(max(count, 1)) * calls.reduce(0) { $0 + abs($1.weight.stepCount) }
  }

  /// By member: twice as many as are below, and as many as have the same, so that it is of twice the members.
  static func ranks(_ values: [MeasureReader.Fraction?], isReversed: Bool) -> [Int64] {
    func isBelow(_ one: MeasureReader.Fraction?, _ other: MeasureReader.Fraction?) -> Bool {
      guard let one, let other else { return one == nil && other != nil }
      let (left, right) = (one.numerator * other.denominator, other.numerator * one.denominator)
      return isReversed ? left > right : left < right
    }
    let order = values.indices.sorted { isBelow(values[$0], values[$1]) }
    var ranks = [Int64](repeating: 0, count: values.count)
    var first = 0
    while first < order.count {
      var end = first + 1
      while end < order.count, !isBelow(values[order[first]], values[order[end]]) { end += 1 }
      for place in first..<end { ranks[order[place]] = Int64(2 * first + (end - first)) }
      first = end
    }
    return ranks
  }
}
