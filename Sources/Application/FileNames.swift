internal import Delivery
internal import Glibc
internal import Reader
internal import TerminalKit

/// Names of files, for a path that is being typed.
enum FileNames {
  /// How many entries of one folder are looked at, and how many names are told.
  static let looked = 20_000
  static let told = 200

  /// The files and folders whose path begins with what was typed. Hidden ones are told where their dot was
  /// typed; never those that a line cannot hold, or a terminal would obey.
  ///
  /// - Parameters:
  ///   - typed: A leading `~` stands for `home`, here and in the answer.
  ///   - present: The folder in which names without one lie.
  static func completion(
    of typed: String, home: String?, in present: String = "."
  ) -> PathCompletion {
    let hasHome = home?.isEmpty == false
    if typed == "~", hasHome { return PathCompletion(paths: ["~/"]) }
    let end = typed.lastIndex(of: "/").map(typed.index(after:)) ?? typed.startIndex
    let (folder, beginning) = (String(typed[..<end]), typed[end...])
    if beginning == ".." { return PathCompletion(paths: [folder + "../"]) }
    let place = folder.isEmpty ? present : ReplyFile.expand(folder, home: home)
    guard let (entries, isWhole) = entries(of: place, beginning: String(beginning)) else {
      return PathCompletion(paths: [])
    }
    let shown = entries.sorted { $0.name < $1.name }.prefix(told)
    return PathCompletion(
      paths: shown.map { entry in
        // A file that is named so is not the home folder.
        let isTilde = hasHome && folder.isEmpty && entry.name == "~"
        return (isTilde ? "./" : folder) + entry.name + (entry.isFolder(in: place) ? "/" : "")
      },
      isWhole: isWhole && entries.count <= told)
  }

  private struct Entry {
    var name: String
    /// As the folder tells it.
    var type: Int32

    func isFolder(in folder: String) -> Bool {
      guard type == DT_LNK || type == DT_UNKNOWN else { return type == DT_DIR }
      var status = stat()
      let path = (folder.hasSuffix("/") ? folder : folder + "/") + name
      return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
  }

  /// - Returns: `nil` where there is no such folder, or it may not be read.
  private static func entries(
    of folder: String, beginning: String
  ) -> (entries: [Entry], isWhole: Bool)? {
    guard let directory = opendir(folder) else { return nil }
    defer { closedir(directory) }
    var found: [Entry] = []
    var count = 0
    while let entry = readdir(directory) {
      count += 1
      if count > looked { return (found, false) }
      guard let name = name(of: entry), isMeant(name, by: beginning) else { continue }
      found.append(Entry(name: name, type: Int32(entry.pointee.d_type)))
    }
    return (found, true)
  }

  /// - Returns: `nil` for bytes that are no text.
  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String? {
    withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
    }
  }

  private static func isMeant(_ name: String, by beginning: String) -> Bool {
    guard name.utf8.starts(with: beginning.utf8), name != ".", name != ".." else { return false }
    // A space at an end would be taken off the line.
    return (!name.hasPrefix(".") || beginning.hasPrefix(".")) && name.visible == name
      && !name.hasSuffix(" ") && !name.hasPrefix(" ")
  }
}
