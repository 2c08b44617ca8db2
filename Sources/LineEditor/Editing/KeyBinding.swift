import CLibedit
import Glibc

/// What keys do: our functions first, then libedit's own for keys that it leaves alone.
///
/// Keys are written as libedit's `bind` reads them: `^R`, `\e[A`.
struct KeyBinding {
  let name: String
  let keys: [String]
  /// Nil for a function that libedit has.
  var function: Editline.Function?

  static var all: [KeyBinding] {
    [
      KeyBinding(name: "vipsh-complete", keys: ["^I"]) { el, _ in perform(el) { $0.completeAtCursor() } },
      KeyBinding(name: "vipsh-interrupt", keys: ["^C"]) { el, _ in perform(el) { $0.interruptLine() } },
      KeyBinding(name: "vipsh-end-or-delete", keys: ["^D"]) { el, _ in perform(el) { $0.endOrDelete() } },
      KeyBinding(name: "vipsh-suspend", keys: ["^Z"]) { el, _ in perform(el) { $0.suspend() } },
      KeyBinding(name: "vipsh-paste", keys: ["\\e[200~"]) { el, _ in perform(el) { $0.paste() } },
      KeyBinding(name: "vipsh-older", keys: ["\\e[A", "\\eOA", "^P", "\\ep", "\\eP"]) { el, _ in perform(el) { $0.older() } },
      KeyBinding(name: "vipsh-newer", keys: ["\\e[B", "\\eOB", "^N", "\\en", "\\eN"]) { el, _ in perform(el) { $0.newer() } },
      KeyBinding(name: "vipsh-search", keys: ["^R", "^S"]) { el, _ in perform(el) { $0.searchHistory() } },
      KeyBinding(name: "ed-move-to-beg", keys: ["\\e[H", "\\eOH", "\\e[1~", "\\e[7~"]),
      KeyBinding(name: "ed-move-to-end", keys: ["\\e[F", "\\eOF", "\\e[4~", "\\e[8~"]),
      KeyBinding(name: "ed-delete-next-char", keys: ["\\e[3~"]),
      KeyBinding(name: "ed-next-char", keys: ["\\e[C", "\\eOC"]),
      KeyBinding(name: "ed-prev-char", keys: ["\\e[D", "\\eOD"]),
      KeyBinding(name: "em-next-word", keys: ["\\e[1;5C", "\\e[1;3C"]),
      KeyBinding(name: "ed-prev-word", keys: ["\\e[1;5D", "\\e[1;3D"]),
      KeyBinding(name: "ed-delete-prev-word", keys: ["^W", "\\e\\177", "\\e^H"]),
      KeyBinding(name: "ed-ignore", keys: ["\\ex", "\\eX", "^Q", "\\e[201~"]),
    ]
  }

  /// The escape sequences among the keys, as a terminal sends them.
  static var sequences: [String] {
    all.flatMap(\.keys).filter { $0.hasPrefix("\\e") }.map { "\u{1b}" + $0.dropFirst(2) }
  }

  /// Binds all keys. The function names returned must live as long as the editor, then be deallocated.
  static func install(in handle: OpaquePointer) -> [UnsafeMutablePointer<Wide>] {
    "emacs".withWideString { _ = editline_set_mode(handle, $0) }
    // Ctrl-C, Ctrl-Z, Ctrl-\ and Ctrl-S are keys while a line is edited, and what they always are in between.
    for flag in ["-isig", "-ixon"] {
      "-d".withWideString { which in flag.withWideString { _ = editline_set_tty(handle, which, $0) } }
    }
    var names: [UnsafeMutablePointer<Wide>] = []
    for binding in all {
      if let function = binding.function {
        let name = Wide.zeroTerminated(binding.name.wide)
        names.append(name)
        editline_add_function(handle, name, function)
      }
      for key in binding.keys {
        key.withWideString { key in binding.name.withWideString { _ = editline_bind(handle, key, $0) } }
      }
    }
    return names
  }
}

/// What libedit is to do after a key.
enum Effect {
  case nothing, redraw, beep, endLine, endInput

  var code: Int32 {
    switch self {
    case .nothing: CC_NORM
    case .redraw: CC_REFRESH
    case .beep: CC_ERROR
    case .endLine: CC_NEWLINE
    case .endInput: CC_EOF
    }
  }
}

private func perform(_ handle: OpaquePointer?, _ action: (LineEditor) -> Effect) -> UInt8 {
  guard let editor = LineEditor.serving(handle) else { return UInt8(CC_ERROR) }
  return UInt8(action(editor).code)
}
