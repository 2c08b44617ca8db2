/// What holds for each of many values of a threshold, kept as runs of neighbouring values that it is the same for.
/// Values are told by their indices; the runs follow each other from the first value to the last. Several such rows of
/// runs may stand one behind the other.
struct ValueRuns<Fact: Equatable> {
  struct Run {
    /// The run begins where the one before ends, and ends before this value.
    var end: Int
    let fact: Fact
  }

  private(set) var runs: [Run] = []
  /// Where the row begins that is being appended to.
  private var rowStart = 0

  /// `fact` holds for all of `count` values.
  mutating func reset(to fact: Fact, count: Int) {
    removeAll()
    runs.append(Run(end: count, fact: fact))
  }

  /// Without runs: they are appended anew.
  @inline(__always)
  mutating func removeAll() {
    runs.removeAll(keepingCapacity: true)
    rowStart = 0
  }

  /// What is appended from now on are the runs of another row.
  /// - Returns: the place of its first run.
  @inline(__always)
  mutating func beginRow() -> Int {
    rowStart = runs.count
    return rowStart
  }

  /// `fact` holds for the values from where the row ends so far up to `end`.
  @inline(__always)
  mutating func append(_ fact: Fact, upTo end: Int) {
    if runs.count > rowStart, runs[runs.count - 1].fact == fact {
      runs[runs.count - 1].end = end
    } else {
      runs.append(Run(end: end, fact: fact))
    }
  }

  @inline(__always)
  func forEach(_ body: (_ values: Range<Int>, _ fact: Fact) -> Void) {
    var begin = 0
    for run in runs {
      body(begin..<run.end, run.fact)
      begin = run.end
    }
  }

  /// Goes over the parts into which the runs of a row cut `values`, and moves `place` on from a run at or before the
  /// first of them to the run that holds the last.
  @inline(__always)
  func forEachPart(of values: Range<Int>, from place: inout Int, _ body: (_ values: Range<Int>, _ fact: Fact) -> Void) {
    var begin = values.lowerBound
    while begin < values.upperBound {
      while runs[place].end <= begin { place += 1 }
      let end = min(values.upperBound, runs[place].end)
      body(begin..<end, runs[place].fact)
      begin = end
    }
  }
}
