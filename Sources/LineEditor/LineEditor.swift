import CLibedit
import Glibc

/// A line typed by a person: editing, history, completion and paste, on libedit.
///
/// For one thread only, and one at a time: libedit keeps globals. Between two reads the terminal is in its ordinary
/// state, where Ctrl-C is a signal; see `Interrupt`.
public final class LineEditor {
  public enum Input: Equatable, Sendable {
    /// A line, or several out of a paste or the history, without the last line end.
    case line(String)
    /// Ctrl-C: what was typed is dropped. `wasEmpty` when there was nothing to drop, and a hint may be in place.
    case interrupted(wasEmpty: Bool)
    /// Ctrl-D on an empty line, or the terminal is gone.
    case end
  }

  /// What Tab offers at the cursor.
  public var complete: (CompletionRequest) -> Completion = { _ in .none }
  /// The few words that the editor itself shows.
  public var wording = EditorWording()

  public let history: History

  let editline: Editline
  let keys: KeyReader
  let width: (String) -> Int
  var prompt = Prompt("")
  var promptMemory: UnsafeMutablePointer<Wide>
  var folds = FoldedText()
  var walk: HistoryWalk?
  var outcome: Input?
  private var names: [UnsafeMutablePointer<Wide>] = []
  private let complaints: UnsafeMutablePointer<FILE>

  /// Nil where no line can be edited: standard input or output is no terminal, or its cursor cannot be moved.
  ///
  /// `TerminalText.prepare()` must have been called. From here on Ctrl-C never ends the program. `width` tells how
  /// many columns a text takes, for aligning lists.
  public init?(
    program: String, history: History = History(), width: @escaping (String) -> Int = TerminalText.width
  ) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return nil }
    guard let complaints = fopen("/dev/null", "w") else { return nil }
    guard let handle = editline_start(program, complaints), Self.makeUsable(handle) else {
      fclose(complaints)
      return nil
    }
    editline = Editline(handle: handle)
    keys = KeyReader(known: KeyBinding.sequences)
    self.complaints = complaints
    self.history = history
    self.width = width
    promptMemory = .allocate(capacity: 1)
    promptMemory.initialize(to: 0)
    names = KeyBinding.install(in: handle)
    editline_set_owner(handle, Unmanaged.passUnretained(self).toOpaque())
    editline_set_prompt(handle, { LineEditor.serving($0)?.promptMemory }, Prompt.mark)
    editline_set_reader(handle, { LineEditor.serving($0)?.readKey(into: $1) ?? 0 })
    keys.onResize = { [unowned self] in resize() }
    keys.onResume = { [unowned self] in resume() }
    Interrupt.watch()
    Signals.watchTerminal()
  }

  deinit {
    el_end(editline.handle)
    promptMemory.deallocate()
    names.forEach { $0.deallocate() }
    fclose(complaints)
  }

  /// Lets the person edit a line behind `prompt`, which may carry colour escapes but no line ends.
  public func read(prompt text: String) -> Input {
    show(Prompt(text))
    outcome = nil
    walk = nil
    folds = FoldedText()
    Signals.forget()
    Editline.write(TerminalMode.pasteOn)
    defer {
      Editline.write(TerminalMode.pasteOff)
      Editline.flush()
    }
    var count: Int32 = 0
    let line = el_wgets(editline.handle, &count)
    if let outcome { return outcome }
    guard let line, count > 0 else { return .end }
    var characters = UnsafeBufferPointer(start: line, count: Int(count))[...]
    if characters.last == 0x0a { characters = characters.dropLast() }
    return .line(folds.unfolding(String(wide: characters)))
  }

  /// Keeps a line for the history.
  public func remember(_ line: String) { history.add(line) }

  /// Forgets what was typed ahead, as after a computation that was interrupted.
  public func discardTypedAhead() { keys.discard() }
}

extension LineEditor {
  /// The editor that a callback of libedit is for.
  static func serving(_ handle: OpaquePointer?) -> LineEditor? {
    guard let owner = editline_owner(handle) else { return nil }
    return Unmanaged<LineEditor>.fromOpaque(owner).takeUnretainedValue()
  }

  /// Makes `prompt` the one that libedit draws next; its memory lives until the next change.
  func show(_ prompt: Prompt) {
    self.prompt = prompt
    promptMemory.deallocate()
    promptMemory = Wide.zeroTerminated(prompt.encoded)
  }

  private func readKey(into character: UnsafeMutablePointer<Wide>?) -> Int32 {
    switch keys.key() {
    case .character(let value):
      character?.pointee = value
      return 1
    case .end:
      character?.pointee = 0
      return 0
    }
  }

  /// A terminal that nothing is known about is taken for an xterm, as nearly all are; a dumb one is refused.
  private static func makeUsable(_ handle: OpaquePointer) -> Bool {
    let known = { editline_can(handle, "up") == 1 && editline_can(handle, "ce") == 1 }
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    if known() || (!["", "dumb", "emacs"].contains(name) && editline_set_terminal(handle, "xterm") == 0 && known()) {
      return true
    }
    el_end(handle)
    return false
  }
}
