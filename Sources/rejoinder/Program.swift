internal import ArgumentParser

/// The process: everything that a command prints or fails with leaves through here.
@main
enum Program {
  static func main() {
    Process.surviveFileLimits()
    do {
      if let subject = ReadCommand.Subject(plain: CommandLine.arguments.dropFirst()) {
        return try ReadCommand.read(subject, store: nil)
      }
      var command = try RejoinderCommand.parseAsRoot(Words.verbFirst(CommandLine.arguments))
      try command.run()
    } catch let failure as Failure {
      failure.leave()
    } catch {
      leave(with: error)
    }
  }

  /// Help and version asked for are answers and go to standard output; everything else that the
  /// parser says is wrong usage.
  private static func leave(with error: any Error) -> Never {
    if RejoinderCommand.exitCode(for: error).isSuccess {
      var output = Output()
      output.line(RejoinderCommand.fullMessage(for: error))
      do {
        try output.finish()
      } catch {
        error.leave()
      }
      Failure.exit(.done)
    }
    if let failure = Failure(describing: error) { failure.leave() }
    var message = RejoinderCommand.message(for: error).split(whereSeparator: \.isNewline)
      .joined(separator: " ")
    if message.hasSuffix(".") { message.removeLast() }
    Failure(.usage, "wrong usage: \(message); rejoinder --help shows what there is").leave()
  }
}
