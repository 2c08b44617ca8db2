public import Messages
public import PlanLanguage

/// Whom an event is for, best guest first.
public enum Audience: Hashable, Phrased {
  case top(HeadCount, by: Measure)
  /// By a score, at the as-of date.
  case scored(HeadCount, by: ConditionName)
  case list(ListFile)
  /// A segment, or whoever a condition holds of; those who spent most come first.
  case chosen(SegmentCondition)

  /// What members are ranked by, over the 12mo before the as-of date.
  public enum Measure: String, PhrasedChoice {
    case spend, visits, purchases, basket

    /// Its other spellings.
    public var aliases: [Alias] {
      switch self {
      case .spend: [Alias(zh: "消费额")]
      case .visits: [Alias(zh: "到店次数")]
      case .purchases: [Alias(zh: "购买笔数")]
      case .basket: [Alias(zh: "客单价")]
      }
    }
  }

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message(
      "top N by \(Measure.form) or a score, a segment or a condition on members, or a list file in quotes with one member id a "
        + "line", zh: "top N by \(Measure.form) 或一个评分，分群或关于会员的条件，或加引号的名单文件，每行一个会员编号")
  }
  /// What Tab offers.
  public static var candidates: [String] { Measure.allCases.map { "top 200 by \($0.rawValue)" } }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    if reader.accept(word: "top") {
      let count = try HeadCount(from: &reader)
      try reader.expect(word: "by")
      reader.hint(.name(of: Score.declaration.kind))
      if let name = reader.scoreName {
        self = .scored(count, by: name)
        reader.advance()
      } else {
        self = .top(count, by: try Measure(from: &reader))
      }
    } else if case .text(let path)? = reader.next?.kind, !reader.comparesNext {
      self = .list(ListFile(path: path, span: reader.here))
      reader.advance()
    } else if reader.isAtEnd && !reader.isAsking {
      throw reader.unexpected(Audience.form)
    } else {
      self = .chosen(try SegmentCondition(from: &reader))
    }
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    switch self {
    case .top(let count, let measure): "top \(count.text(in: notation)) by \(measure.rawValue)"
    case .scored(let count, let name): "top \(count.text(in: notation)) by \(spelled(name: name.name))"
    case .list(let file): quoted(file.path)
    case .chosen(let condition): condition.text(in: notation)
    }
  }
}

extension PhraseReader {
  /// What comes next where it is a name, but of no measure.
  fileprivate var scoreName: ConditionName? {
    switch next?.kind {
    case .word(let word)?:
      let isMeasure = Audience.Measure.allCases.contains { measure in
        measure.rawValue == word || measure.aliases.contains { $0.forms.contains(word) }
      }
      return isMeasure ? nil : ConditionName(word, kind: Score.declaration.kind, at: here)
    case .text(let text)?: return ConditionName(text, kind: Score.declaration.kind, at: here)
    case .number, .day, .month, .quarter, .monthDay, .time, .reference, .mark, .newline, nil: return nil
    }
  }

  /// Whether a comparison stands behind the next token, which then is a column of the members file.
  fileprivate var comparesNext: Bool {
    switch afterNext?.kind {
    case .mark(let mark)?: SegmentComparison(rawValue: mark.rawValue) != nil
    case .word("in"): true
    case .word, .text, .number, .day, .month, .quarter, .monthDay, .time, .reference, .newline, nil: false
    }
  }
}

/// A file of member ids, and where it was named: the file lies beside that script.
public struct ListFile: Hashable, Sendable {
  /// As the plan writes it.
  public let path: String
  /// Where the plan names it; nil where it does not stand in a text.
  public let span: SourceSpan?

  /// `span` is where the plan names it.
  public init(path: String, span: SourceSpan? = nil) {
    self.path = path
    self.span = span
  }

  /// The same path, wherever it is written.
  public static func == (one: ListFile, other: ListFile) -> Bool { one.path == other.path }
  /// By what `==` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}
