private let essay: [Mode] = [.reading, .margin]
private let passages: [Mode] = [.reading, .margin, .selecting]
private let text: [Mode] = [.reading, .selecting]
private let lists: [Mode] = [.margin, .library, .records, .outline]
private let writing: [Mode] = [.composing]
private let typing: [Mode] = [.composing, .prompt, .help]

extension CommandEntry {
  /// Every command with its keys. Dispatch, `:` completion, the status line's hints, the help, the
  /// manual page and the README's key table all come from here.
  public static let table: [CommandEntry] = {
    let chapters = [
      moving, claims, counterarguments, selecting, answering, writingEntries, restoring, program,
    ]
    var table: [CommandEntry] = []
    // In one array at once: growing it would copy each entry several times before the first frame.
    table.reserveCapacity(chapters.reduce(0) { $0 + $1.count })
    for chapter in chapters { table += chapter }
    return table
  }()

  private static let moving: [CommandEntry] = [
    CommandEntry(
      .nextClaim, "next-claim", "]", "Go to the next claim", .moving, essay + [.outline],
      hint: "claim"),
    CommandEntry(
      .previousClaim, "previous-claim", "[", "Go to the claim before", .moving,
      essay + [.outline]),
    CommandEntry(.lineDown, "line-down", "j,Down,^E,^N", "Scroll one line on", .moving, text),
    CommandEntry(.lineUp, "line-up", "k,Up,^Y,^P", "Scroll one line back", .moving, text),
    CommandEntry(
      .pageDown, "page-down", "Space,PgDn,f,^F", "Go one page on", .moving, [.reading]),
    CommandEntry(.pageUp, "page-up", "b,PgUp,^B", "Go one page back", .moving, [.reading]),
    CommandEntry(.halfPageDown, "half-page-down", "^D", "Go half a page on", .moving, [.reading]),
    CommandEntry(.halfPageUp, "half-page-up", "^U", "Go half a page back", .moving, [.reading]),
    CommandEntry(
      .start, "start", "g,Home", "Go to the beginning; with a count, to the claim of that number",
      .moving, [.reading]),
    CommandEntry(
      .end, "end", "G,End", "Go to the end; with a count, to the claim of that number", .moving,
      [.reading]),
    CommandEntry(
      .percent, "percent", "%", "With a count, go that many percent into the essay", .moving,
      [.reading]),
    CommandEntry(.nextSentence, "next-sentence", ")", "Go to the next sentence", .moving, passages),
    CommandEntry(
      .previousSentence, "previous-sentence", "(", "Go to the sentence before", .moving, passages),
    CommandEntry(
      .nextParagraph, "next-paragraph", "}", "Go to the next paragraph", .moving, passages),
    CommandEntry(
      .previousParagraph, "previous-paragraph", "{", "Go to the paragraph before", .moving, passages
    ),
    CommandEntry(
      .showFocus, "show-focus", "z", "Bring the focused claim back to the screen", .moving, essay),
    CommandEntry(
      .search, "search", "/", "Search for words; in the library, in all essays",
      .moving,
      passages + [.library], argument: "WORDS"),
    CommandEntry(.nextMatch, "next-match", "n", "Go to the next match", .moving, essay),
    CommandEntry(.previousMatch, "previous-match", "N", "Go to the match before", .moving, essay),
    CommandEntry(
      .nextItem, "next-item", "j,Down,^N", "Go to the next entry", .moving, lists,
      hint: "next"),
    CommandEntry(
      .previousItem, "previous-item", "k,Up,^P", "Go to the entry before", .moving, lists,
      hint: "previous"),
    CommandEntry(
      .nextItems, "next-items", "Space,PgDn,^D,^F", "Go several entries on", .moving,
      [.library, .records, .outline]),
    CommandEntry(
      .previousItems, "previous-items", "b,PgUp,^U,^B", "Go several entries back", .moving,
      [.library, .records, .outline]),
    CommandEntry(
      .firstItem, "first-item", "g,Home", "Go to the first entry", .moving, lists),
    CommandEntry(
      .lastItem, "last-item", "G,End", "Go to the last entry", .moving, lists),
  ]

  private static let claims: [CommandEntry] = [
    CommandEntry(
      .accept, "accept", "a", "Accept: this sentence is a claim", .claims, essay, hint: "accept"),
    CommandEntry(
      .reject, "reject", "x", "Reject: this sentence is no claim", .claims, essay, hint: "reject"),
    CommandEntry(
      .retype, "retype", "t", "Change what it is: fact, value, policy, thesis, premise", .claims,
      essay, hint: "retype"),
    CommandEntry(
      .note, "note", "i", "Write a note about this passage", .claims, essay, hint: "note"),
    CommandEntry(
      .outline, "outline", "o", "Show what supports what, as a tree", .claims, [.reading],
      hint: "outline"),
    CommandEntry(
      .goToStatement, "go", "Enter,l,Right", "Go to the chosen claim or premise in the text",
      .claims,
      [.outline], hint: "go there"),
    CommandEntry(
      .closeOutline, "close-outline", "Esc,o,q,^C,h,Left", "Go back to the essay", .claims,
      [.outline],
      hint: "essay"),
    CommandEntry(.showMore, "more-claims", ">", "Highlight more claims", .claims, essay),
    CommandEntry(.showFewer, "fewer-claims", "<", "Highlight fewer claims", .claims, essay),
    CommandEntry(.undo, "undo", "u", "Undo the last change", .claims, essay),
    CommandEntry(.redo, "redo", "^R", "Redo what was undone", .claims, essay),
  ]

