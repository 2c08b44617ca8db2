import ArgumentParser
import Glibc
import LineEditor
import Messages
import Numerics
import Reporting
import Shell

/// Flags, and the choice between prompt, scripts and standard input.
@main
struct Vipsh: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vipsh", abstract: said("A planning shell for retail VIP programmes.", zh: "规划零售 VIP 计划的命令行。"),
    version: "0.6.0")

  @Argument(
    help: ArgumentHelp(
      said("Scripts, run in order in one session; - is standard input.", zh: "脚本，在同一会话中依次运行；- 表示标准输入。"),
      valueName: said("file", zh: "文件")))
  var files: [String] = []

  @Option(
    name: .customShort("c"),
    help: ArgumentHelp(said("Run this statement.", zh: "运行这条语句。"), valueName: said("statement", zh: "语句")))
  var statements: [String] = []

  @Flag(help: explained("Answer with one JSON object a line.", zh: "每行回答一个 JSON 对象。"))
  var json = false

  @Option(
    name: .customLong("let"),
    help: ArgumentHelp(said("A parameter of the script.", zh: "脚本的参数。"), valueName: said("name=value", zh: "名称=值")))
  var parameters: [String] = []

  @Flag(
    help: explained("Run later statements after one failed; the exit code still tells.", zh: "一条语句失败后继续运行；退出码仍会说明。"))
  var keepGoing = false

  @Flag(help: explained("Do not read ~/.viprc, which only the prompt reads.", zh: "不读 ~/.viprc（只有提示符会读它）。"))
  var noRc = false

  @Option(help: explained("auto, always or never.", zh: "auto、always 或 never。"))
  var color: ColorChoice = .auto

  @Option(help: explained("What random draws are keyed by.", zh: "随机种子。"))
  var seed: UInt32?

  @Flag(help: explained("Do not fit tables to the terminal.", zh: "表格不按终端宽度裁剪。"))
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
      throw ValidationError(
        said("--let takes name=value, not \(parameter)", zh: "--let 要写成 名称=值，而不是 \(parameter)"))
    }
  }

  mutating func run() throws {
    TerminalText.prepare()
    let isPrompt = files.isEmpty && statements.isEmpty && Standard.isTerminal(0)
    let progress = ProgressLine(isTerminal: Standard.isTerminal(2) && TerminalText.knowsEscapes)
    let console = Console(
      format: json ? .json : .text, width: { [wide] in wide ? nil : Standard.width }, color: isColored(1),
      glyphs: Standard.isTerminal(1) && !TerminalText.isAskedForUTF8 ? .ascii : .blocks,
      out: {
        progress.clear()
        Standard.out($0)
      },
      err: {
        progress.clear()
        Standard.err($0)
      },
      page: { lines, choice in
        guard isPrompt, Standard.isTerminal(1), TerminalText.knowsEscapes else { return false }
        progress.clear()
        return Pager.show(lines, choice)
      })
    var session = console.session(
      today: Standard.today, job: Job(isStopped: { Interrupt.isRequested }, hear: { progress.show($0) }),
      keepsGoing: keepGoing, errorsInColor: isColored(2), speaks: { progress.speak($0) })
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
      PromptLoop(colored: isColored(1), readsStartFile: !noRc, progress: progress).run(&session)
    } else {
      Interrupt.armed { runScripts(&session) }
    }
    Glibc.exit(session.exitCode)
  }

  private func isColored(_ descriptor: Int32) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: getenv("NO_COLOR") == nil && Standard.isTerminal(descriptor) && TerminalText.knowsEscapes
    }
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

/// Words for whoever calls vipsh, in the locale's language: no session speaks yet.
private func said(_ english: Wording, zh chinese: Wording) -> String {
  Message(english, zh: chinese).text(in: Standard.language)
}

/// The same as the help of an option.
private func explained(_ english: Wording, zh chinese: Wording) -> ArgumentHelp {
  ArgumentHelp(said(english, zh: chinese))
}
