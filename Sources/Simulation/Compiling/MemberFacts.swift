import MemberBook
import Quantities

/// What the members file and the actions file say that a replay looks at, by member, whatever the rules. Days are
/// ticks: 1 is the first day of the data.
struct MemberFacts: Sendable {
  /// The day of joining: as stated, else of the first purchase, else of the first action, else since when the imported
  /// tier is held, else the first day of the data. It may lie before the data.
  let joining: [Int32]
  /// 1...12, 0 where it is not known; empty where no birthday is.
  let birthMonth: [UInt8]
  /// Indices into `tierNames`, 0 where no tier is imported; empty where nobody's is.
  let tier: [UInt16]
  /// The names that imported tiers have, the first one blank.
  let tierNames: [String]
  /// How many members each name has.
  let tierCounts: [Int]
  /// Since when the imported tier is held; the first day of the data where that is not said. Empty as `tier`.
  let tierSince: [Int32]
  /// Points that are there when the data begin; empty where nobody has any.
  let opening: [Int64]
  /// When they are gone; `never` where the policy's rule decides. Empty as `opening`.
  let openingExpiry: [Int32]
  /// What members brought besides, those that were merged into them: points above 0, and when they are gone.
  let furtherOpenings: [Int: [(points: Int64, expiry: Int32)]]
  /// Who was referred by whom; nil where the members file names no referrers.
  let referrals: Referrals?
  /// Members whose opening points were gone before the data, and those whose were less than 0.
  let lapsedOpenings: Int
  let negativeOpenings: Int

  /// Nil where the book has neither file.
  init?(_ book: Book) {
    guard book.profiles != nil || book.actions != nil else { return nil }
    let members = 0..<book.members.count
    let origin = book.firstDay - 1
    func tick(_ day: Day) -> Int32 { Int32(clamping: day - origin) }
    let profiles = book.profiles ?? Profiles(count: members.count)
    joining = members.map { member in
      if let stated = profiles.joined(of: member) { return tick(stated) }
      if let first = book.purchases.range(of: member).first { return Int32(book.purchases.dayOffset[first]) + 1 }
      if let first = book.actions?.firstTick(of: member, origin: origin) { return first }
      return profiles.day(.tierSince, of: member).map(tick) ?? 1
    }
    birthMonth =
      profiles.hasBirthdays ? members.map { UInt8(clamping: profiles.birthday(of: $0)?.month ?? 0) } : []

    var names = [""]
    var counts = [0]
    var codes: [UInt32: UInt16] = [:]
    var tier: [UInt16] = []
    if profiles.has(.tier) {
      for member in members {
        guard let code = profiles.code(.tier, of: member) else {
          tier.append(0)
          continue
        }
        if codes[code] == nil, names.count <= Int(UInt16.max) {
          codes[code] = UInt16(names.count)
          names.append(profiles.text(.tier, of: member) ?? "")
          counts.append(0)
        }
        let name = codes[code] ?? 0
        counts[Int(name)] += 1
        tier.append(name)
      }
    }
    (self.tier, tierNames, tierCounts) = (tier, names, counts)
    tierSince = tier.isEmpty ? [] : members.map { profiles.day(.tierSince, of: $0).map(tick) ?? 1 }

    var opening: [Int64] = []
    var lapsed = 0
    var negative = 0
    if profiles.hasOpeningPoints {
      for member in members {
        let points = profiles.openingPoints(of: member) ?? 0
        let isGone = profiles.day(.openingExpiry, of: member).map { $0 <= book.firstDay } ?? false
        if points < 0 { negative += 1 } else if points > 0 && isGone { lapsed += 1 }
        opening.append(isGone ? 0 : max(points, 0))
      }
    }
    var further: [Int: [(points: Int64, expiry: Int32)]] = [:]
    if profiles.hasOpeningPoints {
      for member in members {
        let openings = profiles.furtherOpenings(of: member).filter { opening in
          opening.points > 0 && opening.expiry.map { $0 > book.firstDay } ?? true
        }
        if !openings.isEmpty {
          further[member] = openings.map { ($0.points, $0.expiry.map(tick) ?? Timeline.never) }
        }
      }
    }
    referrals = Referrals(book, joining: joining)
    self.opening = opening
    furtherOpenings = further
    (lapsedOpenings, negativeOpenings) = (lapsed, negative)
    openingExpiry =
      opening.isEmpty ? [] : members.map { profiles.day(.openingExpiry, of: $0).map(tick) ?? Timeline.never }
  }
}

extension MemberFacts {
  /// All points that members brought, about.
  var allOpening: Double {
    opening.reduce(0) { $0 + Double($1) } + furtherOpenings.values.joined().reduce(0) { $0 + Double($1.points) }
  }
}

extension Actions {
  /// The tick of a member's first action within the data.
  fileprivate func firstTick(of member: Int, origin: Day) -> Int32? {
    range(of: member).first { day($0) > origin }.map { Int32(clamping: day($0) - origin) }
  }
}
