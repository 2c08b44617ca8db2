import MemberBook
import Quantities
import Testing

@Suite("Workers") struct WorkersTests {
  @Test("A book stops being arranged when the sign to stop is raised") func stop() throws {
    var builder = BookBuilder()
    let day = try #require(Day(year: 2024, month: 1, day: 1))
    try builder.append(member: "1", day: day, amount: 100)
    let error = try #require(throws: Diagnostic.self) {
      try builder.finish(workers: Workers(2, stop: StopSign { true }))
    }
    #expect(error.code == .interrupted)
  }

  @Test("Results come in the order of the pieces", arguments: [1, 2, 7]) func order(count: Int) throws {
    #expect(try Workers(count).map(100) { $0 * $0 } == (0..<100).map { $0 * $0 })
    #expect(try Workers(count).map(0) { $0 } == [])
  }
}
