import MemberBook
import Numerics
import Quantities
import Testing

/// The `n`th day of 2024, from 0.
func day(_ n: Int) -> Day { Day(number: 19_723) + n }

/// A book of what `build` appends, with profiles of its members where `profile` enters any.
func book(
  _ build: (inout BookBuilder) throws -> Void, profile: ((inout Profiles, Members) -> Void)? = nil
) throws -> Book {
  var builder = BookBuilder()
  try build(&builder)
  var book = try builder.finish()
  if let profile {
    var profiles = Profiles(count: book.members.count)
    profile(&profiles, book.members)
    book.profiles = profiles
  }
  return book
}

/// Numbers that look thrown but are always the same.
struct Throws {
  private let chance = KeyedChance(seed: 5, purpose: 9)
  private var step: UInt32 = 0

  init() {}

  mutating func next(below bound: Int) -> Int {
    step += 1
    return Int(chance.words(subject: 0, step: step, draw: 0).0 % UInt64(bound))
  }
}
