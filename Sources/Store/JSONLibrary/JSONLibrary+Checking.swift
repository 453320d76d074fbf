import Glibc
import RejoinderCore

extension JSONLibrary {
  public func check() throws(LibraryError) -> LibraryReport {
    var report = LibraryReport()
    guard let root = try openRoot() else { return report }
    for name in try essayNames(in: root, &report) {
      guard let id = EssayID(name), let folder = try openEssay(id, in: root) else { continue }
      var reading = EssayReading(repairs: false, trustsSums: true)
      let records = reading.records(in: folder)
      report.essays += 1
      report.records += records.annotations.count + records.replies.count
      report.findings += reading.findings
      report.findings += essayFindings(in: folder)
    }
    report.findings += pointerFindings(in: root) + packFindings(in: root)
    return report
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

  /// What is wrong with the files of an essay that hold no records of the reader's.
  func essayFindings(in folder: borrowing Folder) -> [LibraryFinding] {
    var findings: [LibraryFinding] = []
    if let file = storedEssayFile(in: folder) {
      if let finding = textFinding(of: file, in: folder) { findings.append(finding) }
      if let reason = fault(of: file.layoutName, in: folder, LayoutFile.self) {
        findings.append(
          .inPlace(folder.path(of: file.layoutName), reason, "paragraphs are parted without it"))
      }
    }
    findings += previousFault(of: "essay.json", in: folder, EssayFile.self)
    findings += previousFault(of: "annotations.json", in: folder, AnnotationFile.self)
    findings += previousFault(of: "place.json", in: folder, PlaceFile.self)
    findings += unsettled(in: folder)
    if let revisions = try? folder.folder("revisions"), let names = try? revisions.names() {
      for name in names where name.hasSuffix(".json") {
        if let reason = fault(of: name, in: revisions, RevisionFile.self) {
          findings.append(
            .inPlace(revisions.path(of: name), reason, "the reply itself is there"))
        }
      }
      findings += unsettled(in: revisions)
    }
    if let replies = try? folder.folder("replies"), let names = try? replies.names() {
      for name in names where name.hasSuffix(".json" + Folder.previous(of: "")) {
        let own = String(name.dropLast(Folder.previous(of: "").count))
        findings += previousFault(of: own, in: replies, ReplyFile.self)
      }
      findings += unsettled(in: replies)
    }
    findings += revisionFindings(in: folder)
    return findings
  }

  private func revisionFindings(in folder: borrowing Folder) -> [LibraryFinding] {
    guard let revisions = try? folder.folder("revisions"), let names = try? revisions.names() else {
      return []
    }
    var findings: [LibraryFinding] = []
    for name in names where name.hasSuffix(".json") {
      if let reason = fault(of: name, in: revisions, RevisionFile.self) {
        findings.append(
          .inPlace(revisions.path(of: name), reason, "the reply is there without its earlier texts")
        )
      }
    }
    return findings + unsettled(in: revisions)
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
  ) -> [LibraryFinding] {
    let previous = Folder.previous(of: name)
    return fault(of: previous, in: folder, type).map { reason in
      [.inPlace(folder.path(of: previous), reason, "it is only the revision before")]
    } ?? []
  }

  private func unsettled(in folder: borrowing Folder) -> [LibraryFinding] {
    (folder.damagedNames() ?? []).map { name in
      LibraryFinding(
        path: folder.path(of: name),
        description: "\(folder.path(of: name)) was set aside as damaged; repair looks through it",
        state: .unsettled)
    }
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
