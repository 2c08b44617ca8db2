public import Messages
import Programme

extension Message {
  /// What objects of a kind are called: `ladder`, 等级体系. Words of no kind are as they are typed.
  /// An object by its kind and name: `bonus 会员日`.
  public static func named(_ word: String, _ name: String) -> Message {
    Message("\(word) \(name)", zh: "\(kind(word)) \(name) ")
  }

  /// What objects of a kind are called: `ladder`, 等级体系. Words of no kind are as they are typed.
  public static func kind(_ word: String) -> Message {
    switch word {
    case "scenario": Message("scenario", zh: "方案")
    case "tier": Message("tier", zh: "等级")
    case "bonus": Message("bonus", zh: "积分奖励")
    case "action": Message("action", zh: "行为")
    case "category": Message("category", zh: "品类")
    case "store": Message("store", zh: "门店")
    case "attribute": Message("attribute", zh: "会员属性")
    case "column": Message("a column of the members file", zh: "会员文件的列")
    case "header": Message("header", zh: "表头")
    default: Programme.kinds.first { $0.word == word }?.noun ?? Message(verbatim: word)
    }
  }
}
