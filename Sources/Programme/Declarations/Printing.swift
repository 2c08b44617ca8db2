public import Quantities

/// A field of an object as a scenario reaches it.
public struct FieldPath: Sendable {
  public var steps: [String]
  /// The present value in canonical spelling; nil where none is set.
  public let value: String?
  public let summary: String
  public let form: String
  public let candidates: [String]

  func under(_ name: String) -> FieldPath {
    var copy = self
    copy.steps.insert(name, at: 0)
    return copy
  }

  /// As it is written.
  public var text: String { steps.map { spelled(name: $0) }.joined(separator: ".") }
}

extension Declaration {
  /// The definition of `root` in canonical spelling, a line an element; reading it gives `root` back.
  ///
  /// A child says only what differs from its defaults; the object itself says everything that holds.
  public func print(_ root: Root, in notation: Notation, isChild: Bool = false) -> [String] {
    var inner: [String] = []
    let blank = Root(name: "")
    let shown = fields.filter { field in
      let text = field.text(of: root, in: notation)
      return text != nil && !(isChild && text == field.text(of: blank, in: notation))
    }
    let width = shown.map(\.name.count).max() ?? 0
    for field in shown {
      for entry in field.entries(root, notation) {
        let padding = String(repeating: " ", count: children.isEmpty ? 0 : width - field.name.count)
        inner.append("\(field.name)\(padding) = \(entry.value)" + (entry.during.map { " during \($0)" } ?? ""))
      }
    }
    let nested = children.flatMap { $0.print(root, notation) }
    let head = "\(kind) \(spelled(name: root.name, reserved: clauseWords.union(children.map(\.kind))))"
    if inner.isEmpty && nested.isEmpty { return [head] }
    if isChild, nested.isEmpty, inner.count == 1, let field = shown.first, field.name == primary,
      let entry = field.entries(root, notation).first, entry.during == nil
    {
      return ["\(head) = \(entry.value)"]
    }
    if nested.isEmpty && children.isEmpty { return ["\(head) { \(inner.joined(separator: ", ")) }"] }
    return ["\(head) {"] + (inner + nested).map { "  " + $0 } + ["}"]
  }

  /// Every field of `root` and of its children, with its present value.
  /// A child's primary field is reached by the child's name alone.
  public func paths(of root: Root, in notation: Notation, isChild: Bool = false) -> [FieldPath] {
    fields.map { field in
      FieldPath(
        steps: isChild && field.name == primary ? [] : [field.name], value: field.text(of: root, in: notation),
        summary: field.summary, form: field.form,
        candidates: field.candidates)
    } + children.flatMap { $0.paths(root, notation) }
  }
}
