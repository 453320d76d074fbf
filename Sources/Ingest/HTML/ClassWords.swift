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

  static func verdict(on names: some Collection<UInt8>) -> Verdict {
    var verdict: Verdict = []
    for name in names.split(whereSeparator: { $0 <= 0x20 }) {
      let words = words(of: name)
      if let first = words.first, negations.contains(first), words.count > 1 { continue }
      if words.count > 6 { continue }
      for (index, word) in words.enumerated() {
        if let found = table[word] { verdict.formUnion(found) }
        if index + 1 < words.count, let found = table[word + "-" + words[index + 1]] {
          verdict.formUnion(found)
        }
      }
      if words.count == 1, let found = whole[words[0]] { verdict.formUnion(found) }
    }
    return verdict
  }

  private static func words(of name: some Collection<UInt8>) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var wasLower = false
    for byte in name.prefix(80) {
      let isUpper = (0x41...0x5A).contains(byte)
      let isLetter = (0x61...0x7A).contains(byte | 0x20)
      if !isLetter || isUpper && wasLower {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
      }
      if isLetter { word.append(byte | 0x20) }
      wasLower = isLetter && !isUpper
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  private static let negations: Set<String> = [
    "has", "is", "no", "not", "with", "without", "wp", "js", "page", "single", "layout", "show",
  ]

  private static let table: [String: Verdict] = {
    let lists: [(Verdict, String)] = [
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
    return table(of: lists)
  }()

  /// Words that count only where they are the whole name.
  private static let whole: [String: Verdict] = table(of: [
    (.comments, "comment reviews"), (.furniture, "header search share legal foot skip"),
    (.byline, "date time info by"),
  ])

  private static func table(of lists: [(Verdict, String)]) -> [String: Verdict] {
    var table: [String: Verdict] = [:]
    for (verdict, words) in lists {
      for word in words.split(separator: " ") {
        table[String(word), default: []].formUnion(verdict)
      }
    }
    return table
  }
}
