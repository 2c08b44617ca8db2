import Analysis
import MemberBook
import Messages
import PlanLanguage

extension Completer {
  /// The most member ids that are listed.
  static let listedMembers = 100

  /// The ids that begin with `partial`; none as long as nothing is typed and there are many.
  func memberIDs(beginningWith partial: String) -> [Candidate] {
    guard let members = session.dataset?.book.members, !partial.isEmpty || members.count <= Completer.listedMembers
    else {
      return []
    }
    let found = members.ids(beginningWith: partial, atMost: Completer.listedMembers)
    var candidates = found.ids.sorted().map { Candidate(spelled(id: $0)) }
    if !found.areAll, let last = candidates.indices.last { candidates[last].isLastOfMany = true }
    return candidates
  }
}

extension Completer {
  /// What is said in place of ids that are too many to list.
  func remark(at place: CompletionPlace) -> Message {
    guard let members = session.dataset?.book.members, members.count > Completer.listedMembers, place.partial.isEmpty,
      open(at: place).contains(where: { $0.slot.offer == .members })
    else { return .empty }
    return Message(
      "\(counted(members.count, "member")); the first characters of an id narrow them",
      zh: "共 \(grouped(Int64(members.count))) 名会员；输入编号的前几个字符可缩小范围")
  }
}

/// A member's id as it is read after `member`: in quotes where it is no run of letters, digits and hyphens.
func spelled(id: String) -> String {
  let plain = id.unicodeScalars.allSatisfy { isNamePart($0) || $0 == "-" } && !id.isEmpty
  return plain ? id : quoted(id)
}
