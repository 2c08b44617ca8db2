public import Messages
public import PlanLanguage
import Programme
import Quantities

extension Diagnostic {
  /// The same with amounts in the currency of `notation`.
  public func spelled(in notation: Notation) -> Diagnostic {
    guard let problem = problem as? DefinitionProblem else { return self }
    var copy = Diagnostic(problem.spelled(in: notation), at: span)
    copy.context = context
    return copy
  }
}
