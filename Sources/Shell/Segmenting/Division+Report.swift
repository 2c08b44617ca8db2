import Analysis
import Insight
import Messages
import Programme
import Quantities
import Reporting

extension Division {
  /// Members, spend and what the scheme adds, a row a class; a class without a name of the user's only where anyone has it.
  var table: Table {
    var table = Table(
      "segments",
      columns: ([.segment, .members, .share, .spend, .spendShare, .spendPerMember] + further.map(\.heading)).map {
        // Layers have a target beside; for people there is no room for both.
        Table.Column($0, isShown: scheme != .layers || $0 != .spendPerMember)
      })
    var members = [Int64](repeating: 0, count: titles.count)
    var sums = members
    for (member, place) in classes.of.enumerated() {
      members[Int(place)] += 1
      sums[Int(place)] += spend[member]
    }
    let total = sums.reduce(0, +)
    for (place, title) in titles.enumerated() {
      if members[place] == 0, place == titles.count - 1 { continue }
      table.rows.append(
        [
          .word(title), .count(members[place]), .share(part: members[place], whole: Int64(classes.of.count)),
          .money(Money(minor: sums[place])), .share(part: sums[place], whole: total),
          .average(Money(minor: sums[place]), per: members[place]),
        ] + further.map { $0.cells[place] })
    }
    return table
  }

  private struct Further {
    let heading: Heading
    /// By class.
    let cells: [Cell]
  }

  private var further: [Further] {
    switch details {
    case .rfm, .lifecycle: return []
    case .pyramid(let pyramid):
      var sums = [Int64](repeating: 0, count: titles.count)
      for (member, layer) in pyramid.layers.enumerated() { sums[Int(layer)] += pyramid.contributions[member] }
      return [Further(heading: .contribution, cells: sums.map { .money(Money(minor: $0)) })]
    case .layers(let layers):
      let targets = layers.rules.layers.map { rule in
        rule.target.map { Cell.share(part: $0.fraction.numerator, whole: $0.fraction.denominator) } ?? .none
      }
      let baskets = layers.baskets.map { basket in
        basket.map { Cell.average(Money(minor: $0.numerator), per: $0.denominator) } ?? .none
      }
      return [
        Further(heading: .target, cells: targets + [.none]),
        Further(heading: .basketForTarget, cells: baskets + [.none]),
      ]
    }
  }

  /// What stands below the classes.
  var furtherTables: [Table] {
    guard case .rfm(let rfm) = details else { return [] }
    var heat = Table(
      "heat", title: Message("members by recency and frequency score", zh: "按 R 评分和 F 评分的会员数"),
      columns: [.recencyScore, .frequencyScore, .members].map { Table.Column($0) })
    let counts = rfm.heat
    for r in (1...5).reversed() {
      for f in 1...5 { heat.rows.append([.count(Int64(r)), .count(Int64(f)), .count(counts[(r - 1) * 5 + f - 1])]) }
    }
    heat.chartedAs = .heat
    heat.plot = Plot(.heat, labels: 2)
    var cuts = Table(
      "scores", title: Message("where scores begin", zh: "评分的分界"),
      columns: [.score, .daysUpTo, .purchasesFrom, .spendFrom].map { Table.Column($0) })
    for score in (UInt8(1)...5).reversed() {
      cuts.rows.append([
        .count(Int64(score)), rfm.recency.highest(of: score).map { .count($0) } ?? .none,
        rfm.frequency.lowest(of: score).map { .count($0) } ?? .none,
        rfm.monetary.lowest(of: score).map { .money(Money(minor: $0)) } ?? .none,
      ])
    }
    return [heat, cuts]
  }
}

extension Heading {
  fileprivate static let contribution = Heading("contribution", Message("contribution", zh: "贡献毛利"))
  fileprivate static let target = Heading("target", Message("target", zh: "目标占比"))
  fileprivate static let basketForTarget = Heading("basket_for_target", Message("basket for it", zh: "达标客单价"))
  fileprivate static let recencyScore = Heading("r", Message("R", zh: "R"))
  fileprivate static let frequencyScore = Heading("f", Message("F", zh: "F"))
  fileprivate static let score = Heading("score", Message("score", zh: "评分"))
  fileprivate static let daysUpTo = Heading("recency", Message("days up to", zh: "天数不超过"))
  fileprivate static let purchasesFrom = Heading("frequency", Message("purchases from", zh: "购买笔数起"))
  fileprivate static let spendFrom = Heading("monetary", Message("spend from", zh: "消费额起"))
}
