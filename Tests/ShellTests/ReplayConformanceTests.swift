import Fixtures
import Intake
import Numerics
import Quantities
import Shell
import Testing

/// The replay of real purchases says the same in JSON, byte for byte, whatever it was loaded from.
@Suite struct ReplayConformanceTests {
  private static let policy = """
    ladder 会员 { window = rolling 90d, keep = 90d, downgrade = one step
      tier 普通
      tier 银卡 { spend = 500 }
      tier 金卡 { spend = 1,500, visits = 40 } }
    points 基础 { earn = 1pt per 1
      tier 银卡 { earn = 1.2x }
      bonus 会员日 { earn = 2x, when = day 8 }
      expire = 6mo after earning }
    run baseline over 2017-07-01..2017-12-31

    """

  @Test func `the same JSON from text, gzip, a workbook and a database`() throws {
    let table = try ConformanceTable.journey().ofSomeMembers
    let reference = try replay(ConformanceForm.utf8.store(table))
    #expect(reference.contains(#""points_issued":47828"#))
    for form in [ConformanceForm.gzip, .gb18030, .utf16le, .xlsx, .sqlite] {
      #expect(try replay(form.store(table)) == reference, "\(form.rawValue)")
    }
    #expect(try replay(StoredTable(encoded(table.asChineseTill.csv(), as: "GB18030"))) == reference)
  }

  @Test(
    .enabled(
      if: PostgreSQLServer.isInstalled,
      "PostgreSQL's server or its ODBC driver is missing; `scripts/setup --tests` installs them."))
  func `the same JSON over ODBC`() throws {
    let table = try ConformanceTable.journey().ofSomeMembers
    #expect(try replay(ConformanceForm.postgreSQL.store(table)) == replay(ConformanceForm.utf8.store(table)))
  }

  private func replay(_ stored: StoredTable) throws -> String {
    final class Box { var lines: [String] = [] }
    let box = Box()
    let console = Console(
      format: .json, width: { 80 }, color: false, out: { box.lines.append($0) }, err: { box.lines.append($0) })
    var session = console.session(
      today: Day(year: 2026, month: 11, day: 22), job: .unattended, keepsGoing: false, keepsQuarantine: false)
    let query = stored.query.map { " { query = \"\($0)\" }" } ?? ""
    session.run("load purchases from \(stored.source)\(query)", name: "")
    box.lines = []
    session.run(Self.policy, name: "")
    #expect(session.exitCode == 0, "\(box.lines)")
    return box.lines.joined(separator: "\n")
  }
}

extension ConformanceTable {
  /// A tenth of the members, with all that they bought.
  fileprivate var ofSomeMembers: ConformanceTable {
    ConformanceTable([rows[0]] + rows.dropFirst().filter { $0[0].hasSuffix("3") }, kinds: kinds)
  }

  /// As a Chinese till writes it: other headers, and moments like `2017/1/5 9:07`. Its rows are in the order of time, so
  /// that the seconds which are lost decide nothing.
  fileprivate var asChineseTill: ConformanceTable {
    var result = self
    result.rows[0] = ["会员卡号", "消费时间", "小票号", "门店编号", "品类", "数量", "实付金额", "优惠金额"]
    for i in rows.indices.dropFirst() {
      let parts = rows[i][1].split { "- :".contains($0) }.compactMap { Int($0) }
      guard parts.count == 6 else { continue }
      result.rows[i][1] = "\(parts[0])/\(parts[1])/\(parts[2]) \(parts[3]):\(parts[4] < 10 ? "0" : "")\(parts[4])"
    }
    return result
  }
}
