import Analysis
import Insight
import MemberBook
import Messages
import PlanLanguage
import Programme
import Quantities
import Reporting
import Simulation

/// A diagnosis as a report.
struct DiagnosisText {
  let answer: DiagnosisAnswer
  let notation: Notation

  var request: DiagnosisRequest { answer.request }
  var diagnosis: Diagnosis { answer.diagnosis }
  var book: Book { answer.book }
  var rules: Rules { answer.rules }
  var gaps: EntryGaps? { answer.gaps }
  var replayNotes: [Message] { answer.replayNotes }
  var store: Int { request.focus }
  var isChain: Bool { store == diagnosis.all }

  var report: Report {
    let place =
      !isChain
      ? Message(verbatim: book.stores.name(store))
      : diagnosis.stores.isEmpty ? Message("all sales", zh: "全部销售") : Message("all stores", zh: "全部门店")
    let (range, earlier) = (request.range, request.earlier.range)
    var report = Report(verb: "diagnose")
    report.title =
      diagnosis.hasEarlier
      ? Message("\(place) over \(range), against \(earlier)", zh: "\(place)，\(range)，对比 \(earlier)")
      : Message("\(place) over \(range)", zh: "\(place)，\(range)")
    report.tables = [findingTable, figureTable, changeTable, gapTable, storeTable].compactMap(\.self)
    report.values = values
    report.showsValues = false
    report.notes = notes
    return report
  }

  // MARK: figures

  /// Those that anything is known of, here or in the earlier range.
  private var figures: [Figure] {
    Figure.allCases.filter { figure in
      [0, 1].contains { diagnosis.value(of: figure, store: store, in: $0) != .unknown }
    }
  }

  private var values: [Report.Value] {
    var values = figures.map { figure in
      Report.Value(figure.heading, diagnosis.value(of: figure, store: store).cell)
    }
    if let change = diagnosis.change(of: store) {
      values.append(.init(Heading("sales_change", Message("change of sales", zh: "销售变化")), .change(change.whole)))
      values += SalesChange.Part.allCases.map { part in
        Report.Value(
          Heading("sales_change_\(part.rawValue)", Message("by \(part.title)", zh: "其中\(part.title)")),
          .change(change[part]))
      }
    }
    return values
  }

  private var figureTable: Table {
    let hasOthers = !isChain && diagnosis.stores.contains { $0 != store }
    var columns: [Table.Column] = [
      .init(.figure, isShown: false), .init(.title), .init(.current), .init(.earlier, isShown: diagnosis.hasEarlier),
      .init(.difference, isDifference: true, isShown: false),
      .init(.change, isDifference: true, isShown: diagnosis.hasEarlier),
    ]
    if hasOthers { columns += [.init(.others), .init(.place, isShown: false)] }
    var table = Table("figures", columns: columns)
    for figure in figures {
      let now = diagnosis.value(of: figure, store: store)
      let before = diagnosis.value(of: figure, store: store, in: 1)
      var row: [Cell] = [
        .text(figure.key), .word(figure.title), now.cell, before.cell, now.difference(since: before),
        now.change(since: before),
      ]
      if hasOthers {
        row.append(diagnosis.median(of: figure, besides: store).map { now.cell(ofBillionths: $0) } ?? .none)
        row.append(diagnosis.rank(of: figure, store: store).map(Cell.count) ?? .none)
      }
      table.rows.append(row)
    }
    return table
  }

  // MARK: the change of sales

  /// Nil without an earlier range.
  private var changeTable: Table? {
    guard let change = diagnosis.change(of: store) else { return nil }
    var table = Table(
      "sales_change", title: Message("what changed the sales", zh: "销售变化的构成"),
      columns: [
        .init(.part, isShown: false), .init(.factor), .init(.earlier), .init(.current),
        .init(.effect, isDifference: true), .init(.ofChange),
      ])
    for part in SalesChange.Part.allCases {
      guard part != .returns || change.returns != 0 else { continue }
      let figures = part.figure.map { figure in
        [1, 0].map { diagnosis.value(of: figure, store: store, in: $0).cell }
      }
      let amounts = [1, 0].map { place -> Cell in
        part == .walkIns ? .money(Money(minor: diagnosis.tally(of: store, in: place)[.walkIns])) : .none
      }
      table.rows.append(
        [.text(part.rawValue), .word(part.title)] + (figures ?? amounts)
          + [.change(change[part]), .share(part: change[part], whole: change.whole)])
    }
    table.rows.append(
      [.text(Figure.sales.key), .word(Figure.sales.title)]
        + [1, 0].map { diagnosis.value(of: .sales, store: store, in: $0).cell }
        + [.change(change.whole), .share(part: change.whole, whole: change.whole)])
    return table
  }

  // MARK: the entry tier

