/// The nearest of `names` to what was written, as a question; nil where none is near.
public func didYouMean(_ written: String, among names: [String]) -> Message? {
  nearestName(to: written, among: names).map { didYouMean($0) }
}

/// The name that was likely meant, as a question.
public func didYouMean(_ name: String) -> Message { Message("did you mean \(name)?", zh: "是不是 \(name)？") }

/// An example of what may be written.
public func suchAs(_ example: String) -> Message { suchAs(Message(verbatim: example)) }

/// Examples of what may be written.
public func suchAs(_ examples: Message) -> Message { Message("such as: \(examples)", zh: "例如：\(examples)") }

/// What there is to choose from.
public func thereAre(_ names: [String]) -> Message {
  Message("there are: \(Message.list(names))", zh: "现有：\(Message.list(names))")
}
