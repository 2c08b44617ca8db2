import MemberBook
import Programme
import Quantities

/// How a tier is kept, on the short way. Since nothing is taken back, a window that was not dropped yet never holds less
/// than it should, and is dropped only where that can decide.
protocol PlainHolding<Levels> {
  associatedtype Levels: PlainLevels
  init(_ rules: CompiledRules)
  mutating func reset(at receipt: Int)
  /// The first day up to `tick` on which the tier must be looked at; nil where there is none.
  mutating func due(
    by tick: Int32, _ member: inout PlainMember<Levels>, _ days: DayColumn, _ nets: NetColumn
  ) -> Int32?
  /// Looks at the tier at the start of `tick`, which is due.
  mutating func look(at member: inout PlainMember<Levels>, on tick: Int32, _ days: DayColumn, _ nets: NetColumn)
  /// After a purchase on `tick` the member may rise.
  mutating func rise(_ member: inout PlainMember<Levels>, on tick: Int32, _ days: DayColumn, _ nets: NetColumn)
}

/// `keep = while qualified`: the tier is at any time what the window reaches.
struct HoldingByWindow<Levels: PlainLevels>: PlainHolding {
  private let starts: [Int32]
  private let leaves: [Int32]
  /// What may leave the window, by what was bought so far, with the tier still held; and when more than that does.
  private var spare = PlainMark<Levels.Sums>(at: 0)
  private var critical = Timeline.never

  init(_ rules: CompiledRules) {
    starts = rules.window.start
    leaves = rules.window.leaves
  }

  @inline(__always) mutating func reset(at receipt: Int) { critical = Timeline.never }

  @inline(__always)
  mutating func due(
    by tick: Int32, _ member: inout PlainMember<Levels>, _ days: DayColumn, _ nets: NetColumn
  ) -> Int32? {
    guard critical <= tick else { return nil }
    // What was bought since adds to what may leave.
    lookAhead(of: member, days, nets)
    return critical <= tick ? critical : nil
  }

  @inline(__always)
  mutating func look(at member: inout PlainMember<Levels>, on tick: Int32, _ days: DayColumn, _ nets: NetColumn) {
    member.drop(before: starts[Int(tick)], days, nets)
    member.tier = member.reached
    // What a higher tier could spare a lower one can.
    lookAhead(of: member, days, nets)
  }

  @inline(__always)
  mutating func rise(_ member: inout PlainMember<Levels>, on tick: Int32, _ days: DayColumn, _ nets: NetColumn) {
    member.drop(before: starts[Int(tick)], days, nets)
    guard member.mayRise else { return }
    member.tier = member.reached
    spare = member.gone
    lookAhead(of: member, days, nets)
  }

  @inline(__always)
  private mutating func lookAhead(of member: PlainMember<Levels>, _ days: DayColumn, _ nets: NetColumn) {
    // There is nothing below the entry tier.
    guard member.tier > 0 else {
      critical = Timeline.never
      return
    }
    if spare.next < member.gone.next { spare = member.gone }
    while spare.next < member.all.next {
      var further = spare
      further.add(days, nets)
      guard member.levels.meets(member.tier, member.all.sums, since: further.sums) else {
        critical = leaves[Int(days.tick(spare.next))]
        return
      }
      spare = further
    }
    critical = Timeline.never
  }
}

/// Tiers that are kept for a term and reviewed at its end.
struct HoldingByTerm<Levels: PlainLevels>: PlainHolding {
  private let starts: [Int32]
  private let rules: TermRules
  private var term = HeldTerm()

  init(_ rules: CompiledRules) {
    starts = rules.window.start
    self.rules = TermRules(rules)
  }

  @inline(__always) mutating func reset(at receipt: Int) { term = HeldTerm() }

  @inline(__always)
  mutating func due(
    by tick: Int32, _ member: inout PlainMember<Levels>, _ days: DayColumn, _ nets: NetColumn
  ) -> Int32? { term.review <= tick ? term.review : nil }

  @inline(__always)
  mutating func look(at member: inout PlainMember<Levels>, on tick: Int32, _ days: DayColumn, _ nets: NetColumn) {
    member.drop(before: starts[Int(tick) - 1], days, nets)
    term.end(on: tick, qualified: member.reached, rules)
    member.tier = term.tier
  }

  @inline(__always)
  mutating func rise(_ member: inout PlainMember<Levels>, on tick: Int32, _ days: DayColumn, _ nets: NetColumn) {
    member.drop(before: starts[Int(tick)], days, nets)
    let reached = member.reached
    guard reached > term.tier else { return }
    term.rise(to: reached, on: tick, rules)
    member.tier = reached
  }
}
