// swift-tools-version: 6.1
import PackageDescription

// The wall. `ColumnStore`, `QueryEngine` and `DisclosureControl` share raw counts through `package`
// declarations; every other target is declared with `packageAccess: false`, so that a raw count
// cannot be named there. Tests/WallTests proves it by compiling what must not compile.
let package = Package(
  name: "bold",
  products: [
    .executable(name: "bold", targets: ["bold"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Values only: what a data package, a pilot and a query are.
    .target(
      name: "CohortModel",
      dependencies: [.product(name: "Yams", package: "Yams")],
      packageAccess: false),
    // The wire values that cross the wall, and the protocol that serves them.
    .target(name: "Tables", dependencies: ["CohortModel"], packageAccess: false),

    // Inside the wall.
    .target(
      name: "ColumnStore",
      dependencies: ["CohortModel", .product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "QueryEngine", dependencies: ["CohortModel", "ColumnStore"]),
    .target(
      name: "DisclosureControl",
      dependencies: [
        "CohortModel", "ColumnStore", "QueryEngine", "Tables", "CSolver",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .systemLibrary(
      name: "CSolver",
      providers: [.apt(["coinor-libclp-dev", "coinor-libcbc-dev"])]),

    // Beyond the wall.
    .target(
      name: "TableExport",
      dependencies: ["CohortModel", "Tables", .product(name: "Crypto", package: "swift-crypto")],
      packageAccess: false),
    .target(name: "SyntheticPackage", dependencies: ["CohortModel"], packageAccess: false),
    .target(
      name: "TerminalCore",
      dependencies: ["CohortModel", "Tables", .product(name: "Yams", package: "Yams")],
      packageAccess: false),
    .target(
      name: "TerminalDriver",
      dependencies: ["CohortModel", "Tables", "TerminalCore", "CNcurses", "CTerminalShim"],
      packageAccess: false),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .target(name: "CTerminalShim", packageAccess: false),
    .executableTarget(
      name: "bold",
      dependencies: [
        "CohortModel", "ColumnStore", "DisclosureControl", "Tables", "TableExport",
        "SyntheticPackage", "TerminalCore", "TerminalDriver",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      packageAccess: false),

    .testTarget(name: "CohortModelTests", dependencies: ["CohortModel"]),
    .testTarget(name: "ColumnStoreTests", dependencies: ["CohortModel", "ColumnStore"]),
    // The tests count everything a second time with SQL.
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .testTarget(
      name: "QueryEngineTests",
      dependencies: [
        "CohortModel", "ColumnStore", "QueryEngine", "DisclosureControl", "CSQLite",
      ]),
    .testTarget(
      name: "DisclosureControlTests",
      dependencies: [
        "CohortModel", "ColumnStore", "QueryEngine", "DisclosureControl", "Tables", "CSolver",
        "SyntheticPackage",
      ]),
    // Measures protection on raw counts, so it is inside the wall; it prints shares and times, is no
    // product and is installed nowhere.
    .executableTarget(
      name: "protection-bench",
      dependencies: ["CohortModel", "ColumnStore", "QueryEngine", "DisclosureControl", "Tables"],
      path: "Tests/ProtectionBench"),
    // Attackers with code of their own, on what is published.
    .testTarget(
      name: "RedTeamTests",
      dependencies: [
        "CohortModel", "ColumnStore", "QueryEngine", "DisclosureControl", "Tables", "TableExport",
        "CSolver", "SyntheticPackage",
      ]),
    .testTarget(name: "TablesTests", dependencies: ["CohortModel", "Tables"]),
    .testTarget(name: "TableExportTests", dependencies: ["CohortModel", "Tables", "TableExport"]),
    .testTarget(
      name: "SyntheticPackageTests",
      dependencies: ["CohortModel", "SyntheticPackage", "ColumnStore"]),
    // A service of invented tables, for tests and for the program that runs in their terminals.
    .target(
      name: "TerminalFixture", dependencies: ["CohortModel", "Tables"],
      path: "Tests/TerminalFixture", packageAccess: false),
    .executableTarget(
      name: "explorer-probe",
      dependencies: ["Tables", "TerminalCore", "TerminalDriver", "TerminalFixture"],
      path: "Tests/ExplorerProbe", packageAccess: false),
    .testTarget(
      name: "TerminalCoreTests",
      dependencies: ["CohortModel", "Tables", "TerminalCore", "TerminalFixture"],
      exclude: ["Frames"]),
    .testTarget(
      name: "TerminalDriverTests", dependencies: ["explorer-probe"]),
    .testTarget(
      name: "CommandTests", dependencies: ["CohortModel", "Tables", "TableExport"]),
    .testTarget(name: "WallTests", dependencies: []),
  ],
  swiftLanguageModes: [.v6]
)
