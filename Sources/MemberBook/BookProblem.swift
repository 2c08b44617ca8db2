public import Quantities

/// Why lines cannot become a book.
public enum BookProblem: Problem {
  case noLines
  case tooManyLines(Int)
  case tooManyNames(role: String)
  case spanTooLong(first: Day, last: Day)
  case receiptTooLarge(member: String, day: Day)
  case sameKey(String, String)

  public var code: ErrorCode {
    switch self {
    case .noLines: .noRows
    case .tooManyLines, .tooManyNames, .spanTooLong, .receiptTooLarge: .limit
    case .sameKey: .nameTaken
    }
  }

  public var message: Message {
    switch self {
    case .noLines: "there are no purchases"
    case .tooManyLines(let count): "\(count) rows are more than the 2,147,483,647 that a book can hold"
    case .tooManyNames(let role): "the \(role) column has more than \(NameTable.limit) different values"
    case .spanTooLong(let first, let last): "the data run from \(first) to \(last), more than 65,535 days"
    case .receiptTooLarge(let member, let day):
      "the lines of a receipt on \(day) of \(member.isEmpty ? "no member" : "member \(member)") add up beyond exact arithmetic"
    case .sameKey(let one, let other):
      "the ids \(one) and \(other) have the same 64-bit key, so that chance could not tell the two members apart"
    }
  }

  public var hint: Message? {
    switch self {
    case .tooManyNames(let role): "is the right column mapped? `\(role) = HEADER` in the mapping block says which"
    case .spanTooLong: "set today, so that later dates are set aside"
    case .sameKey: "write one of the two ids another way in the file"
    case .noLines, .tooManyLines, .receiptTooLarge: nil
    }
  }
}
