import ArgumentParser
import Intake
import MemberBook
import Messages
import Numerics
import Synchronization

struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "Loads a purchases file; prints seconds, memory and what is in the book.",
    discussion: "The last line is JSON, for scripts/bench.")

  @Option(help: "How many threads to use; all cores without it.") var threads: Int?
  @Argument(help: "The file to load.") var file: String

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let read = Mutex(Duration.zero)
    let book: Book
    do throws(Diagnostic) {
      let job = Job(
        threads: threads, hear: { share in if share >= 1 { read.withLock { $0 = start.duration(to: clock.now) } } })
      book = try loadPurchases(from: .file(file), options: PurchaseOptions(), job: job)
    } catch {
      throw ValidationError(error.message.text)
    }
    let taken = start.duration(to: clock.now)
    let seconds = Double(taken.components.seconds) + Double(taken.components.attoseconds) * 1e-18
    let answer = BookAnswer(book)
    print("rows \(book.findings.rows)  accepted \(book.findings.accepted)  quarantined \(book.findings.quarantined)")
    print("purchases \(book.purchases.count)  members \(book.members.count)  \(book.firstDay)..\(book.lastDay)")
    print("read after \(read.withLock { $0 })  arranged after \(taken)")
    print("digest \(answer.digest)")
    print("{\"seconds\": \(seconds), \"held\": \(book.byteCount), \"answer\": \(answer.json)}")
  }
}
