import MemberBook
import Quantities
import Reporting

extension QualitySection {
  /// Accepted values that look wrong: how many of each kind, then examples. What was looked for in vain, or could not be
  /// looked for, is said in a line each.
  init(suspiciousOf quality: Quality, in book: Book, _ limit: ListLimit) {
    var overview = Table(
      "suspicious", title: "suspicious values",
      columns: [.init("key", isShown: false), .init("finding"), .init("count"), .init("of", wraps: true)])
    var clean: [String] = []
    var unclear: [String] = []
    func found(
      _ key: String, _ finding: String, _ count: Int, _ of: String, canTell: Bool = true, _ table: () -> Table?
    ) {
      guard count > 0 else {
        if canTell { clean.append(finding) } else { unclear.append(finding) }
        return
      }
      overview.rows.append([.text(key), .text(finding), .count(Int64(count)), .text(of)])
      if let table = table() { tables.append(table) }
    }
    let amounts = quality.amounts
    found(
      "amounts", "amounts far from the usual", amounts.count,
      amounts.hundredfold == 0
        ? "amounts" : "amounts, \(grouped(Int64(amounts.hundredfold))) of them 100 times a usual one",
      canTell: amounts.canTell
    ) { QualitySection.amounts(amounts, book, limit) }
    let cards = quality.cards
    found("cards", "cards of many hands", cards.count, "members, with \(cards.share) of members' purchases") {
      QualitySection.cards(cards, book, limit)
    }
    if let early = quality.early {
      found("early", "purchases before joining", early.purchases, "receipts of \(counted(early.members, "member"))") {
        QualitySection.early(early, book, limit)
      }
    }
    found("dates", "dates far from the rest", quality.dates.count, "receipts", canTell: quality.dates.canTell) {
      QualitySection.dates(quality.dates, book, limit)
    }
    if let receipts = quality.receipts, !receipts.numbersStartAgain || receipts.count > 0 {
      found("receipts", "receipts exported twice", receipts.count, "receipts of the same member") {
        QualitySection.receipts(receipts, book, limit)
      }
    }
    if !overview.rows.isEmpty { tables.insert(overview, at: 0) }
    notes += quality.dates.ends.map(QualitySection.note)
    if !clean.isEmpty { notes.append("looked for and not found: " + clean.joined(separator: ", ")) }
    if !unclear.isEmpty { notes.append("too few rows to tell: " + unclear.joined(separator: ", ")) }
    if quality.early == nil { notes.append("purchases before joining cannot be told: no day of joining is known") }
    guard let receipts = quality.receipts else {
      notes.append("receipts exported twice cannot be told: receipts have no number")
      return
    }
    if receipts.counts.contains(where: { $0.kind == .everyLineAgain }) {
      notes.append(
        "`ignore = COLUMN` at `load` leaves a running number or a time of printing out, so that such rows merge")
    }
    if receipts.numbersStartAgain {
      notes.append("receipt numbers start again, so that a number that comes twice says nothing")
    }
  }

  /// What it means that an end of the data is far from the rest.
  private static func note(_ end: StrayDates.End) -> String {
    let place = end.side == .before ? "before" : "after"
    let consequence =
      end.side == .before ? "replay starts at the first of them" : "the last of them is taken for the end of the data"
    return
      "\(counted(end.receipts, "receipt")) of \(end.first == end.last ? "\(end.first)" : "\(end.first)..\(end.last)"), "
      + "\(counted(end.gap, "day")) \(place) all others: \(consequence)"
  }
}

extension SharedCards {
  /// Their part of all members' purchases, in percent to one decimal.
  fileprivate var share: String {
    let perMille = allPurchases == 0 ? 0 : (purchases * 1_000 + allPurchases / 2) / allPurchases
    return "\(perMille / 10).\(perMille % 10)%"
  }
}
