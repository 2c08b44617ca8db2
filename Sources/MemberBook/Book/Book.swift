public import Quantities

/// Everything that was loaded, as columns: who bought, when, where and for how much.
public struct Book: Sendable {
  /// Who bought, by number.
  public internal(set) var members: Members
  /// The receipts.
  public internal(set) var purchases: Purchases
  /// What the receipts' lines say.
  public let lines: Lines
  /// Names of the stores by code.
  public let stores: NameTable
  /// Names of the categories by code.
  public let categories: NameTable
  /// Names of the channels by code.
  public let channels: NameTable
  /// Names of the advisors by code.
  public let advisors: NameTable
  /// The first and the last day of members' receipts and walk-ins alike.
  public let firstDay: Day
  /// The last of those days.
  public let lastDay: Day
  /// What became of the input's rows.
  public var findings: Findings
  /// What is known of the members themselves, by their numbers; nil where nothing was read.
  public var profiles: Profiles?
  /// What they did besides buying; nil where nothing was read.
  public internal(set) var actions: Actions?

  /// Whether the data had times of day: any other than midnight.
  public var hasTimes: Bool { !purchases.second.isEmpty }

  /// What the columns hold in memory, in bytes.
  public var byteCount: Int {
    members.byteCount + purchases.byteCount + lines.byteCount + (profiles?.byteCount ?? 0)
      + (actions?.byteCount ?? 0)
  }
}
