import Intake
import MemberBook
import Programme
import Quantities

/// The mapping block of `load`: a field for each column, and the options.
extension LoadOptions {
  static let fields: [Field<LoadOptions>] =
    Column.allCases.map { column in
      Field(column.rawValue, \LoadOptions[header: column], "Header of the column: " + column.summary)
    } + [
      Field("encoding", \.encodingName, "The file's encoding; else it is recognised"),
      Field("delimiter", \.delimiterName, "What stands between fields; else it is recognised"),
      Field("walk_in", \.walkIn, "What becomes of rows without a member"),
      Field("duplicates", \.duplicates, "What becomes of rows that are equal in every column"),
    ]

  subscript(header column: Column) -> Name? {
    get { columns[column].map { Name($0) } }
    set { columns[column] = newValue?.text }
  }

  var encodingName: EncodingName? {
    get { encoding.map { EncodingName(encoding: $0) } }
    set { encoding = newValue?.encoding }
  }

  var delimiterName: DelimiterName? {
    get { delimiter.map { DelimiterName(delimiter: $0) } }
    set { delimiter = newValue?.delimiter }
  }
}

/// An encoding by any of its names.
struct EncodingName: Phrased {
  let encoding: TextEncoding

  static var form: String { candidates.joined(separator: " · ") }
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

  static var form: String { "\",\" · \";\" · \"|\" · tab" }
  static var candidates: [String] { ["\",\"", "\";\"", "\"|\"", "tab"] }

  init(delimiter: Delimiter) { self.delimiter = delimiter }

  init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    let name = try reader.name("a delimiter in quotes")
    do { delimiter = try Delimiter(named: name) } catch { throw error.placed(at: start) }
  }

  func text(in notation: Notation) -> String { quoted(delimiter.rawValue) }
}
