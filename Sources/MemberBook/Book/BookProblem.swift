internal import Messages
internal import Quantities

/// Why lines cannot become a book.
enum BookProblem: Problem {
  case noLines
  case tooManyLines(Int)
  case tooManyNames(role: String)
  case spanTooLong(first: Day, last: Day)
  case receiptTooLarge(member: String, day: Day)
  case sameKey(String, String)

  var code: ErrorCode {
    switch self {
    case .noLines: .noRows
    case .tooManyLines, .tooManyNames, .spanTooLong, .receiptTooLarge: .limit
    case .sameKey: .nameTaken
    }
  }

  var message: Message {
    switch self {
    case .noLines: Message("there are no purchases", zh: "没有购买记录")
    case .tooManyLines(let count):
      Message(
        "\(count) rows are more than the 2,147,483,647 that a book can hold",
        zh: "\(count) 行，超过最多能容纳的 2,147,483,647 行")
    case .tooManyNames(let role):
      Message(
        "the \(role) column has more than \(NameTable.limit) different values",
        zh: "`\(role)` 列的不同值超过 \(NameTable.limit) 个")
    case .spanTooLong(let first, let last):
      Message(
        "the data run from \(first) to \(last), more than 65,535 days",
        zh: "数据从 \(first) 到 \(last)，超过 65,535 天")
    case .receiptTooLarge("", let day):
      Message(
        "the lines of a receipt on \(day) of no member add up beyond exact arithmetic",
        zh: "散客 \(day) 的一张小票，各行之和超出精确运算的范围")
    case .receiptTooLarge(let member, let day):
      Message(
        "the lines of a receipt on \(day) of member \(member) add up beyond exact arithmetic",
        zh: "会员 \(member) 在 \(day) 的一张小票，各行之和超出精确运算的范围")
    case .sameKey(let one, let other):
      Message(
        "the ids \(one) and \(other) have the same 64-bit key, so that chance could not tell the two members apart",
        zh: "编号 \(one) 和 \(other) 的 64 位键相同，抽样时无法区分这两个会员")
    }
  }

  var hint: Message? {
    switch self {
    case .tooManyNames(let role):
      Message(
        "is the right column mapped? `\(role) = HEADER` in the mapping block says which",
        zh: "映射的列对吗？在映射块中用 `\(role) = HEADER` 指明")
    case .spanTooLong:
      Message("set today, so that later dates are set aside", zh: "设置 today，之后的日期就会被搁置")
    case .sameKey:
      Message("write one of the two ids another way in the file", zh: "在文件中把其中一个编号换个写法")
    case .noLines, .tooManyLines, .receiptTooLarge: nil
    }
  }
}
