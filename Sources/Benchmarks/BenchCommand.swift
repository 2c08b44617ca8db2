import ArgumentParser

@main
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vipsh-bench", abstract: "Writes the reference input and measures what vipsh does with it.",
    subcommands: [
      GenerateCommand.self, LoadCommand.self, AskCommand.self, StreamCommand.self, FitCommand.self,
    ])
}
