public import MemberBook
public import Messages
import Quantities

/// Members in groups by what `fit customers by` names.
public struct FitGroups: Sendable {
  /// What members are grouped by.
  public let split: FitSplit
  /// In their natural order: years ascending, names as they first appear.
  public private(set) var names: [String] = []
  /// By member; -1 for one of whom it is not known.
  public private(set) var groups: [Int32]

  /// - Throws: where the data do not have what is named.
  public init(_ split: FitSplit, _ book: Book) throws(Diagnostic) {
    self.split = split
    groups = [Int32](repeating: -1, count: book.members.count)
    switch split {
    case .store:
      guard !book.purchases.store.isEmpty else { throw Diagnostic(CustomersProblem.noStores) }
      names = book.stores.names
      for member in groups.indices {
        let receipts = book.purchases.range(of: member)
        guard let first = receipts.first else { continue }
        groups[member] = Int32(book.storeCode(of: first)) - 1
      }
    case .joinYear:
      let years = groups.indices.map { member -> Int? in
        let joined = book.profiles?.joined(of: member)
        return (joined ?? book.purchases.range(of: member).first.map { book.purchases.day($0) })?.components.year
      }
      let known = Set(years.compactMap(\.self)).sorted()
      names = known.map(String.init)
      for (member, year) in years.enumerated() {
        groups[member] = Int32(year.flatMap { known.firstIndex(of: $0) } ?? -1)
      }
    case .attribute(let name):
      let attributes = book.profiles?.attributes ?? []
      guard let place = attributes.firstIndex(where: { $0.name == name.text }) else {
        throw Diagnostic(CustomersProblem.noAttribute(name.text, names: attributes.map(\.name)), at: name.span)
      }
      var numbers: [String: Int32] = [:]
      for member in groups.indices {
        guard let value = book.profiles?.value(of: place, of: member) else { continue }
        let text = FitGroups.text(of: value)
        let number = numbers[text] ?? Int32(names.count)
        if number == names.count {
          names.append(text)
          numbers[text] = number
        }
        groups[member] = number
      }
    }
  }

  /// An attribute's value as a group's name.
  public static func text(of value: Attribute.Value) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): Ratio(number, over: 10_000)?.decimal() ?? ""
    case .day(let day): day.description
    }
  }
}
