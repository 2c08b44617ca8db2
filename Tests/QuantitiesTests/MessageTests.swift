import Messages
import Testing

@Suite struct MessageTests {
  private func found(_ what: Message) -> Message { Message("found \(what) here", zh: "这里是\(what)才对") }

  @Test(arguments: [
    (Message("a percent", zh: "百分比"), "found a percent here", "这里是百分比才对"),
    (Message(verbatim: "`per`"), "found `per` here", "这里是 `per` 才对"),
    (Message(verbatim: "5%"), "found 5% here", "这里是 5% 才对"),
    (Message("a name (any)", zh: "名称（任意）"), "found a name (any) here", "这里是名称（任意）才对"),
  ])
  func `Chinese stands apart from Latin words of a message within it`(what: Message, english: String, chinese: String) {
    #expect(found(what).text(in: .english) == english)
    #expect(found(what).text(in: .simplified) == chinese)
  }

  @Test func `values stand as the wording puts them`() {
    #expect(Message("\(90) and later", zh: "\(90)后").text(in: .simplified) == "90后")
  }

  @Test func `lists are joined as the language does`() {
    let names = Message.list(["a", "b"])
    #expect(names.text(in: .english) == "a, b" && names.text(in: .simplified) == "a、b")
    let choice = Message.choice(["a", "b"])
    #expect(choice.text(in: .english) == "a or b" && choice.text(in: .simplified) == "a 或 b")
  }

  @Test func `what is empty is left out of a sentence`() {
    let sentence = Message.sentence(Message("one", zh: "一"), nil, .empty, Message("two", zh: "二"))
    #expect(sentence.text(in: .english) == "one two")
  }
}
