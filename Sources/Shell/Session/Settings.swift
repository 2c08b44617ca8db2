import Programme
import Quantities
import Reporting

/// What `set` changes, declared as fields like any object's.
struct Settings: Sendable, Equatable {
  /// The currency of every amount; the first symbol seen decides where it is not set.
  var currency: Currency?
  /// What random draws are keyed by.
  var seed = Count(1)
  /// The as-of date, where it is not the last purchase date.
  var today: Day?

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

  static let fields: [Field<Settings>] = [
    Field("currency", \.currency, "The currency of every amount; else the first symbol seen"),
    Field("seed", \.seed, "What random draws are keyed by; the same seed gives the same result"),
    Field("today", \.today, "The as-of date; else the date of the last purchase"),
    Field("tax", \.tax, "Whether the amounts of files that are loaded include tax, or which tax is to be added"),
    Field("quarantine", \.quarantine, "Where rows that a load sets aside are written, to be mended"),
    Field("language", \.language, Message("What everything is said in; commands stay as they are", zh: "界面语言；命令本身不变")),
    Field("output", \.output, "What results are written as; words and errors stay for people"),
    Field("charts", \.charts, "What rules, bars and charts are drawn with; auto looks at the terminal"),
    Field(
      "ambiguous", \.ambiguous, "How many columns the terminal gives to … and →; with 2, rules and charts are ASCII"),
    Field("pager", \.pager, "What shows results longer than the screen, at the prompt; auto is $PAGER, else less"),
  ]
}

extension Session {
  /// How results are to look here; a script is never paged.
  var presentation: Presentation {
    Presentation(
      currency: settings.currency, format: settings.output,
      ink: settings.ambiguous == .two ? .ascii : settings.charts.ink, pager: isTyped ? settings.pager : .off)
  }
}
