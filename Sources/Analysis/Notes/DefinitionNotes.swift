public import Messages
import Numerics
import PlanLanguage
public import Programme

extension Programme {
  /// Objects that name a tier which no ladder has any more, for the word after a definition.
  public var strayTiers: [Message] {
    Programme.kinds.flatMap { $0.names(in: self) }.compactMap { strayTier(in: $0)?.message }
  }
}

extension Analyst {
  /// Scenarios that no longer fit what the objects say, for the word after a definition.
  public func brokenScenarios() throws(Diagnostic) -> [Message] {
    var notes: [Message] = []
    for scenario in programme.scenarios {
      try job.check()
      do throws(Diagnostic) { _ = try programme.applying(scenario) } catch {
        let name = spelled(name: scenario.name)
        notes.append(
          Message(
            "scenario \(name) no longer applies: \(error.spelled(in: notation).message)",
            zh: "方案 \(name) 不再适用：\(error.spelled(in: notation).message)"))
      }
    }
    return notes
  }
}
