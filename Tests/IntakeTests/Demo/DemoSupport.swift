import Intake
import MemberBook
import Messages
import Quantities

/// A demo boutique large enough to be measured, made once.
enum Measured {
  static let boutique = DemoBoutique(members: 8_000, seed: 7)
  static let truth = boutique.truth
  static let book = Result { () throws(Diagnostic) in try boutique.book() }
  static let members = (0..<boutique.members).map { boutique.member($0) }

  /// How busy a day is, from the truth's tables alone.
  static func weight(of day: Day) -> Double {
    let holiday = truth.holidays.first { $0.ranges.contains { $0.contains(day) } }
    return Double(truth.months[day.components.month - 1]) * Double(truth.weekdays[day.weekday.rawValue])
      * Double(holiday?.traffic ?? 100)
  }

  static func weight(_ isMeant: (Day) -> Bool) -> Double {
    let days = (0...(truth.lastDay - truth.firstDay)).map { truth.firstDay + $0 }
    return days.filter(isMeant).map(weight).reduce(0, +) / days.map(weight).reduce(0, +)
  }
}

extension DemoBoutique {
  var purchasesFile: [UInt8] {
    var bytes: [UInt8] = []
    writePurchases { bytes += $0 }
    return bytes
  }

  var membersFile: [UInt8] {
    var bytes: [UInt8] = []
    writeMembers { bytes += $0 }
    return bytes
  }
}

/// FNV-1a, 64 bits.
func checksum(_ bytes: [UInt8]) -> UInt64 {
  bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}

extension Double {
  /// Within `tolerance` of `other`, as a fraction of it.
  func isNear(_ other: Double, within tolerance: Double) -> Bool { (self - other).magnitude <= tolerance * other }
}
