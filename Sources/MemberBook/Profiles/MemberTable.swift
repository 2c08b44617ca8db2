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
}
