import Messages
import PlanLanguage

/// A value as it is written.
func written<Value: Phrased>(_ text: String, as: Value.Type = Value.self) throws -> Value {
  let source = SourceText(text, name: "")
  return try Value(Phrase(Lexer(source).tokens, span: SourceSpan(source, 0..<source.bytes.count)))
}
