/// What stands before a plain text and tells its title, author and date.
struct PlainTextOpening {
  private(set) var title: String?
  private(set) var author: String?
  private(set) var date: String?
  /// The lines of the head that belong to the text.
  private(set) var lines: [Line]
  /// Where the text begins, in bytes; `nil` for the beginning of the input.
  private(set) var end: Int?
  /// Whether the text ends where Project Gutenberg's footer begins.
  private(set) var isFramed = false

  init(_ head: [Line], of bytes: [UInt8]) {
    lines = head
    if let mail = MailHeader(head, of: bytes) {
      (title, author, date) = (mail.title, mail.author, mail.date)
      lines = Array(head.dropFirst(mail.lineCount))
      end = mail.end
      return
    }
    if let frame = GutenbergFrame(head, of: bytes) {
      (title, author) = (frame.title, frame.author)
      lines = head.filter { $0.text.lowerBound > frame.start }
      end = frame.start
      isFramed = true
    }
    let front = FrontMatter(lines, of: bytes)
    title = title ?? front.title
    author = author ?? front.author
    date = front.date
    lines.removeFirst(front.lineCount)
    end = front.end ?? end
  }
}
