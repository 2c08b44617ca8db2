import Messages

/// A scene that members shop in, by a rule over their lines. Segments may name tags; tags name tags only.
public struct Tag: NamedCondition {
  /// How the plan calls it.
  public var name: String
  /// Who carries it.
  public var condition: SegmentCondition?

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// Its keyword, fields and children, and what help says of them.
  public static let declaration = Declaration<Tag>(
    "tag", zh: "标签",
    Message(
      "A scene that members shop in, such as gifts, holidays, stocking up, workdays: a rule over their lines",
      zh: "会员的购物场景，如送礼、节日、囤货、工作日：对明细行的规则"),
    where: Message(
      "Who carries it: share of spend in a category, on weekends, before holidays, at a price band or by the hour, and "
        + "every other measure and tag, joined by and, or, not, but not",
      zh: "谁带有它：某品类、周末、节前、某价格带或某时段的消费占比，以及其他度量和标签，用 and、or、not、but not 连接"),
    example: """
      tag 送礼 {
        where = share(category = "配饰") >= 10% and visits >= 2
      }
      """)
}
