import Intake
import Messages
import PlanLanguage

/// An encoding by any of its names.
struct EncodingName: Phrased {
  let encoding: TextEncoding

  static var form: Message { Message(verbatim: candidates.joined(separator: " · ")) }
  static var candidates: [String] { TextEncoding.allCases.map(\.rawValue) }

  init(encoding: TextEncoding) { self.encoding = encoding }

  init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    // `utf-8` reads as a word, a minus and a number.
    var name = ""
    while let token = reader.next {
      if case .text(let text) = token.kind { name += text } else { name += token.kind.text }
      reader.advance()
    }
    do { encoding = try TextEncoding(named: name) } catch { throw error.placed(at: start.to(reader.previous)) }
  }

  func text(in notation: Notation) -> String { quoted(encoding.rawValue) }
}

/// A delimiter, in quotes or as `tab`.
struct DelimiterName: Phrased {
  let delimiter: Delimiter

  static var form: Message { Message(verbatim: candidates.joined(separator: " · ")) }
  static var candidates: [String] { ["\",\"", "\";\"", "\"|\"", "tab"] }

  init(delimiter: Delimiter) { self.delimiter = delimiter }

  init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    let name = try reader.name(Message("a delimiter in quotes", zh: "引号中的分隔符"))
    do { delimiter = try Delimiter(named: name) } catch { throw error.placed(at: start) }
  }

  func text(in notation: Notation) -> String { quoted(delimiter.rawValue) }
}

/// What parts whole from fraction, in quotes.
struct DecimalMarkName: Phrased {
  let mark: DecimalMark

  static var form: Message { Message(verbatim: candidates.joined(separator: " · ")) }
  static var candidates: [String] { DecimalMark.allCases.map { quoted($0.rawValue) } }

  init(mark: DecimalMark) { self.mark = mark }

  init(from reader: inout PhraseReader) throws(Diagnostic) {
    guard case .text(let text)? = reader.next?.kind, let mark = DecimalMark(rawValue: text) else {
      throw reader.unexpected(DecimalMarkName.form)
    }
    reader.advance()
    self.mark = mark
  }

  func text(in notation: Notation) -> String { quoted(mark.rawValue) }
}

/// A column's header.
struct HeaderText: Phrased {
  let text: String

  static var form: Message { Name.form }

  init(_ text: String) { self.text = text }

  init(from reader: inout PhraseReader) throws(Diagnostic) { text = try reader.name(Name.form, of: "header") }

  func text(in notation: Notation) -> String { spelled(name: text) }
}

/// One header or several, commas between.
struct NameList: Phrased {
  let names: [String]

  static var form: Message { Message("NAME, …", zh: "名称, …") }

  init(_ names: [String]) { self.names = names }

  init(from reader: inout PhraseReader) throws(Diagnostic) {
    names = try [HeaderText](from: &reader).map(\.text)
  }

  func text(in notation: Notation) -> String { names.map(quoted).joined(separator: ", ") }
}
