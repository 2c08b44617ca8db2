public import Messages
public import PlanLanguage

/// Tiers by name, or from one upwards: `金卡, 钻石`, `银卡..`.
public enum TierSelection: Hashable, Phrased {
  case named([String])
  case from(String)

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message("tiers such as 金卡, 钻石, or 银卡.. for all from there up", zh: "等级，如 金卡, 钻石；或 银卡..，即该级及以上")
  }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let first = try reader.name(Name.form, of: "tier")
    if reader.accept(.range) {
      self = .from(first)
      return
    }
    var names = [first]
    while reader.accept(.comma) { names.append(try reader.name(Name.form, of: "tier")) }
    self = .named(names)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    switch self {
    case .named(let names): names.map { spelled(name: $0) }.joined(separator: ", ")
    case .from(let name): spelled(name: name) + ".."
    }
  }

  /// The tiers that it names outright.
  public var names: [String] {
    switch self {
    case .named(let names): names
    case .from(let name): [name]
    }
  }

  /// Whether each of `tiers` belongs to it.
  public func selects(_ tiers: [String]) -> [Bool] {
    switch self {
    case .named(let names): return tiers.map(names.contains)
    case .from(let name):
      let first = tiers.firstIndex(of: name) ?? tiers.count
      return tiers.indices.map { $0 >= first }
    }
  }
}
