public import Quantities

/// Rows of a members table, as columns in its order. What a row does not say is blank or nil.
public struct MemberBatch: Sendable {
  public private(set) var count = 0
  public var id = TextColumn()
  var texts: [TextColumn] = ProfileText.allCases.map { _ in TextColumn() }
  var days: [[Day?]] = ProfileDay.allCases.map { _ in [] }
  public var birthday: [Birthday?] = []
  public var openingPoints: [Int64?] = []
  public var consent: [Bool?] = []
  /// A text a row for every further column of the table.
  public var attributes: [TextColumn]
  /// A row as such, to tell whether one that comes again says the same.
  public var fingerprint: [Fingerprint] = []

  public init(attributes: Int) { self.attributes = (0..<attributes).map { _ in TextColumn() } }

  public mutating func append(_ fact: ProfileText, _ text: ByteSpan) { texts[place(of: fact)].append(text) }
  public mutating func append(_ fact: ProfileDay, _ day: Day?) { days[place(of: fact)].append(day) }
  public mutating func endRow() { count += 1 }

  func text(_ fact: ProfileText, _ row: Int) -> String { texts[place(of: fact)][row] }
  func day(_ fact: ProfileDay, _ row: Int) -> Day? { days[place(of: fact)][row] }

  private func place(of fact: ProfileText) -> Int { ProfileText.allCases.firstIndex(of: fact) ?? 0 }
  private func place(of fact: ProfileDay) -> Int { ProfileDay.allCases.firstIndex(of: fact) ?? 0 }
}
