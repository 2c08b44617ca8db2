import Analysis
import CustomerModels
import MemberBook
import Messages
import Quantities
import Reporting

/// A fit in words and cells.
struct FitText {
  let fit: CustomerFit
  let book: Book

  var title: Message {
    let days = DayRange(min(book.firstDay, fit.calibration), fit.calibration) ?? DayRange(fit.calibration)
    let members = fit.first.members
    guard fit.fits.count == 1 else {
      return Message(
        "customer models of \(counted(members, "member")), \(days)", zh: "顾客模型，\(grouped(Int64(members))) 名会员，\(days)")
    }
    return Message(
      "\(fit.first.requested.title) of \(counted(members, "member")), \(days)",
      zh: "\(fit.first.requested.title)，\(grouped(Int64(members))) 名会员，\(days)")
  }

  var tables: [Table] { [models, parameters] + [baskets, cohorts].compactMap(\.self) }

  /// A row a model.
  private var models: Table {
    var table = Table(
      "models",
      columns: [
        .init(.model), .init(.members), .init(.repeatBuyers), .init(.logLikelihood), .init(.aic),
        .init(.bic, isShown: false), .init(.startsAgreeing),
      ])
    table.rows = fit.fits.map { fit in
      [
        .text(fit.requested.title), .count(Int64(fit.members)), .count(Int64(fit.repeatBuyers)),
        .number(fit.logLikelihood), .number(fit.aic), .number(fit.bic),
        .word(Message("\(fit.agreeing) of \(fit.starts.count)", zh: "\(fit.starts.count) 中的 \(fit.agreeing)")),
      ]
    }
    return table
  }

  /// A row a parameter, with what it means.
  private var parameters: Table {
    var table = Table(
      "parameters",
      columns: [
        .init(.model, isShown: fit.fits.count > 1), .init(.parameter), .init(.value), .init(.standardError),
        .init(.meaning, wraps: true, isShown: fit.fits.count == 1),
      ])
    for fit in fit.fits {
      table.rows += fit.parameters.map { parameter in
        [.text(fit.requested.title)] + FitText.cells(parameter)
          + [.word(fit.kind.meaning(of: parameter.name))]
      }
    }
    return table
  }

  private static func cells(_ parameter: FittedParameter) -> [Cell] {
    [.text(parameter.name), .number(parameter.value), parameter.standardError.map { .number($0) } ?? .none]
  }

  private var baskets: Table? {
    guard case .success(let fit) = fit.baskets else { return nil }
    var table = Table(
      "baskets",
      title: Message(
        "Gamma-Gamma of \(counted(fit.repeatBuyers, "repeat buyer")), ln L \(fit.logLikelihood.thousandths)",
        zh: "Gamma-Gamma，\(grouped(Int64(fit.repeatBuyers))) 名复购会员，ln L \(fit.logLikelihood.thousandths)"),
      columns: [.init(.parameter), .init(.value), .init(.standardError), .init(.meaning, wraps: true)])
    table.rows = fit.parameters.map { parameter in
      FitText.cells(parameter) + [.word(GammaGammaModel.meaning(of: parameter.name))]
    }
    return table
  }

  /// A row a group of members, the largest first.
  private var cohorts: Table? {
    guard let cohorts = fit.cohorts, let groups = fit.groups else { return nil }
    let names = fit.first.requested.parameterNames
    var table = Table(
      "cohorts",
      columns: [
        .init(Heading("group", groups.split.noun)), .init(.members), .init(.repeatBuyers), .init(.fittedOn),
      ] + names.map { .init(Heading(verbatim: $0)) })
    table.rows = cohorts.cohorts.sorted { ($1.members, $0.group) < ($0.members, $1.group) }.map { cohort in
      let fit = cohorts.fit(of: cohort.group)
      return [
        .text(groups.names[cohort.group]), .count(Int64(cohort.members)), .count(Int64(cohort.repeatBuyers)),
        .word(cohort.source.name),
      ] + names.map { name in fit[name].map { .number($0.value) } ?? .none }
    }
    table.shownRows = min(table.rows.count, 30)
    return table
  }

