/// What no table is beyond.
enum TableLimit {
  /// As many as a sheet of a workbook can have.
  static let columns = 16_384
  /// Bytes of a header that may mean a role by its name.
  static let headerName = 1000
}
