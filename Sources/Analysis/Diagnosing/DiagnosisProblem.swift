public import Messages
public import Quantities

/// What keeps a diagnosis from being made.
public enum DiagnosisProblem: Problem {
  case noStores
  case notEarlier(DayRange, than: DayRange)

  /// Of which sort it is.
  public var code: ErrorCode {
    switch self {
    case .noStores: .noData
    case .notEarlier: .range
    }
  }

  /// What is wrong, in words.
  public var message: Message {
    switch self {
    case .noStores: Message("the data have no store column", zh: "数据没有门店列")
    case .notEarlier(let earlier, let range):
      Message("\(earlier) does not end before \(range) begins", zh: "\(earlier) 没有在 \(range) 开始之前结束")
    }
  }

  /// What to do about it; nil where nothing can be said.
  public var hint: Message? {
    switch self {
    case .noStores:
      Message(
        "leave `store` out, or name the column when loading: store = HEADER", zh: "不写 `store`，或在载入时指明列：store = 表头")
    case .notEarlier:
      Message(
        "without `against` it is the equal range just before", zh: "不写 `against` 时为紧接在前的等长区间")
    }
  }
}
