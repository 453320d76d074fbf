import Glibc
import RejoinderCore
import Store
import Testing

@Suite("Two sessions on one essay")
struct SessionTests {
  @Test("lose none of each other's records")
  func interleaved() async throws {
    let store = try StoreFixture()
    let (root, id) = (store.folder.path + "/store", store.id)
    let (sessions, rounds) = (3, 40)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for session in 0..<sessions {
        group.addTask {
          let library = JSONLibrary(root: root, patience: 60_000)
          for round in 0..<rounds {
            let name = "\(session)-\(round)"
            let merged = try library.record([Fixture.note(name)], in: id)
            #expect(merged.contains { $0.id == name })
            _ = try library.record(Fixture.reply(name, "text"), in: id)
            let furthest = 1000 * round + session
            try library.record(
              ReadingPlace(top: 0, focus: nil, furthest: furthest, seen: .zero), in: id)
          }
        }
      }
      try await group.waitForAll()
    }
    let records = try store.library.records(of: id)
    #expect(records.problems.isEmpty)
    #expect(records.annotations.count == 3 + sessions * rounds)
    #expect(records.replies.count == 2 + sessions * rounds)
    #expect(records.place?.furthest == 1000 * (rounds - 1) + sessions - 1)
    #expect(try store.library.summaries().map(\.drafts) == [2 + sessions * rounds])
    #expect(try store.names().allSatisfy { !$0.contains(".new") && !$0.contains("damaged") })
  }

  @Test("on one reply keep every text that was written")
  func oneReply() async throws {
    let store = try StoreFixture()
    let (root, id) = (store.folder.path + "/store", store.id)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for session in 0..<2 {
        group.addTask {
          let library = JSONLibrary(root: root, patience: 60_000)
          var mine = Fixture.reply("r", "First reply")
          for round in 1...25 {
            mine = Fixture.changed(
              mine, "session \(session), round \(round)", by: "\(session)",
              at: Int64(10_000 + round * 10 + session))
            mine = try library.record(mine, in: id).reply
          }
        }
      }
      try await group.waitForAll()
    }
    let texts = try Set(store.library.records(of: id).replies.map(\.text))
    #expect(
      texts.isSuperset(of: ["session 0, round 25", "session 1, round 25", "Second reply"]))
  }

  @Test("wait for the lock, and then say so")
  func locked() throws {
    let store = try StoreFixture()
    let path = store.folder.path + "/store/locks/\(store.id.rawValue).lock"
    let held = open(path, O_RDWR)
    try #require(held >= 0 && flock(held, LOCK_EX | LOCK_NB) == 0)
    let library = JSONLibrary(root: store.folder.path + "/store", patience: 5)
    let error = #expect(throws: LibraryError.self) {
      _ = try library.record([Fixture.note("d")], in: store.id)
    }
    #expect(error?.kind == .locked)
    // Reading needs no lock.
    #expect(try library.records(of: store.id).annotations.count == 3)
    // A session that ends, however it ends, lets go of the lock.
    close(held)
    #expect(try library.record([Fixture.note("d")], in: store.id).count == 4)
  }

  @Test("see what the other has written")
  func visible() throws {
    let store = try StoreFixture()
    let (first, second) = (store.library, store.library)
    _ = try first.record([Fixture.note("d")], in: store.id)
    #expect(try second.record([Fixture.note("e")], in: store.id).map(\.id).contains("d"))
    #expect(try first.records(of: store.id).annotations.count == 5)
  }
}
