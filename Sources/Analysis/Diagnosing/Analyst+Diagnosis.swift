public import Insight
public import MemberBook
public import Messages
public import Programme
public import Quantities
import Simulation

/// What a diagnosis is asked for.
public struct DiagnosisRequest {
  /// The code of the store, or that of all together.
  public let focus: Int
  /// The days that are looked at.
  public let range: DayRange
  /// The days that they are held against.
  public let earlier: EarlierRange
  /// From how many of its windows on a member at the entry tier counts as stuck.
  public let stuckFrom: Int64

  /// `stuckFrom` where nothing is said.
  public static let usuallyStuck: Int64 = 3

  /// A store or all of them, over `range`, against `earlier`.
  public init(focus: Int, range: DayRange, earlier: EarlierRange, stuckFrom: Int64) {
    self.focus = focus
    self.range = range
    self.earlier = earlier
    self.stuckFrom = stuckFrom
  }
}

/// A diagnosis with what it was made from.
public struct DiagnosisAnswer {
  /// What was asked.
  public let request: DiagnosisRequest
  /// What was found.
  public let diagnosis: Diagnosis
  /// The data.
  public let book: Book
  /// Those of baseline.
  public let rules: Rules
  /// Nil where there is one tier.
  public let gaps: EntryGaps?
  /// What a reader of the replay's figures must know.
  public let replayNotes: [Message]
}

extension Analyst {
  /// - Throws: where there is no such store.
  public func storeCode(of name: Reference) throws(Diagnostic) -> Int {
    let book = try loaded(at: name.span).book
    guard book.has(.store) else { throw Diagnostic(DiagnosisProblem.noStores, at: name.span) }
    if let code = book.stores.code(of: name.text), code > 0 { return Int(code) }
    throw Diagnostic(
      AnalysisProblem.noSuch(
        kind: .kind("store"), name.text, names: book.stores.names,
        list: Message("`show usage` lists them.", zh: "`show usage` 列出门店。")), at: name.span)
  }

  /// By the rules of baseline.
  public mutating func diagnosis(_ request: DiagnosisRequest) throws(Diagnostic) -> DiagnosisAnswer {
    let data = try loaded()
    let rules = try rules(of: Reference(Scenario.baseline))
    let ranges = [request.range, request.earlier.range, request.earlier.previous]
    let covered = ranges.prefix { $0.last >= data.book.firstDay }.count
    let known = Array(ranges.prefix(min(covered, 2)))
    var outcomes: [Outcome] = []
    for (place, range) in known.enumerated() {
      outcomes.append(
        try part(place, of: 3) { analyst throws(Diagnostic) in try analyst.outcome(rules, over: range, by: .store) })
    }
    // The windows of members who are stuck reach ahead.
    let compiled = try data.history.compile(rules, through: request.range.last, andTheWindowAfter: true)
    let replay = Replay(data.history)
    let rises = try part(2, of: 3) { analyst throws(Diagnostic) in
      try replay.rises(compiled, within: known, job: analyst.job)
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
    return DiagnosisAnswer(
      request: request, diagnosis: diagnosis, book: data.book, rules: rules,
      gaps: try EntryGaps(of: tallies.stuck, in: request.focus, replay, compiled, over: request.range, job),
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
