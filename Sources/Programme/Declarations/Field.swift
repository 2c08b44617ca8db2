public import Messages
public import PlanLanguage
import Quantities

/// A field of an object of the programme, declared once: its name, where its value lives, and what it means. How it is
/// read, printed, completed, explained and reached from a scenario follows from the type of the value.
public struct Field<Root>: Sendable {
  /// The word that it is written with.
  public let name: String
  /// What may be written for the name.
  public let aliases: [String]
  /// One line for help.
  public let summary: Message
  /// What may be written, in words.
  public let form: Message
  /// A word on what Tab offers for the value.
  public let notes: [String: Message]
  /// What may stand behind the beginning of a value.
  public let continuation: @Sendable (Phrase) -> Continuation
  /// Whether the value may differ `during` a range of days.
  public let isScheduled: Bool
  /// What the name in brackets stands for, `actions(NAME)`, in a field that has a value for each of several names; nil
  /// where the field is one value.
  public let key: Message?
  /// Whether the field has a value without such a name too.
  let keyMayMiss: Bool
  /// What the field is named after and told by, such as `metric`; nil where it is told by itself.
  public let namesake: String?
  let assign: @Sendable (inout Root, String, Phrase, DayRange?) throws(Diagnostic) -> Void
  /// The number in it, by the name in brackets, that can be turned; nil where its values have none.
  let dial: @Sendable (String) -> Dial<Root>?
  /// The values as they would be written, one an entry; none where nothing is set.
  let entries: @Sendable (Root, Notation) -> [FieldEntry]

  /// A field that always has a value.
  public init<Value: Phrased>(
    _ name: String, _ path: any WritableKeyPath<Root, Value> & Sendable, _ summary: Message
  ) {
    let dial = Dial<Root> { (root) -> Value? in
      root[keyPath: path]
    } set: {
      $0[keyPath: path] = $1
    }
    self.init(name, Value.self, summary, isScheduled: false) { _ in
      dial
    } assign: { root, _, phrase, _ throws(Diagnostic) in
      root[keyPath: path] = try Value(phrase)
    } entries: { root, notation in
      [FieldEntry(root[keyPath: path].text(in: notation))]
    }
  }

  /// A field that may be left out.
  public init<Value: Phrased>(
    _ name: String, _ path: any WritableKeyPath<Root, Value?> & Sendable, _ summary: Message
  ) {
    let dial = Dial<Root> { (root) -> Value? in
      root[keyPath: path]
    } set: {
      $0[keyPath: path] = $1
    }
    self.init(name, Value.self, summary, isScheduled: false) { _ in
      dial
    } assign: { root, _, phrase, _ throws(Diagnostic) in
      root[keyPath: path] = try Value(phrase)
    } entries: { root, notation in
      root[keyPath: path].map { [FieldEntry($0.text(in: notation))] } ?? []
    }
  }

  /// A field whose value may change for a while.
  public init<Value: Phrased>(
    _ name: String, _ path: any WritableKeyPath<Root, Scheduled<Value>> & Sendable, _ summary: Message
  ) {
    let dial = Dial<Root> { root in
      root[keyPath: path].base
    } set: {
      $0[keyPath: path].base = $1
    }
    self.init(name, Value.self, summary, isScheduled: true) { _ in
      dial
    } assign: { root, _, phrase, range throws(Diagnostic) in
      let value = try Value(phrase)
      root[keyPath: path].set(value, during: range)
    } entries: { root, notation in
      root[keyPath: path].entries(notation)
    }
  }

  /// A field with a value for each of several names, `actions(签到) = 10`, each of which may change for a while.
  public init<Value: Phrased>(
    _ name: String, byEach key: Message, _ path: any WritableKeyPath<Root, NamedValues<Value>> & Sendable,
    _ summary: Message
  ) {
    self.init(name, Value.self, summary, isScheduled: true, key: key) { key in
      Dial<Root> { root in
        root[keyPath: path][key].base
      } set: {
        $0[keyPath: path][key].base = $1
      }
    } assign: { root, key, phrase, range throws(Diagnostic) in
      let value = try Value(phrase)
      root[keyPath: path][key].set(value, during: range)
    } entries: { root, notation in
      root[keyPath: path].values.flatMap { $0.value.entries(notation, key: $0.name) }
    }
  }

