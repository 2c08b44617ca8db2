public import Quantities

/// Rows of a members table, as columns in its order. What a row does not say is blank or nil.
public struct MemberBatch: Sendable {
  /// How many rows are complete.
  public private(set) var count = 0
  /// Member ids as written.
  public var id = TextColumn()
  var texts: [TextColumn] = ProfileText.allCases.map { _ in TextColumn() }
  var days: [[Day?]] = ProfileDay.allCases.map { _ in [] }
  /// Nil where the cell is blank.
  public var birthday: [Birthday?] = []
  /// Nil where the cell is blank.
  public var openingPoints: [Int64?] = []
  /// Whether the member may be contacted; nil where the cell is blank.
  public var consent: [Bool?] = []
  /// A text a row for every further column of the table.
  public var attributes: [TextColumn]
  /// A row as such, to tell whether one that comes again says the same.
  public var fingerprint: [Fingerprint] = []

  /// With so many attributes of the file's own.
  public init(attributes: Int) { self.attributes = (0..<attributes).map { _ in TextColumn() } }

  /// Appends the row's text fact.
  public mutating func append(_ fact: ProfileText, _ text: ByteSpan) { texts[place(of: fact)].append(text) }
  /// Appends the row's day; nil where it is blank.
  public mutating func append(_ fact: ProfileDay, _ day: Day?) { days[place(of: fact)].append(day) }
  /// Completes a row, all of whose facts are appended.
  public mutating func endRow() { count += 1 }

  func text(_ fact: ProfileText, _ row: Int) -> String { texts[place(of: fact)][row] }
  func day(_ fact: ProfileDay, _ row: Int) -> Day? { days[place(of: fact)][row] }

  private func place(of fact: ProfileText) -> Int { ProfileText.allCases.firstIndex(of: fact) ?? 0 }
  private func place(of fact: ProfileDay) -> Int { ProfileDay.allCases.firstIndex(of: fact) ?? 0 }
}
