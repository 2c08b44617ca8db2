public import Messages
public import Numerics

extension BookBuilder {
  /// Appends every line of `book`. A member is called by the name that `names` gives its id, else by its id.
  public mutating func append(
    contentsOf book: Book, renaming names: [String: String] = [:], job: Job = .unattended
  ) throws(Diagnostic) {
    try book.forEachBatch(calling: { member in
      let id = book.members.id(of: member)
      return names[id] ?? id
    }) { (batch) throws(Diagnostic) in
      try job.check()
      try append(batch)
    }
  }
}

extension Book {
  /// The book in which every member that `names` has a name for is the member of that name.
  public func renamed(_ names: [String: String], job: Job = .unattended) throws(Diagnostic) -> Book {
    var builder = BookBuilder(duplicates: .keep)
    try builder.append(contentsOf: self, renaming: names, job: job)
    var book = try builder.finish()
    book.findings = findings
    return book
  }

  /// How many lines its receipts have.
  public var lineCount: Int { purchases.lineStart.last.map { Int($0) } ?? purchases.count }
}
