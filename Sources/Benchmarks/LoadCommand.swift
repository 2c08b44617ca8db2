import ArgumentParser
import Glibc
import Intake
import MemberBook
import Quantities

struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "Loads a purchases file; prints rows, seconds, memory and a checksum.")

  @Argument(help: "The file to load.") var file: String

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let book: Book
    do throws(Diagnostic) {
      book = try loadPurchases(from: .file(file))
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
  }
}
