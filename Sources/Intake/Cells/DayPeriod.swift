/// A word for a part of the day, which tells the hour of a clock of twelve.
enum DayPeriod: CaseIterable {
  case dawn, morning, am, noon, pm, dusk, evening

  private var words: [String] {
    switch self {
    case .dawn: ["凌晨"]
    case .morning: ["早上", "早晨", "清晨"]
    case .am: ["上午", "AM", "A.M."]
    case .noon: ["中午"]
    case .pm: ["下午", "PM", "P.M."]
    case .dusk: ["傍晚"]
    case .evening: ["晚上", "晚间", "晚間", "夜间", "夜間", "夜里", "夜裡"]
    }
  }

  static func accept(_ reader: inout CellReader) -> DayPeriod? {
    allCases.first { reader.accept(oneOf: $0.words) != nil }
  }

  /// The hour of the day, 0 to 23, that is meant by `hour`; nil where the two disagree or more than one could be meant, as
  /// by twelve in the evening. An hour beyond twelve says the same by itself. 12 AM and 上午12 are midnight, as computers
  /// write it.
  func hour(_ hour: Int) -> Int? {
    switch self {
    case .dawn: return hour == 12 ? 0 : hour <= 6 ? hour : nil
    case .morning: return (4...11).contains(hour) ? hour : nil
    case .am: return hour == 12 ? 0 : hour < 12 ? hour : nil
    case .noon: return (1...2).contains(hour) ? hour + 12 : (11...14).contains(hour) ? hour : nil
    case .pm: return later(hour, from: 1, exactly: 12)
    case .dusk: return later(hour, from: 4, to: 7)
    case .evening: return later(hour, from: 5)
    }
  }

  /// `hour` of the second half of the day, from `first` to `last` on a clock of twelve.
  private func later(_ hour: Int, from first: Int, to last: Int = 11, exactly same: Int? = nil) -> Int? {
    if (first...last).contains(hour) { return hour + 12 }
    return (first + 12...last + 12).contains(hour) || hour == same ? hour : nil
  }
}
