public import Messages
public import PlanLanguage

/// Members who share one balance of points: `pool 家庭 { by = 家庭号, tier = shared, max = 5 }`.
public struct Pool: Declared {
  /// How the plan calls it.
  public var name: String
  /// The column of the members file in which the members of a pool hold the same text.
  public var by: AttributeName?
  /// shared: one tier, window and term for the pool, which everybody's receipts count for, in order of time; it .
  public var tier: PoolTier = .separate
  /// The most members of a pool; those who joined later stay outside, with a balance of their own. No limit where it .
  public var max: Count?

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// Its keyword, fields and children, and what help says of them.
  public static let declaration = Declaration<Pool>(
    "pool", zh: "积分池", Message("Members who share one balance of points, such as families", zh: "共用一个积分余额的会员，如家庭"),
    fields: [
      Field(
        "by", \.by,
        Message(
          "The column of the members file that says who belongs together: members in whom it holds the same text, blanks "
            + "aside, are one pool. Lots, expiry, inactivity and debt are the pool's; caps, limits and what a return takes "
            + "back of its own purchase stay each member's",
          zh: "会员文件中说明谁属于一起的列：该列文字相同（空白除外）的会员为一池。积分批次、过期、不活跃和欠分属于整个池；"
            + "上限、次数限制以及退货扣回本人购买所得的积分仍按各人")),
      Field(
        "tier", \.tier,
        Message(
          "shared: one tier, window and term for the pool, which everybody's receipts count for, in order of time; it "
            + "joined with its earliest member and starts with the highest tier that is imported. Each member holds the "
            + "tier, so that each change counts for each. separate: each member's own tier",
          zh: "shared：全池共用一个等级、考察期和保级期，所有人的小票按时间先后计入；入会日期取最早的成员，导入的等级取最高的。"
            + "每个成员都持有该等级，每次变动各计一次。separate：各人有各人的等级")),
      Field(
        "max", \.max,
        Message(
          "The most members of a pool; those who joined later stay outside, with a balance of their own. No limit where it "
            + "is left out",
          zh: "一池最多多少会员；入会较晚的留在池外，各有余额；不写则不限")),
    ])
}

extension Pool {
  /// The first contradiction, for the policy that has them.
  static func inconsistency(in pools: [Pool]) -> Inconsistency? {
    if pools.count > 1 { return Inconsistency(PoolProblem.several(pools.map(\.name)), at: [pools[1].name]) }
    guard let pool = pools.first else { return nil }
    guard pool.by != nil else {
      return Inconsistency(
        DefinitionProblem.missing(Message(verbatim: "by"), of: pool.title, example: "by = 家庭号"), at: [pool.name])
    }
    if let max = pool.max, max.value < 2 {
      return Inconsistency(
        ReadingProblem.outOfBounds(max.text(in: Notation()), must: Message("at least 2", zh: "至少为 2")),
        at: [pool.name, "max"])
    }
    return nil
  }
}

/// A column of the members file, by its header.
public struct AttributeName: Hashable, Phrased {
  /// The header of the column.
  public var text: String

  /// `text` is the header as the file has it.
  public init(_ text: String) { self.text = text }

  /// What may be written, in words, for help and errors.
  public static var form: Message { Name.form }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    text = try reader.name(Name.form, of: "column")
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { spelled(name: text) }
}

/// Whose tier the members of a pool hold.
public enum PoolTier: String, PhrasedChoice {
  case shared, separate
}

/// What can be wrong with a pool, by itself or beside the ladder and the data.
public enum PoolProblem: Problem {
  case several([String])
  /// The first tier whose places are limited.
  case limitedPlaces(tier: String, pool: String)
  case noMembersFile(pool: String)
  case unknownColumn(String, pool: String, names: [String])

  /// The code that the problem is listed under.
  public var code: ErrorCode {
    switch self {
    case .several, .limitedPlaces: .conflict
    case .noMembersFile: .noData
    case .unknownColumn: .unknownName
    }
  }

  /// What is wrong, in one sentence.
  public var message: Message {
    switch self {
    case .several(let names):
      Message(
        "a points policy has one pool at most, and this one has \(Message.list(names))",
        zh: "一个积分政策最多有一个积分池，这里有 \(Message.list(names))")
    case .limitedPlaces(let tier, let pool):
      Message(
        "\(tier) has limited places, which are handed out to members one by one, and pool \(pool) shares its tier",
        zh: "\(tier) 限制人数，名额逐个分给会员，而积分池 \(pool) 共用等级")
    case .noMembersFile(let pool):
      Message(
        "pool \(pool) goes by a column of the members file, and none is loaded", zh: "积分池 \(pool) 按会员文件的一列划分，而没有载入会员文件")
    case .unknownColumn(let name, let pool, _):
      Message(
        "pool \(pool) goes by \(name), which is no column of the members file",
        zh: "积分池 \(pool) 按 \(name) 划分，会员文件中没有这一列")
    }
  }

  /// What to do next; nil where the message says it.
  public var hint: Message? {
    switch self {
    case .several: Message("keep one", zh: "请只保留一个")
    case .limitedPlaces: Message("leave `most` out, or say `tier = separate`", zh: "请去掉 `most`，或写 `tier = separate`")
    case .noMembersFile: suchAs("load members from \"会员.csv\"")
    case .unknownColumn(let name, _, let names):
      didYouMean(name, among: names)
        ?? (names.isEmpty
          ? Message("it has no column that says who belongs together", zh: "其中没有说明谁属于一起的列")
          : Message("its columns: \(Message.list(names))", zh: "它的列：\(Message.list(names))"))
    }
  }
}
