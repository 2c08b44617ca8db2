public import Messages
public import PlanLanguage
public import Programme

/// What members are ranked by: a figure of theirs, or a score.
public enum MemberRanking: Phrased {
  case measure(MemberMeasure)
  case score(Reference)

  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("\(MemberMeasure.form), or a score", zh: "\(MemberMeasure.form)，或一个评分") }
  /// What Tab offers.
  public static var candidates: [String] { MemberMeasure.candidates }

  /// Reads it where the reader stands.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    reader.hint(MemberMeasure.candidates.map { .words($0) })
    let name = try Reference(of: Score.declaration.kind, from: &reader)
    let known = MemberMeasure.allCases.first { measure in
      measure.rawValue == name.text || measure.aliases.contains { $0.forms.contains(name.text) }
    }
    self = known.map { .measure($0) } ?? .score(name)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    switch self {
    case .measure(let measure): measure.text(in: notation)
    case .score(let name): name.text(in: notation)
    }
  }
}

extension Analyst {
  /// The score of that name.
  public func score(_ name: Reference) throws(Diagnostic) -> Score {
    if let score = programme.scores.first(where: { $0.name == name.text }) { return score }
    throw Diagnostic(
      AnalysisProblem.noSuch(
        kind: .kind(Score.declaration.kind), name.text, names: MemberMeasure.candidates + programme.scores.map(\.name),
        list: Message(
          "`show scores` lists them; or: \(MemberMeasure.form).", zh: "`show scores` 列出现有的；也可以是：\(MemberMeasure.form)。")
      ), at: name.span)
  }
}
