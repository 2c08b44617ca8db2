extension LineBatch {
  /// The batch without the lines at `rows`, ascending.
  public func leaving(out rows: [Int]) -> LineBatch {
    if rows.isEmpty { return self }
    var result = LineBatch()
    (result.stores, result.channels, result.advisors, result.categories) = (stores, channels, advisors, categories)
    var next = 0
    for row in 0..<count {
      if next < rows.count, rows[next] == row {
        next += 1
        continue
      }
      result.member.append(Array(member[row].utf8).span)
      result.day.append(day[row])
      result.add(second: second.isEmpty ? 0 : second[row])
      result.amount.append(amount[row])
      if !store.isEmpty { result.store.append(store[row]) }
      if !channel.isEmpty { result.channel.append(channel[row]) }
      if !advisor.isEmpty { result.advisor.append(advisor[row]) }
      if !category.isEmpty { result.category.append(category[row]) }
      if !quantity.isEmpty { result.quantity.append(quantity[row]) }
      if !discount.isEmpty { result.discount.append(discount[row]) }
      if !cost.isEmpty { result.cost.append(cost[row]) }
      if receipt.count > 0 { result.receipt.append(Array(receipt[row].utf8).span) }
      if original.count > 0 { result.original.append(Array(original[row].utf8).span) }
      if !fingerprint.isEmpty { result.fingerprint.append(fingerprint[row]) }
      result.endLine()
    }
    return result
  }
}
