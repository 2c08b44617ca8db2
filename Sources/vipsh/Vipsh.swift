import ArgumentParser
import Glibc
import LineEditor
import Quantities
import Reporting
import Shell

/// Flags, and the choice between prompt, scripts and standard input.
@main
struct Vipsh: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vipsh", abstract: "A planning shell for retail VIP programmes.", version: "0.4.0")

  @Argument(help: ArgumentHelp("Scripts, run in order in one session; - is standard input.", valueName: "file"))
  var files: [String] = []

  @Option(name: .customShort("c"), help: ArgumentHelp("Run this statement.", valueName: "statement"))
  var statements: [String] = []

  @Flag(help: "Answer with one JSON object a line.")
  var json = false

  @Option(name: .customLong("let"), help: ArgumentHelp("A parameter of the script.", valueName: "name=value"))
  var parameters: [String] = []

  @Flag(help: "Run later statements after one failed; the exit code still tells.")
  var keepGoing = false

  @Flag(help: "Do not read ~/.viprc.")
  var noRc = false

  @Option(help: "auto, always or never.")
  var color: ColorChoice = .auto

  @Option(help: "What random draws are keyed by.")
  var seed: UInt32?

  @Flag(help: "Do not fit tables to the terminal.")
  var wide = false

  enum ColorChoice: String, ExpressibleByArgument {
    case auto, always, never
  }

  static func main() {
    do {
      var command = try parse()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      // Everything that is no request for help is a mistake in how vipsh was called.
      if code == .success {
        Standard.out(fullMessage(for: error))
        Glibc.exit(0)
      }
      Standard.err(fullMessage(for: error))
      Glibc.exit(2)
    }
  }

  func validate() throws {
    for parameter in parameters where !parameter.contains("=") {
      throw ValidationError("--let takes name=value, not \(parameter)")
    }
  }

  mutating func run() throws {
    TerminalText.prepare()
    let isPrompt = files.isEmpty && statements.isEmpty && Standard.isTerminal(0)
    let colored = color == .always || (color == .auto && getenv("NO_COLOR") == nil && Standard.isTerminal(1))
    let progress = ProgressLine(isTerminal: Standard.isTerminal(2))
    let console = Console(
      format: json ? .json : .text, width: { [wide] in wide ? nil : Standard.width }, color: colored,
      ink: Standard.isTerminal(1) && !TerminalText.isAskedForUTF8 ? .ascii : .blocks,
      out: {
        progress.clear()
        Standard.out($0)
      },
      err: {
        progress.clear()
        Standard.err($0)
      },
      page: { lines, choice in
        guard isPrompt, Standard.isTerminal(1) else { return false }
        progress.clear()
        return Pager.show(lines, choice)
      })
    var session = console.session(
      today: Standard.today, stop: StopSign { Interrupt.isRequested }, keepsGoing: keepGoing,
      errorsInColor: color == .always || (color == .auto && getenv("NO_COLOR") == nil && Standard.isTerminal(2)),
      progress: Progress { progress.show($0) }, speaks: { progress.speak($0) })
    session.speak(Standard.language)
    for parameter in parameters {
      let parts = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      do throws(Diagnostic) {
        try session.set(parameter: String(parts[0]), to: parts.count > 1 ? String(parts[1]) : "")
      } catch {
        session.environment(complains: error)
        Glibc.exit(2)
      }
    }
    if let seed { session.run("set seed = \(seed)", name: "--seed") }
    if isPrompt {
      Prompt(colored: colored, readsStartFile: !noRc, progress: progress).run(&session)
    } else {
      Interrupt.armed { runScripts(&session) }
    }
    Glibc.exit(session.exitCode)
  }

  private func runScripts(_ session: inout Session) {
    let inputs = files.isEmpty && statements.isEmpty ? ["-"] : files
    for file in inputs where !session.hasEnded {
      do throws(Diagnostic) {
        if file == "-" { try session.runStandardInput() } else { try session.run(file: file) }
      } catch {
        session.environment(complains: error)
        Glibc.exit(error.code == .interrupted ? 130 : 2)
      }
    }
    for (place, statement) in statements.enumerated() where !session.hasEnded {
      session.run(statement, name: "-c", firstLine: place + 1)
    }
  }
}
