import Insight
import MemberBook
import Messages
import Programme
import Quantities
import Reporting
import Simulation

/// What a diagnosis is asked for.
struct DiagnosisRequest {
  /// The code of the store, or that of all together.
  let focus: Int
  let range: DayRange
  let earlier: EarlierRange
  let stuckFrom: Int64

  static let usuallyStuck: Int64 = 3
}

extension Session {
  /// - Throws: where there is no such store.
  func storeCode(of name: Reference) throws(Diagnostic) -> Int {
    let book = try loaded(at: name.span).book
    guard book.has(.store) else { throw Diagnostic(DiagnosisProblem.noStores, at: name.span) }
    if let code = book.stores.code(of: name.text), code > 0 { return Int(code) }
    throw Diagnostic(
      ShellProblem.noSuch(
        kind: .kind("store"), name.text, names: book.stores.names,
        list: Message("`show usage` lists them.", zh: "`show usage` 列出门店。")), at: name.span)
  }

  /// By the rules of baseline.
  mutating func diagnosed(_ request: DiagnosisRequest) throws(Diagnostic) -> DiagnosisText {
    let data = try loaded()
    let rules = try rules(of: Reference(Scenario.baseline))
    let ranges = [request.range, request.earlier.range, request.earlier.previous]
    let covered = ranges.prefix { $0.last >= data.book.firstDay }.count
    let known = Array(ranges.prefix(min(covered, 2)))
    var outcomes: [Outcome] = []
    for (place, range) in known.enumerated() {
      outcomes.append(
        try part(place, of: 3) { session throws(Diagnostic) in try session.outcome(rules, over: range, by: .store) })
    }
    // The windows of members who are stuck reach ahead.
    let compiled = try data.history.compile(rules, through: request.range.last, andTheWindowAfter: true)
    let replay = Replay(data.history)
    let rises = try part(2, of: 3) { session throws(Diagnostic) in
      try replay.rises(compiled, within: known, job: session.environment.job)
    }
    let hasTiers = rules.ladder.tiers.count > 1
    let tallies = try StoreTallies(
      data.book,
      StoreTallies.Question(
        ranges: ranges, stuckFrom: request.stuckFrom, firstAbove: hasTiers ? rises.firstAbove : [],
        margins: LineMargins(rules.assumptions, data.book), focus: request.focus),
      job)
    let diagnosis = Diagnosis(
      Diagnosis.Sources(
        tallies: tallies, outcomes: outcomes, groups: data.book.storeGroups(over: request.range), rises: rises,
        covered: covered, hasPoints: rules.points != nil))
    return DiagnosisText(
      request: request, diagnosis: diagnosis, book: data.book, rules: rules,
      gaps: try EntryGaps(of: tallies.stuck, in: request.focus, replay, compiled, over: request.range, job),
      notation: notation,
      replayNotes: notes(on: rules, over: request.range, outcomes[0]))
  }
}

extension Book {
  /// By the store's code: its group where receipts are split by store.
  fileprivate func storeGroups(over range: DayRange) -> [Int] {
    let names = ReceiptGrouping(.store, self, range: range).names
    let places = Dictionary(
      names.dropLast().enumerated().map { ($1.text, $0) }, uniquingKeysWith: { first, _ in first })
    return (0..<stores.count).map { code in
      code == 0 ? names.count - 1 : places[stores.name(code)] ?? names.count - 1
    }
  }
}