  private var gapTable: Table? {
    guard let gaps, !gaps.rows.isEmpty else { return nil }
    let (entry, times) = (diagnosis.tiers[0], request.stuckFrom)
    var table = Table(
      "stuck",
      title: Message(
        "stuck on \(entry): \(counted(Int(clamping: times), "purchase")) and more, never above; what is missing to \(gaps.next)",
        zh: "滞留在 \(entry)：购买 \(grouped(times)) 笔及以上、从未更高；距 \(gaps.next) 还差多少"),
      columns: [.init(.missing), .init(.members), .init(.spend)]
        + (gaps.asksForSpend ? [.init(.missingSpend)] : []))
    for row in gaps.rows {
      table.rows.append(
        [.word(row.band.title), .count(row.members), .money(Money(minor: row.spend))]
          + (gaps.asksForSpend ? [.average(Money(minor: row.missing), per: row.members)] : []))
    }
    return table
  }

  // MARK: stores

  /// Every store beside the others, where all of them are asked about: the largest fall of sales first, without an earlier
  /// range the largest sales.
  private var storeTable: Table? {
    guard isChain, !diagnosis.stores.isEmpty, book.has(.store) else { return nil }
    let shown: [Figure] = [.active, .newcomers, .lost, .vipShare, .usage]
    let further = Figure.allCases.filter { !shown.contains($0) && $0 != .sales && $0 != .lostElsewhere }
    var table = Table(
      "stores",
      title: diagnosis.hasEarlier
        ? Message("stores by the change of sales, falls first", zh: "各门店，按销售变化，下降的在前")
        : Message("stores, the largest sales first", zh: "各门店，销售最多的在前"),
      columns: [
        .init(.store), .init(Figure.sales.heading), .init(.difference, isDifference: true, isShown: false),
        .init(.change, isDifference: true, isShown: diagnosis.hasEarlier),
      ] + shown.map { .init($0 == .vipShare ? .vipShare : $0.heading, isShown: isKnown($0)) }
        + further.map { .init($0.heading, isShown: false) })
    func sales(_ store: Int, _ place: Int) -> Int64 { diagnosis.tally(of: store, in: place).factors.sales }
    func weight(_ store: Int) -> Int64 { diagnosis.hasEarlier ? diagnosis.step(of: store) : -sales(store, 0) }
    let blank = [0].filter { store in
      (0..<(diagnosis.hasEarlier ? 2 : 1)).contains { diagnosis.tally(of: store, in: $0).factors.sales != 0 }
    }
    let ranked = diagnosis.stores.sorted {
      weight($0) != weight($1) ? weight($0) < weight($1) : book.stores.name($0) < book.stores.name($1)
    }
    for store in ranked + blank {
      let now = diagnosis.value(of: .sales, store: store)
      let before = diagnosis.value(of: .sales, store: store, in: 1)
      table.rows.append(
        [store == 0 ? .word(Message("(blank)", zh: "（空白）")) : .text(book.stores.name(store))]
          + [now.cell, now.difference(since: before), now.change(since: before)]
          + (shown + further).map { diagnosis.value(of: $0, store: store).cell })
    }
    if table.rows.count > DiagnosisText.storeLimit { table.shownRows = DiagnosisText.storeLimit }
    return table
  }

  /// How many stores people see.
  private static let storeLimit = 12

  private func isKnown(_ figure: Figure) -> Bool { diagnosis.value(of: figure, store: store) != .unknown }
}

extension Heading {
  fileprivate static let figure = Heading("figure", Message("figure", zh: "指标"))
  fileprivate static let title = Heading("title", Message("figure", zh: "指标"))
  fileprivate static let vipShare = Heading(Figure.vipShare.key, Message("VIP share", zh: "VIP 占比"))
  fileprivate static let part = Heading("part", Message("part", zh: "部分"))
  fileprivate static let factor = Heading("title", Message("part", zh: "部分"))
  fileprivate static let current = Heading("value", Message("this range", zh: "本期"))
  fileprivate static let earlier = Heading("earlier", Message("earlier", zh: "较早"))
  fileprivate static let difference = Heading("difference", Message("difference", zh: "差"))
  fileprivate static let change = Heading("change", Message("change", zh: "变化"))
  fileprivate static let others = Heading("other_stores", Message("other stores", zh: "其他门店"))
  fileprivate static let place = Heading("rank", Message("rank", zh: "名次"))
  fileprivate static let effect = Heading("effect", Message("effect", zh: "影响"))
  fileprivate static let ofChange = Heading("share_of_change", Message("of change", zh: "占变化"))
  fileprivate static let missing = Heading("missing", Message("missing", zh: "还差"))
  fileprivate static let missingSpend = Heading("missing_spend", Message("missing a member", zh: "人均还差"))
}
