/// What a test needs could not be made.
package struct FixtureFailure: Error, CustomStringConvertible {
  package let description: String
}

func require(
  _ condition: Bool, _ failure: @autoclosure () -> String = "", file: String = #fileID, line: Int = #line
) throws {
  guard !condition else { return }
  throw FixtureFailure(description: "\(file):\(line): cannot make what the test needs. \(failure())")
}

func require<Value>(_ value: Value?, file: String = #fileID, line: Int = #line) throws -> Value {
  guard let value else { throw FixtureFailure(description: "\(file):\(line): cannot make what the test needs") }
  return value
}
