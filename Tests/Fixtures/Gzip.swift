import CZlib

/// `bytes` as one gzip member, by zlib itself.
package func gzipped(_ bytes: [UInt8], level: Int32 = 6) throws -> [UInt8] {
  var state = z_stream()
  try require(
    deflateInit2_(
      &state, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
      == Z_OK)
  defer { deflateEnd(&state) }
  var input = bytes
  var output = [UInt8](repeating: 0, count: Int(deflateBound(&state, UInt(bytes.count))))
  let room = output.count
  let status = input.withUnsafeMutableBufferPointer { from in
    output.withUnsafeMutableBufferPointer { to in
      (state.next_in, state.avail_in) = (from.baseAddress, UInt32(from.count))
      (state.next_out, state.avail_out) = (to.baseAddress, UInt32(to.count))
      return deflate(&state, Z_FINISH)
    }
  }
  try require(status == Z_STREAM_END)
  return Array(output.prefix(room - Int(state.avail_out)))
}
