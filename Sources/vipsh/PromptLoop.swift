import Glibc
import LineEditor
import Messages
import Reporting
import Shell

/// The prompt: reads statements from a person until they leave.
struct PromptLoop {
  let colored: Bool
  let readsStartFile: Bool
  let progress: ProgressLine

  private static let home = getenv("HOME").map { String(cString: $0) }

  func run(_ session: inout Session) {
    let history = History(path: PromptLoop.home.map { $0 + "/.vipsh_history" })
    let measure = Measure()
    let editor = LineEditor(program: "vipsh", history: history, width: { measure.width(of: $0) })
    let plain = editor == nil ? CanonicalReader() : nil
    guard editor != nil || plain != nil else {
      Interrupt.armed {
        do throws(Diagnostic) { try session.runStandardInput() } catch { session.environment(complains: error) }
      }
      return
    }
    if readsStartFile { runStartFile(&session) }
    let banner =
      editor == nil
      ? Message(
        "vipsh plans VIP programmes: `help` lists the verbs, `quit` leaves",
        zh: "vipsh 规划 VIP 计划：`help` 列出命令，`quit` 离开")
      : Message(
        "vipsh plans VIP programmes: `help` lists the verbs, Tab completes, `quit` leaves",
        zh: "vipsh 规划 VIP 计划：`help` 列出命令，Tab 补全，`quit` 离开")
    for line in wrapped(banner.text(in: session.language), to: Standard.width) { Standard.out(line) }
    session.attend { (text) throws(Diagnostic) in
      let edited = try EditorProgram.edit(text)
      editor?.remember(withoutSecrets(edited.trimmedEnd))
      return edited
    }
    editor?.wantsMore = Session.needsMore
    plain?.wantsMore = Session.needsMore
    while !session.quits {
      let present = session
      measure.session = present
      editor?.wording = EditorWording(in: present.language)
      editor?.complete = { request in PromptLoop.complete(request, in: present) }
      editor?.explain = { request in PromptLoop.explain(request, in: present) }
      let prompt = colored ? "\u{1B}[1mvip\u{1B}[0m> " : "vip> "
      switch editor?.read(prompt: prompt, continuation: "...> ")
        ?? plain?.read(prompt: prompt, continuation: "...> ") ?? .end
      {
      case .line(let text):
        guard text.contains(where: { !$0.isWhitespace }) else { continue }
        editor?.remember(withoutSecrets(text))
        Interrupt.clear()
        Interrupt.armed { session.run(typed: text) }
        progress.clear()
        session.forgive()
      case .interrupted(let wasEmpty):
        if wasEmpty {
          Standard.out(Message("`quit` or Ctrl-D leaves", zh: "`quit` 或 Ctrl-D 离开").text(in: session.language))
        }
      case .end:
        if session.mayLeave() { return }
      }
    }
  }

  private func runStartFile(_ session: inout Session) {
    guard let path = PromptLoop.home.map({ $0 + "/.viprc" }), access(path, R_OK) == 0 else { return }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFIFO else { return }
    session.quietly { session in
      do throws(Diagnostic) { try session.run(file: path) } catch { session.environment(complains: error) }
    }
    session.forgive()
  }

  private static func complete(_ request: CompletionRequest, in session: Session) -> Completion {
    let (start, candidates, remark) = session.completions(of: request.before)
    return Completion(
      start: start,
      candidates: candidates.map { candidate in
        let isOpen = candidate.text.hasSuffix("/") || candidate.text.hasSuffix("(")
        return Completion.Candidate(candidate.text, note: candidate.note.text(in: session.language), endsWord: !isOpen)
      }, areAll: !candidates.contains(where: \.isLastOfMany), remark: remark.text(in: session.language))
  }

  private static func explain(_ request: CompletionRequest, in session: Session) -> Completion? {
    session.expectations(after: request.before).map { expected in
      Completion(
        start: request.before.count,
        candidates: expected.map { Completion.Candidate($0.text, note: $0.note.text(in: session.language)) },
        areAll: !expected.contains(where: \.isLastOfMany))
    }
  }
}

extension EditorWording {
  /// The editor's words in `language`.
  fileprivate init(in language: Language) {
    self.init()
    more = { Message("… and \($0) more", zh: "… 还有 \($0) 个").text(in: language) }
    manyMore = Message("… and many more", zh: "… 还有很多").text(in: language)
    search = Message("search", zh: "查找").text(in: language)
    searchFailed = Message("search, not found", zh: "查找，没有找到").text(in: language)
  }
}

/// Measures texts as the session's terminal shows them.
private final class Measure {
  var session: Session?

  func width(of text: String) -> Int { session?.width(of: text) ?? displayWidth(text) }
}

extension String {
  fileprivate var trimmedEnd: String { String(reversed().drop { $0.isWhitespace }.reversed()) }
}
