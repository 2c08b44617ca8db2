public import MemberBook
public import Messages
public import Numerics

/// Reads purchases from a file or a database.
///
/// `progress` is told after every block, from whichever thread. `isCancelled` is asked before every block and before every
/// piece of the book; when it says so, the load ends with an error and nothing else happens. Throws an `IntakeProblem`, a `BookProblem`, or what the
/// kind of source has to say.
public func loadPurchases(
  from input: TableInput, options: PurchaseOptions = PurchaseOptions(),
  job: Job = .unattended
) throws(Diagnostic) -> Book {
  let duplicates = options.rows.duplicates
  let reading = TableReading<PurchaseParser, PurchaseCollector>(input: input, options: options) { _ in
    PurchaseCollector(builder: BookBuilder(duplicates: duplicates))
  }
  var result = try reading.run(job)
  let findings = result.findings
  var book = try result.collector.builder.finish(
    of: input, findings, job)
  book.findings = try result.completed(book.findings)
  return book
}

/// Reads further purchases and adds to `book` those that it does not have yet. Answers the whole book, and what was found
/// of the table alone; what the book knows of members and actions is not taken over.
public func loadPurchases(
  from input: TableInput, addingTo book: Book, options: PurchaseOptions = PurchaseOptions(),
  job: Job = .unattended
) throws(Diagnostic) -> (book: Book, findings: Findings) {
  var builder = BookBuilder(duplicates: options.rows.duplicates)
  try builder.append(contentsOf: book, job: job)
  let start = PurchaseCollector(
    builder: builder, known: options.rows.duplicates == .keep ? nil : KnownLines(of: book))
  let reading = TableReading<PurchaseParser, PurchaseCollector>(input: input, options: options) { _ in start }
  var result = try reading.run(job)
  let known = result.findings.merged
  var whole = try result.collector.builder.finish(
    of: input, result.findings, job)
  // The builder counted all lines, of which the book had some.
  var found = whole.findings
  found.accepted -= book.lineCount
  found.walkIns -= book.findings.walkIns
  found.merged += known
  found.known = known
  found = try result.completed(found)
  whole.findings = book.findings.followed(by: found)
  return (whole, found)
}

/// Puts batches of lines into a book, without those that are known.
struct PurchaseCollector: BatchCollector {
  var builder: BookBuilder
  var known: KnownLines?

  mutating func append(_ batch: LineBatch, lines: [Int]) throws(Diagnostic) -> [LateRefusal] {
    guard let rows = known?.known(in: batch), !rows.isEmpty else {
      try builder.append(batch)
      return []
    }
    try builder.append(batch.leaving(out: rows))
    return rows.map { LateRefusal(row: $0, reason: nil) }
  }

  mutating func reserve(_ factor: Double, of batch: LineBatch) {
    // An estimate may be far off, and room for ten times the reference input is enough to begin with.
    let further = min(Double(batch.count) * factor, 200_000_000)
    builder.reserveCapacity(builder.count + Int(further) + 1024)
  }
}

extension BookBuilder {
  /// The book, or the load's own word for an interruption.
  fileprivate mutating func finish(
    of input: TableInput, _ findings: Findings, _ job: Job
  ) throws(Diagnostic) -> Book {
    do throws(Diagnostic) {
      return try finish(findings: findings, job: job)
    } catch {
      throw error.code == .interrupted ? Diagnostic(IntakeProblem.interrupted(input.name)) : error
    }
  }
}
