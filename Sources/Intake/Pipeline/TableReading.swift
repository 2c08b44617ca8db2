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
    try run(job, evidence: nil, style: options.dates)
  }

  private func run(
    _ job: Job, evidence: [UInt8]?, style: DateStyle?
  ) throws(Diagnostic) -> TableResult<Collector> {
    let table = try OpenedTable(input, options, evidence: evidence, job: job)
    let plan = try ReadingPlan<Rows.Role>(table, input.name, options, evidence: evidence != nil, style: style)
    let file = options.quarantine.map { QuarantineFile($0, for: input, plan, in: options.language) }
    let load = try TableLoad<Rows, Collector>(
      table, plan, blockSize: options.blockSize, into: makeCollector(plan), quarantine: file)
    switch load.run(job) {
    case .done: break
    case .failed(let diagnostic): throw diagnostic
    case .encodingShown:
      file?.abandon()
      let evidence = try OpenedTable.evidence(of: input)
      return try run(job, evidence: evidence, style: style)
    }
    if style == nil, let other = plan.otherDateStyle(after: load.dateEvidence) {
      file?.abandon()
      return try run(job, evidence: evidence, style: other)
    }
    let (collector, findings) = try load.finish()
    return TableResult(
      collector: collector, findings: findings, facts: facts(plan, table.hash()), quarantine: file)
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
