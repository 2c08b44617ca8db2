import Glibc
import Testing

@testable import LineEditor

@Suite("Ctrl-C and Ctrl-D", .serialized)
struct InterruptTests {
  @Test("10: an open { asks for more; Ctrl-C drops the whole block")
  func openBlock() throws {
    let person = try Person()
    person.type("ladder 会员 {" + Key.enter)
    try person.seeLine("...>", cursor: 5)
    person.type("keep 1" + Key.enter)
    try person.see("a third line") { $0.lines.count == 3 && $0.line == "...>" }
    person.type(Key.ctrl("c"))
    try person.see("interrupted")
    person.type("x" + Key.enter)
    try person.see("got: \"x\"")
  }

  @Test("10: a block is edited as one")
  func editBlock() throws {
    let person = try Person()
    person.type("ladder {" + Key.enter + "keep 1" + Key.enter)
    person.type(Key.up + Key.up + Key.end + Key.backspace + "会员 {" + Key.down + Key.down + "}" + Key.enter)
    try person.see("got: \"ladder 会员 {\\nkeep 1\\n}\"")
  }

  @Test("10: Ctrl-C in the middle of a wrapped line keeps what is on the screen")
  func wrappedLine() throws {
    let person = try Person(columns: 20)
    person.type("会员日会员日会员日会员日" + Key.home)
    try person.see("the start") { $0.row == 0 && $0.column == 6 }
    person.type(Key.ctrl("c"))
    try person.see("all of it") {
      $0.lines == ["demo> 会员日会员日会", "员日会员日^C", "interrupted", "demo>"]
    }
  }

  @Test("23: Ctrl-C at an empty prompt hints and never leaves")
  func emptyPrompt() throws {
    let person = try Person()
    try person.see("demo>")
    person.type(Key.ctrl("c") + Key.ctrl("c") + Key.ctrl("c"))
    try person.see("three hints") { $0.lines.count { $0 == "hint: Ctrl-D leaves" } == 3 }
    person.type("still here" + Key.enter)
    try person.see("got: \"still here\"")
  }

  @Test("23: Ctrl-C stops a computation and keeps the session")
  func computation() throws {
    let person = try Person()
    for round in 1...2 {
      person.type("compute" + Key.enter)
      try person.see("computing") { $0.lines.count { $0 == "computing" } == round }
      person.type(Key.ctrl("c"))
      try person.see("stopped") { $0.lines.count { $0 == "^Cstopped" } == round }
    }
    person.type("again" + Key.enter)
    try person.see("got: \"again\"")
  }

  @Test("23: a second Ctrl-C within a second leaves what does not stop, with 130 and the terminal as it was")
  func stubborn() throws {
    let shell = try Person(
      ["--norc", "-i"], program: "/bin/bash", environment: ["LANG": "C.UTF-8", "PS1": "shell$ "], rows: 20)
    try shell.see("shell$")
    shell.type("stty -a > /dev/null; before=$(stty -g)" + Key.enter + Person.demo + Key.enter)
    try shell.see("the prompt") { $0.line == "demo>" }
    shell.type("compute on" + Key.enter)
    try shell.see("computing")
    try shell.press(Key.ctrl("c"), until: "the shell") { $0.line == "shell$" }
    shell.type("echo $?; [ \"$(stty -g)\" = \"$before\" ] && echo the same" + Key.enter)
    try shell.see("its exit code") { $0.lines.contains("130") && $0.lines.contains("the same") }
  }

  @Test("a signal that ends the program gives the terminal back first", arguments: [SIGTERM, SIGHUP])
  func ended(signal: Int32) throws {
    let person = try Person()
    #expect(!person.isOrdinaryTerminal)
    #expect(try person.end(by: signal) == 128 + signal)
    #expect(person.isOrdinaryTerminal && !person.screen.isPasteBracketed)
  }

  @Test("23: only a second Ctrl-C within a second, and not one that bounced, means to leave")
  func second() {
    #expect(Interrupt.leaves(at: 5_999_999_999, after: 5_000_000_000))
    #expect(Interrupt.leaves(at: 5_250_000_000, after: 5_000_000_000))
    #expect(!Interrupt.leaves(at: 5_249_999_999, after: 5_000_000_000))
    #expect(!Interrupt.leaves(at: 6_000_000_000, after: 5_000_000_000))
  }

  @Test("6: Ctrl-D leaves from an empty line, and deletes in another")
  func end() throws {
    let person = try Person()
    person.type("ab" + Key.home + Key.ctrl("d") + Key.ctrl("d") + Key.ctrl("d"))
    try person.see("end")
  }

  @Test("23: Ctrl-C that comes before the computation begins is not lost")
  func flag() {
    Interrupt.clear()
    #expect(!Interrupt.armed { Interrupt.isRequested })
    Interrupt.request()
    #expect(Interrupt.armed { Interrupt.isRequested })
    Interrupt.clear()
  }

  @Test("23: SIGINT sets the flag, and the handler of before is back afterwards")
  func signal() {
    Interrupt.clear()
    let stopped = Interrupt.armed {
      // Threads of the tests hold signals back.
      var interrupt = sigset_t()
      var before = sigset_t()
      sigemptyset(&interrupt)
      sigaddset(&interrupt, SIGINT)
      pthread_sigmask(SIG_UNBLOCK, &interrupt, &before)
      raise(SIGINT)
      pthread_sigmask(SIG_SETMASK, &before, nil)
      return Interrupt.isRequested
    }
    #expect(stopped)
    var action = sigaction()
    sigaction(SIGINT, nil, &action)
    #expect(action.__sigaction_handler.sa_handler == nil)
    Interrupt.clear()
  }
}
