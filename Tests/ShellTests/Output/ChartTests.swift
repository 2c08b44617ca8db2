import Quantities
import Reporting
import Testing

/// 30: every kind of chart, to the character.
@Suite("30: charts") struct ChartTests {
  private func drawn(
    _ kind: Plot.Kind, _ labels: [String], _ rows: [[Cell]], width: Int = 40, glyphs: GlyphSet = .blocks,
    isDifference: Bool = false
  ) -> [String] {
    var table = Table(
      "chart",
      columns: labels.map { Table.Column(Heading(verbatim: $0)) }
        + [Table.Column(Heading(verbatim: "spend"), isDifference: isDifference)])
    table.rows = rows
    table.plot = Plot(kind, labels: labels.count)
    var report = Report(verb: "chart")
    report.tables = [table]
    return TextRenderer(currency: .yuan, width: width, glyphs: glyphs).lines(report).dropLast()
  }

  private func money(_ major: Int64) -> Cell { .money(Money(minor: major * 100)) }

  @Test func `bars stand behind labels and exact numbers, aligned by display width`() {
    let rows: [[Cell]] = [
      [.text("普通"), .money(Money(minor: 12_345_67))], [.text("Gold"), money(4_000)], [.text("钻石卡"), .none],
    ]
    #expect(
      drawn(.bars, ["tier"], rows) == [
        "spend",
        "普通    ¥12,345.67  ████████████████████",
        "Gold     ¥4,000.00  ██████▌",
        "钻石卡           –",
      ])
    #expect(
      drawn(.bars, ["tier"], rows, glyphs: .ascii) == [
        "spend",
        "普通    ¥12,345.67  ####################",
        "Gold     ¥4,000.00  ######-",
        "钻石卡           –",
      ])
  }

  @Test func `negative bars go to the left of zero`() {
    let rows: [[Cell]] = [[.text("银卡"), .count(-10)], [.text("金卡"), .count(30)], [.text("普通"), .count(0)]]
    #expect(
      drawn(.bars, ["tier"], rows, width: 33, isDifference: true) == [
        "spend",
        "银卡  -10  ▐█████│",
        "金卡  +30        │███████████████",
        "普通    0        │",
      ])
  }

  @Test func `a line goes through the rows, its scale at the left and labels below where they fit`() {
    let rows: [[Cell]] = (1...4).map { [.text("2017-0\($0)"), .count([10, 40, 25, 5][$0 - 1])] }
    #expect(
      drawn(.line, ["month"], rows) == [
        "spend",
        "40 │        ╭────────╮",
        "   │        │        │",
        "   │        │        │",
        "   │        │        ╰────────╮",
        "   │        │                 │",
        "   │        │                 │",
        "   │────────╯                 │",
        "   │                          ╰─────────",
        " 0 │",
        "   └────────────────────────────────────",
        "    2017-01  2017-02  2017-03  2017-04",
        "    10       40       25       5",
      ])
  }

  @Test func `a line goes below zero where numbers are negative`() {
    let rows: [[Cell]] = (1...3).map { [.text("\($0)月"), .count([10, -10, 5][$0 - 1])] }
    #expect(
      drawn(.line, ["month"], rows, glyphs: .ascii) == [
        "spend",
        " 10 |----------.",
        "    |          |",
        "    |          |          .-----------",
        "    |          |          |",
        "  0 |          |          |",
        "    |          |          |",
        "    |          |          |",
        "    |          |          |",
        "-10 |          '----------'",
        "    +---------------------------------",
        "     1月        2月        3月",
        "     10         -10        5",
      ])
  }

  @Test func `more rows than columns are drawn by their means, and it says so`() {
    let rows: [[Cell]] = (0..<50).map { [.text("\($0)"), .count(Int64($0))] }
    #expect(
      drawn(.line, ["day"], rows, width: 30) == [
        "spend",
        "49 │                      ╭──",
        "   │                   ╭──╯",
        "   │                ╭──╯",
        "   │             ╭──╯",
        "   │          ╭──╯",
        "   │       ╭──╯",
        "   │    ╭──╯",
        "   │ ╭──╯",
        " 0 │─╯",
        "   └─────────────────────────",
        "    0  6  12 18 24 30 36 42 48",
        "    each step is the mean of 2 rows",
      ])
  }

  @Test func `a heat map shades a grid and prints its numbers; what is not there stays blank`() {
    let rows: [[Cell]] = [
      [.text("普通"), .text("普通"), .count(200)], [.text("普通"), .text("银卡"), .count(3)],
      [.text("银卡"), .text("普通"), .count(60)], [.text("银卡"), .text("银卡"), .count(120)],
      [.text("金卡"), .text("银卡"), .count(0)],
    ]
    #expect(
      drawn(.heat, ["from", "to"], rows) == [
        "spend",
        "from / to    普通    银卡",
        "─────────  ──────  ──────",
        "普通       ██ 200  ░░   3",
        "银卡       ▒▒  60  ▓▓ 120",
        "金卡                    0",
      ])
    #expect(
      drawn(.heat, ["from", "to"], rows, width: 20, glyphs: .ascii) == [
        "spend",
        "from …    普通",
        "------  ------",
        "普通    ## 200",
        "银卡    ::  60",
        "金卡",
        "",
        "from …    银卡",
        "------  ------",
        "普通    ..   3",
        "银卡    ++ 120",
        "金卡         0",
      ])
  }

  @Test func `a sparkline a series, on its own scale, with its numbers`() {
    var rows: [[Cell]] = []
    for tier in ["普通", "金卡"] {
      for month in 1...6 {
        let isUnknown = month == 4 && tier == "金卡"
        rows.append([.text(tier), .text("2017-0\(month)"), isUnknown ? .none : .count(Int64(month * month))])
      }
    }
    #expect(
      drawn(.trends, ["tier", "month"], rows, width: 60) == [
        "spend",
        "tier  2017-01..2017-06  first  last  low  high",
        "────  ────────────────  ─────  ────  ───  ────",
        "普通  ▁▂▃▄▆█                1    36    1    36",
        "金卡  ▁▂▃ ▆█                1    36    1    36",
      ])
    #expect(
      drawn(.trends, ["tier", "month"], rows, width: 60, glyphs: .ascii) == [
        "spend",
        "tier  2017-01..2017-06  first  last  low  high",
        "----  ----------------  -----  ----  ---  ----",
        "普通  _.:-+#                1    36    1    36",
        "金卡  _.: +#                1    36    1    36",
      ])
  }

  @Test func `nothing but zeros draws nothing and divides by nothing`() {
    let rows: [[Cell]] = [[.text("甲"), .count(0)], [.text("乙"), .none]]
    #expect(drawn(.bars, ["tier"], rows) == ["spend", "甲  0", "乙  –"])
    for kind in Plot.Kind.allCases where kind != .heat {
      #expect(drawn(kind, ["tier"], []).first == "spend")
      #expect(drawn(kind, ["tier"], rows).first == "spend")
    }
  }
}
