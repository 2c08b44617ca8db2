import Programme

/// A comparison, compiled: where its value comes from, and what it is held against.
struct SegmentTest: Sendable {
  enum Source: Sendable {
    case spend(Int), visits(Int), purchases(Int), returns(Int), basket(Int), items(Int), itemsPerPurchase(Int)
    case margin(Int), recency(Int), gap(Int)
    /// 1 where anything was bought, else not known.
    case bought(Int)
    /// Of frame `part` in frame `whole`.
    case share(part: Int, whole: Int)
    /// Of a column of facts; `MeasureColumn.unknown` is not known.
    case column(Int)
  }

  enum Bound: Sendable {
    case compare(SegmentComparison, Threshold)
    case within(Threshold, Threshold)
    /// It is enough that there is a value.
    case known
  }

  /// An exact fraction.
  struct Threshold: Sendable {
    let numerator: Int128
    /// Above 0.
    let denominator: Int128

    init(_ numerator: Int128, over denominator: Int128 = 1) {
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  let source: Source
  let bound: Bound

  /// Whether `numerator / denominator` is within the bound; the denominator is above 0.
  func holds(_ numerator: Int128, over denominator: Int128) -> Bool {
    switch bound {
    case .known: return true
    case .compare(let comparison, let threshold):
      let left = numerator * threshold.denominator
      let right = threshold.numerator * denominator
      switch comparison {
      case .notGreater: return left <= right
      case .notLess: return left >= right
      case .notEqual: return left != right
      case .equal: return left == right
      case .less: return left < right
      case .greater: return left > right
      }
    case .within(let low, let high):
      return numerator * low.denominator >= low.numerator * denominator
        && numerator * high.denominator <= high.numerator * denominator
    }
  }
}

/// A step of a condition; each leaves one truth on the stack.
enum SegmentStep: Sendable {
  case test(Int)
  /// A segment that was decided before.
  case segment(Int)
  case and, or, not
}
