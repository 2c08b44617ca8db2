import Quantities

/// What someone noted about a member, and when.
struct CareNote: Equatable, Sendable {
  let member: String
  let day: Day
  let text: String
}
