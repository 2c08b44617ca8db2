/// What went wrong, as facts; the wording is written once, beside the declaration of the cases.
public protocol Problem: Sendable {
  var code: ErrorCode { get }
  /// One line, lower case, without a full stop: what is wrong.
  var message: String { get }
  /// What to do next, where there is something to say.
  var hint: String? { get }
}

extension Problem {
  public var hint: String? { nil }
}

/// A problem at a place: the only error a user ever sees.
public struct Diagnostic: Error, Sendable {
  public let problem: any Problem
  public var span: Span?
  /// What else to know of where it happened, innermost first: `in the round x = 3`.
  public var context: [String] = []

  public init(_ problem: some Problem, at span: Span? = nil) {
    self.problem = problem
    self.span = span
  }

  public var code: ErrorCode { problem.code }
  public var message: String { problem.message }
  public var hint: String? { problem.hint }

  /// The same problem, placed at `span` unless it has a place already.
  public func placed(at span: Span?) -> Diagnostic {
    var copy = self
    copy.span = self.span ?? span
    return copy
  }
}

/// Stable codes, for scripts that look at them and for `help E104`.
public enum ErrorCode: String, CaseIterable, Sendable {
  case syntax = "E101"
  case literal = "E102"
  case unit = "E103"
  case unknownName = "E104"
  case nameTaken = "E105"
  case value = "E106"
  case missing = "E107"
  case conflict = "E108"
  case range = "E109"
  case file = "E201"
  case noRows = "E202"
  case column = "E203"
  case encoding = "E204"
  case limit = "E205"
  case noData = "E301"
  case metric = "E302"
  case overflow = "E303"
  case assertion = "E401"
  case interrupted = "E402"

  public var summary: String {
    switch self {
    case .syntax:
      "The statement is not formed as the language asks: a bracket is open, or a word stands where none may."
    case .literal: "A number, date or time is not written as one."
    case .unit: "A value has another unit than the place asks for, such as a percent where money belongs."
    case .unknownName:
      "A verb, object, field or setting of this name does not exist. Nothing is ever created by a typo."
    case .nameTaken: "The name already stands for something else, so it could not be told apart."
    case .value: "The value is of the right kind but not one that is allowed here."
    case .missing: "Something that the statement or definition cannot do without is not there."
    case .conflict: "Two parts of a definition contradict each other."
    case .range: "A range ends before it starts, or holds nothing."
    case .file: "A file or database cannot be opened, read or written."
    case .noRows: "A file holds no data rows."
    case .column: "A column that is needed is not in the file, or is ambiguous."
    case .encoding: "The bytes of a file are not text in the encoding stated or detected."
    case .limit: "A stated limit was passed."
    case .noData: "The command needs data or definitions that the session does not have yet."
    case .metric: "The metric does not exist for this question."
    case .overflow: "A result would leave the range of exact arithmetic."
    case .assertion: "An assertion did not hold."
    case .interrupted: "The command was interrupted."
    }
  }
}
