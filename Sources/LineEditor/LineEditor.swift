import CLibedit
import Glibc

/// A line typed by a person: editing, history, completion and paste, on libedit.
///
/// libedit keeps the text, the keys and the terminal's mode; what is seen is drawn here, see `Frame`. For one thread
/// only, and one editor at a time: libedit keeps globals. Between two reads the terminal is in its ordinary state,
/// where Ctrl-C is a signal; see `Interrupt`.
public final class LineEditor {
  public enum Input: Equatable, Sendable {
    /// A line, or several out of a paste, the history or an open block, without the last line end.
    case line(String)
    /// Ctrl-C: what was typed is dropped. `wasEmpty` when there was nothing to drop, and a hint may be in place.
    case interrupted(wasEmpty: Bool)
    /// Ctrl-D on an empty line, or the terminal is gone.
    case end
  }

  /// What Tab offers at the cursor.
  public var complete: (CompletionRequest) -> Completion = { _ in .none }
  /// What `?` lists at the cursor: what may come next; nil where it is a character like any other.
  public var explain: (CompletionRequest) -> Completion? = { _ in nil }
  /// Whether Return after this text only begins another line of it, as while a `{` is open.
  public var wantsMore: (String) -> Bool = { _ in false }
  /// The few words that the editor itself shows.
  public var wording = EditorWording()

  public let history: History

  let editline: Editline
  let keys: KeyReader
  let width: (String) -> Int
  var prompts = (first: Prompt(""), continuation: Prompt(""))
  var display: Display
  /// Rows under the line until the next key, such as candidates.
  var below: [String] = []
  /// What this key and the one before completed.
  var completed = Completed()
  var previous = Completed()
  /// Whether the terminal is in the mode for editing, which libedit sees to when it asks for the first key.
  var isReady = false
  var walk: HistoryWalk?
  var outcome: Input?
  /// What was cut last, to be put in elsewhere.
  var cut = ""
  /// Text on its way through libedit, which is handed a key that stands for it.
  var typed = ""
  private let names: [UnsafeMutablePointer<Wide>]
  private let void: UnsafeMutablePointer<FILE>

  /// Nil where no line can be edited: standard input or output is no terminal, or its cursor cannot be moved.
  ///
  /// `TerminalText.prepare()` must have been called. From here on Ctrl-C never ends the program. `width` tells how
  /// many columns a text takes.
  public init?(
    program: String, history: History = History(), width: @escaping (String) -> Int = TerminalText.width
  ) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return nil }
    guard Terminal.movesCursor, let void = fopen("/dev/null", "w") else { return nil }
    TerminalRestorer.prepare()
    guard let handle = editline_start(program, void) else {
      fclose(void)
      return nil
    }
    editline = Editline(handle: handle)
    keys = KeyReader(known: KeyBinding.sequences)
    self.void = void
    self.history = history
    self.width = width
    display = Display(width: width)
    names = KeyBinding.install(in: handle)
    editline_set_owner(handle, Unmanaged.passUnretained(self).toOpaque())
    editline_set_reader(handle, { LineEditor.serving($0)?.readKey(into: $1) ?? 0 })
    keys.onIdle = { [unowned self] in draw() }
    keys.onResize = { [unowned self] in resize() }
    keys.onResume = { [unowned self] in resume() }
    Interrupt.watch()
    Signals.watchTerminal()
  }

  deinit {
    el_end(editline.handle)
    names.forEach { $0.deallocate() }
    fclose(void)
  }

  /// Lets the person edit a line behind `prompt`, and behind `continuation` where it goes on in further lines.
  ///
  /// Both may carry colour escapes but no line ends.
  public func read(prompt: String, continuation: String = "") -> Input {
    prompts = (Prompt(prompt), Prompt(continuation))
    outcome = nil
    walk = nil
    below = []
    display.forget()
    isReady = false
    Signals.forget()
    defer { Terminal.write(Terminal.pasteOff) }
    var count: Int32 = 0
    _ = el_wgets(editline.handle, &count)
    Interrupt.clear()
    return outcome ?? .end
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

  private func readKey(into character: UnsafeMutablePointer<Wide>?) -> Int32 {
    while true {
      switch keys.key() {
      case .text(let text):
        typed = text
        character?.pointee = KeyBinding.text
        return 1
      case .control(let value):
        character?.pointee = value
        return 1
      case .escape: continue
      case .end:
        character?.pointee = 0
        return 0
      }
    }
  }
}
