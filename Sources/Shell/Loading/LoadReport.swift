import Intake
import MemberBook
import Quantities
import Reporting

extension Report {
  /// What a load of purchases found: its figures, and what a reader of them must know.
  init(on book: Book, verb: String) {
    self.init(verb: verb, findings: book.findings)
    let walkIns = book.purchases.walkIns
    let returns = (0..<walkIns.lowerBound).count { book.purchases.amount[$0] < 0 }
    let purchases =
      counted(walkIns.lowerBound - returns, "purchase")
      + (returns == 0 ? "" : " and " + counted(returns, "return"))
    title =
      "\(counted(book.findings.rows, "row")): \(purchases) by \(counted(book.members.count, "member")), "
      + (walkIns.isEmpty ? "" : counted(walkIns.count, "walk-in sale") + ", ")
      + "\(book.firstDay)..\(book.lastDay); " + book.findings.asideText
    if book.purchases.receipts == nil, !book.findings.unusedHeaders.isEmpty {
      let unused = book.findings.unusedHeaders.prefix(8).joined(separator: ", ")
      notes.append("no receipt number was recognised, so each row is a purchase of its own; not used: \(unused)")
    }
    let cut = (0..<min(book.members.count, 100_000)).filter { book.members.id(of: $0).isScientific }
    if let first = cut.first {
      notes.append(
        "\(counted(cut.count, "member id")) look like \(book.members.id(of: first)): a spreadsheet program has cut "
          + "their digits, so that several members are one; export them as text")
    }
  }

  /// The figures that every load answers with.
  init(verb: String, findings: Findings) {
    self.init(verb: verb)
    values = [
      .init("rows", .count(Int64(findings.rows))), .init("accepted", .count(Int64(findings.accepted))),
      .init("merged", .count(Int64(findings.merged))), .init("quarantined", .count(Int64(findings.quarantined))),
      .init("walk_ins", .count(Int64(findings.walkIns))),
    ]
    if let hash = findings.inputs.last?.hash, !hash.isEmpty { values.append(.init("hash", .text(hash))) }
    showsValues = false
    notes = findings.notes
  }
}

extension Findings {
  /// How many rows were set aside, in words.
  var asideText: String { quarantined == 0 ? "nothing set aside" : "\(grouped(Int64(quarantined))) set aside" }

  /// What a reader of the figures must know about the load.
  var notes: [String] {
    var notes = quarantinedByKind.map { kind, rows in
      "\(grouped(Int64(rows))) set aside: \(kind.rawValue)"
    }
    if !notes.isEmpty { notes.append("`show quality` lists the rows that were set aside") }
    if let file = inputs.last?.quarantineFile {
      notes.append("they are in \(file), to be mended and loaded with `load more`")
    }
    if let obstacle = inputs.last?.quarantineObstacle {
      notes.append("they were not written to a file: \(obstacle); `set quarantine = \"FOLDER\"` names another place")
    }
    if merged > known {
      notes.append("\(counted(merged - known, "row")) merged: equal in every column to an earlier one")
    }
    if known > 0 { notes.append("\(counted(known, "row")) merged: loaded before") }
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
      guard
        let use = columns.first(where: { use in
          !use.isStated && PurchaseColumn(rawValue: use.role)?.isNamed(by: header) ?? false
        })
      else {
        continue
      }
      notes.append("both `\(use.header)` and `\(header)` could be the \(use.role); `\(use.header)` was used")
    }
    return notes
  }
}

extension String {
  /// Whether a spreadsheet program made this of a long number: `6.22202E+17`.
  fileprivate var isScientific: Bool {
    let parts = split(separator: "E+", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[1].isEmpty && parts[1].allSatisfy(\.isNumber)
      && parts[0].first?.isNumber == true && parts[0].allSatisfy { $0.isNumber || $0 == "." }
  }
}
