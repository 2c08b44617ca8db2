internal import Glibc
internal import Numerics

extension ModelFit {
  /// The model with its parameters drawn from how uncertain they are: the logarithms from the normal distribution of
  /// their covariance. The fitted model itself where the likelihood is flat; parameters at an edge are not drawn.
  public func drawnModel(draw: UInt32, seed: UInt32) -> any PurchaseModel {
    guard let covariance else { return model }
    let free = parameters.indices.filter { parameters[$0].standardError != nil }
    guard let lower = SquareMatrix(rows: free.map { i in free.map { covariance.rows[i][$0] } }).cholesky else {
      return model
    }
    var stream = DrawPurpose.parameters.stream(seed, 0, draw)
    let luck = free.map { _ in stream.normal() }
    var drawn = parameters.map(\.value)
    for (row, i) in free.enumerated() { drawn[i] *= exp(dot(lower[row], luck)) }
    return kind.model(drawn)
  }
}
