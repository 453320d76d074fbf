internal import Glibc
public import Store

extension SessionEnvironment {
  /// The reader's library.
  ///
  /// A home folder that does not exist is not made: it would belong to nobody. Then the library
  /// keeps nothing and says so, and reading goes on.
  public func library(chosen: String?) -> any Library {
    if needsHome(chosen), let reason = homelessness {
      return AbsentLibrary(because: reason)
    }
    return JSONLibrary(root: libraryFolder(chosen: chosen))
  }

  /// Where drafts lie while an editor has them: in the library's folder, with all other words of the
  /// reader's; among temporary files where there is no place for a library.
  public var editingFolder: String {
    if needsHome(chosenLibrary), homelessness != nil { return temporaryFolder }
    return libraryFolder(chosen: chosenLibrary) + "/editing"
  }

  /// Whether the library's folder lies in the home folder for want of another choice.
  private func needsHome(_ chosen: String?) -> Bool {
    chosen == nil && (variable("REJOINDER_HOME") ?? "").isEmpty
      && variable("XDG_DATA_HOME")?.hasPrefix("/") != true
  }

  private var homelessness: String? {
    guard let home else {
      return
        "HOME: it is not set, and the library lies there; set it, or choose a place with --store"
    }
    var status = stat()
    if stat(home, &status) == 0 { return nil }
    return "\(home): the home folder does not exist; set HOME, or choose a place with --store"
  }
}
