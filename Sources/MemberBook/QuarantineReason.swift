public import Quantities

/// Why a row was set aside. Cells are quoted as they stood in the input.
public enum QuarantineReason: Sendable, Equatable {
  case dateMissing
  case dateUnreadable(String)
  case dateUnclear(String)
  case dateDoesNotExist(String)
  case dateAfterToday(Day, today: Day)
  case dateBefore1900(Day)
  case dateBeyondCalendar(Day)
  case datesConflict(String, String)
  case timeUnreadable(String)
  case amountMissing
  case amountUnreadable(String)
  case tooManyDecimals(String)
  case amountBeyondBound(String)
  case quantityUnreadable(String)
  case wrongFieldCount(found: Int, expected: Int)
  case titleRow
  case totalRow(String)
  case repeatedHeader
  case undecodable
  case unclosedQuote
  case textAfterQuote
  /// A cell of a workbook whose value stands in `row`, above.
  case mergedCell(row: Int)
  /// A cell of a workbook with a formula that no program has worked out.
  case unworkedFormula
  case walkIn
  case memberMissing
  case memberTwice(line: Int)
  case birthdayUnreadable(String)
  case pointsUnreadable(String)
  case consentUnreadable(String)
  case actionMissing
  case tooManyActionNames

  /// The reason without its facts, for counting.
  public enum Kind: String, CaseIterable, Sendable {
    case dateMissing = "no date"
    case dateUnreadable = "date not readable"
    case dateUnclear = "date unclear"
    case dateDoesNotExist = "date does not exist"
    case dateAfterToday = "date after today"
    case dateBefore1900 = "date before 1900"
    case dateBeyondCalendar = "date after 2079"
    case datesConflict = "date and time disagree"
    case timeUnreadable = "time not readable"
    case amountMissing = "no amount"
    case amountUnreadable = "amount not readable"
    case tooManyDecimals = "more than two decimals"
    case amountBeyondBound = "amount too large"
    case quantityUnreadable = "quantity not readable"
    case wrongFieldCount = "wrong number of fields"
    case titleRow = "title row"
    case totalRow = "total row"
    case repeatedHeader = "repeated header"
    case undecodable = "undecodable bytes"
    case unclosedQuote = "unclosed quote"
    case textAfterQuote = "text after a closing quote"
    case mergedCell = "merged cell"
    case unworkedFormula = "formula without a value"
    case walkIn = "no member"
    case memberMissing = "no member id"
    case memberTwice = "member there before"
    case birthdayUnreadable = "birthday not readable"
    case pointsUnreadable = "points not readable"
    case consentUnreadable = "consent not readable"
    case actionMissing = "no action"
    case tooManyActionNames = "too many action names"
  }

  public var kind: Kind {
    switch self {
    case .dateMissing: .dateMissing
    case .dateUnreadable: .dateUnreadable
    case .dateUnclear: .dateUnclear
    case .dateDoesNotExist: .dateDoesNotExist
    case .dateAfterToday: .dateAfterToday
    case .dateBefore1900: .dateBefore1900
    case .dateBeyondCalendar: .dateBeyondCalendar
    case .datesConflict: .datesConflict
    case .timeUnreadable: .timeUnreadable
    case .amountMissing: .amountMissing
    case .amountUnreadable: .amountUnreadable
    case .tooManyDecimals: .tooManyDecimals
    case .amountBeyondBound: .amountBeyondBound
    case .quantityUnreadable: .quantityUnreadable
    case .wrongFieldCount: .wrongFieldCount
    case .titleRow: .titleRow
    case .totalRow: .totalRow
    case .repeatedHeader: .repeatedHeader
    case .undecodable: .undecodable
    case .unclosedQuote: .unclosedQuote
    case .textAfterQuote: .textAfterQuote
    case .mergedCell: .mergedCell
    case .unworkedFormula: .unworkedFormula
    case .walkIn: .walkIn
    case .memberMissing: .memberMissing
    case .memberTwice: .memberTwice
    case .birthdayUnreadable: .birthdayUnreadable
    case .pointsUnreadable: .pointsUnreadable
    case .consentUnreadable: .consentUnreadable
    case .actionMissing: .actionMissing
    case .tooManyActionNames: .tooManyActionNames
    }
  }

  /// One line, lower case, without a full stop.
  public var message: Message {
    switch self {
    case .dateMissing: "the date is blank"
    case .dateUnreadable(let text): "\(quoted(text)) is not a date"
    case .dateUnclear(let text):
      "\(quoted(text)) does not tell the day from the month, or the century; `dates = dmy` or `dates = mdy` says it"
    case .dateDoesNotExist(let text): "the calendar has no \(quoted(text))"
    case .dateAfterToday(let day, let today): "\(day) lies after today, \(today)"
    case .dateBefore1900(let day): "\(day) lies before 1900"
    case .dateBeyondCalendar(let day): "\(day) lies after 2079-06-06, the last day that a book can hold"
    case .datesConflict(let date, let time): "the date says \(quoted(date)), the time \(quoted(time))"
    case .timeUnreadable(let text): "\(quoted(text)) is not a time of day"
    case .amountMissing: "the amount is blank"
    case .amountUnreadable(let text): "\(quoted(text)) is not an amount"
    case .tooManyDecimals(let text): "\(quoted(text)) has more than two decimals"
    case .amountBeyondBound(let text): "\(quoted(text)) is beyond the bound of 1,000,000,000,000.00"
    case .quantityUnreadable(let text): "\(quoted(text)) is not a quantity"
    case .wrongFieldCount(let found, let expected): "\(found) fields where the header has \(expected)"
    case .titleRow: "a title above the header"
    case .totalRow(let word): "a total, marked \(quoted(word))"
    case .repeatedHeader: "the header again"
    case .undecodable: "bytes that are no text in the file's encoding"
    case .unclosedQuote: "a quote that is opened here is never closed"
    case .textAfterQuote: "text follows a closing quote"
    case .memberMissing: "the member's id is blank"
    case .memberTwice(let line): "the member stands in line \(line) already, with other facts"
    case .birthdayUnreadable(let text): "\(quoted(text)) is not a birthday"
    case .pointsUnreadable(let text): "\(quoted(text)) is not a number of whole points from 0"
    case .consentUnreadable(let text): "\(quoted(text)) is neither yes nor no"
    case .actionMissing: "what was done is not said"
    case .tooManyActionNames: "there are more than 65,535 names of actions; is the right column mapped to `kind`?"
    case .mergedCell(let row): "the cell is merged with the one in row \(row); unmerge it and fill it down"
    case .unworkedFormula: "a formula that was never worked out; open the workbook in a spreadsheet program and save it"
    case .walkIn: "no member, and `walk_in = quarantine` is set"
    }
  }
}

/// A cell of the input in a message, cut where it is long.
private func quoted(_ cell: String) -> String {
  let shown = cell.prefix(40)
  return shown.endIndex == cell.endIndex ? "`\(cell)`" : "`\(shown)…`"
}
