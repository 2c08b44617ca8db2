extension Purchases {
  /// Members' numbers at which at most `wanted` slices begin, and where the last one ends, with about as many receipts
  /// in each.
  public func sliceBounds(_ wanted: Int) -> [Int] {
    let members = max(start.count - 1, 0)
    let slices = max(1, min(wanted, members))
    let total = Int(start.last ?? 0)
    var bounds = [0]
    for slice in 1..<slices {
      let target = UInt32(total / slices * slice)
      var low = bounds[bounds.count - 1]
      var high = members
      while low < high {
        let middle = (low + high) / 2
        if start[middle] < target { low = middle + 1 } else { high = middle }
      }
      bounds.append(low)
    }
    return bounds + [members]
  }
}
