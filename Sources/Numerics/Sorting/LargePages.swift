internal import Glibc

/// Large pages, which spare memory that is read and written at random most of its address translations, and fresh memory
/// most of its page faults. Asking for them never changes what the memory holds.
public enum LargePages {
  private static let size = 1 << 21
  /// MADV_HUGEPAGE of Linux.
  private static let advice: Int32 = 14

  /// Asks for large pages under `memory`, where it is worth while.
  public static func ask(for memory: UnsafeMutableRawBufferPointer) {
    guard let base = memory.baseAddress, memory.count >= 4 * size else { return }
    let start = (UInt(bitPattern: base) + UInt(size - 1)) & ~UInt(size - 1)
    let end = (UInt(bitPattern: base) + UInt(memory.count)) & ~UInt(size - 1)
    unsafe madvise(UnsafeMutableRawPointer(bitPattern: start), Int(end - start), advice)
  }

  /// An array of so many equal elements.
  @inlinable public static func array<Element: BitwiseCopyable>(repeating element: Element, count: Int) -> [Element] {
    unsafe Array(unsafeUninitializedCapacity: count) { buffer, filled in
      unsafe ask(for: UnsafeMutableRawBufferPointer(buffer))
      unsafe buffer.initialize(repeating: element)
      filled = count
    }
  }

  /// An empty array with room for `capacity` elements, which cost no memory until they are written.
  @inlinable public static func room<Element: BitwiseCopyable>(for capacity: Int) -> [Element] {
    unsafe Array(unsafeUninitializedCapacity: capacity) { buffer, _ in
      unsafe ask(for: UnsafeMutableRawBufferPointer(buffer))
    }
  }
}
