import Quantities

extension Session {
  /// Computes part `index` of `count`: what it tells of its progress is that much of the whole's.
  mutating func part<Result, Failure: Error>(
    _ index: Int, of count: Int, _ compute: (inout Session) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let whole = environment.progress
    environment.progress = whole.part(index, of: count)
    defer { environment.progress = whole }
    return try compute(&self)
  }
}
