/// The nearest of `names` to what was written, as a question; nil where none is near.
public func didYouMean(_ written: String, among names: [String]) -> Message? {
  nearestName(to: written, among: names).map { Message("did you mean \($0)?", zh: "是不是 \($0)？") }
}

/// An example of what may be written.
public func suchAs(_ example: String) -> Message { Message("such as: \(example)", zh: "例如：\(example)") }

/// What there is to choose from.
public func thereAre(_ names: [String]) -> Message {
  Message("there are: \(Message.list(names))", zh: "现有：\(Message.list(names))")
}
