/// Finds where an anchored quotation now lies in `text`.
///
/// Its own words at the recorded place win, then the same words elsewhere, then similar ones. Of
/// several places the one with the fewest errors and the best matching context is taken. A weak best
/// match is reported as orphaned, and so are places that cannot be told apart, with these as
/// candidates: a missing highlight misleads less than a wrong one.
///
/// - Parameters:
///   - anchor: The quotation, its context and its position when it was made.
///   - text: The essay's canonical text; offsets are UTF-8 bytes.
/// - Returns: The passage and how it was found, or `.orphaned`.
public func resolve(_ anchor: Anchor, in text: EssayText) -> AnchorResolution {
  resolve([anchor], in: text).first ?? .orphaned(candidates: [])
}

/// Finds many anchors in one text, in the order given.
///
/// The text is read a few times in all, however many anchors there are; use this rather than single
/// calls wherever a whole essay's records are placed.
public func resolve(_ anchors: [Anchor], in text: EssayText) -> [AnchorResolution] {
  var resolutions: [AnchorResolution] = []
  resolutions.reserveCapacity(anchors.count)
  var index = SeedIndex()
  var searches: [(slot: Int, search: QuotationSearch)] = []
  for (slot, anchor) in anchors.enumerated() {
    var search = QuotationSearch(anchor)
    let unmoved = search.standsUnmoved(in: text.utf8)
    resolutions.append(unmoved ? .exact(anchor.position) : .orphaned(candidates: []))
    if !unmoved, !anchor.quote.isEmpty {
      search.plantSeeds(in: &index)
      searches.append((slot, search))
    }
  }
  guard !searches.isEmpty else { return resolutions }
  index.scan(text.utf8)
  for (slot, search) in searches {
    resolutions[slot] = search.resolution(in: text.utf8, index)
  }
  return resolutions
}
