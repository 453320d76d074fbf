internal import Reader
internal import RejoinderCore
internal import Store

/// Writes to the library what the reader did, and says how that went.
struct Recorder: Sendable {
  let library: any Library
  let open: OpenEssays
  let clock: @Sendable () -> Timestamp

  func record(_ annotations: [Annotation], essay request: Int) -> Message {
    keep(about: request) { id throws(LibraryError) in
      .recorded(try library.record(annotations, in: id), essay: request)
    }
  }

  func record(_ reply: Reply, essay request: Int) -> Message {
    keep(about: request) { id throws(LibraryError) in
      let recorded = try library.record(reply, in: id)
      return .replyRecorded(
        recorded.reply, as: reply, conflicts: recorded.conflicts, essay: request)
    }
  }

  /// Keeps something. Where somebody has removed the essay's folder meanwhile it is made again, and
  /// whoever has the records is asked for all of them.
  private func keep(
    about request: Int, _ work: (EssayID) throws(LibraryError) -> Message
  ) -> Message {
    do throws(LibraryError) {
      let id = try identify(request)
      let isLost = open[request]?.isLost == true
      let message = try work(id)
      guard isLost else { return message }
      open[request]?.isLost = false
      return .libraryMadeAgain(essay: request)
    } catch {
      guard error.kind == .unknown, open[request]?.id != nil else { return failed(error, request) }
      open.lose(request)
    }
    do throws(LibraryError) {
      _ = try work(try identify(request))
      open[request]?.isLost = false
      return .libraryMadeAgain(essay: request)
    } catch {
      return failed(error, request)
    }
  }

  private func failed(_ error: LibraryError, _ request: Int) -> Message {
    guard let entry = open[request], entry.isLost, !entry.isForgotten else {
      return .recordFailed(error.description)
    }
    return .recordFailed(
      "the essay's folder was removed from the library while it was open, and cannot be made again: "
        + error.description + "; what you wrote is in this session, and is tried again")
  }

  /// The place alone is not worth a library entry, nor a word when it fails: the next one comes soon.
  func record(_ place: ReadingPlace, essay request: Int) -> Message? {
    guard let id = open[request]?.id else { return nil }
    do throws(LibraryError) {
      try library.record(place, in: id)
      return nil
    } catch {
      guard error.kind == .unknown else { return nil }
      open.lose(request)
      return .failed(
        "The essay's folder was removed from the library while it was open; what you write from now on "
          + "makes it again")
    }
  }

  /// Watches the essay that is open from now on, and no other; looks once for what happened between its
  /// reading and the watch.
  func follow(essay request: Int, onChange: @escaping @Sendable (Int) -> Void) -> Message? {
    open.stopWatching(besides: request)
    guard let entry = open[request], let id = entry.id else { return nil }
    if entry.watch == nil {
      open[request]?.watch = library.watch(id) { onChange(request) }
    }
    return news(essay: request)
  }

  /// What other sessions did; `nil` where that is nothing, or cannot be found out now.
  func news(essay request: Int) -> Message? {
    guard let id = open[request]?.id, let news = try? library.news(of: id), !news.isEmpty else {
      return nil
    }
    return .changedElsewhere(
      annotations: news.annotations ?? [], replies: news.replies, essay: request)
  }

  /// Earlier texts of a reply.
  func revisions(of reply: String, essay request: Int) -> Message {
    do throws(LibraryError) {
      guard let id = open[request]?.id else { return .revised([], reply: reply, essay: request) }
      return .revised(
        try library.revisions(of: reply, in: id), reply: reply, essay: request)
    } catch {
      return .failed(error.description)
    }
  }

  func list() -> Message {
    do throws(LibraryError) {
      return .listed(try library.summaries())
    } catch {
      return .failed(error.description)
    }
  }

  func list(matching words: String) -> Message {
    do throws(LibraryError) {
      let found = try library.search(words.split(whereSeparator: \.isWhitespace).map(String.init))
      return .found(found, words: words)
    } catch {
      return .failed(error.description)
    }
  }

  /// The essay's name in the library; puts it there if that failed before.
  private func identify(_ request: Int) throws(LibraryError) -> EssayID {
    guard let entry = open[request] else {
      throw LibraryError(.unknown, "nothing was kept: the essay has not been read yet; try again")
    }
    if entry.isGrowing { return try identify(entry, growing: request) }
    if let id = entry.id { return id }
    // An essay is never put into the library without its text.
    if entry.isForgotten {
      throw LibraryError(
        .unknown,
        "cannot keep what was done last to \(entry.essay.metadata.displayTitle): its folder was removed "
          + "from the library after it was left, so it is lost; open the essay again from its source, and it has "
          + "a folder again"
      )
    }
    let id = try library.register(
      entry.essay, as: try library.find(entry.essay), at: clock())
    open[request]?.id = id
    return id
  }

  /// The name of an essay whose end is not known: that of what had come when something was first
  /// recorded. It goes into the library with as much as is there now, so that records find their
  /// passages; ``EssayLoader`` joins it with the whole.
  private func identify(
    _ entry: OpenEssays.Entry, growing request: Int
  ) throws(LibraryError) -> EssayID {
    let bytes = entry.essay.text.count
    if let id = entry.id, entry.keptBytes == bytes || !entry.isNew { return id }
    if entry.id == nil,
      let known = try library.find(fingerprint: Fingerprint(of: entry.essay.text.utf8))
    {
      open.note(known, of: request, keptBytes: bytes, isNew: false)
      return known
    }
    var essay = entry.essay
    // Should the end never be known, this is all there is; and it says so.
    essay.isComplete = true
    essay.cut = "Only the beginning had come when this copy was kept"
    // A beginning does not take the place of what is known from there.
    if try library.find(source: essay.metadata.source) != entry.id {
      essay.metadata.source = .standardInput
    }
    let id = try library.register(essay, as: entry.id, at: clock())
    open.note(id, of: request, keptBytes: bytes, isNew: true)
    return id
  }
}
