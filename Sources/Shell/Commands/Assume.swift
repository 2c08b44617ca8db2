import Analysis
import MemberBook
import Messages
import PlanLanguage
import Programme
import Quantities
import Reporting
import Simulation

/// `assume margin[(PART)] = 38% [because "…"]`
struct Assume: Command {
  var statement = Statement()
  var because: Quoted?

  /// `margin(连衣裙) = 55%..60%`.
  struct Statement: Phrased {
    var subject = Reference("")
    var part: Reference?
    var value: Spread<Percent>?

    static var form: Message { Message(verbatim: "margin = 38%") }

    init() {}

    init(from reader: inout PhraseReader) throws(Diagnostic) {
      subject = try Reference(from: &reader)
      if reader.accept(.open) {
        part = try Reference(from: &reader)
        try reader.expect(.close)
      }
      try reader.expect(.equal)
      value = try Spread(from: &reader)
    }

    func text(in notation: Notation) -> String { subject.text }
  }

  static let syntax = Syntax<Assume>(
    "assume",
    Message(
      "Says what is not in the data, as a value or a range, and where it comes from", zh: "说明数据里没有的内容：一个值或区间，以及它的来源"),
    aliases: [Alias(zh: "假设")],
    [
      .argument(
        Message("NAME = VALUE", zh: "名称 = 值"), \.statement,
        Message("margin, or margin(CATEGORY or STORE)", zh: "margin，或 margin(品类或门店)"), offers: .words(["margin"])),
      .clause(
        "because", takes: Message("\"SOURCE\"", zh: "\"来源\""), \.because, Message("Where it comes from", zh: "它的来源")),
    ],
    changes: .definitions(StepName(words: 1) { _ in Message("assume", zh: "假设") }),
    examples: ["assume margin = 38% because \"2025 management accounts\"", "assume margin(连衣裙) = 50%..60%"])

  func run(in session: inout Session) throws -> Answer {
    let subjects = Assumption.Subject.allCases.map(\.rawValue)
    guard let subject = Assumption.Subject(rawValue: statement.subject.text) else {
      throw Diagnostic(
        AnalysisProblem.noSuch(
          kind: Message("assumption", zh: "假设"), statement.subject.text, names: subjects,
          list: Message("what can be assumed: \(Message.list(subjects))", zh: "可以假设：\(Message.list(subjects))")),
        at: statement.subject.span)
    }
    guard let value = statement.value else { return .nothing }
    if let part = statement.part, let book = session.dataset?.book {
      let isCategory = book.categories.code(of: part.text) != nil
      let isStore = book.stores.code(of: part.text) != nil
      if isCategory && isStore {
        throw Diagnostic(
          AnalysisProblem.ambiguousName(part.text, meanings: [Split.category.noun, Split.store.noun]), at: part.span)
      }
      guard isCategory || isStore else {
        throw Diagnostic(
          AnalysisProblem.noSuch(
            kind: .choice([Split.category.noun, Split.store.noun]), part.text,
            names: book.categories.names + book.stores.names,
            list: Message("the data have others.", zh: "数据中有别的。")), at: part.span)
      }
    }
    let assumption = Assumption(subject, of: statement.part?.text, value, because: because?.text)
    session.programme.assumptions.removeAll { $0.title == assumption.title }
    session.programme.assumptions.append(assumption)
    let said = "\(assumption.title) = \(value.text(in: session.notation))"
    return .done(Message("assumed: \(said)", zh: "已假设：\(said)"))
  }
}

/// `show assumptions`
struct ShowAssumptions: Command {
  static let syntax = Syntax<ShowAssumptions>(
    "show assumptions",
    Message("Everything that is not computed from the data, with its source", zh: "所有不是由数据算出的内容及其来源"),
    examples: [Example("assume margin = 38% because \"2025 management accounts\"\nshow assumptions", shown: 6)])

  func run(in session: inout Session) throws -> Answer {
    var report = Report(verb: "show")
    var table = Table(
      "assumptions",
      columns: [
        Table.Column(Heading("assumption", Message("assumption", zh: "假设"))), Table.Column(.value),
        Table.Column(Heading("source", Message("source", zh: "来源")), wraps: true),
      ])
    let unsourced = Message("assumed, no source given", zh: "假设，未说明来源")
    table.rows = session.programme.assumptions.map {
      [.text($0.title), .text($0.value.text(in: session.notation)), $0.because.map { .text($0) } ?? .word(unsourced)]
    }
    report.tables = [table]
    if table.rows.isEmpty {
      report.notes = [
        Message(
          "nothing is assumed; such as: assume margin = 38% because \"accounts\"",
          zh: "还没有假设；例如：assume margin = 38% because \"财务账\"")
      ]
    }
    return .report(report)
  }
}
