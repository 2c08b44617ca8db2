/// The headers of a file of delimited text, as its first lines tell; none where it is something else, or cannot be read.
public func headers(ofFile path: String) -> [String] {
  guard let file = try? InputFile(path: path), let start = try? file.read(after: [], from: 0, count: 16 << 10),
    FileFormat(start) == .text, let end = start.lastIndex(of: 0x0A)
  else { return [] }
  let lines = Array(start[...end])
  guard let found = try? EncodingDetection(lines, stated: nil, file: path), found.encoding.byteOrder == nil else {
    return []
  }
  let text = TextDecoder(encoding: found.encoding).decode(Array(lines[found.markLength...]))
  return HeaderSearch<PurchaseColumn>.likeliest(text).filter { !$0.isEmpty }
}
