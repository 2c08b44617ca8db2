public import Messages

/// A whole script in canonical spelling, its comments kept: one statement or entry a line, two blanks of indentation for
/// each brace, single blank lines where there were any. A block that was written on one line stays on one.
public struct ScriptPrinter {
  private let source: SourceText
  private var comments: ArraySlice<SourceSpan>
  private var lines: [String] = []
  /// The row in the source that what was printed last ends in.
  private var lastRow = -1
  /// The longest line that a block may take.
  private static let width = 100

  /// - Throws: the first error of form.
  public static func lines(of source: SourceText, _ vocabulary: Vocabulary) throws(Diagnostic) -> [String] {
    var parser = Parser(source, vocabulary)
    var printer = ScriptPrinter(source, parser.comments[...])
    while let statement = try parser.next() { printer.print(statement, indent: "") }
    printer.flush(before: .max, indent: "")
    return printer.lines
  }

  private init(_ source: SourceText, _ comments: ArraySlice<SourceSpan>) {
    self.source = source
    self.comments = comments
  }

  private func row(_ offset: Int) -> Int { source.position(of: offset).line }

  /// Writes the comments that stand before `offset`, then a blank line where the source has one there.
  private mutating func flush(before offset: Int, indent: String, isEnd: Bool = false) {
    while let comment = comments.first, comment.range.lowerBound < offset {
      comments = comments.dropFirst()
      let row = row(comment.range.lowerBound)
      var text = comment.text
      while let last = text.last, last.isWhitespace { text.removeLast() }
      if row == lastRow, let line = lines.last {
        lines[lines.count - 1] = line + "  " + text
      } else {
        separate(row)
        lines.append(indent + text)
      }
      lastRow = row
    }
    if offset != .max, !isEnd { separate(row(offset)) }
  }

  private mutating func separate(_ row: Int) {
    if lastRow >= 0, row - lastRow > 1, let last = lines.last, !last.hasSuffix("{"), !last.isEmpty { lines.append("") }
  }

  private mutating func add(_ text: String, through offset: Int) {
    lines.append(text)
    lastRow = row(max(0, offset - 1))
  }

  private mutating func print(_ statement: Statement, indent: String) {
    flush(before: statement.span.range.lowerBound, indent: indent)
    let head = indent + ScriptPrinter.head(of: statement)
    if let block = statement.block {
      print(block, after: head, indent: indent)
    } else if let body = statement.body {
      print(body, after: head, indent: indent, isWhole: statement.otherwise == nil)
      if let otherwise = statement.otherwise { printElse(otherwise, indent: indent) }
    } else {
      add(head, through: statement.span.range.upperBound)
    }
  }

  private static func head(of statement: Statement) -> String {
    statement.verb + (statement.phrase.tokens.isEmpty ? "" : " " + text(of: statement.phrase.tokens))
  }

  /// Continues the line of the closing brace.
  private mutating func printElse(_ body: Body, indent: String) {
    let start = (lines.popLast() ?? indent + "}") + " else "
    guard let next = body.statements.first, next.span.range.lowerBound == body.span.range.lowerBound else {
      return print(body, after: String(start.dropLast()), indent: indent, isWhole: false)
    }
    // `else if`: the body is the statement.
    if let inner = next.body {
      print(inner, after: start + ScriptPrinter.head(of: next), indent: indent, isWhole: false)
      if let otherwise = next.otherwise { printElse(otherwise, indent: indent) }
    } else {
      add(start + ScriptPrinter.head(of: next), through: body.span.range.upperBound)
    }
  }

  private mutating func print(_ body: Body, after head: String, indent: String, isWhole: Bool) {
    let span = body.span
    if body.statements.count <= 1, isWhole, isOnOneLine(span) {
      let inner = body.statements.first.map(ScriptPrinter.inline) ?? ""
      let line = head + (inner.isEmpty ? " { }" : " { \(inner) }")
      if ScriptPrinter.columns(line) <= ScriptPrinter.width { return add(line, through: span.range.upperBound) }
    }
    add(head + " {", through: span.range.lowerBound + 1)
    for statement in body.statements { print(statement, indent: indent + "  ") }
    flush(before: span.range.upperBound, indent: indent + "  ", isEnd: true)
    add(indent + "}", through: span.range.upperBound)
  }

  private mutating func print(_ block: Block, after head: String, indent: String) {
    let span = block.span
    if isOnOneLine(span) {
      let line = head + " " + ScriptPrinter.inline(block)
      if ScriptPrinter.columns(line) <= ScriptPrinter.width { return add(line, through: span.range.upperBound) }
    }
    add(head + " {", through: span.range.lowerBound + 1)
    for entry in block.entries {
      flush(before: entry.span.range.lowerBound, indent: indent + "  ")
      let start = indent + "  " + ScriptPrinter.head(of: entry)
      if case .child(_, _, _, let inner?) = entry.content {
        print(inner, after: start, indent: indent + "  ")
      } else {
        add(start, through: entry.span.range.upperBound)
      }
    }
    flush(before: span.range.upperBound, indent: indent + "  ", isEnd: true)
    add(indent + "}", through: span.range.upperBound)
  }

  private func isOnOneLine(_ span: SourceSpan) -> Bool {
    row(span.range.lowerBound) == row(max(span.range.lowerBound, span.range.upperBound - 1))
  }

  // MARK: on one line

  private static func inline(_ statement: Statement) -> String {
    var text = head(of: statement)
    if let block = statement.block { text += " " + inline(block) }
    for (word, body) in [("", statement.body), (" else", statement.otherwise)] {
      guard let body else { continue }
      text += word + " { " + body.statements.map(inline).joined(separator: " ") + " }"
    }
    return text
  }

  private static func inline(_ block: Block) -> String {
    let entries = block.entries.map { entry -> String in
      guard case .child(_, _, _, let inner?) = entry.content else { return head(of: entry) }
      return head(of: entry) + " " + inline(inner)
    }
    return entries.isEmpty ? "{ }" : "{ " + entries.joined(separator: ", ") + " }"
  }

  private static func head(of entry: Entry) -> String {
    switch entry.content {
    case .assignment(let path, let value, let during):
      path.map(Printer.step).joined(separator: ".") + " = " + text(of: value.tokens)
        + (during.map { " during " + text(of: $0.tokens) } ?? "")
    case .child(let kind, let name, let value, _):
      kind + (name.map { " " + text(of: $0.tokens) } ?? "") + (value.map { " = " + text(of: $0.tokens) } ?? "")
    }
  }

  /// Bare digits stay as they are: they may be a year, or a name.
  private static func text(of tokens: [Token]) -> String {
    Printer.text(of: tokens) { token in
      let typed = token.span.text
      return typed.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? typed : token.kind.text
    }
  }

  /// How wide a text is, about: what is not of Europe counts twice.
  private static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }
}
