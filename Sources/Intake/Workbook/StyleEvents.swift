/// Reads `xl/styles.xml`: the number format of every cell style.
final class StyleEvents: PartEvents {
  /// By the number that a cell gives in its attribute `s`.
  private(set) var formats: [NumberFormat] = []
  let complaint: PartComplaint? = nil
  private var codes: [Int: NumberFormat] = [:]
  private var isInCellStyles = false
  private var depth = 0

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    depth += 1
    switch name {
    case "numFmt" where depth == 3:
      guard let id = attributes.text("numFmtId").flatMap({ Int($0) }), let code = attributes.text("formatCode") else {
        return
      }
      codes[id] = NumberFormat(code: Array(code.utf8))
    case "cellXfs" where depth == 2: isInCellStyles = true
    case "xf" where depth == 3 && isInCellStyles:
      let id = attributes.text("numFmtId").flatMap { Int($0) } ?? 0
      formats.append(codes[id] ?? NumberFormat(builtIn: id))
    default: break
    }
  }

  func end() {
    depth -= 1
    if depth == 1 { isInCellStyles = false }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {}
}
