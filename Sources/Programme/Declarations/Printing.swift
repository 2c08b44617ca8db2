public import Messages
public import PlanLanguage

/// A field of an object as a scenario reaches it.
public struct FieldPath: Sendable {
  /// A field with a value for each of several names has the name in brackets within its last step.
  public var steps: [PathText]
  /// The present value in canonical spelling; nil where none is set.
  public let value: String?
  /// The field that it leads to.
  public let field: FieldSummary
  /// Whether the field's values have a number that can be turned.
  public let isDial: Bool

  /// One line for help.
  public var summary: Message { field.summary }
  /// What may be written there.
  public var form: Message { field.form }

  func under(_ name: String) -> FieldPath {
    var copy = self
    copy.steps.insert(PathText(name), at: 0)
    return copy
  }

  /// As it is written.
  public var text: String { steps.map(\.text).joined(separator: ".") }

  /// The names in it, those in brackets among them.
  public var names: [String] { steps.flatMap { $0.key.isEmpty ? [$0.name] : [$0.name, $0.key] } }
}

/// A step of a path, without a place.
public struct PathText: Sendable, Hashable {
  /// The field's word or the child's name.
  public let name: String
  /// What stands in brackets; blank where nothing does.
  public let key: String

  init(_ name: String, key: String = "") {
    self.name = name
    self.key = key
  }

  /// As it is written, the key in brackets.
  public var text: String { spelled(name: name) + (key.isEmpty ? "" : "(\(spelled(name: key)))") }
}

extension PathStep {
  /// As it is written.
  public var text: String {
    spelled(name: name)
      + (arguments.isEmpty ? "" : "(" + arguments.map { spelled(name: $0) }.joined(separator: ", ") + ")")
  }

  /// As parts of a definition are told apart: the name and what stands in brackets, without quotes.
  var label: String { name + (arguments.isEmpty ? "" : "(" + arguments.joined(separator: ", ") + ")") }

  /// Without its place.
  public var plain: PathText { PathText(name, key: arguments.first ?? "") }
}

extension Declaration {
  /// The definition of `root` in canonical spelling, a line an element; reading it gives `root` back.
  ///
  /// A child says only what differs from its defaults; the object itself says everything that holds.
  /// A child's name needs quotes where it is one of the kinds `beside` it.
  public func print(
    _ root: Root, in notation: Notation, isChild: Bool = false, beside: Set<String> = []
  ) -> [String] {
    var inner: [String] = []
    let blank = Root(name: "")
    let shown = fields.filter { field in
      let text = field.text(of: root, in: notation)
      return text != nil && !(isChild && text == field.text(of: blank, in: notation))
    }
    let width = shown.map(\.name.count).max() ?? 0
    let kinds = Set(children.map(\.kind))
    let nested = children.flatMap { $0.print(root, notation, kinds) }
    // Fields that are named after something may be many.
    let isLong = shown.count > 3 && shown.contains { $0.namesake != nil }
    let isLine = nested.isEmpty && (isChild || children.isEmpty) && !isLong
    for field in shown {
      for entry in field.entries(root, notation) {
        let head = field.head(key: entry.key)
        let padding = String(repeating: " ", count: isLine ? 0 : max(0, width - head.count))
        inner.append("\(head)\(padding) = \(entry.value)" + (entry.during.map { " during \($0)" } ?? ""))
      }
    }
    let reserved = clauseWords.union(kinds).union(beside)
    let name = isNamedByPeriod ? root.name : spelled(name: root.name, reserved: reserved)
    let head = isSingle ? kind : "\(kind) \(name)"
    if inner.isEmpty && nested.isEmpty { return [head] }
    if nested.isEmpty, inner.count == 1, let field = shown.first, field.name == primary,
      let entry = field.entries(root, notation).first, entry.during == nil
    {
      return ["\(head) = \(entry.value)"]
    }
    if isLine { return ["\(head) { \(inner.joined(separator: ", ")) }"] }
    return ["\(head) {"] + (inner + nested).map { "  " + $0 } + ["}"]
  }

  /// Every field of `root` and of its children, with its present value.
  /// A child's primary field is reached by the child's name alone.
  public func paths(of root: Root, in notation: Notation, isChild: Bool = false) -> [FieldPath] {
    fields.flatMap { field -> [FieldPath] in
      let entries = field.entries(root, notation)
      func path(_ step: PathText, _ value: String?) -> FieldPath {
        FieldPath(
          steps: isChild && field.name == primary ? [] : [step], value: value, field: field.described(),
          isDial: field.dial(step.key) != nil)
      }
      guard field.key != nil else { return [path(PathText(field.name), field.text(entries))] }
      // What may stand without a name is listed where it does.
      let bare = entries.filter { $0.key == nil }
      var keys: [String] = []
      for case let key? in entries.map(\.key) where !keys.contains(key) { keys.append(key) }
      return (bare.isEmpty ? [] : [path(PathText(field.name), field.text(bare))])
        + keys.map { key in
          let values = entries.filter { $0.key == key }.map { FieldEntry($0.value, during: $0.during) }
          return path(PathText(field.name, key: key), field.text(values))
        }
    } + children.flatMap { $0.paths(root, notation) }
  }
}
