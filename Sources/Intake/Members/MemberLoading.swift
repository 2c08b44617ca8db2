public import MemberBook
public import Messages
public import Numerics

/// Reads what is known of members from a file or a database; as `loadPurchases` in all else.
public func loadMembers(
  from input: TableInput, options: MemberOptions = MemberOptions(),
  job: Job = .unattended
) throws(Diagnostic) -> MemberTable {
  let reading = TableReading<MemberParser, MemberCollector>(input: input, options: options) {
    MemberCollector(
      builder: MemberTableBuilder(
        attributes: $0.attributeFields.map { [headers = $0.layout.headers] in headers[$0] }, texts: $0.textHeaders))
  }
  let result = try reading.run(job)
  let findings = try result.completed(result.findings)
  return result.collector.builder.finish(findings: findings) { text in
    if case .moment(let day, nil) = DateReading(Array(text.utf8).span) { day } else { nil }
  } number: { text in
    if case .value(let number) = DecimalReading(Array(text.utf8).span, decimals: 4) { number } else { nil }
  }
}

/// Puts batches of members into a table; a member who comes again with other facts is set aside.
struct MemberCollector: BatchCollector {
  var builder: MemberTableBuilder

  static var refusesRows: Bool { true }

  mutating func append(_ batch: MemberBatch, lines: [Int]) throws(Diagnostic) -> [LateRefusal] {
    builder.append(batch, lines: lines).map { row, found in
      switch found {
      case .same: LateRefusal(row: row, reason: nil)
      case .other(let line): LateRefusal(row: row, reason: .memberTwice(line: line))
      }
    }
  }
}
