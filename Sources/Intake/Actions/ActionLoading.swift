public import MemberBook
public import Messages
public import Numerics

/// Reads what members did besides buying from a file or a database; as `loadPurchases` in all else.
public func loadActions(
  from input: TableInput, options: ActionOptions = ActionOptions(),
  job: Job = .unattended
) throws(Diagnostic) -> ActionTable {
  let reading = TableReading<ActionParser, ActionCollector>(input: input, options: options) { _ in ActionCollector() }
  let result = try reading.run(job)
  var table = result.collector.table
  table.findings = try result.completed(result.findings)
  return table
}

/// Puts batches of actions together.
struct ActionCollector: BatchCollector {
  var table = ActionTable()

  mutating func append(_ batch: ActionTable, lines: [Int]) throws(Diagnostic) -> [LateRefusal] {
    try table.append(contentsOf: batch)
    return []
  }
}
