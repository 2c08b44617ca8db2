public import MemberBook
public import Quantities

/// Reads purchases from a file or a database.
///
/// `progress` is told after every block, from whichever thread. `isCancelled` is asked before every block; when it says
/// so, the load ends with an error and nothing else happens. Throws an `IntakeProblem`, a `BookProblem`, or what the
/// kind of source has to say.
public func loadPurchases(
  from input: TableInput, options: PurchaseOptions = PurchaseOptions(),
  progress: @Sendable (LoadProgress) -> Void = { _ in },
  isCancelled: @Sendable () -> Bool = { false }
) throws(Diagnostic) -> Book {
  let duplicates = options.rows.duplicates
  let reading = TableReading<PurchaseParser, PurchaseCollector>(input: input, options: options) { _ in
    PurchaseCollector(builder: BookBuilder(duplicates: duplicates))
  }
  var result = try reading.run(progress: progress, isCancelled: isCancelled)
  let findings = result.findings
  var book = try result.collector.builder.finish(findings: findings)
  book.findings = try result.completed(book.findings)
  return book
}

/// Puts batches of lines into a book.
struct PurchaseCollector: BatchCollector {
  var builder: BookBuilder

  mutating func append(_ batch: LineBatch, lines: [Int]) throws(Diagnostic) -> [LateRefusal] {
    try builder.append(batch)
    return []
  }

  mutating func reserve(_ factor: Double, of batch: LineBatch) {
    builder.reserveCapacity(Int(Double(batch.count) * factor) + 1024)
  }
}
