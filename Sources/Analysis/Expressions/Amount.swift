public import Messages
public import PlanLanguage
public import Programme
public import Quantities
import Simulation

/// What an expression comes to.
public enum Amount: Sendable, Equatable {
  case number(Ratio, Kind)
  case text(String)
  case day(Day)
  case truth(Bool)

  /// The unit of a number. Money is in major units.
  public enum Kind: String, Sendable {
    case plain, money, points, share, multiplier, duration

    /// In words, for errors.
    public var name: Message {
      switch self {
      case .plain: Message("a plain number", zh: "不带单位的数字")
      case .money: Message("money", zh: "金额")
      case .points: Message("points", zh: "积分")
      case .share: NumberUnit.percent.name
      case .multiplier: NumberUnit.multiplier.name
      case .duration: NumberUnit.days.name
      }
    }
  }

  /// The kind in words, for errors.
  public var kindName: Message {
    switch self {
    case .number(_, let kind): kind.name
    case .text: Message("a text", zh: "文字")
    case .day: Message("a date", zh: "日期")
    case .truth: Message("a condition", zh: "条件")
    }
  }

  /// As a person writes it.
  public func text(in notation: Notation) -> String {
    switch self {
    case .number(let value, let kind): kind.text(value, notation)
    case .text(let text): text
    case .day(let day): day.description
    case .truth(let holds): holds ? "true" : "false"
    }
  }

  /// As tokens that read as the same amount.
  ///
  /// Nil where a share as a percent leaves exact arithmetic.
  public func tokens(at span: SourceSpan) -> [Token]? {
    switch self {
    case .number(let value, let kind):
      let size = value.isNegative ? value.negated ?? value : value
      let unit: NumberUnit? =
        switch kind {
        case .plain, .money: nil
        case .points: .points
        case .share: .percent
        case .multiplier: .multiplier
        case .duration: .days
        }
      guard let shown = kind == .share ? size.multiplied(by: Ratio(100)) : size else { return nil }
      return (value.isNegative ? [Token(.mark(.minus), span)] : []) + [Token(.number(Number(shown, unit)), span)]
    case .text(let text): return [Token(.text(text), span)]
    case .day(let day): return [Token(.day(day), span)]
    case .truth(let holds): return [Token(.word(holds ? "true" : "false"), span)]
    }
  }
}

extension Amount.Kind {
  /// A number of this kind as a person writes it.
  public func text(_ value: Ratio, _ notation: Notation) -> String {
    let sign = value.isNegative ? "-" : ""
    let size = value.isNegative ? value.negated ?? value : value
    switch self {
    case .plain: return value.decimal()
    case .money:
      let figure = size.decimal(places: 4)
      // Cents come in twos.
      let hasOnlyTenths = figure.split(separator: ".").dropFirst().first?.count == 1 && !figure.hasSuffix("…")
      return sign + (notation.currency?.symbol ?? "") + figure + (hasOnlyTenths ? "0" : "")
    case .points: return value.decimal() + "pt"
    case .share:
      // A share so large that its percent is no exact number shows as a multiple.
      return value.multiplied(by: Ratio(100)).map { $0.decimal(places: 4) + "%" } ?? value.decimal() + " × 100%"
    case .multiplier: return value.decimal() + "x"
    case .duration: return value.decimal() + "d"
    }
  }
}

extension MetricUnit {
  /// The kind of number that a metric in this unit is.
  public var kind: Amount.Kind {
    switch self {
    case .count: .plain
    case .points: .points
    case .money: .money
    case .share: .share
    }
  }
}
