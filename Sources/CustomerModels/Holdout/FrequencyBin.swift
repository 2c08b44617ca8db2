/// Members with the same number of repeats by the calibration day, and the means of their purchase days after it.
public struct FrequencyBin: Sendable, Equatable {
  /// Repeats by the calibration day; where the bin is open, the fewest.
  public let repeats: Int
  /// Whether those with more repeats are in it, too.
  public let isOpen: Bool
  /// How many members fall into it.
  public private(set) var members = 0
  private var sums = (actual: 0.0, model: 0.0, sameRate: 0.0, samePeriod: 0.0)

  init(repeats: Int, isOpen: Bool) {
    self.repeats = repeats
    self.isOpen = isOpen
  }

  /// Nil where nobody is in it.
  public var actual: Double? { mean(sums.actual) }
  /// Mean purchase days that the model forecast a member; nil without members.
  public var model: Double? { mean(sums.model) }
  /// The same by each member's own rate so far.
  public var sameRate: Double? { mean(sums.sameRate) }
  /// The same by what each member bought in the period of the same length before.
  public var samePeriod: Double? { mean(sums.samePeriod) }

  private func mean(_ sum: Double) -> Double? { members > 0 ? sum / Double(members) : nil }

  mutating func add(actual: Double, model: Double, sameRate: Double, samePeriod: Double) {
    members += 1
    sums.actual += actual
    sums.model += model
    sums.sameRate += sameRate
    sums.samePeriod += samePeriod
  }

  /// The same counts and sums.
  public static func == (one: FrequencyBin, other: FrequencyBin) -> Bool {
    one.repeats == other.repeats && one.members == other.members && one.sums == other.sums
  }
}
