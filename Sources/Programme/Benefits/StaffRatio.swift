public import Messages
public import PlanLanguage
public import Quantities

/// How many of the staff so many members need: `1 per 80 members`. A begun step is a whole one.
public struct StaffRatio: Hashable, Phrased, Dialled {
  /// How many are needed for a step.
  public var staff: Count
  /// How many members a step is.
  public var members: Count

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message("staff per members, such as 1 per 80 members", zh: "每多少会员配几人，如 1 per 80 members")
  }
  /// The finest step that `solve` takes of its own accord, in the unit of the dial.
  public static var finestStep: Ratio { .one }
  /// The members that one step is for.
  public var dial: Number? { members.dial }

  /// `staff` for every `members` begun.
  public init(_ staff: Count, per members: Count) {
    self.staff = staff
    self.members = members
  }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    staff = try StaffRatio.count(&reader, upTo: 1000)
    try reader.expect(word: "per")
    members = try StaffRatio.count(&reader, upTo: 1_000_000)
    if !reader.accept(word: "member") { try reader.expect(word: "members") }
  }

  private static func count(_ reader: inout PhraseReader, upTo most: Int64) throws(Diagnostic) -> Count {
    let start = reader.here
    let count = try Count(from: &reader)
    guard (1...most).contains(count.value) else {
      let bound = grouped(most)
      throw reader.problem(
        ReadingProblem.outOfBounds(
          grouped(count.value), must: Message("between 1 and \(bound)", zh: "在 1 与 \(bound) 之间")), from: start)
    }
    return count
  }

  /// The same with `number` in the place of its own.
  /// - Throws: what is wrong with that number.
  public static func turned(_ current: StaffRatio?, to number: Number, at span: SourceSpan) throws(Diagnostic)
    -> StaffRatio
  {
    let members = try Count.turned(nil, to: number, at: span)
    guard members.value > 0 else {
      throw Diagnostic(
        ReadingProblem.outOfBounds(number.text, must: Message("at least 1", zh: "最少 1")), at: span)
    }
    return StaffRatio(current?.staff ?? Count(1), per: members)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { "\(staff.value) per \(members.value) members" }
}
