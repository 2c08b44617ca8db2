import Messages
import Numerics

/// An XLSX workbook that is open: what all of its sheets have in common.
final class XLSXWorkbook {
  private let archive: WorkbookArchive
  private var cells = CellTexts(strings: SharedStrings(), formats: [], dates: .from1900)
  /// Visible or not, in their order; charts are none.
  private(set) var sheets: [(name: String, isVisible: Bool, part: String)] = []

  init(path: String, job: Job = .unattended) throws(Diagnostic) {
    archive = try WorkbookArchive(path: path, job: job)
    var part = "xl/workbook.xml"
    if !archive.has(part) {
      // A workbook may be called otherwise, though by few programs.
      guard let other = try relations(of: "")?.part("officeDocument"), archive.has(other), other.hasSuffix(".xml"),
        !other.hasPrefix("word/"), !other.hasPrefix("ppt/")
      else { throw Diagnostic(WorkbookProblem.notWorkbook(path, kind: archive.kind)) }
      part = other
    }
    let contents = WorkbookEvents()
    try read(part, contents)
    guard let relations = try relations(of: part) else {
      throw Diagnostic(
        WorkbookProblem.damaged(path, reason: Message("the parts of \(part) are not listed", zh: "没有列出 \(part) 的部件")))
    }
    for sheet in contents.sheets {
      guard let target = relations.targets[sheet.relation], target.kind == "worksheet" else { continue }
      sheets.append((sheet.name, sheet.isVisible, target.part))
    }
    let styles = StyleEvents()
    if let part = relations.part("styles"), archive.has(part) { try read(part, styles) }
    let strings = SharedStringEvents()
    if let part = relations.part("sharedStrings"), archive.has(part) { try read(part, strings) }
    cells = CellTexts(strings: strings.strings, formats: styles.formats, dates: contents.dates)
  }

  var path: String { archive.path }

  /// The cells of a sheet that are merged over several rows.
  func merges(of part: String) throws(Diagnostic) -> [CellRange] { try MergeSearch(try archive.open(part)).ranges }

  /// Opens a sheet's part for reading its rows.
  func rows(of part: String, merges: [CellRange]) throws(Diagnostic) -> XLSXRows {
    try XLSXRows(try archive.open(part), SheetEvents(cells, merges: merges))
  }

  private func read(_ part: String, _ events: some PartEvents) throws(Diagnostic) {
    try PartParser(try archive.open(part), events).finish()
  }

  /// The relations of a part, or of the archive; nil where they are not listed.
  private func relations(of part: String) throws(Diagnostic) -> RelationEvents? {
    let slash = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    let folder = String(part[..<slash])
    let list = folder + "_rels/" + part[slash...] + ".rels"
    guard archive.has(list) else { return nil }
    let events = RelationEvents(folder: folder)
    try read(list, events)
    return events
  }
}
