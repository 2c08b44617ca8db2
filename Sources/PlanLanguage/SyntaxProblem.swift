public import Quantities

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
  case bodyAfterElse(found: String)
  case strayElse
  case bodyReadAsVariable(String)

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

  public var message: String {
    switch self {
    case .strayCharacter(let character):
      character.unicodeScalars.allSatisfy { $0.value < 32 }
        ? "a control character stands here" : "the character `\(character)` means nothing here"
    case .unclosedQuote: "this quote is not closed on its line"
    case .unclosedBracket(let bracket): "this `\(bracket)` is not closed"
    case .strayBracket(let bracket): "this `\(bracket)` closes nothing"
    case .digitGroups(let text): "\(text) is not one number: digits group in threes"
    case .minusNeedsBlanks(let text): "\(text) can be read in two ways"
    case .badNumber(let text): "\(text) is neither a number nor a name"
    case .noSuchDay(let text): "the calendar has no \(text)"
    case .noSuchTime(let text): "the clock has no \(text)"
    case .numberTooLarge(let text): "the number \(text) is too large"
    case .blockNotExpected(let verb): "`\(verb)` takes no block"
    case .entryExpected(let found): "expected `name = value` or a kind such as `tier NAME { … }`, found \(found)"
    case .valueMissing(let name): "\(name) has no value"
    case .verbExpected(let found): "a statement starts with a verb, not with \(found)"
    case .tooDeep(let limit): "this statement has more than \(limit) brackets and operators in one part"
    case .nestedTooDeep(let limit): "more than \(limit) statements stand within each other"
    case .bodyAfterElse(let found): "expected `{` or `if` after `else`, found \(found)"
    case .strayElse: "this `else` follows no `if`"
    case .bodyReadAsVariable(let name): "`{\(name)}` stands for the value of a variable, and is no body"
    case .afterBlock(let found): "\(found) stands after the closing brace"
    }
  }

  public var hint: String? {
    switch self {
    case .digitGroups: "put a blank after the comma if these are two numbers"
    case .minusNeedsBlanks: "put a blank on both sides of the minus sign to subtract"
    case .badNumber: "units are % pp x pt h d w mo y 元 折, after 万 or 亿 too; put quotes around a name"
    case .unclosedQuote: "put a \" after the text"
    case .unclosedBracket(let bracket): "add the `\(bracket == "(" ? ")" : "}")` that belongs to it"
    case .verbExpected: "`help` lists the verbs"
    case .tooDeep: "split it: `let NAME = …` keeps a part"
    case .bodyReadAsVariable(let name): "put blanks within the braces: { \(name) }"
    case .strayElse: "write `} else {` on one line"
    case .nestedTooDeep: "let the inner ones be statements of their own"
    case .afterBlock: "start the next statement on a new line"
    case .strayCharacter(";"), .strayCharacter("；"): "a newline ends a statement"
    case .strayCharacter("?"), .strayCharacter("？"):
      "`help` lists the verbs; at the prompt the key ? says what may come next"
    case .strayCharacter: "put quotes around names with unusual characters"
    case .strayBracket, .noSuchDay, .noSuchTime, .numberTooLarge, .blockNotExpected, .entryExpected, .valueMissing,
      .bodyAfterElse:
      nil
    }
  }
}
