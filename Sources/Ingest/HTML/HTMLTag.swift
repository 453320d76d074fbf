internal import CGumbo
import RejoinderCore

/// The name of an element.
struct HTMLTag: Sendable, Hashable {
  let rawValue: UInt16

  init(_ tag: GumboTag) {
    rawValue = UInt16(truncatingIfNeeded: tag.rawValue)
  }

  private init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// Stands for a piece of text.
  static let text = HTMLTag(rawValue: .max)

  static let a = HTMLTag(GUMBO_TAG_A)
  static let address = HTMLTag(GUMBO_TAG_ADDRESS)
  static let article = HTMLTag(GUMBO_TAG_ARTICLE)
  static let aside = HTMLTag(GUMBO_TAG_ASIDE)
  static let base = HTMLTag(GUMBO_TAG_BASE)
  static let blockquote = HTMLTag(GUMBO_TAG_BLOCKQUOTE)
  static let body = HTMLTag(GUMBO_TAG_BODY)
  static let br = HTMLTag(GUMBO_TAG_BR)
  static let caption = HTMLTag(GUMBO_TAG_CAPTION)
  static let cite = HTMLTag(GUMBO_TAG_CITE)
  static let dd = HTMLTag(GUMBO_TAG_DD)
  static let div = HTMLTag(GUMBO_TAG_DIV)
  static let dt = HTMLTag(GUMBO_TAG_DT)
  static let figcaption = HTMLTag(GUMBO_TAG_FIGCAPTION)
  static let figure = HTMLTag(GUMBO_TAG_FIGURE)
  static let footer = HTMLTag(GUMBO_TAG_FOOTER)
  static let form = HTMLTag(GUMBO_TAG_FORM)
  static let h1 = HTMLTag(GUMBO_TAG_H1)
  static let h6 = HTMLTag(GUMBO_TAG_H6)
  static let head = HTMLTag(GUMBO_TAG_HEAD)
  static let header = HTMLTag(GUMBO_TAG_HEADER)
  static let hr = HTMLTag(GUMBO_TAG_HR)
  static let html = HTMLTag(GUMBO_TAG_HTML)
  static let input = HTMLTag(GUMBO_TAG_INPUT)
  static let label = HTMLTag(GUMBO_TAG_LABEL)
  static let li = HTMLTag(GUMBO_TAG_LI)
  static let link = HTMLTag(GUMBO_TAG_LINK)
  static let main = HTMLTag(GUMBO_TAG_MAIN)
  static let meta = HTMLTag(GUMBO_TAG_META)
  static let nav = HTMLTag(GUMBO_TAG_NAV)
  static let ol = HTMLTag(GUMBO_TAG_OL)
  static let option = HTMLTag(GUMBO_TAG_OPTION)
  static let p = HTMLTag(GUMBO_TAG_P)
  static let pre = HTMLTag(GUMBO_TAG_PRE)
  static let q = HTMLTag(GUMBO_TAG_Q)
  static let script = HTMLTag(GUMBO_TAG_SCRIPT)
  static let section = HTMLTag(GUMBO_TAG_SECTION)
  static let select = HTMLTag(GUMBO_TAG_SELECT)
  static let sup = HTMLTag(GUMBO_TAG_SUP)
  static let table = HTMLTag(GUMBO_TAG_TABLE)
  static let td = HTMLTag(GUMBO_TAG_TD)
  static let textarea = HTMLTag(GUMBO_TAG_TEXTAREA)
  static let th = HTMLTag(GUMBO_TAG_TH)
  static let time = HTMLTag(GUMBO_TAG_TIME)
  static let title = HTMLTag(GUMBO_TAG_TITLE)
  static let tr = HTMLTag(GUMBO_TAG_TR)
  static let ul = HTMLTag(GUMBO_TAG_UL)

  /// 1 to 6 for headings.
  var headingLevel: Int? {
    rawValue >= Self.h1.rawValue && rawValue <= Self.h6.rawValue
      ? Int(rawValue - Self.h1.rawValue) + 1 : nil
  }

  /// Elements whose text no reader sees.
  var isInvisible: Bool { rawValue < 256 && Self.invisible[Int(rawValue)] }

  /// Elements that begin on a line of their own.
  var isBlock: Bool { rawValue < 256 && Self.blocks[Int(rawValue)] }

  private static let invisible = table(of: [
    GUMBO_TAG_HEAD, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
    GUMBO_TAG_SVG, GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED, GUMBO_TAG_VIDEO,
    GUMBO_TAG_AUDIO, GUMBO_TAG_CANVAS, GUMBO_TAG_SELECT, GUMBO_TAG_BUTTON, GUMBO_TAG_TEXTAREA,
    GUMBO_TAG_INPUT, GUMBO_TAG_TITLE, GUMBO_TAG_RP, GUMBO_TAG_RT, GUMBO_TAG_MAP, GUMBO_TAG_NOFRAMES,
    GUMBO_TAG_DATALIST, GUMBO_TAG_PROGRESS, GUMBO_TAG_METER,
  ])

  private static let blocks = table(of: [
    GUMBO_TAG_HTML, GUMBO_TAG_BODY, GUMBO_TAG_ARTICLE, GUMBO_TAG_SECTION, GUMBO_TAG_NAV,
    GUMBO_TAG_ASIDE, GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5,
    GUMBO_TAG_H6, GUMBO_TAG_HGROUP, GUMBO_TAG_HEADER, GUMBO_TAG_FOOTER, GUMBO_TAG_ADDRESS,
    GUMBO_TAG_P, GUMBO_TAG_HR, GUMBO_TAG_PRE, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_OL, GUMBO_TAG_UL,
    GUMBO_TAG_LI, GUMBO_TAG_DL, GUMBO_TAG_DT, GUMBO_TAG_DD, GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION,
    GUMBO_TAG_MAIN, GUMBO_TAG_DIV, GUMBO_TAG_TABLE, GUMBO_TAG_CAPTION, GUMBO_TAG_TBODY,
    GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT, GUMBO_TAG_TR, GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_FORM,
    GUMBO_TAG_FIELDSET, GUMBO_TAG_LEGEND, GUMBO_TAG_DETAILS, GUMBO_TAG_SUMMARY, GUMBO_TAG_CENTER,
    GUMBO_TAG_MENU, GUMBO_TAG_DIR, GUMBO_TAG_LISTING, GUMBO_TAG_XMP, GUMBO_TAG_PLAINTEXT,
  ])

  private static func table(of tags: [GumboTag]) -> [Bool] {
    var table = Array(repeating: false, count: 256)
    for tag in tags where tag.rawValue < 256 { table[Int(tag.rawValue)] = true }
    return table
  }
}

extension HTMLTag {
  /// Elements that set words apart, and how.
  static let spans: [HTMLTag: TextSpan.Kind] = {
    let kinds: [(TextSpan.Kind, [GumboTag])] = [
      (.emphasis, [GUMBO_TAG_EM, GUMBO_TAG_I, GUMBO_TAG_CITE, GUMBO_TAG_VAR, GUMBO_TAG_DFN]),
      (.strong, [GUMBO_TAG_STRONG, GUMBO_TAG_B]),
      (.code, [GUMBO_TAG_CODE, GUMBO_TAG_KBD, GUMBO_TAG_SAMP, GUMBO_TAG_TT]),
      (.struck, [GUMBO_TAG_DEL, GUMBO_TAG_S, GUMBO_TAG_STRIKE]),
    ]
    var table: [HTMLTag: TextSpan.Kind] = [:]
    for (kind, tags) in kinds {
      for tag in tags { table[HTMLTag(tag)] = kind }
    }
    return table
  }()
}
