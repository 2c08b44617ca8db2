import MemberBook
import Messages
import Numerics
import Quantities
import Simulation

/// The members who had bought by a day and never held the top tier until then, what they were known by, and which of them
/// came to hold it in the days after.
struct PotentialLandmark: Sendable {
  let day: Day
  let members: [Int]
  /// By candidate, the features in their order, as they are.
  let values: [Float]
  /// By candidate; false for all where the days after are still to come.
  let rose: [Bool]

  static let width = PotentialFeature.allCases.count

  var count: Int { members.count }
  var risers: Int { rose.count { $0 } }

  func value(_ feature: PotentialFeature, of candidate: Int) -> Double {
    Double(values[candidate * PotentialLandmark.width + feature.rawValue])
  }

  /// `lead` is how many days after `day` are looked at, and before it for what is recent.
  init(
    _ book: Book, _ tiers: TierHistory, top: Int, on day: Day, lead: Int, _ job: Job
  ) throws(Diagnostic) {
    self.day = day
    let pieces = 64
    let count = book.members.count
    let parts = try job.map(pieces) { piece in
      var part = Part(book, day: day, lead: lead)
      for member in piece * count / pieces..<(piece + 1) * count / pieces {
        let first = tiers.first(of: member, from: top)
        if let first, first <= day { continue }
        part.add(member, tier: tiers.tier(of: member, on: day), rises: first.map { $0 - day <= lead } ?? false)
      }
      return part
    }
    members = parts.flatMap(\.members)
    values = parts.flatMap(\.values)
    rose = parts.flatMap(\.rose)
  }

  private struct Part: Sendable {
    var members: [Int] = []
    var values: [Float] = []
    var rose: [Bool] = []
    private let book: Book
    private let end: Int
    private let recent: Int
    private let year: Int
    /// By category: the last member who bought of it.
    private var seen: [Int]

    init(_ book: Book, day: Day, lead: Int) {
      self.book = book
      end = day - book.firstDay
      recent = end - lead
      year = (day - .months(12)) - book.firstDay
      seen = [Int](repeating: -1, count: max(book.categories.count, 1))
    }

    /// Nothing where the member had not bought by then.
    mutating func add(_ member: Int, tier: Int, rises: Bool) {
      let purchases = book.purchases
      var (first, last, visit) = (-1, -1, -1)
      var (visits, spend, yearSpend, yearPurchases, breadth): (Int, Int64, Int64, Int, Int) = (0, 0, 0, 0, 0)
      for receipt in purchases.range(of: member) {
        let day = Int(purchases.dayOffset[receipt])
        if day > end { break }
        let net = purchases.amount[receipt]
        if day > recent { spend += net }
        if day > year { yearSpend += net }
        guard net >= 0 else { continue }
        if first < 0 { first = day }
        last = day
        if day > recent, day != visit { visits += 1 }
        visit = day
        guard day > year else { continue }
        yearPurchases += 1
        for line in purchases.lines(of: receipt) {
          let category = book.categoryCode(ofLine: line)
          if category > 0, seen[category] != member {
            seen[category] = member
            breadth += 1
          }
        }
      }
      guard last >= 0 else { return }
      members.append(member)
      rose.append(rises)
      // In the order of the features.
      values += [
        Float(end - last), Float(end - first), Float(visits), Float(spend), Float(yearSpend),
        yearPurchases == 0 ? 0 : Float(yearSpend) / Float(yearPurchases), Float(breadth), Float(tier),
      ]
    }
  }
}
