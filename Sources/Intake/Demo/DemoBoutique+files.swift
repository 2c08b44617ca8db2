import MemberBook
import Quantities

extension DemoBoutique {
  /// The columns of the purchases file, in its order.
  static let purchaseColumns: [(column: PurchaseColumn, header: String)] = [
    (.member, "会员卡号"), (.time, "消费时间"), (.receipt, "小票号"), (.store, "门店"), (.channel, "渠道"), (.advisor, "导购"),
    (.category, "品类"), (.quantity, "件数"), (.amount, "实付金额"), (.discount, "优惠金额"), (.cost, "成本"),
    (.originalReceipt, "原小票号"),
  ]

  static let memberHeaders = ["会员卡号", "姓名", "生日", "入会日期", "手机号", "入会门店"]

  /// Writes the purchases as CSV in UTF-8, a line a row, piece by piece; a piece ends with a row. However many members
  /// there are, no more than a piece is held. Returns how many rows there are.
  @discardableResult
  public func writePurchases<Failure: Error>(
    to output: (_ piece: [UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> Int {
    let names = DemoLabels(truth)
    let dates = (0..<calendar.count).map { Array((calendar.first + $0).description.utf8) }
    var text = CSVText(headers: Self.purchaseColumns.map(\.header))
    var rows = 0
    for number in 0..<members {
      let member = member(number)
      let id = Array(member.id.utf8)
      forEachReceipt(of: member) { receipt in
        for line in receipt.lines {
          text.append(receipt.member == nil ? [] : id)
          text.append(dates[receipt.day], second: receipt.second)
          text.append(receipt.number)
          text.append(names.stores[receipt.store])
          text.append(names.channels[receipt.store][receipt.channel])
          text.append(names.advisor(of: receipt))
          text.append(names.categories[line.category])
          text.append(Int64(line.pieces))
          text.append(minor: line.paid)
          text.append(minor: line.discount)
          text.append(minor: line.cost)
          text.append(receipt.original)
          text.endRow()
          rows += 1
        }
      }
      try text.hand(to: output, from: 1 << 18)
    }
    try text.hand(to: output, from: 0)
    return rows
  }

  /// Writes the members likewise. An unknown birthday is blank; one without a year is month and day.
  public func writeMembers<Failure: Error>(
    to output: (_ piece: [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var text = CSVText(headers: Self.memberHeaders)
    for number in 0..<members {
      let member = member(number)
      text.append(Array(member.id.utf8))
      text.append(Array(member.name.utf8))
      text.append(Array((member.birthday?.description ?? "").utf8))
      text.append(Array(member.joined.description.utf8))
      text.append(Array(member.phone.utf8))
      text.append(Array(truth.stores[member.homeStore].name.utf8))
      text.endRow()
      try text.hand(to: output, from: 1 << 18)
    }
    try text.hand(to: output, from: 0)
  }
}

/// Rows of CSV in the making. No cell of the boutique needs quotes.
private struct CSVText {
  private var bytes: [UInt8] = []

  init(headers: [String]) {
    bytes = Array(headers.joined(separator: ",").utf8)
    bytes.append(UInt8(ascii: "\n"))
  }

  mutating func append(_ cell: [UInt8]) {
    bytes.append(contentsOf: cell)
    bytes.append(UInt8(ascii: ","))
  }

  /// Blank where there is none.
  mutating func append(_ number: Int64?) { append(number.map { Array(String($0).utf8) } ?? []) }

  mutating func append(_ date: [UInt8], second: Int32) {
    bytes.append(contentsOf: date)
    bytes.append(UInt8(ascii: " "))
    for (part, end) in [(second / 3_600, ":"), (second / 60 % 60, ":"), (second % 60, ",")] {
      bytes.append(UInt8(ascii: "0") + UInt8(part / 10))
      bytes.append(UInt8(ascii: "0") + UInt8(part % 10))
      bytes.append(contentsOf: end.utf8)
    }
  }

  /// An amount in fen, as yuan with two decimals.
  mutating func append(minor amount: Int64) {
    if amount < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes.append(contentsOf: String(amount.magnitude / 100).utf8)
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(amount.magnitude / 10 % 10))
    bytes.append(UInt8(ascii: "0") + UInt8(amount.magnitude % 10))
    bytes.append(UInt8(ascii: ","))
  }

  mutating func endRow() { bytes[bytes.count - 1] = UInt8(ascii: "\n") }

  /// Hands over what there is, where it is `size` bytes or more.
  mutating func hand<Failure: Error>(
    to output: (_ piece: [UInt8]) throws(Failure) -> Void, from size: Int
  ) throws(Failure) {
    guard bytes.count > size else { return }
    try output(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
