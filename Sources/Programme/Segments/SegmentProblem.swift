public import Messages

/// What can be wrong with a segment.
public enum SegmentProblem: Problem {
  case partMissing(SegmentMeasure)
  case textOrder(String)
  case unknownSegment(String, kind: String, names: [String])
  case unknownScore(String, names: [String])
  case unknownHoliday(String, names: [String])
  case noHoliday
  case segmentInTag(String, tag: String)
  case circular([String])
  case measureName(String)
  case unknownMeasure(String, names: [String])
  /// A value of the wrong kind for a column of the members file.
  case columnValue(String, expected: Message, found: String)
  /// A class that a built-in segmentation, or a ladder, does not have.
  case unknownClass(String, of: Message, names: [String])
  case missingColumn(String, Message)
  case tooLarge(String)
  case fourCuts(String)
  case descendingStages
  case oddRhythm
  case tooMuchShare
  /// A kind of which there is one only was given a name.
  case onlyOne(String)

  static var comparisonForm: Message {
    Message("a comparison such as >= 3 or in 3..5", zh: "比较，如 >= 3 或 in 3..5")
  }

  /// The code that the problem is listed under.
  public var code: ErrorCode {
    switch self {
    case .partMissing: .missing
    case .textOrder: .value
    case .unknownSegment, .unknownScore, .unknownHoliday, .unknownMeasure, .unknownClass: .unknownName
    case .noHoliday: .missing
    case .circular: .conflict
    case .measureName: .nameTaken
    case .columnValue: .unit
    case .missingColumn: .noData
    case .tooLarge: .overflow
    case .fourCuts, .oddRhythm, .onlyOne: .value
    case .descendingStages, .tooMuchShare, .segmentInTag: .conflict
    }
  }

  /// What is wrong, in one sentence.
  public var message: Message {
    switch self {
    case .partMissing(let measure): Message("\(measure.name) of what?", zh: "\(measure.name) 指哪一部分？")
    case .textOrder(let name): Message("\(name) is a text, which has no order", zh: "\(name) 是文字，没有大小之分")
    case .unknownSegment(let name, let kind, _):
      SegmentProblem.none(kind == Tag.declaration.kind ? Tag.declaration.noun : Segment.declaration.noun, name)
    case .unknownScore(let name, _): SegmentProblem.none(Score.declaration.noun, name)
    case .unknownHoliday(let name, _): SegmentProblem.none(Holiday.declaration.noun, name)
    case .noHoliday: Message("no holiday is defined", zh: "还没有定义节日")
    case .segmentInTag(let name, let tag):
      Message(
        "tag \(tag) names \(name), a segment; tags name tags only", zh: "标签 \(tag) 引用了分群 \(name)；标签只能引用标签")
    case .circular(let names):
      Message(
        "a segment would be defined by itself: \(names.joined(separator: " → "))",
        zh: "分群会以自己定义自己：\(names.joined(separator: " → "))")
    case .measureName(let name):
      Message("\(name) is already the name of a measure", zh: "\(name) 已是一个度量的名称")
    case .unknownMeasure(let name, _):
      Message("\(name) is no measure and no column of the members file", zh: "\(name) 不是度量，也不是会员文件的列")
    case .columnValue(let name, let expected, let found):
      Message("\(name) takes \(expected), found \(found)", zh: "\(name) 要与\(expected)比较，却是 \(found)")
    case .unknownClass(let name, let kind, _): Message("no \(kind) named \(name)", zh: "\(kind)中没有 \(name)")
    case .missingColumn(let name, let what): Message("\(name) needs \(what)", zh: "\(name) 需要\(what)")
    case .tooLarge(let name): Message("\(name) is compared with too large a value", zh: "与 \(name) 比较的值太大")
    case .fourCuts(let field): Message("\(field) takes four cuts, ascending", zh: "\(field) 要四个分界，从小到大")
    case .descendingStages:
      Message("stages follow each other: 1x ≤ dormant ≤ lost", zh: "各阶段依次相接：1x ≤ dormant ≤ lost")
    case .oddRhythm:
      Message("a rhythm needs a percentile above 0% and 1 to 1,000 gaps", zh: "节奏要有大于 0% 的分位数和 1 到 1,000 次间隔")
    case .onlyOne(let kind): Message("there is one \(kind) only, which takes no name", zh: "\(kind) 只有一个，不带名称")
    case .tooMuchShare: Message("platinum and gold come to more than 100%", zh: "铂金和黄金合计超过 100%")
    }
  }

  private static func none(_ noun: Message, _ name: String) -> Message {
    Message("no \(noun) named \(name)", zh: "没有名为 \(name) 的\(noun)")
  }

  /// What to do next; nil where the message says it.
  public var hint: Message? {
    switch self {
    case .partMissing(.score): suchAs("score(好客) >= 80")
    case .partMissing(let measure): suchAs("\(measure.name)(category = \"GIFT\"), \(measure.name)(weekend)")
    case .textOrder: Message("= and != compare texts", zh: "文字用 = 和 != 比较")
    case .unknownSegment(let name, let kind, let names):
      didYouMean(name, among: names)
        ?? Message(
          "`show \(kind)s` lists them; a comparison needs a value, such as: spend >= 8,000",
          zh: "`show \(kind)s` 列出现有的；比较要有值，例如：spend >= 8,000")
    case .unknownScore(let name, let names):
      didYouMean(name, among: names) ?? Message("`show scores` lists them", zh: "`show scores` 列出现有的")
    case .unknownHoliday(let name, let names): didYouMean(name, among: names) ?? thereAre(names)
    case .noHoliday: suchAs("holiday 中秋 = 2025-10-06, 2026-09-25")
    case .segmentInTag(let name, _):
      Message("define \(name) as a tag, or the tag as a segment", zh: "把 \(name) 定义为标签，或把该标签定义为分群")
    case .fourCuts(let field):
      suchAs(field == "recency" ? "recency = 30d, 60d, 120d, 240d" : "frequency = 2, 4, 8, 16")
    case .onlyOne(let kind): Message("write: \(kind) { … }", zh: "写成：\(kind) { … }")
    case .circular, .descendingStages, .oddRhythm, .tooMuchShare: nil
    case .measureName: Message("choose another name: one name stands for one thing", zh: "请换一个名称：一个名称只代表一样东西")
    case .unknownMeasure(let name, let names):
      didYouMean(name, among: names)
        ?? Message("`help measures` lists what can be compared", zh: "`help measures` 列出可以比较的内容")
    case .columnValue, .tooLarge: nil
    case .unknownClass(let name, _, let names): didYouMean(name, among: names) ?? thereAre(names)
    case .missingColumn: Message("`show quality` tells what was loaded", zh: "`show quality` 说明载入了什么")
    }
  }
}
