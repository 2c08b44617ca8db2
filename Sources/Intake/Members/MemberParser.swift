import MemberBook
import Quantities

/// Reads rows of a members table.
struct MemberParser: RowParser {
  private var batch: MemberBatch
  private var dates: DateCells
  private let layout: Layout<MemberColumn>
  private let attributes: [Int]
  private let ownFields: [Int]
  private var evidence = TableEvidence()

  init(_ plan: ReadingPlan<MemberColumn>) {
    layout = plan.layout
    dates = DateCells(style: plan.dateStyle)
    attributes = plan.attributeFields
    batch = MemberBatch(attributes: attributes.count)
    ownFields = plan.ownFields
  }

  /// The facts of a row, read before any of them is taken.
  private struct Facts {
    var joined, tierSince, pointsExpire: Day?
    var birthday: Birthday?
    var points: Int64?
    var consent: Bool?
  }

  mutating func take(_ fields: [RecordField], _ bytes: ByteSpan) -> Refusal? {
    let member = bytes.extracting(trimmed(bytes, fields[layout[.member]]))
    let id = IdentityText(member)
    if id.isCut { return Refusal(reason: .idCut(text(member, 0..<member.count)), field: layout[.member]) }
    if id.withBytes(of: member, { $0.isEmpty }) { return Refusal(reason: .memberMissing, field: layout[.member]) }
    var facts = Facts()
    // What is not known of a member costs neither the member nor tier and points.
    if read(.joined, of: fields, bytes, into: &facts.joined) != nil { noteUnknown(.joined, fields, bytes) }
    if read(.tierSince, of: fields, bytes, into: &facts.tierSince) != nil { noteUnknown(.tierSince, fields, bytes) }
    if let refusal = read(.pointsExpire, of: fields, bytes, into: &facts.pointsExpire) { return refusal }
    if let refusal = readOthers(&facts, fields, bytes) { return refusal }

    id.withBytes(of: member) { batch.id.append($0) }
    for fact in ProfileText.allCases {
      let place = layout[MemberColumn(fact)]
      let cell = bytes.extracting(place < 0 ? 0..<0 : trimmed(bytes, fields[place]))
      let said = fact == .referrer ? IdentityText(cell) : .plain
      said.withBytes(of: cell) { batch.append(fact, $0) }
    }
    batch.append(.joined, facts.joined)
    batch.append(.tierSince, facts.tierSince)
    batch.append(.openingExpiry, facts.pointsExpire)
    batch.birthday.append(facts.birthday)
    batch.openingPoints.append(facts.points)
    batch.consent.append(facts.consent)
    for (place, field) in attributes.enumerated() {
      batch.attributes[place].append(bytes.extracting(trimmed(bytes, fields[field])))
    }
    var fingerprint = Fingerprint()
    for i in ownFields { fingerprint.add(bytes.extracting(fields[i].start..<fields[i].end)) }
    batch.fingerprint.append(fingerprint)
    batch.endRow()
    return nil
  }

  mutating func takeEvidence() -> TableEvidence {
    evidence.dates = dates.evidence
    defer { evidence = TableEvidence() }
    return evidence
  }

  private mutating func noteUnknown(_ column: MemberColumn, _ fields: [RecordField], _ bytes: ByteSpan) {
    let field = layout[column]
    evidence.noteUnknown(field, text(bytes, trimmed(bytes, fields[field])))
  }

  mutating func finishBatch(nextSize size: Int) -> MemberBatch {
    let finished = batch
    batch = MemberBatch(attributes: attributes.count)
    return finished
  }

  private mutating func read(
    _ column: MemberColumn, of fields: [RecordField], _ bytes: ByteSpan, into day: inout Day?
  ) -> Refusal? {
    let place = layout[column]
    guard place >= 0 else { return nil }
    let range = trimmed(bytes, fields[place])
    switch dates.read(bytes, range) {
    case .blank: return nil
    case .moment(let found, _):
      day = found
      return nil
    case let other: return Refusal(reason: other.fault(text(bytes, range)), field: place)
    }
  }

  private mutating func readOthers(_ facts: inout Facts, _ fields: [RecordField], _ bytes: ByteSpan) -> Refusal? {
    func cell(_ column: MemberColumn) -> (place: Int, range: Range<Int>)? {
      let place = layout[column]
      guard place >= 0 else { return nil }
      let range = trimmed(bytes, fields[place])
      return range.isEmpty ? nil : (place, range)
    }
    if let (place, range) = cell(.birthday) {
      switch BirthdayReading(bytes, range, &dates) {
      case .birthday(let birthday): facts.birthday = birthday
      case .unclear, .unreadable: evidence.noteUnknown(place, text(bytes, range))
      }
    }
    if let (place, range) = cell(.points) {
      guard case .value(let points) = DecimalReading(bytes.extracting(range), decimals: 0), points >= 0 else {
        return Refusal(reason: .pointsUnreadable(text(bytes, range)), field: place)
      }
      facts.points = points
    }
    if let (place, range) = cell(.consent) {
      facts.consent = consents[text(bytes, range).lowercased()]
      if facts.consent == nil { evidence.noteUnknown(place, text(bytes, range)) }
    }
    return nil
  }
}

/// How files say whether a member may be contacted.
private let consents: [String: Bool] = [
  "yes": true, "y": true, "true": true, "1": true, "是": true, "同意": true, "允许": true, "有": true, "已授权": true,
  "no": false, "n": false, "false": false, "0": false, "否": false, "不同意": false, "拒绝": false, "无": false,
  "未授权": false,
]

extension MemberColumn {
  init(_ fact: ProfileText) {
    self =
      switch fact {
      case .name: .name
      case .phone: .phone
      case .gender: .gender
      case .family: .family
      case .store: .store
      case .advisor: .advisor
      case .tier: .tier
      case .referrer: .referrer
      }
  }
}

extension ReadingPlan where Role == MemberColumn {
  /// The fields that become attributes.
  var attributeFields: [Int] {
    let added = QuarantineFile.addedFields(of: layout.headers)
    return layout.unusedFields.filter { $0 >= added }
  }
  /// How the file calls its columns of text facts.
  var textHeaders: [ProfileText: String] {
    let places = ProfileText.allCases.map { ($0, layout[MemberColumn($0)]) }.filter { $0.1 >= 0 }
    return Dictionary(uniqueKeysWithValues: places.map { ($0.0, layout.headers[$0.1]) })
  }
}
