import Messages
import Programme
import Quantities
import Reporting
import Simulation

/// Where two ledgers of one member diverge, in words and cells.
struct DivergenceText {
  let member: String
  let names: [String]
  let ledgers: [LedgerText]
  let range: DayRange
  let divergence: LedgerDivergence

  /// How many lines are shown before the one at which they diverge, and after it.
  private static let before = 3
  private static let after = 6

  init(member: String, names: [String], ledgers: [LedgerText], range: DayRange) {
    self.member = member
    self.names = names
    self.ledgers = ledgers
    self.range = range
    divergence = LedgerDivergence(
      ledgers[0].ledger, ledgers[1].ledger, tiers: (ledgers[0].rules.tiers, ledgers[1].rules.tiers))
  }

  var report: Report {
    var report = Report(verb: "explain")
    let both = names.joined(separator: " · ")
    let place = divergence.place.flatMap { place in divergence.lines[place].day.map { (place, $0) } }
    if let (place, day) = place {
      report.title = Message(
        "member \(member), \(both): they part on \(day)", zh: "会员 \(member)，\(both)：从 \(day) 起不同")
      report.tables = [lines(around: place)]
      report.values = [.init(Heading("parted", Message("parted", zh: "开始不同")), .day(day))]
      if day < range.first {
        report.notes.append(
          Message("that is before the range, which begins on \(range.first)", zh: "这早于区间的开始 \(range.first)"))
      }
    } else {
      report.title = Message(
        "member \(member), \(both): they never part through \(range.last)",
        zh: "会员 \(member)，\(both)：到 \(range.last) 为止始终相同")
      report.notes.append(
        Message("tier, term and points are the same on every line of both ledgers", zh: "两份明细每一行的等级、有效期和积分都相同"))
    }
    report.tables.append(ends)
    report.notes += zip(names, ledgers).flatMap { name, ledger in
      ledger.gapNotes.prefix(1).map { Message("\(name): \($0)", zh: "\(name)：\($0)") }
    }
    return report
  }

  // MARK: side by side

  private func lines(around place: Int) -> Table {
    var columns = [Table.Column(.date), Table.Column(.entry), Table.Column(.amount)]
    for name in names {
      columns.append(Table.Column(Heading("tier(\(name))", Message("\(name)", zh: "\(name)"))))
      if earns { columns.append(Table.Column(Heading("balance(\(name))", Message("points", zh: "积分余额")))) }
    }
    columns.append(Table.Column(.why, wraps: true))
    var table = Table("parting", columns: columns)
    let shown = max(0, place - Self.before)..<min(divergence.lines.count, place + Self.after + 1)
    for line in divergence.lines[shown] {
      let entries = [line.first, line.second]
      let told = zip(entries, ledgers).map { entry, text in entry.map { text.cells(of: $0) } }
      guard let any = told.compactMap(\.self).first, let day = line.day else { continue }
      var row: [Cell] = [.day(day), .word(any.event), any.amount]
      for (entry, text) in zip(entries, ledgers) {
        row.append(entry.map { .text(text.rules.tiers[$0.tierAfter]) } ?? .none)
        if earns { row.append(entry.map { .points($0.balance) } ?? .none) }
      }
      row.append(.word(why(told.map { $0?.why })))
      table.rows.append(row)
    }
    return table
  }

  private var earns: Bool { ledgers.contains { $0.rules.rules.points != nil } }

  /// What both say once; what they say differently, each by its scenario.
  private func why(_ said: [Message?]) -> Message {
    if said[0] == said[1], let both = said[0] { return both }
    let parts = zip(names, said).compactMap { name, word -> Message? in
      guard let word else { return nil }
      return word.isEmpty ? nil : Message("\(name): \(word)", zh: "\(name)：\(word)")
    }
    return .sentence(parts, separator: Message("; ", zh: "；"))
  }

  // MARK: the end

  private var ends: Table {
    var columns = [
      Table.Column(.scenario), Table.Column(.tier), Table.Column(.review), Table.Column(.windowSpend),
    ]
    if earns { columns.append(Table.Column(.pointsOutstanding)) }
    var table = Table(
      "end", title: Message("at the end of \(range.last)", zh: "\(range.last) 结束时"), columns: columns)
    for (name, text) in zip(names, ledgers) {
      let ledger = text.ledger
      var row: [Cell] = [
        .text(name), .text(text.rules.tiers[ledger.tier]), ledger.review.map { .day($0) } ?? .none,
        .money(Money(minor: ledger.window.spend)),
      ]
      if earns { row.append(.points(ledger.lots.reduce(0) { $0 + $1.points })) }
      table.rows.append(row)
    }
    return table
  }
}

extension LedgerEntry {
  /// The tier held after it.
  fileprivate var tierAfter: Int { event.newTier ?? tier }
}

extension Heading {
  fileprivate static let windowSpend = Heading("window_spend", Message("in window", zh: "考察期消费额"))
}
