import Analysis
import MemberBook
import Messages

/// `merge members A B`: two ids that are one person.
struct MergeMembers: Command {
  var kept = Reference("")
  var merged = Reference("")

  static let syntax = Syntax<MergeMembers>(
    "merge members",
    Message(
      "Counts two members as one, under the first one's id; `undo` takes it back", zh: "把两名会员算作一人，用第一个编号；`undo` 可以撤销"),
    aliases: [Alias(zh: "合并")],
    [
      .argument(Message(verbatim: "A"), \.kept, Message("The id that stays", zh: "保留的编号"), offers: .members),
      .argument(
        Message(verbatim: "B"), \.merged,
        Message("The id whose purchases and actions become A's", zh: "购买和行为并入 A 的编号"), offers: .members),
    ],
    changes: .definitions(
      StepName(words: 3, kindWords: 1) { _ in Message("merge members", zh: "合并会员") }),
    examples: [Example("merge members V0000106 V0000159", shown: 2)])

  func run(in session: inout Session) throws -> Answer {
    _ = try session.analyst.member(kept, renamed: session.renames)
    _ = try session.analyst.member(merged, renamed: session.renames)
    guard kept.text != merged.text else { throw Diagnostic(OnePersonAlready(id: kept.text), at: merged.span) }
    var renames = session.renames.mapValues { $0 == merged.text ? kept.text : $0 }
    renames[merged.text] = kept.text
    session.dataset = try session.inputs.dataset(renaming: renames, job: session.job)
    session.renames = renames
    return .done(
      Message(
        "members \(kept.text) and \(merged.text) are one: \(kept.text)",
        zh: "会员 \(kept.text) 和 \(merged.text) 是一人：\(kept.text)"))
  }
}

private struct OnePersonAlready: Problem {
  let id: String
  var code: ErrorCode { .value }
  var message: Message { Message("\(id) and \(id) are one member already", zh: "\(id) 和 \(id) 已经是同一名会员") }
}
