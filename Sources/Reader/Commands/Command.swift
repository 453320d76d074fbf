/// Everything that a reader can tell the program to do.
public enum Command: Sendable, Hashable {
  // Moving through the essay.
  case lineDown, lineUp, pageDown, pageUp, halfPageDown, halfPageUp, start, end, percent
  case nextClaim, previousClaim, nextSentence, previousSentence, nextParagraph, previousParagraph
  case showFocus
  case search, nextMatch, previousMatch
  // Moving through a note, a list, the help.
  case nextItem, previousItem, firstItem, lastItem, nextItems, previousItems
  case enterMargin, leaveMargin, unfold
  case scrollHelpDown, scrollHelpUp
  // Deciding about claims.
  case accept, reject, retype, markClaim, note
  case showMore, showFewer
  case undo, redo
  // Selecting.
  case selectCharacters, selectSentences, cancelSelection, swapSelectionEnds
  case characterRight, characterLeft, wordForward, wordBackward, wordEnd, rowStart, rowEnd
  // Counterarguments.
  case addCounterargument, edit, delete, pin, rateUp, rateDown, dismiss
  // Answering.
  case reply, newReply, copy, copyReply, write
  case leaveComposer, nextDraft, previousDraft, deleteDraft, changeAttack, externalEditor
  /// One of the text editor's own.
  case editing(EditorCommand)
  // Bringing back.
  case revisions, composerRevisions, deleted, orphans, attach, restore, closeRecords
  // The program.
  case commandLine, composerCommandLine, help, composerHelp, layout, library, open
  case stop, reload, readingList, nextEssay, previousEssay
  case comments, references
  case redraw, suspend, quit
  case outline, goToStatement, closeOutline
  case acceptPrompt, cancelPrompt, complete, typedBefore, typedAfter, closeHelp, closeLibrary

  /// Whether it belongs to the typing of a text.
  var isEditing: Bool {
    if case .editing = self { return true }
    return false
  }
}
