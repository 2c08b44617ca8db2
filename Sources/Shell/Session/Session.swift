import Analysis
import Files
import Glibc
public import Messages
public import Numerics
import PlanLanguage
import Programme
public import Quantities
public import Reporting
import Simulation

/// What a running vipsh knows: definitions, data, settings, and what was asked last. A value: a copy is a snapshot.
public struct Session {
  /// Answers what needs no conversation, from the programme, the data and the settings that figures depend on.
  var analyst: Analyst
  var settings = Settings() { didSet { analyst.settings = settings.analysis } }
  /// The tables that were loaded.
  var inputs = Inputs()
  /// Members that are another one, by their ids.
  var renames: [String: String] = [:]
  /// What was noted about members, in the order of noting.
  var careNotes: [CareNote] = []
  /// By name, as tokens that stand in for `{name}`.
  var variables: [String: [Token]] = [:]
  /// The rounds of the loops that are running, outermost first.
  var rounds: [Round] = []
  /// What `collect` gathered since the outermost loop began.
  var collected = Collected()
  /// The last result, for `_`.
  var lastReport: Report?
  /// What definitions said before they were changed, the latest last, each with what changed them.
  var undoable: [Definitions.Change] = []
  var redoable: [Definitions.Change] = []
  /// What the definitions were that some script has, so that leaving loses none of them.
  var kept = KeptDefinitions()
  /// What the last `run` or `compare` asked.
  var lastRange: DayRange?
  var lastScenario = Scenario.baseline
  var environment: Environment
  /// The person at the prompt; nil without one.
  var attendance: Attendance?
  /// How many files deep a transcript's own statements stand, which read as if they were typed; nil where none is
  /// replayed.
  var replaying: Int?
  var wantsToQuit = false
  /// Whether the time of each statement is told.
  var times = false
  /// How many statements the running one stands in.
  var nesting = 0
  /// What was asked in this session, without passwords, the latest last.
  var asked: [String] = []
  /// Where a transcript is written, while one is.
  var recorder: Recorder?
  var log: LogFile?
  /// Files that are being included, innermost last.
  var including: [String] = []
  var status = Status.done

  public init(_ environment: Environment) {
    self.environment = environment
    analyst = Analyst(job: environment.job)
    analyst.files = FilePlaces(folder: environment.folder)
  }

  /// How a run of statements ended, worst first counting most.
  public enum Status: Int32, Sendable, Comparable {
    case done = 0
    case failed = 1
    case assertionFailed = 3
    case interrupted = 130

    public static func < (one: Status, other: Status) -> Bool { one.rawValue < other.rawValue }
  }

  var programme: Programme {
    get { analyst.programme }
    set { analyst.programme = newValue }
  }
  var dataset: Dataset? {
    get { analyst.dataset }
    set { analyst.dataset = newValue }
  }
  var job: Job { analyst.job }
  var notation: Notation { analyst.notation }

  /// How results are to look here; a script is never paged.
  var presentation: Presentation {
    Presentation(
      currency: settings.currency, format: settings.output,
      glyphs: settings.ambiguous == .two ? .ascii : settings.charts.glyphs, pager: isTyped ? settings.pager : .off)
  }
}

/// What a session is given from outside: the day, chance, and where its words go.
public struct Environment {
  /// Purchases after this day are set aside as errors.
  public var today: Day?
  /// What interrupts a computation, and is told how far it or a load has come.
  public var job: Job
  /// Told what is spoken before each statement runs, for words that come while it does.
  public var speaks: (Language) -> Void = { _ in }
  /// Whether rows that are set aside may be written to a file.
  public var keepsQuarantine: Bool
  /// Whether later statements run after one failed.
  public var keepsGoing: Bool
  /// What is taken for the current directory, an absolute path; nil for the process's own.
  public var folder: String?
  /// A result, the place of its statement, and how it is to look.
  public var emit: (Report, String, Presentation) -> Void
  /// A word on what was done, among results that look so.
  public var acknowledge: (String, Presentation) -> Void
  /// A word that belongs to no result, such as how long it took: for standard error.
  public var remark: (String) -> Void = { _ in }
  /// What `timing` measures by.
  public var now: () -> ContinuousClock.Instant = { ContinuousClock().now }
  /// Passes the time, for a fraction of a second.
  public var wait: (Duration) -> Void = { usleep(UInt32($0 / .microseconds(1))) }
  public var complain: (Diagnostic) -> Void

  public init(
    today: Day? = nil, job: Job = .unattended, keepsGoing: Bool = false, keepsQuarantine: Bool = true,
    emit: @escaping (Report, String, Presentation) -> Void = { _, _, _ in },
    acknowledge: @escaping (String, Presentation) -> Void = { _, _ in },
    complain: @escaping (Diagnostic) -> Void = { _ in }
  ) {
    self.today = today
    self.job = job
    self.keepsGoing = keepsGoing
    self.keepsQuarantine = keepsQuarantine
    self.emit = emit
    self.acknowledge = acknowledge
    self.complain = complain
  }
}