  private static let counterarguments: [CommandEntry] = [
    CommandEntry(
      .enterMargin, "margin", "Tab", "Walk the counterarguments of the focused claim",
      .counterarguments, [.reading], hint: "margin"),
    CommandEntry(
      .leaveMargin, "leave-margin", "Tab,Esc,h,Left", "Go back to the essay", .counterarguments,
      [.margin], hint: "essay"),
    CommandEntry(
      .unfold, "unfold", "Enter,Space,l,Right,o", "Unfold or fold the counterargument",
      .counterarguments, [.margin], hint: "unfold", reverseHint: "fold"),
    CommandEntry(
      .addCounterargument, "counter", "c", "Add a counterargument to the focused claim",
      .counterarguments, passages, hint: "counter"),
    CommandEntry(
      .edit, "edit", "e", "Edit your counterargument, else your note", .counterarguments, essay),
    CommandEntry(
      .delete, "delete", "d", "Delete your counterargument, note or mark", .counterarguments, essay),
    CommandEntry(
      .pin, "pin", "p", "Pin the counterargument to the top, or unpin it", .counterarguments, essay,
      reverseHint: "unpin"),
    CommandEntry(
      .rateUp, "rate-up", "+,=", "Rate the counterargument higher", .counterarguments, essay),
    CommandEntry(
      .rateDown, "rate-down", "-,_", "Rate the counterargument lower", .counterarguments, essay),
    CommandEntry(
      .dismiss, "dismiss", "X", "Dismiss the counterargument, or bring it back", .counterarguments,
      essay, reverseHint: "bring back"),
  ]

  private static let selecting: [CommandEntry] = [
    CommandEntry(
      .selectCharacters, "select", "v", "Select by characters, from the focused sentence on",
      .selecting, text),
    CommandEntry(
      .selectSentences, "select-sentences", "V", "Select whole sentences", .selecting, text),
    CommandEntry(
      .cancelSelection, "cancel-selection", "Esc", "Leave without choosing", .selecting,
      [.selecting], hint: "cancel"),
    CommandEntry(
      .swapSelectionEnds, "swap-ends", "o", "Move the other end of the selection", .selecting,
      [.selecting], hint: "other end"),
    CommandEntry(
      .characterRight, "character-right", "l,Right", "Extend by a character", .selecting,
      [.selecting]),
    CommandEntry(
      .characterLeft, "character-left", "h,Left", "Take back a character", .selecting,
      [.selecting]),
    CommandEntry(
      .wordForward, "word-forward", "w", "Extend to the next word", .selecting, [.selecting],
      hint: "word"),
    CommandEntry(
      .wordBackward, "word-backward", "b", "Go back a word", .selecting, [.selecting]),
    CommandEntry(.wordEnd, "word-end", "e", "Extend to the word's end", .selecting, [.selecting]),
    CommandEntry(
      .rowStart, "row-start", "0,Home", "Go to the start of the row", .selecting, [.selecting]),
    CommandEntry(
      .rowEnd, "row-end", "$,End", "Go to the end of the row", .selecting, [.selecting]),
    CommandEntry(
      .note, "note-selection", "n,i", "Write a note about the selection", .selecting, [.selecting],
      hint: "note"),
    CommandEntry(
      .markClaim, "mark", "m", "Mark the passage as a claim", .selecting, passages, hint: "mark"),
  ]

  private static let answering: [CommandEntry] = [
    CommandEntry(
      .reply, "reply", "r", "Quote the claim, and the chosen counterargument, in your reply",
      .answering, passages, hint: "reply"),
    CommandEntry(
      .newReply, "new-reply", "R", "Begin another reply with this claim", .answering, passages),
    CommandEntry(
      .copy, "copy", "y", "Offer the claim, counterargument or selection to the clipboard",
      .answering, passages, hint: "copy"),
    CommandEntry(
      .copyReply, "copy-reply", "^O c", "Offer the reply to the clipboard", .answering, writing,
      hint: "copy"),
    CommandEntry(
      .write, "write", "^O w", "Write the reply to a file", .answering, writing,
      argument: CommandEntry.fileArgument,
      hint: "write"),
    CommandEntry(
      .externalEditor, "editor", "^O e", "Hand the text to $VISUAL or $EDITOR and take it back",
      .answering, writing, hint: "editor"),
    CommandEntry(
      .nextDraft, "next-draft", "^O n", "Go to the next draft", .answering, writing, hint: "next"),
    CommandEntry(
      .previousDraft, "previous-draft", "^O p", "Go to the draft before", .answering, writing,
      hint: "previous"),
    CommandEntry(
      .deleteDraft, "delete-draft", "^O d", "Delete this draft; u brings it back", .answering,
      writing, hint: "delete"),
    CommandEntry(
      .changeAttack, "change-attack", "^O a",
      "Change the attack: rebuttal, undercut, undermining", .answering, writing, hint: "attack"),
    CommandEntry(
      .leaveComposer, "leave", "Esc,^O ^O,^G", "Keep the text and go back to the essay",
      .answering, writing, hint: "keep and close",
      briefHint: "close"),
  ]

