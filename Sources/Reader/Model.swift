public import RejoinderCore
public import TerminalKit

/// The whole state of the application, a value. Only `update` changes it.
public struct Model: Sendable {
  public internal(set) var size: Size
  let keyMap: KeyMap

  public internal(set) var mode: Mode = .reading
  /// `nil` while the library is shown before any essay was opened.
  var reading: Reading?
  var composer: Composer?
  var prompt: Prompt?
  var typed = TypedLines()
  /// The number of the newest request for paths.
  var pathRequest = 0
  var help = HelpState()
  var library = LibraryList()
  var outline = OutlineList()
  /// Essays that were named together when the program was started.
  public internal(set) var list = ReadingList()
  /// Whether the list is shown where otherwise the library is.
  var showsList = false
  var records: RecordList?
  /// The reply whose revisions were asked for.
  var awaitedRevisions: String?
  /// The lost record that the reader is choosing a passage for.
  var attaching: String?
  /// When other sessions' changes were last looked for.
  var lookedForNews = Timestamp.zero
  var notes: NoteLayout = .margin
  var notice: Notice?
  /// See ``failure``.
  var lastFailure: String?
  /// A draft that was closed before the store had confirmed it.
  var leftDraft: String?
  /// Keys of an unfinished sequence.
  var pendingKeys: [Key] = []
  /// Digits typed before a command.
  var count: Int?
  var identifiers: IdentifierSource
  /// The number of the newest request for an essay; see ``Message``.
  var request = 0
  /// The request for another essay that is to replace the open one.
  var awaitedRequest: Int?
  var awaitedName = ""
  /// Its place in the reading list.
  var awaitedEntry: Int?
  /// Which part of the open text it is, and where the page shall stand in it.
  var awaitedPart: AwaitedPart?
  /// It has come and waits until it may take the open one's place.
  var arrival: LoadedEssay?
  /// Whether what the reader did to the open one was handed over for that.
  var isMakingWay = false
  /// How many bytes of analysis are asked for at once before the rest follows.
  static let assessedAtOnce = 256 * 1024

  /// A reader with an essay, or with a part of one.
  ///
  /// - Parameters:
  ///   - seed: Makes the identifiers of new records; must differ between sessions.
  ///   - place: Where the reader was the last time.
  ///   - list: Essays that were named together; without an essay it is shown first.
  public init(
    size: Size, keyMap: KeyMap, seed: UInt64, essay: Essay? = nil, place: ReadingPlace? = nil,
    list: ReadingList = ReadingList()
  ) {
    self.list = list
    showsList = !list.isEmpty
    self.size = size
    self.keyMap = keyMap
    identifiers = IdentifierSource(seed: seed)
    if let essay {
      reading = Reading(essay: essay, columns: geometry.text.count)
      if let place { restore(place) }
      prepareLayout()
    } else {
      mode = .library
    }
  }

  /// Whether an essay was opened of which nothing came.
  public var hasNothingToShow: Bool {
    reading.map { !$0.essay.isComplete && $0.text.paragraphs.isEmpty } ?? false
  }

  /// Whether answers are on their way that will change what is on the page.
  public var awaitsResults: Bool {
    guard let reading else { return false }
    return !reading.isAssessed || !reading.awaited.isEmpty || awaitsOutline
  }

  /// Whether what the margin says of the page's claims is on its way, a matter of a moment.
  public var awaitsNotes: Bool { reading?.awaited.isEmpty == false }

  var geometry: Geometry {
    Geometry(size: size, notes: notes, isComposing: composer != nil)
  }
}

/// A sentence for the reader in the status line; the next key takes it away.
struct Notice: Sendable, Hashable {
  var text: String
  var isError = false
}

/// Makes identifiers that no other session makes, from a seed: a value, so that tests can foresee
/// them.
struct IdentifierSource: Sendable, Hashable {
  private var numbers: SplitMix64
  /// What this session is called among those that change records.
  let session: String

  init(seed: UInt64) {
    numbers = SplitMix64(seed: seed)
    session = "s" + String(seed, radix: 16)
  }

  /// Sixteen hexadecimal digits after a letter that tells what they name.
  mutating func next(_ prefix: Character) -> String {
    "\(prefix)" + numbers.next().hexadecimal
  }
}
