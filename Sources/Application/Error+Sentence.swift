internal import Fetch
internal import Ingest

extension Error {
  /// What is said of an essay that cannot be read, on the screen and on standard error alike.
  ///
  /// - Parameter name: Which input it was, for errors that do not say it themselves.
  /// - Returns: `nil` for other errors.
  public func sentence(aboutReading name: String?) -> String? {
    switch self {
    case let error as FetchError: return "cannot fetch: \(error.description)"
    case let error as InputError: return "cannot read: \(error.description)"
    case let error as IngestFailure: return "cannot read: \(error.description)"
    case let error as IngestError:
      let advice = error.description.contains(";") ? "" : "; give a file with text in it"
      return "cannot read: " + (name.map { "\($0): " } ?? "") + error.description + advice
    default: return nil
    }
  }
}
