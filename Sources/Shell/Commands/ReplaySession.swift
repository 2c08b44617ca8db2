import Analysis
import Files
import Messages
import Numerics
import PlanLanguage
import Reporting

/// `replay "f.txt" check`: a transcript's statements in a session of their own, and whether they still answer the same.
struct ReplaySession: Command {
  var path = Quoted()
  var checks = false

  static let syntax = Syntax<ReplaySession>(
    "replay",
    Message(
      "Runs a transcript's statements in a new session and fails where an answer differs",
      zh: "在新的会话中运行记录文件里的语句，回答不同就报错"), aliases: [Alias(zh: "重放")],
    [
      .argument(
        Label.file, \.path,
        Message("What `record` wrote; files are named from the current directory", zh: "`record` 写出的文件；路径从当前文件夹算起"),
        offers: .files),
      .flag("check", \.checks, Message("Compares the answers; it must be there", zh: "比较回答；必须写上")),
    ],
    examples: [
      Example("replay \"monday.txt\" check", shown: 1, files: ["monday.txt": "vip> let gold = 8,000\ngold = 8,000\n"])
    ])

  func run(in session: inout Session) throws -> Answer {
    guard checks else {
      throw Diagnostic(
        AnalysisProblem.missing(
          Message(verbatim: "`check`"), of: "replay",
          usage: Message("replay \"FILE\" check", zh: "replay \"文件\" check")), at: path.span?.end)
    }
    let file = session.analyst.files.reading(path)
    let text = try readText(file, at: path.span, job: session.job)
    guard let transcript = SessionText(text) else {
      throw Diagnostic(RecordingProblem.noTranscript(file), at: path.span)
    }
    let real = canonicalPath(file)
    guard !session.including.contains(real) else {
      throw Diagnostic(RecordingProblem.replaysItself(file), at: path.span)
    }
    let source = SourceText(text, name: session.analyst.files.relative(file))
    var answer: [String] = []
    var fresh = Session(ReplaySession.silenced(session))
    fresh.settings.language = transcript.language
    fresh.including = session.including + [real]
    fresh.replaying = fresh.including.count
    fresh.recorder = Recorder { piece in if case .said(let lines) = piece { answer += lines } }
    for exchange in transcript.exchanges {
      answer = []
      // After `quit` nothing answers any more.
      if !fresh.wantsToQuit { fresh.run(SourceText(exchange.statement, name: "")) }
      try session.job.check()
      if let problem = ReplaySession.difference(exchange, answer, source) { throw problem }
    }
    let count = transcript.exchanges.count
    var report = Report(
      verb: "replay",
      title: Message(
        "\(counted(count, "statement")) answered as recorded", zh: "\(grouped(Int64(count))) 条语句的回答与记录一致"))
    report.values = [.init(Heading("statements", Message("statements", zh: "语句数")), .count(Int64(count)))]
    report.showsValues = false
    return .report(report)
  }

  /// The first line that is another one; nil where all are the same.
  private static func difference(
    _ exchange: SessionText.Exchange, _ found: [String], _ source: SourceText
  ) -> Diagnostic? {
    // What a line holds is one line in the file, however it was wrapped.
    let found = found.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    let recorded = exchange.answer
    guard
      let row = (0..<max(found.count, recorded.count)).first(where: {
        $0 >= found.count || $0 >= recorded.count || found[$0] != recorded[$0]
      })
    else { return nil }
    let statement = exchange.statement.split(separator: "\n").first.map(String.init) ?? ""
    let line = row < recorded.count ? exchange.line + exchange.height + row : exchange.line
    var problem = Diagnostic(RecordingProblem.differs(statement), at: source.span(ofLine: line))
    func shown(_ lines: [String]) -> Message {
      row < lines.count ? Message(verbatim: lines[row]) : Message("(nothing more)", zh: "（没有更多）")
    }
    problem.context = [Message(verbatim: "- ") + shown(recorded), Message(verbatim: "+ ") + shown(found)]
    return problem
  }

  /// The environment of `session`, but nothing is told.
  private static func silenced(_ session: Session) -> Environment {
    var silent = session.environment
    silent.emit = { _, _, _ in }
    silent.acknowledge = { _, _ in }
    silent.complain = { _ in }
    silent.remark = { _ in }
    silent.job = session.job.silent
    silent.folder = session.analyst.files.folder
    return silent
  }
}

extension SourceText {
  /// A whole line, counted from 1.
  fileprivate func span(ofLine number: Int) -> SourceSpan {
    var start = 0
    for _ in 1..<max(number, 1) {
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      start = end + 1
    }
    return SourceSpan(self, line(at: start).range)
  }
}
