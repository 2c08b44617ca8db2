import Messages
public import PlanLanguage
public import Quantities

/// Something that is reached by what a window holds: thresholds, of which one is enough or all are needed.
public protocol Thresholded: Declared {
  var spend: Scheduled<Money> { get set }
  var visits: Scheduled<Count> { get set }
  var purchases: Scheduled<Count> { get set }
  var points: Scheduled<Points> { get set }
  /// By the names that actions have in the data.
  var actions: NamedValues<Count> { get set }
  var need: Need { get set }
}

extension Thresholded {
  /// Whether any of them is set.
  public var hasThreshold: Bool {
    spend.isSet || visits.isSet || purchases.isSet || points.isSet || actions.isSet
  }

  /// The days on which a threshold may begin to differ from the day before.
  public var boundaries: [Day] {
    spend.boundaries + visits.boundaries + purchases.boundaries + points.boundaries + actions.boundaries
  }

  /// The fields of the thresholds.
  static var thresholdFields: [Field<Self>] {
    [
      Field("spend", \.spend, Message("Net amount paid within the window, returns included", zh: "考察期内的实付净额，已减退货")),
      Field(
        "visits", \.visits,
        Message(
          "Days within the window with a purchase that was not wholly returned the same day", zh: "考察期内有购买且当天未全部退货的天数")),
      Field("purchases", \.purchases, Message("Receipts within the window, returns not counted", zh: "考察期内的小票数，不计退货")),
      Field(
        "points", \.points, Message("Points earned within the window, less those clawed back", zh: "考察期内获得的积分，减去因退货扣回的")
      ),
      Field(
        "actions", byEach: Message("action", zh: "行为"), \.actions,
        Message(
          "Actions of that name within the window, whether or not they earned points: actions(签到) = 10",
          zh: "考察期内该名称的行为次数，不论是否获得积分：actions(签到) = 10")),
      Field("need", \.need, Message("Whether one threshold is enough or all are needed", zh: "达到一项门槛即可，还是须全部达到")),
    ]
  }

  /// A spend threshold below 0.
  var negativeSpend: Inconsistency? {
    guard let low = spend.values.first(where: { $0 < .zero }) else { return nil }
    return Inconsistency(
      ReadingProblem.outOfBounds(low.text(in: nil), must: Message("0 or more", zh: "不小于 0")), at: ["spend"])
  }
}
