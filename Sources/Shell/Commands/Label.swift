import Messages
import Reporting

/// What stands in slots that several commands have.
enum Label {
  static let condition = Message("CONDITION", zh: "条件")
  static let file = Message("\"FILE\"", zh: "\"文件\"")
  static let id = Message("ID", zh: "会员编号")
  static let metric = Message("METRIC", zh: "指标")
  static let metrics = Message("METRICS", zh: "指标")
  static let name = Message("NAME", zh: "名称")
  static let number = Message(verbatim: "N")
  static let path = Message("PATH", zh: "路径")
  static let range = Message("RANGE", zh: "区间")
  static let scenario = Message("SCENARIO", zh: "方案")
  static let segment = Message("SEGMENT", zh: "分群")
  static let script = Message("\"FILE.vip\"", zh: "\"文件.vip\"")
  static let source = Message("SOURCE", zh: "来源")
  static let store = Message("STORE", zh: "门店")
  static let splits = Message("SPLITS", zh: "拆分项")
  static let topic = Message("TOPIC", zh: "主题")
}

/// What slots that several commands have are for.
extension Message {
  static let condition = Message("A comparison of metrics, numbers and variables", zh: "指标、数字和变量之间的比较")
  static let itsName = Message("Its name", zh: "它的名称")
  static let memberID = Message("The member's id", zh: "会员的编号")
  static let metricRange = Message("The range that metrics are asked over; else the last one", zh: "指标所看的区间；省略时用上一个")
  static let newName = Message("What it is called", zh: "取什么名称")
  static let overwriting = Message("Overwrites the file where it is there already", zh: "文件已存在时覆盖它")
  static let replayedDays = Message("The days that are replayed", zh: "回放的日期")
}

/// What several commands say.
extension Message {
  static func written(_ path: String) -> Message { Message("written: \(path)", zh: "已写入：\(path)") }

  static let noResult = Message("there is no result yet", zh: "还没有结果")
}

extension Heading {
  static let meaning = Heading("meaning", Message("meaning", zh: "含义"))
}

extension Answer {
  /// What was done, and below it what its reader must know.
  static func done(_ what: Message, notes: [Message]) -> Answer {
    .done(.sentence([what] + notes.map { .note($0) }, separator: Message(verbatim: "\n")))
  }
}
