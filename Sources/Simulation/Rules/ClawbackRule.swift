import Quantities

/// Rule P7: what a return that names its purchase takes back of that purchase's points: in proportion to the money,
/// and no more than was issued by it and was not claimed by earlier returns.
struct ClawbackRule {
  let rounding: Rounding
  /// What the purchase came to, above 0, and what is returned of it, in minor units.
  let bought: Int64
  let returned: Int64

  /// What is claimed of `issued` points, of which `claimed` were before.
  func points(of issued: Int64, claimed: Int64) -> Int64 {
    let share = Int128(issued) * Int128(returned)
    return min(rounding.quotient(share, Int128(bought)) ?? .max, issued - claimed)
  }
}
