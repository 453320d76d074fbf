internal import Glibc

/// What a terminal is opened with, as values.
public struct TerminalEnvironment: Sendable {
  /// `TERM`
  public var name: String
  /// `NO_COLOR`, if it is set to anything.
  public var refusesColour: Bool
  /// Whether the locale writes UTF-8.
  public var isUTF8: Bool
  /// Descriptor to read keys from. If it is no terminal, the controlling terminal is asked instead,
  /// so that an essay can be piped in.
  public var input: Int32
  /// Descriptor to draw on.
  public var output: Int32

  public init(
    name: String, refusesColour: Bool = false, isUTF8: Bool = true, input: Int32 = 0,
    output: Int32 = 1
  ) {
    self.name = name
    self.refusesColour = refusesColour
    self.isUTF8 = isUTF8
    self.input = input
    self.output = output
  }

  /// Reads the variables that matter: `TERM`, `NO_COLOR`, and of `LC_ALL`, `LC_CTYPE` and `LANG` the
  /// first that is set.
  ///
  /// - Parameter variable: The value of a variable; `nil` where it is not set.
  public init(variable: (String) -> String?) {
    func value(_ name: String) -> String { variable(name) ?? "" }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].map(value).first { !$0.isEmpty } ?? ""
    self.init(
      name: value("TERM"), refusesColour: !value("NO_COLOR").isEmpty,
      isUTF8: Self.writesUTF8(locale: locale))
  }

  /// Judges by the locale's name, since a host may lack the locale itself. Only a name without a
  /// character set is looked up.
  private static func writesUTF8(locale name: String) -> Bool {
    let parts = name.split(separator: "@")[...].first.map { $0.split(separator: ".") } ?? []
    if parts.count == 2 {
      return ["utf8", "utf-8"].contains(parts[1].lowercased())
    }
    guard !name.isEmpty, let locale = newlocale(LC_CTYPE_MASK, name, nil) else { return false }
    defer { freelocale(locale) }
    return String(cString: nl_langinfo_l(Int32(CODESET), locale)) == "UTF-8"
  }
}
