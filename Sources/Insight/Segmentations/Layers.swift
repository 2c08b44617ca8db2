public import MemberBook
public import Programme
public import Quantities

/// Members by the layers' rules, the highest that each meets.
public struct Layers: Sendable {
  /// By member: the place of the layer; as many as there are layers where none is met.
  public let places: [UInt8]
  public let rules: LayerRules
  /// By layer: the basket at which it would have its target share, were the rest of its rule as it is, in minor units;
  /// nil where it has no target, or too few meet the rest.
  public let baskets: [Ratio?]

  public init(_ rules: LayerRules, _ book: Book, asOf: Day, _ workers: Workers) throws(Diagnostic) {
    self.rules = rules
    let frames = rules.layers.map { rule in
      PurchaseFrame(
        first: max(0, (asOf - rule.within) + 1 - book.firstDay), last: asOf - book.firstDay, part: nil,
        needsItems: false, needsMargin: false)
    }
    let recencies = rules.layers.map { rule in rule.recency.map { (asOf - $0) - book.firstDay } }
    let all = PurchaseFrame(
      first: 0, last: asOf - book.firstDay, part: nil, needsItems: false, needsMargin: false)
    let members = book.members.count
    let pieces = 64
    let parts = try workers.map(pieces) { piece in
      (piece * members / pieces..<(piece + 1) * members / pieces).map { member -> MemberLayers in
        let last = all.sums(of: member, in: book, nil).lastPurchase
        var found = MemberLayers()
        for (layer, rule) in rules.layers.enumerated() {
          let sums = frames[layer].sums(of: member, in: book, nil)
          let isRecent = recencies[layer].map { last >= 0 && last >= $0 } ?? true
          let isOften = sums.purchases >= rule.purchases.value
          let isLarge = Int128(sums.spend) >= Int128(rule.basket.minor) * Int128(sums.purchases)
          let meets = isRecent && isOften && sums.purchases > 0
          found.baskets.append(meets ? Ratio(max(0, sums.spend), over: sums.purchases) : nil)
          if found.layer == nil, meets, isLarge { found.layer = layer }
        }
        return found
      }
    }.flatMap(\.self)
    places = parts.map { UInt8($0.layer ?? rules.layers.count) }
    baskets = rules.layers.indices.map { layer in
      guard let target = rules.layers[layer].target?.fraction else { return nil }
      // Those whom no higher layer has.
      let candidates = parts.filter { ($0.layer ?? .max) >= layer }.compactMap { $0.baskets[layer] }.sorted()
      let wanted = Int(
        (Int128(members) * Int128(target.numerator) * 2 + Int128(target.denominator))
          / (2 * Int128(target.denominator)))
      guard wanted > 0, wanted <= candidates.count else { return nil }
      return candidates[candidates.count - wanted]
    }
  }

  private struct MemberLayers: Sendable {
    var layer: Int?
    /// By layer: spend per purchase where all of the rule but the basket is met.
    var baskets: [Ratio?] = []
  }

  public var classes: MemberClasses { MemberClasses(names: rules.layers.map(\.name) + ["others"], of: places) }
}
