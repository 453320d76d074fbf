import RejoinderCore
import Store
import Testing

@Suite("News of other sessions")
struct NewsTests {
  @Test("are what the others wrote, and not what this one did")
  func news() throws {
    let store = try StoreFixture()
    let (mine, theirs) = (store.library, store.library)
    _ = try mine.records(of: store.id)
    #expect(try mine.news(of: store.id).isEmpty)
    _ = try mine.record([Fixture.note("d")], in: store.id)
    _ = try mine.record(Fixture.reply("t", "Mine."), in: store.id)
    #expect(try mine.news(of: store.id).isEmpty)
    _ = try theirs.record([Fixture.note("e")], in: store.id)
    _ = try theirs.record(Fixture.reply("u", "Theirs."), in: store.id)
    let news = try mine.news(of: store.id)
    #expect(news.annotations?.map(\.id).contains("e") == true)
    #expect(news.replies.map(\.text) == ["Theirs."])
    #expect(try mine.news(of: store.id).isEmpty)
  }

  @Test("are told of by the system, also the first reply")
  func watch() async throws {
    let store = try StoreFixture()
    let other = try store.library.register(
      Fixture.essay("Another essay."), as: nil, at: Fixture.time(1))
    let reader = store.library
    _ = try reader.records(of: other)
    let (changes, told) = AsyncStream.makeStream(of: Void.self)
    let watch = try #require(reader.watch(other) { told.yield() })
    var waiting = changes.makeAsyncIterator()
    _ = try store.library.record([Fixture.note("d")], in: other)
    while try reader.news(of: other).annotations == nil { await waiting.next() }
    for text in ["First.", "Second."] {
      var reply = Fixture.reply("r", text)
      if let base = try store.library.records(of: other).replies.first {
        reply = Fixture.changed(base, text, by: "s", at: 9000)
      }
      _ = try store.library.record(reply, in: other)
      while try reader.news(of: other).replies.map(\.text) != [text] { await waiting.next() }
    }
    withExtendedLifetime(watch) {}
  }
}
