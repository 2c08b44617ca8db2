public import Messages
public import Planning
public import Programme
public import Quantities

/// A plan of an event with what it was made from.
public struct PlannedEvent {
  public let event: Event
  public let plan: EventPlan
  /// As it was asked for.
  public let seed: Int64
  public let margin: Margin
  public let asOf: Day

  /// The margin on sales, how it was said, and where it comes from.
  public struct Margin {
    public let spread: Spread<Percent>
    public let text: Message
    public let source: Message
  }

  /// The mean over the draws.
  public var incrementalMargin: Money { Money(nearest: plan.mean.incrementalMargin) }
  /// The mean over the draws.
  public var cost: Money { Money(nearest: plan.mean.cost) }
  /// So that the printed parts add up: incremental margin + cost.
  public var gross: Money { Money(minor: incrementalMargin.minor + cost.minor) }
}
