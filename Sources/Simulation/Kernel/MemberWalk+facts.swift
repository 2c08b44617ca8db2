import MemberBook
import Programme
import Quantities

/// What a members file says of a member whom the data begin with.
extension MemberWalk {
  /// Begins with a member of whom facts are known, by what was there before the data.
  /// - Returns: the first tick on which there is anything to do; nil where there never is.
  mutating func begin(_ member: Int) -> Int? {
    guard let start = start(of: member) else { return nil }
    let people = rules.people
    begin(
      member, joining: people.map { Int($0.facts.joining[member]) } ?? start, on: start,
      firstReceipt: book.purchases.range(of: member).lowerBound)
    openPoints()
    settleIn(on: start, importing: people?.tier(of: member) ?? 0, since: people?.since(of: member) ?? 1)
    updateDue()
    return start
  }

  /// The first tick on which there is anything to do for a member by themselves; nil where there never is.
  func start(of member: Int) -> Int? {
    let people = rules.people
    var starts: [Int] = []
    if let first = book.purchases.range(of: member).first { starts.append(Int(book.purchases.dayOffset[first]) + 1) }
    if let first = people?.actions?.first(of: member) { starts.append(first.tick) }
    if let people, people.tier(of: member) > 0 { starts.append(max(people.since(of: member), 1)) }
    if let people, rules.earns, people.opening(of: member) > 0 || !people.furtherOpenings(of: member).isEmpty {
      starts.append(1)
    }
    return starts.min()
  }

  /// The points that the present member had before the data.
  mutating func openPoints() {
    guard let people = rules.people, rules.earns else { return }
    let policy = rules.points
    let points = people.opening(of: member)
    if points > 0 {
      wallet.open(points, expiry: people.facts.openingExpiry[member], policy)
      tell(.opened(points), on: 1, before: tier)
    }
    for opening in people.furtherOpenings(of: member) {
      wallet.open(opening.points, expiry: opening.expiry, policy)
      tell(.opened(opening.points), on: 1, before: tier)
    }
  }

  /// The first day, `start`, and the imported tier, 0 for none, which is held since the tick `since`.
  mutating func settleIn(on start: Int, importing imported: Int, since: Int) {
    if rules.whileQualified { nextLook = Int32(clamping: start + 1) }
    guard imported > 0 else { return }
    importedTier = imported
    importTick = Int32(clamping: max(since, 1))
    if since <= 1 { holdImported(on: 1, since: rules.timeline.day(since)) }
  }

  /// Lets every day up to `tick` begin, that of the import among them.
  mutating func reach(_ tick: Int) {
    if Int(importTick) <= tick {
      let day = Int(importTick)
      advance(to: day - 1)
      expirePoints(on: day)
      holdImported(on: day, since: rules.timeline.day(day))
      updateDue()
    }
    advance(to: tick)
  }

  /// The imported tier is held, in the term that runs on `tick` of a tier held since `day`. Without terms it is the least
  /// tier, as long as the window begins before the data.
  mutating func holdImported(on tick: Int, since day: Day) {
    importTick = Timeline.never
    let firstDay = rules.timeline.day(1)
    let anniversaries = Anniversaries(joined: joined)
    wholeFrom =
      rules.window.start.isEmpty
      ? Int32(clamping: rules.timeline.tick(anniversaries.next(after: firstDay - 1))) : rules.window.wholeFrom
    let held = tier
    if importedTier >= rules.firstInvitation {
      // Nobody takes an invitation back.
      standing.term.begin(importedTier, until: Timeline.never)
    } else if rules.whileQualified {
      guard Int32(tick) < wholeFrom else { return }
      standing.term.follow(max(tier, importedTier))
      nextLook = min(nextLook, wholeFrom)
    } else {
      let end = rules.terms.keep.end(on: rules.timeline.day(tick), since: day, anniversaries)
      let review = end.map { Int32(clamping: rules.timeline.tick($0)) } ?? Timeline.never
      standing.term.begin(importedTier, until: review)
    }
    if tier != held { reached = Int32(tick) }
    tell(.imported(from: held, to: tier), on: tick, before: held)
  }
}
