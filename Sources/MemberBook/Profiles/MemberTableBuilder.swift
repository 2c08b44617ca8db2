public import Quantities

/// Puts the batches of a members table together.
public struct MemberTableBuilder: Sendable {
  private var ids = TextTable()
  private var profiles = Profiles(count: 0)
  private var rows: [(fingerprint: Fingerprint, line: Int)] = []
  /// The further columns' texts, as codes of `words`, by the number of the member.
  private var words = TextTable()
  private var attributes: [(name: String, codes: [UInt32])]

  /// `attributes` are the headers of the columns that serve no role, `texts` those of some that do.
  public init(attributes: [String], texts headers: [ProfileText: String] = [:]) {
    profiles.headers = headers
    self.attributes = attributes.map { ($0, []) }
    _ = words.code(of: .blank, text: [UInt8]().span)
  }

  /// A row whose member was there before.
  public enum Repeat: Sendable {
    /// It says the same.
    case same
    /// It says something else than the one in that line.
    case other(line: Int)
  }

  /// Appends the rows of `batch`, which stand in `lines`, and answers which of them name a member that was there before:
  /// these are left out.
  public mutating func append(_ batch: MemberBatch, lines: [Int]) -> [(row: Int, Repeat)] {
    var repeats: [(row: Int, Repeat)] = []
    for row in 0..<batch.count {
      let member = Int(ids.code(of: Array(batch.id[row].utf8).span))
      guard member == rows.count else {
        let isSame = rows[member].fingerprint == batch.fingerprint[row]
        repeats.append((row, isSame ? .same : .other(line: rows[member].line)))
        continue
      }
      rows.append((batch.fingerprint[row], lines[row]))
      for fact in ProfileText.allCases {
        let text = batch.text(fact, row)
        if !text.isEmpty { profiles.set(fact, to: Array(text.utf8).span, of: member) }
      }
      for fact in ProfileDay.allCases {
        if let day = batch.day(fact, row) { profiles.set(fact, to: day, of: member) }
      }
      if let birthday = batch.birthday[row] { profiles.set(birthday: birthday, of: member) }
      if let points = batch.openingPoints[row] { profiles.set(openingPoints: points, of: member) }
      if let consent = batch.consent[row] { profiles.set(consent: consent, of: member) }
      for place in attributes.indices {
        attributes[place].codes.append(words.code(of: Array(batch.attributes[place][row].utf8).span))
      }
    }
    return repeats
  }

  /// The table of all rows so far. A further column is of days or numbers where all its cells that are not blank are:
  /// `read` says what a cell is as a day and as a number of ten-thousandths.
  public func finish(
    findings: Findings, day: (String) -> Day?, number: (String) -> Int64?
  ) -> MemberTable {
    var profiles = profiles.gathered((0..<ids.count).map { $0 })
    let texts = attributes.isEmpty ? [] : (0..<words.count).map { words.texts[$0] }
    for (name, codes) in attributes {
      let used = Set(codes).subtracting([0]).map { Int($0) }
      if used.isEmpty { continue }
      let days = Dictionary(uniqueKeysWithValues: used.compactMap { code in day(texts[code]).map { (code, $0) } })
      let numbers = Dictionary(uniqueKeysWithValues: used.compactMap { code in number(texts[code]).map { (code, $0) } })
      let kind: Attribute.Kind = days.count == used.count ? .day : numbers.count == used.count ? .number : .text
      let place = profiles.add(Attribute(name: name, kind: kind))
      for (member, code) in codes.enumerated() where code != 0 {
        let value: Attribute.Value? =
          switch kind {
          case .text: .text(texts[Int(code)])
          case .number: numbers[Int(code)].map { .number($0) }
          case .day: days[Int(code)].map { .day($0) }
          }
        if let value { profiles.set(place, to: value, of: member) }
      }
    }
    return MemberTable(ids: ids, profiles: profiles, findings: findings)
  }
}
