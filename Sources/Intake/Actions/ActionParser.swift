import MemberBook
import Messages
import Quantities

/// Reads rows of an actions table.
struct ActionParser: RowParser {
  private var batch = ActionTable()
  private var moments: MomentReader
  private let layout: Layout<ActionColumn>
  private let rows: ActionRows

  init(_ plan: ReadingPlan<ActionColumn>) {
    layout = plan.layout
    rows = plan.rows
    moments = MomentReader(date: layout[.date], time: layout[.time], today: plan.today, style: plan.dateStyle)
  }

  mutating func take(_ fields: [RecordField], _ bytes: ByteSpan) -> Refusal? {
    func cell(_ column: ActionColumn) -> String {
      layout[column] < 0 ? "" : text(bytes, trimmed(bytes, fields[layout[column]]))
    }
    let (day, second): (Day, Int32)
    switch moments.moment(fields, bytes) {
    case .success(let found, let time): (day, second) = (found, time)
    case .failure(let refusal): return refusal
    }
    func identity(_ column: ActionColumn) -> String {
      guard layout[column] >= 0 else { return "" }
      let cell = bytes.extracting(trimmed(bytes, fields[layout[column]]))
      return IdentityText(cell).withBytes(of: cell) { text($0, 0..<$0.count) }
    }
    let member = identity(.member)
    if member.isEmpty { return Refusal(reason: .memberMissing, field: layout[.member]) }
    let said = layout[.kind] < 0 ? rows.everyRow ?? "" : cell(.kind)
    if said.isEmpty { return Refusal(reason: .actionMissing, field: layout[.kind]) }
    var points: Int64 = 0
    let spent = cell(.points)
    if !spent.isEmpty {
      guard case .value(let value) = DecimalReading(Array(spent.utf8).span, decimals: 0), value >= 0 else {
        return Refusal(reason: .pointsUnreadable(spent), field: layout[.points])
      }
      points = value
    }
    let (kind, receiver) = (rows.names[said] ?? said, identity(.to))
    if PointTransfer.names.contains(kind) {
      func place(_ column: ActionColumn) -> Int? { layout[column] < 0 ? nil : layout[column] }
      if receiver.isEmpty { return Refusal(reason: .receiverMissing, field: place(.to)) }
      if receiver == member { return Refusal(reason: .transferToOneself, field: place(.to)) }
      if points == 0 { return Refusal(reason: .pointsMissing, field: place(.points)) }
    }
    do throws(Diagnostic) {
      try batch.append(
        member: member, day: day, second: second, kind: kind, other: identity(.referrer), to: receiver,
        points: points, detail: cell(.detail))
    } catch {
      return Refusal(reason: .tooManyActionNames, field: layout[.kind])
    }
    return nil
  }

  mutating func takeEvidence() -> TableEvidence {
    var evidence = TableEvidence()
    evidence.dates = moments.dates.evidence
    return evidence
  }

  mutating func finishBatch(nextSize size: Int) -> ActionTable {
    let finished = batch
    batch = ActionTable()
    return finished
  }
}
