import MemberBook
import Messages
import Numerics
import Quantities
import Synchronization
import Testing

@Suite("Jobs") struct JobTests {
  @Test("A book stops being arranged when its job is stopped") func stop() throws {
    var builder = BookBuilder()
    let day = try #require(Day(year: 2024, month: 1, day: 1))
    try builder.append(member: "1", day: day, amount: 100)
    let error = try #require(throws: Diagnostic.self) {
      try builder.finish(job: Job(threads: 2, isStopped: { true }))
    }
    #expect(error.code == .interrupted)
  }

  @Test("Results come in the order of the pieces", arguments: [1, 2, 7]) func order(count: Int) throws {
    #expect(try Job(threads: count).map(100) { $0 * $0 } == (0..<100).map { $0 * $0 })
    #expect(try Job(threads: count).map(0) { $0 } == [])
  }

  @Test("A job tells the pieces that are done where it is asked to, a part of it its share of the whole") func telling()
    throws
  {
    let heard = Mutex<[Double]>([])
    let job = Job(threads: 1, hear: { share in heard.withLock { $0.append(share) } })
    _ = try job.map(4) { $0 }
    #expect(heard.withLock { $0 } == [])
    _ = try job.part(1, of: 2).map(2, tells: true) { $0 }
    #expect(heard.withLock { $0 } == [0.75, 1])
    _ = try job.silent.map(2, tells: true) { $0 }
    #expect(heard.withLock { $0.count } == 2)
  }
}
