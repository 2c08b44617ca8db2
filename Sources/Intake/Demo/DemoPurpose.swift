/// What the boutique's chance is drawn for. Every draw is keyed by (seed, purpose, member, step, draw).
enum DemoPurpose: UInt32 {
  /// Name, birthday and joining day; step 0.
  case person = 101
  /// How often a member comes, how easily they leave, their purse, home store and first visit; step 0.
  case character
  /// Whether a member leaves after a visit, else how long until the next; a step a visit.
  case visit
  /// Store, advisor, time and goods of a receipt; a step a receipt.
  case basket
  /// Whether, when and what a member takes back; a step a visit.
  case giveBack
  /// Who buys without a card; a step a receipt.
  case walkIn
}
