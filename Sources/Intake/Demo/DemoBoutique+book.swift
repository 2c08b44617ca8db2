public import MemberBook
public import Messages
public import Numerics
import Quantities

extension DemoBoutique {
  /// Members that one batch of lines holds.
  private static let batchSize = 1_024

  /// The boutique as a book: the same that loading its purchases file makes, with its members' profiles besides.
  public func book(job: Job = .unattended) throws(Diagnostic) -> Book {
    var builder = BookBuilder()
    let names = DemoLabels(truth)
    for start in stride(from: 0, to: members, by: Self.batchSize) {
      try job.check()
      var batch = LineBatch()
      for number in start..<min(start + Self.batchSize, members) {
        let member = member(number)
        let id = Array(member.id.utf8)
        forEachReceipt(of: member) { receipt in batch.append(receipt, of: id, from: calendar.first, names) }
      }
      try builder.append(batch)
    }
    var findings = Findings()
    findings.columns = Self.purchaseColumns.map { ColumnUse(role: $0.column.rawValue, header: $0.header) }
    var book = try builder.finish(findings: findings)
    book.profiles = profiles
    return book
  }

  /// Members' numbers here are those of the book.
  private var profiles: Profiles {
    var profiles = Profiles(count: members)
    for number in 0..<members {
      let member = member(number)
      profiles.set(name: Array(member.name.utf8).span, of: number)
      profiles.set(birthday: member.birthday, of: number)
      profiles.set(joined: member.joined, of: number)
    }
    return profiles
  }
}

extension LineBatch {
  fileprivate mutating func append(
    _ receipt: borrowing DemoReceipt, of member: [UInt8], from first: Day, _ names: DemoLabels
  ) {
    let member = receipt.member == nil ? [] : member
    let day = UInt16(truncatingIfNeeded: first + receipt.day - LineBatch.calendarStart)
    let number = Array(String(receipt.number).utf8)
    let taken = receipt.original.map { Array(String($0).utf8) } ?? []
    let store = stores.intern(names.stores[receipt.store])
    let channel = channels.intern(names.channels[receipt.store][receipt.channel])
    let advisor = advisors.intern(names.advisor(of: receipt))
    for line in receipt.lines {
      self.member.append(member.span)
      self.day.append(day)
      add(second: receipt.second)
      amount.append(line.paid)
      self.store.append(store)
      category.append(categories.intern(names.categories[line.category]))
      self.channel.append(channel)
      self.advisor.append(advisor)
      quantity.append(Int32(line.pieces * 1_000))
      discount.append(line.discount)
      cost.append(line.cost)
      self.receipt.append(number.span)
      original.append(taken.span)
      endLine()
    }
  }
}

extension NameTable {
  fileprivate mutating func intern(_ name: [UInt8]) -> UInt16 { intern(name.span) }
}

/// The boutique's names as bytes.
struct DemoLabels {
  let stores: [[UInt8]]
  let channels: [[[UInt8]]]
  let advisors: [[[UInt8]]]
  let categories: [[UInt8]]

  init(_ truth: DemoTruth) {
    stores = truth.stores.map { Array($0.name.utf8) }
    channels = truth.stores.map { $0.channels.map { Array($0.name.utf8) } }
    advisors = truth.stores.map { $0.advisors.map { Array($0.utf8) } }
    categories = truth.categories.map { Array($0.name.utf8) }
  }

  /// Blank where nobody served.
  func advisor(of receipt: borrowing DemoReceipt) -> [UInt8] {
    receipt.advisor.map { advisors[receipt.store][$0] } ?? []
  }
}
