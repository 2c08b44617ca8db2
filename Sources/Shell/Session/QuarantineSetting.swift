import Analysis
import Intake
import Messages
import PlanLanguage

/// Where rows that are set aside are written: beside the input, in a folder, or nowhere.
struct QuarantineSetting: Phrased {
  /// Nil for nowhere.
  let place: QuarantinePlace?

  static let besideInput = QuarantineSetting(place: .besideInput)
  static var form: Message { Message("beside · none · \"FOLDER\"", zh: "beside · none · \"目录\"") }
  static var candidates: [String] { ["beside", "none"] }

  init(place: QuarantinePlace?) { self.place = place }

  init(from reader: inout PhraseReader) throws(Diagnostic) {
    if reader.accept(word: "beside") {
      place = .besideInput
    } else if reader.accept(word: "none") {
      place = nil
    } else {
      place = .folder(try Quoted(from: &reader).text)
    }
  }

  func text(in notation: Notation) -> String {
    switch place {
    case .besideInput: "beside"
    case .folder(let folder): quoted(folder)
    case nil: "none"
    }
  }

  static func == (one: QuarantineSetting, other: QuarantineSetting) -> Bool { one.place == other.place }
  func hash(into hasher: inout Hasher) { hasher.combine(text(in: Notation(currency: nil))) }
}
