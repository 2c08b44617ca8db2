import ArgumentParser
import Insight
import Intake
import MemberBook
import Messages
import Programme
import Quantities
import Simulation

struct SegmentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segments", abstract: "Divides all members by every built-in segmentation; prints the seconds taken.",
    discussion: "The last line is JSON, for scripts/bench. The time is the best of the rounds.")

  @Option(help: "How many rounds.") var rounds = 5
  @Argument(help: "The purchases file.") var file: String

  func run() throws {
    do throws(Diagnostic) {
      let book = try loadPurchases(from: .file(file), options: PurchaseOptions())
      var best = Double.infinity
      var classes = ""
      for _ in 0..<max(1, rounds) {
        var watch = Watch()
        classes = try divide(book, &watch)
        best = min(best, watch.total)
        print(watch.laps.map { "\($0.name) \(Int($0.seconds * 1000)) ms" }.joined(separator: "  "))
      }
      print(classes)
      print("{\"seconds\": \(best), \"answer\": \(try answer(book))}")
    } catch {
      throw ValidationError(error.message.text)
    }
  }

  /// The sums of what is scored, which peers know too.
  private func answer(_ book: Book) throws(Diagnostic) -> String {
    guard let days = DayRange(book.firstDay, book.lastDay) else { return "{}" }
    let summary = try MemberSummary(book, over: days)
    let last = book.lastDay - book.firstDay
    let buyers = (0..<summary.count).filter { summary.purchases[$0] > 0 }
    let age = buyers.reduce(0) { $0 + last - Int(summary.last[$1]) }
    return
      "{\"members\": \(buyers.count), \"days\": \(age), \"purchases\": \(buyers.reduce(0) { $0 + Int(summary.purchases[$1]) }), "
      + "\"cents\": \(summary.spend.reduce(0, +))}"
  }

  /// Everything that `show segments by` can be asked for, and the Pareto curve; how many members each class has.
  private func divide(_ book: Book, _ watch: inout Watch) throws(Diagnostic) -> String {
    guard let days = DayRange(book.firstDay, book.lastDay) else { return "{}" }
    let margin = Assumption(.margin, .fixed(Percent(fraction: Ratio(38, over: 100) ?? .one)))
    let cuts = LifecycleCuts(name: "lifecycle")
    let summary = try MemberSummary(book, over: days, cuts.gauge)
    watch.lap("walk")
    let ranking = SpendRanking(summary)
    watch.lap("ranking")
    let rfm = RFM(summary, nil, ranking)
    watch.lap("rfm")
    let lifecycle = Lifecycle(summary, cuts)
    watch.lap("lifecycle")
    let pareto = Pareto(ranking)
    watch.lap("pareto")
    let pyramid = Pyramid(try LineMargins([margin], book).ofMembers(book, summary), PyramidCuts(name: "pyramid")) {
      summary.purchases[$0] > 0
    }
    watch.lap("pyramid")
    let layers = try Layers(.standard, of: book, summary)
    watch.lap("layers")
    let classes = [
      ("rfm", rfm.classes), ("lifecycle", lifecycle.classes), ("pyramid", pyramid.classes), ("layers", layers.classes),
    ]
    let tables = classes.map { name, classes in
      var counts = [Int](repeating: 0, count: classes.names.count)
      for place in classes.of { counts[Int(place)] += 1 }
      return "\"\(name)\": {" + zip(classes.names, counts).map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
    }
    let scores = "\"heat\": \(rfm.heat), \"spend\": \(rfm.monetary.cuts)"
    return "{" + (tables + [scores, "\"top_20\": \(pareto.topFifth)"]).joined(separator: ", ") + "}"
  }

  /// How long each part took.
  private struct Watch {
    private let clock = ContinuousClock()
    private var last: ContinuousClock.Instant
    private(set) var laps: [(name: String, seconds: Double)] = []

    init() { last = ContinuousClock().now }

    var total: Double { laps.reduce(0) { $0 + $1.seconds } }

    mutating func lap(_ name: String) {
      let now = clock.now
      laps.append((name, last.duration(to: now) / .seconds(1)))
      last = now
    }
  }
}
