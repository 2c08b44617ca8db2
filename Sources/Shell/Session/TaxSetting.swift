import Messages
import PlanLanguage
import Quantities

/// `13% excluded`: the amounts of a file lack that tax, and it is added when they are read, to what was paid, given off
/// and what the goods cost alike. `included`: they are taken as they are.
struct TaxSetting: Phrased {
  let excluded: Percent?

  static var form: Message { Message(verbatim: "included · 13% excluded") }
  static var candidates: [String] { ["included", "13% excluded"] }

  init(excluded: Percent?) { self.excluded = excluded }

  init(from reader: inout PhraseReader) throws(Diagnostic) {
    if reader.accept(word: "included") {
      excluded = nil
      return
    }
    let rate = try Percent(from: &reader)
    if reader.accept(word: "included") {
      excluded = nil
    } else {
      guard reader.accept(word: "excluded") else { throw reader.unexpected(.choice(["`excluded`", "`included`"])) }
      excluded = rate
    }
  }

  func text(in notation: Notation) -> String { excluded.map { "\($0) excluded" } ?? "included" }
}
