// swift-tools-version: 6.3
import PackageDescription

/// Every target of ours is held to the same settings; the engine additionally to strict memory safety.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]
let memorySafe: Set<String> = ["Numerics", "MemberBook", "Simulation", "Insight"]

/// What the tests go through millions of times is optimised in debug builds too, and so is the naive reference beside it.
/// Overflow is checked as ever.
let optimised: Set<String> = [
  "Messages", "Numerics", "Quantities", "Programme", "MemberBook", "Files", "Intake", "CustomerModels", "Simulation",
  "Insight", "SimulationTests",
]

let flags: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "vipsh",
  products: [.executable(name: "vipsh", targets: ["vipsh"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CLibedit", path: "Sources/System/CLibedit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CUtf8proc", path: "Sources/System/CUtf8proc", providers: [.apt(["libutf8proc-dev"])]),
    .systemLibrary(name: "CUchardet", path: "Sources/System/CUchardet", providers: [.apt(["libuchardet-dev"])]),
    .systemLibrary(name: "CLibzip", path: "Sources/System/CLibzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", path: "Sources/System/CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CSQLite", path: "Sources/System/CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CODBC", path: "Sources/System/CODBC", providers: [.apt(["unixodbc-dev"])]),
    .systemLibrary(name: "CZlib", path: "Sources/System/CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CXxhash", path: "Sources/System/CXxhash", providers: [.apt(["libxxhash-dev"])]),

    // A table of texts within the binary: `#embed`ded, so that it costs nothing to compile.
    .target(name: "MessageCatalogue", exclude: ["traditional.tsv"]),

    // The ground floor: words, numbers, quantities and the language that they are written in.
    .target(name: "Messages", dependencies: ["MessageCatalogue"]),
    .target(name: "Numerics", dependencies: ["Messages"]),
    .target(name: "Quantities", dependencies: ["Messages"]),
    .target(name: "PlanLanguage", dependencies: ["Quantities", "Messages"]),

    // What a programme is, what is known of its members, and where that is read from.
    .target(name: "Programme", dependencies: ["PlanLanguage", "Quantities", "Messages", "Numerics"]),
    .target(name: "MemberBook", dependencies: ["Numerics", "Quantities", "Messages"]),
    .target(name: "Files", dependencies: ["Messages"]),
    .target(
      name: "Intake",
      dependencies: [
        "MemberBook", "Files", "Quantities", "Messages", "Numerics", "CUchardet", "CLibzip", "CExpat", "CSQLite",
        "CODBC", "CZlib", "CXxhash",
      ]),

    // What is computed from both.
    .target(name: "CustomerModels", dependencies: ["MemberBook", "Quantities", "Messages", "Numerics"]),
    .target(
      name: "Simulation", dependencies: ["Programme", "MemberBook", "Quantities", "Messages", "Numerics"]),
    .target(
      name: "Insight",
      dependencies: [
        "Simulation", "Programme", "MemberBook", "PlanLanguage", "Quantities", "Messages", "Numerics",
      ]),
    .target(
      name: "Planning", dependencies: ["Programme", "MemberBook", "PlanLanguage", "Quantities", "Messages", "Numerics"]),
    .target(
      name: "Analysis",
      dependencies: [
        "Planning", "Insight", "Simulation", "CustomerModels", "Intake", "Files", "MemberBook", "Programme",
        "PlanLanguage", "Quantities", "Messages", "Numerics",
      ]),

    // How it is shown and asked for.
    .target(name: "Reporting", dependencies: ["Quantities", "Messages", "CUtf8proc"]),
    .target(
      name: "Shell",
      dependencies: [
        "Analysis", "Planning", "Insight", "Simulation", "CustomerModels", "Intake", "Files", "MemberBook", "Programme",
        "PlanLanguage", "Quantities", "Messages", "Numerics", "Reporting",
      ]),
    .target(name: "LineEditor", dependencies: ["CLibedit"]),
    .executableTarget(
      name: "vipsh",
      dependencies: ["Shell", "Files", "LineEditor", "Quantities", "Messages", "Numerics", "Reporting", flags]),
    .executableTarget(
      name: "vipsh-bench",
      dependencies: [
        "Shell", "Intake", "Insight", "CustomerModels", "Simulation", "Programme", "MemberBook", "Reporting",
        "PlanLanguage", "Quantities", "Messages", "Numerics", flags,
      ],
      path: "Sources/Benchmarks", exclude: ["Harness", "Peers"]),

    .testTarget(
      name: "QuantitiesTests", dependencies: ["Quantities", "Messages", "Numerics", "PlanLanguage", "Programme"]),
    // Tables in every form that can be read, and a database server, for the tests of several targets.
    .target(
      name: "Fixtures", dependencies: ["Intake", "Quantities", "CLibzip", "CSQLite", "CZlib"], path: "Tests/Fixtures"),
    .testTarget(
      name: "IntakeTests",
      dependencies: ["Fixtures", "Intake", "MemberBook", "Quantities", "Messages", "Numerics", "CSQLite"]),
    .testTarget(
      name: "SimulationTests",
      dependencies: ["Simulation", "Programme", "PlanLanguage", "MemberBook", "Quantities", "Messages", "Numerics"]),
    .testTarget(
      name: "CustomerModelsTests",
      dependencies: ["CustomerModels", "MemberBook", "Quantities", "Messages", "Numerics"]),
    .testTarget(
      name: "InsightTests",
      dependencies: [
        "Insight", "Simulation", "Programme", "MemberBook", "PlanLanguage", "Quantities", "Messages", "Numerics",
      ]),
    .testTarget(
      name: "PlanningTests",
      dependencies: [
        "Planning", "Programme", "MemberBook", "PlanLanguage", "Quantities", "Messages", "Numerics",
      ]),
    .testTarget(
      name: "ShellTests",
      dependencies: [
        "Fixtures", "Shell", "PlanLanguage", "Reporting", "Programme", "MemberBook", "Intake", "Simulation",
        "Quantities",
        "Messages",
        "Numerics",
      ]),
    .executableTarget(name: "prompt-demo", dependencies: ["LineEditor"], path: "Tests/PromptDemo"),
    .testTarget(name: "PromptTests", dependencies: ["LineEditor", "prompt-demo", "vipsh"]),
  ]
)

for target in package.targets where target.type != .system && target.name != "MessageCatalogue" {
  var settings = strict
  if memorySafe.contains(target.name) { settings.append(.strictMemorySafety()) }
  if optimised.contains(target.name) { settings.append(.unsafeFlags(["-O"], .when(configuration: .debug))) }
  target.swiftSettings = settings
}
