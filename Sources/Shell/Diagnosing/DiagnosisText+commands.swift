import Analysis
import Insight
import MemberBook
import Messages
import PlanLanguage
import Quantities
import Simulation

extension DiagnosisText {
  /// The command that shows more of a finding, as it is typed.
  func command(for finding: Finding) -> String {
    let (range, earlier) = (request.range.shortest, request.earlier.range.shortest)
    let both = DayRange(request.earlier.range.first, request.range.last)?.shortest ?? range
    /// A measure of the store's purchases alone.
    func here(_ measure: String) -> String {
      isChain ? measure : "\(measure)(store = \(quoted(book.stores.name(store))))"
    }
    func chart(_ metric: String) -> String {
      isChain ? "chart \(metric) by month over \(both)" : "chart \(metric) by store over \(range)"
    }
    switch finding.kind {
    case .change:
      switch diagnosis.change(of: store)?.driver {
      case .members, nil: return chart("active")
      case .frequency: return chart("purchases")
      case .basket: return chart("basket")
      case .returns: return chart("returns")
      case .walkIns: return "show usage over \(range)"
      }
    case .fallingStore:
      let name = finding.store.map { spelled(name: book.stores.name($0)) } ?? ""
      let isUsual = EarlierRange(before: request.range, of: .days(request.range)).range == request.earlier.range
      return "diagnose store \(name) over \(range)" + (isUsual ? "" : " against \(earlier)")
    case .lost:
      return "show members where \(here("purchases")) in \(earlier) >= 1 and \(here("purchases")) in \(range) = 0"
    case .newcomers:
      let before = DayRange(book.firstDay, request.range.first - 1).map { " and purchases in \($0.shortest) = 0" } ?? ""
      return "show members where \(here("purchases")) in \(range) >= 1\(before)"
    case .stuck:
      let tier = spelled(name: diagnosis.tiers[0])
      return "show members where tier = \(tier) and \(here("purchases")) in \(range) >= \(request.stuckFrom)"
    case .vipShare, .usage:
      let metric = finding.kind == .usage ? "usage" : "vip_share"
      return book.has(.store) ? "show usage over \(range)" : chart(metric)
    case .repeatRate: return "show members where \(here("visits")) in \(range) = 1"
    case .concentration: return "show pareto over \(range)"
    case .points: return isChain ? "run baseline over \(range)" : chart("points_redeemed")
    }
  }
}

extension DayRange {
  /// As it is typed: a whole year, quarter or month by its name.
  var shortest: String {
    let (from, to) = (first.components, last.components)
    if self == DayRange(year: from.year) { return String(first.description.prefix(4)) }
    if let quarter = (1...4).first(where: { self == DayRange(year: from.year, quarter: $0) }) {
      return "\(first.description.prefix(4))-Q\(quarter)"
    }
    guard self == DayRange(first.firstOfMonth, last.firstOfNextMonth - 1) else { return description }
    let (start, end) = (first.description.prefix(7), last.description.prefix(7))
    return (from.year, from.month) == (to.year, to.month) ? String(start) : "\(start)..\(end)"
  }
}
