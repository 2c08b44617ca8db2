import Fixtures
import Messages
import Testing
@testable import Intake

extension DatabaseTests {
  @Suite(
    "What goes wrong over ODBC, with PostgreSQL",
    .enabled(
      if: PostgreSQLServer.isInstalled,
      "PostgreSQL's server or its ODBC driver is missing; `scripts/setup --tests` installs them."))
  struct ODBCProblemTests {
    private let server: PostgreSQLServer
    private let source: String

    init() throws {
      server = try PostgreSQLServer.shared.get()
      source = "odbc Driver=PostgreSQL Unicode;Server=127.0.0.1;Port=\(server.port);Database=postgres;UID=vipsh;PWD=…"
    }

    private func problem(_ connection: String? = nil, table: String? = nil, query: String? = nil) throws -> Diagnostic {
      let found = try failure {
        _ = try text(of: ODBCReader(connection: connection ?? server.connection, table: table, query: query))
      }
      #expect(!Message.sentence(found.message, found.hint).text.contains(PostgreSQLServer.password))
      return found
    }

    @Test("A wrong password, server, database") func connecting() throws {
      let refused = try problem(server.connection(password: "wrong{}=;"), query: "select 1")
      #expect(refused.message.text.hasPrefix("\(source) refuses the user or password: "))
      #expect(!refused.message.text.contains("wrong"))
      #expect(refused.hint?.text == "check UID and PWD")
      let away = try problem(server.connection(password: PostgreSQLServer.password, port: 1), query: "select 1")
      #expect(away.message.text.contains(" cannot be reached: ") && away.message.text.contains("Connection refused"))
      let none = try problem(
        server.connection(password: PostgreSQLServer.password, database: "nodb"), query: "select 1")
      #expect(none.message.text.contains("database \"nodb\" does not exist"))
      let silent = try SilentServer()
      let unanswered = try failure {
        _ = try ODBCReader(
          connection: server.connection(password: PostgreSQLServer.password, port: silent.port), table: nil,
          query: "select 1", patience: 2)
      }
      #expect(unanswered.message.text.hasSuffix(" did not answer in 2 seconds"))
      #expect([refused, away, none, unanswered].allSatisfy { $0.code == .file })
    }

    @Test("A table that is not there is told with the nearest") func tables() throws {
      let found = try problem(table: "public.销")
      #expect(found.code == .unknownName)
      // Other tests have tables of their own there.
      #expect(found.message.text.hasPrefix("\(source) has no table `public.销`; its tables and views are "))
      for name in ["it's \"odd\"", "kept", "long", "other.many", "public.many", "销售", "Week"] {
        #expect(found.message.text.contains("`\(name)`"))
      }
      #expect(try problem(table: "lonk").hint?.text == "did you mean long?")
      #expect(try problem(table: "many").code == .unknownName)
      #expect(try problem().code == .missing)
      #expect(try problem(table: "long", query: "select 1").code == .conflict)
    }

    @Test("What the server says of a query is shown") func words() throws {
      let found = try problem(query: "select nothing from public.many")
      #expect(found.code == .value)
      #expect(
        found.message.text.hasPrefix("\(source) does not take the query: ERROR: column \"nothing\" does not exist"))
      #expect(!found.message.text.contains("Error while"))
      let late = try problem(query: "select 1 / (n - 15000) from public.many")
      #expect(late.message.text.hasPrefix("reading \(source) broke off before row "))
      #expect(late.message.text.contains("division by zero"))
      let echo = try problem(query: "select cast('PWD=hush;' as integer)")
      #expect(echo.message.text.contains("PWD=…") && !echo.message.text.contains("hush"))
    }

    @Test("Nothing is changed, not even by a statement that seems to read") func readOnly() throws {
      #expect(try problem(query: "update kept set a = 2").message.text == "the query of \(source) does more than read")
      #expect(
        try problem(query: "select 1; delete from kept").message.text
          == "the query of \(source) holds more than one statement")
      #expect(try problem(query: "select nextval('numbers')").message.text.contains("read-only transaction"))
      for query in [
        "with x as (delete from kept returning a) select a from x", "with x as (select 1) delete from kept returning a",
        "select a into copied from kept",
      ] { #expect(try problem(query: query).code == .value) }
      #expect(try lines(of: ODBCReader(connection: server.connection, table: "kept", query: nil)) == ["a", "1"])
    }
  }

  @Suite("ODBC without a server") struct ODBCManagerTests {
    private func problem(_ connection: String) throws -> Diagnostic {
      try failure { _ = try ODBCReader(connection: connection, table: nil, query: "select 1", patience: 1) }
    }

    @Test("A data source or driver that is not there") func missing() throws {
      let source = try problem("DSN=nowhere;UID=li;PWD=hush")
      #expect(source.message.text.hasPrefix("there is no such ODBC data source: odbc DSN=nowhere;UID=li;PWD=… ("))
      #expect(source.hint?.text == "odbcinst -q -s lists the data sources, odbcinst -q -d the drivers")
      #expect(
        try problem("Driver={Nothing Like It};PWD=hush").message.text.hasPrefix(
          "the ODBC driver cannot be loaded: odbc Driver="))
      #expect(try problem("").code == .file)
      #expect(try problem("\u{0};;==}{").code == .file)
    }
  }
}
