import MemberBook
import Messages
import Numerics
import PlanLanguage
import Programme
import Quantities
import Simulation
import Testing
@testable import Insight

@Suite("Segments against their definitions, member by member") struct SegmentAlgebraTests {
  @Test(arguments: 0..<40) func `random conditions on random stores`(seed: Int) throws {
    let store = try NaiveStore(seed: UInt64(seed))
    var dice = Dice(seed: UInt64(seed) &* 31 &+ 5)
    var programme = Programme()
    programme.holidays = NaiveSegments.holidays
    var tag = Tag(name: "丁")
    tag.condition = dice.condition(depth: 1, names: [])
    programme.tags = [tag]
    for name in ["甲", "乙", "丙"] {
      var segment = Segment(name: name)
      segment.condition = dice.condition(depth: 2, names: programme.segments.map(\.name))
      programme.segments.append(segment)
    }
    let conditions = (0..<12).map { _ in dice.condition(depth: 3, names: ["甲", "乙", "丙", "丁"]) }
    let asOf = dice.pick([store.book.lastDay, store.book.lastDay + 40, store.book.firstDay + 200])
    var sources = SegmentSources(asOf: asOf)
    sources.margins = LineMargins([], store.book)
    let compiled = try CompiledSegments(conditions, of: programme, in: store.book, sources)
    let sets = try compiled()
    #expect(sets == (try compiled(Job(threads: 1))))
    let naive = NaiveSegments(store: store, programme: programme, asOf: asOf)
    for (set, condition) in conditions.enumerated() {
      let wanted = (0..<store.memberCount).filter { naive.holds(condition, $0) }
      let found = sets.members(of: set).compactMap { Int(store.book.members.id(of: $0).dropFirst()) }.sorted()
      #expect(found == wanted, "\(condition.text(in: Notation()))")
      #expect(sets.size(of: set) == wanted.count)
    }
    for one in conditions.indices {
      let members = Set(sets.members(of: one))
      #expect(sets.overlap(of: 0, one) == members.intersection(sets.members(of: 0)).count)
    }
    #expect(sets.outside == sets.memberCount - Set(conditions.indices.flatMap { sets.members(of: $0) }).count)
  }

  @Test func `a tag names tags only, and a name said to be a tag is no segment's`() {
    var programme = Programme()
    var segment = Segment(name: "甲")
    segment.condition = .holds(MeasureCall(.measure(.consent)))
    programme.segments = [segment]
    var tag = Tag(name: "乙")
    tag.condition = .segment(ConditionName("甲"))
    programme.tags = [tag]
    #expect(programme.segmentFault(in: .segment(ConditionName("乙")))?.code == .conflict)
    #expect(programme.segmentFault(in: .segment(ConditionName("甲", kind: "tag")))?.code == .unknownName)
    #expect(programme.segmentFault(in: .segment(ConditionName("甲", kind: "segment"))) == nil)
  }

  @Test func `circles are found, also through others, and names that are not there`() {
    var programme = Programme()
    for (name, other) in [("甲", "乙"), ("乙", "丙"), ("丙", "甲")] {
      var segment = Segment(name: name)
      segment.condition = .not(.segment(ConditionName(other)))
      programme.segments.append(segment)
    }
    let condition = SegmentCondition.segment(ConditionName("甲"))
    #expect(programme.segmentFault(in: condition)?.code == .conflict)
    #expect(programme.segmentFault(in: .segment(ConditionName("丁")))?.code == .unknownName)
  }
}

extension Dice {
  mutating func condition(depth: Int, names: [String]) -> SegmentCondition {
    if depth > 0, chance(60) {
      let one = condition(depth: depth - 1, names: names)
      switch int(1...3) {
      case 1: return .and(one, condition(depth: depth - 1, names: names))
      case 2: return .or(one, condition(depth: depth - 1, names: names))
      default: return .not(one)
      }
    }
    if !names.isEmpty, chance(15) { return .segment(ConditionName(pick(names))) }
    let measure = pick(
      [
        SegmentMeasure.spend, .visits, .purchases, .returns, .basket, .items, .itemsPerPurchase, .margin, .recency,
        .gap,
        .share, .bought,
      ])
    var call = MeasureCall(.measure(measure))
    if measure.facts.part == .required || measure.facts.part == .optional && chance(40) { call.part = part() }
    if measure.facts.takesPeriod, chance(50) {
      let from = NaiveStore.first + int(0...300)
      call.period =
        chance(50)
        ? .last(pick([.days(int(1...200)), .months(int(1...12))]))
        : DayRange(from, from + int(0...120)).map { .days($0) }
    }
    if measure.unit == .truth { return .holds(call) }
    if chance(20) {
      let (one, other) = (value(measure), value(measure))
      return .within(call, one, other)
    }
    return .compare(call, pick(SegmentComparison.allCases), value(measure))
  }

  private mutating func part() -> PurchasePart {
    PurchasePart((0..<int(1...2)).map { _ in filter() })
  }

  private mutating func filter() -> PurchasePart.Filter {
    switch int(1...11) {
    case 1: .categories([pick(NaiveStore.categories)])
    case 2: .categories(["A", "no such"])
    case 3: .stores([pick(NaiveStore.stores)])
    case 4: .channels(["web"])
    case 5: pick([.weekend, .workday, .weekdays([.monday, .friday])])
    case 6: .between(TimeOfDay(second: 36_000), TimeOfDay(second: Int32(int(11...20) * 3600)))
    case 7: .price(Money(minor: Int64(int(0...200))), Money(minor: Int64(int(200...9_999))))
    case 8: .season(YearDay(month: 11, day: 15), YearDay(month: 2, day: 10))
    case 9: .holidays(pick([[], ["节"], ["日", "节"]]), before: nil)
    case 10: .holidays(pick([[], ["节"], ["日"]]), before: pick([.days(int(1...40)), .months(1)]))
    default: .season(YearDay(month: 3, day: 1), YearDay(month: 6, day: 30))
    }
  }

  private mutating func value(_ measure: SegmentMeasure) -> SegmentValue {
    switch measure.unit {
    case .money: .money(Money(minor: Int64(pick([0, 100, 10_000, int(-2_000...40_000)]))))
    case .days: .time(pick([.days(int(0...300)), .months(int(1...9))]))
    case .share: .share(Percent(fraction: Ratio(Int64(int(0...12)), over: 12) ?? .one))
    case .count, .years, .month, .score, .day, .name, .truth: .number(Ratio(Int64(int(0...6))))
    }
  }
}
