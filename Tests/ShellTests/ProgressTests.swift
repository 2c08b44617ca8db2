import Messages
import Numerics
import Quantities
import Shell
import Synchronization
import Testing

@Suite("24: progress") struct ProgressTests {
  private let start = ContinuousClock().now

  @Test func `nothing is said within a second, then how far it is and how long it takes, a few times a second`() {
    var estimate = ProgressEstimate()
    func said(_ share: Double, _ milliseconds: Int) -> String? {
      estimate.text(of: share, at: start.advanced(by: .milliseconds(milliseconds)))?.text
    }
    #expect(said(0, 0) == nil)
    #expect(said(0.1, 900) == nil)
    #expect(said(0.2, 2000) == "20 % done, about 8 s left; Ctrl-C stops")
    #expect(said(0.3, 2100) == nil)
    #expect(said(0.4, 4000) == "40 % done, about 6 s left; Ctrl-C stops")
    #expect(said(1, 5000) == "100 % done, about 1 s left; Ctrl-C stops")
  }

  @Test func `what begins in the midst is measured from there, and less than before is another computation`() {
    var estimate = ProgressEstimate()
    func said(_ share: Double, _ seconds: Int) -> String? {
      estimate.text(of: share, at: start.advanced(by: .seconds(seconds)))?.text
    }
    #expect(said(0.5, 0) == nil)
    #expect(said(0.5, 2) == "50 % done; Ctrl-C stops")
    #expect(said(0.51, 10) == "51 % done, about 8 min left; Ctrl-C stops")
    #expect(said(0.1, 11) == nil)
    #expect(said(0.2, 13) == "20 % done, about 16 s left; Ctrl-C stops")
  }

  @Test func `parts of parts are shares of the whole`() {
    let heard = Mutex<[Double]>([])
    let job = Job(hear: { share in heard.withLock { $0.append(share) } })
    job.part(1, of: 2).part(0, of: 5).tell(1, of: 2)
    job.part(0, of: 1).tell(3, of: 4)
    job.tell(7, of: 0)
    #expect(heard.withLock { $0 } == [0.55, 0.75])
  }

  /// What takes long on many members, and tells how far it is.
  private static let computations = [
    "run baseline over history", "compare baseline 放宽 over history", "moves baseline 放宽 over history",
    "sweep 会员.金卡.spend from 100 to 900 step 100 over history on members(金卡)",
    "sweep 会员.金卡.spend from 100 to 102 step 1 and 会员.银卡.spend from 1 to 3 step 1 over history on members(金卡)",
    "solve 会员.金卡.spend in 100..900 step 1 to share(金卡) = 10% over history",
    "optimise 会员.金卡.spend in 100..104 step 1, 会员.银卡.spend in 1..3 step 1 to maximise spend over history",
    "optimise 会员.金卡.spend in 100..1,000, 会员.银卡.spend in 1..99 to maximise points_issued over history",
    "tornado baseline over history on members(金卡)",
    "for x in 1..3 { run baseline over history }",
  ]

  private static let programme = """
    demo boutique members 200 seed 7
    ladder 会员 { tier 普通
      tier 银卡 { spend = 10 }
      tier 金卡 { spend = 1,500 } }
    scenario 放宽 from baseline { 会员.金卡.spend = 100 }
    """

  @Test(arguments: computations) func `every long computation comes to its end`(statement: String) {
    let heard = Mutex<[Double]>([])
    let console = Console(format: .text, width: { 80 }, color: false, out: { _ in }, err: { _ in })
    var session = console.session(
      today: nil, job: Job(hear: { share in heard.withLock { $0.append(share) } }), keepsGoing: false)
    session.run(ProgressTests.programme, name: "")
    heard.withLock { $0 = [] }
    session.run(statement, name: "")
    #expect(session.exitCode == 0)
    let shares = heard.withLock { $0 }
    #expect(shares.last == 1 || statement.hasPrefix("for"), "\(shares.suffix(5))")
    #expect(shares == shares.sorted() && !shares.isEmpty)
  }

  @Test(arguments: computations) func `23: every long computation stops when it is asked to, and the session goes on`(
    statement: String
  ) {
    // It is asked to stop as soon as it has come anywhere, and by nothing else.
    let waits = Mutex(false)
    let isAsked = Mutex(false)
    let said = Mutex<[String]>([])
    let console = Console(
      format: .text, width: { 80 }, color: false, out: { line in said.withLock { $0.append(line) } },
      err: { line in said.withLock { $0.append(line) } })
    let job = Job(
      isStopped: { isAsked.withLock { $0 } },
      hear: { _ in if waits.withLock({ $0 }) { isAsked.withLock { $0 = true } } })
    var session = console.session(today: nil, job: job, keepsGoing: false)
    session.run(ProgressTests.programme, name: "")
    waits.withLock { $0 = true }
    session.run(statement, name: "")
    waits.withLock { $0 = false }
    isAsked.withLock { $0 = false }
    #expect(session.exitCode == 130)
    #expect(said.withLock { $0.contains { $0.contains("interrupted") } })
    said.withLock { $0 = [] }
    session.run("show scenarios\nrun 放宽 over history", name: "")
    #expect(said.withLock { $0.contains { $0.contains("放宽") } && $0.contains { $0.hasPrefix("金卡") } })
  }
}
