import Quantities
import Testing
@testable import Intake

@Suite("The order of day and month") struct DateStyleTests {
  static func read(_ text: String, _ style: DateStyle) -> DateReading {
    DateReading(Array(text.utf8).span, style: style)
  }

  @Test(
    "A date that ends in the year is read by the style alone",
    arguments: ["05/01/2024", "5/1/2024", "5.1.2024", "05-01-2024", "０５/０１/２０２４", " 5/1/2024", "'05/01/2024"])
  func styles(text: String) throws {
    let january = try #require(Day(year: 2024, month: 1, day: 5))
    let may = try #require(Day(year: 2024, month: 5, day: 1))
    #expect(Self.read(text, .ymd) == .unclear)
    #expect(Self.read(text, .dmy) == .moment(january, second: nil))
    #expect(Self.read(text, .mdy) == .moment(may, second: nil))
    for time in [" 9:07", " 09:07:00", "T09:07", ", 9:07 AM", " 上午9:07"] {
      #expect(Self.read(text + time, .ymd) == .unclear)
      #expect(Self.read(text + time, .dmy) == .moment(january, second: 32_820))
      #expect(Self.read(text + time, .mdy) == .moment(may, second: 32_820))
    }
  }

  @Test("A style does not stretch") func limits() {
    #expect(Self.read("13/01/2024", .mdy) == .doesNotExist)
    #expect(Self.read("01/13/2024", .dmy) == .doesNotExist)
    #expect(Self.read("29/02/2023", .dmy) == .doesNotExist)
    for style in DateStyle.allCases {
      #expect(Self.read("05/01/24", style) == .unclear)
      #expect(Self.read("05-JAN-24", style) == .unclear)
      #expect(Self.read("05/01-2024", style) == .unreadable)
      #expect(Self.read("05/01/2024x", style) == .unreadable)
      #expect(Self.read("005/01/2024", style) == .unreadable)
      #expect(Self.read("2024-01-05", style) == Self.read("2024-01-05", .ymd))
    }
  }

  static func evidence(_ cells: [String]) -> DateStyleEvidence {
    var evidence = DateStyleEvidence()
    for cell in cells { evidence.look(at: Array(cell.utf8).span) }
    return evidence
  }

  @Test("A field beyond twelve settles a column") func settled() {
    #expect(Self.evidence(["01/02/2024", "13/01/2024", "", "x"]).settled == .dmy)
    #expect(Self.evidence(["01/02/2024", "01/13/2024 9:07"]).settled == .mdy)
    #expect(Self.evidence(["31.12.2024"]).settled == .dmy)
    let both = Self.evidence(["13/01/2024", "01/13/2024"])
    #expect(both.isContradictory && both.settled == nil)
    for cells in [
      [], ["01/02/2024", "12/12/2024"], ["2024-01-13"], ["20240113"], ["13/13/2024"], ["31/02/2024"], ["13/01/24"],
      ["13 Jan 2024", "Jan 13, 2024"], ["1"], [""], ["13:30"],
    ] {
      let none = Self.evidence(cells)
      #expect(none.settled == nil && !none.isContradictory, "\(cells)")
    }
    var merged = Self.evidence(["13/01/2024"])
    merged.merge(Self.evidence(["01/02/2024"]))
    #expect(merged.settled == .dmy)
    merged.merge(Self.evidence(["01/13/2024"]))
    #expect(merged.isContradictory)
  }
}
