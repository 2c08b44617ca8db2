public import Messages
import PlanLanguage
public import Programme
import Quantities

/// The stage of every member's life as a customer.
public struct Lifecycle: Sendable {
  public enum Stage: UInt8, CaseIterable, Sendable {
    case newcomer, care, satisfaction, retention, dormant, lost, none

    /// As it is written in conditions.
    public var name: String { title.text(in: .english) }

    public var title: Message {
      switch self {
      case .newcomer: Message("newcomer", zh: "新客")
      case .care: Message("care", zh: "关怀期")
      case .satisfaction: Message("satisfaction", zh: "满意期")
      case .retention: Message("retention", zh: "挽留期")
      case .dormant: Message("dormant", zh: "沉睡")
      case .lost: Message("lost", zh: "流失")
      case .none: Message("no_purchase", zh: "未购买")
      }
    }
  }

  /// By member: the stage's raw value.
  public let stages: [UInt8]
  /// The percentile that members with few gaps are held against; nil where nobody is, or nobody has a gap.
  public let pooled: Int?
  /// How many members were held against it.
  public let pooledMembers: Int

  /// `summary` was made with `cuts.rhythm`'s.
  public init(_ summary: MemberSummary, _ cuts: LifecycleCuts) {
    let asOf = summary.days.last
    func days(_ duration: CalendarDuration) -> Int32 { Int32(clamping: asOf - (asOf - duration)) }
    let rhythm = cuts.gauge
    let fixed: [Int32]? = if case .days(let lengths) = cuts.rhythm { lengths.map(days) } else { nil }
    let (newcomer, care) = (fixed?[0] ?? days(cuts.newcomer), fixed == nil ? days(cuts.care) : 0)
    let own = summary.pooledGaps.reduce(0, +) == 0 ? nil : rhythm?.percentile(summary.pooledGaps)
    var stages = [UInt8](repeating: Stage.none.rawValue, count: summary.count)
    var pooledMembers = 0
    for member in stages.indices {
      guard let gap = summary.recency(of: member) else { continue }
      let age = summary.asOf - summary.first[member]
      let stage: Stage
      if age <= newcomer {
        stage = .newcomer
      } else if age <= care {
        stage = .care
      } else if let fixed {
        stage = gap <= fixed[1] ? .satisfaction : gap <= fixed[2] ? .retention : gap <= fixed[3] ? .dormant : .lost
      } else {
        var verdict = summary.verdicts[member]
        if verdict == Rhythm.undecided {
          pooledMembers += 1
          // Where nobody ever came back, nobody is expected to.
          verdict = own.flatMap { rhythm?.verdict(gap: Int(gap), percentile: $0) } ?? Rhythm.lost
        }
        stage = Lifecycle.stages[Int(verdict)]
      }
      stages[member] = stage.rawValue
    }
    self.stages = stages
    pooled = pooledMembers > 0 ? own : nil
    self.pooledMembers = pooledMembers
  }

  /// By a rhythm's verdict.
  private static let stages: [Stage] = [.satisfaction, .retention, .dormant, .lost]

  public var classes: MemberClasses {
    MemberClasses(
      names: Stage.allCases.map(\.name), of: stages,
      aliases: Stage.allCases.map { Alias(zh: $0.title.text(in: .simplified)).forms })
  }
}

extension LifecycleCuts {
  /// How members' own gaps are judged; nil where fixed lengths of time decide.
  public var gauge: Rhythm? {
    guard rhythm == .own else { return nil }
    return Rhythm(
      few: Int(clamping: few.value), share: percentile.fraction, dormant: dormant.factor, lost: lost.factor)
  }
}
