internal import Dispatch
internal import Glibc
public import Quantities
internal import Synchronization

/// The threads that arrange a book. Work is cut into pieces whose number does not depend on the threads, so that what
/// comes out does not either.
public struct Workers: Sendable {
  /// At least 1.
  public let count: Int
  public let stop: StopSign

  /// As many threads as there are cores, unless `count` says otherwise. `stop` is looked at before every piece.
  public init(_ count: Int? = nil, stop: StopSign = .never) {
    self.count = max(1, count ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    self.stop = stop
  }

  /// Calls `body` once with each of `0..<pieces`, in no certain order, and answers the results in order.
  public func map<Result: Sendable>(
    _ pieces: Int, _ body: @Sendable (_ piece: Int) -> Result
  ) throws(Diagnostic) -> [Result] {
    let results = Mutex<[Result?]>(Array(repeating: nil, count: pieces))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(count, max(pieces, 1))) { _ in
      while true {
        // The last piece, the walk-ins', may be by far the largest and is begun first.
        let piece = pieces - 1 - next.add(1, ordering: .relaxed).oldValue
        if piece < 0 || stop.isRaised() { return }
        let result = body(piece)
        results.withLock { $0[piece] = result }
      }
    }
    let found = results.withLock { $0.compactMap(\.self) }
    if found.count < pieces { try stop.check() }
    guard found.count == pieces else { throw Diagnostic(Interruption()) }
    return found
  }

  /// An array in the pieces that `bounds` cuts it into, each written whole by `body` alone, and the pieces' results.
  /// Bounds ascend from 0; piece i is `bounds[i]..<bounds[i + 1]`.
  func fill<Value: BitwiseCopyable & FixedWidthInteger & Sendable, Result: Sendable>(
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
