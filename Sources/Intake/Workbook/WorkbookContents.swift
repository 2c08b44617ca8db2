/// A sheet of a workbook as its table of contents names it.
struct SheetEntry {
  let name: String
  let isVisible: Bool
  /// The relation that leads to its part.
  let relation: String
}

/// Reads `xl/workbook.xml`.
final class WorkbookEvents: PartEvents {
  private(set) var sheets: [SheetEntry] = []
  private(set) var dates = DateSystem.from1900
  let complaint: PartComplaint? = nil

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "workbookPr": if attributes.isSet("date1904") { dates = .from1904 }
    case "sheet":
      guard let title = attributes.text("name"), let relation = attributes.text("id") else { return }
      let state = attributes.text("state") ?? "visible"
      sheets.append(SheetEntry(name: title, isVisible: state == "visible", relation: relation))
    default: break
    }
  }

  func end() {}
  func text(_ bytes: UnsafeRawBufferPointer) {}
}

/// Reads a part's relations, `_rels/….rels`: which further parts it has.
final class RelationEvents: PartEvents {
  /// The last word of a relation's type, `worksheet`, and the part's name in the archive, by the relation's id.
  private(set) var targets: [String: (kind: String, part: String)] = [:]
  let complaint: PartComplaint? = nil
  /// The folder of the part whose relations they are, `xl/`.
  private let folder: String

  init(folder: String) { self.folder = folder }

  /// The part of that kind whose id comes first.
  func part(_ kind: String) -> String? {
    targets.filter { $0.value.kind == kind }.min { $0.key < $1.key }?.value.part
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "Relationship", attributes.text("TargetMode") != "External", let id = attributes.text("Id"),
      let kind = attributes.text("Type"), let target = attributes.text("Target")
    else { return }
    targets[id] = (String(kind.split(separator: "/").last ?? ""), resolved(target))
  }

  func end() {}
  func text(_ bytes: UnsafeRawBufferPointer) {}

  private func resolved(_ target: String) -> String {
    var steps: [Substring] = []
    for step in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}
