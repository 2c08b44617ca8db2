import Programme
import Quantities

/// What `set` changes, declared as fields like any object's.
struct Settings: Sendable, Equatable {
  /// The currency of every amount; the first symbol seen decides where it is not set.
  var currency: Currency?
  /// What random draws are keyed by.
  var seed = Count(1)
  /// The as-of date, where it is not the last purchase date.
  var today: Day?

  /// Where rows that a load sets aside are written.
  var quarantine = QuarantineSetting.besideInput

  /// Whether the amounts of purchases that are loaded have the tax in them.
  var tax = TaxSetting(excluded: nil)

  static let fields: [Field<Settings>] = [
    Field("currency", \.currency, "The currency of every amount; else the first symbol seen"),
    Field("seed", \.seed, "What random draws are keyed by; the same seed gives the same result"),
    Field("today", \.today, "The as-of date; else the date of the last purchase"),
    Field("tax", \.tax, "Whether the amounts of files that are loaded include tax, or which tax is to be added"),
    Field("quarantine", \.quarantine, "Where rows that a load sets aside are written, to be mended"),
  ]
}
