import Messages

extension ErrorCode {
  /// What provokes the error.
  var example: Example {
    switch self {
    case .syntax: Example("run baseline in 2025", shown: 8)
    case .literal: Example("let rise = 1,5", shown: 8)
    case .unit: Example("scenario 低 from baseline { 会员.金卡.spend = 5% }", shown: 8)
    case .unknownName: Example("show ladder 会圆", shown: 8)
    case .nameTaken: Example("let spend = 8,000", shown: 8)
    case .value: Example("demo boutique members 0", shown: 8)
    case .missing: Example("run baseline", shown: 8)
    case .conflict: Example("scenario 低 from baseline { 会员.金卡.spend = 1,000 }", shown: 8)
    case .range: Example("run baseline over 2025-12-31..2025-01-01", shown: 8)
    case .file:
      Example(
        "load purchases from \"tll.csv\"", shown: 8, files: ["till.csv": "member,date,amount\nA,2025-01-01,100\n"])
    case .noRows:
      Example("load purchases from \"till.csv\"", shown: 8, files: ["till.csv": "member,date,amount\n"])
    case .column:
      Example("load purchases from \"till.csv\"", shown: 8, files: ["till.csv": "member,date\nA,2025-01-01\n"])
    case .encoding:
      Example(
        "load purchases from \"till.csv\" { encoding = ebcdic }", shown: 8,
        files: ["till.csv": "member,date,amount\nA,2025-01-01,100\n"])
    case .limit: Example("for x in 1..1,000,000 { let y = x }", shown: 8)
    case .noData: Example("run baseline over 2025", shown: 8, .empty)
    case .metric: Example("compare baseline 提高门槛 over 2025 on members by month", shown: 8)
    case .overflow: Example("let much = 90,000,000,000,000 * 90,000,000,000,000", shown: 8)
    case .assertion: Example("assert share(金卡) in 8%..12% over 2025 else \"Gold is out of bounds\"", shown: 8)
    case .interrupted:
      Example("sweep 会员.金卡.spend from 4,000 to 14,000 step 10 over 2025 on share(金卡)", shown: 8, .interrupted)
    }
  }
}
