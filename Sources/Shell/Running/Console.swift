import Analysis
public import Messages
public import Numerics
import Programme
public import Quantities
public import Reporting

/// Where a session's words go, as text for people or as JSON lines for programs.
public struct Console {
  public enum Format: Sendable {
    case text, json
  }

  let format: Format
  /// Columns to fit tables into, asked anew each time; nil for as wide as they come.
  let width: () -> Int?
  let color: Bool
  /// What charts are drawn with where no setting says.
  let glyphs: GlyphSet
  /// Takes one line for standard output, or for standard error.
  let out: (String) -> Void
  /// Shows lines a page at a time where they are too many for the screen; false where it did not.
  let page: ([String], PagerChoice) -> Bool
  let err: (String) -> Void

  public init(
    format: Format, width: @escaping () -> Int?, color: Bool, glyphs: GlyphSet = .blocks,
    out: @escaping (String) -> Void,
    err: @escaping (String) -> Void, page: @escaping ([String], PagerChoice) -> Bool = { _, _ in false }
  ) {
    self.format = format
    self.width = width
    self.color = color
    self.glyphs = glyphs
    self.out = out
    self.err = err
    self.page = page
  }

  /// A session that speaks here. JSON carries results and errors only; what was merely done is for people.
  ///
  /// `folder` is what it takes for the current directory; nil for the process's own.
  public func session(
    today: Day?, job: Job, keepsGoing: Bool, keepsQuarantine: Bool = true, errorsInColor: Bool = false,
    folder: String? = nil, speaks: @escaping (Language) -> Void = { _ in }
  ) -> Session {
    let console = self
    var session = Session(
      Environment(
        today: today, job: job, keepsGoing: keepsGoing, keepsQuarantine: keepsQuarantine,
        emit: { report, source, presentation in
          let format = console.format == .json ? .json : presentation.format
          let lines = console.lines(report, source, presentation, as: format)
          if console.format == .json || !console.page(lines, presentation.pager) { lines.forEach(console.out) }
          if format == .csv { for note in report.notes { console.err(visible(Message.note(note).text)) } }
        },
        acknowledge: { word, presentation in
          guard console.format == .text else { return }
          for line in Console.lines(word, width: console.width()) {
            if presentation.format.isForPrograms { console.err(line) } else { console.out(line) }
          }
        },
        complain: { error in
          if console.format == .json { console.out(JSONRenderer.line(error)) }
          for line in DiagnosticText.lines(error, width: console.width(), color: errorsInColor) { console.err(line) }
        }))
    session.environment.remark = { for line in Console.lines($0, width: console.width()) { console.err(line) } }
    session.environment.speaks = speaks
    session.analyst.files.folder = folder
    return session
  }
}

extension Console {
  /// What was said, as it stands on the screen.
  static func lines(_ word: String, width: Int?) -> [String] {
    word.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrapped(visible(String($0)), to: width) }
  }

  func lines(
    _ report: Report, _ source: String, _ presentation: Presentation, as format: OutputFormat
  ) -> [String] {
    switch format {
    case .json: [JSONRenderer.line(report, source: source)]
    case .csv: CSVRenderer.lines(report)
    case .markdown: MarkdownRenderer(currency: presentation.currency).lines(report) + (report.notes.isEmpty ? [] : [""])
    case .table:
      TextRenderer(
        currency: presentation.currency, width: width(), color: color, glyphs: presentation.glyphs ?? glyphs
      ).lines(report)
    }
  }
}
