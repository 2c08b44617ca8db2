import MemberBook
import Messages
import PlanLanguage
import Programme
import Quantities
import Simulation

/// Turns conditions into frames, columns, tests and steps, each shared by all that ask for it.
struct SegmentCompiler {
  let programme: Programme
  let book: Book
  let sources: SegmentSources

  private(set) var tests: [SegmentTest] = []
  private(set) var columns: [[Int64]] = []
  /// By set, those that others name before them.
  private(set) var sets: [[SegmentStep]] = []
  private var frames: [(key: FrameKey, needsItems: Bool, needsMargin: Bool)] = []
  private var placeOfColumn: [MeasureCall: Int] = [:]
  private var placeOfCondition: [String: Int] = [:]

  private struct FrameKey: Equatable {
    let part: PurchasePart?
    let days: DayRange?
  }

  init(_ programme: Programme, _ book: Book, _ sources: SegmentSources) {
    self.programme = programme
    self.book = book
    self.sources = sources
  }

  /// Where the set of a condition stands. The condition names only segments that are there, and no circle.
  mutating func set(of condition: SegmentCondition) throws(Diagnostic) -> Int {
    var steps: [SegmentStep] = []
    try compile(condition, into: &steps)
    sets.append(steps)
    return sets.count - 1
  }

  private mutating func compile(
    _ condition: SegmentCondition, into steps: inout [SegmentStep]
  ) throws(Diagnostic) {
    switch condition {
    case .compare(let call, let comparison, let value):
      let isOrdered = comparison != .equal && comparison != .notEqual
      try test(call, .compare(comparison, try threshold(of: call, value, isOrdered: isOrdered)), into: &steps)
    case .within(let call, let low, let high):
      let (bottom, top) = (
        try threshold(of: call, low, isOrdered: true), try threshold(of: call, high, isOrdered: true)
      )
      try test(call, .within(bottom, top), into: &steps)
    case .holds(let call): try test(call, .known, into: &steps)
    case .segment(let name): steps.append(.segment(try place(of: name)))
    case .and(let one, let other), .or(let one, let other):
      try compile(one, into: &steps)
      try compile(other, into: &steps)
      if case .and = condition { steps.append(.and) } else { steps.append(.or) }
    case .not(let one):
      try compile(one, into: &steps)
      steps.append(.not)
    }
  }

  private mutating func place(of name: ConditionName) throws(Diagnostic) -> Int {
    if let place = placeOfCondition[name.name] { return place }
    guard let condition = programme.condition(name) else { throw programme.unknown(name) }
    let place = try set(of: condition)
    placeOfCondition[name.name] = place
    return place
  }

  private mutating func test(
    _ call: MeasureCall, _ bound: SegmentTest.Bound, into steps: inout [SegmentStep]
  ) throws(Diagnostic) {
    tests.append(SegmentTest(source: try source(of: call), bound: bound))
    steps.append(.test(tests.count - 1))
  }

  /// Where what a call comes to is read from.
  mutating func source(of call: MeasureCall) throws(Diagnostic) -> SegmentTest.Source {
    guard case .measure(let measure) = call.subject else { return .column(try column(call)) }
    switch measure {
    case .spend: return .spend(frame(call))
    case .visits: return .visits(frame(call))
    case .purchases: return .purchases(frame(call))
    case .returns: return .returns(frame(call))
    case .basket: return .basket(frame(call))
    case .recency: return .recency(frame(call))
    case .gap: return .gap(frame(call))
    case .bought: return .bought(frame(call))
    case .share: return .share(part: frame(call), whole: frame(call, wholly: true))
    case .items, .itemsPerPurchase:
      guard !book.lines.quantity.isEmpty else { throw missing(call, Message("quantities in the data", zh: "数据中有件数")) }
      let place = frame(call)
      frames[place].needsItems = true
      return measure == .items ? .items(place) : .itemsPerPurchase(place)
    case .margin:
      guard sources.margins?.isKnown == true else {
        throw missing(call, Message("costs in the data, or `assume margin`", zh: "数据中有成本，或 `assume margin`"))
      }
      let place = frame(call)
      frames[place].needsMargin = true
      return .margin(place)
    case .actions, .referrals, .tier, .joined, .age, .birthdayMonth, .consent, .recencyScore, .frequencyScore,
      .monetaryScore, .rfm, .lifecycle, .pyramid, .layers, .value, .alive, .expectedPurchases, .score:
      return .column(try column(call))
    }
  }

  /// The same of a measure in a score, where a column must be of numbers.
  mutating func source(ofScored call: MeasureCall) throws(Diagnostic) -> SegmentTest.Source {
    if case .attribute(let name) = call.subject, case let file = try file(call), !file.isNumber {
      throw Diagnostic(
        SegmentProblem.columnValue(name, expected: Message("a number", zh: "数字"), found: file.form.text), at: call.span)
    }
    return try source(of: call)
  }

  private func missing(_ call: MeasureCall, _ what: Message) -> Diagnostic {
    Diagnostic(SegmentProblem.missingColumn(call.name, what), at: call.span)
  }

