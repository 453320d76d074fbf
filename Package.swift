// swift-tools-version: 6.2

import PackageDescription

/// Every Swift target is compiled alike: Swift 6 mode, warnings are errors, imports are internal
/// unless a public declaration needs them, and a member is visible only through its own module.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A library in C that reads a format, behind a few functions; only Ingest imports it.
func parser(_ name: String, _ libraries: [String]) -> Target {
  .target(
    name: name,
    cSettings: [.define("_GNU_SOURCE"), .unsafeFlags(["-Wall", "-Wextra", "-Werror"])],
    linkerSettings: libraries.map { .linkedLibrary($0) })
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "rejoinder",
  products: [
    .executable(name: "rejoinder", targets: ["rejoinder"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    // What the program is about. No disk, no screen, no C.
    room("RejoinderCore"),

    // What can be done with it; none of these knows of another.
    room("Ingest", ["CCmark", "CGumbo", "CZlib", "RejoinderCore"]),
    parser("CCmark", ["cmark-gfm-extensions", "cmark-gfm"]),
    parser("CGumbo", ["gumbo"]),
    parser("CZlib", ["z"]),
    room("Analysis", ["RejoinderCore", "Resources"]),
    room("Store", ["RejoinderCore"]),
    room("Exchange", ["RejoinderCore"]),
    room("Delivery", ["RejoinderCore"]),
    // Pages from the network. It knows of no essay.
    room("Fetch"),
    .target(
      name: "Embedded",
      path: "Resources/Embedded",
      cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror", "-Wno-c23-extensions"])]),
    .target(
      name: "Resources",
      dependencies: ["Embedded"],
      path: "Resources",
      exclude: ["Embedded", "data"],
      swiftSettings: strict),

    // The terminal.
    .target(name: "CDisplayWidth", exclude: ["classes.inc", "make-table.py"]),
    room("TerminalKit", ["CDisplayWidth"]),
    .target(
      name: "CTerminal",
      dependencies: ["CDisplayWidth"],
      exclude: ["make-terminfo.sh", "terminfo.inc"],
      cSettings: [.define("_GNU_SOURCE"), .unsafeFlags(["-Wall", "-Wextra", "-Werror"])],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    room("NcursesTerminal", ["TerminalKit", "CTerminal"]),

    // The application: pure, then its loop, then its live effects, then the command line.
    room("Reader", ["RejoinderCore", "TerminalKit"]),
    room("Runtime", ["Reader", "RejoinderCore", "TerminalKit"]),
    room(
      "Application",
      [
        "Analysis", "Delivery", "Fetch", "Ingest", "Reader", "RejoinderCore", "Resources",
        "Runtime", "Store", "TerminalKit",
      ]),
    .executableTarget(
      name: "rejoinder",
      dependencies: [
        "Analysis", "Application", "Delivery", "Exchange", "Fetch", "Ingest", "NcursesTerminal",
        "Reader",
        "RejoinderCore", "Resources", "Runtime", "Store", "TerminalKit", argumentParser,
      ],
      swiftSettings: strict),

    // For developers: trains and measures the detector on a corpus that is not part of the package.
    .target(
      name: "ClaimTraining",
      dependencies: ["Analysis", "RejoinderCore"],
      path: "Tools/claim-training",
      swiftSettings: strict),
    .executableTarget(
      name: "train-claims",
      dependencies: ["Analysis", "ClaimTraining"],
      path: "Tools/train-claims",
      swiftSettings: strict),
    .executableTarget(
      name: "evaluate-claims",
      dependencies: ["Analysis", "ClaimTraining", "Ingest", "RejoinderCore"],
      path: "Tools/evaluate-claims",
      swiftSettings: strict),

    // For developers: measures how well articles are found in pages of our own.
    .executableTarget(
      name: "evaluate-pages",
      dependencies: ["PageSet"],
      path: "Tools/evaluate-pages",
      swiftSettings: strict),

    // For developers: measures how anchors fare in edited texts.
    .target(
      name: "AnchorEdits", dependencies: ["RejoinderCore"], path: "Tests/AnchorEdits",
      swiftSettings: strict),
    .executableTarget(
      name: "evaluate-anchors",
      dependencies: ["AnchorEdits", "RejoinderCore"],
      path: "Tools/evaluate-anchors",
      swiftSettings: strict),

    // Tests: one target a room, and three that see the whole.
    tests("RejoinderCoreTests", ["AnchorEdits", "RejoinderCore"]),
    tests("IngestTests", ["Ingest", "PageSet", "RejoinderCore"]),
    // Pages with the text that they hold; the pages lie in Tests/Pages.
    .target(
      name: "PageSet", dependencies: ["Ingest", "RejoinderCore"], path: "Tests/PageSet",
      swiftSettings: strict),
    tests("AnalysisTests", ["Analysis", "Ingest", "RejoinderCore", "Resources"]),
    tests("ClaimTrainingTests", ["Analysis", "ClaimTraining", "RejoinderCore"]),
    tests("StoreTests", ["RejoinderCore", "Store"]),
    tests("FetchTests", ["Fetch", "LoopbackHost"]),
    .target(name: "LoopbackHost", path: "Tests/LoopbackHost", swiftSettings: strict),
    tests("ExchangeTests", ["Exchange", "RejoinderCore"]),
    tests("DeliveryTests", ["Delivery", "RejoinderCore"]),
    tests("TerminalKitTests", ["RejoinderCore", "TerminalKit"]),
    tests("ReaderTests", ["Reader", "RejoinderCore", "ScreenFaults", "TerminalKit"]),
    tests(
      "ApplicationTests",
      ["Application", "Delivery", "Reader", "RejoinderCore", "Runtime", "Store", "TerminalKit"]),
    // Spawns the program, so it must have been built.
    tests(
      "CommandLineTests",
      ["CSpawn", "HostileText", "LoopbackHost", "RejoinderCore", "rejoinder"]),
    .target(name: "HostileText", path: "Tests/HostileText", swiftSettings: strict),
    .target(name: "CSpawn", path: "Tests/CSpawn", cSettings: [.define("_GNU_SOURCE")]),
    // Bytes from anywhere; `make fuzz` feeds these too.
    .target(
      name: "FuzzTargets",
      dependencies: [
        "Analysis", "Fetch", "Ingest", "Reader", "RejoinderCore", "Store", "TerminalKit",
      ],
      path: "Tests/FuzzTargets", swiftSettings: strict),
    tests("FuzzTests", ["FuzzTargets"]),
    // Golden screens of the whole program; the scenarios lie in Tests/Scenarios.
    tests(
      "ScenarioTests",
      [
        "Application", "Reader", "RejoinderCore", "Runtime", "ScreenFaults", "Store", "TerminalKit",
      ]),
    // The program that is installed, on a terminal.
    tests(
      "EndToEndTests",
      [
        "Delivery", "HostileText", "RejoinderCore", "Store", "StoreWriter", "TerminalKit",
        "VirtualTerminal", "rejoinder",
      ]),
    // Writes into a library without pause, to be killed or to be run beside another one.
    .executableTarget(
      name: "StoreWriter", dependencies: ["RejoinderCore", "Store"], path: "Tests/StoreWriter",
      swiftSettings: strict),
    .target(
      name: "ScreenFaults", dependencies: ["TerminalKit"], path: "Tests/ScreenFaults",
      swiftSettings: strict),
    .target(
      name: "CVirtualTerminal",
      path: "Tests/CVirtualTerminal",
      cSettings: [.define("_GNU_SOURCE"), .unsafeFlags(["-Wall", "-Wextra", "-Werror"])],
      linkerSettings: [.linkedLibrary("vterm")]),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["NcursesTerminal", "TerminalKit"],
      path: "Tests/TerminalProbe", swiftSettings: strict),
    .target(
      name: "VirtualTerminal", dependencies: ["CVirtualTerminal", "TerminalKit"],
      path: "Tests/VirtualTerminal", swiftSettings: strict),
    tests(
      "TerminalTests",
      ["NcursesTerminal", "RejoinderCore", "TerminalKit", "TerminalProbe", "VirtualTerminal"]),
  ],
  swiftLanguageModes: [.v6]
)

// libFuzzer brings the `main`, so this links with `--sanitize fuzzer` only.
if Context.environment["REJOINDER_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Program",
      swiftSettings: strict))
}
