public import Messages
public import Numerics

/// What looks wrong in rows that were accepted. Nothing is changed by it: a person decides.
public struct Quality: Sendable {
  /// Amounts far from what is usual.
  public let amounts: AmountOutliers
  /// Cards that several people may use.
  public let cards: SharedCards
  /// Nil where no day of joining is known.
  public let early: EarlyPurchases?
  /// Days far from the rest.
  public let dates: StrayDates
  /// Nil where receipts have no ids.
  public let receipts: RepeatedReceipts?

  /// How many examples each finding keeps; all are counted.
  static let keptExamples = 1_000

  /// Looks through all of `book`.
  /// - Throws: `.interrupted`.
  public init(of book: Book, job: Job = .unattended) throws(Diagnostic) {
    amounts = try AmountOutliers(in: book, job)
    cards = try SharedCards(in: book, job)
    early = try EarlyPurchases(in: book, job)
    dates = try StrayDates(in: book, job)
    receipts = try RepeatedReceipts(in: book, job)
  }
}

extension Array {
  /// The first of them, sorted.
  func kept(_ precedes: (Element, Element) -> Bool) -> [Element] {
    Array(sorted(by: precedes).prefix(Quality.keptExamples))
  }
}
