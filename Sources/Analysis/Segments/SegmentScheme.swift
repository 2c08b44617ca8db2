public import Insight
public import Messages
public import PlanLanguage
public import Programme
public import Quantities

/// A built-in way to divide all members.
public enum SegmentScheme: String, PhrasedChoice {
  case rfm, pyramid, lifecycle, layers

  /// What it is called in other languages.
  public var aliases: [Alias] {
    switch self {
    case .rfm: [Alias(zh: "RFM分群")]
    case .pyramid: [Alias(zh: "金字塔")]
    case .lifecycle: [Alias(zh: "生命周期")]
    case .layers: [Alias(zh: "分层")]
    }
  }

  /// What people call it.
  public var title: Message {
    switch self {
    case .rfm: Message("RFM", zh: "RFM 分群")
    case .pyramid: Message("pyramid", zh: "客户金字塔")
    case .lifecycle: Message("life cycle", zh: "客户生命周期")
    case .layers: Message("layers", zh: "会员分层")
    }
  }

  /// The measure of conditions that asks for it.
  public var measure: SegmentMeasure {
    switch self {
    case .rfm: .rfm
    case .pyramid: .pyramid
    case .lifecycle: .lifecycle
    case .layers: .layers
    }
  }
}

/// All members divided by a scheme.
public struct Division {
  /// The scheme's own result.
  public enum Details {
    case rfm(RFM)
    case pyramid(Pyramid)
    case lifecycle(Lifecycle, LifecycleCuts)
    case layers(Layers)
  }

  /// The scheme.
  public let scheme: SegmentScheme
  /// Each member's class.
  public let classes: MemberClasses
  /// What people call the classes, in the order of `classes.names`.
  public let titles: [Message]
  /// What each member spent in the days that count.
  public let spend: [Int64]
  /// The days that count.
  public let days: DayRange
  /// The scheme's own result.
  public let details: Details
  /// What a reader must know of it.
  public var notes: [Message] = []
}
