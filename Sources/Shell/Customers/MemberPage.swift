import Analysis
import CustomerModels
import MemberBook
import Messages
import Quantities
import Reporting

/// What is known of one member, section by section.
struct MemberPage {
  let member: Int
  let data: Dataset
  /// The last day that counts.
  let last: Day
  let mask: MaskSetting

  var book: Book { data.book }
  private var receipts: [Int] { book.purchases.range(of: member).filter { book.purchases.day($0) <= last } }

  // MARK: who they are

  /// Nil without a members file.
  var identity: Table? {
    guard let profiles = book.profiles else { return nil }
    var table = Table("identity", title: Message("identity", zh: "身份"), columns: [.init(.fact), .init(.value)])
    func add(_ name: Message, _ value: String?) {
      if let value { table.rows.append([.word(name), .text(value)]) }
    }
    for fact in ProfileText.allCases {
      let text = profiles.text(fact, of: member)
      switch fact {
      case .name: add(fact.title, text.map(mask.name))
      case .phone: add(fact.title, text.map(mask.phone))
      case .gender, .family, .store, .advisor, .tier, .referrer: add(fact.title, text)
      }
    }
    add(Message("birthday", zh: "生日"), profiles.birthday(of: member).map { mask.birthday($0.description) })
    add(Message("joined", zh: "入会"), profiles.joined(of: member)?.description)
    if let consent = profiles.consent(of: member) {
      table.rows.append([
        .word(Message("may be contacted", zh: "可联系")),
        .word(consent ? Message("yes", zh: "是") : Message("no", zh: "否")),
      ])
    }
    for (place, attribute) in profiles.attributes.enumerated() {
      guard let value = profiles.value(of: place, of: member) else { continue }
      add(Message(verbatim: attribute.name), mask.attribute(FitGroups.text(of: value)))
    }
    return table.rows.isEmpty ? nil : table
  }

  // MARK: how they buy

  /// The most frequent store, weekday and hour by receipts, and the category of most spend.
  var favourites: Table? {
    let bought = receipts.filter { book.purchases.amount[$0] > 0 }
    guard !bought.isEmpty else { return nil }
    var table = Table(
      "favourites", title: Message("favourites", zh: "偏好"),
      columns: [.init(.fact), .init(.most), .init(.share), .init(.next)])
    func add(_ name: Message, _ sums: [Int: Int64], _ title: (Int) -> Message) {
      let ranked = sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      guard let first = ranked.first else { return }
      table.rows.append([
        .word(name), .word(title(first.key)),
        .share(part: first.value, whole: ranked.reduce(0) { $0 + $1.value }),
        ranked.dropFirst().first.map { .word(title($0.key)) } ?? .none,
      ])
    }
    if !book.lines.category.isEmpty {
      var spend: [Int: Int64] = [:]
      for receipt in bought {
        for line in book.purchases.lines(of: receipt) where book.categoryCode(ofLine: line) > 0 {
          let amount = book.amount(ofLine: line, receiptNet: book.purchases.amount[receipt])
          if amount > 0 { spend[book.categoryCode(ofLine: line), default: 0] += amount }
        }
      }
      add(Message("category, of spend", zh: "品类（按消费额）"), spend) { Message(verbatim: book.categories.name($0)) }
    }
    func counts(_ key: (Int) -> Int?) -> [Int: Int64] {
      bought.reduce(into: [:]) { sums, receipt in if let key = key(receipt) { sums[key, default: 0] += 1 } }
    }
    if !book.purchases.store.isEmpty {
      add(
        Message("store, of receipts", zh: "门店（按小票）"),
        counts { book.storeCode(of: $0) > 0 ? book.storeCode(of: $0) : nil }
      ) { Message(verbatim: book.stores.name($0)) }
    }
    add(
      Message("weekday, of receipts", zh: "星期（按小票）"), counts { book.purchases.day($0).weekday.rawValue }
    ) { Weekday(rawValue: $0)?.word ?? .empty }
    if book.hasTimes {
      add(Message("hour, of receipts", zh: "时段（按小票）"), counts { Int(book.purchases.second[$0]) / 3600 }) {
        Message(verbatim: "\($0):00–\($0 + 1):00")
      }
    }
    return table
  }

