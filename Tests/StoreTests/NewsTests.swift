import Glibc
import RejoinderCore
import Synchronization
import Testing

@testable import Store

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

  /// A file once counted as seen before it had been read.
  @Test("are told the next time where they cannot be read now", arguments: 1...6)
  func failure(call: Int) throws {
    let store = try StoreFixture()
    let left = Mutex(Int.max)
    var calls = SystemCalls.live
    calls.read = { file, buffer in
      let isFailing = left.withLock { left in
        left -= 1
        return left == 0
      }
      return isFailing ? -Int(EIO) : SystemCalls.live.read(file, buffer)
    }
    let reader = JSONLibrary(root: store.library.root, patience: 0, calls: calls)
    _ = try reader.records(of: store.id)
    _ = try store.library.record([Fixture.note("d")], in: store.id)
    for id in ["t", "u"] { _ = try store.library.record(Fixture.reply(id, id), in: store.id) }
    left.withLock { $0 = call }
    let first = (try? reader.news(of: store.id)) ?? EssayNews()
    left.withLock { $0 = Int.max }
    let second = try reader.news(of: store.id)
    let annotations = first.annotations ?? second.annotations
    #expect(annotations?.contains { $0.id == "d" } == true)
    #expect(Set((first.replies + second.replies).map(\.id)) == ["t", "u"])
    #expect(try reader.news(of: store.id).isEmpty)
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
