// What the files of this target share.

#ifndef CTERMINAL_INTERNAL_H
#define CTERMINAL_INTERNAL_H

#include <stddef.h>
#include <termios.h>

#include "CTerminal.h"

/// Installs the handlers. `reset` is what a crash has to send; it is copied.
void rj_signals_install(int output, const struct termios *found, const char *reset, size_t length);
/// Replaces what a crash has to send; it is copied.
void rj_signals_set_reset(const char *reset, size_t length);
/// Installs the handlers again after ncurses has changed some.
void rj_signals_reinstall(void);
/// Lets the terminal's stop key do what it did before the handlers were installed.
void rj_signals_let_stop(void);
/// Puts back the dispositions that were found.
void rj_signals_remove(void);
/// Forgets what came for another program while it had the terminal.
void rj_signals_discard_borrowed(void);
int rj_signals_descriptor(void);

/// Whether output beyond ASCII is written, as UTF-8.
void rj_encoding_set_utf8(int is_utf8);

/// Loads the description of `*name` from this host or, failing that, from those built in, and sees
/// that it can move the cursor. `*name` becomes the name to open it by. If `*terminfo` is not NULL
/// afterwards, it is what TERMINFO was set to.
enum rj_open_status rj_describe(const char **name, const char **terminfo, int output);

/// What brings the loaded terminal of `rows` rows back when there is no time for ncurses. Returns the
/// length.
size_t rj_compose_reset(char *reset, size_t capacity, int rows);
/// What is sent after ncurses has left the cursor on the last row: clears that row where the picture
/// stays, because a prompt would stand amid the rest of it. Empty for a terminal with an alternate screen.
size_t rj_compose_left(char *modes, size_t capacity);
/// What makes the loaded terminal tell pastes and the keypad's keys. Not ncurses' `keypad`, which makes
/// a table of all keys besides: keys are read without it.
size_t rj_compose_taken(char *modes, size_t capacity);
/// The opposite of `rj_compose_taken`, but for the keypad: `endwin` gives that back by itself, whether
/// ncurses took it or not.
size_t rj_compose_given(char *modes);

/// A value for TERMINFO that describes `*name`, or NULL. `*name` becomes the name under which the
/// description is found in it.
const char *rj_terminfo_fallback(const char **name);

#endif
