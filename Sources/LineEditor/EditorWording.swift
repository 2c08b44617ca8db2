/// The words that the editor shows by itself; in another language, give others.
public struct EditorWording {
  /// Ends a list of candidates that is cut.
  public var more: (Int) -> String = { "… and \($0) more" }
  /// The same where nobody counted them.
  public var manyMore = "… and many more"
  /// Stands before what is searched for in the history.
  public var search = "search"
  /// The same when nothing is found.
  public var searchFailed = "search, not found"

  public init() {}
}
