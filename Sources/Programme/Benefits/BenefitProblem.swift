import Messages

/// What can be wrong with a benefit.
enum BenefitProblem: Problem {
  case discountAndCost(String)
  case costOfWhat(String)
  case occasionDoesNotFit(String)
  case usesDoNotFit(String)
  case bearersTwice(String)
  case tooFine(String)
  case feeDoesNotFit(String)
  case staffDoesNotFit(String)

  var code: ErrorCode {
    switch self {
    case .discountAndCost, .occasionDoesNotFit, .usesDoNotFit, .bearersTwice, .staffDoesNotFit, .feeDoesNotFit:
      .conflict
    case .costOfWhat: .missing
    case .tooFine: .overflow
    }
  }

  var message: Message {
    switch self {
    case .discountAndCost(let name):
      Message(
        "benefit \(name) has both a discount and a cost: these are two benefits", zh: "权益 \(name) 既有折扣又有成本：这应是两项权益")
    case .costOfWhat(let name):
      Message("benefit \(name) does not say what its cost is for", zh: "权益 \(name) 没有说明成本按什么计")
    case .occasionDoesNotFit(let name):
      Message("the occasion of benefit \(name) does not fit how its cost is counted", zh: "权益 \(name) 的给予时机与成本的计法不符")
    case .usesDoNotFit(let name):
      Message("benefit \(name) counts `uses` and something else too", zh: "权益 \(name) 既按 `uses` 计，又按别的计")
    case .feeDoesNotFit(let name):
      Message("benefit \(name) is not used one by one, so there is no fee a use", zh: "权益 \(name) 不是按次使用，不能按次收费")
    case .tooFine(let name):
      Message("the figures of benefit \(name) have too many decimals to be exact", zh: "权益 \(name) 的数字小数位太多，无法精确计算")
    case .bearersTwice(let name):
      Message(
        "benefit \(name) says both `borne_by` and `partner_pays`", zh: "权益 \(name) 既写了 `borne_by`，又写了 `partner_pays`")
    case .staffDoesNotFit(let name):
      Message("the staff of benefit \(name) do not fit how its cost is counted", zh: "权益 \(name) 的人员配备与成本的计法不符")
    }
  }

  var hint: Message? {
    switch self {
    case .costOfWhat:
      Message(
        "such as: cost = 5 per visit · per purchase · per month · per year; or say `when` or `uses`",
        zh: "例如：cost = 5 per visit · per purchase · per month · per year；或者写明 `when` 或 `uses`")
    case .occasionDoesNotFit:
      Message("leave `per …` out, or name purchases: when = day 8", zh: "去掉 `per …`，或者指明哪些购买：when = day 8")
    case .bearersTwice:
      Message(
        "say it all in one: borne_by = head office 50%, partner 50%", zh: "合成一句：borne_by = head office 50%, partner 50%"
      )
    case .staffDoesNotFit:
      suchAs("staff = 1 per 80 members, cost = 7,000 per staff per month")
    case .discountAndCost, .usesDoNotFit, .tooFine: nil
    case .feeDoesNotFit: suchAs("cost = 60, uses = 4 per year, fee = 30")
    }
  }
}
