public import Quantities

/// Everything that was loaded, as columns: who bought, when, where and for how much.
public struct Book: Sendable {
  public internal(set) var members: Members
  public internal(set) var purchases: Purchases
  public let lines: Lines
  public let stores: NameTable
  public let categories: NameTable
  public let channels: NameTable
  public let advisors: NameTable
  /// The first and the last day of members' receipts and walk-ins alike.
  public let firstDay: Day
  public let lastDay: Day
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
