public import Messages
public import PlanLanguage

/// Members by their ids, or a list file of them.
public enum NamedMembers: Hashable, Phrased {
  case ids([String])
  case list(ListFile)

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message(
      "member ids such as 0001, 0002, or a list file in quotes with one id a line",
      zh: "会员编号，如 0001, 0002；或加引号的名单文件，每行一个编号")
  }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    if case .text(let path)? = reader.next?.kind, path.contains(where: { "./\\".contains($0) }),
      reader.afterNext?.kind != .mark(.comma)
    {
      self = .list(ListFile(path: path, span: reader.here))
      reader.advance()
      return
    }
    var ids = [try reader.name(NamedMembers.form)]
    while reader.accept(.comma) { ids.append(try reader.name(NamedMembers.form)) }
    self = .ids(ids)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    switch self {
    case .list(let file): quoted(file.path)
    case .ids(let ids):
      ids.map { id in
        id.count < 16 && !id.isEmpty && id.allSatisfy { ("0"..."9").contains($0) } ? id : spelled(name: id)
      }.joined(separator: ", ")
    }
  }
}
