import MemberBook
import Programme
import Quantities

/// A day's condition on time, store, category and member, flattened for quick evaluation.
struct ConditionProgram: Sendable {
  private enum Step: Sendable {
    case slot(from: Int32, until: Int32)
    /// By code of the store or category.
    case store([Bool])
    case category([Bool])
    /// By member and by tick.
    case birthMonth([UInt8], months: [UInt8])
    /// By member the tick of joining, empty where the first receipts say it; and the day of tick 0.
    case anniversary([Int32], origin: Day)
    case fullPrice
    case and, or, not
  }

  private var steps: [Step] = []
  /// Whether lines of one receipt can differ.
  private(set) var looksAtLines = false

  init(_ condition: Condition, _ history: PurchaseHistory, _ timeline: Timeline) {
    append(condition, history, timeline)
  }

  private mutating func append(_ condition: Condition, _ history: PurchaseHistory, _ timeline: Timeline) {
    let book = history.book
    switch condition {
    case .slot(let slot): steps.append(.slot(from: slot.from.second, until: slot.until.second))
    case .stores(let names): steps.append(.store(ConditionProgram.members(of: names, in: book.stores)))
    case .categories(let names):
      steps.append(.category(ConditionProgram.members(of: names, in: book.categories)))
      looksAtLines = true
    case .fullPrice:
      steps.append(.fullPrice)
      looksAtLines = true
    case .birthdayMonth:
      steps.append(
        .birthMonth(
          history.facts?.birthMonth ?? [],
          months: (0..<timeline.count).map { UInt8(clamping: timeline.day($0).components.month) }))
    case .joiningAnniversary: steps.append(.anniversary(history.facts?.joining ?? [], origin: timeline.origin))
    case .and(let one, let other):
      append(one, history, timeline)
      append(other, history, timeline)
      steps.append(.and)
    case .or(let one, let other):
      append(one, history, timeline)
      append(other, history, timeline)
      steps.append(.or)
    case .not(let one):
      append(one, history, timeline)
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

  /// Whether it holds for a line of `receipt`, bought in `store`; any line where lines do not matter.
  func holds(_ receipt: ReceiptFacts, store: Int, line: Int, _ book: Book) -> Bool {
    // A stack of bits: the deepest condition is as deep as it has operators.
    var stack: [Bool] = []
    for step in steps {
      switch step {
      case .slot(let from, let until): stack.append(receipt.second >= from && receipt.second < until)
      case .store(let members): stack.append(store < members.count && members[store])
      case .category(let members):
        let category = book.categoryCode(ofLine: line)
        stack.append(category < members.count && members[category])
      case .fullPrice: stack.append(!book.lines.discount.isEmpty && book.lines.discount[line] == 0)
      case .birthMonth(let born, let months):
        stack.append(receipt.member < born.count && born[receipt.member] == months[receipt.tick])
      case .anniversary(let joining, let origin):
        let joined = joining.isEmpty ? book.firstTick(of: receipt.member) : Int(joining[receipt.member])
        let today = origin + receipt.tick
        stack.append(
          receipt.tick > joined && (origin + joined).anniversary(in: today.components.year) == today)
      case .not: if let last = stack.popLast() { stack.append(!last) }
      case .and, .or:
        guard let right = stack.popLast(), let left = stack.popLast() else { continue }
        if case .and = step { stack.append(left && right) } else { stack.append(left || right) }
      }
    }
    return stack.last ?? false
  }

  /// The money in a receipt that it holds for, in minor units: of the whole receipt, or of the lines where they
  /// decide; nil where it holds for none of it.
  func amount(of receipt: ReceiptFacts, _ book: Book) -> Int64? {
    let store = book.storeCode(of: receipt.index)
    guard looksAtLines else {
      return holds(receipt, store: store, line: 0, book) ? receipt.net : nil
    }
    var found: Int64?
    for line in book.purchases.lines(of: receipt.index)
    where holds(receipt, store: store, line: line, book) {
      found = (found ?? 0) + book.amount(ofLine: line, receiptNet: receipt.net)
    }
    return found
  }
}

extension Book {
  /// The tick of a member's first receipt; where there is none, one that nothing precedes.
  fileprivate func firstTick(of member: Int) -> Int {
    purchases.range(of: member).first.map { Int(purchases.dayOffset[$0]) + 1 } ?? .max
  }
}
