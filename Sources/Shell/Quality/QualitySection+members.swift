import MemberBook
import Messages
import Reporting

extension QualitySection {
  /// Members that look like one person, offered for merging; `likely` is nil where nothing is known to tell.
  init(membersOf likely: LikelyDuplicates?, in book: Book, _ limit: ListLimit) {
    guard let likely else {
      notes.append(
        Message(
          "members that are one person cannot be told: neither phones nor names with birthdays are known",
          zh: "无法判断哪些会员是同一个人：没有手机号，也没有姓名加生日"))
      return
    }
    if likely.count > 0 {
      tables.append(QualitySection.groups(likely, book, limit))
      notes.append(
        Message(
          "`merge members A B` counts two of them as one; nothing is merged unasked",
          zh: "`merge members A B` 把其中两个算作一个；不会自动合并"))
    } else {
      notes.append(Message("no two members look like one person", zh: "没有哪两个会员看似同一个人"))
    }
    if !likely.placeholders.isEmpty {
      var table = Table(
        "placeholders", title: Message("shared by several members: placeholders?", zh: "多个会员共有：是占位的吗？"),
        columns: [.init(.shared), .init(.members)])
      table.rows = likely.placeholders.prefix(limit.limit).map { [.text($0.text), .count(Int64($0.members))] }
      tables.append(table)
    }
  }

  /// A row for each person, those of a group below each other.
  private static func groups(_ likely: LikelyDuplicates, _ book: Book, _ limit: ListLimit) -> Table {
    var table = Table(
      "likely_same",
      title: limit.title(
        Message("members that look like one person, in groups", zh: "看似同一个人的会员，按组列出"), of: likely.count),
      columns: [
        .init(.group), .init(.member), .init(.personName, isShown: book.profiles?.has(.name) ?? false),
        .init(.purchases), .init(.lastPurchase), .init(.inCommon, wraps: true),
      ])
    for (number, group) in zip(Int64(1)..., likely.groups.prefix(limit.limit)) {
      for (place, person) in group.people.enumerated() {
        table.rows.append([
          .count(number), book.cell(person.member),
          book.profiles?.name(of: person.member).map { .text($0) } ?? .none, .count(Int64(person.purchases)),
          person.last.map { .day($0) } ?? .none, .word(place == 0 ? group.grounds.words : .empty),
        ])
      }
    }
    return table
  }
}

extension LikelyDuplicates.Grounds {
  fileprivate var words: Message {
    switch self {
    case .phoneNameAndBirthday: Message("phone, name and birthday", zh: "手机号、姓名和生日")
    case .phoneAndName: Message("phone and name", zh: "手机号和姓名")
    case .nameAndBirthday: Message("name and birthday", zh: "姓名和生日")
    case .phone: Message("phone", zh: "手机号")
    case .phoneNamesDiffer: Message("phone; names differ", zh: "手机号；姓名不同")
    }
  }
}

extension Heading {
  fileprivate static let shared = Heading("shared", Message("phone, or name and birthday", zh: "手机号，或姓名和生日"))
  fileprivate static let group = Heading("group", Message("group", zh: "组"))
  fileprivate static let personName = Heading("name", Message("name", zh: "姓名"))
  fileprivate static let lastPurchase = Heading("last_purchase", Message("last purchase", zh: "最近购买"))
}
