import Numerics
import Quantities
import Shell
import Testing

@Suite("17: the beginning of a topic") struct TopicTests {
  /// What a person at the prompt is answered.
  private func said(_ statements: String...) -> [String] {
    let box = Box()
    let console = Console(
      format: .text, width: { 80 }, color: false, out: { box.lines.append($0) }, err: { box.lines.append($0) })
    var session = console.session(today: nil, job: .unattended, keepsGoing: false)
    session.attend { $0 }
    session.run(typed: "ladder 会员 { tier 普通\n  tier 金卡 { spend = 1,500 } }")
    for statement in statements {
      box.lines = []
      session.run(typed: statement)
    }
    return box.lines
  }

  private final class Box { var lines: [String] = [] }

  @Test func `stands for it where it begins no other`() {
    let ladder = said("show ladder 会员")
    #expect(ladder.first?.hasPrefix("ladder 会员") == true)
    #expect(said("show lad 会员") == ladder)
    #expect(said("show lad") == ladder)
    #expect(said("sh set") == said("show settings"))
  }

  @Test func `that begins several lists them, those that could go on as typed`() {
    #expect(
      said("show p") == [
        "error E104: several commands begin with show p", "  1:6  show p", "            ^",
        "  there are: show points, show pyramid, show paths, show pareto, show potential",
      ])
    #expect(said("show zzz").first == "error E104: `show` knows no zzz")
  }

  @Test func `is not taken where a member's id follows, which is read as it stands behind the whole word only`() {
    #expect(
      said("show mem 0001") == [
        "error E104: several commands begin with show mem", "  1:6  show mem 0001", "            ^^^",
        "  there are: show membership, show memberships, show members, show member",
      ])
    #expect(said("show member 0001").first == "error E301: no purchases are loaded")
    #expect(said("show membersh 付费卡").first == "error E104: no membership named 付费卡")
    #expect(said("merge mem 1 2").first == "error E104: `merge` knows no mem")
  }
}
