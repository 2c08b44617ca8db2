import Glibc
import Messages
import Numerics
import Quantities
import Shell
import Testing

/// What a session says, both streams in the order they were written, with the exit code at the end.
final class Transcript {
  private(set) var lines: [String] = []
  private var session: Session

  /// The day that tests take for today.
  static let today = Day(year: 2026, month: 11, day: 22)

  init(
    _ format: Console.Format = .text, keepsGoing: Bool = false, job: Job = .unattended, width: Int? = 80,
    keepsQuarantine: Bool = false, language: Language = .english, folder: String? = nil
  ) {
    let box = Box()
    let console = Console(
      format: format, width: { width }, color: false, out: { box.lines.append($0) }, err: { box.lines.append($0) })
    session = console.session(
      today: Transcript.today, job: job, keepsGoing: keepsGoing,
      keepsQuarantine: keepsQuarantine, folder: folder)
    session.speak(language)
    self.box = box
  }

  private final class Box { var lines: [String] = [] }
  private let box: Box

  /// Runs statements and answers what was said to them.
  @discardableResult
  func run(_ text: String, name: String = "") -> [String] {
    let before = box.lines.count
    session.run(text, name: name)
    return Array(box.lines[before...])
  }

  func run(file path: String) throws {
    try session.run(file: path)
  }

  func set(_ name: String, to value: String) throws { try session.set(parameter: name, to: value) }

  var exitCode: Int32 { session.exitCode }
  var said: [String] { box.lines }
  func expectations(after text: String) -> [Candidate]? { session.expectations(after: text) }
  func remark(of text: String) -> String { session.completions(of: text).remark.description }
  func completions(of text: String) -> [String] { session.completions(of: text).candidates.map(\.text) }
}

/// Places in this checkout.
enum Checkout {
  static let root: String = {
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/")
  }()

  static let journey = root + "/scripts/examples/data/journey_purchases.csv"
}
