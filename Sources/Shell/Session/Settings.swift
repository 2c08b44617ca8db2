import Analysis
import Messages
import PlanLanguage
import Programme
import Quantities
import Reporting

/// What `set` changes, declared as fields like any object's.
struct Settings: Sendable, Equatable {
  /// What figures depend on.
  var analysis = AnalysisSettings()

  /// Whether names, phones and birthdays are hidden.
  var mask = MaskSetting.on

  /// Which actions are contacts; those of `ContactNames.usual` where it is not set.
  var contacts: [Name]?

  /// Where rows that a load sets aside are written.
  var quarantine = QuarantineSetting.besideInput

  /// Whether the amounts of purchases that are loaded have the tax in them.
  var tax = TaxSetting(excluded: nil)

  /// What is said in.
  var language = Language.english

  /// What results are written as.
  var output = OutputFormat.table

  /// What rules and charts are drawn with.
  var charts = ChartSetting.auto

  /// How many columns ambiguous characters take.
  var ambiguous = AmbiguousWidth.one

  /// What shows results that are longer than the screen, at the prompt.
  var pager = PagerChoice.standard

  /// The currency of every amount; the first symbol seen decides where it is not set.
  var currency: Currency? {
    get { analysis.currency }
    set { analysis.currency = newValue }
  }

  static let fields: [Field<Settings>] = [
    Field(
      "currency", \.analysis.currency,
      Message("The currency of every amount; else the first symbol seen", zh: "所有金额的货币；不设则用最先见到的符号")),
    Field(
      "seed", \.analysis.seed,
      Message("What random draws are keyed by; the same seed gives the same result", zh: "随机种子；种子相同则结果相同")),
    Field(
      "today", \.analysis.today, Message("The as-of date; else the date of the last purchase", zh: "截止日；不设则用最后一笔购买的日期")),
    Field(
      "horizon", \.analysis.horizon,
      Message("How far ahead a member's value and expected purchases look", zh: "会员的价值和预期购买看多远")),
    Field(
      "discount_rate", \.analysis.discountRate,
      Message("The rate a year at which a member's future spend is discounted", zh: "会员未来消费额按多少年利率折现")),
    Field(
      "mask", \.mask,
      Message(
        "Whether `show member` hides names, phones, days of birth and other ways to reach someone",
        zh: "`show member` 是否隐藏姓名、手机号、出生日等联系信息")),
    Field(
      "contacts", \.contacts,
      Message(
        "Which kinds of actions are contacts with a member, for `show member`; else those called 回访, 短信, call and the like",
        zh: "`show member` 中哪些行为算与会员的联系；不设则为名称是回访、短信、call 等的行为")),
    Field(
      "tax", \.tax,
      Message(
        "Whether the amounts of files that are loaded include tax, or which tax is to be added",
        zh: "载入文件的金额是否含税，或要加上多少税")),
    Field(
      "quarantine", \.quarantine,
      Message("Where rows that a load sets aside are written, to be mended", zh: "载入时搁置的行写到哪里，以便修正")),
    Field("language", \.language, Message("What everything is said in; commands stay as they are", zh: "界面语言；命令本身不变")),
    Field(
      "output", \.output,
      Message("What results are written as; words and errors stay for people", zh: "结果的输出格式；提示和错误仍给人看")),
    Field(
      "charts", \.charts,
      Message("What rules, bars and charts are drawn with; auto looks at the terminal", zh: "表线、条形和图用什么字符画；auto 视终端而定")),
    Field(
      "ambiguous", \.ambiguous,
      Message(
        "How many columns the terminal gives to … and →; with 2, rules and charts are ASCII",
        zh: "终端给 … 和 → 几列宽；为 2 时表线和图用 ASCII")),
    Field(
      "pager", \.pager,
      Message(
        "What shows results longer than the screen, at the prompt; auto is $PAGER, else less",
        zh: "超过一屏的结果用什么分页显示；auto 是 $PAGER，否则 less")),
  ]
}
