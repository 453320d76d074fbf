internal import Glibc

/// A folder as a reading list.
public enum EssayFolder {
  /// More than anybody reads.
  static let limit = 10_000

  /// Whether a word of the command line names a folder.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The files in a folder, by name: plain files that are not hidden. Folders inside it are left
  /// alone, and nothing is opened: what a file holds is told when it is read.
  public static func files(in path: String) throws(InputError) -> [String] {
    guard let folder = opendir(path) else {
      throw InputError(
        errno == EACCES ? .forbidden : .failed,
        "\(path): the folder cannot be read: \(String(cString: strerror(errno)))")
    }
    defer { closedir(folder) }
    let base = path.hasSuffix("/") ? path : path + "/"
    var files: [String] = []
    while files.count < limit, let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      var status = stat()
      guard !name.hasPrefix("."), stat(base + name, &status) == 0,
        status.st_mode & S_IFMT == S_IFREG
      else { continue }
      files.append(base + name)
    }
    guard !files.isEmpty else {
      throw InputError(.missing, "\(path): is a folder without a file to read; give a file")
    }
    return files.sorted()
  }
}
