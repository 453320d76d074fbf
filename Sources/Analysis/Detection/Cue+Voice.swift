/// Words and turns of phrase by which ``Voice`` tells who speaks.
extension Cue {
  // MARK: Others

  /// Openings after which a view of others is given.
  static let othersOpening = Cue([
    "we are told", "we are often told", "we are always told", "we were told", "i am told",
    "you will hear", "one hears that", "it is said", "it is often said", "it is sometimes said",
    "it is argued", "it is often argued", "it is sometimes argued", "it is claimed",
    "there are those who", "there are some who", "there are people who",
    "it will be said", "it may be said", "it can be said", "it will be objected",
    "it may be objected", "it can be objected", "it may be argued", "it can be argued",
    "it could be argued", "it might be argued", "it will be argued",
    "it is often claimed", "the argument goes", "the argument runs", "the story goes",
    "the usual reply", "the usual answer", "the usual objection", "the usual argument",
    "the usual defence", "the usual defense", "the standard reply", "the standard answer",
    "the stock reply", "the objection is that", "the argument is that", "the claim is that",
    "the theory is that", "their argument is", "their answer is", "their reply is",
    "their claim is", "the common view", "the conventional wisdom", "conventional wisdom",
    "would have us believe", "would have you believe", "in their view", "in his view",
    "in her view", "in the eyes of", "own telling", "according to", "in the words of",
  ])
  static let passiveReport = Cue([
    "we are told", "it is said", "it is argued", "it is claimed", "argument goes", "story goes",
    "argument runs",
  ])
  /// Those to whom a view is given that the author need not share.
  static let camps = hashes(
    """
    some many most others they critics opponents supporters proponents skeptics sceptics defenders \
    advocates champions enthusiasts apologists detractors doubters optimists pessimists campaigners \
    experts economists commentators pundits officials ministers lobbyists those people purists \
    traditionalists reformers
    """)
  /// May stand between them and their verb.
  static let betweenCampAndVerb = hashes(
    "will would may might could can often always still also sometimes then now even do of have them us"
  )
  /// Verbs that give a view when one of those is their subject, or hardly ever do anything else.
  static let holding = hashes(
    """
    say says said argue argues argued claim claims claimed contend contends contended insist insists \
    insisted warn warns warned object objects objected complain complains complained fear fears \
    feared worry worries believe believes believed think thinks suggest suggests tell tells told add \
    adds added reply replies replied answer answers call calls promise promises promised assert \
    asserts maintain maintains see sees prefer hope hopes feel protest point
    """)
  /// These are the author's as often as not, unless a camp is their subject.
  static let oftenThinking = hashes(
    """
    believe believes believed think thinks suggest suggests see sees prefer hope hopes feel answer \
    answers maintain maintains point protest called asked asks fears feared worries
    """)
  /// After a plural that opens the sentence: "Shopkeepers fear for their trade".
  static let feeling = hashes("fear worry hope believe think feel complain object")
  static let feelingObjects = hashes("that for about it")
  static let believing = hashes("believe believes believed think thinks thought")
  /// Nouns as often as verbs.
  static let oftenNouns = hashes(
    "states claims claim notes fear worry object objects promise promises reply call calls stated")
  static let noReportAfter = hashes(
    "to be been being can could cannot let not never and or that who history experience evidence")
  static let noReportBefore = hashes("for of nothing little more less")
  static let inverted = hashes("says said argues argued warns warned insists insisted writes wrote")
  static let answering = hashes("but yet although though")

  // MARK: Duty

  static let duties = hashes("must should ought mustn't shouldn't needn't")
  static let needing = hashes("need needs has have")
  /// By which an author says that a view is theirs.
  static let declaring = Cue([
    "i think", "i believe", "i am convinced", "i would argue", "i argue", "i propose", "i suggest",
    "i say", "i contend", "i maintain", "in my view", "in my opinion", "my view is", "my point is",
    "my argument is", "we believe", "we think", "we argue", "it seems to me", "i don't think",
    "i do not think", "i don't believe", "i do not believe",
  ])
  static let callingOpening = Cue([
    "it is time to", "it is time for", "it is time that", "it is time we", "it's time to",
    "it is high time", "the time has come to", "let us", "let's",
  ])
  static let admitting = hashes(
    "admit admitted confess confessed concede conceded said added acknowledge granted")
  static let admitters = hashes("we one it you")
  static let subordinators = hashes("if when unless until because where whether why how what than")

  // MARK: General claims

  static let generalizing = hashes("a an no every nobody everyone everybody people whoever anyone")
  static let determiners = hashes("a an the merely just only")

  // MARK: Leading on

  static let leading = Cue([
    "there is also the question", "there is the question", "there is also the matter",
    "there is the matter", "there remains the question", "there remains the matter",
    "there is still the question", "there is still the matter", "there is also the issue",
    "there is the issue", "then there is", "then there are", "then comes the", "that leaves",
    "which leaves", "so much for", "which brings us", "which brings me", "that brings us",
    "that brings me", "this brings us", "this brings me", "this raises", "that raises",
    "which raises", "here is", "here are", "here's", "let us look", "let us begin", "let us start",
    "let us turn", "let us consider", "let us take", "let us return", "let me begin",
    "let me start",
    "let me turn", "let me explain", "let me return", "let's look", "let's begin", "let's start",
    "let's consider", "let's take", "i will take", "i will come", "i will return", "i shall return",
    "i want to begin", "we will come", "we shall come", "we now turn", "i now turn", "i turn to",
    "now to the", "now for the", "consider the", "consider a", "take the", "take a",
    "begin with", "start with", "it is worth asking", "it is worth looking", "it is worth noting",
    "it is worth remembering", "more of that", "more on that", "back to the", "this much is",
    "the question is", "the question then", "the next question", "another question",
  ])
  /// Announces how many things are to come.
  static let counting = Cue(
    ["two", "three", "four", "several", "some"].flatMap { number in
      ["things", "reasons", "points", "questions", "objections", "answers", "facts"]
        .map { "\(number) \($0)" }
    })
  static let boilerplate = Cue([
    "filed under", "posted in", "tagged with", "all rights reserved", "rights reserved",
    "first published in", "first appeared in", "originally appeared", "originally published",
    "this article was", "this column was", "this essay was", "this piece was", "sign up for",
    "sign up to", "subscribe to our", "subscribe now", "our newsletter", "views expressed",
    "opinions expressed", "the author is", "the writer is", "the author of this",
    "the writer teaches", "the author teaches", "is a columnist", "follow us on", "follow me on",
    "read more", "read next", "share this article", "letters to the editor", "leave a comment",
    "leave a reply", "photo by", "image credit",
  ])
  static let backwards = hashes("it they them their he she his her its these those")
  static let conceding = Cue([
    "it is a fair", "that is a fair", "this is a fair", "fair enough", "that may be",
    "of course", "no doubt", "to be sure", "it is true", "granted", "admittedly", "certainly",
    "true", "to be fair", "naturally",
  ])

  static let that = WordHash.of("that".utf8)
  static let to = WordHash.of("to".utf8)
  static let no = WordHash.of("no".utf8)
  static let which = WordHash.of("which".utf8)
  static let who = WordHash.of("who".utf8)
  static let it = WordHash.of("it".utf8)
  static let i = WordHash.of("i".utf8)
}
