import Glibc
import MemberBook
import Messages
import Numerics

/// The chance to reach the top tier by the features: a logistic regression on features of mean 0 and deviation 1, with a
/// ridge of 1 on the weights, fitted by Newton's steps, halved where they go too far (Le Cessie & van Houwelingen 1992).
struct RiserModel: Sendable {
  /// Of the features as the model takes them.
  let means: [Double]
  let deviations: [Double]
  /// Those of the features, then the constant.
  let weights: [Double]

  /// What a candidate's features add to the log odds, and the log odds.
  func parts(_ landmark: PotentialLandmark, _ candidate: Int) -> (parts: [Double], odds: Double) {
    let parts = PotentialFeature.allCases.map { feature in
      let place = feature.rawValue
      return weights[place] * (feature.scaled(landmark.value(feature, of: candidate)) - means[place])
        / deviations[place]
    }
    return (parts, parts.reduce(weights[weights.count - 1], +))
  }

  static func chance(_ odds: Double) -> Double { 1 / (1 + exp(-odds)) }

  /// The landmarks have risers, and others.
  init(_ landmarks: [PotentialLandmark], _ job: Job) throws(Diagnostic) {
    let width = PotentialLandmark.width
    let total = Double(landmarks.reduce(0) { $0 + $1.count })
    var sums = [Double](repeating: 0, count: width)
    var squares = sums
    for landmark in landmarks {
      for candidate in 0..<landmark.count {
        for feature in PotentialFeature.allCases {
          let value = feature.scaled(landmark.value(feature, of: candidate))
          sums[feature.rawValue] += value
          squares[feature.rawValue] += value * value
        }
      }
    }
    let means = sums.map { $0 / total }
    // One that all have in common tells nothing.
    let deviations = zip(squares, means).map { square, mean in
      let variance = square / total - mean * mean
      return variance > 1e-9 ? variance.squareRoot() : .infinity
    }
    (self.means, self.deviations) = (means, deviations)
    let risers = Double(landmarks.reduce(0) { $0 + $1.risers })
    var weights = [Double](repeating: 0, count: width + 1)
    weights[width] = log(risers / (total - risers))
    var best = try Slope(landmarks, weights: weights, means: means, deviations: deviations, job)
    for _ in 0..<30 {
      guard var step = best.step else { break }
      var next = best
      for _ in 0..<20 {
        next = try Slope(
          landmarks, weights: zip(weights, step).map(+), means: means, deviations: deviations, job)
        if next.likelihood >= best.likelihood { break }
        step = step.map { $0 / 2 }
      }
      guard next.likelihood >= best.likelihood else { break }
      weights = zip(weights, step).map(+)
      best = next
      if step.allSatisfy({ abs($0) < 1e-8 }) { break }
    }
    self.weights = weights
  }
}

/// The penalised log likelihood at some weights, and how it changes from there.
private struct Slope {
  private(set) var likelihood = 0.0
  private var gradient: [Double]
  private var curvature: [[Double]]

  /// Newton's step from there; nil where there is none.
  var step: [Double]? { SquareMatrix(rows: curvature).inverse?.times(gradient) }

  /// The sums are made of pieces in a fixed order.
  init(
    _ landmarks: [PotentialLandmark], weights: [Double], means: [Double], deviations: [Double], _ job: Job
  ) throws(Diagnostic) {
    let width = weights.count
    gradient = [Double](repeating: 0, count: width)
    curvature = [[Double]](repeating: gradient, count: width)
    let (blank, pieces) = (self, 16)
    let parts = try job.map(pieces * landmarks.count) { place in
      let landmark = landmarks[place / pieces]
      let piece = place % pieces
      var part = blank
      var x = [Double](repeating: 1, count: width)
      for candidate in piece * landmark.count / pieces..<(piece + 1) * landmark.count / pieces {
        for feature in PotentialFeature.allCases {
          let place = feature.rawValue
          x[place] = (feature.scaled(landmark.value(feature, of: candidate)) - means[place]) / deviations[place]
        }
        part.add(x, weights, rose: landmark.rose[candidate])
      }
      return part
    }
    for part in parts {
      likelihood += part.likelihood
      for i in 0..<width {
        gradient[i] += part.gradient[i]
        for j in 0...i { curvature[i][j] += part.curvature[i][j] }
      }
    }
    // The constant has no ridge.
    for i in 0..<width - 1 {
      likelihood -= weights[i] * weights[i] / 2
      gradient[i] -= weights[i]
      curvature[i][i] += 1
    }
    for i in 0..<width { for j in 0..<i { curvature[j][i] = curvature[i][j] } }
  }

  private mutating func add(_ x: [Double], _ weights: [Double], rose: Bool) {
    let odds = zip(x, weights).reduce(0) { $0 + $1.0 * $1.1 }
    let chance = RiserModel.chance(odds)
    // ln of the chance of what happened.
    likelihood -= log1p(exp(-abs(odds))) + (rose == (odds > 0) ? 0 : abs(odds))
    let (miss, weight) = ((rose ? 1 : 0) - chance, chance * (1 - chance))
    for i in x.indices {
      gradient[i] += miss * x[i]
      for j in 0...i { curvature[i][j] += weight * x[i] * x[j] }
    }
  }
}
