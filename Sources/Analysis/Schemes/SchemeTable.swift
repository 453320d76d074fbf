/// The argument schemes: surface cues, critical questions, reference. The only place where they stand;
/// described in own words after Walton, Reed and Macagno, Argumentation Schemes (2008), whose chapter 9
/// is the compendium that the references mean.
///
/// Code and no data file, because reading one took longer than drawing the first page.
extension Scheme {
  static let table: [Scheme] = calls + causes + cases + sources + persons + words + generalQuestions

  static func compendium(_ scheme: String) -> String {
    "Walton, Reed & Macagno 2008, ch. 9: " + scheme
  }
}
