import Analysis
import MemberBook
public import Messages
import PlanLanguage
import Programme
import Quantities
import Simulation

extension Session {
  /// Gives a script's parameter its value, `--let name=value`: anything that is one literal stands as such, and
  /// everything else as a text.
  /// - Throws: where the name cannot be a variable's.
  public mutating func set(parameter name: String, to value: String) throws(Diagnostic) {
    try checkVariable(name, at: nil)
    let source = SourceText(value, name: "--let")
    let lexer = Lexer(source)
    if lexer.faults.isEmpty, lexer.tokens.count == 1, let token = lexer.tokens.first, !token.kind.isPunctuation {
      variables[name] = [token]
    } else if lexer.faults.isEmpty, lexer.tokens.isRangeOrNegative {
      variables[name] = lexer.tokens
    } else {
      variables[name] = [Token(.text(value), SourceSpan(source, 0..<source.bytes.count))]
    }
  }

  /// - Throws: where `name` is no plain word, or stands for something else.
  func checkVariable(_ name: String, at span: SourceSpan?) throws(Diagnostic) {
    guard spelled(name: name) == name, !name.isEmpty else {
      throw Diagnostic(ShellProblem.notAVariableName(name), at: span)
    }
    // A Chinese alias gives way: a variable of that name is what is meant.
    if Metric.all.contains(where: { $0.name == name }) || Findings().count(named: name) != nil {
      throw Diagnostic(ShellProblem.nameInUse(name, by: Message("metric", zh: "指标")), at: span)
    }
    if rounds.contains(where: { $0.name == name }) {
      throw Diagnostic(ShellProblem.nameInUse(name, by: Message("running loop's variable", zh: "正在运行的循环的变量")), at: span)
    }
    if let kind = programme.kind(ofObject: name) {
      throw Diagnostic(ShellProblem.nameInUse(name, by: kind.noun), at: span)
    }
  }

  /// The statement with every `{name}` replaced by the variable's value.
  func substitutingVariables(in statement: Statement) throws(Diagnostic) -> Statement {
    var result = statement
    result.phrase = try substituting(statement.phrase)
    if let block = statement.block { result.block = try substituting(block) }
    return result
  }

  private func substituting(_ block: Block) throws(Diagnostic) -> Block {
    var entries: [Entry] = []
    for entry in block.entries {
      var changed = entry
      switch entry.content {
      case .assignment(let path, let value, let during):
        changed.content = .assignment(
          path: try path.map { (step) throws(Diagnostic) in try substituting(step) }, value: try substituting(value),
          during: try during.map { (phrase) throws(Diagnostic) in try substituting(phrase) })
      case .child(let kind, let name, let value, let inner):
        changed.content = .child(
          kind: kind, name: try name.map { (phrase) throws(Diagnostic) in try substituting(phrase) },
          value: try value.map { (phrase) throws(Diagnostic) in try substituting(phrase) },
          block: try inner.map { (block) throws(Diagnostic) in try substituting(block) })
      }
      entries.append(changed)
    }
    return Block(entries: entries, span: block.span)
  }

  private func substituting(_ step: PathStep) throws(Diagnostic) -> PathStep {
    guard step.name.contains("{") || step.arguments.contains(where: { $0.contains("{") }) else { return step }
    return PathStep(
      try interpolating(step.name, at: step.span),
      arguments: try step.arguments.map { (name) throws(Diagnostic) in try interpolating(name, at: step.span) },
      span: step.span)
  }

  private func substituting(_ phrase: Phrase) throws(Diagnostic) -> Phrase {
    var tokens: [Token] = []
    var previous: Token.Kind?
    for token in phrase.tokens {
      defer { previous = token.kind }
      switch token.kind {
      case .reference(let name): tokens += try value(of: name, at: token.span).map { Token($0.kind, token.span) }
      case .text(let text) where text.contains("{"):
        // A connection string has braces of its own, `Driver={…}`.
        let isConnection = previous == .word("odbc")
        tokens.append(
          Token(.text(try interpolating(text, at: token.span, keepsUnknown: isConnection)), token.span))
      case .word, .text, .number, .day, .month, .quarter, .monthDay, .time, .mark, .newline: tokens.append(token)
      }
    }
    return Phrase(tokens, span: phrase.span)
  }

