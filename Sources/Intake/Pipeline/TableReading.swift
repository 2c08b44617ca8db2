import MemberBook
import Messages
import Numerics

/// Reads a table of one kind from front to back, a second time where its later part shows that it was not what its start
/// seemed.
struct TableReading<Rows: RowParser, Collector: BatchCollector> where Rows.Batch == Collector.Batch {
  let input: TableInput
  let options: LoadOptions<Rows.Role>
  let makeCollector: @Sendable (ReadingPlan<Rows.Role>) -> Collector

  /// What was collected, and what was found.
  func run(_ job: Job) throws(Diagnostic) -> TableResult<Collector> {
    try run(job, ReadingPass(style: options.dates, mark: options.decimal))
  }

  private func run(_ job: Job, _ pass: ReadingPass) throws(Diagnostic) -> TableResult<Collector> {
    let table = try OpenedTable(input, options, evidence: pass.evidence, job: job)
    let plan = try ReadingPlan<Rows.Role>(table, input.name, options, pass: pass)
    let file = options.quarantine.map { QuarantineFile($0, for: input, plan, in: options.language) }
    let load = try TableLoad<Rows, Collector>(
      table, plan, blockSize: options.blockSize, into: makeCollector(plan), quarantine: file)
    switch load.run(job) {
    case .done: break
    case .failed(let diagnostic): throw diagnostic
    case .encodingShown:
      file?.abandon()
      var pass = pass
      pass.evidence = try OpenedTable.evidence(of: input)
      return try run(job, pass)
    }
    let found = load.evidence
    if let next = try nextPass(after: pass, plan, found) {
      file?.abandon()
      return try run(job, next)
    }
    if let doubt = Rows.doubt(found, plan) {
      file?.abandon()
      throw doubt
    }
    let (collector, findings) = try load.finish()
    return TableResult(
      collector: collector, findings: findings, facts: facts(plan, table.hash()), quarantine: file)
  }

  /// How the table is to be read instead, where its rows turned out to be written otherwise; nil where they are not.
  private func nextPass(
    after pass: ReadingPass, _ plan: ReadingPlan<Rows.Role>, _ found: TableEvidence
  ) throws(Diagnostic) -> ReadingPass? {
    var next = pass
    if pass.style == nil, let other = plan.otherDateStyle(after: found.dates) {
      next.style = other
      return next
    }
    guard pass.mark == nil else { return nil }
    let marks = found.decimals
    // The cells of a workbook's or a database's numbers are written here, with a point.
    let unclear = plan.countsRecords ? 0 : marks.unclear
    guard !marks.showsPoint, marks.showsComma || unclear > 0 else { return nil }
    // A row that was read at speed may show the point.
    guard pass.examinesMarks || found.simpleRows == 0 else {
      next.examinesMarks = true
      return next
    }
    guard marks.showsComma else {
      throw Diagnostic(
        IntakeProblem.decimalUnclear(
          marks.example, file: input.name, point: Int64(clamping: marks.total.point),
          comma: Int64(clamping: marks.total.comma)))
    }
    next.mark = .comma
    return next
  }

  private func facts(_ plan: ReadingPlan<Rows.Role>, _ hash: String) -> InputFacts {
    var facts = InputFacts(name: input.name)
    if !plan.countsRecords {
      facts.encoding = plan.encoding.rawValue
      facts.delimiter = plan.delimiter.name
    }
    facts.hash = hash
    return facts
  }
}

/// What is settled about a table before it is read, or read again.
struct ReadingPass {
  /// A longer sample for the encoding.
  var evidence: [UInt8]?
  var style: DateStyle?
  var mark: DecimalMark?
  /// Every amount is looked at, to tell the decimal mark.
  var examinesMarks = false
}

/// What reading a table came to.
struct TableResult<Collector> {
  var collector: Collector
  var findings: Findings
  var facts: InputFacts
  let quarantine: QuarantineFile?

  /// The findings, once the rows set aside are kept. To be asked when nothing else can fail.
  func completed(_ counted: Findings) throws(Diagnostic) -> Findings {
    var findings = counted
    var facts = facts
    facts.rows = findings.rows
    switch try quarantine?.publish() {
    case nil, .nothingSetAside: break
    case .written(let path): facts.quarantineFile = path
    case .notWritten(let reason): facts.quarantineObstacle = reason
    }
    findings.inputs = [facts]
    return findings
  }
}
