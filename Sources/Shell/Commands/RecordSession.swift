import Files
import Quantities

/// `record "f.txt" [replace]` and `record off`
struct RecordSession: Command {
  var target = Target()
  var replace = false

  /// A file, or `off`.
  struct Target: Phrased {
    /// Nil for `off`.
    var path: Quoted?

    static var form: String { "\"FILE\" or off" }
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
    "record", "Writes every statement from here on with what it answers to a file, as at a prompt of 80 columns",
    [
      .argument("\"FILE\"|off", \.target, "The transcript; off ends it", .files),
      .flag("replace", \.replace, "Overwrites the file where it is there already"),
    ],
    examples: ["record \"monday.txt\"\nlet gold = 8,000\nrecord off"])

  func run(in session: inout Session) throws -> Answer {
    guard let path = target.path else {
      guard let log = session.log else { throw Diagnostic(RecordingProblem.nothingRecorded) }
      session.recorder = nil
      session.log = nil
      try log.finish(at: nil)
      return .done("recorded: \(log.path)")
    }
    if !session.rounds.isEmpty { throw Diagnostic(RecordingProblem.withinLoop, at: path.span) }
    if let log = session.log { throw Diagnostic(RecordingProblem.recordsAlready(log.path), at: path.span) }
    let log = try LogFile(session.place(of: path), at: path.span, replacing: replace)
    session.log = log
    session.recorder = Recorder { piece in
      switch piece {
      case .asked(let statement): log.append(SessionText.prompted(statement) + "\n")
      case .said(let lines): log.append(lines.joined(separator: "\n") + "\n")
      }
    }
    let isFresh = session.dataset == nil && session.definitions == Session(session.environment).definitions
    return .done(
      "recording to \(path.text)"
        + (isFresh ? "" : "\nnote: `replay` begins with an empty session, without what is loaded and defined by now"))
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

  var message: String {
    switch self {
    case .nothingRecorded: "nothing is being recorded"
    case .recordsAlready(let path): "this session is being recorded to \(path) already"
    case .noTranscript(let path): "\(path) is no transcript: its first line has no `vip> `"
    case .differs(let statement): "`\(statement)` answers otherwise than it was recorded"
    case .withinLoop: "a loop is recorded as one statement, so a transcript cannot begin within it"
    case .replaysItself(let path): "\(path) would replay itself"
    }
  }

  var hint: String? {
    switch self {
    case .nothingRecorded: "`record \"FILE\"` begins a transcript"
    case .recordsAlready: "`record off` ends it"
    case .noTranscript: "`record \"FILE\"` writes one"
    case .differs, .replaysItself: nil
    case .withinLoop: "say it before the loop"
    }
  }
}
