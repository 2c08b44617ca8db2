public import Quantities

/// Facts of a member that are texts.
public enum ProfileText: String, CaseIterable, Sendable {
  case name, phone, gender, family, store, advisor, tier
  /// The id of the member who brought this one.
  case referrer
}

/// Facts of a member that are days.
public enum ProfileDay: String, CaseIterable, Sendable {
  /// The day of joining.
  case joined
  /// Since when the member holds the imported tier.
  case tierSince
  /// At whose start the opening points are gone.
  case openingExpiry
}

/// Whole points, and the day at whose start they are gone; nil where the policy's rule decides.
public struct OpeningPoints: Sendable, Equatable {
  /// How many points the member began with.
  public let points: Int64
  /// When they expire; nil where that is not given.
  public let expiry: Day?
}
