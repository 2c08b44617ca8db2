public import Quantities

/// Collects lines, one by one or in batches, and groups them into a book.
public struct BookBuilder: Sendable {
  private var lines = LineColumns()
  private var members = TextTable()
  private var stores = NameTable()
  private var channels = NameTable()
  private var advisors = NameTable()
  private var categories = NameTable()
  private var pending = LineBatch()
  private let duplicates: Duplicates

  public init(duplicates: Duplicates = .mergeWithinReceipts) { self.duplicates = duplicates }

  public var count: Int { lines.count + pending.count }

  /// Keeps room for about `count` lines.
  public mutating func reserveCapacity(_ count: Int) { lines.reserveCapacity(count) }

  /// Appends the lines of `batch`.
  public mutating func append(_ batch: LineBatch) throws(Diagnostic) {
    let before = lines.count
    let count = batch.count
    guard before + count <= Int(Int32.max) else { throw Diagnostic(BookProblem.tooManyLines(before + count)) }
    batch.member.appendCodes(in: &members, blank: LineColumns.walkIn, to: &lines.member)
    lines.day.append(contentsOf: batch.day)
    lines.amount.append(contentsOf: batch.amount)
    MemberBook.append(batch.second, count, to: &lines.second, before: before)
    try append(batch.store, batch.stores, count, to: \.store, \.stores, before, "store")
    try append(batch.channel, batch.channels, count, to: \.channel, \.channels, before, "channel")
    try append(batch.advisor, batch.advisors, count, to: \.advisor, \.advisors, before, "advisor")
    try append(batch.category, batch.categories, count, to: \.category, \.categories, before, "category")
    MemberBook.append(batch.quantity, count, to: &lines.quantity, before: before)
    MemberBook.append(batch.discount, count, to: &lines.discount, before: before)
    MemberBook.append(batch.cost, count, to: &lines.cost, before: before)
    MemberBook.append(batch.receipt, count, to: &lines.receipt, before: before)
    MemberBook.append(batch.original, count, to: &lines.original, before: before)
    if batch.fingerprint.isEmpty != lines.fingerprint.isEmpty || !batch.fingerprint.isEmpty {
      if lines.fingerprint.isEmpty { lines.fingerprint = Array(repeating: .none, count: before) }
      let missing = batch.fingerprint.isEmpty ? count : 0
      lines.fingerprint += batch.fingerprint + Array(repeating: .none, count: missing)
    }
  }

  private mutating func append(
    _ codes: [UInt16], _ names: NameTable, _ count: Int, to column: WritableKeyPath<LineColumns, [UInt16]>,
    _ table: WritableKeyPath<BookBuilder, NameTable>, _ before: Int, _ role: String
  ) throws(Diagnostic) {
    let map = self[keyPath: table].codes(adding: names)
    if names.isOverfull || self[keyPath: table].isOverfull { throw Diagnostic(BookProblem.tooManyNames(role: role)) }
    MemberBook.append(codes, count, to: &lines[keyPath: column], before: before, map: map)
  }

  /// The book of all lines so far, which it takes over: the builder is empty afterwards. `findings` brings what the
  /// reader knows: the rows it set aside and the columns used.
  public mutating func finish(findings: Findings = Findings()) throws(Diagnostic) -> Book {
    try flush()
    return try Book(
      grouping: &lines, members: &members, stores: stores, categories: categories, channels: channels,
      advisors: advisors, duplicates: duplicates, findings: findings)
  }

  private mutating func flush() throws(Diagnostic) {
    let batch = pending
    pending = LineBatch()
    try append(batch)
  }
}

extension BookBuilder {
  /// Appends one line. A blank member makes it a walk-in's, a blank receipt a receipt of its own; what is nil is not given.
  /// Lines of one receipt that are equal in everything given here are one line said twice, and merged.
  /// `quantity` is in thousandths, the amounts in minor units.
  public mutating func append(
    member: String?, day: Day, second: Int32? = nil, amount: Int64, store: String? = nil, category: String? = nil,
    channel: String? = nil, advisor: String? = nil, receipt: String? = nil, original: String? = nil,
    quantity: Int32? = nil, discount: Int64? = nil, cost: Int64? = nil
  ) throws(Diagnostic) {
    guard let offset = UInt16(exactly: day - LineBatch.calendarStart) else {
      let start = LineBatch.calendarStart
      throw Diagnostic(BookProblem.spanTooLong(first: min(day, start), last: max(day, start)))
    }
    let before = pending.count
    pending.member.append(Array((member ?? "").utf8).span)
    pending.day.append(offset)
    pending.add(second: second ?? 0)
    pending.amount.append(amount)
    MemberBook.append(
      store.map { [pending.stores.intern(Array($0.utf8).span)] } ?? [], 1, to: &pending.store, before: before)
    MemberBook.append(
      channel.map { [pending.channels.intern(Array($0.utf8).span)] } ?? [], 1, to: &pending.channel, before: before)
    MemberBook.append(
      advisor.map { [pending.advisors.intern(Array($0.utf8).span)] } ?? [], 1, to: &pending.advisor, before: before)
    MemberBook.append(
      category.map { [pending.categories.intern(Array($0.utf8).span)] } ?? [], 1, to: &pending.category, before: before)
    MemberBook.append(quantity.map { [$0] } ?? [], 1, to: &pending.quantity, before: before)
    MemberBook.append(MinorColumn(discount.map { [$0] } ?? []), 1, to: &pending.discount, before: before)
    MemberBook.append(MinorColumn(cost.map { [$0] } ?? []), 1, to: &pending.cost, before: before)
    MemberBook.append(TextColumn(receipt), 1, to: &pending.receipt, before: before)
    MemberBook.append(TextColumn(original), 1, to: &pending.original, before: before)
    pending.endLine()
    if pending.count == 65_536 { try flush() }
  }
}

extension TextColumn {
  /// A column of the one text, or of none.
  fileprivate init(_ text: String?) {
    self.init()
    if let text { append(Array(text.utf8).span) }
  }
}
