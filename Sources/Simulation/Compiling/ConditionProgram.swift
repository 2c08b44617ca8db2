import MemberBook
import Programme
import Quantities

/// A day's condition on time, store and category, flattened for quick evaluation.
struct ConditionProgram: Sendable {
  private enum Step: Sendable {
    case slot(from: Int32, until: Int32)
    /// By code of the store or category.
    case store([Bool])
    case category([Bool])
    case and, or, not
  }

  private var steps: [Step] = []
  /// Whether lines of one receipt can differ.
  private(set) var looksAtCategory = false

  init(_ condition: Condition, _ book: Book) {
    append(condition, book)
  }

  private mutating func append(_ condition: Condition, _ book: Book) {
    switch condition {
    case .slot(let slot): steps.append(.slot(from: slot.from.second, until: slot.until.second))
    case .stores(let names): steps.append(.store(ConditionProgram.members(of: names, in: book.stores)))
    case .categories(let names):
      steps.append(.category(ConditionProgram.members(of: names, in: book.categories)))
      looksAtCategory = true
    case .and(let one, let other):
      append(one, book)
      append(other, book)
      steps.append(.and)
    case .or(let one, let other):
      append(one, book)
      append(other, book)
      steps.append(.or)
    case .not(let one):
      append(one, book)
      steps.append(.not)
    case .daysOfMonth, .weekdays, .dates, .season:
      // A condition reduced to a day names no day any more; if one came here it would simply hold.
      steps.append(.slot(from: 0, until: .max))
    }
  }

  private static func members(of names: [String], in table: NameTable) -> [Bool] {
    let wanted = Set(names)
    return (0..<table.count).map { $0 > 0 && wanted.contains(table.name($0)) }
  }

  /// Whether it holds for a line of `category`, bought in `store` at `second`.
  func holds(second: Int32, store: Int, category: Int) -> Bool {
    // A stack of bits: the deepest condition is as deep as it has operators.
    var stack: [Bool] = []
    for step in steps {
      switch step {
      case .slot(let from, let until): stack.append(second >= from && second < until)
      case .store(let members): stack.append(store < members.count && members[store])
      case .category(let members): stack.append(category < members.count && members[category])
      case .not: if let last = stack.popLast() { stack.append(!last) }
      case .and, .or:
        guard let right = stack.popLast(), let left = stack.popLast() else { continue }
        if case .and = step { stack.append(left && right) } else { stack.append(left || right) }
      }
    }
    return stack.last ?? false
  }

  /// The money in a receipt that it holds for, in minor units: of the whole receipt, or of the lines where their
  /// categories decide; nil where it holds for none of it.
  func amount(of receipt: ReceiptFacts, _ book: Book) -> Int64? {
    let store = book.storeCode(of: receipt.index)
    guard looksAtCategory else {
      return holds(second: receipt.second, store: store, category: 0) ? receipt.net : nil
    }
    var found: Int64?
    for line in book.purchases.lines(of: receipt.index)
    where holds(second: receipt.second, store: store, category: book.categoryCode(ofLine: line)) {
      found = (found ?? 0) + book.amount(ofLine: line, receiptNet: receipt.net)
    }
    return found
  }
}
