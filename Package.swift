// swift-tools-version: 6.3
import PackageDescription

/// Every target of ours is held to the same settings; the engine additionally to strict memory safety.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]
let memorySafe: Set<String> = ["MemberBook", "Simulation", "Insight"]

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

    .target(name: "Quantities"),
    .target(name: "Files", dependencies: ["Quantities"]),
    .target(name: "Programme", dependencies: ["Quantities"]),
    .target(name: "MemberBook", dependencies: ["Quantities"]),
    .target(
      name: "Intake",
      dependencies: [
        "MemberBook", "Files", "Quantities", "CUchardet", "CLibzip", "CExpat", "CSQLite", "CODBC",
        "CZlib", "CXxhash",
      ]),
    .target(name: "Simulation", dependencies: ["Programme", "MemberBook", "Quantities"]),
    .target(
      name: "Insight", dependencies: ["Simulation", "Programme", "MemberBook", "CustomerModels", "Quantities"]),
    .target(name: "Planning", dependencies: ["Programme", "MemberBook", "Quantities"]),
    .target(name: "CustomerModels", dependencies: ["MemberBook", "Quantities"]),
    .target(name: "PlanLanguage", dependencies: ["Quantities"]),
    .target(name: "Reporting", dependencies: ["Quantities", "CUtf8proc"]),
    .target(
      name: "Shell",
      dependencies: [
        "Quantities", "Files", "Programme", "MemberBook", "Intake", "Simulation", "Insight", "CustomerModels",
        "Planning",
        "PlanLanguage", "Reporting",
      ]),
    .target(name: "LineEditor", dependencies: ["CLibedit"]),
    .executableTarget(
      name: "vipsh", dependencies: ["Shell", "Intake", "LineEditor", "Quantities", "Reporting", flags]),
    .executableTarget(
      name: "vipsh-bench",
      dependencies: [
        "Shell", "Intake", "Insight", "CustomerModels", "Simulation", "Programme", "MemberBook", "Reporting",
        "Quantities", flags,
      ],
      path: "Sources/Benchmarks", exclude: ["Harness", "Peers"]),

    .testTarget(name: "QuantitiesTests", dependencies: ["Quantities"]),
    .testTarget(
      name: "IntakeTests",
      dependencies: ["Intake", "MemberBook", "Quantities", "Shell", "CLibzip", "CSQLite", "CZlib"]),
    .testTarget(
      name: "SimulationTests", dependencies: ["Simulation", "Programme", "MemberBook", "Quantities"]),
    .testTarget(
      name: "CustomerModelsTests", dependencies: ["CustomerModels", "MemberBook", "Quantities"]),
    .testTarget(
      name: "InsightTests",
      dependencies: ["Insight", "Simulation", "Programme", "MemberBook", "PlanLanguage", "Quantities"]),
    .testTarget(
      name: "PlanningTests",
      dependencies: ["Planning", "Programme", "MemberBook", "PlanLanguage", "Shell", "Quantities"]),
    .testTarget(
      name: "ShellTests",
      dependencies: [
        "Shell", "PlanLanguage", "Reporting", "Programme", "MemberBook", "Intake", "Simulation", "Quantities",
      ]),
    .executableTarget(name: "prompt-demo", dependencies: ["LineEditor"], path: "Tests/PromptDemo"),
    .testTarget(name: "PromptTests", dependencies: ["LineEditor", "prompt-demo", "vipsh"]),
  ]
)

for target in package.targets where target.type != .system {
  var settings = strict
  if memorySafe.contains(target.name) { settings.append(.strictMemorySafety()) }
  target.swiftSettings = settings
}
