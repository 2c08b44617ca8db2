import Analysis
import Intake
import MemberBook
import Messages
import Quantities
import Reporting

/// What members did besides buying, and who else is about them.
extension MemberPage {
  /// How often they did what, contacts aside.
  func actions(_ contacts: Set<String>) -> Table? {
    guard let actions = book.actions else { return nil }
    var counts: [UInt16: (times: Int64, last: Day)] = [:]
    for row in actions.range(of: member)
    where actions.day(row) <= last && !contacts.contains(actions.kinds.name(Int(actions.kind[row]))) {
      counts[actions.kind[row]] = ((counts[actions.kind[row]]?.times ?? 0) + 1, actions.day(row))
    }
    guard !counts.isEmpty else { return nil }
    var table = Table(
      "actions", title: Message("actions", zh: "行为"), columns: [.init(.fact), .init(.times), .init(.latest)])
    for (kind, found) in counts.sorted(by: { $0.key < $1.key }) {
      table.rows.append([.text(actions.kinds.name(Int(kind))), .count(found.times), .day(found.last)])
    }
    return table
  }

  /// When somebody got in touch with them, the latest first.
  func contacts(_ names: Set<String>) -> Table? {
    guard let actions = book.actions else { return nil }
    var table = Table(
      "contacts", title: Message("contacts", zh: "联系记录"),
      columns: [.init(.date), .init(.contact), .init(.about, wraps: true)])
    for row in actions.range(of: member).reversed() where actions.day(row) <= last {
      let kind = actions.kinds.name(Int(actions.kind[row]))
      guard names.contains(kind) else { continue }
      table.rows.append([.day(actions.day(row)), .text(kind), .text(mask.attribute(actions.detail[row]))])
    }
    table.shownRows = min(table.rows.count, 5)
    return table.rows.isEmpty ? nil : table
  }

  /// Events that the actions tell of, those named in `names`, and those of `invited` that are still to come.
  func events(_ names: Set<String>, invited: [Invitation]) -> Table? {
    var table = Table(
      "events", title: Message("events", zh: "活动"), columns: [.init(.event), .init(.date), .init(.part)])
    if let actions = book.actions {
      for row in actions.range(of: member) where actions.day(row) <= last {
        let (kind, about) = (actions.kinds.name(Int(actions.kind[row])), actions.detail[row])
        guard let event = [about, kind].first(where: names.contains) else { continue }
        table.rows.append([.text(event), .day(actions.day(row)), .text(kind)])
      }
    }
    for event in invited {
      table.rows.append([
        .text(event.event), event.day.map { .day($0) } ?? .none,
        .word(
          Message(
            "on the guest list, \(event.place) of \(event.guests)", zh: "在宾客名单上，第 \(event.place) 位，共 \(event.guests) 位")
        ),
      ])
    }
    return table.rows.isEmpty ? nil : table
  }

  /// Others with the same family number, and who referred whom, by the actions or a column of the members file.
  var relations: Table? {
    var table = Table(
      "relations", title: Message("family and referrals", zh: "家庭与推荐"), columns: [.init(.fact), .init(.member)])
    func add(_ relation: Message, _ id: String) {
      let row: [Cell] = [.word(relation), .text(id)]
      if !table.rows.contains(row) { table.rows.append(row) }
    }
    let (by, whom) = (Message("referred by", zh: "推荐人"), Message("referred", zh: "推荐了"))
    if let profiles = book.profiles {
      if let family = profiles.code(.family, of: member) {
        for other in 0..<book.members.count where other != member && profiles.code(.family, of: other) == family {
          add(Message("family", zh: "家庭"), book.members.id(of: other))
        }
      }
      let id = book.members.id(of: member)
      for (place, column) in profiles.attributes.enumerated() where ActionColumn.referrer.headers.contains(column.name)
      {
        func referrer(of member: Int) -> String? { profiles.value(of: place, of: member).map(FitGroups.text) }
        if let referrer = referrer(of: member) { add(by, referrer) }
        for other in 0..<book.members.count where referrer(of: other) == id { add(whom, book.members.id(of: other)) }
      }
    }
    if let actions = book.actions, !actions.other.isEmpty {
      for row in actions.range(of: member) where actions.other[row] >= 0 && actions.day(row) <= last {
        add(by, book.members.id(of: Int(actions.other[row])))
      }
      for other in 0..<book.members.count {
        for row in actions.range(of: other) where Int(actions.other[row]) == member && actions.day(row) <= last {
          add(whom, book.members.id(of: other))
        }
      }
    }
    table.shownRows = min(table.rows.count, 12)
    return table.rows.isEmpty ? nil : table
  }
}

extension Heading {
  fileprivate static let contact = Heading("contact", Message("contact", zh: "联系方式"))
  fileprivate static let about = Heading("about", Message("about", zh: "内容"))
  fileprivate static let part = Heading("part", Message("part", zh: "参与"))
}
