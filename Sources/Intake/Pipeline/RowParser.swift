import MemberBook
import Messages

/// Reads rows of one kind of table into typed columns. Every thread has one of its own.
protocol RowParser: SendableMetatype {
  associatedtype Role: ColumnRole
  /// The rows of one block, as columns.
  associatedtype Batch: Sendable

  init(_ plan: ReadingPlan<Role>)

  /// What must be asked about a table that was read to its end.
  static func doubt(_ evidence: TableEvidence, _ plan: ReadingPlan<Role>) -> Diagnostic?

  /// Is told before the first row of every block.
  mutating func startBlock(_ bytes: ByteSpan)

  /// Takes the rows from `offset` on, where one starts, as long as they can be read at speed. Answers where the first other
  /// one starts, and how many were taken, each of them one line. What they say is what `take` would have found.
  mutating func takeSimple(_ bytes: ByteSpan, from offset: Int) -> (end: Int, rows: Int)

  /// Takes the facts of a row that has as many fields as the header, or says why it cannot be taken.
  mutating func take(_ fields: [RecordField], _ bytes: ByteSpan) -> Refusal?

  /// What the cells since the last call tell of how the table is written; of the style of dates, all cells so far.
  mutating func takeEvidence() -> TableEvidence

  /// The rows taken since the last call. `size` is how many bytes the next block is expected to have.
  mutating func finishBatch(nextSize size: Int) -> Batch
}

extension RowParser {
  static func doubt(_ evidence: TableEvidence, _ plan: ReadingPlan<Role>) -> Diagnostic? { nil }
  mutating func startBlock(_ bytes: ByteSpan) {}
  mutating func takeSimple(_ bytes: ByteSpan, from offset: Int) -> (end: Int, rows: Int) { (offset, 0) }
}

/// Why a row is set aside, and for which field.
struct Refusal {
  var reason: QuarantineReason
  var field: Int?
}

/// Puts batches together in the order of the table.
protocol BatchCollector: Sendable {
  associatedtype Batch: Sendable

  /// Whether rows may turn out only here not to be acceptable, so that their places must be kept until then.
  static var refusesRows: Bool { get }

  /// Appends the rows of `batch` and answers which of them, counted from 0, are not taken after all, ascending.
  mutating func append(_ batch: Batch, lines: [Int]) throws(Diagnostic) -> [LateRefusal]

  /// Keeps room for so many times the rows of `batch`.
  mutating func reserve(_ factor: Double, of batch: Batch)
}

extension BatchCollector {
  static var refusesRows: Bool { false }
  mutating func reserve(_ factor: Double, of batch: Batch) {}
}

/// A row that turned out not to be acceptable when it met the rows before it. Without a reason it is one of them again,
/// and counts as merged.
struct LateRefusal {
  let row: Int
  let reason: QuarantineReason?
}
