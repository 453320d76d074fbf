import Reader
import RejoinderCore
import Store
import TerminalKit
import Testing

@testable import Application

@Suite struct ReadingSessionTests {
  private static let bridge = """
    The Bridge Must Be Repaired
    By A. Resident

    The city must repair the bridge before it builds another stadium. Delay is a dangerous gamble.

    """
  private static let ferry = """
    The Ferry Should Stay
    By A. Resident

    The council should keep the ferry, because the island has no other road to the hospital.

    """

  @Test func keepsWhatTheReaderDid() throws {
    let desk = try ReadingDesk(InMemoryLibrary())
    try desk.write(Self.bridge, to: "bridge.txt")
    let frames = try desk.read("bridge.txt", keys: [Key("]"), Key("a")])
    #expect(frames.contains { $0.contains("repair the bridge") })
    let dossier = try desk.dossier(of: "bridge.txt")
    #expect(dossier.id != nil && dossier.problems.isEmpty)
    #expect(dossier.placements.map(\.annotation.body) == [.decision(.accepted)])
  }

  /// The place in a long text survives a restart, in whichever part it was.
  @Test func aLongTextIsOpenedInThePartThatWasReadLast() throws {
    let desk = try ReadingDesk(InMemoryLibrary())
    try desk.write(
      (0..<40_000).map { "Paragraph \($0) says that the lamps burn.\n\n" }.joined(),
      to: "long.txt")
    func input() throws -> EssayInput {
      try EssayInput(
        path: desk.folder + "/long.txt", folder: desk.folder, wholeLimit: 1 << 20,
        partLength: 1 << 18)
    }
    let session = ReadingSession(
      library: desk.library, environment: SessionEnvironment(entries: [], folder: desk.folder))
    #expect(try session.open(input()).essay.metadata.source.part == 1)
    for (number, seen) in [(1, 10), (3, 30), (5, 20)] as [(Int, Int64)] {
      let essay = try PendingEssay(try input(), part: number).read { _ in }.essay
      let id = try desk.library.register(essay, as: nil, at: .zero)
      try desk.library.record(
        ReadingPlace(
          top: 900 + number, focus: nil, furthest: 1_000, seen: Timestamp(milliseconds: seen)),
        in: id)
    }
    let opening = try session.open(input())
    #expect(opening.essay.metadata.source.part == 3 && opening.place?.top == 903)
  }

  /// Whatever runs beside the first frame makes it late.
  @Test func theFirstFrameComesBeforeAnythingIsBegun() throws {
    let desk = try ReadingDesk(InMemoryLibrary())
    try desk.write(Self.bridge, to: "bridge.txt")
    let frames = try desk.read("bridge.txt")
    let first = try #require(frames.first)
    #expect(first.contains("repair the bridge") && first.contains("Looking for claims…"))
    #expect(frames.dropFirst().contains { $0.contains("1 claim") || $0.contains("claims") })
  }

  /// `cp bridge.txt ferry.txt`, after something was kept of both.
  private func copied() throws -> (desk: ReadingDesk, bridge: EssayID) {
    let desk = try ReadingDesk(InMemoryLibrary())
    try desk.write(Self.bridge, to: "bridge.txt")
    try desk.write(Self.ferry, to: "ferry.txt")
    for name in ["bridge.txt", "ferry.txt"] { try desk.read(name, keys: [Key("]"), Key("a")]) }
    let bridge = try #require(try desk.dossier(of: "bridge.txt").id)
    #expect(try desk.dossier(of: "ferry.txt").id != bridge)
    try desk.write(Self.bridge, to: "ferry.txt")
    return (desk, bridge)
  }

  @Test func theReaderKnowsACopiedFileByItsText() throws {
    let (desk, bridge) = try copied()
    try desk.read("ferry.txt", keys: [Key("]"), Key("x")])
    let records = try desk.library.records(of: bridge)
    #expect(records.annotations.map(\.body).contains(.decision(.rejected)))
    #expect(try desk.library.summaries().count == 2)
  }

  @Test func theCommandLineKnowsACopiedFileByItsText() throws {
    let (desk, bridge) = try copied()
    var dossier = try desk.dossier(of: "ferry.txt")
    #expect(dossier.id == bridge)
    #expect(dossier.placements.allSatisfy { $0.resolution.passage != nil })
    #expect(try dossier.register(in: desk.library, at: Timestamp(milliseconds: 1)) == bridge)
    #expect(
      try desk.library.summaries().map(\.title).sorted().first == "The Bridge Must Be Repaired")
    #expect(try desk.library.summaries().map(\.title).sorted().last == "The Ferry Should Stay")
  }

  /// Each claim of a long text made room for all of them, so ten million words took hours.
  @Test func aClaimIsAskedAmongItsNeighboursOnly() {
    let text = (1...200).map { "The city must repair bridge number \($0) before winter." }
      .joined(separator: "\n\n")
    let essay = Essay(
      metadata: EssayMetadata(source: .standardInput), text: EssayText(canonical: text))
    let study = Study(of: Dossier(of: essay, in: InMemoryLibrary()))
    let claims = study.marking.claims
    #expect(claims.count > 40)
    for (index, claim) in claims.enumerated() {
      let neighbours = study.neighbours(of: claim)
      let first = claims.firstIndex { $0.passage == neighbours.first?.passage } ?? -1
      #expect(first % 2 == 0 && first <= max(0, index - Claim.questionReach))
      #expect(neighbours == Array(claims[first..<(first + neighbours.count)]))
      #expect(first + neighbours.count > min(claims.count - 1, index + Claim.questionReach))
      #expect(neighbours.count <= 2 * Claim.questionReach + 2)
    }
  }

  private static let trouble = LibraryError(
    .inputOutput, "cannot read: the library: the disk does not answer; look at its cable")

  @Test func withoutALibraryTheEssayIsShownAndTheTroubleSaid() throws {
    let desk = try ReadingDesk(FailingLibrary(InMemoryLibrary(), failingWith: Self.trouble))
    try desk.write(Self.bridge, to: "bridge.txt")
    let frames = try desk.read("bridge.txt")
    #expect(
      frames.contains {
        $0.contains("repair the bridge") && $0.contains(Self.trouble.description.dropFirst())
      }, "\(frames.last ?? "")")
    let dossier = try desk.dossier(of: "bridge.txt")
    #expect(dossier.problems == [Self.trouble.description])
    #expect(dossier.id == nil && dossier.essay.metadata.title == "The Bridge Must Be Repaired")
  }

  @Test func aLibraryThatBeginsToFailIsSaid() throws {
    let library = FailingLibrary(InMemoryLibrary())
    let desk = try ReadingDesk(library)
    try desk.write(Self.bridge, to: "bridge.txt")
    let frames = try desk.read("bridge.txt", keys: [Key("]"), Key("a")]) {
      library.fail(with: Self.trouble)
    }
    #expect(
      frames.contains {
        $0.contains("repair the bridge") && $0.contains(Self.trouble.description.dropFirst())
      }, "\(frames.last ?? "")")
    #expect(frames.last?.contains("again leaves without it") == true, "q is asked about")
    #expect(desk.failure == Self.trouble.description)
  }
}
