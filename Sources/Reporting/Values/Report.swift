public import Messages
public import Quantities

/// What a statement found, as values; renderers decide how it looks.
public struct Report: Sendable, Equatable {
  /// The statement's first word.
  public var verb: String
  public var title: Message
  public var tables: [Table] = []
  public var values: [Value] = []
  /// Whether people see the values too; where the title says it all, only JSON carries them.
  public var showsValues = true
  /// What the reader must know to trust the numbers.
  public var notes: [Message] = []
  /// Lines of the user's own language, such as a definition; shown as they are.
  public var text: [String] = []
  /// Whether that text is for reading, so that long lines go on below where they do not fit.
  public var wrapsText = false

  public init(verb: String, title: Message = .empty) {
    self.verb = verb
    self.title = title
  }

  /// A single number with its name.
  public struct Value: Sendable, Equatable {
    public var key: String
    public var label: Message
    public var cell: Cell

    public init(_ heading: Heading, _ cell: Cell) {
      key = heading.key
      label = heading.title
      self.cell = cell
    }
  }
}

/// Rows of cells under named columns.
public struct Table: Sendable, Equatable {
  /// Its key in JSON.
  public var name: String
  public var title: Message
  public var columns: [Column]
  public var rows: [[Cell]] = []
  /// How many rows people see, where not all; JSON and files have every one.
  public var shownRows: Int?
  /// The column that people see as bars too, where there is room.
  public var bar: Int?
  /// How each row went from left to right, which people see as a sparkline, where there is room.
  public var trends: Trends?
  /// How it is drawn in place of its rows; nil for a table that is listed.
  public var plot: Plot?
  /// How `chart` draws it where nobody says; nil where the rows tell.
  public var chartedAs: Plot.Kind?

  public init(_ name: String, title: Message = .empty, columns: [Column]) {
    self.name = name
    self.title = title
    self.columns = columns
  }

  public struct Trends: Sendable, Equatable {
    public var title: Message
    /// A series for each row, all of them equally long.
    public var series: [[Cell]]

    public init(_ title: Message, _ series: [[Cell]]) {
      self.title = title
      self.series = series
    }
  }

  public struct Column: Sendable, Equatable {
    /// Its key in JSON.
    public var key: String
    public var title: Message
    /// Shown as a difference, with its sign.
    public var isDifference: Bool
    /// Long texts continue on further lines instead of being cut; as the last column they stand below their row where
    /// there is too little room beside it.
    public var wraps: Bool
    /// Whether people see it too, or JSON alone carries it.
    public var isShown: Bool

    public init(
      _ heading: Heading, isDifference: Bool = false, wraps: Bool = false, isShown: Bool = true
    ) {
      key = heading.key
      title = heading.title
      self.isDifference = isDifference
      self.wraps = wraps
      self.isShown = isShown
    }
  }
}

/// One value of a report, with its unit.
public enum Cell: Sendable, Equatable {
  case text(String)
  /// The program's own words; programs read them in English.
  case word(Message)
  case count(Int64)
  case points(Int64)
  case money(Money)
  /// `part` of `whole`; nothing where `whole` is 0.
  case share(part: Int64, whole: Int64)
  /// `numerator` ÷ `denominator`, as a plain number; nothing where the latter is 0.
  case quotient(numerator: Int64, denominator: Int64)
  /// Money per thing: minor units ÷ count; nothing where the count is 0.
  case average(Money, per: Int64)
  /// The difference of two shares, averages or quotients, exactly as doubles differ.
  case difference(Double, of: Difference)
  case number(Double)
  /// A computed figure that no exact number stands for, such as a mean over draws.
  case estimate(Double, Estimate)
  case day(Day)
  case none

  public enum Difference: Sendable, Equatable {
    /// Fractions, whose difference is shown in percentage points.
    case shares
    /// Money per thing, in major units.
    case averages
    case quotients
  }

  public enum Estimate: Sendable, Equatable {
    /// A fraction, shown as a percent.
    case share
    /// A number of people or things, shown to one decimal.
    case count
    /// A multiple, shown as 1.82x.
    case factor
  }
}

extension Cell {
  /// How large the value is, for a bar; 0 for what has no size.
  var size: Double {
    switch self {
    case .count(let value), .points(let value): Double(value)
    case .money(let money): Double(money.minor)
    case .share(let part, let whole), .quotient(let part, let whole): whole == 0 ? 0 : Double(part) / Double(whole)
    case .average(let money, let count): count == 0 ? 0 : Double(money.minor) / Double(count)
    case .difference(let value, _), .number(let value), .estimate(let value, _): value
    case .text, .word, .day, .none: 0
    }
  }

  /// Whether it would divide by 0.
  var isUndefined: Bool {
    switch self {
    case .share(_, let whole), .quotient(_, let whole): whole == 0
    case .average(_, let count): count == 0
    case .none: true
    case .text, .word, .count, .points, .money, .difference, .number, .estimate, .day: false
    }
  }
}
