import Dispatch
import Glibc
public import MemberBook
public import Quantities
import Synchronization

/// Reads the purchases in the file at `path`.
///
/// The file is read in blocks, each parsed on whichever core is free and merged in the order of the file, so that neither
/// the number of cores nor the size of a block has any influence on the book.
///
/// `progress` is told after every block, from whichever thread. `isCancelled` is asked before every block and before every
/// piece of the book; when it says so, the load ends with an error and nothing else happens. Throws an `IntakeProblem` or
/// a `BookProblem`.
public func loadPurchases(
  from path: String, options: LoadOptions = LoadOptions(),
  progress: @Sendable (LoadProgress) -> Void = { _ in },
  isCancelled: @Sendable () -> Bool = { false }
) throws(Diagnostic) -> Book {
  try withoutActuallyEscaping(isCancelled) { (isCancelled) throws(Diagnostic) in
    try load(path, options, Workers(options.threads, stop: StopSign(isCancelled)), progress)
  }
}

private func load(
  _ path: String, _ options: LoadOptions, _ workers: Workers, _ progress: @Sendable (LoadProgress) -> Void
) throws(Diagnostic) -> Book {
  let file = try InputFile(path: path)
  if file.size == 0 { throw Diagnostic(IntakeProblem.empty(path)) }
  let plan = try ReadingPlan(file, options)
  let load = PurchaseLoad(file, plan, options, workers)
  switch load.run(progress: progress) {
  case .done: return try load.finish()
  case .failed(let diagnostic): throw diagnostic
  case .encodingShown(let evidence):
    let second = PurchaseLoad(file, try ReadingPlan(file, options, evidence: evidence), options, workers)
    if case .failed(let diagnostic) = second.run(progress: progress) { throw diagnostic }
    return try second.finish()
  }
}

/// One pass over a file.
private final class PurchaseLoad: Sendable {
  enum End: Sendable {
    case done
    case failed(Diagnostic)
    /// The file's start was ASCII, but these later bytes are no UTF-8.
    case encodingShown([UInt8])
  }

  private struct Source: Sendable {
    var reader: BlockReader
    var next = 0
    var end: End?
  }

  private struct Target: Sendable {
    var builder: BookBuilder
    var findings: Findings
    /// The line that the next block starts at.
    var line: Int
    var next = 0
  }

  private static let longestBacklog = 2

  private let file: InputFile
  private let plan: ReadingPlan
  private let workers: Workers
  private let source: Mutex<Source>
  private let waiting = Mutex<[Int: ParsedBlock]>([:])
  private let target: Mutex<Target>

  init(_ file: InputFile, _ plan: ReadingPlan, _ options: LoadOptions, _ workers: Workers) {
    self.workers = workers
    self.file = file
    self.plan = plan
    source = Mutex(
      Source(reader: BlockReader(file, scanner: plan.cutter, blockSize: options.blockSize, offset: plan.offset)))
    var findings = Findings()
    findings.quarantine = plan.titles
    findings.rows = plan.titles.count
    findings.columns = plan.layout.uses
    findings.unusedHeaders = plan.layout.unused
    findings.encoding = plan.encoding.rawValue
    findings.delimiter = plan.delimiter.name
    target = Mutex(
      Target(builder: BookBuilder(duplicates: options.duplicates), findings: findings, line: plan.firstLine))
  }

  func run(progress: @Sendable (LoadProgress) -> Void) -> End {
    DispatchQueue.concurrentPerform(iterations: workers.count) { _ in
      var parser = BlockParser(plan)
      while let (number, bytes) = nextBlock(progress) {
        let parsed = parser.parse(bytes)
        if plan.isEncodingAssumed, parsed.quarantine.contains(where: { $0.reason == .undecodable }) {
          end(.encodingShown(bytes))
          return
        }
        let backlog = waiting.withLock { waiting in
          waiting[number] = parsed
          return waiting.count
        }
        // Blocks that wait hold memory: before there are many, the thread waits for the merge instead of parsing more.
        if backlog > Self.longestBacklog {
          target.withLock { mergeWaiting(&$0) }
        } else {
          target.withLockIfAvailable { mergeWaiting(&$0) }
        }
      }
    }
    // A block that came while another thread was just leaving the merge.
    target.withLock { mergeWaiting(&$0) }
    return source.withLock { $0.end } ?? .done
  }

  private func nextBlock(_ progress: @Sendable (LoadProgress) -> Void) -> (Int, [UInt8])? {
    source.withLock { source in
      guard source.end == nil else { return nil }
      if workers.stop.isRaised() {
        source.end = .failed(Diagnostic(IntakeProblem.interrupted(file.path)))
        return nil
      }
      do throws(Diagnostic) {
        guard let bytes = try source.reader.next() else { return nil }
        progress(LoadProgress(done: source.reader.done, total: file.size))
        source.next += 1
        return (source.next - 1, bytes)
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
  private func mergeWaiting(_ target: inout Target) {
    while let block = waiting.withLock({ $0.removeValue(forKey: target.next) }) {
      if target.next == 0, block.lines > 0 { reserve(&target, first: block) }
      target.next += 1
      if let (day, line) = block.beyondCalendar {
        end(.failed(Diagnostic(IntakeProblem.beyondCalendar(day, file: file.path, line: target.line + line))))
        return
      }
      do throws(Diagnostic) {
        try target.builder.append(block.batch)
      } catch {
        end(.failed(error))
        return
      }
      for var row in block.quarantine {
        row.line += target.line
        target.findings.quarantine.append(row)
      }
      target.findings.rows += block.rows
      target.line += block.lines
    }
  }

  /// Keeps room for as many lines as the first block lets expect, and a few more.
  private func reserve(_ target: inout Target, first block: ParsedBlock) {
    let blocks = Double(file.size - plan.offset) / Double(max(1, block.size))
    target.builder.reserveCapacity(Int(Double(block.batch.count) * blocks * 1.1) + 1024)
  }

  func finish() throws(Diagnostic) -> Book {
    let result = target.withLock { target in
      do throws(Diagnostic) {
        return Result<Book, Diagnostic>.success(try finish(&target))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func finish(_ target: inout Target) throws(Diagnostic) -> Book {
    let findings = target.findings
    if findings.rows == 0 { throw Diagnostic(IntakeProblem.headerOnly(file.path)) }
    if target.builder.count == 0 {
      let first = findings.quarantine.first
      throw Diagnostic(
        IntakeProblem.nothingAccepted(
          file.path, rows: findings.rows, first: first.map { "line \($0.line): \($0.reason.message)" } ?? ""))
    }
    do throws(Diagnostic) {
      return try target.builder.finish(findings: findings, workers: workers)
    } catch {
      throw error.code == .interrupted ? Diagnostic(IntakeProblem.interrupted(file.path)) : error
    }
  }
}
