public import Messages

/// What became of every row of the input: rows = accepted + merged + quarantined, always.
public struct Findings: Sendable, Equatable {
  /// Rows of the input; its header and its blank lines are none.
  public var rows = 0
  /// Rows whose lines are in the book.
  public var accepted = 0
  /// Rows left out because an equal one, with the same receipt id, was there before.
  public var merged = 0
  /// Rows among the merged that an earlier load had brought.
  public var known = 0
  /// Accepted rows without a member.
  public var walkIns = 0
  /// Accepted rows that equal an earlier one but have no receipt id to tell whether they are the same sale.
  public var repeated = 0
  /// Returns that name an original receipt which their member does not have.
  public var unmatchedOriginals = 0
  /// Rows set aside, by kind of reason.
  private var counts: [QuarantineReason.Kind: Int] = [:]
  /// The first of the rows set aside, in the order of the input.
  public private(set) var quarantine: [QuarantinedRow] = []
  /// Which header served which role.
  public var columns: [ColumnUse] = []
  /// Headers that served none.
  public var unusedHeaders: [String] = []
  /// Cells that said nothing of an optional fact and cost no row.
  public var unknownCells: [UnknownCells] = []
  /// What columns of statuses and kinds say.
  public var columnWords: [ColumnWords] = []
  /// Rows that the user's own condition left out, in minor units.
  public var leftOutAmount: Int64 = 0
  /// The tables that the rows came from, in the order of loading.
  public var inputs: [InputFacts] = []

  /// How many of the rows set aside are kept; all of them are counted.
  public static let keptRows = 10_000

  /// Those of no rows.
  public init() {}

  /// Rows set aside, kept here or not.
  public private(set) var quarantined = 0

  /// Counts `row`, and keeps it while there is room.
  public mutating func setAside(_ row: QuarantinedRow) {
    quarantined += 1
    counts[row.reason.kind, default: 0] += 1
    if quarantine.count < Self.keptRows { quarantine.append(row.shortened) }
  }

  /// How many rows were set aside for each kind of reason, most first, equals by name.
  public var quarantinedByKind: [(kind: QuarantineReason.Kind, rows: Int)] {
    counts.map { (kind: $0.key, rows: $0.value) }.sorted {
      ($1.rows, $0.kind.rawValue) < ($0.rows, $1.kind.rawValue)
    }
  }

  /// The findings of two loads, of which `later` was the second; the columns are those of the second.
  public func followed(by later: Findings) -> Findings {
    var both = later
    both.rows += rows
    both.accepted += accepted
    both.merged += merged
    both.known += known
    both.walkIns += walkIns
    both.repeated += repeated
    both.unmatchedOriginals += unmatchedOriginals
    both.quarantined += quarantined
    both.counts.merge(counts, uniquingKeysWith: +)
    both.quarantine = Array((quarantine + later.quarantine).prefix(Self.keptRows))
    both.inputs = inputs + later.inputs
    both.unknownCells = unknownCells + later.unknownCells
    both.columnWords = columnWords + later.columnWords
    both.leftOutAmount += leftOutAmount
    return both
  }
}

/// A table that was read.
public struct InputFacts: Sendable, Equatable {
  /// The file, or the database without its secrets.
  public let name: String
  /// Rows of this table, its header and blank lines aside.
  public var rows = 0
  /// As `utf-8`; blank where the source has no bytes of text.
  public var encoding = ""
  /// What parts its cells; empty where that is no question.
  public var delimiter = ""
  /// 32 hexadecimal digits, xxHash3 of 128 bits over the file's bytes as `xxh128sum` gives it, or over the rows that a
  /// database gave; blank where none was taken.
  public var hash = ""
  /// Where the rows set aside were written.
  public var quarantineFile: String?
  /// Why they were not, where that was not asked for.
  public var quarantineObstacle: Message?

  /// `name` is the file's, or the table's.
  public init(name: String) { self.name = name }
}

/// Cells of one column that could not be read and are unknown for their rows, which count all the same.
public struct UnknownCells: Sendable, Equatable {
  /// The column.
  public let header: String
  /// How many there are.
  public let rows: Int
  /// One of them as it stands.
  public let example: String

  /// `example` is one of the `rows` cells.
  public init(header: String, rows: Int, example: String) {
    (self.header, self.rows, self.example) = (header, rows, example)
  }
}

/// What a column of statuses or kinds says.
public struct ColumnWords: Sendable, Equatable {
  /// One word of such a column.
  public struct Entry: Sendable, Equatable {
    /// As the cells have it; blank for blank cells.
    public let word: String
    /// How many rows say so.
    public let rows: Int
    /// What they come to, in minor units.
    public let amount: Int64

    /// `rows` rows say `word` and come to `amount` minor units.
    public init(word: String, rows: Int, amount: Int64) {
      (self.word, self.rows, self.amount) = (word, rows, amount)
    }
  }

  /// The column.
  public let header: String
  /// Whether the user's condition looks at it.
  public let isUsed: Bool
  /// The most frequent first.
  public let entries: [Entry]

  /// `entries` come with the most frequent first.
  public init(header: String, isUsed: Bool, entries: [Entry]) {
    (self.header, self.isUsed, self.entries) = (header, isUsed, entries)
  }
}

/// The header of the input that served a role, such as `member` ← `会员卡号`.
public struct ColumnUse: Sendable, Equatable {
  /// What the column means, by its name in a mapping block.
  public let role: String
  /// The header as the table has it.
  public let header: String
  /// Whether the user said so.
  public let isStated: Bool

  /// `isStated` tells whether the user said so, rather than the header.
  public init(role: String, header: String, isStated: Bool = false) {
    self.role = role
    self.header = header
    self.isStated = isStated
  }
}

/// A row set aside, whole, with its place and the reason.
public struct QuarantinedRow: Sendable, Equatable {
  /// The table that it is of.
  public let file: String
  /// The line of the file that the row starts at, from 1.
  public var line: Int
  /// The header of the cell that is at fault; nil when it is the row as such.
  public let column: String?
  /// Why it was set aside.
  public let reason: QuarantineReason
  /// The row as it was; of a very long one, its beginning where it is kept in `Findings`.
  public var raw: String

  /// `line` counts from 1; `column` is nil where the row as a whole is to blame; `raw` is the row as it stands.
  public init(file: String, line: Int, column: String?, reason: QuarantineReason, raw: String) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
    self.raw = raw
  }

  fileprivate var shortened: QuarantinedRow {
    guard raw.utf8.count > 4096 else { return self }
    var copy = self
    copy.raw = String(raw.prefix(1000)) + "…"
    return copy
  }
}
