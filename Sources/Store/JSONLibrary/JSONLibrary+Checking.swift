import Glibc
import RejoinderCore

extension JSONLibrary {
  public func check() throws(LibraryError) -> LibraryReport {
    var report = LibraryReport()
    guard let root = try openRoot() else {
      report.exists = false
      return report
    }
    for name in try essayNames(in: root, &report) {
      guard let id = EssayID(name), let folder = try openEssay(id, in: root) else { continue }
      var reading = EssayReading(repairs: false, trustsSums: true)
      let records = reading.records(in: folder)
      report.essays += 1
      report.records += records.annotations.count + records.replies.count
      reading.lookThroughRevisions(in: folder)
      report.findings += reading.findings
      if let finding = missingEntry(in: folder) { report.findings.append(finding) }
      report.findings += derivedFaults(in: folder).map(\.finding)
    }
    report.findings += pointerFindings(in: root) + packFindings(in: root)
    report.findings += obstacles(in: root).map(\.finding)
    return report
  }

  /// An essay without `essay.json` and without the revision before that. A folder in which nothing else is
  /// kept either is what an interrupted start leaves behind, and no damage.
  private func missingEntry(in folder: borrowing Folder) -> LibraryFinding? {
    let records = ["annotations.json", "place.json", "replies", "revisions"]
    guard folder.status(of: "essay.json").result == -ENOENT, storedEssayFile(in: folder) == nil,
      records.contains(where: { folder.status(of: $0).result == 0 })
    else { return nil }
    return .inPlace(
      folder.path(of: "essay.json"), "is missing",
      "your records are there; repair makes it again from the text")
  }

  // MARK: What stands in the way

  /// Something that has the name of one of the store's folders or locks and is none.
  struct Obstacle {
    /// The folder in which it stands; `nil` for the store's own.
    var folder: String?
    var name: String
    var finding: LibraryFinding
  }

  /// While a lock's name is taken by something else nothing can be saved under it.
  func obstacles(in root: borrowing Folder) -> [Obstacle] {
    var found: [Obstacle] = []
    for name in ["sources", "texts", "packs", "locks", "index"] {
      let status = root.status(of: name)
      guard status.result == 0, !status.isFolder else { continue }
      found.append(
        Obstacle(
          name: name,
          finding: .inPlace(root.path(of: name), "is no folder", "nothing can be kept there")))
    }
    guard let locks = try? root.folder("locks"), let names = try? locks.names() else {
      return found
    }
    for name in names where name.hasSuffix(".lock") && !locks.status(of: name).isRegular {
      found.append(
        Obstacle(
          folder: "locks", name: name,
          finding: .inPlace(
            locks.path(of: name), "is no file", "nothing can be saved while it stands there")))
    }
    return found
  }

  /// Names of the essays' folders; what stands there and is no folder is a finding.
  func essayNames(
    in root: borrowing Folder, _ report: inout LibraryReport
  ) throws(LibraryError) -> [String] {
    let path = root.path(of: "essays")
    do throws(SystemError) {
      let essays = try root.folder("essays")
      var names: [String] = []
      for name in try essays.names() where EssayID(name) != nil {
        if essays.status(of: name).isFolder {
          names.append(name)
        } else {
          report.findings.append(
            .inPlace(essays.path(of: name), "is no folder of an essay", "the rest is there"))
        }
      }
      return names
    } catch {
      if error.code == ENOENT { return [] }
      report.findings.append(
        LibraryFinding(
          path: path, description: error.readingFailed(path).description, state: .unreadable))
      return []
    }
  }

  // MARK: One essay

  /// Something wrong with a file of an essay that holds no records of the reader's.
  struct DerivedFault {
    /// The folder within the essay's own in which the file lies; `nil` for that itself.
    var folder: String?
    var name: String
    var finding: LibraryFinding
  }

  /// What is wrong with the files of an essay that hold no records of the reader's, each once.
  func derivedFaults(in folder: borrowing Folder) -> [DerivedFault] {
    var faults: [DerivedFault] = []
    if let file = storedEssayFile(in: folder) {
      if let finding = textFinding(of: file, in: folder) {
        faults.append(DerivedFault(name: file.textName, finding: finding))
      }
      if let reason = fault(of: file.layoutName, in: folder, LayoutFile.self) {
        let path = folder.path(of: file.layoutName)
        faults.append(
          DerivedFault(
            name: file.layoutName,
            finding: .inPlace(path, reason, "paragraphs are parted without it")))
      }
    }
    faults += previousFault(of: "essay.json", in: folder, EssayFile.self)
    faults += previousFault(of: "annotations.json", in: folder, AnnotationFile.self)
    faults += previousFault(of: "place.json", in: folder, PlaceFile.self)
    faults += unsettled(in: folder)
    faults += derivedFaults(in: "replies", of: folder, ReplyFile.self)
    faults += derivedFaults(in: "revisions", of: folder, RevisionFile.self)
    return faults
  }