  /// Those of the first model, for programs.
  var values: [Report.Value] {
    let first = fit.first
    var values = first.parameters.map { Report.Value(Heading(verbatim: $0.name), .number($0.value)) }
    values += [
      .init(.logLikelihood, .number(first.logLikelihood)), .init(.members, .count(Int64(first.members))),
      .init(.repeatBuyers, .count(Int64(first.repeatBuyers))), .init(.aic, .number(first.aic)),
    ]
    if case .success(let fit) = fit.baskets {
      values += fit.parameters.map { Report.Value(Heading(verbatim: "basket_\($0.name)"), .number($0.value)) }
      values.append(.init(Heading(verbatim: "basket_log_likelihood"), .number(fit.logLikelihood)))
    }
    return values
  }

  var notes: [Message] {
    var notes: [Message] = []
    if let asked = fit.request.calibration, asked > fit.calibration {
      notes.append(
        Message(
          "\(asked) lies after the as-of date, \(fit.calibration), which the fit ends on",
          zh: "\(asked) 在截止日 \(fit.calibration) 之后，拟合到截止日为止"))
    }
    let without = fit.members.count - fit.members.customers
    if without > 0 {
      notes.append(
        Message(
          "\(counted(without, "member")) had not bought by \(fit.calibration) and count nowhere here",
          zh: "\(grouped(Int64(without))) 名会员到 \(fit.calibration) 尚未购买，这里都不计"))
    }
    notes += fit.fits.flatMap(\.notes)
    switch fit.baskets {
    case .success(let fit): if let refusal = fit.refusal { notes.append(refusal.reason) }
    case .failure(let error): notes.append(error.message)
    }
    if let cohorts = fit.cohorts {
      if let rest = cohorts.rest {
        notes.append(
          Message(
            "groups with fewer than \(CohortFits.fewest) repeat buyers share one fit, of \(counted(rest.members, "member")) "
              + "together", zh: "复购会员不足 \(CohortFits.fewest) 名的组合用一个拟合，共 \(grouped(Int64(rest.members))) 名会员"))
      } else if cohorts.cohorts.contains(where: { $0.source == .all }) {
        notes.append(
          Message(
            "groups with fewer than \(CohortFits.fewest) repeat buyers take the fit of all members",
            zh: "复购会员不足 \(CohortFits.fewest) 名的组采用全体会员的拟合"))
      }
      if fit.fits.count > 1 {
        notes.append(
          Message(
            "groups are fitted by the first model, \(fit.first.requested.title)",
            zh: "分组只用第一个模型 \(fit.first.requested.title) 拟合"))
      }
    }
    return notes
  }
}

extension ModelFit {
  /// What its reader must know.
  var notes: [Message] {
    var notes: [Message] = []
    if let fallback {
      notes.append(
        Message(
          "\(requested.title): the data show no dropout (it raises ln L by \(fallback.gain.thousandths), less than its two "
            + "parameters cost), so NBD stands in its place: nobody is held to have left",
          zh: "\(requested.title)：数据看不出流失（ln L 只提高 \(fallback.gain.thousandths)，抵不上多出的两个参数），改用 NBD：视为无人流失"))
    }
    if !converged {
      notes.append(
        Message("\(requested.title): the search ended before it reached a top", zh: "\(requested.title)：搜索在到达最高点之前就结束了")
      )
    } else if agreeing * 2 < starts.count {
      notes.append(
        Message(
          "\(requested.title): only \(agreeing) of \(starts.count) starts arrived at this top",
          zh: "\(requested.title)：\(starts.count) 个起点中只有 \(agreeing) 个到达这个最高点"))
    }
    if parameters.contains(where: { $0.standardError == nil }) {
      notes.append(
        Message(
          "\(requested.title): a parameter without a standard error is not told by these data",
          zh: "\(requested.title)：没有标准误的参数无法由这些数据确定"))
    }
    return notes
  }
}
