import Glibc

/// The text of a file.
func read(_ path: String) throws -> String {
  guard let file = fopen(path, "r") else { throw CDNOW.Unreadable() }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = fread(&piece, 1, piece.count, file)
    guard count > 0 else { break }
    bytes += piece[..<count]
  }
  return String(decoding: bytes, as: UTF8.self)
}

func exponential(_ x: Double) -> Double { exp(x) }
func logarithm(_ x: Double) -> Double { log(x) }
