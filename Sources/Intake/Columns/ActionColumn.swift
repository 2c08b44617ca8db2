public import Messages

/// What a column of an actions table can mean.
public enum ActionColumn: String, ColumnRole {
  case member, date, time, kind, referrer, to, points, detail

  /// What the column says, for help.
  public var summary: Message {
    switch self {
    case .member: Message("who did it; for a referral, who came", zh: "做出行为的会员；推荐时为新来的人")
    case .date: Message("the day, with or without the time of day", zh: "日期，可带时间")
    case .time: Message("the time of day, or date and time together", zh: "时间，或者日期连同时间")
    case .kind: Message("what was done: check-in, review, complaint, redemption, …", zh: "做了什么：签到、评价、投诉、兑换……")
    case .referrer: Message("for a referral, the member who brought them", zh: "推荐时，带人来的会员")
    case .to: Message("for a transfer, the member whom the points are given to", zh: "转赠时，受赠的会员")
    case .points:
      Message("for a redemption or a transfer, how many points were spent or given", zh: "兑换或转赠时，用掉或转出多少积分")
    case .detail: Message("what it was about: the coupon, the event, the page", zh: "与什么有关：优惠券、活动、页面")
    }
  }

  /// Headers that mean it, the surest first.
  public var headers: [String] {
    switch self {
    case .member: PurchaseColumn.member.headers
    case .date:
      [
        "date", "action_date", "event_date", "redemption_date", "day", "日期", "发生日期", "行为日期", "互动日期", "核销日期", "兑换日期",
        "签到日期",
      ]
    case .time:
      [
        "time", "timestamp", "datetime", "action_time", "event_time", "时间", "发生时间", "行为时间", "互动时间", "核销时间", "兑换时间",
        "签到时间",
      ]
    case .kind:
      [
        "kind", "action", "action_type", "event_type", "behaviour", "behavior", "activity", "type", "event", "行为",
        "行为类型",
        "动作", "互动类型", "类型", "事件", "事件类型",
      ]
    case .referrer: ["referrer", "referrer_id", "referred_by", "inviter", "推荐人", "邀请人", "介绍人", "推荐人卡号"]
    case .to:
      [
        "to", "to_member", "recipient", "recipient_id", "receiver", "transfer_to", "受赠会员", "转入会员", "受赠人", "转入人",
        "受赠会员号", "转入会员号", "受赠卡号", "转入卡号",
      ]
    case .points: ["points", "points_redeemed", "points_used", "积分", "消耗积分", "使用积分", "兑换积分"]
    case .detail:
      [
        "detail", "coupon", "coupon_id", "coupon_upc", "campaign", "campaign_id", "event_name", "subject", "content",
        "券号",
        "优惠券", "活动", "活动名称", "内容", "备注",
      ]
    }
  }

  /// Day and time of the action.
  public static let dateRoles: [ActionColumn] = [.date, .time]
  /// What `load` calls such a table.
  public static let subject = "actions"
  /// Nothing is decided unless the user does.
  public static let defaultRowOptions = ActionRows()

  /// A table needs a member, a day or moment, and what was done.
  public static func needed(_ options: ActionRows) -> [[ActionColumn]] {
    [[.member], [.date, .time]] + (options.everyRow == nil ? [[.kind]] : [])
  }

  /// Day and time may stand in one column.
  public func mayShare(with other: ActionColumn) -> Bool { Set([self, other]) == [.date, .time] }
}

/// What is decided about the rows of an actions table.
public struct ActionRows: Sendable {
  /// What the file's own words are called here: `action 投诉 = "complaint"`.
  public var names: [String: String] = [:]
  /// What every row is, where no column says.
  public var everyRow: String?

  /// Nothing decided.
  public init() {}
}