  private static let restoring: [CommandEntry] = [
    CommandEntry(
      .revisions, "revisions", "H", "Show earlier texts of your reply, to restore one", .restoring,
      essay),
    CommandEntry(
      .composerRevisions, "draft-revisions", "^O r",
      "Show earlier texts of this reply, to restore one", .restoring, writing, hint: "revisions"),
    CommandEntry(
      .deleted, "deleted", "D", "Show what was deleted in the last 30 days, to bring it back",
      .restoring, essay),
    CommandEntry(
      .orphans, "orphans", "O", "Show your records that no longer find their passage", .restoring,
      essay),
    CommandEntry(
      .attach, "attach", "A", "Attach the lost record that you chose to this passage", .restoring,
      passages),
    CommandEntry(
      .restore, "restore", "Enter", "Bring the chosen entry back, or attach it", .restoring,
      [.records], hint: "bring back"),
    CommandEntry(
      .closeRecords, "close-list", "Esc,h,Left,q", "Go back without choosing", .restoring,
      [.records], hint: "back"),
  ]

  private static let program: [CommandEntry] = [
    CommandEntry(
      .commandLine, "command", ":", "Type a command by name", .program, passages, hint: "command"),
    CommandEntry(
      .composerCommandLine, "composer-command", "^O :", "Type a command by name", .program,
      writing, hint: "command"),
    CommandEntry(
      .help, "help", "?,F1", "Show and search this help", .program,
      [
        .reading, .margin, .selecting, .library, .records, .outline,
      ], hint: "help"),
    CommandEntry(
      .composerHelp, "composer-help", "F1,^O ?", "Show and search this help", .program, writing,
      hint: "help"),
    CommandEntry(
      .layout, "layout", "W", "Choose where notes stand: margin, panel, below, none", .program,
      essay, argument: "NAME"),
    CommandEntry(.library, "library", "L", "Show the library", .program, essay),
    CommandEntry(
      .comments, "comments", "C", "Show what readers wrote under the essay", .program, essay),
    CommandEntry(
      .references, "references", "#", "Show where the essay's links lead", .program, essay),
    CommandEntry(
      .open, "open", "Enter", "Open the chosen essay", .program, [.library], hint: "open"),
    CommandEntry(
      .stop, "stop", "Esc", "Stop waiting for the rest of the essay", .program, [.reading],
      hint: "stop"),
    CommandEntry(
      .reload, "reload", "F5", "Read the essay again from where it came from", .program,
      essay),
    CommandEntry(
      .nextEssay, "next-essay", "J", "Open the next essay of the reading list", .program,
      [.reading, .library]),
    CommandEntry(
      .previousEssay, "previous-essay", "K", "Open the essay before it in the reading list",
      .program, [.reading, .library]),
    CommandEntry(
      .readingList, "list", "E", "Show the reading list: the files that were named together",
      .program, [.reading, .library]),
    CommandEntry(.redraw, "redraw", "^L", "Draw the screen anew", .program, Mode.allCases),
    CommandEntry(
      .suspend, "suspend", "^Z", "Stop the program until the shell's fg", .program,
      Mode.allCases),
    CommandEntry(
      .quit, "quit", "q,^C", "Keep everything and leave", .program,
      [.reading, .margin, .library], hint: "quit"),
    CommandEntry(
      .acceptPrompt, "accept-prompt", "Enter", "Do what was typed", .program, [.prompt],
      hint: "do it"),
    CommandEntry(
      .cancelPrompt, "cancel-prompt", "Esc,^C,^G", "Leave the line without doing anything",
      .program, [.prompt], hint: "cancel"),
    CommandEntry(
      .complete, "complete", "Tab", "Complete the name of a command or file", .program, [.prompt],
      hint: "complete"),
    CommandEntry(
      .typedBefore, "typed-before", "Up,^P", "Bring back what was typed before and begins alike",
      .program, [.prompt]),
    CommandEntry(
      .typedAfter, "typed-after", "Down,^N", "Go on to what was typed after that", .program,
      [.prompt]),
    CommandEntry(
      .closeHelp, "close-help", "Esc,^C,^G,Enter,F1", "Close the help", .program, [.help],
      hint: "close"),
    CommandEntry(
      .scrollHelpDown, "help-down", "Down,^N,PgDn", "Show more of the help", .program, [.help],
      hint: "more"),
    CommandEntry(
      .scrollHelpUp, "help-up", "Up,^P,PgUp", "Go back in the help", .program, [.help]),
    CommandEntry(
      .closeLibrary, "close-library", "Esc,L", "Go back to the essay", .program, [.library],
      hint: "back"),
  ]
}
