import Glibc

/// The name of an element or an attribute without its namespace's prefix. It lives as long as the event it came with.
struct XMLName {
  let bytes: UnsafePointer<CChar>

  init(qualified name: UnsafePointer<CChar>) { bytes = strchr(name, 58).map { UnsafePointer($0 + 1) } ?? name }

  static func == (name: XMLName, text: StaticString) -> Bool {
    text.withUTF8Buffer { expected in
      for i in 0..<expected.count where UInt8(bitPattern: name.bytes[i]) != expected[i] { return false }
      return name.bytes[expected.count] == 0
    }
  }

  static func ~= (text: StaticString, name: XMLName) -> Bool { name == text }
}

/// The attributes of an element, in their order. They live as long as the event they came with.
struct XMLAttributes: Sequence, IteratorProtocol {
  private var rest: UnsafeMutablePointer<UnsafePointer<CChar>?>

  init(first: UnsafeMutablePointer<UnsafePointer<CChar>?>) { rest = first }

  mutating func next() -> (name: XMLName, value: UnsafePointer<CChar>)? {
    guard let name = rest[0], let value = rest[1] else { return nil }
    rest += 2
    return (XMLName(qualified: name), value)
  }

  func text(_ name: StaticString) -> String? {
    for attribute in self where attribute.name == name { return String(cString: attribute.value) }
    return nil
  }

  /// A flag, `1` or `true` where it is set.
  func isSet(_ name: StaticString) -> Bool { text(name).map { $0 == "1" || $0 == "true" } ?? false }
}
