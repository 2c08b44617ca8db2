public import Messages
public import Quantities

/// What keeps the customer model from answering.
public enum CustomersProblem: Problem {
  /// Too few members bought on two days by the calibration day.
  case tooFew(repeatBuyers: Int, members: Int, through: Day)
  case calibrationBeforeData(Day, first: Day)
  case holdoutTooLong(from: Day, first: Day)
  case noStores
  case noAttribute(String, names: [String])
  case noMembers(DayRange)

  /// With fewer repeat buyers the parameters mean nothing.
  public static let fewestRepeatBuyers = 10

  /// Of which sort it is.
  public var code: ErrorCode {
    switch self {
    case .tooFew, .noStores, .noMembers: .noData
    case .calibrationBeforeData, .holdoutTooLong: .range
    case .noAttribute: .unknownName
    }
  }

  /// What is wrong, in words.
  public var message: Message {
    switch self {
    case .tooFew(let buyers, let members, let day):
      Message(
        "no model can be fitted: \(grouped(Int64(buyers))) of \(counted(members, "member")) bought on two days by \(day), and "
          + "\(CustomersProblem.fewestRepeatBuyers) are needed",
        zh: "无法拟合模型：到 \(day) 为止 \(grouped(Int64(members))) 名会员中有 \(grouped(Int64(buyers))) 名在两天购买过，至少需要 "
          + "\(CustomersProblem.fewestRepeatBuyers) 名")
    case .calibrationBeforeData(let day, let first):
      Message("nobody had bought by \(day): the data start on \(first)", zh: "到 \(day) 还没有人购买：数据从 \(first) 开始")
    case .holdoutTooLong(let day, let first):
      Message(
        "the holdout would begin on \(day), and leaves nothing to fit: the data start on \(first)",
        zh: "留出期将从 \(day) 开始，没有可拟合的数据：数据从 \(first) 开始")
    case .noStores: Message("the purchases have no store", zh: "购买数据中没有门店")
    case .noAttribute(let name, _): Message("members have no attribute named \(name)", zh: "会员没有名为 \(name) 的属性")
    case .noMembers(let range): Message("nobody bought over \(range)", zh: "\(range) 没有人购买")
    }
  }

  /// What to do about it; nil where nothing can be said.
  public var hint: Message? {
    switch self {
    case .tooFew:
      Message("a later calibration day, or a longer file, sees more purchases", zh: "把校准日往后移，或载入更长的数据，就能看到更多购买")
    case .calibrationBeforeData, .holdoutTooLong:
      Message("leave the model some months before that day", zh: "请给模型留出那天之前的几个月")
    case .noStores: Message("members can be grouped by join year, too: by join year", zh: "也可以按入会年份分组：by join year")
    case .noAttribute(let name, let names):
      didYouMean(name, among: names + ["store", "join year"])
        ?? Message(
          "there are: \(Message.list(["store", "join year"] + names))",
          zh: "可用：\(Message.list(["store", "join year"] + names))")
    case .noMembers: nil
    }
  }
}
