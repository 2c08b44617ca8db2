public import Messages

/// What can be wrong with the form of a text, before anyone asks what it means.
public enum SyntaxProblem: Problem {
  case strayCharacter(Character)
  case unclosedQuote
  case unclosedBracket(String)
  case strayBracket(String)
  case digitGroups(String)
  case minusNeedsBlanks(String)
  case badNumber(String)
  case noSuchDay(String)
  case noSuchTime(String)
  case numberTooLarge(String)
  case blockNotExpected(verb: String)
  case entryExpected(found: String)
  case valueMissing(of: String)
  case verbExpected(found: String)
  case afterBlock(String)
  case tooDeep(limit: Int)
  case nestedTooDeep(limit: Int)
  case bodyAfterElse(found: Message)
  case strayElse
  case bodyReadAsVariable(String)

  /// The code that the problem is listed under.
  public var code: ErrorCode {
    switch self {
    case .digitGroups, .minusNeedsBlanks, .badNumber, .noSuchDay, .noSuchTime: .literal
    case .numberTooLarge: .overflow
    case .tooDeep, .nestedTooDeep: .limit
    case .valueMissing: .missing
    case .strayCharacter, .unclosedQuote, .unclosedBracket, .strayBracket, .blockNotExpected, .entryExpected,
      .verbExpected, .afterBlock, .bodyAfterElse, .strayElse,
      .bodyReadAsVariable:
      .syntax
    }
  }

  /// What is wrong, in one sentence.
  public var message: Message {
    switch self {
    case .strayCharacter(let character):
      character.unicodeScalars.allSatisfy { $0.value < 32 }
        ? Message("a control character stands here", zh: "这里有一个控制字符")
        : Message("the character `\(character)` means nothing here", zh: "字符 `\(character)` 在这里没有意义")
    case .unclosedQuote: Message("this quote is not closed on its line", zh: "这个引号在本行没有闭合")
    case .unclosedBracket(let bracket): Message("this `\(bracket)` is not closed", zh: "这个 `\(bracket)` 没有闭合")
    case .strayBracket(let bracket): Message("this `\(bracket)` closes nothing", zh: "这个 `\(bracket)` 前面没有与之配对的括号")
    case .digitGroups(let text):
      Message("\(text) is not one number: digits group in threes", zh: "\(text) 不是一个数字：数字每三位一组")
    case .minusNeedsBlanks(let text): Message("\(text) can be read in two ways", zh: "\(text) 有两种读法")
    case .badNumber(let text): Message("\(text) is neither a number nor a name", zh: "\(text) 既不是数字也不是名称")
    case .noSuchDay(let text): Message("the calendar has no \(text)", zh: "日历上没有 \(text)")
    case .noSuchTime(let text): Message("the clock has no \(text)", zh: "没有 \(text) 这个时间")
    case .numberTooLarge(let text): Message("the number \(text) is too large", zh: "数字 \(text) 太大")
    case .blockNotExpected(let verb): Message("`\(verb)` takes no block", zh: "`\(verb)` 后面不带块")
    case .entryExpected(let found):
      Message(
        "expected `name = value` or a kind such as `tier NAME { … }`, found \(found)",
        zh: "这里应是 `名称 = 值` 或 `tier 名称 { … }` 之类，却是 \(found)")
    case .valueMissing(let name): Message("\(name) has no value", zh: "\(name) 没有值")
    case .verbExpected(let found):
      Message("a statement starts with a verb, not with \(found)", zh: "语句以命令开头，不能以 \(found) 开头")
    case .tooDeep(let limit):
      Message(
        "this statement has more than \(limit) brackets and operators in one part", zh: "这条语句的一个部分里，括号和运算符超过 \(limit) 个"
      )
    case .nestedTooDeep(let limit):
      Message("more than \(limit) statements stand within each other", zh: "语句嵌套超过 \(limit) 层")
    case .bodyAfterElse(let found):
      Message("expected `{` or `if` after `else`, found \(found)", zh: "`else` 之后应是 `{` 或 `if`，却是\(found)")
    case .strayElse: Message("this `else` follows no `if`", zh: "这个 `else` 前面没有 `if`")
    case .bodyReadAsVariable(let name):
      Message("`{\(name)}` stands for the value of a variable, and is no body", zh: "`{\(name)}` 代表变量的值，不是语句块")
    case .afterBlock(let found): Message("\(found) stands after the closing brace", zh: "\(found) 出现在右花括号之后")
    }
  }

  /// What to do next; nil where the message says it.
  public var hint: Message? {
    switch self {
    case .digitGroups: Message("put a blank after the comma if these are two numbers", zh: "如果是两个数字，请在逗号后加空格")
    case .minusNeedsBlanks: Message("put a blank on both sides of the minus sign to subtract", zh: "要做减法，请在减号两边加空格")
    case .badNumber:
      Message(
        "units are % pp x pt h d w mo y 元 折, after 万 or 亿 too; put quotes around a name",
        zh: "单位有 % pp x pt h d w mo y 元 折，也可跟在 万 或 亿 之后；名称请加引号")
    case .unclosedQuote: Message("put a \" after the text", zh: "在文字后面加上 \"")
    case .unclosedBracket(let bracket):
      SyntaxProblem.closing(bracket == "(" ? ")" : "}")
    case .verbExpected: Message("`help` lists the verbs", zh: "`help` 列出所有命令")
    case .tooDeep: Message("split it: `let NAME = …` keeps a part", zh: "请拆开：`let 名称 = …` 可保存其中一部分")
    case .bodyReadAsVariable(let name):
      Message("put blanks within the braces: { \(name) }", zh: "在花括号内侧加空格：{ \(name) }")
    case .strayElse: Message("write `} else {` on one line", zh: "把 `} else {` 写在同一行")
    case .nestedTooDeep: Message("let the inner ones be statements of their own", zh: "把里层的写成单独的语句")
    case .afterBlock: Message("start the next statement on a new line", zh: "下一条语句另起一行")
    case .strayCharacter(";"), .strayCharacter("；"): Message("a newline ends a statement", zh: "语句以换行结束")
    case .strayCharacter("?"), .strayCharacter("？"):
      Message(
        "`help` lists the verbs; at the prompt the key ? says what may come next",
        zh: "`help` 列出所有命令；在提示符下按 ? 键说明接下来可以写什么")
    case .strayCharacter: Message("put quotes around names with unusual characters", zh: "含特殊字符的名称请加引号")
    case .strayBracket, .noSuchDay, .noSuchTime, .numberTooLarge, .blockNotExpected, .entryExpected, .valueMissing,
      .bodyAfterElse:
      nil
    }
  }

  private static func closing(_ bracket: String) -> Message {
    Message("add the `\(bracket)` that belongs to it", zh: "补上与之配对的 `\(bracket)`")
  }
}
