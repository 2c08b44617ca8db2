import MemberBook
import Quantities
import Reporting

extension QualitySection {
  /// Members that look like one person, offered for merging; `likely` is nil where nothing is known to tell.
  init(membersOf likely: LikelySame?, in book: Book, _ limit: ListLimit) {
    guard let likely else {
      notes.append("members that are one person cannot be told: neither phones nor names with birthdays are known")
      return
    }
    if likely.count > 0 {
      tables.append(QualitySection.groups(likely, book, limit))
      notes.append("`merge members A B` counts two of them as one; nothing is merged unasked")
    } else {
      notes.append("no two members look like one person")
    }
    if !likely.placeholders.isEmpty {
      var table = Table(
        "placeholders", title: "shared by several members: placeholders?",
        columns: [.init("shared", title: "phone, or name and birthday"), .init("members")])
      table.rows = likely.placeholders.prefix(limit.limit).map { [.text($0.text), .count(Int64($0.members))] }
      tables.append(table)
    }
  }

  /// A row for each person, those of a group below each other.
  private static func groups(_ likely: LikelySame, _ book: Book, _ limit: ListLimit) -> Table {
    var table = Table(
      "likely_same", title: limit.title("members that look like one person, in groups", of: likely.count),
      columns: [
        .init("group"), .init("member"), .init("name", isShown: book.profiles?.has(.name) ?? false),
        .init("purchases"), .init("last_purchase"), .init("in_common", wraps: true),
      ])
    for (number, group) in zip(Int64(1)..., likely.groups.prefix(limit.limit)) {
      for (place, person) in group.people.enumerated() {
        table.rows.append([
          .count(number), book.cell(person.member),
          book.profiles?.name(of: person.member).map { .text($0) } ?? .none, .count(Int64(person.purchases)),
          person.last.map { .day($0) } ?? .none, .text(place == 0 ? group.grounds.text : ""),
        ])
      }
    }
    return table
  }
}

extension LikelySame.Grounds {
  fileprivate var text: String {
    switch self {
    case .phoneNameAndBirthday: "phone, name and birthday"
    case .phoneAndName: "phone and name"
    case .nameAndBirthday: "name and birthday"
    case .phone: "phone"
    case .phoneNamesDiffer: "phone; names differ"
    }
  }
}
