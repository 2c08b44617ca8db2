import ArgumentParser
import Glibc
import Intake
import MemberBook
import Quantities

struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "Loads a purchases file; prints rows, seconds, memory and a checksum.")

  @Argument(help: "The file to load.") var file: String

  @Option(help: "How many threads to use; all cores without it.") var threads: Int?

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let book: Book
    var options = LoadOptions()
    options.threads = threads
    do throws(Diagnostic) {
      book = try loadPurchases(from: file, options: options)
    } catch {
      throw ValidationError(error.message)
    }
    let taken = start.duration(to: clock.now)
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let seconds = Double(taken.components.seconds) + Double(taken.components.attoseconds) * 1e-18
    let findings = book.findings
    print("rows \(findings.rows)  accepted \(findings.accepted)  quarantined \(findings.quarantined)")
    print("purchases \(book.purchases.count)  members \(book.members.count)  \(book.firstDay)..\(book.lastDay)")
    print("seconds \(seconds)")
    print("peak MB \(usage.ru_maxrss / 1024)  book MB \(book.byteCount >> 20)")
    var sum: Int64 = 0
    for i in 0..<book.purchases.count { sum += book.purchases.amount[i] }
    print("spend \(Money(minor: sum).text(in: nil))")
    var digest: UInt64 = 1
    func add(_ value: Int) { digest = (digest ^ UInt64(truncatingIfNeeded: value)) &* 0x100_0000_01B3 }
    for i in 0..<book.purchases.count {
      add(Int(book.purchases.amount[i]))
      add(Int(book.purchases.dayOffset[i]))
      add(Int(book.purchases.store[i]))
      add(Int(book.lines.category[i]))
    }
    for m in 0..<book.members.count {
      add(Int(book.purchases.start[m]))
      add(Int(truncatingIfNeeded: book.members.stableKey(of: m)))
    }
    print("digest \(digest)")
  }
}
