import Analysis
import Messages
import PlanLanguage
import Programme
import Reporting

/// `scenario NAME from PARENT { path = value … }`
struct DefineScenario: Command {
  var name = Reference("")
  var parent: Reference?
  var block: Block?

  static let syntax = Syntax<DefineScenario>(
    "scenario",
    Message("A diff over its parent: what would be different, path by path", zh: "与上级方案的差异：逐个路径写明哪里不同"),
    aliases: [Alias(zh: "方案")],
    [
      .argument(Label.name, \.name, .newName, offers: .scenarios),
      .clause(
        "from", takes: Message("PARENT", zh: "上级方案"), \.parent,
        Message("The scenario it changes; baseline where it is left out", zh: "它所修改的方案；省略时为 baseline"),
        offers: .scenarios),
    ],
    block: BlockUse(
      usage: Message("{ PATH = VALUE [during RANGE] … }", zh: "{ 路径 = 值 [during 区间] … }"), shape: BlockShape()
    ) { session in
      session.programme.paths(session.notation).map(Candidate.init)
    } field: { session, _, path in
      session.programme.paths(session.notation).first { $0.names == path }?.field
    } store: {
      $0.block = $1
    },
    changes: .definitions(StepName(words: 1)),
    examples: [
      "scenario 提高门槛 from baseline { 会员.金卡.spend = 10,000 }",
      "scenario 双倍 from 提高门槛 { 基础.earn = 2pt per 1 during 2025-11-01..2025-11-11 }",
    ])

  func run(in session: inout Session) throws -> Answer {
    guard let block else {
      throw Diagnostic(
        ShellProblem.blockMissing(
          verb: "scenario \(name.text)", example: DefineScenario.syntax.examples.first?.text ?? ""),
        at: name.span)
    }
    if let span = name.span { _ = try definedName(name.phrase(at: span)) }
    guard name.text != Scenario.baseline else { throw Diagnostic(DefinitionProblem.baselineRedefined, at: name.span) }
    if let taken = session.programme.kind(ofObject: name.text), taken.word != "scenario" {
      throw Diagnostic(DefinitionProblem.nameTaken(name.text, by: taken.noun), at: name.span)
    }
    let parent = self.parent?.text ?? Scenario.baseline
    guard session.programme.scenarioNames.contains(parent) else {
      throw Diagnostic(
        DefinitionProblem.unknownParent(parent, names: session.programme.scenarioNames), at: self.parent?.span)
    }
    let scenario = try Scenario(defining: name.text, from: parent, by: block)
    let index = session.programme.scenarios.firstIndex { $0.name == name.text }
    if let index { session.programme.scenarios[index] = scenario } else { session.programme.scenarios.append(scenario) }
    do { _ = try session.programme.applying(scenario) } catch { throw error.placed(at: self.parent?.span ?? name.span) }
    let notes = index == nil ? [] : try session.analyst.brokenScenarios()
    return .done(
      .defined("scenario", .kind("scenario"), spelled(name: name.text), isReplaced: index != nil), notes: notes)
  }
}
