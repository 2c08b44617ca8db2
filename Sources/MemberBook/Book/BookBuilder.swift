public import Messages
public import Numerics
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

  /// A builder of no lines yet; `duplicates` says what happens to equal ones.
  public init(duplicates: Duplicates = .mergeWithinReceipts) { self.duplicates = duplicates }

  /// How many lines were appended, merged ones among them.
  public var count: Int { lines.count + pending.count }

  /// Keeps room for about `count` lines.
  public mutating func reserveCapacity(_ count: Int) { lines.room = count }

  /// Appends the lines of `batch`.
  public mutating func append(_ batch: LineBatch) throws(Diagnostic) {
    let before = lines.count
    guard before + batch.count <= Int(Int32.max) else {
      throw Diagnostic(BookProblem.tooManyLines(before + batch.count))
    }
    let member = batch.member.codes(in: &members, blank: LineColumns.walkIn)
    let order = lines.buckets.add(member, total: members.count, at: before)
    let scatter = BatchScatter(before: before, order: order, room: lines.room)
    scatter.append(member.map(MemberBuckets.offset), to: &lines.member)
    lines.noteOrder(batch.day, batch.second)
    scatter.append(batch.day, to: &lines.day)
    scatter.append(batch.second, to: &lines.second)
    scatter.append(batch.amount, to: &lines.amount)
    try append(batch.store, of: batch.stores, scatter, to: \.store, names: \.stores, role: "store")
    try append(batch.channel, of: batch.channels, scatter, to: \.channel, names: \.channels, role: "channel")
    try append(batch.advisor, of: batch.advisors, scatter, to: \.advisor, names: \.advisors, role: "advisor")
    try append(batch.category, of: batch.categories, scatter, to: \.category, names: \.categories, role: "category")
    scatter.append(batch.quantity, to: &lines.quantity)
    scatter.append(batch.discount, to: &lines.discount)
    scatter.append(batch.cost, to: &lines.cost)
    scatter.append(batch.receipt, to: &lines.receipt)
    scatter.append(batch.original, to: &lines.original)
    scatter.append(batch.fingerprint, to: &lines.fingerprint)
  }

  private mutating func append(
    _ codes: [UInt16], of names: NameTable, _ scatter: BatchScatter, to column: WritableKeyPath<LineColumns, [UInt16]>,
    names table: WritableKeyPath<BookBuilder, NameTable>, role: String
  ) throws(Diagnostic) {
    let map = self[keyPath: table].codes(adding: names)
    if names.isOverfull || self[keyPath: table].isOverfull { throw Diagnostic(BookProblem.tooManyNames(role: role)) }
    scatter.append(codes, to: &lines[keyPath: column], map: map)
  }

  /// The book of all lines so far, which it takes over: the builder is empty afterwards. `findings` brings what the
  /// reader knows: the rows it set aside and the columns used.
  /// - Throws: a `BookProblem`, or `.interrupted` when `job` is stopped.
  public mutating func finish(
    findings: Findings = Findings(), job: Job = .unattended
  ) throws(Diagnostic) -> Book {
    try flush()
    return try Book(
      grouping: &lines, members: &members, stores: stores, categories: categories, channels: channels,
      advisors: advisors, duplicates: duplicates, findings: findings, job: job)
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
