import MemberBook

/// What the rows of a table tell of how it is written, and of cells that cost no row. Fields go by their place.
struct TableEvidence: Sendable {
  var dates = DateStyleEvidence()
  var decimals = DecimalMarkEvidence()
  /// Of columns of statuses and kinds.
  var words: [Int: WordTally] = [:]
  /// Of optional facts that could not be read.
  var unknown: [Int: Unknown] = [:]
  /// What the rows come to that the user's condition leaves out, in minor units.
  var leftOutAmount: Int128 = 0
  /// By currency, for amounts that say theirs.
  var currencies: [String: WordTally.Entry] = [:]
  var unitPrices = UnitPrices()
  /// Rows that were read at speed, of whose cells nothing is noted.
  var simpleRows = 0

  struct Unknown: Sendable {
    var rows = 0
    var example = ""
  }

  /// An amount column that is named as a unit price: how many rows are of other than one piece, and what all come to,
  /// in minor units, as it is and times the quantity.
  struct UnitPrices: Sendable {
    var rows = 0
    var asAmount: Int128 = 0
    var timesQuantity: Int128 = 0
  }

  mutating func noteUnknown(_ field: Int, _ cell: @autoclosure () -> String) {
    if unknown[field] == nil { unknown[field] = Unknown(example: cell()) }
    unknown[field]?.rows += 1
  }

  mutating func noteCurrency(_ name: String, _ amount: Int64) {
    currencies[name, default: WordTally.Entry()].add(WordTally.Entry(rows: 1, amount: Int128(amount)))
  }

  mutating func merge(_ other: TableEvidence) {
    dates.merge(other.dates)
    decimals.merge(other.decimals)
    for (field, tally) in other.words { words[field, default: WordTally()].merge(tally) }
    for (field, cells) in other.unknown {
      unknown[field, default: Unknown(example: cells.example)].rows += cells.rows
    }
    leftOutAmount += other.leftOutAmount
    for (name, entry) in other.currencies { currencies[name, default: WordTally.Entry()].add(entry) }
    simpleRows += other.simpleRows
    unitPrices.rows += other.unitPrices.rows
    unitPrices.asAmount += other.unitPrices.asAmount
    unitPrices.timesQuantity += other.unitPrices.timesQuantity
  }
}

extension Findings {
  /// Takes over what concerns a reader of the figures.
  mutating func note(_ evidence: TableEvidence, headers: [String], used: Set<Int>) {
    unknownCells = evidence.unknown.sorted { $0.key < $1.key }.map { field, cells in
      UnknownCells(header: headers[field], rows: cells.rows, example: cells.example)
    }
    columnWords = evidence.words.sorted { $0.key < $1.key }.filter { !$0.value.isTooMany }.map { field, tally in
      let entries = tally.entries.map { word, entry in
        ColumnWords.Entry(word: word, rows: entry.rows, amount: Int64(clamping: entry.amount))
      }
      return ColumnWords(
        header: headers[field], isUsed: used.contains(field),
        entries: entries.sorted { ($1.rows, $0.word) < ($0.rows, $1.word) })
    }
    leftOutAmount = Int64(clamping: evidence.leftOutAmount)
  }
}
