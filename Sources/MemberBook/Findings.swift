/// What became of every row of the input: rows = accepted + merged + quarantined, always.
public struct Findings: Sendable, Equatable {
  /// Rows of the input; its header and its blank lines are none.
  public var rows = 0
  public var accepted = 0
  /// Rows left out because an equal one, with the same receipt id, was there before.
  public var merged = 0
  /// Accepted rows without a member.
  public var walkIns = 0
  /// Accepted rows that equal an earlier one but have no receipt id to tell whether they are the same sale.
  public var repeated = 0
  /// Returns that name an original receipt which their member does not have.
  public var unmatchedOriginals = 0
  /// The rows set aside, in the order of the input.
  public var quarantine: [QuarantinedRow] = []
  /// Which header served which role.
  public var columns: [ColumnUse] = []
  /// Headers that served none.
  public var unusedHeaders: [String] = []
  public var encoding = ""
  public var delimiter = ""

  public init() {}

  public var quarantined: Int { quarantine.count }

  /// How many rows were set aside for each kind of reason, most first, equals by name.
  public var quarantinedByKind: [(kind: QuarantineReason.Kind, rows: Int)] {
    var counts: [QuarantineReason.Kind: Int] = [:]
    for row in quarantine { counts[row.reason.kind, default: 0] += 1 }
    return counts.map { (kind: $0.key, rows: $0.value) }.sorted {
      ($1.rows, $0.kind.rawValue) < ($0.rows, $1.kind.rawValue)
    }
  }
}

/// The header of the input that served a role, such as `member` ← `会员卡号`.
public struct ColumnUse: Sendable, Equatable {
  public let role: String
  public let header: String

  public init(role: String, header: String) {
    self.role = role
    self.header = header
  }
}

/// A row set aside, whole, with its place and the reason.
public struct QuarantinedRow: Sendable, Equatable {
  public let file: String
  /// The line of the file that the row starts at, from 1.
  public var line: Int
  /// The header of the cell that is at fault; nil when it is the row as such.
  public let column: String?
  public let reason: QuarantineReason
  /// The row as it was.
  public let raw: String

  public init(file: String, line: Int, column: String?, reason: QuarantineReason, raw: String) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
    self.raw = raw
  }
}
