public import Quantities

/// A field of an object of the programme, declared once: its name, where its value lives, and what it means. How it is
/// read, printed, completed, explained and reached from a scenario follows from the type of the value.
public struct Field<Root>: Sendable {
  public let name: String
  public let summary: String
  /// What may be written, in words.
  public let form: String
  /// Words that Tab offers for the value.
  public let candidates: [String]
  /// Whether the value may differ `during` a range of days.
  public let isScheduled: Bool
  let assign: @Sendable (inout Root, Phrase, DayRange?) throws(Diagnostic) -> Void
  /// The number in it that can be turned; nil where its values have none.
  let dial: Dial<Root>?
  /// The values as they would be written, one an entry; none where nothing is set.
  let entries: @Sendable (Root, Notation) -> [(value: String, during: DayRange?)]

  /// A field that always has a value.
  public init<Value: Phrased>(
    _ name: String, _ path: any WritableKeyPath<Root, Value> & Sendable, _ summary: String
  ) {
    let dial = Dial<Root> { (root) -> Value? in
      root[keyPath: path]
    } set: {
      $0[keyPath: path] = $1
    }
    self.init(name, Value.self, summary, isScheduled: false, dial: dial) { root, phrase, _ throws(Diagnostic) in
      root[keyPath: path] = try Value(phrase)
    } entries: { root, notation in
      [(root[keyPath: path].text(in: notation), nil)]
    }
  }

  /// A field that may be left out.
  public init<Value: Phrased>(
    _ name: String, _ path: any WritableKeyPath<Root, Value?> & Sendable, _ summary: String
  ) {
    let dial = Dial<Root> { (root) -> Value? in
      root[keyPath: path]
    } set: {
      $0[keyPath: path] = $1
    }
    self.init(name, Value.self, summary, isScheduled: false, dial: dial) { root, phrase, _ throws(Diagnostic) in
      root[keyPath: path] = try Value(phrase)
    } entries: { root, notation in
      root[keyPath: path].map { [($0.text(in: notation), nil)] } ?? []
    }
  }

  /// A field whose value may change for a while.
  public init<Value: Phrased>(
    _ name: String, _ path: any WritableKeyPath<Root, Scheduled<Value>> & Sendable, _ summary: String
  ) {
    let dial = Dial<Root> { root in
      root[keyPath: path].base
    } set: {
      $0[keyPath: path].base = $1
    }
    self.init(name, Value.self, summary, isScheduled: true, dial: dial) { root, phrase, range throws(Diagnostic) in
      let value = try Value(phrase)
      root[keyPath: path].set(value, during: range)
    } entries: { root, notation in
      let scheduled = root[keyPath: path]
      return (scheduled.base.map { [($0.text(in: notation), nil)] } ?? [])
        + scheduled.changes.map { ($0.value.text(in: notation), $0.during) }
    }
  }

  private init<Value: Phrased>(
    _ name: String, _ type: Value.Type, _ summary: String, isScheduled: Bool, dial: Dial<Root>?,
    assign: @escaping @Sendable (inout Root, Phrase, DayRange?) throws(Diagnostic) -> Void,
    entries: @escaping @Sendable (Root, Notation) -> [(value: String, during: DayRange?)]
  ) {
    self.name = name
    self.summary = summary
    self.form = type.form
    self.candidates = type.candidates
    self.isScheduled = isScheduled
    self.dial = dial
    self.assign = assign
    self.entries = entries
  }

  /// Reads `value` into this field of `root`; `during` only where the field can change for a while.
  ///
  /// With `turning`, as in a scenario, a number alone turns the field's number and leaves what else it says.
  public func set(
    _ root: inout Root, to value: Phrase, during: Phrase?, turning: Bool = false
  ) throws(Diagnostic) {
    if turning, during == nil, value.tokens.count == 1, case .number(let number)? = value.tokens.first?.kind, let dial,
      dial.number(root) != nil
    {
      return try dial.turn(&root, number, value.span)
    }
    guard let during else { return try assign(&root, value, nil) }
    guard isScheduled else { throw Diagnostic(DefinitionProblem.notScheduled(field: name), at: during.span) }
    try assign(&root, value, try DayRange(during))
  }

  /// The value as it would be written; nil where none is set.
  public func text(of root: Root, in notation: Notation) -> String? {
    let texts = entries(root, notation).map { $0.value + ($0.during.map { " during \($0)" } ?? "") }
    return texts.isEmpty ? nil : texts.joined(separator: ", ")
  }
}
