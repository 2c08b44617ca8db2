/// What is counted: the cases of an enum, numbered from 0 in the order of their declaration.
public protocol CounterKey: CaseIterable, RawRepresentable, Sendable where RawValue == Int {}

/// A value for each case of an enum, side by side and without storage of its own elsewhere, so that an array of them is one
/// block of memory. `width` is how many cases there are: a new counter is one case more, and one more here.
///
/// Counters of disjoint sets of members add, in any order, to the same total; a sum that leaves the range of `Value`
/// traps.
@frozen
public struct Counters<Key: CounterKey, Value: FixedWidthInteger & BitwiseCopyable & Sendable, let width: Int>: Sendable
{
  @usableFromInline var values: InlineArray<width, Value>

  /// All of them 0.
  @inlinable @inline(__always)
  public init() {
    precondition(Key.allCases.count == width, "as many values as there are counters")
    values = InlineArray(repeating: 0)
  }

  /// The value of one counter.
  @inlinable
  public subscript(key: Key) -> Value {
    @inline(__always) get { values[key.rawValue] }
    @inline(__always) _modify { yield &values[key.rawValue] }
  }

  /// Adds other counters so many times; with -1 they are taken away.
  @inlinable @inline(__always)
  public mutating func add(_ other: Counters, times: Value = 1) {
    for place in 0..<width { values[place] += times * other.values[place] }
  }

  /// All of them added up.
  @inlinable public var sum: Value {
    var sum: Value = 0
    for place in 0..<width { sum += values[place] }
    return sum
  }
}

extension Counters: Equatable {
  /// Whether every counter has the same value in both.
  @inlinable
  public static func == (one: Counters, other: Counters) -> Bool {
    for place in 0..<width where one.values[place] != other.values[place] { return false }
    return true
  }
}

extension Counters: CustomStringConvertible {
  /// Those that are not 0: `purchases 3, spend 120`.
  public var description: String {
    Key.allCases.filter { self[$0] != 0 }.map { "\($0) \(self[$0])" }.joined(separator: ", ")
  }
}

extension Sequence {
  /// All counters added up.
  public func total<Key: CounterKey, Value, let width: Int>() -> Counters<Key, Value, width>
  where Element == Counters<Key, Value, width> {
    var total = Counters<Key, Value, width>()
    for counters in self { total.add(counters) }
    return total
  }
}

extension Array {
  /// Adds as many other counters, place by place, so many times.
  mutating func add<Key: CounterKey, Value, let width: Int>(_ other: Self, times: Value = 1)
  where Element == Counters<Key, Value, width> {
    for place in indices { self[place].add(other[place], times: times) }
  }
}

extension Array where Element: FixedWidthInteger {
  /// Adds as many other numbers, place by place, so many times.
  mutating func add(_ other: Self, times: Element = 1) {
    for place in indices { self[place] += times * other[place] }
  }
}
