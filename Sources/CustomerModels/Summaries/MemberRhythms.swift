public import MemberBook
public import Messages
public import Numerics
public import Quantities

/// How long members usually stay away, in the members' order: the days between their purchase days up to a day (see
/// `MemberSummaries` for what a purchase day is), and since the last of them.
public struct MemberRhythms: Sendable, Equatable {
  /// With fewer gaps of their own, members are held to the gaps of all who have so few.
  public static let fewest = 5

  /// Days from the last purchase day to the last day that counts; -1 without one.
  public let present: [Int32]
  /// The 90th percentile of the gaps, by nearest rank; -1 where there are no gaps to tell it.
  public let usual: [Int32]
  /// Whether `usual` is of the pooled gaps.
  public let isPooled: [Bool]
  /// That of the pooled gaps; nil without any.
  public let pooled: Int32?

  /// - Throws: `.interrupted` when `job` is stopped.
  public init(_ book: Book, through: Day, job: Job = .unattended) throws(Diagnostic) {
    let bounds = book.memberSlices(64)
    let end = through - book.purchases.epoch
    let parts = try job.map(bounds.count - 1) { piece in
      var part = Part()
      var gaps: [Int32] = []
      for member in bounds[piece]..<bounds[piece + 1] {
        gaps.removeAll(keepingCapacity: true)
        var last = -1
        book.purchases.forEachPurchaseDay(of: member) { day, _ in
          guard day <= end else { return }
          if last >= 0 { gaps.append(Int32(day - last)) }
          last = day
        }
        part.present.append(last < 0 ? -1 : Int32(clamping: end - last))
        if gaps.count < MemberRhythms.fewest {
          part.usual.append(-1)
          part.few += gaps
        } else {
          gaps.sort()
          part.usual.append(MemberRhythms.percentile(ofSorted: gaps))
        }
      }
      return part
    }
    var few = parts.flatMap(\.few)
    few.sort()
    let pooled = few.isEmpty ? nil : MemberRhythms.percentile(ofSorted: few)
    self.pooled = pooled
    present = parts.flatMap(\.present)
    let own = parts.flatMap(\.usual)
    isPooled = own.map { $0 < 0 }
    usual = own.map { $0 < 0 ? pooled ?? -1 : $0 }
  }

  /// Whether the member has stayed away for longer than nine in ten of the gaps before.
  public func isLate(_ member: Int) -> Bool { usual[member] >= 0 && present[member] > usual[member] }

  /// The smallest that nine in ten are not above. `gaps` is not empty.
  private static func percentile(ofSorted gaps: [Int32]) -> Int32 { gaps[(9 * gaps.count + 9) / 10 - 1] }

  private struct Part: Sendable {
    var present: [Int32] = []
    var usual: [Int32] = []
    /// The gaps of members with few.
    var few: [Int32] = []
  }
}
