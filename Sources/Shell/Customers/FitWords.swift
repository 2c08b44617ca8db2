import CustomerModels
import Messages
import Reporting

extension ModelKind {
  /// What a parameter of the model says, for people who do not know it.
  func meaning(of parameter: String) -> Message {
    switch parameter {
    case "r":
      Message("how alike members' purchase rates are: r ÷ alpha a week on average", zh: "会员购买率的相近程度：平均每周 r ÷ alpha 次")
    case "alpha": Message("in weeks", zh: "以周计")
    case "a": Message("of those who buy a ÷ (a + b) leave after a purchase", zh: "每次购买后流失的比例平均为 a ÷ (a + b)")
    case "b": Message("large: few leave", zh: "越大，流失越少")
    case "s":
      Message("how alike members' leaving rates are: s ÷ beta a week on average", zh: "会员流失率的相近程度：平均每周 s ÷ beta")
    case "beta": Message("in weeks", zh: "以周计")
    default: .empty
    }
  }

  /// What stands over the model's column.
  var heading: Heading {
    switch self {
    case .mbg: Heading(rawValue, Message(verbatim: "MBG"))
    case .bg: Heading(rawValue, Message(verbatim: "BG"))
    case .pareto: Heading(rawValue, Message(verbatim: "Pareto"))
    case .nbd: Heading(rawValue, Message(verbatim: "NBD"))
    }
  }
}

extension GammaGammaModel {
  static func meaning(of parameter: String) -> Message {
    switch parameter {
    case "p": Message("how alike a member's own baskets are", zh: "同一会员各次客单的相近程度")
    case "q": Message("how alike members' mean baskets are", zh: "各会员平均客单的相近程度")
    case "gamma": Message("the mean basket is p × gamma ÷ (q − 1)", zh: "平均客单为 p × gamma ÷ (q − 1)")
    default: .empty
    }
  }
}

extension CohortFits.Source {
  var name: Message {
    switch self {
    case .own: Message("its own", zh: "本组")
    case .rest: Message("small groups", zh: "小组合并")
    case .all: Message("all members", zh: "全体")
    }
  }
}

extension Heading {
  static let model = Heading("model", Message("model", zh: "模型"))
  static let parameter = Heading("parameter", Message("parameter", zh: "参数"))
  static let standardError = Heading("standard_error", Message("std error", zh: "标准误"))
  static let logLikelihood = Heading("log_likelihood", Message("ln L", zh: "ln L"))
  static let aic = Heading("aic", Message(verbatim: "AIC"))
  static let bic = Heading("bic", Message(verbatim: "BIC"))
  static let repeatBuyers = Heading("repeat_buyers", Message("repeat buyers", zh: "复购会员"))
  static let startsAgreeing = Heading("starts_agreeing", Message("starts agreeing", zh: "一致的起点"))
  static let fittedOn = Heading("fitted_on", Message("fitted on", zh: "拟合于"))
}

extension Double {
  /// To three decimals, with grouped digits.
  var thousandths: String {
    guard isFinite, abs(self) < 1e12 else { return "–" }
    let rounded = Int64((abs(self) * 1000).rounded())
    let decimals = String(rounded % 1000)
    return (self < 0 && rounded > 0 ? "-" : "") + grouped(rounded / 1000) + "."
      + String(repeating: "0", count: 3 - decimals.count) + decimals
  }
}
