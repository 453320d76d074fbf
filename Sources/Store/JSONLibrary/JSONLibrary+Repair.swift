import Glibc
import RejoinderCore

extension JSONLibrary {
  public func repair() throws(LibraryError) -> LibraryReport {
    var report = LibraryReport()
    guard let root = try openRoot() else {
      report.exists = false
      return report
    }
    try removeObstacles(in: root, &report)
    for name in try essayNames(in: root, &report) {
      guard let id = EssayID(name) else { continue }
      try withLock(name) { (root: borrowing Folder) throws(LibraryError) in
        guard let folder = try openEssay(id, in: root) else { return }
        try repairEssay(in: folder, &report)
      }
    }
    if let essays = try? root.folder("essays") { try? removeLeftovers(in: essays) }
    let before = try check()
    report.findings += before.findings.filter { finding in
      !report.findings.contains { $0.path == finding.path }
    }
    try renewPointers(&report)
    return report
  }

  /// Moves aside what keeps the store from being written. Links are left: somebody may want them.
  private func removeObstacles(
    in root: borrowing Folder, _ report: inout LibraryReport
  ) throws(LibraryError) {
    for obstacle in obstacles(in: root) {
      let path = obstacle.finding.path
      let place: String
      do throws(SystemError) {
        if let inner = obstacle.folder {
          place = try root.folder(inner).settle(obstacle.name)
        } else {
          guard root.status(of: obstacle.name).isRegular else { continue }
          place = try root.settle(obstacle.name)
        }
      } catch {
        throw error.writingFailed("cannot move it out of the way", path, kept: "it is left there")
      }
      report.findings.append(
        .restored(path, "stood in the way", "it was moved to \(place)"))
    }
  }

  private func repairEssay(
    in folder: borrowing Folder, _ report: inout LibraryReport
  ) throws(LibraryError) {
    var reading = EssayReading(repairs: true, trustsSums: true)
    let records = reading.records(in: folder)
    reading.lookThroughRevisions(in: folder)
    report.essays += 1
    report.findings += reading.findings
    defer { report.records += records.annotations.count + records.replies.count }
    guard !reading.isReadOnly else { return }
    if storedEssayFile(in: folder) == nil, let file = rebuiltEssayFile(in: folder) {
      try save(file, as: "essay.json", in: folder, "cannot save what is known of the essay")
      report.findings.append(
        .restored(
          folder.path(of: "essay.json"), "was made again from the stored copy of the text",
          "title and author come back when the essay is next opened"))
    }
    for fault in derivedFaults(in: folder) where fault.finding.state == .leftInPlace {
      try settleDerived(fault, in: folder, &report)
    }
    try salvage(in: folder, records, &report)
  }

  // MARK: Files that can be made again

  /// Sets a damaged layout or previous revision aside: all of them can be done without.
  private func settleDerived(
    _ fault: DerivedFault, in folder: borrowing Folder, _ report: inout LibraryReport
  ) throws(LibraryError) {
    guard !fault.name.hasSuffix(".txt") else { return }
    let path = fault.finding.path
    let place: String
    do throws(SystemError) {
      place =
        if let inner = fault.folder {
          try folder.folder(inner).settle(fault.name)
        } else {
          try folder.settle(fault.name)
        }
    } catch {
      throw error.writingFailed("cannot set a damaged file aside", path, kept: "it is left there")
    }
    report.findings.append(.restored(path, "was damaged", "it was set aside as \(place)"))
  }

  /// What the text itself and the pointers to it tell of an essay.
  private func rebuiltEssayFile(in folder: borrowing Folder) -> EssayFile? {
    for name in (try? folder.names()) ?? [] where name.hasSuffix(".txt") {
      guard case .bytes(let bytes)? = try? folder.contents(of: name) else { continue }
      let fingerprint = Fingerprint(of: bytes)
      guard fingerprint.digits + ".txt" == name else { continue }
      let keys = sourceKeys(of: folder.path)
      let source = keys.lazy.compactMap { EssaySource(key: $0) }.first ?? .standardInput
      let essay = Essay(
        metadata: EssayMetadata(source: source), text: EssayText(canonical: bytes))
      return EssayFile(essay, fingerprint: fingerprint, sourceKeys: keys, added: .zero)
    }
    return nil
  }

  private func sourceKeys(of path: String) -> [String] {
    let essay = path.split(separator: "/").last.map(String.init)
    guard let root = try? openRoot(), let folder = try? root.folder("sources"),
      let names = try? folder.names()
    else { return [] }
    var keys: [String] = []
    for name in names where name.hasSuffix(".json") {
      guard let pointer = try? pointer(name, in: "sources", of: root), pointer.essay == essay,
        let key = pointer.key
      else { continue }
      keys.append(key)
    }
    return keys
  }

  /// Pointers are an index: damaged ones go, and those that lead to an essay are written again.
  private func renewPointers(_ report: inout LibraryReport) throws(LibraryError) {
    try withLock("pointers") { (root: borrowing Folder) throws(LibraryError) in
      for name in ["sources", "texts"] {
        for (path, _) in pointerFaults(in: name, of: root) {
          let file = String(path.split(separator: "/").last ?? "")
          do throws(SystemError) {
            _ = try root.folder(name).settle(file)
          } catch {
            throw error.writingFailed("cannot set a pointer aside", path, kept: "it is left there")
          }
        }
      }
      for name in try essayNames(in: root, &report) {
        guard let id = EssayID(name), let folder = try openEssay(id, in: root),
          let file = storedEssayFile(in: folder)
        else { continue }
        for key in file.sourceKeys where try pointer(ofKey: key, in: root) == nil {
          try save(
            pointer: PointerFile(essay: name, key: key), Fingerprint(of: key).digits + ".json",
            in: "sources", of: root)
        }
        if file.fingerprint != name,
          try pointer(file.fingerprint + ".json", in: "texts", of: root) == nil
        {
          try save(
            pointer: PointerFile(essay: name), file.fingerprint + ".json", in: "texts", of: root)
        }
      }
    }
  }

  private func pointer(
    ofKey key: String, in root: borrowing Folder
  ) throws(LibraryError) -> PointerFile? {
    try pointer(Fingerprint(of: key).digits + ".json", in: "sources", of: root)
  }
}

extension LibraryFinding {
  static func restored(_ path: String, _ what: String, _ rest: String) -> LibraryFinding {
    LibraryFinding(path: path, description: "\(path) \(what): \(rest)", state: .restored)
  }
}

extension Folder {
  /// Moves a file out of the way that was looked through, or that holds nothing of the reader's.
  ///
  /// - Returns: Its new name.
  func settle(_ name: String) throws(SystemError) -> String {
    let stem =
      name.firstRange(of: ".damaged-").map { String(name[..<$0.lowerBound]) } ?? name
    let place = try freeName(for: stem, after: ".salvaged-")
    try rename(name, to: place)
    return place
  }
}
