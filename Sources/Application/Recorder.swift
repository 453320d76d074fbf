internal import Reader
internal import RejoinderCore
internal import Store

/// Writes to the library what the reader did, and says how that went.
struct Recorder: Sendable {
  let library: any Library
  let open: OpenEssay

  /// - Returns: What the model has to know of it.
  func carryOut(_ effect: Effect) -> Message? {
    do {
      switch effect {
      case .record(let annotations):
        return .recorded(try library.record(annotations, in: try essay()))
      case .recordReply(let reply):
        let conflict = try library.record(
          reply, replacing: open.base(of: reply.id), in: try essay())
        open.setBase(reply.modified, of: reply.id)
        return .replyRecorded(id: reply.id, modified: reply.modified, conflict: conflict)
      case .recordPlace(let place):
        if let id = open.id { try library.record(place, in: id) }
        return nil
      case .listLibrary:
        return .listed(try library.summaries())
      default:
        return nil
      }
    } catch {
      return .recordFailed(error.description)
    }
  }

  private func essay() throws(LibraryError) -> EssayID {
    guard let id = open.id else {
      throw LibraryError(
        .unknown, "The essay is not in the library, so nothing can be kept; see :library")
    }
    return id
  }
}
