public import MemberBook
import Programme
import Quantities
public import Simulation

/// What is loaded, and where from.
public struct Dataset: Sendable {
  /// The files or databases of the purchases, as they were named.
  public let path: String
  /// The purchases, members and actions, prepared for replaying.
  public let history: PurchaseHistory
  /// For answering again what was answered already; emptied by every load.
  var answers: [(question: Question, outcome: Outcome)] = []
  /// The customer model that was fitted last, and what it expects of members; nil before anything asked for one.
  public internal(set) var customerFit: CustomerFit?
  var outlook: CustomerOutlook?

  /// Data that nothing was asked of yet.
  public init(path: String, history: PurchaseHistory) {
    self.path = path
    self.history = history
  }

  /// What an outcome depends on.
  struct Question: Equatable {
    let rules: Rules
    let range: DayRange
    let split: Split?
  }

  /// How many outcomes are kept.
  static let answerLimit = 24

  /// Everything that was loaded.
  public var book: Book { history.book }
}
