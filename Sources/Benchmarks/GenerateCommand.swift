import ArgumentParser
import Glibc
import Intake

struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Writes the reference purchases as CSV.")

  @Option(help: "How many members buy.") var members = 1_000_000
  @Option(help: "The same seed gives the same file.") var seed: UInt32 = 1
  @Argument(help: "The file to write.") var file: String

  func run() throws {
    guard let output = fopen(file, "w") else { throw ValidationError("\(file) cannot be written") }
    try ReferenceInput(members: members, seed: seed).write { piece in
      guard fwrite(piece, 1, piece.count, output) == piece.count else {
        throw ValidationError("\(file) could not be written whole")
      }
    }
    guard fclose(output) == 0 else { throw ValidationError("\(file) could not be written whole") }
  }
}
