extension Person {
  /// The binary, which is built beside the tests.
  static var vipsh: String { demo.replacing("/prompt-demo", with: "/vipsh") }

  /// A person at the prompt of vipsh itself, with a home of their own.
  static func atVipsh(
    _ environment: [String: String] = [:], arguments: [String] = [], rows: Int = 20, columns: Int = 80
  ) throws -> Person {
    let given = ["LANG": "C.UTF-8", "HOME": try folder(), "PATH": "/usr/bin:/bin"]
    let person = try Person(
      arguments, program: vipsh, environment: given.merging(environment) { $1 }, rows: rows, columns: columns)
    try person.see("the prompt") { $0.isPasteBracketed && $0.line == "vip>" }
    return person
  }

  /// Waits until the prompt is there again, with `text` above it.
  func seeAnswer(_ text: String) throws {
    try see(text) { $0.isPasteBracketed && $0.line == "vip>" && $0.text.contains(text) }
  }
}
