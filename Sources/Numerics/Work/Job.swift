internal import Dispatch
internal import Glibc
public import Messages
internal import Synchronization

/// What every long computation is given: how many threads it may use, whether it is asked to stop, and whom it tells how
/// far it has come. A value; parts of a computation are handed a `part` of it and need not know what they are part of.
public struct Job: Sendable {
  /// How many threads work at once; at least 1. No result depends on it.
  public let threads: Int
  private let isAskedToStop: @Sendable () -> Bool
  private let hear: @Sendable (_ share: Double) -> Void

  /// - Parameters:
  ///   - threads: as many as there are cores unless said otherwise.
  ///   - isStopped: looked at every few thousand steps, from any thread.
  ///   - hear: is given shares from 0 to 1, from any thread.
  public init(
    threads: Int? = nil, isStopped: @escaping @Sendable () -> Bool = { false },
    hear: @escaping @Sendable (_ share: Double) -> Void = { _ in }
  ) {
    self.threads = max(1, threads ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    isAskedToStop = isStopped
    self.hear = hear
  }

  private init(copying job: Job, threads: Int, hear: @escaping @Sendable (_ share: Double) -> Void) {
    self.threads = threads
    isAskedToStop = job.isAskedToStop
    self.hear = hear
  }

  /// On every core, with nobody who listens or stops it.
  public static let unattended = Job()

  // MARK: stopping

  /// Whether the user asked to stop.
  public var isStopped: Bool { isAskedToStop() }

  /// - Throws: `Interruption` where the user asked to stop.
  public func check() throws(Diagnostic) {
    if isStopped { throw Diagnostic(Interruption()) }
  }

  // MARK: progress

  /// Tells that `done` of `total` steps are behind.
  public func tell(_ done: Int, of total: Int) {
    guard total > 0 else { return }
    hear(Double(min(max(done, 0), total)) / Double(total))
  }

  /// Part `index` of `count` equal ones.
  public func part(_ index: Int, of count: Int) -> Job {
    count < 2
      ? self : Job(copying: self, threads: threads) { [hear] share in hear((Double(index) + share) / Double(count)) }
  }

  /// The same work without a word on how far it has come.
  public var silent: Job { Job(copying: self, threads: threads) { _ in } }

  /// The same on so many threads; as many as before where nil.
  public func on(threads count: Int?) -> Job { Job(copying: self, threads: max(1, count ?? threads), hear: hear) }

  // MARK: working on many pieces

  /// Calls `body` once on every thread and waits for all of them, for work that hands itself out.
  public func onEveryThread(_ body: @Sendable () -> Void) {
    DispatchQueue.concurrentPerform(iterations: threads) { _ in body() }
  }

  /// Calls `body` once with each of `0..<pieces`, in no certain order, and answers the results in order. How the work is
  /// cut into pieces must not depend on `threads`; then what comes out does not either. With `tells` it tells how many
  /// pieces are done.
  /// - Throws: `Interruption` where it was stopped before every piece was done; no piece is begun after that.
  public func map<Result: Sendable>(
    _ pieces: Int, tells: Bool = false, _ body: @Sendable (_ piece: Int) -> Result
  ) throws(Diagnostic) -> [Result] {
    let results = Mutex((found: [Result?](repeating: nil, count: pieces), done: 0))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, max(pieces, 1))) { _ in
      while true {
        // The last piece, the walk-ins', may be by far the largest and is begun first.
        let piece = pieces - 1 - next.add(1, ordering: .relaxed).oldValue
        if piece < 0 || isStopped { return }
        let result = body(piece)
        // Told under the lock, so that it never goes back.
        results.withLock { results in
          results.found[piece] = result
          results.done += 1
          if tells { tell(results.done, of: pieces) }
        }
      }
    }
    let found = results.withLock { $0.found.compactMap(\.self) }
    guard found.count == pieces else { throw Diagnostic(Interruption()) }
    return found
  }

  /// An array in the pieces that `bounds` cuts it into, each written whole by `body` alone, and the pieces' results.
  /// Bounds ascend from 0; piece i is `bounds[i]..<bounds[i + 1]`.
  /// - Throws: `Interruption` where it was stopped.
  public func fill<Value: BitwiseCopyable & FixedWidthInteger & Sendable, Result: Sendable>(
    _ bounds: [Int], of type: Value.Type = Value.self,
    _ body: @Sendable (_ piece: Int, _ values: inout MutableSpan<Value>) -> Result
  ) throws(Diagnostic) -> (values: [Value], results: [Result]) {
    var results: [Result] = []
    var failure: Diagnostic?
    let count = bounds.last ?? 0
    let values = unsafe [Value](unsafeUninitializedCapacity: count) { buffer, filled in
      unsafe LargePages.ask(for: UnsafeMutableRawBufferPointer(buffer))
      nonisolated(unsafe) let whole = unsafe buffer
      do throws(Diagnostic) {
        results = try map(bounds.count - 1) { piece in
          let slice = unsafe UnsafeMutableBufferPointer(rebasing: whole[bounds[piece]..<bounds[piece + 1]])
          var span = unsafe slice.mutableSpan
          return body(piece, &span)
        }
        filled = count
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return (values, results)
  }
}

/// The user asked to stop.
public struct Interruption: Problem {
  /// The one interruption there is.
  public init() {}
  /// `.interrupted`, E402.
  public var code: ErrorCode { .interrupted }
  /// A word that says so.
  public var message: Message { Message("interrupted", zh: "已中断") }
}
