internal import Analysis
internal import Delivery
public import Reader
public import RejoinderCore
public import Runtime
public import Store
internal import Synchronization
public import TerminalKit

/// Carries out effects with the real library, analysis and destinations.
///
/// What concerns the library runs on one queue, in order, so that an essay is in the library before
/// its records are, and a later text of a draft never comes before an earlier one. Nothing on it waits
/// for a pipe or a host: each essay is read on a queue of its own. Analysis has queues of its own too.
public final class LiveRunner: EffectRunner {
  let library: any Library
  let mailbox: Mailbox
  let environment: SessionEnvironment
  let clock: @Sendable () -> Timestamp
  let open: OpenEssays
  private let records: WorkQueue
  private let analysis: WorkQueue
  private let details: WorkQueue
  private let lists: WorkQueue
  private let pages: WorkQueue
  private let sending: WorkQueue
  private let makeQueue: (String) -> WorkQueue
  /// Where essays are read that may still be on their way.
  private var readings: [Int: WorkQueue] = [:]
  private let analyzer = Analyzer()
  private let examiner: Examiner

  /// - Parameters:
  ///   - current: Reads the essay that the program was started with; called at most once.
  ///   - queue: Makes a queue for each kind of work.
  public init(
    library: any Library, mailbox: Mailbox, environment: SessionEnvironment,
    clock: @escaping @Sendable () -> Timestamp,
    current: PendingEssay?,
    queue: @escaping (String) -> WorkQueue = WorkQueue.background
  ) {
    makeQueue = queue
    self.library = library
    self.mailbox = mailbox
    self.environment = environment
    self.clock = clock
    open = OpenEssays(current: current)
    examiner = Examiner(analyzer)
    records = queue("rejoinder.records")
    analysis = queue("rejoinder.analysis")
    details = queue("rejoinder.details")
    lists = queue("rejoinder.lists")
    pages = queue("rejoinder.pages")
    sending = queue("rejoinder.sending")
  }

  public func finish() {
    open.cancel()
    for reading in readings.values { reading.wait() }
    readings = [:]
    sending.wait()
    records.wait()
  }

  public func pause() {
    records.wait()
  }

  /// Why there was nothing to show of the essay that was opened.
  var failure: (any Error)? { open.failure }

  /// For a session without a screen.
  func begin(_ effect: Effect) {
    begin(effect, on: nil)
  }

  public func run(_ effect: Effect, on terminal: any Terminal) {
    begin(effect, on: terminal)
  }

  private func begin(_ effect: Effect, on terminal: (any Terminal)?) {
    let mailbox = mailbox
    switch effect {
    case .load(let wanted, let request):
      load(wanted, request: request)
    case .stopLoading(let request):
      open.cancel(request)
    case .abandon(let request):
      open.abandon(request)
    case .follow(let request):
      open.cancel(before: request)
      let onChange = newsTeller()
      keep(about: request) { $0.follow(essay: request, onChange: onChange) }
    case .checkPage(let address, let request):
      let check = PageComparison(library: library, environment: environment)
      pages.begin { mailbox.post(.pageChecked(check.check(address), request: request)) }
    case .assess(let search, let request):
      let examiner = examiner
      let queue = search.paragraphs == nil ? analysis : details
      queue.begin { mailbox.post(examiner.assess(search, request: request)) }
    case .examine(let inquiry, let essay, let request):
      let examiner = examiner
      details.begin {
        mailbox.post(
          .examined(examiner.examine(inquiry, in: essay, request: request), request: request))
      }
    case .outline(let marking, let essay, let request, let revision):
      let analyzer = analyzer
      analysis.begin {
        mailbox.post(
          .outlined(
            analyzer.outline(of: marking, in: essay), request: request, revision: revision))
      }
    case .record(let annotations, let essay):
      keep(about: essay) { $0.record(annotations, essay: essay) }
    case .recordReply(let reply, let essay):
      keep(about: essay) { $0.record(reply, essay: essay) }
    case .recordPlace(let place, let essay):
      keep(about: essay) { $0.record(place, essay: essay) }
    case .lookForNews(let essay):
      keep(about: essay) { $0.news(essay: essay) }
    case .listRevisions(let reply, let essay):
      keep(about: essay) { $0.revisions(of: reply, essay: essay) }
    case .listLibrary:
      list { $0.list() }
    case .searchLibrary(let words):
      list { $0.list(matching: words) }
    case .offerToClipboard(let text, let reply):
      offer(text, reply: reply, on: terminal)
    case .write(let text, let path, let overwrite, let reply):
      let sending = Sending(environment: environment, clock: clock)
      self.sending.begin {
        mailbox.post(sending.write(text, to: path, overwrite: overwrite, reply: reply))
      }
    case .completePath(let path, let request):
      // A queue each: a folder on a host that does not answer holds up no other one.
      let home = environment.home
      makeQueue("rejoinder.names").begin {
        mailbox.post(.pathCompleted(FileNames.completion(of: path, home: home), request: request))
      }
    case .editExternally(let text, let record, let claims, let essay):
      // Once the draft is on disk, it is known which essay of the library it belongs to. That may take long,
      // and the screen stands still meanwhile.
      if open[essay]?.id == nil { records.wait() }
      let owner = open[essay]?.id.map { DraftOwner(essay: $0, record: record, claims: claims) }
      mailbox.post(edit(text, of: owner, on: terminal))
    case .setTimer, .ring, .redraw, .suspend, .quit:
      break
    }
  }

