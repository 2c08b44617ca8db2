import Intake
import MemberBook
import Programme
import Quantities
import Reporting
import Simulation

/// `load purchases from "FILE" { member = 会员卡号 … }`
struct LoadPurchases: Command {
  var path = Quoted()
  var block: Block?

  static let syntax = Syntax<LoadPurchases>(
    "load purchases", "Reads purchases from a CSV file in place of those that are loaded",
    [.required("from", "\"FILE\"", \.path, "The file, beside the script or in the current directory", .files)],
    block: BlockUse(usage: "[{ COLUMN = HEADER … }]", shape: BlockShape()) { _ in
      LoadOptions.fields.map { Candidate($0.name, $0.summary) }
    } store: {
      $0.block = $1
    },
    examples: [
      "load purchases from \"journey_purchases.csv\"",
      "load purchases from \"till.csv\" { member = 会员卡号, amount = 实付金额, encoding = gb18030 }",
    ])

  func run(in session: inout Session) throws -> Answer {
    var options = LoadOptions()
    options.today = session.settings.today ?? session.environment.today
    if let block { try LoadOptions.fields.read(block, into: &options, of: "mapping") }
    let file = session.resolve(path)
    let stop = session.environment.stop
    let book: Book
    do { book = try loadPurchases(from: file, options: options, isCancelled: stop.isRaised) } catch {
      throw error.placed(at: path.span)
    }
    guard let history = History(book) else { throw Diagnostic(ShellProblem.amountsTooLarge, at: path.span) }
    session.dataset = Dataset(path: path.text, history: history)
    session.lastRange = nil
    return .report(report(on: book))
  }

  private func report(on book: Book) -> Report {
    let findings = book.findings
    let walkIns = book.purchases.walkIns
    let returns = (0..<walkIns.lowerBound).count { book.purchases.amount[$0] < 0 }
    let purchases =
      counted(walkIns.lowerBound - returns, "purchase")
      + (returns == 0 ? "" : " and " + counted(returns, "return"))
    var report = Report(verb: "load")
    report.title =
      "\(counted(findings.rows, "row")): \(purchases) by \(counted(book.members.count, "member")), "
      + (walkIns.isEmpty ? "" : counted(walkIns.count, "walk-in sale") + ", ")
      + "\(book.firstDay)..\(book.lastDay); "
      + (findings.quarantined == 0 ? "nothing set aside" : "\(grouped(Int64(findings.quarantined))) set aside")
    report.values = [
      .init("rows", .count(Int64(findings.rows))), .init("accepted", .count(Int64(findings.accepted))),
      .init("merged", .count(Int64(findings.merged))), .init("quarantined", .count(Int64(findings.quarantined))),
      .init("walk_ins", .count(Int64(findings.walkIns))),
    ]
    report.showsValues = false
    report.notes = findings.notes
    return report
  }
}

extension Findings {
  /// What a reader of the figures must know about the load.
  var notes: [String] {
    var notes = quarantinedByKind.map { kind, rows in
      "\(grouped(Int64(rows))) set aside: \(kind.rawValue)"
    }
    if !notes.isEmpty { notes.append("`show quality` lists the rows that were set aside") }
    if merged > 0 {
      notes.append("\(counted(merged, "row")) merged: equal in every column to one of the same receipt")
    }
    if repeated > 0 {
      notes.append(
        "\(counted(repeated, "row")) the same as an earlier one, without a receipt id to tell; `duplicates = merge` merges them"
      )
    }
    if unmatchedOriginals > 0 {
      notes.append(
        "\(counted(unmatchedOriginals, "return")) of an original receipt that the member does not have")
    }
    for header in unusedHeaders {
      guard let use = columns.first(where: { use in Column(rawValue: use.role)?.isNamed(by: header) ?? false }) else {
        continue
      }
      notes.append("both `\(use.header)` and `\(header)` could be the \(use.role); `\(use.header)` was used")
    }
    return notes
  }
}

extension [Field<LoadOptions>] {
  /// Reads a block that has fields only.
  func read(_ block: Block, into options: inout LoadOptions, of kind: String) throws(Diagnostic) {
    var seen: Set<String> = []
    for entry in block.entries {
      guard case .assignment(let path, let value, let during) = entry.content, path.count == 1, let step = path.first,
        let field = first(where: { $0.name == step.name })
      else {
        let name = entry.name
        throw Diagnostic(DefinitionProblem.noSuchField(name, of: kind, names: map(\.name)), at: entry.nameSpan)
      }
      guard seen.insert(field.name).inserted else {
        throw Diagnostic(DefinitionProblem.givenTwice(field: field.name), at: step.span)
      }
      try field.set(&options, to: value, during: during)
    }
  }
}

extension Entry {
  fileprivate var name: String {
    switch content {
    case .assignment(let path, _, _): path.map(\.name).joined(separator: ".")
    case .child(let kind, _, _, _): kind
    }
  }

  fileprivate var nameSpan: Span {
    if case .assignment(let path, _, _) = content, let first = path.first { first.span } else { span }
  }
}
