import Files
import Glibc
import MemberBook
import Messages
import Synchronization

/// The file that rows set aside are written to, each as it was, after its line, the column at fault and the reason. Its
/// header is that of the input, so that it can be mended and loaded as the input was.
final class QuarantineFile: Sendable {
  /// The headers of the columns that come before those of the input.
  static let headers = ["quarantine_line", "quarantine_column", "quarantine_reason"]

  /// How many columns of a table with these headers a quarantine file has added.
  static func addedFields(of headers: [String]) -> Int {
    headers.starts(with: Self.headers) ? Self.headers.count : 0
  }

  private struct State: ~Copyable {
    var draft: FileDraft?
    var pending: [UInt8] = []
    /// Why nothing can be written beside the input, where that is so.
    var obstacle: Message?
  }

  private let state = Mutex(State())
  private let base: String
  /// Whether the rows may stay unwritten: nobody asked for this place.
  private let isOptional: Bool
  private let delimiter: Delimiter
  private let header: [UInt8]
  private let language: Language

  /// Reasons are written in `language`.
  init<Role>(_ place: QuarantinePlace, for input: TableInput, _ plan: ReadingPlan<Role>, in language: Language) {
    self.language = language
    base = QuarantineFile.base(place, input)
    isOptional = place == .besideInput
    delimiter = plan.delimiter
    let own = plan.layout.headers.dropFirst(QuarantineFile.addedFields(of: plan.layout.headers))
    let row = (QuarantineFile.headers + own).map { QuarantineFile.cell($0, plan.delimiter) }
    header = [0xEF, 0xBB, 0xBF] + Array(row.joined(separator: plan.delimiter.rawValue).utf8) + [0x0A]
  }

  func append(_ row: QuarantinedRow) throws(Diagnostic) {
    let reason = row.reason.message.text(in: language)
    let cells = [String(row.line), row.column ?? "", reason].map { QuarantineFile.cell($0, delimiter) }
    let text = cells.joined(separator: delimiter.rawValue) + delimiter.rawValue + row.raw + "\n"
    let full = state.withLock { state in
      state.pending += Array(text.utf8)
      return state.pending.count > 1 << 20
    }
    if full { try flush() }
  }

  /// Gives up what was written so far, for the table is read anew.
  func abandon() {
    state.withLock { state in
      state.draft = nil
      state.pending = []
    }
  }

  enum End {
    case nothingSetAside
    case written(String)
    /// The place beside the input cannot be written to.
    case notWritten(reason: Message)
  }

  /// Completes the file.
  func publish() throws(Diagnostic) -> End {
    try flush()
    if let obstacle = state.withLock({ $0.obstacle }) { return .notWritten(reason: obstacle) }
    let draft = state.withLock { $0.draft.take() }
    guard let draft else { return .nothingSetAside }
    return .written(try draft.publish { [base] in base + ($0 == 1 ? "" : "-\($0)") + ".csv" })
  }

  private func flush() throws(Diagnostic) {
    let failure = state.withLock { state -> Message? in
      if state.pending.isEmpty || state.obstacle != nil { return nil }
      if state.draft == nil {
        do throws(Diagnostic) { state.draft = try FileDraft(base + ".csv", at: nil, replacing: true) } catch {
          if isOptional { state.obstacle = error.message }
          return isOptional ? nil : error.message
        }
        state.pending = header + state.pending
      }
      do throws(Diagnostic) { try state.draft?.write(state.pending) } catch { return error.message }
      state.pending = []
      return nil
    }
    if let failure { throw Diagnostic(QuarantineProblem(message: failure)) }
  }

  private static func base(_ place: QuarantinePlace, _ input: TableInput) -> String {
    let path =
      switch input {
      case .file(let path): path
      case .odbc: "odbc"
      }
    let slash = path.lastIndex(of: "/")
    var name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    for ending in [".gz", ".csv", ".txt", ".tsv", ".xlsx", ".xls", ".db", ".sqlite"]
    where name.lowercased().hasSuffix(ending) {
      name.removeLast(ending.count)
    }
    switch place {
    // Standard input has no folder of its own.
    case .besideInput where path.hasPrefix("/dev/"): return name + ".quarantine"
    case .besideInput: return (slash.map { String(path[...$0]) } ?? "") + name + ".quarantine"
    case .folder(let folder): return (folder.hasSuffix("/") ? folder : folder + "/") + name + ".quarantine"
    }
  }

  /// A cell as text of a delimited file.
  private static func cell(_ text: String, _ delimiter: Delimiter) -> String {
    let marks = Set("\"\r\n".unicodeScalars).union(delimiter.rawValue.unicodeScalars)
    guard text.unicodeScalars.contains(where: marks.contains) else { return text }
    var quoted = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    return "\"" + String(quoted) + "\""
  }
}

/// The rows set aside could not be kept.
struct QuarantineProblem: Problem {
  let message: Message

  var code: ErrorCode { .file }
  var hint: Message? {
    Message(
      "rows were set aside and could not be written; nothing was loaded. `set quarantine = \"FOLDER\"` names another "
        + "place, `set quarantine = none` keeps them in `show quality` only",
      zh: "有行被搁置，却无法写入文件；没有载入任何数据。`set quarantine = \"FOLDER\"` 指定别的位置，"
        + "`set quarantine = none` 只在 `show quality` 中保留它们")
  }
}
