import ArgumentParser
import Dispatch
import Intake
import MemberBook
import Messages
import Synchronization

/// The physical limit of a replay: every purchase's day and amount are read once, on all cores, and added up.
struct StreamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stream",
    abstract: "Reads the loaded book's days and amounts once; prints seconds and gigabytes a second.")

  @Argument(help: "The file to load.") var file: String

  func run() throws {
    let book: Book
    do throws(Diagnostic) {
      book = try loadPurchases(from: .file(file), options: PurchaseOptions())
    } catch {
      throw ValidationError(error.message.text)
    }
    let pieces = 64
    let count = book.purchases.count
    let total = Mutex<Int64>(0)
    let taken = ContinuousClock().measure {
      DispatchQueue.concurrentPerform(iterations: pieces) { piece in
        let sum = sum(of: book.purchases, in: count * piece / pieces..<count * (piece + 1) / pieces)
        total.withLock { $0 &+= sum }
      }
    }
    print("{\"seconds\": \(taken / .seconds(1)), \"answer\": {\"cents and days\": \(total.withLock(\.self))}}")
  }

  private func sum(of purchases: Purchases, in range: Range<Int>) -> Int64 {
    var sum: Int64 = 0
    for index in range { sum &+= purchases.amount[index] &+ Int64(purchases.dayOffset[index]) }
    return sum
  }
}
