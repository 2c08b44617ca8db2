import Analysis
public import Messages
public import Numerics
import Reporting

/// The small session that examples run in: the demo store with few members, a ladder, points, benefits, events, a
/// scenario, and a comparison as the last result. Each example finds it as it was.
public struct ExampleRunner {
  public struct Answer: Sendable {
    public let lines: [String]
    /// Of the errors, in order.
    public let codes: [ErrorCode]
  }

  /// What examples may count on.
  static let setup = """
    demo boutique members 200 seed 7
    ladder 会员 {
      window = rolling 12mo, keep = 12mo, downgrade = one step
      tier 普通
      tier 银卡 { spend = 3,000 }
      tier 金卡 { spend = 8,000, visits = 24 }
    }
    points 基础 {
      earn = 1pt per 1, expire = 12mo after earning, value = 0.01 per pt
      tier 金卡 { earn = 1.5x }
    }
    benefit 金卡折扣 { tiers = 金卡, discount = 5% }
    benefit 免费改衣 { tiers = 银卡.., cost = 15, uses = 4 per year }
    coupon 回归券 { off = 200 when basket >= 800, valid = 3d, redeem = 5%..15%, when = lapsed 30d }
    goal 2025 { repeat_rate = 70%, basket = 420, churn = 30%, members(金卡) = 40 }
    budget 2026 { benefits = 400,000, points = 50,000 }
    membership 付费卡 { price = 299 per year, renewal = 40%..60% }
    event 春季私享会 {
      date = 2026-03-14, audience = top 60 by spend, capacity = 20
      accept = 35%..50%, attend = 70%..85%, buy = 40%..60%, basket = 2.0x..3.0x
      cost 场地 = 3,000
    }
    event 小型茶会 {
      date = 2026-03-14, audience = top 30 by spend, capacity = 12
      accept = 35%..50%, attend = 70%..85%, buy = 40%..60%, basket = 2.0x..3.0x
      cost 场地 = 1,000
    }
    holiday 中秋 = 2024-09-17, 2025-10-06
    score 好客 { spend = 50%, visits = 30%, recency = -20% }
    tag 送礼 { where = share(category = "配饰") >= 10% and visits >= 2 }
    segment 送礼客 { where = share(category = "配饰") >= 30% and recency <= 90d }
    segment 常客 { where = visits in last 90d >= 3 }
    scenario 提高门槛 from baseline { 会员.金卡.spend = 10,000 }
    compare baseline 提高门槛 over 2025 on members, benefit_cost by tier
    """
  /// Of the lines that are shown, which stand indented in help.
  private static let width = 76

  /// What the setup failed with; nothing.
  public let problems: [ErrorCode]
  private let usual: Session
  private let empty: Session
  private let ear: Ear

  public init(job: Job = .unattended) {
    let ear = Ear()
    let console = Console(
      format: .text, width: { ExampleRunner.width }, color: false, out: { ear.lines.append($0) },
      err: { ear.lines.append($0) })
    var session = console.session(
      today: nil, job: Job { job.isStopped || ear.isInterrupted }, keepsGoing: true, keepsQuarantine: false)
    let complain = session.environment.complain
    session.environment.complain = { error in
      ear.codes.append(error.code)
      complain(error)
    }
    // `watch` goes on until Ctrl-C.
    session.environment.wait = { _ in ear.isInterrupted = true }
    session.attend { text in text }
    session.settings.language = .current
    empty = session
    session.run(ExampleRunner.setup, name: "")
    problems = ear.codes
    session.attendance?.lastTyped = "show ladder 会员"
    usual = session
    self.ear = ear
  }

  /// What stands on the screen after the example was typed.
  ///
  /// `folder` is where files are read and written; without one, an example that names files gets a folder of its own
  /// for as long as it runs.
  public func answer(to example: Example, in folder: String? = nil) -> Answer {
    var session = example.setting == .empty ? empty : usual
    let scratch = folder == nil && !example.files.isEmpty ? ScratchFolder() : nil
    session.analyst.files.folder = scratch?.path ?? folder
    if let place = session.analyst.files.folder {
      for (name, text) in example.files { ScratchFolder.write(text, to: place + "/" + name) }
    }
    ear.lines = []
    ear.codes = []
    ear.isInterrupted = example.setting == .interrupted
    session.run(example.text, name: "")
    return Answer(lines: ear.lines, codes: ear.codes)
  }

  /// What was said.
  private final class Ear: @unchecked Sendable {
    var lines: [String] = []
    var codes: [ErrorCode] = []
    var isInterrupted = false
  }
}
