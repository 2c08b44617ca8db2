import Intake
import Messages
import PlanLanguage
import Programme

extension LoadOptions where Role: MappedRole {
  /// The block that `load` takes for this kind of table.
  static func block<Subject>(_ path: any WritableKeyPath<Subject, Block?> & Sendable) -> BlockUse<Subject> {
    BlockUse(
      usage: Message("[{ COLUMN = HEADER … }]", zh: "[{ 列 = 表头 … }]"),
      shape: BlockShape(
        Dictionary(Role.namedEntries.map { ($0.kind, BlockShape()) }, uniquingKeysWith: { first, _ in first }))
    ) { _ in
      fields.map { Candidate($0.name, $0.summary) } + Role.namedEntries.map { Candidate($0.kind, $0.summary) }
    } field: { _, _, path in
      fields.first { [$0.name] == path }?.described()
    } store: {
      $0[keyPath: path] = $1
    }
  }

  /// Reads what a mapping block says.
  mutating func read(_ block: Block) throws(Diagnostic) {
    let fields = Self.fields
    var seen: Set<String> = []
    for entry in block.entries {
      if case .child(let kind, let name?, let value?, nil) = entry.content,
        let named = Role.namedEntries.first(where: { $0.kind == kind })
      {
        try named.set(&self, try Name(name).text, value)
        continue
      }
      guard case .assignment(let path, let value, let during) = entry.content, path.count == 1, let step = path.first,
        let field = fields.first(where: { $0.name == step.name })
      else {
        let names = fields.map(\.name) + Role.namedEntries.map(\.kind)
        throw Diagnostic(
          DefinitionProblem.noSuchField(entry.name, of: Message("mapping", zh: "映射块"), names: names), at: entry.nameSpan
        )
      }
      guard seen.insert(field.name).inserted else {
        throw Diagnostic(DefinitionProblem.givenTwice(field: field.name), at: step.span)
      }
      try field.set(&self, to: value, during: during)
    }
  }
}

extension Entry {
  fileprivate var name: String {
    switch content {
    case .assignment(let path, _, _): path.map(\.name).joined(separator: ".")
    case .child(let kind, _, _, _): kind
    }
  }

  fileprivate var nameSpan: SourceSpan {
    if case .assignment(let path, _, _) = content, let first = path.first { first.span } else { span }
  }
}
