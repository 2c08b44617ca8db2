import CustomerModels
import MemberBook
public import Messages
import PlanLanguage
import Planning
public import Programme
public import Quantities
public import Simulation

/// A place on the guest list of an event still to come.
public struct Invitation {
  /// The name of the event.
  public let event: String
  /// Nil where the event has no date yet.
  public let day: Day?
  /// From 1 on, best first.
  public let place: Int
  /// How many are on the list.
  public let guests: Int
}

extension Analyst {
  /// What the rules made of one member in the year to the as-of date; staff are shared by a tier, and left out.
  public func lastYear(of member: Int, _ rules: Rules) throws(Diagnostic) -> Outcome {
    let data = try loaded()
    let year = try days(of: Placed(.last(.months(12))))
    var own = rules
    own.benefits.removeAll { $0.staff != nil }
    let compiled = try data.history.compile(own, through: year.last)
    return try Replay(data.history).outcomes(of: [[member]], compiled, over: year, job: job)[0]
  }

  /// The events still to come that have the member on their guest list, and where. One whose guests cannot be told is left
  /// out.
  public mutating func invitations(
    of member: Int
  ) throws(Diagnostic) -> [Invitation] {
    let data = try loaded()
    let id = data.book.members.id(of: member)
    var found: [Invitation] = []
    for event in programme.events where event.date.map({ $0 > asOf(data) }) ?? true {
      do throws(Diagnostic) {
        let guests = try guests(of: event, data).guests
        guard let place = guests.firstIndex(where: { $0.id == id }) else { continue }
        found.append(
          Invitation(event: event.name, day: event.date, place: place + 1, guests: guests.count))
      } catch {
        guard error.code != .interrupted else { throw error }
      }
    }
    return found
  }

  /// The outlook; nil where the data have too little for a model.
  public mutating func outlookIfAny() throws(Diagnostic) -> CustomerOutlook? {
    do throws(Diagnostic) { return try outlook() } catch {
      guard error.code == .noData || error.code == .range else { throw error }
      return nil
    }
  }
}
