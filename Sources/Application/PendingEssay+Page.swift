internal import Fetch
internal import Ingest
internal import Reader
internal import RejoinderCore
public import Store

extension PendingEssay {
  /// What a word of the command line, or of a list, stands for: a file or a page.
  ///
  /// - Parameter part: Which part of a text that is too long to be read at once; ignored for others.
  public init(given word: String, part: Int = 1, in environment: SessionEnvironment) throws {
    if Address.isAddress(word) {
      self.init(page: try Address(word), in: environment)
    } else {
      self.init(
        try EssayInput(
          path: word, folder: environment.folder, format: environment.chosenFormat(of: word)),
        part: part)
    }
  }

  /// A page as its host has it now.
  init(page address: Address, in environment: SessionEnvironment) {
    let cancellation = Cancellation()
    let format = environment.chosenFormat(of: address.text)
    self.init(
      read: { tell in
        let page = try Curl(environment: environment.variables).page(
          at: address, cancel: cancellation.descriptor
        ) { tell(.received($0)) }
        return try Outcome(page, from: address, as: format)
      },
      cancel: { cancellation.cancel() })
  }
}

extension PendingEssay.Outcome {
  fileprivate init(
    _ page: FetchedPage, from address: Address, as format: FormatName?
  ) throws(FetchError) {
    var hint = InputHint(contentType: page.contentType)
    hint.format = format
    do {
      essay = try EssayParser().essay(
        from: page.bytes, source: .url(address.text), hint: hint)
    } catch {
      throw FetchError(
        .unreadable, "\(address): \(error.description); save it from a browser and open that")
    }
    if page.isCut {
      problems = [essay.cut].compactMap(\.self)
      essay.cut = "\(address): only the first \(page.bytes.count >> 20) MB were read"
    }
  }
}

/// Holds a page against the copy of it that the library has.
public struct PageComparison: Sendable {
  private let library: any Library
  private let environment: SessionEnvironment

  public init(library: any Library, environment: SessionEnvironment) {
    self.library = library
    self.environment = environment
  }

  /// Fetches the page again; blocks.
  func check(_ word: String) -> PageCheck {
    do {
      let now = try PendingEssay(given: word, in: environment).read { _ in }.essay
      guard let kept = copy(of: now.metadata.source) else { return .changed }
      return kept.text == now.text ? .unchanged : .changed
    } catch {
      return .unknown("\(error)")
    }
  }

  /// The library's copy of a page; `nil` where it has none that can be read.
  func copy(of source: EssaySource) -> Essay? {
    guard let id = try? library.find(source: source) else { return nil }
    return try? library.essay(id)
  }

  /// The page as it is now, with a word on whether it has changed; as it was kept, where it cannot
  /// be fetched at present. Where the reader chose a format, a difference from the copy may be that
  /// of formats, and nothing is said of it.
  public func page(at word: String) throws -> PendingEssay.Outcome {
    let address = try Address(word)
    let kept = copy(of: .url(address.text))
    do {
      var outcome = try PendingEssay(page: address, in: environment).read { _ in }
      let isComparable = environment.chosenFormat(of: word) == nil
      if let kept, isComparable, kept.text != outcome.essay.text {
        outcome.problems.append("the page has changed: \(address): it is not as it was kept")
      }
      return outcome
    } catch let error as FetchError where error.isPassing {
      guard let kept else { throw error }
      return PendingEssay.Outcome(
        essay: kept,
        problems: ["cannot fetch: \(error.description); this is the page as it was kept"])
    }
  }
}
