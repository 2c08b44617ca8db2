/// A small symmetric matrix, such as a covariance.
public struct SquareMatrix: Sendable {
  /// Its rows, as many as each has entries.
  public var rows: [[Double]]

  /// `rows` are taken to be symmetric.
  public init(rows: [[Double]]) { self.rows = rows }

  var count: Int { rows.count }

  /// The identity of `count` rows times `factor`.
  public static func identity(_ count: Int, times factor: Double = 1) -> SquareMatrix {
    SquareMatrix(rows: (0..<count).map { i in (0..<count).map { $0 == i ? factor : 0 } })
  }

  /// Its product with a vector of as many entries as it has rows.
  public func times(_ vector: [Double]) -> [Double] { rows.map { dot($0, vector) } }

  /// L of L Lᵀ, lower triangular; nil where the matrix is not positive definite.
  public var cholesky: [[Double]]? {
    var lower = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for i in 0..<count {
      for j in 0...i {
        var sum = rows[i][j]
        for k in 0..<j { sum -= lower[i][k] * lower[j][k] }
        if i == j {
          guard sum > 1e-12 * abs(rows[i][i]), sum.isFinite else { return nil }
          lower[i][i] = sum.squareRoot()
        } else {
          lower[i][j] = sum / lower[j][j]
        }
      }
    }
    return lower
  }

  /// The inverse; nil where the matrix is not positive definite.
  public var inverse: SquareMatrix? {
    guard let lower = cholesky else { return nil }
    let columns = (0..<count).map { column in
      var x = (0..<count).map { $0 == column ? 1.0 : 0 }
      for i in 0..<count {
        for k in 0..<i { x[i] -= lower[i][k] * x[k] }
        x[i] /= lower[i][i]
      }
      for i in (0..<count).reversed() {
        for k in (i + 1)..<max(count, i + 1) { x[i] -= lower[k][i] * x[k] }
        x[i] /= lower[i][i]
      }
      return x
    }
    return SquareMatrix(rows: columns)
  }
}

/// The scalar product of two vectors of one length.
public func dot(_ one: [Double], _ other: [Double]) -> Double { zip(one, other).reduce(0) { $0 + $1.0 * $1.1 } }
