public import Messages
import PlanLanguage
public import Quantities

/// Something that is not computed from the data, said by the user, with its range and its source.
public struct Assumption: Sendable, Equatable {
  /// What can be assumed.
  public enum Subject: String, CaseIterable, Sendable {
    case margin

    /// One line for help.
    public var summary: Message {
      switch self {
      case .margin:
        Message(
          "Share of an amount paid that is left after the goods, overall or for a category or store",
          zh: "实付金额扣除商品成本后的占比，可为整体，也可为某个品类或门店")
      }
    }
  }

  /// What is assumed.
  public var subject: Subject
  /// The category or store it is for; nil for all.
  public var part: String?
  /// The share assumed, or the range of it.
  public var value: Spread<Percent>
  /// Where it is from, in the user's words.
  public var because: String?

  /// `part` is what the subject is assumed of, such as a benefit's name; nil for all.
  public init(_ subject: Subject, of part: String? = nil, _ value: Spread<Percent>, because: String? = nil) {
    self.subject = subject
    self.part = part
    self.value = value
    self.because = because
  }

  /// `margin(连衣裙)`.
  public var title: String { subject.rawValue + (part.map { "(\(spelled(name: $0)))" } ?? "") }

  /// What a single figure is computed with: the value, or the middle of its range, in millionths.
  public var millionths: Int64 {
    let middle: Double =
      switch value {
      case .fixed(let share): share.fraction.approximation
      default: value.mean
      }
    return Int64((middle * 1_000_000).rounded())
  }
}
