import ArgumentParser
import CustomerModels
import Intake
import MemberBook
import Quantities

struct FitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit", abstract: "Fits a customer model to a purchases file; prints seconds and parameters.",
    discussion: "The last line is JSON, for scripts/bench.")

  @Option(help: "Which model: mbg, bg, pareto or nbd.") var model = "mbg"
  @Option(help: "How many threads to use; all cores without it.") var threads: Int?
  @Option(help: "Up to which share of the days to calibrate.") var share = 1.0
  @Option(help: "How many times over the members are taken.") var times = 1
  @Argument(help: "The file to load.") var file: String

  func run() throws {
    guard let kind = ModelKind(rawValue: model) else { throw ValidationError("no model \(model)") }
    do throws(Diagnostic) {
      var options = PurchaseOptions()
      options.threads = threads
      let book = try loadPurchases(from: .file(file), options: options)
      let workers = Workers(threads)
      let last = book.firstDay + Int(Double(book.lastDay - book.firstDay) * share)
      let clock = ContinuousClock()
      let begun = clock.now
      let summaries = try MemberSummaries(book, through: last, workers: workers)
      let summarised = clock.now
      var table = summaries.table
      if times > 1 { table = table.repeated(times) }
      let grouped = clock.now
      let fit = try ModelFit(kind, to: table, workers: workers)
      let fitted = clock.now
      print("members \(fit.members)  distinct \(fit.distinct)  repeat buyers \(fit.repeatBuyers)")
      print("summarised in \(begun.duration(to: summarised))  grouped in \(summarised.duration(to: grouped))")
      print("\(fit.evaluations) evaluations, \(fit.agreeing) of \(fit.starts.count) starts agree, \(fit.converged)")
      for parameter in fit.parameters {
        print("\(parameter.name) \(parameter.value) ± \(parameter.standardError ?? .nan)")
      }
      let taken = grouped.duration(to: fitted)
      let seconds = Double(taken.components.seconds) + Double(taken.components.attoseconds) * 1e-18
      let values = fit.parameters.map { "\"\($0.name)\": \($0.value)" }.joined(separator: ", ")
      print("{\"seconds\": \(seconds), \"log_likelihood\": \(fit.logLikelihood), \(values)}")
    } catch {
      throw ValidationError(error.message.text)
    }
  }
}
