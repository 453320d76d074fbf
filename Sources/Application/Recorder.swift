internal import Reader
internal import RejoinderCore
internal import Store

/// Writes to the library what the reader did, and says how that went.
struct Recorder: Sendable {
  let library: any Library
  let open: OpenEssays
  let clock: @Sendable () -> Timestamp

  func record(_ annotations: [Annotation], essay request: Int) -> Message {
    do throws(LibraryError) {
      let all = try library.record(annotations, in: try identify(request))
      return .recorded(all, essay: request)
    } catch {
      return .recordFailed(error.description)
    }
  }

  func record(_ reply: Reply, essay request: Int) -> Message {
    do throws(LibraryError) {
      let id = try identify(request)
      let conflict = try library.record(
        reply, replacing: open[request]?.replies[reply.id], in: id)
      open[request]?.replies[reply.id] = reply.modified
      return .replyRecorded(
        id: reply.id, modified: reply.modified, conflict: conflict, essay: request)
    } catch {
      return .recordFailed(error.description)
    }
  }

  /// The place alone is not worth a library entry, nor a word when it fails: the next one comes soon.
  func record(_ place: ReadingPlace, essay request: Int) -> Message? {
    guard let id = open[request]?.id else { return nil }
    do throws(LibraryError) {
      try library.record(place, in: id)
      return nil
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
    if let id = entry.id { return id }
    let id = try library.register(
      entry.essay, as: try library.find(entry.essay), at: clock())
    open[request]?.id = id
    return id
  }
}
