public import Messages

/// `en`, `zh-Hans` or `zh-Hant`.
extension Language: Phrased {
  /// What may be written, in words, for help and errors.
  public static var form: Message { Message(verbatim: candidates.joined(separator: " · ")) }
  /// What Tab offers.
  public static var candidates: [String] { allCases.map(\.rawValue) }
  /// Each by its own name, so that who reads no other finds it.
  public static var notes: [String: Message] {
    [
      english.rawValue: Message(verbatim: "English"), simplified.rawValue: Message(verbatim: "简体中文"),
      traditional.rawValue: Message(verbatim: "繁體中文"),
    ]
  }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    var name = try reader.name(Language.form)
    while reader.accept(.minus) { name += "-" + (try reader.name(Language.form)) }
    guard let language = Language.allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() }) else {
      throw reader.problem(ReadingProblem.notOneOf(found: name, options: Language.candidates), from: start)
    }
    self = language
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { rawValue }
}
