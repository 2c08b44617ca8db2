import Files
import PlanLanguage
public import Quantities
import Reporting

extension Session {
  /// Runs every statement of `source`, telling results and errors as they come. Stops at the first error unless the
  /// environment keeps going.
  public mutating func run(_ source: SourceText) {
    do { try execute(source) } catch { note(error) }
  }

  /// Runs every statement of `source`.
  /// - Throws: the first error, unless the environment keeps going: then errors are told on the way.
  mutating func execute(_ source: SourceText) throws {
    var parser = Parser(source, vocabulary)
    while !wantsToQuit {
      do {
        guard let statement = try parser.next() else { return }
        try execute(statement)
      } catch let error as Diagnostic where environment.keepsGoing && error.code != .interrupted {
        note(error)
      }
    }
  }

  /// Tells an error and remembers that there was one.
  mutating func note(_ error: any Error) {
    let diagnostic = error as? Diagnostic ?? Diagnostic(FileProblem.cannotRead("?", reason: "\(error)", near: nil))
    switch diagnostic.code {
    case .assertion: status = max(status, .assertionFailed)
    case .interrupted: status = max(status, .interrupted)
    default: status = max(status, .failed)
    }
    say { $0.complain(diagnostic) }
  }

  /// Runs one statement; the session is as before where it fails.
  mutating func execute(_ written: Statement) throws {
    var next = self
    do {
      let statement = try next.substitutingVariables(in: written)
      try next.settleCurrency(of: statement)
      let command = try Registry.command(for: statement, isTyped: isTyped)
      let answer = try command.execute(statement, &next)
      // What was asked to stop while it could not look has not happened.
      try environment.stop.check()
      next.remember(definitions, changedBy: statement)
      if case .report(let report) = answer { next.lastReport = report }
      self = next
      switch answer {
      case .report(let report), .view(let report): say { $0.emit(report, place(of: written), presentation) }
      case .done(let word): say { $0.acknowledge(word + statement.discountsEchoed, presentation) }
      case .nothing: break
      }
    } catch let error as Diagnostic {
      // What an included script did before it failed was told already, and stands.
      if ["include", "edit"].contains(written.verb) {
        let depth = including
        self = next
        including = depth
      }
      if case .expected(let expected, let found?)? = error.problem as? ReadingProblem, variables[found] != nil {
        throw Diagnostic(ShellProblem.variableInBraces(found, expected: expected), at: error.span)
      }
      throw error.placed(at: written.span.firstLine)
    }
  }

  /// Lets words out, measured as the session's terminal shows them.
  func say(_ words: (Environment) -> Void) {
    AmbiguousWidth.$current.withValue(settings.ambiguous) { words(environment) }
  }

  private func place(of statement: Statement) -> String {
    let source = statement.span.source
    let line = source.position(of: statement.span.range.lowerBound).line
    return source.name.isEmpty ? String(line) : "\(source.name):\(line)"
  }
}

extension Span {
  /// As much of it as stands on its first line.
  var firstLine: Span {
    let line = source.line(at: range.lowerBound).range
    return Span(source, range.lowerBound..<max(range.lowerBound, min(range.upperBound, line.upperBound)))
  }
}
