/// Where rows that are set aside are written, so that they can be mended and loaded.
public enum QuarantinePlace: Sendable, Equatable {
  /// Beside the file they come from; for a database, in the current directory.
  case besideInput
  case folder(String)
}
