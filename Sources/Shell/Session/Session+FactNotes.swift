import MemberBook
import Programme
import Quantities
import Simulation

extension Session {
  /// What of the members file and the actions file a replay could not use, or only in part.
  func factNotes(on rules: Rules, _ outcome: Outcome, _ data: Dataset) -> [String] {
    importNotes(outcome, data) + openingNotes(on: rules, outcome, data) + actionNotes(on: rules, data)
      + birthdayNotes(on: rules, data)
  }

  private func importNotes(_ outcome: Outcome, _ data: Dataset) -> [String] {
    var notes = outcome.findings.strayTiers.map { stray in
      "\(counted(stray.members, "member")) \(stray.members == 1 ? "holds" : "hold") an imported tier \(stray.name), "
        + "which the ladder does not have; it is left aside"
    }
    if outcome.unseenReviews > 0 {
      notes.append(
        "\(counted(Int(outcome.unseenReviews), "review")) of members with an imported tier looked at a window that begins "
          + "before the data, \(data.book.firstDay); they renewed")
    }
    return notes
  }

  private func openingNotes(on rules: Rules, _ outcome: Outcome, _ data: Dataset) -> [String] {
    var notes: [String] = []
    let found = outcome.findings
    if found.lapsedOpenings > 0 {
      notes.append(
        "the opening points of \(counted(found.lapsedOpenings, "member")) had expired by \(data.book.firstDay), where the "
          + "data start, and are left out")
    }
    if found.negativeOpenings > 0 {
      notes.append("the opening points of \(counted(found.negativeOpenings, "member")) are less than 0 and count as 0")
    }
    if rules.points == nil, data.book.profiles?.hasOpeningPoints == true {
      notes.append("the members file has opening points, but no points policy is defined, so they are left out")
    }
    return notes
  }

  private func actionNotes(on rules: Rules, _ data: Dataset) -> [String] {
    var notes: [String] = []
    let named = (rules.points?.actions.map(\.name) ?? []).map { ("points \(rules.points?.name ?? "")", $0) }
    let asked = rules.ladder.actionNames.map { ("ladder \(rules.ladder.name)", $0) }
    for (owner, name) in named + asked where (data.book.actions?.kinds.code(of: name) ?? 0) == 0 {
      notes.append("\(owner) names action \(name), which the data do not have")
    }
    guard !(named + asked).isEmpty, let actions = data.book.actions else { return notes }
    let asOf = asOf(data)
    let early = (0..<actions.count).count { actions.day($0) < data.book.firstDay }
    let late = (0..<actions.count).count { actions.day($0) > asOf }
    if early > 0 {
      notes.append("\(counted(early, "action")) before \(data.book.firstDay), where the purchases start, are left out")
    }
    if late > 0 {
      notes.append(
        "\(counted(late, "action")) after the as-of date, \(asOf), \(late == 1 ? "is" : "are") left out; `set today` moves it"
      )
    }
    return notes
  }

  private func birthdayNotes(on rules: Rules, _ data: Dataset) -> [String] {
    guard data.book.profiles?.hasBirthdays != true else { return [] }
    var notes: [String] = []
    for benefit in rules.benefits {
      var looks = benefit.when == .birthdayMonth
      if case .purchases(let condition)? = benefit.when { looks = condition.looksAtBirthdays }
      if looks {
        notes.append("benefit \(benefit.name) looks at birthdays, which the data do not have, so it costs nothing here")
      }
    }
    for bonus in rules.points?.bonuses ?? [] where bonus.when?.looksAtBirthdays == true {
      notes.append("bonus \(bonus.name) looks at birthdays, which the data do not have, so none of them matches")
    }
    return notes
  }
}
