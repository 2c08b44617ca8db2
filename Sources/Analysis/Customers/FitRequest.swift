public import CustomerModels
public import Messages
public import PlanLanguage
public import Quantities

/// What `fit customers` was asked for; as it is where nobody asked.
public struct FitRequest: Sendable, Hashable {
  /// The first is the one that members are valued by.
  public var models: [ModelKind]
  /// The last day that counts; the as-of date without one.
  public var calibration: Day?
  /// What members are grouped by; nil for one fit of all.
  public var split: FitSplit?

  /// MBG/NBD of all members up to the as-of date, where nothing else is said.
  public init(models: [ModelKind] = [.mbg], calibration: Day? = nil, split: FitSplit? = nil) {
    self.models = models
    self.calibration = calibration
    self.split = split
  }
}

/// `to DATE`: the last day that a fit looks at.
public struct CalibrationDay: Phrased {
  /// The day.
  public let day: Day

  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("`to` and a date, such as to 2026-06-30", zh: "`to` 加日期，如 to 2026-06-30") }

  /// Reads it where the reader stands.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    try reader.expect(word: "to")
    day = try Day(from: &reader)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { "to \(day)" }
}

/// What members are grouped by for fits of their own.
public enum FitSplit: Phrased {
  /// The store of the first purchase: what comes later does not change a member's group.
  case store
  /// The year of joining; that of the first purchase where joining is not known.
  case joinYear
  /// A column of the members file.
  case attribute(Reference)

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message("store, join year or an attribute of members", zh: "store、join year 或会员属性")
  }

  /// Reads it where the reader stands.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    if reader.accept(words: "join year") {
      self = .joinYear
    } else if reader.accept(word: "store") {
      self = .store
    } else {
      self = .attribute(try Reference(of: "attribute", from: &reader))
    }
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    switch self {
    case .store: "store"
    case .joinYear: "join year"
    case .attribute(let name): name.text(in: notation)
    }
  }

  /// As a title says it.
  public var noun: Message {
    switch self {
    case .store: Message("store", zh: "门店")
    case .joinYear: Message("join year", zh: "入会年份")
    case .attribute(let name): Message(verbatim: name.text)
    }
  }
}

extension ModelKind: PhrasedChoice {}
