/// What went wrong, as facts; the wording is written once, beside the declaration of the cases.
public protocol Problem: Sendable {
  var code: ErrorCode { get }
  /// One line, lower case, without a full stop: what is wrong.
  var message: Message { get }
  /// What to do next, where there is something to say.
  var hint: Message? { get }
}

extension Problem {
  /// No advice, unless a problem gives some.
  public var hint: Message? { nil }
}

/// A problem at a place: the only error a user ever sees.
public struct Diagnostic: Error, Sendable {
  /// What went wrong, as facts.
  public let problem: any Problem
  /// Where; nil where no text is to blame.
  public var span: SourceSpan?
  /// What else to know of where it happened, innermost first: `in the round x = 3`.
  public var context: [Message] = []

  /// `problem` at a place of a text, or of none.
  public init(_ problem: some Problem, at span: SourceSpan? = nil) {
    self.problem = problem
    self.span = span
  }

  /// The problem's code.
  public var code: ErrorCode { problem.code }
  /// The problem's message.
  public var message: Message { problem.message }
  /// The problem's advice; nil where it has none.
  public var hint: Message? { problem.hint }

  /// The same problem, placed at `span` unless it has a place already.
  public func placed(at span: SourceSpan?) -> Diagnostic {
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

  /// Code and message in one line, without the place.
  public var summary: Message {
    switch self {
    case .syntax:
      Message(
        "The statement is not formed as the language asks: a bracket is open, or a word stands where none may.",
        zh: "语句不合语法：括号没有合上，或者某个词出现在不该出现的地方。")
    case .literal:
      Message(
        "A number, date or time is not written as one.",
        zh: "数字、日期或时间的写法不对。")
    case .unit:
      Message(
        "A value has another unit than the place asks for, such as a percent where money belongs.",
        zh: "值的单位与此处要求的不同，例如该写金额的地方写了百分比。")
    case .unknownName:
      Message(
        "A verb, object, field or setting of this name does not exist. Nothing is ever created by a typo.",
        zh: "没有这个名称的命令、对象、字段或设置。打错字不会凭空创建任何东西。")
    case .nameTaken:
      Message(
        "The name already stands for something else, so it could not be told apart.",
        zh: "这个名称已经代表别的东西，无法区分。")
    case .value:
      Message(
        "The value is of the right kind but not one that is allowed here.",
        zh: "值的类型正确，但这里不允许这样的值。")
    case .missing:
      Message(
        "Something that the statement or definition cannot do without is not there.",
        zh: "语句或定义缺少必不可少的部分。")
    case .conflict:
      Message(
        "Two parts of a definition contradict each other.",
        zh: "定义的两个部分互相矛盾。")
    case .range:
      Message(
        "A range ends before it starts, or holds nothing.",
        zh: "区间的结束早于开始，或者其中什么也没有。")
    case .file:
      Message(
        "A file or database cannot be opened, read or written.",
        zh: "文件或数据库无法打开、读取或写入。")
    case .noRows:
      Message(
        "A file holds no data rows.",
        zh: "文件中没有数据行。")
    case .column:
      Message(
        "A column that is needed is not in the file, or is ambiguous.",
        zh: "文件中缺少必需的列，或者无法确定是哪一列。")
    case .encoding:
      Message(
        "The bytes of a file are not text in the encoding stated or detected.",
        zh: "文件的字节不是所声明或识别出的编码的文本。")
    case .limit:
      Message(
        "A stated limit was passed.",
        zh: "超过了规定的上限。")
    case .noData:
      Message(
        "The command needs data or definitions that the session does not have yet.",
        zh: "命令需要的数据或定义，本次会话中还没有。")
    case .metric:
      Message(
        "The metric does not exist for this question.",
        zh: "这个问题没有该指标。")
    case .overflow:
      Message(
        "A result would leave the range of exact arithmetic.",
        zh: "结果会超出精确运算的范围。")
    case .assertion:
      Message(
        "An assertion did not hold.",
        zh: "断言不成立。")
    case .interrupted:
      Message(
        "The command was interrupted.",
        zh: "命令被中断。")
    }
  }
}
