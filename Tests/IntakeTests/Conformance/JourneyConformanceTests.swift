import Fixtures
import Intake
import MemberBook
import Testing

/// Real purchases, as numbers and dates where the form has them, are the same book as their text.
@Suite struct JourneyConformanceTests {
  /// The forms are slow to write in debug builds, not to read.
  private static let fewer = 1500

  @Test(arguments: [
    ConformanceForm.marked, .markedUTF16le, .utf16be, .gb18030, .gzip, .gzippedGB18030, .gzippedUTF16, .xlsx,
    .inlineXLSX, .xls, .sqlite,
  ]) func `many real rows are the same in every form`(form: ConformanceForm) throws {
    try expectSame(form, try ConformanceTable.journey().prefix(Self.fewer))
  }

  @Test(
    .enabled(
      if: PostgreSQLServer.isInstalled,
      "PostgreSQL's server or its ODBC driver is missing; `scripts/setup --tests` installs them."))
  func `many real rows are the same over ODBC`() throws {
    try expectSame(.postgreSQL, try ConformanceTable.journey().prefix(Self.fewer))
  }

  private func expectSame(_ form: ConformanceForm, _ table: ConformanceTable) throws {
    let (book, reference) = (try load(form, table), try load(.utf8, table))
    IntakeTests.expectSame(book, reference, form.rawValue)
    expectSameFindings(book.findings, reference.findings, form.rawValue)
    #expect(book.findings.accepted == table.rows.count - 1)
  }
}
