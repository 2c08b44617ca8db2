public import Intake
import Programme
public import Quantities
import Reporting

/// Where a session's words go, as text for people or as JSON lines for programs.
public struct Console {
  public enum Format: Sendable {
    case text, json
  }

  let format: Format
  /// Columns to fit tables into, asked anew each time; nil for as wide as they come.
  let width: () -> Int?
  let color: Bool
  /// Takes one line for standard output, or for standard error.
  let out: (String) -> Void
  let err: (String) -> Void

  public init(
    format: Format, width: @escaping () -> Int?, color: Bool, out: @escaping (String) -> Void,
    err: @escaping (String) -> Void
  ) {
    self.format = format
    self.width = width
    self.color = color
    self.out = out
    self.err = err
  }

  /// A session that speaks here. JSON carries results and errors only; what was merely done is for people.
  public func session(
    today: Day?, stop: StopSign, keepsGoing: Bool, keepsQuarantine: Bool = true, errorsInColor: Bool = false,
    progress: @escaping @Sendable (LoadProgress) -> Void = { _ in }
  ) -> Session {
    let console = self
    var session = Session(
      Environment(
        today: today, stop: stop, keepsGoing: keepsGoing, keepsQuarantine: keepsQuarantine, progress: progress,
        emit: { report, source, currency in
          switch console.format {
          case .json: console.out(JSONRenderer.line(report, source: source))
          case .text:
            let renderer = TextRenderer(currency: currency, width: console.width(), color: console.color)
            for line in renderer.lines(report) { console.out(line) }
          }
        },
        acknowledge: { word in if console.format == .text { console.out(word) } },
        complain: { error in
          if console.format == .json { console.out(JSONRenderer.line(error)) }
          for line in DiagnosticText.lines(error, width: console.width(), color: errorsInColor) { console.err(line) }
        }))
    session.environment.remark = console.err
    return session
  }
}
