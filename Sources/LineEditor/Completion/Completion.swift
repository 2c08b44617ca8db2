/// Where completion is asked for: the text before and after the cursor, folded pastes unfolded.
public struct CompletionRequest: Equatable, Sendable {
  public let before: String
  public let after: String

  public init(before: String, after: String = "") {
    self.before = before
    self.after = after
  }
}

/// What may stand at the cursor.
public struct Completion: Equatable, Sendable {
  public struct Candidate: Equatable, Sendable {
    /// What goes into the line, quotes included where the name needs them.
    public let text: String
    /// A word on it for the list, such as a field's default or a path's present value.
    public let note: String
    /// Whether a space follows when it is the only one; not after a directory or an open bracket.
    public let endsWord: Bool

    public init(_ text: String, note: String = "", endsWord: Bool = true) {
      self.text = text
      self.note = note
      self.endsWord = endsWord
    }
  }

  /// How many characters of the text before the cursor stay; what comes after them is replaced.
  public let start: Int
  /// In the order in which they are listed.
  public let candidates: [Candidate]
  /// Whether there are no others; else those given have no more in common than all.
  public let areAll: Bool
  /// What is shown where there are none.
  public let remark: String

  public init(start: Int, candidates: [Candidate], areAll: Bool = true, remark: String = "") {
    self.start = start
    self.candidates = candidates
    self.areAll = areAll
    self.remark = remark
  }

  public static let none = Completion(start: 0, candidates: [])

  /// The longest text that all candidates begin with.
  var commonPrefix: String {
    guard var prefix = candidates.first?.text else { return "" }
    for candidate in candidates.dropFirst() {
      prefix = String(zip(prefix, candidate.text).prefix { $0 == $1 }.map(\.0))
    }
    return prefix
  }
}
