import Messages
import Testing
@testable import Intake

extension DatabaseTests {
  @Suite("Secrets and queries") struct ConnectionTextTests {
    @Test(
      "A connection is described without its secrets",
      arguments: [
        ("DSN=shop;UID=li;PWD=hush", "odbc DSN=shop;UID=li;PWD=…"),
        ("DSN=shop;UID=li;PWD={hu;sh}", "odbc DSN=shop;UID=li;PWD=…"),
        ("PWD={hu}};DSN=sh};DSN=shop", "odbc PWD=…;DSN=shop"), ("DSN=shop;PWD={hush", "odbc DSN=shop;PWD=…"),
        ("dsn = shop ; Password = hush ;", "odbc dsn=shop;Password=…"),
        ("DSN=shop;PWD=hu;sh=1;x", "odbc DSN=shop;PWD=…;…"),
        ("DSN=shop;AccessToken=hush;pqopt={password=hush}", "odbc DSN=shop;AccessToken=…;…"),
        (
          "Driver={My Driver};Server=postgres://li:hush@host/db", "odbc Driver=My Driver;Server=postgres://li:…@host/db"
        ),
        ("Driver=x;Database={a;pwd=hush}", "odbc Driver=x;Database=a;pwd=…"), ("hush", "odbc …"), ("", "odbc "),
      ])
    func described(connection: String, expected: String) {
      #expect(describedWithoutSecrets(connection) == expected)
      #expect(!describedWithoutSecrets(connection).contains("hu"))
    }

    @Test(
      "A driver's words are shown without secrets",
      arguments: [
        ("cannot use PWD=hush;UID=li", "cannot use PWD=…;UID=li"),
        ("at postgres://li:other@h:1/d", "at postgres://li:…@h:1/d"),
        ("password = 'x y' is bad", "password = … is bad"), ("PWD={a;b} and", "PWD=… and"),
        ("it is hush, really", "it is …, really"),
        ("password authentication failed for user \"li\"", "password authentication failed for user \"li\""),
        ("two\n\tlines\n", "two lines"), ("short ab, not table", "short …, not table"),
      ])
    func redacted(words: String, expected: String) {
      #expect(ConnectionText("DSN=shop;PWD=hush;OtherPwd=ab").redacted(words) == expected)
    }

    @Test(
      "A query is one statement that reads",
      arguments: [
        ("select 1", "select 1"), ("SELECT 1 ; ", "SELECT 1 "), ("-- x\nwith a as (select ';') select * from a;", nil),
        ("((select 1))", "((select 1))"), ("select $$;$$, $a$;'$a$;", "select $$;$$, $a$;'$a$"),
        ("select a$b$ from t; ;", "select a$b$ from t"),
        ("select \";\", `;` from t", "select \";\", `;` from t"), ("select 'it''s;'", "select 'it''s;'"),
        ("select $1", "select $1"),
        ("select 店 from 销售", "select 店 from 销售"), ("select 'C:\\';", "select 'C:\\'"),
      ] as [(String, String?)])
    func reading(query: String, expected: String?) throws {
      let found = try ReadingQuery(query, source: "x").text
      #expect(found == (expected ?? String(query.dropLast())) + "\n")
    }

    @Test(
      "Another query is refused",
      arguments: [
        ("", "is empty"), ("  -- x\n/* y */ ;", "is empty"), ("update t set a = 1", "does more than read"),
        ("explain analyze delete from t", "does more than read"), ("selected", "does more than read"),
        ("select 1; select 2", "holds more than one statement"),
        ("select 1; -- x\n drop table t", "holds more than one statement"),
        ("select E'\\''; delete from t; --'", "holds more than one statement"),
        ("select 'open", "has a quote or comment that is not closed"),
        ("select /* open", "has a quote or comment that is not closed"),
        ("select $x$ open", "has a quote or comment that is not closed"),
      ])
    func refused(query: String, words: String) throws {
      let found = try failure { _ = try ReadingQuery(query, source: "x") }
      #expect(found.message.text == "the query of x \(words)")
    }
  }
}
