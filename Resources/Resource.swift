/// The files that come with the program, compiled into it.
public enum Resource {
  /// Argument schemes: cues, slots, critical questions.
  public static var schemes: [UInt8] { PackageResources.schemes_json }

  /// The built-in essay as plain text: title, byline, one paragraph a line.
  public static var essay: [UInt8] { PackageResources.essay_txt }

  /// The argument pack for the built-in essay.
  public static var pack: [UInt8] { PackageResources.pack_json }
}
