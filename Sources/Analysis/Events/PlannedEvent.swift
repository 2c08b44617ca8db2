public import Messages
public import Planning
public import Programme
public import Quantities

/// A plan of an event with what it was made from.
public struct PlannedEvent {
  /// As it is defined.
  public let event: Event
  /// What was drawn.
  public let plan: EventPlan
  /// As it was asked for.
  public let seed: Int64
  /// The margin on sales.
  public let margin: Margin
  /// The last day that is history.
  public let asOf: Day

  /// The margin on sales, how it was said, and where it comes from.
  public struct Margin {
    /// Its range.
    public let spread: Spread<Percent>
    /// How it was said.
    public let text: Message
    /// Where it comes from.
    public let source: Message
  }

  /// The mean over the draws.
  public var incrementalMargin: Money { Money(nearest: plan.mean.incrementalMargin) }
  /// The mean over the draws.
  public var cost: Money { Money(nearest: plan.mean.cost) }
  /// So that the printed parts add up: incremental margin + cost.
  public var gross: Money { Money(minor: incrementalMargin.minor + cost.minor) }
}
