import MemberBook
import Quantities

/// `merge members A B`: two ids that are one person.
struct MergeMembers: Command {
  var kept = Reference("")
  var merged = Reference("")

  static let syntax = Syntax<MergeMembers>(
    "merge members", "Counts two members as one, under the first one's id; `undo` takes it back",
    [
      .argument("A", \.kept, "The id that stays", .members),
      .argument("B", \.merged, "The id whose purchases and actions become A's", .members),
    ],
    examples: [Example("merge members V0000106 V0000159", shown: 2)])

  func run(in session: inout Session) throws -> Answer {
    _ = try session.member(kept)
    _ = try session.member(merged)
    guard kept.text != merged.text else { throw Diagnostic(OnePersonAlready(id: kept.text), at: merged.span) }
    var renames = session.renames.mapValues { $0 == merged.text ? kept.text : $0 }
    renames[merged.text] = kept.text
    session.dataset = try session.inputs.dataset(renaming: renames, stop: session.environment.stop)
    session.renames = renames
    return .done("members \(kept.text) and \(merged.text) are one: \(kept.text)")
  }
}

private struct OnePersonAlready: Problem {
  let id: String
  var code: ErrorCode { .value }
  var message: Message { "\(id) and \(id) are one member already" }
}
