import Intake
import MemberBook
import Messages
import PlanLanguage
import Quantities
import Reporting

extension Report {
  /// What a load of purchases found: its figures, and what a reader of them must know.
  init(on book: Book, verb: String) {
    self.init(verb: verb, findings: book.findings)
    let walkIns = book.purchases.walkIns
    let returns = (0..<walkIns.lowerBound).count { book.purchases.amount[$0] < 0 }
    let bought = walkIns.lowerBound - returns
    let purchases =
      returns == 0
      ? Message("\(counted(bought, "purchase"))", zh: "\(grouped(Int64(bought))) 笔购买")
      : Message(
        "\(counted(bought, "purchase")) and \(counted(returns, "return"))",
        zh: "\(grouped(Int64(bought))) 笔购买和 \(grouped(Int64(returns))) 笔退货")
    let sales =
      walkIns.isEmpty
      ? .empty : Message("\(counted(walkIns.count, "walk-in sale")), ", zh: "散客购买 \(grouped(Int64(walkIns.count))) 笔，")
    title = Message(
      "\(counted(book.findings.rows, "row")): \(purchases) by \(counted(book.members.count, "member")), \(sales)"
        + "\(book.firstDay)..\(book.lastDay); \(book.findings.asideText)",
      zh: "\(grouped(Int64(book.findings.rows))) 行：\(grouped(Int64(book.members.count))) 名会员的\(purchases)，\(sales)"
        + "\(book.firstDay)..\(book.lastDay)；\(book.findings.asideText)")
    if book.purchases.receipts == nil, !book.findings.unusedHeaders.isEmpty {
      let unused = Message.list(book.findings.unusedHeaders.prefix(8))
      notes.append(
        Message(
          "no receipt number was recognised, so each row is a purchase of its own; not used: \(unused)",
          zh: "没有识别出小票单号，所以每一行算一笔购买；未使用的列：\(unused)"))
    }
  }

  /// The figures that every load answers with.
  init(verb: String, findings: Findings) {
    self.init(verb: verb)
    values = [
      .init(.rows, .count(Int64(findings.rows))), .init(.accepted, .count(Int64(findings.accepted))),
      .init(.merged, .count(Int64(findings.merged))), .init(.quarantined, .count(Int64(findings.quarantined))),
      .init(.walkIns, .count(Int64(findings.walkIns))),
    ]
    if let hash = findings.inputs.last?.hash, !hash.isEmpty { values.append(.init(.hash, .text(hash))) }
    showsValues = false
    notes = findings.notes
  }
}

extension Findings {
  /// How many rows were set aside, in words.
  var asideText: Message {
    let count = grouped(Int64(quarantined))
    return quarantined == 0
      ? Message("nothing set aside", zh: "没有搁置的行") : Message("\(count) set aside", zh: "搁置 \(count) 行")
  }

  /// Rows that may be of one sale.
  var repeatedNote: Message {
    Message(
      "\(counted(repeated, "row")) the same as an earlier one, without a receipt id to tell; "
        + "`duplicates = merge` merges them",
      zh: "\(grouped(Int64(repeated))) 行与前面的某行相同，没有小票单号无法判断；`duplicates = merge` 会合并它们")
  }

  /// What a reader of the figures must know about the load.
  var notes: [Message] { asideNotes + leftOutNotes + mergeNotes + unknownNotes + wordNotes + columnNotes }

  private var leftOutNotes: [Message] {
    guard leftOutAmount != 0 else { return [] }
    let amount = Money(minor: leftOutAmount).text(in: nil)
    return [Message("the rows that `where` leaves out come to \(amount)", zh: "`where` 排除的行合计 \(amount)")]
  }

  /// Cells that cost no row.
  private var unknownNotes: [Message] {
    unknownCells.map { cells in
      Message(
        "`\(cells.header)` is not readable in \(counted(cells.rows, "row")), such as `\(cells.example)`: unknown there, "
          + "the \(counted(cells.rows, "row")) counted",
        zh: "\(grouped(Int64(cells.rows))) 行的 `\(cells.header)` 无法识别，如 `\(cells.example)`：该项作未知，行照常计入")
    }
  }

  /// What columns of statuses and kinds say, where nothing was made of it.
  private var wordNotes: [Message] {
    columnWords.filter { !$0.isUsed && $0.entries.count > 1 }.map { column in
      let words = Message.list(
        column.entries.map { entry in
          let word = entry.word.isEmpty ? "—" : entry.word
          let amount = Money(minor: entry.amount).text(in: nil)
          return Message(
            "\(word): \(counted(entry.rows, "row")), \(amount)", zh: "\(word)：\(grouped(Int64(entry.rows))) 行，\(amount)"
          )
        })
      let header = spelled(name: column.header)
      return Message(
        "`\(column.header)` is not used, all its rows count (\(words)); `where = \(header) != \"…\"` leaves rows out, "
          + "`returns = \(header) = \"…\"` makes them returns",
        zh: "`\(column.header)` 未使用，各行都计入（\(words)）；`where = \(header) != \"…\"` 可排除，"
          + "`returns = \(header) = \"…\"` 可作退货")
    }
  }

  private var asideNotes: [Message] {
    var notes = quarantinedByKind.map { kind, rows in
      Message("\(grouped(Int64(rows))) set aside: \(kind.title)", zh: "搁置 \(grouped(Int64(rows))) 行：\(kind.title)")
    }
    if !notes.isEmpty {
      notes.append(
        Message("`show quality` lists the rows that were set aside", zh: "`show quality` 列出搁置的行"))
    }
    if let file = inputs.last?.quarantineFile {
      notes.append(
        Message(
          "they are in \(file), to be mended and loaded with `load more`", zh: "它们在 \(file) 中，可修正后用 `load more` 载入"))
    }
    if let obstacle = inputs.last?.quarantineObstacle {
      notes.append(
        Message(
          "they were not written to a file: \(obstacle); `set quarantine = \"FOLDER\"` names another place",
          zh: "它们没有写入文件：\(obstacle)；`set quarantine = \"FOLDER\"` 指定别的位置"))
    }
    return notes
  }

  private var mergeNotes: [Message] {
    var notes: [Message] = []
    if merged > known {
      notes.append(
        Message(
          "\(counted(merged - known, "row")) merged: equal in every column to an earlier one",
          zh: "合并 \(grouped(Int64(merged - known))) 行：每一列都与前面的某行相同"))
    }
    if known > 0 {
      notes.append(
        Message(
          "\(counted(known, "row")) merged: loaded before", zh: "合并 \(grouped(Int64(known))) 行：之前已载入"))
    }
    if repeated > 0 { notes.append(repeatedNote) }
    if unmatchedOriginals > 0 {
      notes.append(
        Message(
          "\(counted(unmatchedOriginals, "return")) of an original receipt that the member does not have",
          zh: "\(grouped(Int64(unmatchedOriginals))) 笔退货所指的原小票，该会员没有"))
    }
    return notes
  }

  private var columnNotes: [Message] {
    unusedHeaders.compactMap { header in
      guard
        let use = columns.first(where: { use in
          !use.isStated && PurchaseColumn(rawValue: use.role)?.isNamed(by: header) ?? false
        })
      else { return nil }
      return Message(
        "both `\(use.header)` and `\(header)` could be the \(use.role); `\(use.header)` was used",
        zh: "`\(use.header)` 和 `\(header)` 都可能是 \(use.role)；采用了 `\(use.header)`")
    }
  }
}

extension Heading {
  static let hash = Heading("hash", Message("hash", zh: "哈希值"))
}
