import Files
import Shell
import Testing

/// The catalogue `Sources/vipsh/vipsh.docc` is true of the tree: the files and declarations that it refers to are there,
/// the targets depend on what it says, and the rules that code and tests cite have their headings.
@Suite struct DocumentationTests {
  @Test("a page refers to files that there are, by names that they declare", arguments: CataloguePage.all)
  func references(page: CataloguePage) throws {
    #expect(page.faults == [])
  }

  @Test func `the pages are there that the others lead to`() throws {
    #expect(CataloguePage.all.map(\.name).contains("Architecture.md"))
    #expect(CataloguePage.all.map(\.name).contains("Rules.md"))
  }

  @Test func `what a page says that is not so is found`() throws {
    let page = CataloguePage(
      name: "Invented.md",
      text: """
        `Sources/Nowhere/Nothing.swift` is not there, `Sources/Numerics` and `scripts/test --filter X` are;
        1. `Sources/Numerics/Work/Job.swift` — `map`: is declared there.
        2. `Sources/Numerics/Work/Job.swift` —
           `nap`: is not.
        [A page](Elsewhere.md) is missing, a rule too (Z9).
        """)
    #expect(
      page.faults == [
        "no Sources/Nowhere/Nothing.swift", "no nap in Sources/Numerics/Work/Job.swift", "no page Elsewhere.md",
        "no heading Z9",
      ])
  }

  @Test func `each step of the way of a command names a file and a function`() throws {
    let steps = try CataloguePage.named("Architecture.md").section("One command, from text to table").steps
    #expect(steps.count >= 10)
    for step in steps { #expect(CataloguePage.isStep(step), "\(step)") }
  }

  @Test func `the targets depend on what their table says`() throws {
    let table = try CataloguePage.named("Architecture.md").section("Targets").targets
    let manifest = try Manifest()
    #expect(!manifest.targets.isEmpty)
    #expect(Set(table.keys) == Set(manifest.targets.keys))
    for (name, dependencies) in manifest.targets { #expect(table[name] == dependencies, "\(name)") }
  }

  @Test func `every rule that is cited has its heading`() throws {
    let citations = try ["Sources", "Tests"].flatMap { try Citation.all(in: $0) }
    #expect(citations.count > 20)
    for citation in citations where !CataloguePage.rules.contains(citation.rule) {
      Issue.record("no heading \(citation.rule), which \(citation.file) cites")
    }
  }
}

/// A page of the catalogue.
struct CataloguePage: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String

  private static let folder = Checkout.root + "/Sources/vipsh/vipsh.docc"

  static let all: [CataloguePage] = fileNames(in: folder).filter { $0.hasSuffix(".md") }.map { name in
    CataloguePage(name: name, text: (try? readText("\(folder)/\(name)")) ?? "")
  }

  static func named(_ name: String) throws -> CataloguePage { try #require(all.first { $0.name == name }) }

  /// The names of the rules, such as `T3`.
  static let rules: Set<String> = {
    let text = all.first { $0.name == "Rules.md" }?.text ?? ""
    return Set(text.split(separator: "\n").compactMap { $0.prefixMatch(of: /### ([A-Z]\d+)\.\s/).map { String($0.1) } })
  }()

  var testDescription: String { name }

  /// What stands under a heading.
  func section(_ heading: String) throws -> CataloguePage {
    let start = try #require(text.firstRange(of: "\n## \(heading)\n"))
    let rest = text[start.upperBound...]
    return CataloguePage(name: name, text: String(rest[..<(rest.firstRange(of: "\n## ")?.lowerBound ?? rest.endIndex)]))
  }

  // MARK: what it refers to

  /// What it says that is not so.
  var faults: [String] {
    // A file or folder in backticks, and the name that follows after a dash.
    let reference = #/
      `((?:Sources|Tests|scripts|\.ci)(?:/[^`\s]+)?)[^`]*`(?:\s+—\s+`(\w+)`)?
      /#
    var faults: [String] = []
    for match in text.matches(of: reference) {
      let path = String(match.1)
      guard let declarations = Checkout.text(of: path) else {
        faults.append("no \(path)")
        continue
      }
      if let name = match.2, !declarations.declares(name) { faults.append("no \(name) in \(path)") }
    }
    for match in text.matches(of: /\]\(([^)#:]+\.md)/)
    where Checkout.text(of: "\(CataloguePage.inCheckout)/\(match.1)") == nil {
      faults.append("no page \(match.1)")
    }
    for match in text.matches(of: /\(([A-Z]\d+)(?:(?:, | and | to )([A-Z]\d+))?\)/) {
      for rule in [match.1, match.2 ?? match.1] where !CataloguePage.rules.contains(String(rule)) {
        faults.append("no heading \(rule)")
        break
      }
    }
    return faults
  }

  private static let inCheckout = "Sources/vipsh/vipsh.docc"

  // MARK: what it is made of

  /// Whether a line is a step of the way of a command: a file, a name that it declares, and what happens there.
  static func isStep(_ line: Substring) -> Bool {
    line.prefixMatch(of: /\d+\.\s`(?:Sources|Tests)\/[^`\s]+\.swift`\s—\s`\w+`:\s/) != nil
  }

  /// The items of its numbered lists, each by its first line.
  var steps: [Substring] { text.split(separator: "\n").filter { $0.prefixMatch(of: /\d+\.\s/) != nil } }

  /// The rows of its table: a target, and what stands in the third column.
  var targets: [String: Set<String>] {
    var targets: [String: Set<String>] = [:]
    for row in text.split(separator: "\n") where row.hasPrefix("| `") {
      let cells = row.split(separator: "|").map { $0.matches(of: /`([\w-]+)`/).map { String($0.1) } }
      if let name = cells[0].first { targets[name] = cells.count > 2 ? Set(cells[2]) : [] }
    }
    return targets
  }
}

/// What `Package.swift` says of the targets that are no tests.
struct Manifest {
  private(set) var targets: [String: Set<String>] = [:]

  init() throws {
    let text = try readText(Checkout.root + "/Package.swift")
    // A product of another package stands under a name of its own.
    let products = Dictionary(
      uniqueKeysWithValues: text.matches(of: /let (\w+): Target\.Dependency = \.product\(name: "(\w+)"/).map {
        ($0.1, $0.2)
      })
    for part in text.parts(after: ".target(") + text.parts(after: ".executableTarget(") {
      guard let name = part.firstMatch(of: /name: "([\w-]+)"/)?.1, part.firstRange(of: "path: \"Tests/") == nil else {
        continue
      }
      let list = part.firstMatch(of: /dependencies: \[([^\]]*)\]/)?.1 ?? ""
      targets[String(name)] = Set(
        list.split { $0 == "," || $0.isWhitespace }.map { word in
          String(products[word] ?? word.filter { $0 != "\"" }[...])
        })
    }
  }
}

extension String {
  /// What stands between each `opening`, which ends in a bracket, and its closing bracket.
  fileprivate func parts(after opening: String) -> [Substring] {
    ranges(of: opening).map { range in
      var depth = 1
      let end = self[range.upperBound...].firstIndex { character in
        depth += character == "(" ? 1 : character == ")" ? -1 : 0
        return depth == 0
      }
      return self[range.upperBound..<(end ?? endIndex)]
    }
  }

  /// Whether it is Swift that declares `name`.
  fileprivate func declares(_ name: some StringProtocol) -> Bool {
    let word =
      #/
      \b(?:func|init|struct|class|enum|protocol|extension|case|let|var|typealias|actor)\s+(\w+)
      /#
    return matches(of: word).contains { $0.1 == name }
  }
}

extension Checkout {
  /// The text of a file; empty for a folder, nil where there is nothing.
  fileprivate static func text(of path: String) -> String? {
    if let text = try? readText("\(root)/\(path)") { return text }
    return fileNames(in: "\(root)/\(path)").isEmpty ? nil : ""
  }
}

/// A rule that a file cites: `rule T3`, `rules T2, T3 and T6`, `rules P1 to P4`.
private struct Citation {
  let file: String
  let rule: String

  static func all(in folder: String) throws -> [Citation] {
    try fileNames(in: "\(Checkout.root)/\(folder)").flatMap { name -> [Citation] in
      let path = "\(folder)/\(name)"
      guard name.hasSuffix(".swift") else { return name.contains(".") ? [] : try all(in: path) }
      return try readText("\(Checkout.root)/\(path)").split(separator: "\n").flatMap { line -> [Citation] in
        guard line.contains("ule") else { return [] }
        return line.matches(of: /\b[Rr]ules? ((?:[A-Z]\d+(?:, | and | to )?)+)/).flatMap { match in
          match.1.matches(of: /[A-Z]\d+/).map { Citation(file: path, rule: String($0.0)) }
        }
      }
    }
  }
}
