import RejoinderCore
import Testing

@testable import Store

/// What comes back of words in damaged files, and what is said of the rest.
@Suite("Salvaging")
struct SalvageTests {
  @Test("keeps the earlier texts of a reply when a letter of one has changed")
  func alteredRevision() throws {
    let store = try StoreFixture(isSynced: false)
    // Written once, so that there is no revision before it.
    let first = Fixture.changed(
      Fixture.reply("r", ""), "Written once and lost.", by: "me", at: 5000)
    _ = try store.library.record(first, in: store.id)
    _ = try store.library.record(Fixture.changed(first, "Gone.", by: "me", at: 6000), in: store.id)
    try store.change("and lost", to: "and l0st", in: "revisions/r.json")
    try store.folder.remove(store.essay + "/revisions/r.json.previous")
    let texts = { try store.library.revisions(of: "r", in: store.id).map(\.text) }
    let altered = ["Written once and l0st.", "First reply"]
    #expect(try texts() == altered)
    _ = try store.library.repair()
    #expect(try texts() == altered)
    #expect(try store.library.check().findings == [])
  }

  @Test("prefers the earlier texts of the revision before to altered ones")
  func alteredRevisionBesideWholeOne() throws {
    let store = try StoreFixture(isSynced: false)
    var reply = Fixture.reply("r", "")
    for (text, time) in [("One answer.", 5000), ("Two, another.", 6000), ("Third.", 7000)] {
      reply = Fixture.changed(reply, text, by: "me", at: Int64(time))
      _ = try store.library.record(reply, in: store.id)
    }
    try store.change("One answer.", to: "0ne answer.", in: "revisions/r.json")
    let texts = try store.library.revisions(of: "r", in: store.id).map(\.text)
    #expect(texts == ["Two, another.", "One answer.", "First reply"])
  }

  @Test("says what became of every file that was set aside, and where it is")
  func saysWhatWasSetAside() throws {
    let store = try RepairTests.revisedStore()
    let names = ["annotations.json", "replies/r.json", "revisions/r.json", "place.json"]
    for name in names {
      let whole = try store.folder.read(store.essay + "/" + name)
      try store.folder.write(whole, to: store.essay + "/\(name).damaged-1")
    }
    let report = try store.library.repair()
    for name in names {
      let finding = try #require(
        report.findings.first { $0.path.hasSuffix("/\(name).damaged-1") }, "\(report.findings)")
      let file = name.split(separator: "/").last ?? ""
      #expect(finding.description.contains("was looked through"))
      #expect(finding.description.hasSuffix("it is kept as \(file).salvaged-1"))
    }
    #expect(report.findings.count == names.count)
  }

  @Test("brings back notes that cannot be understood any more, under their own names")
  func rescuedNotes() throws {
    let store = try StoreFixture(isSynced: false)
    let whole = try store.folder.read(store.essay + "/annotations.json")
    let broken = whole.replacing("\"id\":\"a\"", with: "\"id\":\"new\"")
      .replacing("Is this so?", with: "Words of an hour.")
      .replacing("\"created\"", with: "\"crea")
    try store.folder.write(broken, to: store.essay + "/annotations.json.damaged-1")
    let report = try store.library.repair()
    let annotations = try store.library.records(of: store.id).annotations
    #expect(annotations.contains { $0.id == "new" && $0.body == .note("Words of an hour.") })
    #expect(Set(annotations).isSuperset(of: StoreFixture.annotations))
    #expect(report.findings.first?.description.contains("came back from it") == true)
  }

  @Test("brings back an older text of a reply as an earlier one")
  func olderReply() throws {
    let store = try StoreFixture(isSynced: false)
    let old = try store.folder.read(store.essay + "/replies/r.json")
      .replacing("First reply", with: "Other words").replacing(/"sum": ?"[0-9a-f]+",?/, with: "")
      .replacing(/,\s*\}/, with: "}")
    try store.folder.write(old, to: store.essay + "/replies/copy.json")
    _ = try store.library.record(Fixture.reply("r", "First reply, longer", at: 3000), in: store.id)
    let report = try store.library.repair()
    #expect(try store.library.revisions(of: "r", in: store.id).map(\.text).contains("Other words"))
    #expect(report.findings.contains { $0.description.contains("an earlier one of the reply") })
    #expect(try store.library.check().findings == [])
  }

  @Test("keeps newer words of a note that do not match their sum beside the older ones")
  func newerAlteredNote() throws {
    let store = try StoreFixture(isSynced: false)
    let note = Fixture.changed(Fixture.note("a"), "Is this not so?", by: "me", at: 9000)
    _ = try store.library.record([note], in: store.id)
    try store.change("Is this not so?", to: "Is this n0t so?", in: "annotations.json")
    _ = try store.library.repair()
    let annotations = try store.library.records(of: store.id).annotations
    #expect(annotations.first { $0.id == "a" }?.body == .note("Is this so?"))
    #expect(annotations.first { $0.conflictsWith == "a" }?.body == .note("Is this n0t so?"))
    #expect(try store.library.check().findings == [])
  }

  @Test("names what it cannot read in a file that was set aside")
  func unreadableRest() throws {
    let store = try StoreFixture(isSynced: false)
    try store.folder.write("\u{1}\u{2}\u{3}", to: store.essay + "/replies/x.json.damaged-1")
    try store.folder.write("inside", to: store.essay + "/revisions/r.json.damaged-1/file")
    let findings = try store.library.repair().findings
    #expect(findings.count == 2)
    for finding in findings {
      #expect(finding.state == .setAside)
      #expect(finding.description.contains("look into it yourself; it is kept as"))
    }
  }
}
