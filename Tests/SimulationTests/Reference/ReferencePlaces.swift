import PlanLanguage
import Programme
import Quantities

// Limited places (rule T10): on each 1 January, of those who qualify for a tier the ones with the
// largest window spend get them.

/// Who holds a place that was handed out on a day, by tier: members' numbers.
typealias ReferencePlaces = [Day: [Int: Set<Int>]]

/// What a member is in for on a 1 January.
struct ReferenceCandidacy {
  var spend: Int64
  var visits: Int64
  var joined: Day
  /// The tiers above the entry tier that the window qualifies for.
  var meets: [Int]
  var held: Int
  /// Whether the held tier is up for review, and whether that review cannot know what it looks at.
  var isDue: Bool
  var isUnseen: Bool

  /// Whether being on `tier` would be a gain, or is what the review asks.
  func isOpen(to tier: Int) -> Bool { meets.contains(tier) && (tier > held || (isDue && !isUnseen)) }
}

extension ReferenceMember {
  func isPlacesDay(_ day: Day) -> Bool {
    rules.ladder.hasQuotas && day == firstOfJanuary(day.components.year) && day > lifeStart
  }

  /// Whether the member has a place on a tier, where the review of `day` asks for one.
  func hasPlace(on index: Int, at day: Day) -> Bool {
    guard rules.ladder.tiers[index].most != nil else { return true }
    // In between, only who holds it.
    guard isPlacesDay(day) else { return index == tier }
    return places[day]?[index]?.contains(number) ?? false
  }
}

extension RandomCase {
  /// Hands out the places of every 1 January in turn, each by a replay of everyone with those of the earlier ones.
  func handOut(among memberCount: Int) -> ReferencePlaces {
    var places: ReferencePlaces = [:]
    guard rules.ladder.hasQuotas else { return places }
    for year in 2020...2028 where firstOfJanuary(year) <= last {
      let day = firstOfJanuary(year)
      let all = members.indices.map { number in
        ReferenceMember.candidacy(
          members[number], actions[number], of: people[number], dataStart: dataStart, by: rules, number: number,
          places: places, on: day)
      }
      var waiting = Set(all.indices.filter { all[$0] != nil })
      for (index, tier) in rules.ladder.tiers.enumerated().reversed() {
        let open = waiting.filter { all[$0]?.isOpen(to: index) ?? false }
        guard let most = tier.most else {
          // Whoever has a tier without a limit needs no place below it.
          waiting.subtract(open)
          continue
        }
        let keeping = waiting.filter { all[$0]?.isUnseen == true && all[$0]?.held == index }
        let winners = open.sorted { comesFirst($0, $1, all) }.prefix(max(0, limit(most, memberCount) - keeping.count))
        places[day, default: [:]][index] = Set(winners)
        waiting.subtract(winners)
        waiting.subtract(keeping)
      }
    }
    return places
  }

  private func limit(_ most: TierQuota, _ members: Int) -> Int {
    switch most {
    case .count(let count): Int(count.value)
    case .share(let share): Int((Fraction(Int64(members)) * Fraction(share.fraction)).rounded(.floor))
    }
  }

  private func comesFirst(_ first: Int, _ second: Int, _ all: [ReferenceCandidacy?]) -> Bool {
    guard let one = all[first], let other = all[second] else { return false }
    if one.spend != other.spend { return one.spend > other.spend }
    if one.visits != other.visits { return one.visits > other.visits }
    if one.joined != other.joined { return one.joined < other.joined }
    return "m\(first)" < "m\(second)"
  }
}

/// What is worked out once.
final class FoundPlaces {
  var places: ReferencePlaces?
}
