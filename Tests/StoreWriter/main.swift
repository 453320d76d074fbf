// Writes into a library without pause, and notes what the library has acknowledged: for tests that
// kill it, or run it beside another one.
//
// StoreWriter STORE ESSAY NAME COUNT LOG
//
// By turns it adds a note and writes one more word into a reply of its own, and now and then into one
// that it shares with others of its kind. LOG gets a line for each acknowledgement, at once.

import Glibc
import RejoinderCore
import Store

struct Writer {
  let library: JSONLibrary
  let essay: EssayID
  let name: String
  let log: Int32
  private var words: [String] = []
  private var versions: [String: VersionVector] = [:]
  private var last = Timestamp.zero

  init?(_ arguments: [String]) {
    guard arguments.count == 6, let essay = EssayID(arguments[2]) else { return nil }
    library = JSONLibrary(root: arguments[1], patience: 600_000)
    self.essay = essay
    name = arguments[3]
    log = open(arguments[5], O_WRONLY | O_CREAT | O_APPEND, 0o600)
  }

  private func acknowledge(_ what: String) {
    let line = Array((what + "\n").utf8)
    _ = Glibc.write(log, line, line.count)
  }

  private static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  mutating func step(_ number: Int) throws(LibraryError) {
    let now = Self.now()
    let anchor = Anchor(
      quote: "boring", prefix: "", suffix: "", position: Passage(start: 19, end: 25))
    let note = Annotation(
      id: "\(name)-\(number)", anchor: anchor, body: .note("Note \(number)"), created: now,
      modified: now)
    _ = try library.record([note], in: essay)
    acknowledge("note \(note.id)")
    words.append("\(name)\(number)")
    let text = words.suffix(40).joined(separator: " ")
    // A time of its own for every version, or two within a millisecond would count as one.
    last = max(now, last.advanced(by: 1))
    // Each change to the shared one makes a conflict, which is a file of its own.
    for id in number % 25 == 1 ? ["own-\(name)", "shared"] : ["own-\(name)"] {
      let reply = Reply(
        id: id, text: text, claims: [], created: .zero, modified: last,
        versions: versions[id, default: .none].noting(name, at: last))
      versions[id] = try library.record(reply, in: essay).reply.versions
      acknowledge("\(id == "shared" ? "shared" : "own") \(text)")
    }
    let place = ReadingPlace(top: 0, focus: nil, furthest: number, seen: now)
    try library.record(place, in: essay)
    acknowledge("place \(number)")
  }
}

guard var writer = Writer(CommandLine.arguments), let count = Int(CommandLine.arguments[4]) else {
  exit(64)
}
for number in 1...max(1, count) { try writer.step(number) }
