/// The files that come with the program, compiled into it.
public enum Resource {
  /// Argument schemes: cues, slots, critical questions.
  public static var schemes: [UInt8] { PackageResources.schemes_json }
}
