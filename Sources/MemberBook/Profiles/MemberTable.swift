/// What a members file says, with members numbered in the order of the file.
public struct MemberTable: Sendable {
  var ids = TextTable()
  /// What the table says, by its own numbers of members.
  public private(set) var profiles: Profiles
  /// What became of its rows.
  public var findings = Findings()

  /// The profiles' members are those of `ids`, in that order; an id that comes again is one member.
  public init(ids: [String], profiles: Profiles) {
    for id in ids { _ = self.ids.code(of: Array(id.utf8).span) }
    self.profiles = profiles
  }

  /// What `book` knows of its members.
  public init(of book: Book) {
    var findings = Findings()
    (findings.rows, findings.accepted) = (book.members.count, book.members.count)
    self.init(
      ids: book.members.table, profiles: book.profiles ?? Profiles(count: book.members.count), findings: findings)
  }

  init(ids: TextTable, profiles: Profiles, findings: Findings) {
    self.ids = ids
    self.profiles = profiles
    self.findings = findings
  }

  /// How many members it has.
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
    for member in 0..<result.count {
      guard let referrer = merged.text(.referrer, of: member).flatMap({ names[$0] }) else { continue }
      merged.set(.referrer, to: Array(referrer.utf8).span, of: member)
    }
    return MemberTable(ids: result, profiles: merged, findings: findings)
  }

  /// The table with what `further` says besides; of a member in both, what `further` says counts.
  public func updated(by further: MemberTable) -> MemberTable {
    var all = further.ids
    _ = all.codes(adding: ids)
    func order(in table: TextTable) -> [Int?] {
      (0..<all.count).map { member in all.texts.withText(member) { table.find($0) }.map { Int($0) } }
    }
    var profiles = further.profiles.gathered(order(in: further.ids))
    profiles.fill(from: self.profiles.gathered(order(in: ids)), addsOpenings: false)
    return MemberTable(ids: all, profiles: profiles, findings: findings.followed(by: further.findings))
  }
}
