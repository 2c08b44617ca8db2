import Quantities

/// What a member, or a pool that shares its tier, has reached: tier, term, window, tasks.
struct Standing: Sendable {
  var term = HeldTerm()
  /// The day of joining.
  var joined: Day = .distantPast
  var window = Window()
  /// Nil where no task wins a tier.
  var tasks: TaskProgress?
  /// The next 1st of a month, as an index into the rules' table.
  var nextMonthStart = 0
  /// The next day on which everyone is reviewed, as an index into the rules' table.
  var nextChange = 0
  /// What there is in for it on the day whose limited places are being settled.
  var candidate: PlaceCandidate?
  /// The tick on which the held tier was reached.
  var reached: Int32 = 0
  /// When the daily rule must look again, where the tier is kept while qualified.
  var nextLook = Timeline.never
  /// The imported tier, from its day on the least one as long as the window begins before the data.
  var importedTier = 0
  /// Where the tier was imported: the first tick whose window begins within the data.
  var wholeFrom = Int32.min
  /// When a tier that is dated within the data is to be imported.
  var importTick = Timeline.never
  /// The net of everything on the latest day with a receipt, where not all of it counts towards tiers.
  var wholeNet: (tick: Int32, net: Int64) = (.min, 0)
}

/// The standing's parts, by their own names.
extension MemberWalk {
  var tier: Int { @inline(__always) get { standing.term.tier } }
  var review: Int32 { @inline(__always) get { standing.term.review } }
  var joined: Day { standing.joined }
  var reached: Int32 {
    @inline(__always) get { standing.reached }
    @inline(__always) set { standing.reached = newValue }
  }
  var nextLook: Int32 {
    @inline(__always) get { standing.nextLook }
    @inline(__always) set { standing.nextLook = newValue }
  }
  var importedTier: Int {
    get { standing.importedTier }
    set { standing.importedTier = newValue }
  }
  var wholeFrom: Int32 {
    @inline(__always) get { standing.wholeFrom }
    set { standing.wholeFrom = newValue }
  }
  var importTick: Int32 {
    get { standing.importTick }
    set { standing.importTick = newValue }
  }
}