  /// How often they come, with the figures of the customer model where there is one.
  func rhythm(_ rhythms: MemberRhythms, _ outlook: CustomerOutlook?, _ margin: MarginShare) -> [Report.Value] {
    let receipts = receipts
    guard let first = receipts.first else { return [] }
    let days = Set(receipts.filter { book.purchases.amount[$0] >= 0 }.map { book.purchases.dayOffset[$0] })
    let spend = receipts.reduce(Int64(0)) { $0 + book.purchases.amount[$1] }
    var values: [Report.Value] = [
      .init(.since, .day(book.purchases.day(first))), .init(.spendInAll, .money(Money(minor: spend))),
      .init(.purchaseDays, .count(Int64(days.count))),
      .init(.perDay, .average(Money(minor: spend), per: Int64(days.count))),
    ]
    if rhythms.present[member] >= 0 { values.append(.init(.awayFor, .count(Int64(rhythms.present[member])))) }
    if rhythms.usual[member] >= 0 { values.append(.init(.usuallyAway, .count(Int64(rhythms.usual[member])))) }
    guard let outlook, outlook.members.isCustomer(member) else { return values }
    values += [
      .init(MemberMeasure.alive.heading, .estimate(outlook.alive[member], .share)),
      .init(
        MemberMeasure.expectedPurchases.heading,
        MemberMeasure.expectedPurchases.declaration.cell(Int64(nearest: outlook.expected[member] * 1e6))),
      .init(
        MemberMeasure.value.heading, .money(Money(minor: Int64(nearest: margin.of(outlook.spend[member]) * 100)))),
    ]
    return values
  }

  /// Those of members that were merged into this one, too.
  func notes(_ all: [CareNote], _ renames: [String: String]) -> Table? {
    let id = book.members.id(of: member)
    let notes = all.filter { renames[$0.member] ?? $0.member == id }.sorted { $0.day < $1.day }
    guard !notes.isEmpty else { return nil }
    var table = Table(
      "care_notes", title: Message("notes", zh: "备注"), columns: [.init(.date), .init(.careNote, wraps: true)])
    table.rows = notes.map { [.day($0.day), .text($0.text)] }
    return table
  }
}

extension ProfileText {
  fileprivate var title: Message {
    switch self {
    case .name: Message("name", zh: "姓名")
    case .phone: Message("phone", zh: "手机号")
    case .gender: Message("gender", zh: "性别")
    case .family: Message("family", zh: "家庭")
    case .store: Message("store", zh: "门店")
    case .advisor: Message("advisor", zh: "顾问")
    case .tier: Message("tier by the file", zh: "文件中的等级")
    case .referrer: Message("referred by", zh: "推荐人")
    }
  }
}

extension Heading {
  static let fact = Heading("fact", Message("", zh: ""))
  fileprivate static let most = Heading("most", Message("most", zh: "最多"))
  fileprivate static let next = Heading("next", Message("next", zh: "其次"))
  static let times = Heading("times", Message("times", zh: "次数"))
  static let latest = Heading("latest", Message("latest", zh: "最近"))
  fileprivate static let since = Heading("first_purchase", Message("first purchase", zh: "首次购买"))
  fileprivate static let spendInAll = Heading("spend", Message("spend in all", zh: "累计消费额"))
  fileprivate static let purchaseDays = Heading("purchase_days", Message("purchase days", zh: "购买天数"))
  fileprivate static let perDay = Heading("spend_per_day", Message("spend a purchase day", zh: "每个购买日消费额"))
  fileprivate static let awayFor = Heading("gap", Message("days since the last", zh: "距末次天数"))
  fileprivate static let usuallyAway = Heading("usual_gap", Message("usual gap in days", zh: "惯常间隔天数"))
  fileprivate static let careNote = Heading("note", Message("note", zh: "内容"))
}
