import Fixtures
import Intake
import MemberBook
import Testing

/// Every form of storage gives the same book and the same findings of the same table.
@Suite struct ConformanceTests {
  @Test(arguments: ConformanceForm.files) func `a messy table is the same in every form`(form: ConformanceForm) throws {
    try expectReference(form)
  }

  @Test(
    .enabled(
      if: PostgreSQLServer.isInstalled,
      "PostgreSQL's server or its ODBC driver is missing; `scripts/setup --tests` installs them."))
  func `a messy table is the same over ODBC`() throws { try expectReference(.postgreSQL) }

  @Test func `what the messy table comes to`() throws {
    let book = try load(.utf8, .messy)
    #expect(
      described(book) == [
        "A002 2017-01-05 09:07 0 @人民路店 #R-2 女装", "A002 2017-03-09 18:30 123450 @人民路店 #R-7 女装",
        "A001 2017-01-05 09:07 99890 @人民路店 #R-1 男装+配饰", "A001 2017-02-11 14:00:30 -4500 @滨江店 #R-3 男装",
        "A001 2017-06-01 00:00 800 @人民路店 #R-26 ", "A001 2017-06-01 00:00 800 @人民路店 #R-27 ",
        "A003 2017-04-01 15:05 12350 @滨江店 #R-9 女装", "A004 2017-05-01 12:00 999 @滨江店 #R-21 女装",
        "𠮷野 2017-06-01 00:00 750 @人民路店 #R-25 女装",
        "A005 2017-07-07 07:07 2000 @人民路店 #R-28 女装", "- 2017-04-02 10:00 5600 @滨江店 #R-10 女装",
        "- 2017-04-02 10:00 5600 @滨江店 #R-11 女装",
      ])
    let findings = book.findings
    #expect((findings.rows, findings.accepted, findings.merged, findings.quarantined) == (29, 13, 1, 15))
    #expect(findings.walkIns == 2 && findings.unusedHeaders == ["备注"])
    #expect(
      findings.quarantine.map { "\($0.line) \($0.column ?? "-") \($0.reason.kind.rawValue)" } == [
        "10 消费时间 date does not exist", "11 消费时间 date not readable", "12 消费时间 no date", "13 消费时间 date unclear",
        "14 消费时间 date not readable", "15 实付金额 amount not readable", "16 实付金额 no amount",
        "17 实付金额 amount not readable", "18 实付金额 more than two decimals",
        "20 实付金额 amount too large", "21 消费时间 date before 1900", "22 消费时间 date after 2079",
        "23 - repeated header", "28 会员卡号 total row", "29 会员卡号 total row",
      ])
    #expect(findings.quarantine[5].raw == "A004,2017/5/1 12:00,R-17,滨江店,女装,1,免单,,,\"a,b\"")
  }

  private func expectReference(_ form: ConformanceForm) throws {
    let reference = try load(.utf8, .messy)
    for blockSize in [1, 100, 4 << 20] {
      let book = try load(form, .messy) { $0.blockSize = blockSize }
      expectSame(book, reference, form.rawValue)
      expectSameFindings(book.findings, reference.findings, form.rawValue)
    }
  }
}

/// The purchases of a table that is stored in a form.
func load(
  _ form: ConformanceForm, _ table: ConformanceTable, _ change: (inout PurchaseOptions) -> Void = { _ in }
) throws -> Book {
  let stored = try form.store(table)
  var options = PurchaseOptions()
  options.query = stored.query
  change(&options)
  return try withExtendedLifetime(stored) { try loadPurchases(from: stored.input, options: options) }
}

/// All but what names the input: its file, encoding and hash.
func expectSameFindings(_ one: Findings, _ other: Findings, _ comment: String) {
  #expect(one.rows == other.rows, "\(comment)")
  #expect(one.accepted == other.accepted, "\(comment)")
  #expect(one.merged == other.merged, "\(comment)")
  #expect(one.quarantined == other.quarantined, "\(comment)")
  #expect(one.walkIns == other.walkIns, "\(comment)")
  #expect(one.repeated == other.repeated, "\(comment)")
  #expect(one.unmatchedOriginals == other.unmatchedOriginals, "\(comment)")
  #expect(one.columns == other.columns, "\(comment)")
  #expect(one.unusedHeaders == other.unusedHeaders, "\(comment)")
  #expect(one.quarantinedByKind.map(\.kind) == other.quarantinedByKind.map(\.kind), "\(comment)")
  #expect(one.quarantine.count == other.quarantine.count, "\(comment)")
  for (row, same) in zip(one.quarantine, other.quarantine) {
    #expect(
      row.line == same.line && row.column == same.column && row.reason == same.reason && row.raw == same.raw,
      "\(comment): \(row), \(same)")
  }
  expectAllCounted(one)
}
