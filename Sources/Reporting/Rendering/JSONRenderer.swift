public import Messages
import Quantities

/// A report or an error as one line of JSON. It is for programs, so that all of it is in English whatever the session speaks. Keys are in a stable order, numbers are numbers: money in major
/// units, shares as fractions.
public enum JSONRenderer {
  public static func line(_ report: Report, source: String) -> String {
    var json = JSONText()
    json.object { json in
      json.literal("1", "format")
      json.string(report.verb, "verb")
      json.string(source, "source")
      json.string(report.title.text(in: .english), "title")
      json.object("tables") { json in
        for table in report.tables {
          json.array(table.name) { json in
            for row in table.rows {
              json.object { json in
                for (column, cell) in zip(table.columns, row) { write(cell, column.key, to: &json) }
              }
            }
          }
        }
      }
      json.object("values") { json in for value in report.values { write(value.cell, value.key, to: &json) } }
      json.array("notes") { json in for note in report.notes { json.string(note.text(in: .english)) } }
      if !report.text.isEmpty { json.array("text") { json in for line in report.text { json.string(line) } } }
    }
    return json.text
  }

  public static func line(_ error: Diagnostic) -> String {
    var json = JSONText()
    json.object { json in
      json.literal("1", "format")
      json.object("error") { json in
        json.string(error.code.rawValue, "code")
        json.string(withoutSecrets(error.message.text(in: .english)), "message")
        if let hint = error.hint {
          json.string(withoutSecrets(hint.text(in: .english)), "hint")
        } else {
          json.literal("null", "hint")
        }
        if let span = error.span { json.string(span.place, "source") } else { json.literal("null", "source") }
        if !error.context.isEmpty {
          json.array("context") { json in for line in error.context { json.string(line.text(in: .english)) } }
        }
      }
    }
    return json.text
  }

  private static func write(_ cell: Cell, _ key: String, to json: inout JSONText) {
    switch cell {
    case .text, .word, .day: json.string(plain(cell), key)
    case .count, .points, .money, .share, .quotient, .average, .difference, .number, .estimate, .none:
      json.literal(plain(cell), key)
    }
  }

  /// The value as data has it, a text without its quotes.
  static func plain(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): text
    case .word(let word): word.text(in: .english)
    case .count(let count), .points(let count): String(count)
    case .money(let money): major(money)
    case .share(let part, let whole), .quotient(let part, let whole):
      whole == 0 ? "null" : number(Double(part) / Double(whole))
    case .average(let money, let count): count == 0 ? "null" : number(Double(money.minor) / (Double(count) * 100))
    case .estimate(let value, _): number((value * 1e9).rounded() / 1e9)
    case .difference(let value, _), .number(let value): number(value)
    case .day(let day): day.description
    case .none: "null"
    }
  }

  /// Exact: the decimal that the minor units are.
  static func major(_ money: Money) -> String {
    let cents = money.minor.magnitude % 100
    let sign = money.minor < 0 ? "-" : ""
    let whole = String(money.minor.magnitude / 100)
    if cents == 0 { return sign + whole }
    let digits = cents % 10 == 0 ? String(cents / 10) : (cents < 10 ? "0" : "") + String(cents)
    return sign + whole + "." + digits
  }

  /// The shortest decimal that reads back as the same double; whole numbers without a point.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    return value.description
  }
}
