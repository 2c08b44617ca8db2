import Glibc
import LineEditor

/// A prompt for the tests to type at: says in one line what it received. The arguments: a history file, a prompt.
///
/// `compute` computes until Ctrl-C, `compute on` whatever is pressed; an open `{` asks for more of the line; `quit` leaves.
@main
enum Demo {
  static func main() {
    TerminalText.prepare()
    let arguments = CommandLine.arguments
    let history = History(path: arguments.count > 1 && !arguments[1].isEmpty ? arguments[1] : nil)
    let prompt = arguments.count > 2 ? arguments[2] : "demo> "
    guard let editor = LineEditor(program: "demo", history: history) else {
      print("no terminal")
      exit(2)
    }
    editor.complete = Vocabulary.complete
    editor.wantsMore = { text in text.count { $0 == "{" } > text.count { $0 == "}" } }
    while true {
      switch editor.read(prompt: prompt, continuation: "...> ") {
      case .line("quit"): return
      case .line("compute"): compute()
      case .line("compute on"): computeOn()
      case .line(let line):
        print("got: \(line.debugDescription)")
        editor.remember(line)
        if let failure = history.failure { print("history: \(failure.code)") }
      case .interrupted(let wasEmpty):
        print(wasEmpty ? "hint: Ctrl-D leaves" : "interrupted")
      case .end:
        print("end")
        return
      }
    }
  }

  private static func compute() {
    print("computing")
    let stopped = Interrupt.armed {
      for _ in 0..<2000 where !Interrupt.isRequested { usleep(5000) }
      return Interrupt.isRequested
    }
    print(stopped ? "stopped" : "done")
  }

  private static func computeOn() {
    print("computing")
    Interrupt.armed { while true { usleep(5000) } }
  }
}

/// What Tab completes in the demo: the word before the cursor.
enum Vocabulary {
  static let candidates: [Completion.Candidate] = [
    .init("show", note: "an object"),
    .init("simulate", note: "futures of a plan"),
    .init("sims/", note: "a directory", endsWord: false),
    .init("会员", note: "等级"),
    .init("会员日", note: "每月 18 日"),
    .init("evil\u{1b}[2J", note: "clears\u{7}"),
    .init("evil2"),
    .init("load"),
  ]

  static func complete(_ request: CompletionRequest) -> Completion {
    let word = request.before.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
    return Completion(
      start: request.before.count - word.count, candidates: candidates.filter { $0.text.hasPrefix(word) })
  }
}
