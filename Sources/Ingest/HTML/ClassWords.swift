internal import RejoinderCore

/// What class names and identifiers say of an element.
///
/// Names are taken apart into words at hyphens, underscores and capitals, and pairs of words count
/// too: `related-posts`, `relatedPosts` and `related_posts` say the same.
enum ClassWords {
  struct Verdict: OptionSet, Sendable, Hashable {
    let rawValue: UInt16

    /// Nothing of the article.
    static let furniture = Verdict(rawValue: 1)
    /// What readers wrote, or the form for it.
    static let comments = Verdict(rawValue: 2)
    /// The article's own text.
    static let body = Verdict(rawValue: 4)
    /// One of perhaps several articles.
    static let article = Verdict(rawValue: 8)
    /// Author, date, place: left out where it is short.
    static let byline = Verdict(rawValue: 16)
    /// A summary above the text.
    static let standfirst = Verdict(rawValue: 32)
    /// One comment.
    static let comment = Verdict(rawValue: 64)
    /// Shown to no reader.
    static let hidden = Verdict(rawValue: 128)
    /// What a page says about itself before it lets anybody read, however long it is.
    static let consent = Verdict(rawValue: 256)
  }

  static func verdict(on names: ArraySlice<UInt8>) -> Verdict {
    var verdict: Verdict = []
    var index = names.startIndex
    while index < names.endIndex {
      if names[index] <= 0x20 {
        index += 1
        continue
      }
      let start = index
      while index < names.endIndex, names[index] > 0x20 { index += 1 }
      verdict.formUnion(Self.verdict(onName: names[start..<index]))
    }
    return verdict
  }

  private static func verdict(onName name: ArraySlice<UInt8>) -> Verdict {
    var verdict: Verdict = []
    var count = 0
    var isNegated = false
    var single: Verdict = []
    var word = FNV1a()
    // The word with the one before it.
    var pair = FNV1a()
    var hasLetters = false
    var wasLower = false

    func endWord() {
      guard hasLetters else { return }
      let known = Meaning(table[word])
      verdict.formUnion(known.verdict)
      if count == 0 {
        isNegated = known.negates
        single = known.verdictAlone
      } else {
        verdict.formUnion(Meaning(table[pair]).verdict)
      }
      count += 1
      pair = word
      pair.append(UInt8(ascii: "-"))
      word = FNV1a()
      hasLetters = false
    }

    for byte in name.prefix(80) {
      let isUpper = (0x41...0x5A).contains(byte)
      let isLetter = (0x61...0x7A).contains(byte | 0x20)
      if !isLetter || isUpper && wasLower { endWord() }
      if isLetter {
        word.append(byte | 0x20)
        pair.append(byte | 0x20)
        hasLetters = true
      }
      wasLower = isLetter && !isUpper
    }
    endWord()
    if count > 6 || isNegated && count > 1 { return [] }
    return count == 1 ? verdict.union(single) : verdict
  }

  /// What a word or a pair of words means, as the table keeps it.
  private struct Meaning {
    var verdict: Verdict
    /// Where it is the whole name.
    var verdictAlone: Verdict
    /// Whether a name that begins with it says nothing.
    var negates: Bool

    init(_ packed: Int) {
      verdict = Verdict(rawValue: UInt16(truncatingIfNeeded: packed))
      verdictAlone = Verdict(rawValue: UInt16(truncatingIfNeeded: packed >> 16))
      negates = packed >> 32 != 0
    }

    var packed: Int {
      Int(verdict.rawValue) | Int(verdictAlone.rawValue) << 16 | (negates ? 1 << 32 : 0)
    }
  }

  private static let negations: StaticString =
    "has is no not with without wp js page single layout show"

  private static let table: WordTable = {
    var table = WordTable(capacity: 512)
    func enter(_ words: StaticString, _ change: (inout Meaning) -> Void) {
      words.withUTF8Buffer { bytes in
        for word in bytes.split(separator: 0x20) {
          let hash = FNV1a(word)
          var meaning = Meaning(table[hash])
          change(&meaning)
          table[hash] = meaning.packed
        }
      }
    }
    for (verdict, words) in lists { enter(words) { $0.verdict.formUnion(verdict) } }
    for (verdict, words) in whole { enter(words) { $0.verdictAlone.formUnion(verdict) } }
    enter(negations) { $0.negates = true }
    return table
  }()

  private static let lists: [(Verdict, StaticString)] = [
    (
      .furniture,
      """
      share shares sharing sharebar sharedaddy sharethis social socials addtoany addthis related \
      relatedposts recommended recommendations recommendation recirc recirculation outbrain \
      taboola trending popular mostread most-read most-popular more-stories more-posts more-from \
      more-articles more-on also-read read-next up-next sidebar sidebars rail widget widgets \
      newsletter newsletters subscribe subscription signup sign-up optin ad ads advert adverts advertisement advertising adsense sponsor sponsored promo \
      promos promoted promotion banner breadcrumb breadcrumbs nav navigation navbar navbox \
      navlinks menu menus submenu pagination pager prev-next post-nav footer colophon masthead \
      toolbar topbar tags taglist tagcloud tag-list tag-cloud categories category-list catlinks \
      toc table-of popup modal overlay skip-link skip-to donate donation paywall login register \
      searchform search-form infobox hatnote ambox editsection mw-editsection noprint printfooter \
      sitenotice copyright disclaimer pullquote pull-quote related-links see-also-box jump-links \
      author-bio author-box about-author author-card bio reactions likes ratings rating feedback \
      teaser teasers readmore read-more post-tags entry-tags site-header site-footer page-header \
      page-footer credit credits carousel slider ticker callout cta call-to poll survey \
      print-only audio-player video-player media-player app-download download-app marketing \
      metadata reading-time progress-bar back-to language-switcher vcard-footer message-nav \
      thread-nav headerlink anchor-link permalink buttons button-row toast notice-bar announcement
      """
    ),
    (
      .comments,
      """
      comments commentlist comment-list comment-area comments-area comment-form commentform \
      respond disqus responses replies discussion-thread comment-section comment-thread \
      usercomments livefyre webmentions pingbacks trackbacks
      """
    ),
    (
      .body,
      """
      entry-content post-content article-content article-body post-body entry-body story-body \
      story-content story-text body-copy article-text post-text page-content blog-content \
      articlebody storybody postbody maincontent main-content mw-parser content-body \
      message-body post-entry rich-text richtext prose article-copy body-text bodytext
      """
    ),
    (
      .consent,
      """
      cookie cookies consent gdpr ccpa cmp qc-cmp onetrust didomi usercentrics cookiebot iubenda \
      truste sp-message cookielaw cookieconsent cc-window eu-cookie
      """
    ),
    (.article, "post hentry article story entry blogpost"),
    (
      .byline,
      """
      byline dateline meta postmeta entrymeta post-meta entry-meta article-meta author authors \
      published timestamp posted postdate pubdate date-header post-date entry-date kicker \
      eyebrow avatar authorship autor auteur autore rubrik kolumne
      """
    ),
    (.standfirst, "standfirst dek deck lede subtitle subhead subheading subheadline"),
    (.comment, "comment"),
    (
      .hidden,
      "screen-reader sr-only visually-hidden visuallyhidden offscreen a-hidden hidden invisible"
    ),
  ]

  /// Words that count only where they are the whole name.
  private static let whole: [(Verdict, StaticString)] = [
    (.comments, "comment reviews"), (.furniture, "header search share legal foot skip"),
    (.byline, "date time info by"),
  ]
}
