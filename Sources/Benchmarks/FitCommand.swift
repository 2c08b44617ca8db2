import ArgumentParser
import CustomerModels
import Intake
import MemberBook
import Messages
import Numerics
import Programme
import Quantities

struct FitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit", abstract: "Fits a customer model to a purchases file; prints seconds and parameters.",
    discussion: "The seconds are those from members' summaries to the fit. The last line is JSON, for scripts/bench.")

  @Option(help: "Which model: mbg, bg, pareto or nbd.") var model = "mbg"
  @Option(help: "How many threads to use; all cores without it.") var threads: Int?
  @Option(help: "The last day that counts, as 1997-09-30.") var calibrate: String?
  @Option(help: "How many times over every member is taken.") var copies = 1
  @Argument(help: "The file to load.") var file: String

  func run() throws {
    guard let kind = ModelKind(rawValue: model) else { throw ValidationError("no model \(model)") }
    let job = Job(threads: threads)
    do throws(Diagnostic) {
      let book = try loadPurchases(from: .file(file), options: PurchaseOptions(), job: job)
      let clock = ContinuousClock()
      var begun = clock.now
      let members = try MemberSummaries(book, through: day ?? book.lastDay, job: job)
      print("summarised in \(begun.duration(to: clock.now))")
      func copied(_ column: [Int32]) -> [Int32] { (0..<max(copies, 1)).flatMap { _ in column } }
      let (repeats, lastDays) = (copied(members.repeats), copied(members.lastDays))
      let observedDays = copied(members.observedDays)
      begun = clock.now
      let table = SummaryTable(repeats: repeats, lastDays: lastDays, observedDays: observedDays)
      let fit = try ModelFit(kind, to: table, job: job)
      let taken = begun.duration(to: clock.now)
      print("members \(fit.members)  distinct \(fit.distinct)  repeat buyers \(fit.repeatBuyers)")
      print("\(fit.kind.title), ln L \(fit.logLikelihood), \(fit.evaluations) evaluations", terminator: ", ")
      print("\(fit.agreeing) of \(fit.starts.count) starts agree")
      for parameter in fit.parameters {
        print("\(parameter.name) \(parameter.value) ± \(parameter.standardError ?? .nan)")
      }
      begun = clock.now
      let forecasts = try MemberForecasts(
        fit.model, of: members, ForecastHorizon(weeks: 52, annualRate: 0.1), job: job)
      print("\(forecasts.expected.reduce(0, +)) purchases in a year, forecast in \(begun.duration(to: clock.now))")
      let seconds = Double(taken.components.seconds) + Double(taken.components.attoseconds) * 1e-18
      let values = fit.parameters.map { "\"\($0.name)\": \(Int(($0.value * 10_000).rounded()))" }
      print("{\"seconds\": \(seconds), \"answer\": {\"members\": \(fit.members), \(values.joined(separator: ", "))}}")
    } catch {
      throw ValidationError(error.message.text)
    }
  }

  private var day: Day? {
    let parts = calibrate?.split(separator: "-").compactMap { Int($0) } ?? []
    return parts.count == 3 ? Day(year: parts[0], month: parts[1], day: parts[2]) : nil
  }
}
