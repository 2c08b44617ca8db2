import Intake
import MemberBook
import Programme
import Quantities
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
  /// What the last load found.
  var lastFindings: Findings?

  /// Everything together; nil as long as there are no purchases.
  func dataset() throws(Diagnostic) -> Dataset? {
    guard let purchases else { return nil }
    var book = purchases
    if members != nil || actions != nil {
      book = try purchases.joined(by: members, actions)
      if members == nil { book.profiles = purchases.profiles?.gathered(Array(0..<purchases.members.count)) }
    }
    guard let history = History(book) else { throw Diagnostic(ShellProblem.amountsTooLarge) }
    return Dataset(path: path, history: history, demo: demo)
  }
}

extension Session {
  /// Takes over what was loaded, whole or not at all.
  mutating func take(_ inputs: Inputs, at span: Span?) throws(Diagnostic) {
    do throws(Diagnostic) { dataset = try inputs.dataset() } catch { throw error.placed(at: span) }
    self.inputs = inputs
    lastRange = nil
  }
}