  private func value(of name: String, at span: SourceSpan) throws(Diagnostic) -> [Token] {
    guard let tokens = value(ofVariable: name) else {
      let names = Set(variables.keys).union(rounds.map(\.name)).sorted()
      throw Diagnostic(ShellProblem.unknownVariable(name, names: names), at: span)
    }
    return tokens
  }

  /// `{name}` in a text; a brace that holds no name stays as it is, and with `keepsUnknown` one that holds no variable's.
  private func interpolating(_ text: String, at span: SourceSpan, keepsUnknown: Bool = false) throws(Diagnostic)
    -> String
  {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      let inner = rest[rest.index(after: open)...]
      let name = inner.prefix { $0.unicodeScalars.allSatisfy(isNamePart) }
      guard !name.isEmpty, inner.dropFirst(name.count).first == "}" else {
        result += "{"
        rest = inner
        continue
      }
      if keepsUnknown, variables[String(name)] == nil {
        result += "{" + name + "}"
        rest = inner.dropFirst(name.count + 1)
        continue
      }
      result += try value(of: String(name), at: span).plainText
      rest = inner.dropFirst(name.count + 1)
    }
    return result + rest
  }

  /// The first currency symbol seen is the session's; any other is an error that names both.
  mutating func settleCurrency(of statement: Statement) throws(Diagnostic) {
    for token in statement.allTokens {
      guard case .number(let number) = token.kind, case .money(let currency)? = number.unit else { continue }
      if let own = settings.currency, own != currency {
        throw Diagnostic(ShellProblem.otherCurrency(found: currency, session: own), at: token.span)
      }
      settings.currency = currency
    }
  }
}

extension [Token] {
  /// As it stands within a text: without quotes.
  var plainText: String {
    guard let first, count > 1 else { return first?.kind.plainText ?? "" }
    return first.kind == .mark(.minus) ? map(\.kind.text).joined() : Printer.text(of: self)
  }

  /// `1..5` or `-5`.
  fileprivate var isRangeOrNegative: Bool {
    (count == 3 && self[1].kind == .mark(.range)) || (count == 2 && self[0].kind == .mark(.minus))
  }
}

extension Token.Kind {
  /// As it stands within a text: without quotes.
  var plainText: String {
    if case .text(let text) = self { text } else { text }
  }

  fileprivate var isPunctuation: Bool {
    switch self {
    case .mark, .newline, .reference: true
    case .word, .text, .number, .day, .month, .quarter, .monthDay, .time: false
    }
  }
}

extension Statement {
  /// What the discounts written as tenths paid mean, for the word after the statement: `9折 is 10% off`.
  var discountsEchoed: Message {
    let echoes = allTokens.compactMap { token -> Message? in
      guard case .number(let number) = token.kind, number.unit == .tenthsPaid, let off = number.off else { return nil }
      return Message(
        "\n\(number.text) is \(Percent(fraction: off)) off", zh: "\n\(number.text) 即减 \(Percent(fraction: off))")
    }
    return .sentence(echoes, separator: .empty)
  }

  fileprivate var allTokens: [Token] { phrase.tokens + (block.map { $0.allTokens } ?? []) }
}

extension Block {
  fileprivate var allTokens: [Token] {
    entries.flatMap { entry -> [Token] in
      switch entry.content {
      case .assignment(_, let value, let during): value.tokens + (during?.tokens ?? [])
      case .child(_, let name, let value, let block):
        (name?.tokens ?? []) + (value?.tokens ?? []) + (block?.allTokens ?? [])
      }
    }
  }
}
