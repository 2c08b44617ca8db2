public import MemberBook
public import Quantities

/// What a mapping block says about a purchases file. Everything has a default; what is not given is recognised.
public struct LoadOptions: Sendable {
  /// Header texts by role, where they are stated.
  public var columns: [Column: String] = [:]
  public var encoding: TextEncoding?
  public var delimiter: Delimiter?
  public var walkIn = WalkIns.keep
  public var duplicates = Duplicates.mergeWithinReceipts
  /// Later dates are set aside. Without it none are.
  public var today: Day?
  /// Bytes that one task reads and parses. It has no influence on the book.
  public var blockSize = 4 << 20
  /// How many threads read and arrange; as many as there are cores where nothing is said. It has no influence either.
  public var threads: Int?

  public init() {}
}

/// What happens to rows with a blank member.
public enum WalkIns: String, PhrasedChoice, Sendable {
  /// They are sales without a member.
  case keep
  /// They are set aside.
  case quarantine
}

/// How far a load has come, in bytes of the file.
public struct LoadProgress: Sendable {
  public let done: Int
  public let total: Int
}
