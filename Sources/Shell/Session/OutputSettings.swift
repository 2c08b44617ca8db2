import Analysis
public import Messages
public import PlanLanguage
public import Reporting

extension OutputFormat: PhrasedChoice {}

/// `auto`, or what charts are drawn with.
enum ChartSetting: String, PhrasedChoice {
  case auto, blocks, ascii

  /// Nil where the terminal decides.
  var glyphs: GlyphSet? { GlyphSet(rawValue: rawValue) }
}

/// `auto` is the environment's $PAGER, else `less` where it is there.
extension PagerChoice: Phrased {
  public static var form: Message { Message("auto · off · \"COMMAND\"", zh: "auto · off · \"命令\"") }
  public static var candidates: [String] { ["auto", "off"] }

  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    if reader.accept(word: "auto") {
      self = .standard
    } else if reader.accept(word: "off") {
      self = .off
    } else {
      guard case .text? = reader.next?.kind else { throw reader.unexpected(PagerChoice.form) }
      let (place, command) = (reader.here, try Quoted(from: &reader).text)
      // An empty command would swallow what it is to show.
      guard command.contains(where: { !$0.isWhitespace }) else {
        throw Diagnostic(ReadingProblem.notOneOf(found: quoted(command), options: PagerChoice.candidates), at: place)
      }
      self = .command(command)
    }
  }

  public func text(in notation: Notation) -> String {
    switch self {
    case .off: "off"
    case .standard: "auto"
    case .command(let command): quoted(command)
    }
  }
}

extension AmbiguousWidth: Phrased {
  public static var form: Message { Message(verbatim: "1 · 2") }
  public static var candidates: [String] { ["1", "2"] }

  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let place = reader.here
    let count = try Count(from: &reader)
    guard let width = AmbiguousWidth(rawValue: Int(clamping: count.value)) else {
      throw Diagnostic(
        ReadingProblem.notOneOf(found: count.text(in: Notation()), options: AmbiguousWidth.candidates), at: place)
    }
    self = width
  }

  public func text(in notation: Notation) -> String { String(rawValue) }
}
