import Glibc

/// The bytes of a file of the package, by its path from the package's root.
package func packageFile(_ path: String) throws -> [UInt8] {
  let file = try require(fopen(packagePath(path), "r"))
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { return bytes }
    bytes.append(contentsOf: buffer[..<count])
  }
}

/// Where a file of the package is, by its path from the package's root.
package func packagePath(_ path: String) -> String {
  let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
  return root + "/" + path
}
