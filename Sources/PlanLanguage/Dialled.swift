public import Messages
public import Quantities

/// A value with a number in it that `sweep` and `solve` can turn.
public protocol Dialled: Phrased {
  /// The number, with its unit; nil where the value holds none at present, such as a lifetime.
  var dial: Number? { get }
  /// The finest step that `solve` takes of its own accord, in the dial's unit: a cent, a point, a day.
  static var finestStep: Ratio { get }
  /// The value with its number at `number`; `current` brings what else it says.
  static func turned(_ current: Self?, to number: Number, at span: SourceSpan) throws(Diagnostic) -> Self
}

extension Dialled {
  /// For a value that is nothing but its number.
  public static func turned(_ current: Self?, to number: Number, at span: SourceSpan) throws(Diagnostic) -> Self {
    do { return try Self(Phrase(number.tokens(at: span), span: span)) } catch {
      throw Diagnostic(error.problem, at: span)
    }
  }
}

extension Number {
  /// As it would be written.
  public func tokens(at span: SourceSpan) -> [Token] {
    guard value.isNegative, let size = value.negated else { return [Token(.number(self), span)] }
    return [Token(.mark(.minus), span), Token(.number(Number(size, unit)), span)]
  }
}

extension Money: Dialled {
  /// The number that `sweep` and `solve` turn, with its unit; nil where there is none at present.
  public var dial: Number? { Number(major) }
  /// The finest step that `solve` takes of its own accord, in the unit of the dial.
  public static var finestStep: Ratio { Ratio(1, over: 100) ?? .one }
}

extension Points: Dialled {
  /// The number that `sweep` and `solve` turn, with its unit; nil where there is none at present.
  public var dial: Number? { Number(Ratio(count), .points) }
  /// The finest step that `solve` takes of its own accord, in the unit of the dial.
  public static var finestStep: Ratio { .one }
}

extension Count: Dialled {
  /// The number that `sweep` and `solve` turn, with its unit; nil where there is none at present.
  public var dial: Number? { Number(Ratio(value)) }
  /// The finest step that `solve` takes of its own accord, in the unit of the dial.
  public static var finestStep: Ratio { .one }
}

extension Percent: Dialled {
  /// The number that `sweep` and `solve` turn, with its unit; nil where there is none at present.
  public var dial: Number? { fraction.multiplied(by: Ratio(100)).map { Number($0, .percent) } }
  /// The finest step that `solve` takes of its own accord, in the unit of the dial.
  public static var finestStep: Ratio { Ratio(1, over: 100) ?? .one }
}

extension Multiplier: Dialled {
  /// The number that `sweep` and `solve` turn, with its unit; nil where there is none at present.
  public var dial: Number? { Number(factor, .multiplier) }
  /// The finest step that `solve` takes of its own accord, in the unit of the dial.
  public static var finestStep: Ratio { Ratio(1, over: 100) ?? .one }
}

extension CalendarDuration: Dialled {
  /// The number that `sweep` and `solve` turn, with its unit; nil where there is none at present.
  public var dial: Number? {
    switch self {
    case .days(let count): Number(Ratio(Int64(count)), .days)
    case .months(let count): Number(Ratio(Int64(count)), .months)
    }
  }
  /// The finest step that `solve` takes of its own accord, in the unit of the dial.
  public static var finestStep: Ratio { .one }
}
