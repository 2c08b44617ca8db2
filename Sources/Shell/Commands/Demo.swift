import Analysis
import Files
import Glibc
import Intake
import MemberBook
import Messages
import Numerics
import PlanLanguage
import Quantities
import Reporting
import Simulation

/// `demo boutique members N seed N to "FOLDER"`
struct Demo: Command {
  var members: Placed<Count>?
  var seed: Placed<Count>?
  var folder: Quoted?

  static let syntax = Syntax<Demo>(
    "demo boutique",
    Message(
      "Loads an invented fashion store, whose truth is known, in place of what is loaded",
      zh: "载入一家虚构的服装店，取代已载入的数据；它的真值是已知的"),
    aliases: [Alias(zh: "演示")],
    [
      .clause(
        "members", takes: Label.number, \.members,
        Message("How many members; 2,000 where it is left out", zh: "会员人数；省略时为 2,000")),
      .clause(
        "seed", takes: Label.number, \.seed,
        Message("The same seed makes the same store; 7 where it is left out", zh: "随机种子相同，门店就相同；省略时为 7")),
      .clause(
        "to", takes: Message("\"FOLDER\"", zh: "\"文件夹\""), \.folder,
        Message(
          "Writes purchases.csv and members.csv there instead of loading the store",
          zh: "不载入门店，而是把 purchases.csv 和 members.csv 写到那里"), offers: .files),
    ],
    changes: .data(isWhole: true, except: "to", StepName { _ in Message("demo", zh: "演示数据") }),
    examples: [
      Example("demo boutique", shown: 2), "demo boutique members 3,000 seed 11",
      "demo boutique members 1,000 to \"boutique\"",
    ])

  func run(in session: inout Session) throws -> Answer {
    let boutique = try boutique()
    if let folder {
      return .report(try write(boutique, to: session.analyst.files.writing(folder), folder.span, session.job))
    }
    let book = try boutique.book(job: session.job)
    let inputs = Inputs(
      purchases: book, demo: boutique, members: MemberTable(of: book), lastFindings: book.findings)
    session.renames = [:]
    try session.take(inputs, at: nil)
    let currency = session.settings.currency ?? .yuan
    session.settings.currency = currency
    var report = Report(on: book, verb: "demo")
    report.notes.append(
      Message(
        "seed \(boutique.seed): all of it is invented, and `show truth` says what it was drawn from",
        zh: "随机种子 \(boutique.seed)：全部是虚构的，`show truth` 说明它由什么生成"))
    if currency != .yuan {
      report.notes.append(
        Message(
          "its amounts are in yuan, but the session counts in \(currency.symbol)",
          zh: "它的金额以元计，而本次会话以 \(currency.symbol) 计"))
    }
    if let today = session.settings.analysis.today, today < book.lastDay {
      report.notes.append(
        Message(
          "`today` is set to \(today), so that what was bought later is not history yet",
          zh: "`today` 设为 \(today)，之后的购买还不算历史"))
    }
    return .report(report)
  }

  private func boutique() throws(Diagnostic) -> DemoBoutique {
    let sizes = DemoBoutique.sizes
    let members = try within(sizes, members, else: 2_000)
    return DemoBoutique(members: members, seed: UInt32(try within(0...Int(UInt32.max), seed, else: 7)))
  }

  private func within(
    _ bounds: ClosedRange<Int>, _ count: Placed<Count>?, else standard: Int
  ) throws(Diagnostic) -> Int {
    guard let count else { return standard }
    guard let number = Int(exactly: count.value.value), bounds.contains(number) else {
      let (low, high) = (grouped(Int64(bounds.lowerBound)), grouped(Int64(bounds.upperBound)))
      let must = Message("from \(low) to \(high)", zh: "\(low) 到 \(high)")
      throw Diagnostic(ReadingProblem.outOfBounds(grouped(count.value.value), must: must), at: count.span)
    }
    return number
  }

  /// Both files or none. The folder is made where it is not there.
  private func write(_ boutique: DemoBoutique, to folder: String, _ span: SourceSpan?, _ job: Job) throws(Diagnostic)
    -> Report
  {
    let isNew = mkdir(folder, 0o777) == 0
    do throws(Diagnostic) {
      let base = folder.hasSuffix("/") ? folder : folder + "/"
      let purchases = try FileDraft(base + "purchases.csv", at: span)
      let members = try FileDraft(base + "members.csv", at: span)
      let rows = try boutique.writePurchases { (piece) throws(Diagnostic) in
        try job.check()
        try purchases.write(piece)
      }
      try boutique.writeMembers { (piece) throws(Diagnostic) in
        try job.check()
        try members.write(piece)
      }
      let (path, other) = (purchases.path, members.path)
      try members.publish()
      do throws(Diagnostic) { try purchases.publish() } catch {
        unlink(other)
        throw error
      }
      var report = Report(verb: "demo")
      report.title = Message(
        "\(counted(rows, "row")) of purchases and \(counted(boutique.members, "member")) written",
        zh: "已写入 \(grouped(Int64(rows))) 行购买和 \(grouped(Int64(boutique.members))) 名会员")
      report.values = [.init(.rows, .count(Int64(rows))), .init(.members, .count(Int64(boutique.members)))]
      report.showsValues = false
      report.notes = [
        Message("seed \(boutique.seed): all of it is invented", zh: "随机种子 \(boutique.seed)：全部是虚构的"),
        Message(
          "`load purchases from \(quoted(path))` reads it; the members are in \(quoted(other))",
          zh: "`load purchases from \(quoted(path))` 读取它；会员在 \(quoted(other)) 中"),
      ]
      return report
    } catch {
      if isNew { rmdir(folder) }
      throw error
    }
  }
}
