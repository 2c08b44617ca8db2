import Dispatch
import Glibc
import MemberBook
import Messages
import Numerics
import Synchronization

/// One pass over a table: blocks are parsed on whichever core is free and collected in the order of the table, so that
/// neither the number of cores nor the size of a block has any influence on the result.
final class TableLoad<Rows: RowParser, Collector: BatchCollector>: Sendable where Rows.Batch == Collector.Batch {
  enum End: Sendable {
    case done
    case failed(Diagnostic)
    /// The text's start was ASCII, but later bytes are no UTF-8.
    case encodingShown
  }

  private struct Source: Sendable {
    var blocks: any BlockSource
    var next = 0
    /// In blocks handed out.
    var bytesRead = 0
    var end: End?
  }

  private struct Target: Sendable {
    /// Taken out at the end, so that there is never a second one.
    var collector: Collector?
    var findings: Findings
    /// The line that the next block starts at.
    var line: Int
    var next = 0
    var evidence = TableEvidence()
  }

  private static var longestBacklog: Int { 2 }

  private let plan: ReadingPlan<Rows.Role>
  private let source: Mutex<Source>
  private let waiting = Mutex<[Int: ParsedBlock<Rows.Batch>]>([:])
  private let target: Mutex<Target>
  private let quarantine: QuarantineFile?

  init(
    _ table: OpenedTable, _ plan: ReadingPlan<Rows.Role>, blockSize: Int, into collector: Collector,
    quarantine: QuarantineFile?
  ) throws(Diagnostic) {
    self.plan = plan
    self.quarantine = quarantine
    source = Mutex(Source(blocks: plan.blocks(of: table, size: blockSize)))
    var findings = Findings()
    findings.columns = plan.layout.uses
    let added = QuarantineFile.addedFields(of: plan.layout.headers)
    findings.unusedHeaders = plan.layout.unusedFields.filter { $0 >= added }.map { plan.layout.headers[$0] }
    findings.rows = plan.titles.count
    for title in plan.titles {
      findings.setAside(title)
      try quarantine?.append(title)
    }
    target = Mutex(Target(collector: collector, findings: findings, line: plan.firstLine))
  }

  func run(_ job: Job) -> End {
    job.onEveryThread {
      var parser = BlockParser<Rows>(plan, keepsPlaces: Collector.refusesRows)
      while let (number, block) = nextBlock(job) {
        let parsed = parser.parse(block)
        if plan.isEncodingAssumed, parsed.quarantine.contains(where: { $0.reason == .undecodable }) {
          end(.encodingShown)
          return
        }
        let backlog = waiting.withLock { waiting in
          waiting[number] = parsed
          return waiting.count
        }
        // Blocks that wait hold memory: when there are several, the thread waits for the collection, not parsing more.
        if backlog > Self.longestBacklog {
          target.withLock { collectWaiting(&$0) }
        } else {
          target.withLockIfAvailable { collectWaiting(&$0) }
        }
      }
    }
    // A block that came while another thread was just leaving the collection.
    target.withLock { collectWaiting(&$0) }
    return source.withLock { $0.end } ?? .done
  }

  private func nextBlock(_ job: Job) -> (Int, TextBlock)? {
    source.withLock { source in
      guard source.end == nil else { return nil }
      if job.isStopped {
        source.end = .failed(Diagnostic(IntakeProblem.interrupted(plan.name)))
        return nil
      }
      do throws(Diagnostic) {
        guard let block = try source.blocks.next() else { return nil }
        if let reached = source.blocks.position { job.tell(reached.done, of: reached.total) }
        source.next += 1
        source.bytesRead += block.bytes.count
        return (source.next - 1, block)
      } catch {
        source.end = .failed(error)
        return nil
      }
    }
  }

  private func end(_ end: End) {
    source.withLock { if $0.end == nil { $0.end = end } }
  }

  /// Takes over every block whose turn it is.
  private func collectWaiting(_ target: inout Target) {
    while let block = waiting.withLock({ $0.removeValue(forKey: target.next) }) {
      if target.next == 0, block.lines > 0 { reserve(&target, first: block) }
      target.next += 1
      do throws(Diagnostic) {
        try collect(block, &target)
      } catch {
        end(.failed(error))
        return
      }
    }
  }

  private func collect(_ block: ParsedBlock<Rows.Batch>, _ target: inout Target) throws(Diagnostic) {
    let lines = block.places.map { target.line + $0.line }
    let late = try target.collector?.append(block.batch, lines: lines) ?? []
    var aside = block.quarantine
    for refusal in late {
      guard let reason = refusal.reason else {
        target.findings.merged += 1
        continue
      }
      let place = block.places[refusal.row]
      aside.append(
        QuarantinedRow(
          file: plan.name, line: place.line, column: nil, reason: reason, raw: text(block.bytes.span, place.range)))
    }
    if !late.isEmpty { aside.sort { $0.line < $1.line } }
    for var row in aside {
      row.line += target.line
      target.findings.setAside(row)
      // What the user leaves out needs no mending.
      if row.reason != .leftOut { try quarantine?.append(row) }
    }
    target.findings.rows += block.rows
    target.evidence.merge(block.evidence)
    target.line += block.lines
  }

  /// Lets the collector keep room for as many rows as the first block lets expect, and a few more.
  private func reserve(_ target: inout Target, first block: ParsedBlock<Rows.Batch>) {
    guard let reached = source.withLock({ $0.blocks.position }), reached.done > 0 else { return }
    let whole = Double(source.withLock { $0.bytesRead }) * Double(reached.total) / Double(reached.done)
    target.collector?.reserve(whole / Double(max(block.size, 1)) * 1.1, of: block.batch)
  }

  /// What the whole table tells of how it is written.
  var evidence: TableEvidence { target.withLock { $0.evidence } }

  /// What was collected and found. Throws where there was nothing to collect.
  func finish() throws(Diagnostic) -> (Collector, Findings) {
    var (collector, findings) = target.withLock { ($0.collector.take(), $0.findings) }
    guard findings.rows > 0, let collector = collector.take() else {
      throw Diagnostic(IntakeProblem.headerOnly(plan.name))
    }
    if findings.rows == findings.quarantined {
      let first = findings.quarantine.first
      throw Diagnostic(
        IntakeProblem.nothingAccepted(
          plan.name, rows: findings.rows, first: first?.placedReason ?? .empty,
          kind: first?.reason.kind))
    }
    findings.note(evidence, headers: plan.layout.headers, used: Set(plan.layout.further.values))
    findings.accepted = findings.rows - findings.quarantined - findings.merged
    return (collector, findings)
  }
}

extension QuarantinedRow {
  fileprivate var placedReason: Message {
    Message("line \(line): \(reason.message)", zh: "第 \(line) 行：\(reason.message)")
  }
}
