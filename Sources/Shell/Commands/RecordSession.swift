import Analysis
import Files
import Messages
import PlanLanguage

/// `record "f.txt" [replace]` and `record off`
struct RecordSession: Command {
  var target = Target()
  var replace = false

  /// A file, or `off`.
  struct Target: Phrased {
    /// Nil for `off`.
    var path: Quoted?

    static var form: Message { Message("\"FILE\" or off", zh: "\"文件\" 或 off") }
    static var candidates: [String] { ["off"] }

    init() {}

    init(from reader: inout PhraseReader) throws(Diagnostic) {
      if reader.accept(word: "off") { return }
      guard case .text? = reader.next?.kind else { throw reader.unexpected(Target.form) }
      path = try Quoted(from: &reader)
    }

    func text(in notation: Notation) -> String { path?.text(in: notation) ?? "off" }
  }

  static let syntax = Syntax<RecordSession>(
    "record",
    Message(
      "Writes every statement from here on with what it answers to a file, as at a prompt of 80 columns",
      zh: "把此后的每条语句及其回答写入文件，如同 80 列宽的提示符"), aliases: [Alias(zh: "录制")],
    [
      .argument(
        Message("\"FILE\"|off", zh: "\"文件\"|off"), \.target,
        Message("The transcript; off ends it", zh: "记录文件；off 结束记录"), offers: .files),
      .flag("replace", \.replace, .overwriting),
    ],
    examples: ["record \"monday.txt\"\nlet gold = 8,000\nrecord off"])

  func run(in session: inout Session) throws -> Answer {
    guard let path = target.path else {
      guard let log = session.log else { throw Diagnostic(RecordingProblem.nothingRecorded) }
      session.recorder = nil
      session.log = nil
      try log.finish(at: nil)
      return .done(Message("recorded: \(log.path)", zh: "已录制：\(log.path)"))
    }
    if !session.rounds.isEmpty { throw Diagnostic(RecordingProblem.withinLoop, at: path.span) }
    if let log = session.log { throw Diagnostic(RecordingProblem.recordsAlready(log.path), at: path.span) }
    let log = try LogFile(session.analyst.files.writing(path), at: path.span, replacing: replace)
    session.log = log
    log.append(SessionText.head(session.language))
    session.recorder = Recorder { piece in
      switch piece {
      case .asked(let statement): log.append(SessionText.prompted(statement) + "\n")
      case .said(let lines): log.append(lines.joined(separator: "\n") + "\n")
      }
    }
    var empty = Session(session.environment).definitions
    empty.settings.language = session.language
    let isFresh = session.dataset == nil && session.definitions == empty
    let note = Message(
      "`replay` begins with an empty session, without what is loaded and defined by now",
      zh: "`replay` 从空的会话开始，不含目前已载入和定义的内容")
    return .done(
      Message("recording to \(path.text)", zh: "正在录制到 \(path.text)"), notes: isFresh ? [] : [note])
  }
}

enum RecordingProblem: Problem {
  case nothingRecorded
  case recordsAlready(String)
  case noTranscript(String)
  case differs(String)
  case withinLoop
  case replaysItself(String)

  var code: ErrorCode {
    switch self {
    case .nothingRecorded: .noData
    case .recordsAlready: .conflict
    case .noTranscript: .syntax
    case .differs: .value
    case .withinLoop: .syntax
    case .replaysItself: .file
    }
  }

  var message: Message {
    switch self {
    case .nothingRecorded: Message("nothing is being recorded", zh: "没有在录制")
    case .recordsAlready(let path):
      Message("this session is being recorded to \(path) already", zh: "本次会话已经在录制到 \(path)")
    case .noTranscript(let path):
      Message("\(path) is no transcript: its first line has no `vip> `", zh: "\(path) 不是记录文件：第一行没有 `vip> `")
    case .differs(let statement):
      Message("`\(statement)` answers otherwise than it was recorded", zh: "`\(statement)` 的回答与记录的不同")
    case .withinLoop:
      Message(
        "a loop is recorded as one statement, so a transcript cannot begin within it", zh: "循环作为一条语句录制，所以不能在其中开始录制")
    case .replaysItself(let path): Message("\(path) would replay itself", zh: "\(path) 会重放它自己")
    }
  }

  var hint: Message? {
    switch self {
    case .nothingRecorded: Message("`record \"FILE\"` begins a transcript", zh: "`record \"文件\"` 开始录制")
    case .recordsAlready: Message("`record off` ends it", zh: "`record off` 结束录制")
    case .noTranscript: Message("`record \"FILE\"` writes one", zh: "`record \"文件\"` 写出记录文件")
    case .differs, .replaysItself: nil
    case .withinLoop: Message("say it before the loop", zh: "请写在循环之前")
    }
  }
}