  /// The frame that a call looks at; `wholly` that of all the purchases it is a share of.
  private mutating func frame(_ call: MeasureCall, wholly: Bool = false) -> Int {
    let key = FrameKey(part: wholly ? nil : call.part, days: call.period?.days(asOf: sources.asOf))
    if let place = frames.firstIndex(where: { $0.key == key }) { return place }
    frames.append((key, false, false))
    return frames.count - 1
  }

  /// The frames with what is added up of each.
  var purchaseFrames: [PurchaseFrame] {
    frames.map { frame in
      let last = min(frame.key.days?.last ?? sources.asOf, sources.asOf) - book.firstDay
      return PurchaseFrame(
        first: max(0, (frame.key.days?.first).map { $0 - book.firstDay } ?? 0), last: last,
        part: frame.key.part.map { CompiledPart($0, book, programme.holidays) }, needsItems: frame.needsItems,
        needsMargin: frame.needsMargin)
    }
  }

  private mutating func column(_ call: MeasureCall) throws(Diagnostic) -> Int {
    if let place = placeOfColumn[call] { return place }
    columns.append(try values(of: call))
    placeOfColumn[call] = columns.count - 1
    return columns.count - 1
  }

  private func values(of call: MeasureCall) throws(Diagnostic) -> [Int64] {
    switch call.subject {
    case .attribute: return try file(call).column(book)
    case .measure(.joined): return MeasureColumn.joined(book)
    case .measure(.age): return MeasureColumn.ages(book, asOf: sources.asOf)
    case .measure(.birthdayMonth): return MeasureColumn.birthdayMonths(book)
    case .measure(.consent): return MeasureColumn.consents(book)
    case .measure(.actions), .measure(.referrals):
      guard let actions = book.actions else { throw missing(call, Message("an actions file", zh: "行为文件")) }
      let days = call.period?.days(asOf: sources.asOf)
      let first = days?.first ?? Day(number: Int32.min)
      let last = min(days?.last ?? sources.asOf, sources.asOf)
      return call.subject == .measure(.referrals)
        ? MeasureColumn.referrals(actions, first...max(first, last))
        : MeasureColumn.actions(actions, call.names, first...max(first, last))
    case .measure(.score):
      guard let score = call.names.first.flatMap({ sources.scores[$0] }) else {
        throw missing(call, Message("a score", zh: "评分"))
      }
      return score.points
    case .measure(let measure) where measure.isForecast:
      guard let figures = sources.forecasts[measure] else {
        throw missing(call, Message("a customer model", zh: "顾客模型"))
      }
      return figures
    case .measure(let measure):
      guard let classes = sources.classes[measure] else { throw missing(call, Message("a segmentation", zh: "分群方法")) }
      return MeasureColumn.classes(classes, from: measure.unit == .score ? 1 : 0)
    }
  }

  private func file(_ call: MeasureCall) throws(Diagnostic) -> MemberFile {
    if let file = MemberFile(call.name, in: book) { return file }
    throw Diagnostic(
      SegmentProblem.unknownMeasure(
        call.name, names: MemberFile.names(in: book) + SegmentMeasure.allCases.map(\.name)), at: call.span)
  }

  /// What a call's numbers are held against.
  private func threshold(
    of call: MeasureCall, _ value: SegmentValue, isOrdered: Bool
  ) throws(Diagnostic) -> SegmentTest.Threshold {
    guard case .measure(let measure) = call.subject else {
      let file = try file(call)
      guard let threshold = file.threshold(value, in: book) else {
        throw Diagnostic(
          SegmentProblem.columnValue(call.name, expected: file.form, found: value.text(in: Notation())), at: call.span)
      }
      return threshold
    }
    switch value {
    case .number(let number):
      // A score is of 100.
      let (whole, parts): (Int64, Int128) =
        measure == .score ? (call.names.first.flatMap { sources.scores[$0]?.whole } ?? 0, 100) : (measure.scale, 1)
      return SegmentTest.Threshold(Int128(number.numerator) * Int128(whole), over: Int128(number.denominator) * parts)
    case .money(let money): return SegmentTest.Threshold(Int128(money.minor) * Int128(measure.scale))
    case .share(let share):
      return SegmentTest.Threshold(
        Int128(share.fraction.numerator) * Int128(measure.scale), over: Int128(share.fraction.denominator))
    case .time(let duration): return SegmentTest.Threshold(Int128(sources.asOf - (sources.asOf - duration)))
    case .day(let day): return SegmentTest.Threshold(Int128(day.number))
    case .name(let name):
      guard let classes = sources.classes[measure] else { throw missing(call, Message("a segmentation", zh: "分群方法")) }
      guard let place = classes.place(of: name) else {
        throw Diagnostic(
          SegmentProblem.unknownClass(name, of: Message(verbatim: measure.name), names: classes.names), at: call.span)
      }
      if isOrdered && measure != .tier { throw Diagnostic(SegmentProblem.textOrder(call.name), at: call.span) }
      return SegmentTest.Threshold(Int128(place))
    }
  }
}
