internal import Delivery
internal import Reader
internal import RejoinderCore

/// Brings replies to where they are sent, and says how that went. Files may lie on a host that does not
/// answer, so nothing here is for the loop's thread.
struct Sending: Sendable {
  let environment: SessionEnvironment
  let clock: @Sendable () -> Timestamp

  func write(_ text: String, to path: String, overwrite: Bool, reply: String?) -> Message {
    do {
      switch try ReplyFile.write(text, to: path, overwrite: overwrite, home: environment.home) {
      case .written(let path, let bytes):
        return delivered(.file, "wrote \(bytes) bytes to \(path)", reply: reply)
      case .exists(let path): return .fileExists(path: path)
      }
    } catch {
      return .failed(error.description)
    }
  }

  func loadTmuxBuffer(_ text: String, reply: String?) -> Message {
    do {
      let detail = try TmuxBuffer.load(
        text, environment: environment.variables, folder: environment.editingFolder)
      return delivered(.clipboard, detail, reply: reply)
    } catch {
      return .failed(error.description)
    }
  }

  func delivered(_ destination: Destination, _ detail: String, reply: String?) -> Message {
    .delivered(
      Receipt(destination: destination.name, detail: detail, sent: clock()), reply: reply)
  }
}
