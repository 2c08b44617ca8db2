import Shell
import Testing

/// What help shows is what happens: every example of every declaration runs, and answers what was recorded. As with
/// scripts, `VIPSH_RECORD=1` writes new recordings and fails.
@Suite struct HelpTests {
  @Test("18 · every example of help runs and answers what was recorded", arguments: HelpGroup.allCases)
  func examples(of group: HelpGroup) throws {
    let runner = ExampleRunner()
    #expect(runner.problems.isEmpty)
    var found: [String] = []
    for topic in group.topics {
      for example in topic.examples {
        let folder = try Folder()
        try folder.fill()
        let answer = runner.answer(to: example, in: folder.path)
        #expect(Set(answer.codes) == Set([topic.code].compactMap(\.self)), "\(topic.name): \(example.text)")
        let typed = example.text.split(separator: "\n").enumerated().map { ($0 == 0 ? "vip> " : "...> ") + $1 }
        found += ["# \(topic.name)"] + typed + answer.lines + [""]
      }
    }
    try Recording.compare(found.joined(separator: "\n"), with: "\(Checkout.root)/Tests/Help/\(group).out")
  }

  @Test("18 · no command, kind of object, metric, field or code is without an example") func complete() {
    for topic in [HelpGroup.commands, .metrics, .codes].flatMap(\.topics) {
      #expect(!topic.examples.isEmpty && topic.examples.allSatisfy { !$0.text.isEmpty }, "\(topic.name)")
    }
    for field in HelpTopic.fields { #expect(!field.lines.isEmpty, "\(field.name)") }
  }
}
