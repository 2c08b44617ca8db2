import Intake
import MemberBook
import Programme
import Quantities
import Simulation

/// What is loaded, and where from.
struct Dataset: Sendable {
  let path: String
  let history: PurchaseHistory
  /// Where the data are the demo store's: what they were drawn from.
  var demo: DemoBoutique? = nil
  /// For answering again what was answered already; emptied by every load.
  var answers: [(question: Question, outcome: Outcome)] = []
  /// The customer model that was fitted last, and what it expects of members; nil before anything asked for one.
  var customerFit: CustomerFit?
  var outlook: CustomerOutlook?

  /// What an outcome depends on.
  struct Question: Equatable {
    let rules: Rules
    let range: DayRange
    let split: Split?
  }

  /// How many outcomes are kept.
  static let answerLimit = 24

  var book: Book { history.book }
}
