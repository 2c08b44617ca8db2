/// What a members file says, with members numbered in the order of the file.
public struct MemberTable: Sendable {
  var ids = TextTable()
  public private(set) var profiles: Profiles
  public var findings = Findings()

  /// The profiles' members are those of `ids`, in that order; an id that comes again is one member.
  public init(ids: [String], profiles: Profiles) {
    for id in ids { _ = self.ids.code(of: Array(id.utf8).span) }
    self.profiles = profiles
  }

  init(ids: TextTable, profiles: Profiles, findings: Findings) {
    self.ids = ids
    self.profiles = profiles
    self.findings = findings
  }

  public var count: Int { ids.count }

  /// The table in which every member that `names` has a name for is the member of that name, who keeps their own facts
  /// and gets those that only the other one has.
  public func renamed(_ names: [String: String]) -> MemberTable {
    if names.isEmpty { return self }
    var result = TextTable()
    var sources: [[Int]] = []
    for member in 0..<ids.count {
      let id = ids.texts[member]
      let place = Int(result.code(of: Array((names[id] ?? id).utf8).span))
      if place == sources.count { sources.append([]) }
      // The member's own row comes before those of the merged.
      if names[id] == nil { sources[place].insert(member, at: 0) } else { sources[place].append(member) }
    }
    let depth = sources.map(\.count).max() ?? 0
    var merged = profiles.gathered(sources.map(\.first))
    for rank in stride(from: 1, to: depth, by: 1) {
      merged.fill(from: profiles.gathered(sources.map { $0.indices.contains(rank) ? $0[rank] : nil }))
    }
    return MemberTable(ids: result, profiles: merged, findings: findings)
  }
}