  /// The revisions before the files of one of an essay's folders, and what was set aside in it.
  private func derivedFaults<File: StoredFile>(
    in name: String, of essay: borrowing Folder, _ type: File.Type
  ) -> [DerivedFault] {
    guard let folder = try? essay.folder(name), let names = try? folder.names() else { return [] }
    let previous = Folder.previous(of: "")
    var faults: [DerivedFault] = []
    for name in names where name.hasSuffix(".json" + previous) {
      faults += previousFault(of: String(name.dropLast(previous.count)), in: folder, type)
    }
    faults += unsettled(in: folder)
    return faults.map { DerivedFault(folder: name, name: $0.name, finding: $0.finding) }
  }

  /// `essay.json`, or the revision before it.
  func storedEssayFile(in folder: borrowing Folder) -> EssayFile? {
    var reading = EssayReading(repairs: false)
    return try? reading.load("essay.json", in: folder, EssayFile.self)
  }

  private func textFinding(
    of file: EssayFile, in folder: borrowing Folder
  ) -> LibraryFinding? {
    let contents = try? folder.contents(of: file.textName)
    if case .bytes(let bytes) = contents, Fingerprint(of: bytes).digits == file.fingerprint {
      return nil
    }
    return .inPlace(
      folder.path(of: file.textName), contents == .missing ? "is missing" : "was changed",
      "your records are there; open the essay from its source again")
  }

  /// What is wrong with a file, if it is there.
  func fault<File: StoredFile>(
    of name: String, in folder: borrowing Folder, _ type: File.Type
  ) -> String? {
    do {
      switch try folder.contents(of: name) {
      case .missing: return nil
      case .irregular: return "is not a regular file"
      case .bytes(let bytes):
        switch JSONCoding.decode(type, from: bytes) {
        case .damaged(let reason, _): return reason
        case .good(let file as AnnotationFile) where file.unreadable > 0:
          return "has " + file.unreadable.counted("damaged record")
        case .misdated(_, let version): return "calls itself schema \(version)"
        case .missing, .good, .newer: return nil
        }
      }
    } catch {
      return "cannot be read: \(error.reason)"
    }
  }

  private func previousFault<File: StoredFile>(
    of name: String, in folder: borrowing Folder, _ type: File.Type
  ) -> [DerivedFault] {
    let previous = Folder.previous(of: name)
    guard let reason = fault(of: previous, in: folder, type) else { return [] }
    let path = folder.path(of: previous)
    return [
      DerivedFault(
        name: previous, finding: .inPlace(path, reason, "it is only the revision before"))
    ]
  }

  private func unsettled(in folder: borrowing Folder) -> [DerivedFault] {
    var faults: [DerivedFault] = []
    for name in folder.damagedNames() ?? [] {
      let path = folder.path(of: name)
      faults.append(
        DerivedFault(
          name: name,
          finding: LibraryFinding(
            path: path,
            description: "\(path) was set aside as damaged; repair looks through it",
            state: .unsettled)))
    }
    return faults
  }

  // MARK: The rest of the store

  private func pointerFindings(in root: borrowing Folder) -> [LibraryFinding] {
    var findings: [LibraryFinding] = []
    for folder in ["sources", "texts"] {
      for (path, reason) in pointerFaults(in: folder, of: root) {
        findings.append(
          .inPlace(path, reason, "it is written again when the essay is next opened"))
      }
    }
    return findings
  }

  /// Path and fault of each damaged pointer.
  func pointerFaults(in name: String, of root: borrowing Folder) -> [(String, String)] {
    guard let folder = try? root.folder(name), let names = try? folder.names() else { return [] }
    var faults: [(String, String)] = []
    for name in names where name.hasSuffix(".json") {
      if let reason = fault(of: name, in: folder, PointerFile.self) {
        faults.append((folder.path(of: name), reason))
      }
    }
    return faults
  }

  private func packFindings(in root: borrowing Folder) -> [LibraryFinding] {
    var findings: [LibraryFinding] = []
    guard let folder = try? root.folder("packs"), let names = try? folder.names() else { return [] }
    for name in names where name.hasSuffix(".json") {
      if let reason = packFault(name, in: folder) {
        findings.append(.inPlace(folder.path(of: name), reason, "the other packs are there"))
      }
    }
    return findings
  }

  private func packFault(_ name: String, in folder: borrowing Folder) -> String? {
    guard case .bytes(let bytes)? = try? folder.contents(of: name) else {
      return "is not a regular file"
    }
    do {
      _ = try ArgumentPack(json: bytes)
    } catch {
      return error.kind == .damaged ? error.description : nil
    }
    // A pack that the program put there is named by its bytes; others have names that people chose.
    let stem = name.dropLast(".json".count)
    let isNamedByBytes = stem.utf8.count == 32 && stem.allSatisfy(\.isHexDigit)
    return isNamedByBytes && Fingerprint(of: bytes).digits != stem
      ? "was changed after it was added" : nil
  }
}

extension LibraryFinding {
  static func inPlace(_ path: String, _ reason: String, _ rest: String) -> LibraryFinding {
    LibraryFinding(
      path: path, description: "\(path) \(reason): left in place; \(rest)", state: .leftInPlace)
  }
}

extension Folder {
  /// Names of files that were set aside and not looked through since.
  func damagedNames() -> [String]? {
    try? names().filter { $0.contains(".damaged-") }
  }
}