  /// Reads an essay on a queue of its own, whatever it waits for.
  private func load(_ wanted: EssayRequest, request: Int) {
    open.expect(request, isCurrent: wanted == .current)
    let loader = EssayLoader(
      library: library, open: open, clock: clock, environment: environment)
    let reading = makeQueue("rejoinder.reading")
    readings = readings.filter { open.isAwaited($0.key) }
    readings[request] = reading
    reading.begin { [mailbox, records] in
      let arrival = Result { try loader.read(wanted, request: request, post: mailbox.post) }
      records.begin {
        loader.deliver(arrival, of: wanted, request: request, post: mailbox.post)
      }
    }
  }

  /// Does something about an essay on the queue of records, once there is something of it.
  private func keep(
    about request: Int, _ work: @escaping @Sendable (Recorder) -> Message?
  ) {
    let recorder = Recorder(library: library, open: open, clock: clock)
    records.begin { [mailbox, open] in
      open.whenThere(request) {
        if let message = work(recorder) { mailbox.post(message) }
      }
    }
  }

  /// Lists essays after all that was to be kept before is there. A large library may take its time
  /// over its index, and no draft shall wait for that.
  private func list(_ work: @escaping @Sendable (Recorder) -> Message) {
    let recorder = Recorder(library: library, open: open, clock: clock)
    records.begin { [mailbox, lists] in lists.begin { mailbox.post(work(recorder)) } }
  }

  /// Looks for news of an essay on the queue of records, so that what this session has just written is
  /// none.
  private func newsTeller() -> @Sendable (Int) -> Void {
    let recorder = Recorder(library: library, open: open, clock: clock)
    return { [mailbox, records] request in
      records.begin {
        if let message = recorder.news(essay: request) { mailbox.post(message) }
      }
    }
  }

  // MARK: Destinations

  /// What an essay hides must not act where it is pasted either: often that is a shell.
  private func offer(_ text: String, reply: String?, on terminal: (any Terminal)?) {
    let text = text.visibleLines
    let sending = Sending(environment: environment, clock: clock)
    let multiplexer = Multiplexer(environment: environment.variables)
    if multiplexer == .tmux, environment.variable("TMUX") != nil {
      self.sending.begin { [mailbox] in mailbox.post(sending.loadTmuxBuffer(text, reply: reply)) }
      return
    }
    let offer = ClipboardOffer(text, through: multiplexer)
    terminal?.send(offer.sequence)
    mailbox.post(sending.delivered(.clipboard, offer.receipt, reply: reply))
  }

  private func edit(
    _ text: String, of owner: DraftOwner?, on terminal: (any Terminal)?
  ) -> Message {
    var result: Result<String, DeliveryError> = .success(text)
    terminal?.lend {
      result = ExternalEditor.run(
        text, command: environment.editor, folder: environment.editingFolder,
        owner: owner?.line)
    }
    switch result {
    case .success(let text): return .edited(text)
    case .failure(let error): return .failed(error.description)
    }
  }
}
