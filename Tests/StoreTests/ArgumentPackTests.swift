import RejoinderCore
import Store
import Testing

@Suite("Argument pack files")
struct ArgumentPackTests {
  private static let written = """
    {
      "schemaVersion": 1,
      "title": "Against wars",
      "author": "B. Reader",
      "essay": {"title": "On wars", "author": "A. Writer", "fingerprint": null},
      "claims": [
        {
          "quote": "All wars are avoidable.",
          "role": "thesis", "kind": "fact", "scheme": "consequence",
          "counterarguments": [
            {"text": "Some are wars of defence.", "attack": "rebuttal",
             "source": "UN Charter, Article 51, 1945"},
            {"text": "Avoidable by whom?", "attack": "question"}
          ]
        },
        {"quote": "Nobody tried.", "role": "premise", "counterarguments": []}
      ]
    }
    """

  @Test("are read as they are described")
  func reading() throws {
    let pack = try ArgumentPack(json: Self.written.utf8)
    #expect(pack.essay == EssayReference(title: "On wars", author: "A. Writer"))
    #expect(pack.claims.map(\.role) == [.thesis, .premise])
    #expect(pack.claims.map(\.kind) == [.fact, nil])
    #expect(pack.claims.map(\.scheme) == ["consequence", nil])
    #expect(pack.claims[0].counterarguments.map(\.attack) == [.rebuttal, .question])
    #expect(pack.claims[0].counterarguments.map(\.source) == ["UN Charter, Article 51, 1945", nil])
  }

  @Test("come back as they were written")
  func roundTrip() throws {
    let pack = try ArgumentPack(json: Self.written.utf8)
    #expect(try ArgumentPack(json: pack.json()) == pack)
    #expect(try pack.json() == ArgumentPack(json: pack.json()).json())
  }

  @Test(
    "are refused with a reason",
    arguments: [
      ("", "empty"), ("{}", "not JSON of this store"), ("[]", "not JSON of this store"),
      ("{\"schemaVersion\": 1}", "wrong shape"),
      (written.replacing("\"thesis\"", with: "\"conclusion\""), "wrong shape"),
      (written.replacing("\"B. Reader\"", with: "\"\""), "no author"),
      (written.replacing("\"Nobody tried.\"", with: "\"\""), "nothing in claim 2"),
      (written.replacing("\"Avoidable by whom?\"", with: "\"\""), "claim 1"),
      (written.replacing("Version\": 1", with: "Version\": 3"), "newer version"),
    ])
  func refused(text: String, reason: String) {
    let error = #expect(throws: ArgumentPackError.self) { _ = try ArgumentPack(json: text.utf8) }
    #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
  }

  @Test("is put beside one that a person changed")
  func edited() throws {
    let store = try StoreFixture()
    try store.library.add(Fixture.pack)
    let name = "store/packs/" + (try #require(try store.folder.entries(in: "store/packs").first))
    let edited = try store.folder.read(name).replacing("defence", with: "defense")
    try store.folder.write(edited, to: name)
    for _ in 1...2 { try store.library.add(Fixture.pack) }
    #expect(try store.folder.read(name) == edited)
    let packs = try store.library.packShelf().packs
    #expect(packs.count == 2 && packs.contains(Fixture.pack))
  }
}
