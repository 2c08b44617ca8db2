internal import Messages
internal import Numerics

/// What is known of each member, as numbers that are equal where the facts are the same; 0 where nothing is known.
struct PersonFacts {
  private(set) var phone: [UInt64] = []
  private(set) var name: [UInt64] = []
  /// Birthdays with their year only.
  private(set) var birthday: [UInt64] = []

  init(_ profiles: Profiles, members: Int, _ job: Job) throws(Diagnostic) {
    var names = TextTable()
    // So that no name has number 0.
    _ = names.code(of: .blank, text: [UInt8]().span)
    for member in 0..<members {
      if member & 0xFFF == 0 { try job.check() }
      // Up to 15 digits, so that a number stands for itself.
      phone.append(profiles.text(.phone, of: member).flatMap(PhoneNumber.init).flatMap { UInt64($0.digits) } ?? 0)
      let text = profiles.name(of: member).flatMap(PersonName.init)
      name.append(text.map { UInt64(names.code(of: Array($0.text.utf8).span)) } ?? 0)
      let born = profiles.birthday(of: member)
      birthday.append(born?.year == nil ? 0 : born.map { UInt64($0.word) } ?? 0)
    }
  }

  var nameAndBirthday: [UInt64] {
    zip(name, birthday).map { $0 == 0 || $1 == 0 ? 0 : $0 << 32 | $1 }
  }

  /// Calls `body` with the members, ascending, of every value but 0 that several have, in the order of the values.
  func forEachShared(by values: [UInt64], _ job: Job, _ body: ([Int]) -> Void) throws(Diagnostic) {
    try job.check()
    let order = values.indices.filter { values[$0] != 0 }.sorted { (values[$0], $0) < (values[$1], $1) }
    try job.check()
    var from = 0
    while from < order.count {
      var end = from + 1
      while end < order.count, values[order[end]] == values[order[from]] { end += 1 }
      if end - from > 1 { body(Array(order[from..<end])) }
      from = end
    }
  }

  enum Agreement {
    /// All have it, and it is the same.
    case same
    /// Two have it, and it is not the same.
    case differs
    /// What is known is the same, but not of all.
    case unknown
  }

  func agreement(of members: [Int], on values: [UInt64]) -> Agreement {
    let known = members.map { values[$0] }.filter { $0 != 0 }
    if Set(known).count > 1 { return .differs }
    return known.count == members.count ? .same : .unknown
  }
}
