public import MemberBook
public import Quantities

/// Reads what members did besides buying from a file or a database; as `loadPurchases` in all else.
public func loadActions(
  from input: TableInput, options: ActionOptions = ActionOptions(),
  progress: @Sendable (LoadProgress) -> Void = { _ in },
  isCancelled: @escaping @Sendable () -> Bool = { false }
) throws(Diagnostic) -> ActionTable {
  let reading = TableReading<ActionParser, ActionCollector>(input: input, options: options) { _ in ActionCollector() }
  let result = try reading.run(progress: progress, isCancelled: isCancelled)
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
