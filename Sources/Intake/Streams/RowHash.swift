import Messages
import Synchronization

/// The hash of rows that come from no file, over the text that they are read as.
final class RowHash: Sendable {
  private let state = Mutex(State())

  private struct State: ~Copyable {
    var hash = ContentHash()
  }

  func add(_ bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    state.withLock { state in bytes.withUnsafeBytes { state.hash.add($0) } }
  }

  var digits: String { state.withLock { $0.hash.digits } }
}

/// A source of rows whose text is hashed as it goes by.
struct HashedRows<Reader: RowReader>: RowReader {
  private var reader: Reader
  private let hash: RowHash

  init(_ reader: Reader, _ hash: RowHash) {
    self.reader = reader
    self.hash = hash
  }

  var position: ReadPosition? { reader.position }

  mutating func read(into text: inout RowText, size: Int) throws(Diagnostic) -> Bool {
    let before = text.bytes.count
    let hasMore = try reader.read(into: &text, size: size)
    hash.add(text.bytes[before...])
    return hasMore
  }
}

extension FileStream {
  /// Reads what is left of the file and answers the hash of all of it.
  func hashToEnd() throws(Diagnostic) -> String {
    while try !read(after: [], count: 1 << 20).isEmpty {}
    return hash
  }
}
