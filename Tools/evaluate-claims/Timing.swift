import Analysis
import FoundationEssentials
import Glibc
import Ingest
import RejoinderCore

/// What reading and analysing one essay costs, in processor time of one core, step by step.
struct Timing {
  private let bytes: [UInt8]
  private let source: EssaySource

  init(_ path: String) throws {
    bytes = Array(try Data(contentsOf: URL(filePath: path)))
    source = .file(path)
  }

  func printTimes() throws {
    let analyzer = Analyzer()
    var essay = Essay(metadata: EssayMetadata(source: source), text: .empty)
    row("bytes", "\(bytes.count)")
    row("parsing, ms", try cost { essay = try EssayParser().essay(from: bytes, source: source) })
    row("first screenful, ms", cost { _ = analyzer.sentences(of: essay, paragraphs: 0..<10) })
    row("first screenful again, ms", cost { _ = analyzer.sentences(of: essay, paragraphs: 0..<10) })
    let before = residentMemory
    var most = before
    var count = 0
    let streaming = cost {
      analyzer.assess(essay) { stretch in
        count += stretch.count
        most = max(most, residentMemory)
      }
    }
    row("whole essay, ms", streaming)
    row("megabytes a second", Double(bytes.count) / 1_000 / max(streaming, 0.001))
    row("memory while streaming, KB", "\(most - before)")
    row("sentences", "\(count)")
    let sentences = analyzer.sentences(of: essay)
    guard let claim = sentences.first(where: \.highlighted) else { return }
    row(
      "questions about a claim, ms",
      cost { _ = analyzer.questions(about: claim.passage, in: essay) })
    row(
      "questions again, ms", cost { _ = analyzer.questions(about: claim.passage, in: essay) })
    row("reasons for a claim, ms", cost { _ = analyzer.reasons(for: claim, in: essay) })
    row("marking, ms", cost { _ = Marking(sentences: sentences, packs: [], annotations: []) })
  }

  /// Milliseconds of processor time.
  private func cost(_ work: () throws -> Void) rethrows -> Double {
    let start = processorTime
    try work()
    return processorTime - start
  }

  private var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
  }

  /// In kilobytes.
  private var residentMemory: Int {
    let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))
      .flatMap { $0.split(separator: " ").dropFirst().first }.flatMap { Int($0) }
    return (pages ?? 0) * sysconf(Int32(_SC_PAGESIZE)) / 1_024
  }

  private func row(_ name: String, _ value: Double) {
    let thousandths = Int((value * 1_000).rounded())
    let digits = "\(thousandths % 1_000)"
    row(
      name,
      "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - digits.count) + digits)
  }

  private func row(_ name: String, _ value: String) {
    print(name + String(repeating: " ", count: max(2, 32 - name.count)) + value)
  }
}
