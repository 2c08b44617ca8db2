import CLibedit
import Glibc

/// What keys do. None of libedit's own functions is bound: each draws into the void, and some of them go beyond the
/// end of a text that is taller than the screen.
///
/// Keys are written as libedit's `bind` reads them: `^R`, `\e[A`.
struct KeyBinding {
  /// Stands for text that was typed; libedit would draw each character of it.
  static let text: Wide = 0x1f

  let name: String
  let keys: [String]
  let function: Editline.Function

  static var all: [KeyBinding] {
    [
      KeyBinding(name: "vip-text", keys: ["^_"]) { el, _ in perform(el) { $0.insertTyped() } },
      KeyBinding(name: "vip-accept", keys: ["^M", "^J"]) { el, _ in perform(el) { $0.accept() } },
      KeyBinding(name: "vip-line-end", keys: ["\\e^M", "\\e^J"]) { el, _ in perform(el) { $0.insertLineEnd() } },
      KeyBinding(name: "vip-interrupt", keys: ["^C"]) { el, _ in perform(el) { $0.interruptLine() } },
      KeyBinding(name: "vip-end", keys: ["^D"]) { el, _ in perform(el) { $0.endOrDelete() } },
      KeyBinding(name: "vip-suspend", keys: ["^Z"]) { el, _ in perform(el) { $0.suspend() } },
      KeyBinding(name: "vip-clear", keys: ["^L"]) { el, _ in perform(el) { $0.clearScreen() } },
      KeyBinding(name: "vip-complete", keys: ["^I"]) { el, _ in perform(el) { $0.completeAtCursor() } },
      KeyBinding(name: "vip-paste", keys: ["\\e[200~"]) { el, _ in perform(el) { $0.paste() } },
      KeyBinding(name: "vip-search", keys: ["^R", "^S"]) { el, _ in perform(el) { $0.searchHistory() } },
      KeyBinding(name: "vip-cancel", keys: ["^G"]) { el, _ in perform(el) { _ in .beep } },
      KeyBinding(name: "vip-older", keys: ["\\e[A", "\\eOA", "^P", "\\ep", "\\eP"]) { el, _ in
        perform(el) { $0.older() }
      },
      KeyBinding(name: "vip-newer", keys: ["\\e[B", "\\eOB", "^N", "\\en", "\\eN"]) { el, _ in
        perform(el) { $0.newer() }
      },
      KeyBinding(name: "vip-left", keys: ["\\e[D", "\\eOD", "^B"]) { el, _ in perform(el) { $0.moveLeft() } },
      KeyBinding(name: "vip-right", keys: ["\\e[C", "\\eOC", "^F"]) { el, _ in perform(el) { $0.moveRight() } },
      KeyBinding(name: "vip-start", keys: ["\\e[H", "\\eOH", "\\e[1~", "\\e[7~", "^A"]) { el, _ in
        perform(el) { $0.moveToStart() }
      },
      KeyBinding(name: "vip-stop", keys: ["\\e[F", "\\eOF", "\\e[4~", "\\e[8~", "^E"]) { el, _ in
        perform(el) { $0.moveToEnd() }
      },
      KeyBinding(name: "vip-erase", keys: ["^?", "^H"]) { el, _ in perform(el) { $0.deletePrevious() } },
      KeyBinding(name: "vip-delete", keys: ["\\e[3~"]) { el, _ in perform(el) { $0.deleteNext() } },
      KeyBinding(name: "vip-word-left", keys: ["\\eb", "\\eB", "\\e[1;5D", "\\e[1;3D"]) { el, _ in
        perform(el) { $0.moveWordLeft() }
      },
      KeyBinding(name: "vip-word-right", keys: ["\\ef", "\\eF", "\\e[1;5C", "\\e[1;3C"]) { el, _ in
        perform(el) { $0.moveWordRight() }
      },
      KeyBinding(name: "vip-cut-word", keys: ["^W", "\\e^?", "\\e^H"]) { el, _ in perform(el) { $0.cutWordLeft() } },
      KeyBinding(name: "vip-cut-next-word", keys: ["\\ed", "\\eD"]) { el, _ in perform(el) { $0.cutWordRight() } },
      KeyBinding(name: "vip-cut-start", keys: ["^U"]) { el, _ in perform(el) { $0.cutToStart() } },
      KeyBinding(name: "vip-cut-end", keys: ["^K"]) { el, _ in perform(el) { $0.cutToEnd() } },
      KeyBinding(name: "vip-insert-cut", keys: ["^Y"]) { el, _ in perform(el) { $0.insertCut() } },
    ]
  }

  /// All keys, as a terminal sends them.
  static var sequences: Set<[UInt8]> { Set(all.flatMap(\.keys).map(bytes)) }

  private static func bytes(of key: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(key.utf8)[...]
    while let first = rest.popFirst() {
      switch (first, rest.first) {
      case (UInt8(ascii: "\\"), UInt8(ascii: "e")?): bytes.append(0x1b)
      // ^? is DEL, ^A to ^_ are the control characters.
      case (UInt8(ascii: "^"), let letter?): bytes.append(letter == UInt8(ascii: "?") ? 0x7f : letter & 0x1f)
      default:
        bytes.append(first)
        continue
      }
      rest.removeFirst()
    }
    return bytes
  }

  /// Binds all keys. The function names returned must live as long as the editor, then be deallocated.
  static func install(in handle: OpaquePointer) -> [UnsafeMutablePointer<Wide>] {
    "emacs".withWideString { _ = editline_set_mode(handle, $0) }
    // Ctrl-C, Ctrl-Z, Ctrl-\ and Ctrl-S are keys while a line is edited, and what they always are in between; and a
    // pasted CR LF is one line end, so neither may become the other on its way.
    for flag in ["-isig", "-ixon", "-icrnl", "-inlcr"] {
      "-d".withWideString { which in flag.withWideString { _ = editline_set_tty(handle, which, $0) } }
    }
    var names: [UnsafeMutablePointer<Wide>] = []
    for binding in all {
      let name = Wide.zeroTerminated(binding.name)
      names.append(name)
      editline_add_function(handle, name, binding.function)
      for key in binding.keys { key.withWideString { _ = editline_bind(handle, $0, name) } }
    }
    return names
  }
}

/// What libedit is to do after a key.
enum Effect {
  case nothing, beep, endLine, endInput

  var code: Int32 {
    switch self {
    case .nothing, .beep: CC_NORM
    case .endLine: CC_NEWLINE
    case .endInput: CC_EOF
    }
  }
}

private func perform(_ handle: OpaquePointer?, _ action: (LineEditor) -> Effect) -> UInt8 {
  guard let editor = LineEditor.serving(handle) else { return UInt8(CC_ERROR) }
  editor.below = []
  editor.previous = editor.completed
  editor.completed = Completed()
  let effect = action(editor)
  if effect == .beep { Terminal.write(Terminal.bell) }
  return UInt8(effect.code)
}
