import Fixtures
import Intake
import MemberBook
import Messages
import Numerics
import Testing

@Suite("Hostile inputs") enum HostileTests {}

/// Which of the three kinds of tables an input is loaded as.
enum HostileLoader: CaseIterable, Sendable {
  case purchases, members, actions

  func findings(
    of input: TableInput, query: String? = nil, blockSize: Int = 4 << 20, threads: Int? = nil,
    quarantine: QuarantinePlace? = nil, dates: DateStyle? = nil
  ) throws(Diagnostic) -> Findings {
    func options<Role: ColumnRole>(_: Role.Type) -> LoadOptions<Role> {
      var options = LoadOptions<Role>()
      (options.query, options.blockSize) = (query, blockSize)
      (options.quarantine, options.dates) = (quarantine, dates)
      return options
    }
    let job = Job(threads: threads)
    return switch self {
    case .purchases: try loadPurchases(from: input, options: options(PurchaseColumn.self), job: job).findings
    case .members: try loadMembers(from: input, options: options(MemberColumn.self), job: job).findings
    case .actions: try loadActions(from: input, options: options(ActionColumn.self), job: job).findings
    }
  }

  /// What loading a file comes to, in a line: `3 = 1 + 0 + 2; 2 金额 no amount; 3 - unclosed quote`, or what it ends with.
  /// It must be the same by blocks of any size, and the sum must hold.
  func outcome(
    of path: String, blocks: [Int] = [1, 7, 64], dates: DateStyle? = nil, query: String? = nil
  ) -> String {
    let whole = outcome(path, 4 << 20, dates, query)
    for size in blocks { #expect(outcome(path, size, dates, query) == whole, "by blocks of \(size)") }
    return whole
  }

  func outcome(of bytes: [UInt8], blocks: [Int] = [1, 7, 64], dates: DateStyle? = nil) throws -> String {
    let file = try TemporaryFile(bytes)
    return outcome(of: file.path, blocks: blocks, dates: dates)
  }

  private func outcome(_ path: String, _ blockSize: Int, _ dates: DateStyle?, _ query: String?) -> String {
    do throws(Diagnostic) {
      let findings = try findings(of: .file(path), query: query, blockSize: blockSize, dates: dates)
      expectAllCounted(findings)
      let sum = "\(findings.rows) = \(findings.accepted) + \(findings.merged) + \(findings.quarantined)"
      let aside = findings.quarantine.prefix(8).map { "\($0.line) \($0.column ?? "-") \($0.reason.kind.rawValue)" }
      return ([sum] + aside).joined(separator: "; ")
    } catch {
      return
        ([error.code.rawValue, error.message.text.replacing(path, with: "FILE")] + [error.hint?.text].compactMap { $0 })
        .joined(separator: "; ")
    }
  }
}
