import Analysis
import Files
public import Messages
import PlanLanguage

extension Session {
  /// Runs a script file in this session.
  /// - Throws: where the file cannot be opened; what goes wrong within it is told and remembered instead.
  public mutating func run(file path: String) throws(Diagnostic) {
    let file = analyst.files.place(of: path)
    let text = try readText(file, job: job)
    including.append(canonicalPath(file))
    run(SourceText(text, name: path))
    including.removeLast()
  }

  /// Runs one statement or more, typed or given as an argument.
  public mutating func run(_ text: String, name: String, firstLine: Int = 1) {
    run(SourceText(text, name: name, firstLine: firstLine))
  }

  /// Runs the script on standard input.
  /// - Throws: where it cannot be read.
  public mutating func runStandardInput() throws(Diagnostic) {
    run(try readText(0, named: "standard input", job: job), name: "stdin")
  }

  /// How the run ended, as an exit code.
  public var exitCode: Int32 { status.rawValue }

  /// Whether `quit` was said, or a statement failed that ends a script.
  public var hasEnded: Bool { wantsToQuit || (status != .done && !environment.keepsGoing) || status == .interrupted }

  /// An error typed at the prompt is forgiven: it never changes what `quit` exits with.
  public mutating func forgive() { status = .done }

  public var quits: Bool { wantsToQuit }

  /// Whether `text` is only the beginning of a statement.
  public static func needsMore(_ text: String) -> Bool { Parser.needsMore(text) }

  /// Tells an error that belongs to no statement.
  public func environment(complains error: Diagnostic) { say { $0.complain(error) } }
}
