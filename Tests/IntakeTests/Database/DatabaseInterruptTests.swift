import Fixtures
import Messages
import Numerics
import Quantities
import Synchronization
import Testing
@testable import Intake

/// A job that is stopped at the fourth look at it, while the database works: before it works nobody looks so often.
private func stoppedMeanwhile() -> Job {
  final class Looks: Sendable {
    let count = Atomic(0)
  }
  let looks = Looks()
  return Job { looks.count.add(1, ordering: .relaxed).newValue > 3 }
}

/// A load ends when somebody asks for it, though the database would go on for an hour or for ever.
private func expectInterrupted(_ input: TableInput, query: String) throws {
  var options = PurchaseOptions()
  options.query = query
  let found = try failure { _ = try loadPurchases(from: input, options: options, job: stoppedMeanwhile()) }
  #expect(found.code == .interrupted, "\(found.message)")
  #expect(found.message == IntakeProblem.interrupted(input.name).message)
}

extension DatabaseTests {
  @Suite("An interrupted query of SQLite") struct SQLiteInterruptTests {
    private static let endless =
      "with recursive c(member, date, amount) as (select 1, '2025-01-01', 1 union all select member + 1, date, 1 from c) "

    @Test("One that never gives a row, and one that gives them for ever", arguments: [" where amount < 0", ""])
    func endless(condition: String) throws {
      let database = try SampleDatabase("CREATE TABLE t (a)")
      try expectInterrupted(.file(database.path), query: Self.endless + "select * from c" + condition)
    }
  }

  @Suite("An interrupted reading of a workbook") struct WorkbookInterruptTests {
    @Test("Its parts are not unpacked any more") func parts() throws {
      let file = try WorkbookFixture(rows: #"<row><c r="A1"><v>1</v></c></row>"#).file()
      let found = try failure { _ = try XLSXReader(path: file.path, sheet: nil, job: Job { true }) }
      #expect(found.code == .interrupted)
    }
  }

  @Suite(
    "An interrupted query over ODBC",
    .enabled(
      if: PostgreSQLServer.isInstalled,
      "PostgreSQL's server or its ODBC driver is missing; `scripts/setup --tests` installs them."))
  struct ODBCInterruptTests {
    @Test(
      "It ends here and on the server: before its first row, between rows, and one that goes on for ever",
      arguments: [
        "select 1 as member, '2025-01-01' as date, 1 as amount, pg_sleep(4100)",
        "select n as member, '2025-01-01' as date, case when n = 15000 then length(pg_sleep(4200)::text) else 1 end as amount from public.many",
        "with recursive c(member, date, amount) as (select 1::bigint, '2025-01-01', 43 union all select member + 1, date, 43 from c) select * from c",
      ])
    func query(query: String) throws {
      let server = try PostgreSQLServer.shared.get()
      try expectInterrupted(.odbc(server.connection), query: query)
      let mark = query.contains("41") ? "41" : query.contains("42") ? "42" : "43"
      let running =
        "select count(*) from pg_stat_activity where state = 'active' and pid <> pg_backend_pid() and query like '%\(mark)%'"
      #expect(try lines(of: ODBCReader(connection: server.connection, table: nil, query: running)) == ["count", "0"])
    }
  }
}
