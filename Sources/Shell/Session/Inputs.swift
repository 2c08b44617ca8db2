import Analysis
import Intake
import MemberBook
import Messages
import Numerics
import Programme
import Simulation

/// The tables that were loaded, each by itself, so that one can be loaded again without the others.
struct Inputs: Sendable {
  /// Purchases, without what the other tables say of their members.
  var purchases: Book?
  /// The files or databases of the purchases, as they were named.
  var path = ""
  /// Where the purchases are the demo store's: what they were drawn from.
  var demo: DemoBoutique?
  var members: MemberTable?
  var actions: ActionTable?
  /// The statements that loaded what is there, for a script that loads it again.
  var loads: [LoadedWith] = []
  /// What the last load found.
  var lastFindings: Findings?

  /// Everything together, members that `names` has another id for being the member of that id; nil as long as there are
  /// no purchases.
  func dataset(renaming names: [String: String], job: Job) throws(Diagnostic) -> Dataset? {
    guard var purchases else { return nil }
    let members = members?.renamed(names)
    let actions = try actions?.renamed(names)
    if !names.isEmpty { purchases = try purchases.renamed(names, job: job) }
    var book = purchases
    if members != nil || actions != nil {
      book = try purchases.joined(by: members, actions)
    }
    guard let history = PurchaseHistory(book) else { throw Diagnostic(AnalysisProblem.amountsTooLarge) }
    return Dataset(path: path, history: history)
  }
}

extension Session {
  /// Takes over what was loaded, whole or not at all.
  mutating func take(_ inputs: Inputs, at span: SourceSpan?) throws(Diagnostic) {
    do throws(Diagnostic) { dataset = try inputs.dataset(renaming: renames, job: job) } catch {
      throw error.placed(at: span)
    }
    self.inputs = inputs
    lastRange = nil
  }
}
