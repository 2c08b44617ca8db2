import Numerics

extension Session {
  /// Computes part `index` of `count`: what it tells of its progress is that much of the whole's.
  mutating func part<Result, Failure: Error>(
    _ index: Int, of count: Int, _ compute: (inout Session) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let whole = environment.job
    environment.job = whole.part(index, of: count)
    defer { environment.job = whole }
    return try compute(&self)
  }
}
