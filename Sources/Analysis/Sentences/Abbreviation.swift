/// What a full stop after a word may mean.
enum Abbreviation: Sendable, Hashable {
  /// Always followed by more of the sentence: "Dr.", "vs."
  case open
  /// Ends a sentence only before a word that often begins one: "Inc.", "Jr.", "Calif."
  case closing
  /// An abbreviation only before a number: "No.", "p."
  case beforeNumber
  /// Before a number always, else as ``closing``: "Jan.", "Mon."
  case month

  /// - Parameter isCapitalized: Whether the word begins with a capital; names are abbreviated so.
  init?(_ word: PackedWord, isCapitalized: Bool) {
    if Self.anyCase.contains(word) {
      self = .open
    } else if Self.numbered.contains(word) {
      self = .beforeNumber
    } else if !isCapitalized, Self.measures.contains(word) {
      self = .beforeNumber
    } else if Self.firms.contains(word) {
      self = .closing
    } else if isCapitalized, Self.titles.contains(word) {
      self = .open
    } else if isCapitalized, Self.months.contains(word) {
      self = .month
    } else if isCapitalized, Self.places.contains(word) {
      self = .closing
    } else {
      return nil
    }
  }

  private static let anyCase = PackedWord.words("v vs cf viz approx ca eg ie mr mrs ms messrs")
  private static let numbered = PackedWord.words(
    "no nos p pp vol vols fig figs art arts sec secs ch para paras eq ver app")
  /// "5 ft. 3 in.", "6 lb. 2 oz."
  private static let measures = PackedWord.words("ft lb lbs hrs")
  private static let firms = PackedWord.words(
    "inc corp co ltd bros jr sr al dept univ assn ave blvd rd est govt plc esq et")
  private static let titles = PackedWord.words(
    """
    dr prof gen sen rep gov lt col capt sgt rev hon pres adm maj cmdr cdr supt insp fr mme mlle \
    sens reps gens profs drs atty amb min cpl pvt
    """)
  private static let months = PackedWord.words(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun")
  private static let places = PackedWord.words(
    """
    st mt ft calif mass conn pa fla va ill mich minn tex wash ore ariz colo ga la md mo miss tenn \
    ky ala ark okla kan neb nev wis wyo del ont que mont penn ind
    """)

  /// Words that begin sentences far more often than names.
  static let starters = PackedWord.words(
    """
    the it this that these those he she they we you i but and or so yet in on at for from if when \
    while as a an there here what why how who where which no not his her their our my its after \
    before since because although though even now then still perhaps such some many most all one \
    both each every with without by to just only more however instead indeed meanwhile moreover \
    nor once until whether let is are was were do does did has have had can could will would \
    should must maybe unless despite during under over critics experts nobody nothing neither none another \
    today tomorrow somebody someone everyone
    """)

  /// What follows an hour: "5 p.m. Monday", "10 a.m. EST", "8 p.m. Eastern".
  static let afterHour = PackedWord.words(
    """
    monday tuesday friday saturday sunday mon tue tues wed thu thurs fri sat sun est edt gmt utc \
    bst cet pst pdt eastern central pacific mountain january february march april may june july august october
    """)

  /// Verbs that attach a quotation to its speaker.
  static let speech = PackedWord.words(
    """
    said says asked asks wrote writes replied replies cried shouted added answered demanded \
    wondered exclaim told insisted argued declared
    """)
}
