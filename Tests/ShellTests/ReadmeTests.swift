import Glibc
import Quantities
import Shell
import Testing

/// The session in the README is a real one.
@Suite struct ReadmeTests {
  @Test func `the README's session answers as it is printed there`() throws {
    chdir(Checkout.root)
    let readme = try readText(Checkout.root + "/README.md")
    let block = try #require(readme.split(separator: "```\n").map(String.init).first { $0.hasPrefix("vip> ") })
    let transcript = Transcript()
    var statement = ""
    var expected: [String] = []
    var found: [String] = []
    func ask() {
      guard !statement.isEmpty else { return }
      found += transcript.run(statement)
      statement = ""
    }
    for line in block.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("vip> ") {
        ask()
        statement = String(line.dropFirst(5))
      } else if line.hasPrefix("...> ") {
        statement += "\n" + line.dropFirst(5)
      } else {
        expected.append(String(line))
      }
    }
    ask()
    #expect(found == expected)
  }
}
