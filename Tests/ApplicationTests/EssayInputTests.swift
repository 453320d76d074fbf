import Glibc
import RejoinderCore
import Testing

@testable import Application

/// Inputs that do not end, do not begin, or are not what they seem.
@Suite struct EssayInputTests {
  /// A FIFO of the test's own; nobody has it open.
  private func withFIFO(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/rejoinder-input-XXXXXX".utf8CString)
    let isMade = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
    }
    try #require(isMade)
    let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let path = folder + "/fifo"
    defer {
      unlink(path)
      rmdir(folder)
    }
    try #require(mkfifo(path, 0o600) == 0)
    try body(path)
  }

  private func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }

  @Test func aPipeThatNobodyWritesToOpensAndIsGivenUp() throws {
    try withFIFO { path in
      let input = try EssayInput(path: path, folder: "/")
      #expect(input.isStream && !input.isWhole && input.head.isEmpty)
      input.cancel()
      #expect { try input.readAll() } throws: { ($0 as? InputError)?.kind == .cancelled }
    }
  }

  /// What has come is shown while the rest is awaited, and all of it is there in the end.
  @Test func aPipeGrows() throws {
    try withFIFO { path in
      let writer = open(path, O_RDWR)
      write("First line.\n", to: writer)
      let input = try EssayInput(path: path, folder: "/")
      #expect(input.head == Array("First line.\n".utf8) && !input.isWhole)
      var shown: [Int] = []
      write("Second line.\n", to: writer)
      let contents = try input.readAll { bytes in
        shown.append(bytes.count)
        if shown.count == 1 { write("Third line.\n", to: writer) } else { close(writer) }
      }
      #expect(String(decoding: contents.bytes, as: UTF8.self).hasSuffix("Third line.\n"))
      #expect(contents.stop == nil)
      #expect(shown == [25, 37])
    }
  }

  /// Of plain text more is taken than of what becomes larger while it is read.
  @Test(arguments: [("It goes on and on. ", 64), ("<p>It goes on and on.</p>\n", 16)])
  func anEndlessPipeIsCutAtTheLimit(words: String, megabytes: Int) throws {
    try withFIFO { path in
      let writer = open(path, O_RDWR)
      let piece = String(repeating: words, count: 3_000)
      let filler = Thread(writing: piece, to: writer, count: megabytes << 20)
      let input = try EssayInput(path: path, folder: "/")
      let contents = try input.readAll()
      #expect(contents.bytes.count == megabytes << 20)
      #expect(contents.stop?.contains("only its first \(megabytes) MB were read") == true)
      filler.join()
      close(writer)
    }
  }

  /// Ten million words were cut at 16 MB, which are not three.
  @Test func tenMillionWordsAreReadWhole() throws {
    try withFIFO { path in
      let file = path + ".long"
      defer { unlink(file) }
      let descriptor = open(file, O_RDWR | O_CREAT, 0o600)
      let piece = String(repeating: "One more word. ", count: 1 << 16)
      for _ in 0..<60 { write(piece, to: descriptor) }
      close(descriptor)
      let contents = try EssayInput(path: file, folder: "/").readAll()
      #expect(contents.bytes.count == 60 * piece.utf8.count && contents.stop == nil)
    }
  }

  /// Lines without words take time too.
  @Test func endlessLinesAreCutToo() throws {
    try withFIFO { path in
      let file = path + ".lines"
      defer { unlink(file) }
      let descriptor = open(file, O_RDWR | O_CREAT, 0o600)
      write(String(repeating: "y\n\n", count: 1_600_000), to: descriptor)
      close(descriptor)
      let contents = try EssayInput(path: file, folder: "/").readAll()
      #expect(contents.bytes.count < 4_800_000)
      #expect(contents.stop?.contains("only its first 3000000 lines were read") == true)
    }
  }

  @Test func aFileWithAHoleIsReadAsFarAsItsText() throws {
    try withFIFO { path in
      let sparse = path + ".sparse"
      defer { unlink(sparse) }
      let descriptor = open(sparse, O_RDWR | O_CREAT, 0o600)
      write("Words before the hole.\n", to: descriptor)
      try #require(ftruncate(descriptor, 10_000_000_000) == 0)
      close(descriptor)
      let contents = try EssayInput(path: sparse, folder: "/").readAll()
      #expect(String(decoding: contents.bytes, as: UTF8.self) == "Words before the hole.\n")
      #expect(contents.stop?.contains("only zeros follow") == true)
      // As a long text it was once refused.
      let outcome = try PendingEssay(try EssayInput(path: sparse, folder: "/")).read { _ in }
      #expect(outcome.essay.text.string(Passage(0..<22)) == "Words before the hole.")
    }
  }

  /// What was stopped or too long once counted as a whole text.
  @Test func aTextThatWasStoppedSaysThatItIsCut() throws {
    try withFIFO { path in
      let writer = open(path, O_RDWR)
      defer { close(writer) }
      write("First line.\n", to: writer)
      let pending = PendingEssay(try EssayInput(path: path, folder: "/"))
      pending.cancel()
      let outcome = try pending.read { _ in }
      #expect(outcome.essay.cut?.contains("you stopped it after 12 bytes") == true)
    }
  }

  /// Of zeros alone 64 MB were read, and looked at again with every piece.
  @Test func nothingButZerosIsLeftSoon() throws {
    try withFIFO { path in
      let file = path + ".zeros"
      defer { unlink(file) }
      let descriptor = open(file, O_RDWR | O_CREAT, 0o600)
      #expect(ftruncate(descriptor, 40 << 20) == 0)
      close(descriptor)
      let contents = try EssayInput(path: file, folder: "/").readAll()
      #expect((1..<(2 << 20)).contains(contents.bytes.count))
      #expect(contents.bytes.allSatisfy { $0 == 0 })
    }
  }

  /// A few zeros are damage and no hole.
  @Test func zerosInsideATextAreLeftThere() throws {
    try withFIFO { path in
      let file = path + ".zeros"
      defer { unlink(file) }
      let descriptor = open(file, O_RDWR | O_CREAT, 0o600)
      write("a\0\0\0b", to: descriptor)
      close(descriptor)
      let contents = try EssayInput(path: file, folder: "/").readAll()
      #expect(contents.bytes == [0x61, 0, 0, 0, 0x62] && contents.stop == nil)
    }
  }

  /// A file of a gigabyte ended for its reader after 64 MB.
  @Test func aLongTextIsReadInParts() throws {
    try withFIFO { path in
      let file = path + ".parts"
      defer { unlink(file) }
      let paragraphs = (0..<40_000).map { "Paragraph \($0) says that the lamps burn.\n\n" }
      let descriptor = open(file, O_RDWR | O_CREAT, 0o600)
      write(paragraphs.joined(), to: descriptor)
      func input() throws -> EssayInput {
        try EssayInput(path: file, folder: "/", wholeLimit: 1 << 20, partLength: 1 << 18)
      }
      let count = try PendingEssay(try input()).read { _ in }.essay.parts
      var words = 0
      // From the end, for no part may need those before it.
      for number in (1...count).reversed() {
        let essay = try PendingEssay(try input(), part: number).read { _ in }.essay
        #expect(essay.metadata.source.part == number && essay.parts == count && essay.cut == nil)
        words += essay.text.wordCount
        if number == count {
          #expect(
            essay.text.string(essay.text.paragraphs.last?.passage ?? .init(start: 0, end: 0))
              == "Paragraph 39999 says that the lamps burn.")
        }
      }
      #expect(count == 7 && words == 7 * 40_000)
      // What becomes shorter while it is open is read as far as it goes, or refused.
      let opened = try input()
      try #require(ftruncate(descriptor, 300_000) == 0)
      close(descriptor)
      #expect(try PendingEssay(opened, part: 1).read { _ in }.essay.text.count > 200_000)
      #expect(throws: (any Error).self) { try PendingEssay(opened, part: count).read { _ in } }
    }
  }

  @Test(arguments: [0, 1, EssayInput.headSize - 1, EssayInput.headSize, EssayInput.headSize + 1])
  func aFileIsReadWhole(size: Int) throws {
    try withFIFO { path in
      let file = path + ".txt"
      defer { unlink(file) }
      let descriptor = open(file, O_RDWR | O_CREAT, 0o600)
      write(String(repeating: "x", count: size), to: descriptor)
      close(descriptor)
      let input = try EssayInput(path: file, folder: "/")
      #expect(input.isWhole == (size <= EssayInput.headSize) && !input.isStream)
      let contents = try input.readAll()
      #expect(contents.bytes.count == size && contents.stop == nil)
    }
  }
}

/// A thread that keeps a pipe full.
private struct Thread {
  private let descriptor: Int32
  private let identifier: pthread_t

  private final class Work {
    let bytes: [UInt8]
    let descriptor: Int32
    let count: Int

    init(_ bytes: [UInt8], _ descriptor: Int32, _ count: Int) {
      (self.bytes, self.descriptor, self.count) = (bytes, descriptor, count)
    }
  }

  init(writing text: String, to descriptor: Int32, count: Int) {
    self.descriptor = descriptor
    let work = Unmanaged.passRetained(Work(Array(text.utf8), descriptor, count))
    var identifier = pthread_t()
    pthread_create(
      &identifier, nil,
      { pointer in
        guard let pointer else { return nil }
        let work = Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue()
        var left = work.count
        while left > 0 {
          let written = work.bytes.withUnsafeBytes {
            Glibc.write(work.descriptor, $0.baseAddress, min($0.count, left))
          }
          guard written > 0 else { return nil }
          left -= written
        }
        return nil
      }, work.toOpaque())
    self.identifier = identifier
  }

  func join() {
    pthread_join(identifier, nil)
  }
}
