internal import Ingest
public import RejoinderCore
internal import Resources
internal import Store

/// The essay that comes with the program, and the argument pack for it.
public enum BuiltIn {
  public static let source = EssaySource.builtIn("sample")

  public static func essay() throws(IngestFailure) -> Essay {
    do {
      return try EssayParser().essay(from: Resource.essay, source: source)
    } catch {
      throw IngestFailure(description: error.description)
    }
  }

  /// `nil` only if the program was built with a pack that it cannot read, which a test rules out.
  public static func pack() -> ArgumentPack? {
    try? ArgumentPack(json: Resource.pack)
  }
}

/// Why an essay that comes with the program or lies in the library cannot be shown.
public struct IngestFailure: Error, Sendable, CustomStringConvertible {
  public var description: String
}
