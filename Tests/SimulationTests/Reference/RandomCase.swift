import Programme
import Quantities

/// Random valid rules and members who walk their boundaries; the same seed always gives the same case.
struct RandomCase {
  let seed: UInt64
  let rules: Rules
  /// Each in order of day, second, input.
  let members: [[ReferenceReceipt]]
  /// By member: what they did besides, in order of day, second, input; and what is known of them.
  let actions: [[ReferenceAction]]
  let people: [ReferencePerson]
  /// Where the data begin; nil where it is with each member's first receipt.
  let dataStart: Day?
  /// The replay's last day.
  let last: Day

  /// Where receipts lie, but for returns a year later.
  static let span = (first: day(2023, 1, 1), last: day(2025, 12, 31))
  static let categories = ["A", "B", "C", ""]
  static let stores = ["s1", "s2", ""]

  /// With people there are members files and actions too, and rules that look at them.
  init(seed: UInt64, withPeople: Bool = false) {
    self.seed = seed
    var dice = Dice(seed: withPeople ? ~seed : seed)
    var ladder = dice.ladder()
    if withPeople { dice.askForActions(&ladder) }
    var points = dice.chance(95) ? dice.points(for: ladder) : nil
    if withPeople { dice.payForActions(&points, on: ladder) }
    if points?.bonuses.contains(where: { $0.qualifies == .no }) == true { dice.askForPoints(&ladder) }
    let rules = Rules(scenario: "random \(seed)", ladder: ladder, points: points)
    self.rules = rules
    // Some replays end amid the receipts, some when every long term and expiry has run out.
    last = dice.pick([Self.span.last, Self.span.last, Self.span.first + dice.int(400...1094), day(2028, 3, 31)])
    var members: [[ReferenceReceipt]] = []
    for _ in 0..<dice.int(1...3) { members.append(dice.receipts(under: rules)) }
    guard withPeople else {
      self.members = members
      (actions, people, dataStart) = (members.map { _ in [] }, members.map { _ in ReferencePerson() }, nil)
      return
    }
    for number in members.indices where dice.chance(15) { members[number] = [] }
    let first = members.compactMap(\.first?.day).min() ?? Self.span.first
    let newYear = firstOfJanuary(first.components.year)
    let start = dice.pick([first, first, first, first - 1, first - 10, first - 100, newYear, newYear])
    self.members = members
    dataStart = start
    actions = members.map { dice.actions(beside: $0, from: start, under: rules) }
    people = members.map { dice.person(with: $0, from: start, under: rules) }
  }
}

/// A day that exists; the tests name no other.
func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
  guard let found = Day(year: year, month: month, day: day) else { preconditionFailure("no \(year)-\(month)-\(day)") }
  return found
}

extension Dice {
  mutating func anyDay() -> Day { RandomCase.span.first + int(0...RandomCase.span.last - RandomCase.span.first) }

  /// A day on which calendars turn.
  mutating func turningDay() -> Day {
    let turn = day(int(2023...2025), int(1...12), 1)
    return pick([
      turn, turn, turn - 1, turn - 1, turn - 2, day(2024, 2, 29), day(2024, 2, 28), day(2024, 3, 1), day(2023, 2, 28),
      day(2023, 12, 31), day(2024, 1, 1), day(2024, 12, 31), day(2025, 1, 1), day(2025, 2, 28), day(2024, 1, 31),
    ])
  }

  /// When a value changes for a while; often from or through a turning day.
  mutating func anyRange() -> DayRange {
    let first = chance(50) ? turningDay() : anyDay()
    let length = pick([0, 6, 29, 30, 89, 180, 364])
    return DayRange(first, first + length) ?? DayRange(first)
  }
}
