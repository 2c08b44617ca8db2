/// How often amounts of each size occur, in steps of a sixteenth of a doubling: amounts below 32 have a step each, larger
/// ones share it with those that agree in their first five binary digits. Integers throughout.
struct AmountScale {
  /// Occurrences by step.
  private(set) var counts = [UInt32](repeating: 0, count: AmountScale.steps)
  private(set) var total = 0

  static let steps = 976

  @inline(__always) static func step(of size: UInt64) -> Int {
    if size < 32 { return Int(size) }
    let shift = 59 - size.leadingZeroBitCount
    return shift * 16 + Int(truncatingIfNeeded: size >> UInt64(shift))
  }

  /// The least size in `step`.
  static func start(of step: Int) -> UInt64 {
    if step < 32 { return UInt64(step) }
    let shift = step / 16 - 1
    return UInt64(step - shift * 16) << UInt64(shift)
  }

  /// The greatest size in `step`.
  static func end(of step: Int) -> UInt64 { step + 1 < steps ? start(of: step + 1) - 1 : .max }

  @inline(__always) mutating func add(step: Int) {
    counts[step] &+= 1
    total &+= 1
  }

  mutating func add(_ other: AmountScale) {
    for step in counts.indices { counts[step] &+= other.counts[step] }
    total += other.total
  }

  /// The step of the size that `rank` others come before, and how many come before that step.
  func step(ofRank rank: Int) -> (step: Int, before: Int) {
    var before = 0
    for step in counts.indices {
      if before + Int(counts[step]) > rank { return (step, before) }
      before += Int(counts[step])
    }
    return (Self.steps - 1, before)
  }

  /// The step of the size that at least `part` in `whole` of the others do not exceed.
  /// 0 where there is none.
  func step(at part: Int, of whole: Int) -> Int {
    total == 0 ? 0 : step(ofRank: (total - 1) * part / whole).step
  }

  /// Where sizes begin that are far from the rest; nil where none are. Of the two rules the one that finds more holds:
  ///
  /// - more than 10 times what 99 in 100 do not exceed;
  /// - beyond a gap: at least 4 times the next smaller one, at least 10 times the median, and no more than 1 in 200 of
  ///   all, or two, lie beyond. A heavy tail thins out, it does not tear: where P(X > x) falls as slowly as x^-2, the
  ///   largest is 4 times the second in 1 sample of 16, and the k largest tear away in 1 of 16^k.
  var firstFarStep: Int? {
    var found: Int?
    let usual = Self.end(of: step(at: 99, of: 100))
    for step in counts.indices.reversed() where counts[step] > 0 {
      guard Self.start(of: step) / 10 > usual else { break }
      found = step
    }
    let median = Self.end(of: step(at: 1, of: 2))
    var beyond = 0
    var above: Int?
    for step in counts.indices.reversed() where counts[step] > 0 {
      if let above, Self.start(of: above) / 4 >= Self.end(of: step) { found = min(found ?? above, above) }
      beyond += Int(counts[step])
      guard beyond <= max(2, total / 200), Self.start(of: step) / 10 >= median else { break }
      above = step
    }
    return found
  }
}