  /// A field with a value for all and others for each of several names: `members = 5,000, members(金卡) = 300`.
  init<Value: Phrased>(
    _ name: String, aliases: [String], namedAfter namesake: String, alsoByEach key: Message, _ type: Value.Type,
    _ summary: Message,
    set: @escaping @Sendable (inout Root, _ key: String?, Value) -> Void,
    get: @escaping @Sendable (Root) -> [(key: String?, value: Value)]
  ) {
    self.init(
      name, type, summary, isScheduled: false, key: key, keyMayMiss: true, aliases: aliases, namesake: namesake
    ) { _ in
      nil
    } assign: { root, key, phrase, _ throws(Diagnostic) in
      set(&root, key.isEmpty ? nil : key, try Value(phrase))
    } entries: { root, notation in
      get(root).map { FieldEntry($0.value.text(in: notation), key: $0.key) }
    }
  }

  private init<Value: Phrased>(
    _ name: String, _ type: Value.Type, _ summary: Message, isScheduled: Bool, key: Message? = nil,
    keyMayMiss: Bool = false, aliases: [String] = [], namesake: String? = nil,
    dial: @escaping @Sendable (String) -> Dial<Root>?,
    assign: @escaping @Sendable (inout Root, String, Phrase, DayRange?) throws(Diagnostic) -> Void,
    entries: @escaping @Sendable (Root, Notation) -> [FieldEntry]
  ) {
    self.name = name
    self.summary = summary
    self.form = type.form
    notes = type.notes
    continuation = { type.continuation(of: $0) }
    self.isScheduled = isScheduled
    self.key = key
    self.keyMayMiss = keyMayMiss
    self.namesake = namesake
    self.aliases = aliases
    self.dial = dial
    self.assign = assign
    self.entries = entries
  }

  /// Reads `value` into this field of `root`; `during` only where the field can change for a while.
  ///
  /// `step` is what led here; nil where the field was meant without being named. With `turning`, as in a scenario, a
  /// number alone turns the field's number and leaves what else it says.
  public func set(
    _ root: inout Root, at step: PathStep? = nil, to value: Phrase, during: Phrase?, turning: Bool = false
  ) throws(Diagnostic) {
    let key = try key(in: step)
    if turning, during == nil, value.tokens.count == 1, case .number(let number)? = value.tokens.first?.kind,
      let dial = dial(key), dial.number(root) != nil
    {
      return try dial.turn(&root, number, value.span)
    }
    guard let during else { return try assign(&root, key, value, nil) }
    guard isScheduled else { throw Diagnostic(DefinitionProblem.notScheduled(field: name), at: during.span) }
    try assign(&root, key, value, try DayRange(during))
  }

  /// The name in brackets, where the field takes one; blank in any other field, which takes none.
  func key(in step: PathStep?) throws(Diagnostic) -> String {
    let names = step?.arguments ?? []
    guard let key else {
      guard names.isEmpty else { throw Diagnostic(DefinitionProblem.takesNoName(field: name), at: step?.span) }
      return ""
    }
    if keyMayMiss, names.isEmpty { return "" }
    guard names.count == 1, let only = names.first else {
      throw Diagnostic(DefinitionProblem.takesOneName(field: name, key: key), at: step?.span)
    }
    return only
  }

  /// The value as it would be written; nil where none is set.
  public func text(of root: Root, in notation: Notation) -> String? {
    text(entries(root, notation))
  }

  func text(_ entries: [FieldEntry]) -> String? {
    let texts = entries.map { entry in
      (entry.key.map { "\(head(key: $0)) = " } ?? "") + entry.value + (entry.during.map { " during \($0)" } ?? "")
    }
    return texts.isEmpty ? nil : texts.joined(separator: ", ")
  }

  /// The field's name as an entry begins, `actions(签到)`.
  func head(key: String?) -> String { key.map { "\(name)(\(spelled(name: $0)))" } ?? name }
}

/// A value of a field as it would be written.
struct FieldEntry {
  let key: String?
  let value: String
  let during: DayRange?

  init(_ value: String, during: DayRange? = nil, key: String? = nil) {
    self.key = key
    self.value = value
    self.during = during
  }
}

extension Scheduled {
  func entries(_ notation: Notation, key: String? = nil) -> [FieldEntry] {
    (base.map { [FieldEntry($0.text(in: notation), key: key)] } ?? [])
      + changes.map { FieldEntry($0.value.text(in: notation), during: $0.during, key: key) }
  }
}
