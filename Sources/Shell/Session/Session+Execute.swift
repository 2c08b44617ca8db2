import Analysis
import Files
public import Messages
import Numerics
import PlanLanguage
import Programme
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
      let start = parser.offset
      do {
        let next: Statement?
        do throws(Diagnostic) { next = try parser.next() } catch {
          begin(SourceSpan(source, start..<max(start, parser.offset)).trimmed)
          throw error
        }
        guard let next else { return }
        begin(next.span)
        environment.speaks(settings.language)
        try Language.$current.withValue(settings.language) { try execute(next) }
      } catch let error as Diagnostic where environment.keepsGoing && error.code != .interrupted {
        note(error)
      }
    }
  }

  /// Tells an error and remembers that there was one.
  mutating func note(_ error: any Error) {
    let diagnostic =
      error as? Diagnostic ?? Diagnostic(FileProblem.cannotRead("?", reason: Message(verbatim: "\(error)"), near: nil))
    switch diagnostic.code {
    case .assertion: status = max(status, .assertionFailed)
    case .interrupted: status = max(status, .interrupted)
    default: status = max(status, .failed)
    }
    say {
      let error = analyst.files.relative(diagnostic.within(rounds))
      $0.complain(error)
      recorder?.say(error)
    }
  }

  /// Runs one statement; the session is as before where it fails.
  mutating func execute(_ written: Statement) throws {
    let start = times && rounds.isEmpty ? environment.now() : nil
    defer { if let start, times { tell(time: start, of: written) } }
    var next = self
    next.nesting += 1
    var effect = CommandEffect.nothing
    do {
      guard nesting < Session.nestingLimit else {
        throw Diagnostic(SyntaxProblem.nestedTooDeep(limit: Session.nestingLimit), at: written.verbSpan)
      }
      var statement = try next.substitutingVariables(in: written)
      let found = Result { () throws(Diagnostic) in
        try Registry.command(for: statement, mayBeShort: mayBeShort)
      }
      if case .success(let command) = found { effect = command.changes }
      if !effect.isSetting { try next.settleCurrency(of: statement) }
      let command = try found.get()
      statement = statement.spelling(command)
      let answer = try command.execute(statement, &next)
      // What was asked to stop while it could not look has not happened.
      if !effect.runsOthers { try job.check() }
      next.remember(definitions, changedBy: statement, effect, since: self)
      next.inputs.remember(loadedBy: statement, effect, in: next)
      if case .report(let report) = answer { next.lastReport = report }
      next.nesting = nesting
      self = next
      switch answer {
      case .report(let report), .view(let report):
        say {
          let report = analyst.files.relative(report)
          $0.emit(report, place(of: written), presentation)
          recorder?.say(report, presentation)
        }
      case .done(let word):
        let said = word + statement.discountsEchoed
        say {
          let said = analyst.files.relative(said.text)
          $0.acknowledge(said, presentation)
          recorder?.say(said)
        }
      case .nothing: break
      }
    } catch let error as Diagnostic {
      // What an included script did before it failed was told already, and stands.
      if effect.runsOthers {
        next.including = including
        next.rounds = rounds
        next.nesting = nesting
        next.remember(definitions, changedBy: written, effect, since: self)
        self = next
      }
      if case .expected(let expected, let found?)? = error.problem as? ReadingProblem, value(ofVariable: found) != nil {
        throw Diagnostic(ShellProblem.variableInBraces(found, expected: expected), at: error.span)
      }
      throw error.spelled(in: next.notation).placed(at: written.span.firstLine)
    }
  }

  /// A line between what one statement says again and again.
  func rule() {
    let line = String(repeating: presentation.glyphs == .ascii ? "-" : "─", count: 40)
    say { $0.acknowledge(line, presentation) }
  }

  /// Lets words out in the session's language, measured as its terminal shows them.
  func say(_ words: (Environment) -> Void) {
    Language.$current.withValue(settings.language) {
      AmbiguousWidth.$current.withValue(settings.ambiguous) { words(environment) }
    }
  }

  /// Keeps what is asked, for `history` and the transcript; not what a statement asks in its turn.
  private mutating func begin(_ span: SourceSpan) {
    guard nesting == 0 else { return }
    let typed = withoutSecrets(span.text)
    asked.append(typed)
    if asked.count > Session.askedLimit { asked.removeFirst() }
    recorder?.begin(span, typed)
  }

  /// The most statements within each other, through bodies and includes.
  private static let nestingLimit = 40

  /// How many statements `history` knows.
  private static let askedLimit = 1000

  /// In thousandths.
  private func seconds(since start: ContinuousClock.Instant) -> String {
    let thousandths = Int64(start.duration(to: environment.now()) / .milliseconds(1))
    return "\(grouped(thousandths / 1000)).\(String(String(thousandths % 1000 + 1000).dropFirst()))"
  }

  private func tell(time start: ContinuousClock.Instant, of statement: Statement) {
    let time = seconds(since: start)
    say { $0.remark(Message("time \(time) s  \(statement.verb)", zh: "用时 \(time) 秒  \(statement.verb)").text) }
  }

  private func place(of statement: Statement) -> String {
    let source = statement.span.source
    let line = source.position(of: statement.span.range.lowerBound).line
    return source.name.isEmpty ? String(line) : "\(source.name):\(line)"
  }
}

extension SourceSpan {
  /// As much of it as stands on its first line.
  var firstLine: SourceSpan {
    let line = source.line(at: range.lowerBound).range
    return SourceSpan(source, range.lowerBound..<max(range.lowerBound, min(range.upperBound, line.upperBound)))
  }
}
