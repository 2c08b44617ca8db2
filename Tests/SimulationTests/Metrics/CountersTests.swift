import Simulation
import Testing

@Suite struct CountersTests {
  @Test func `there is a place for every counter`() {
    // Making them would trap otherwise.
    #expect(Flow() == Flow() && Stock() == Stock() && Retention() == Retention())
    #expect(RewardFlow().sum == 0 && Shortfall().sum == 0 && CouponCount().sum == 0)
    #expect(RefusedTransfers().sum == 0 && OutcomeTotals().sum == 0)
  }

  @Test func `each is counted by itself, and adding goes through all of them`() {
    var flow = Flow()
    for (place, counter) in FlowCounter.allCases.enumerated() { flow[counter] = Int64(place + 1) }
    var twice = flow
    twice.add(flow)
    var gone = twice
    gone.add(flow, times: -1)
    for (place, counter) in FlowCounter.allCases.enumerated() { #expect(twice[counter] == Int64(2 * (place + 1))) }
    #expect(gone == flow && gone != twice && [flow, flow].total() == twice)
    gone.add(flow, times: -1)
    #expect(gone == Flow() && gone.description.isEmpty)
  }
}
