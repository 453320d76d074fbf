// A terminal emulator on a pseudo terminal, for tests. Plain types around libvterm.

#ifndef CVIRTUALTERMINAL_H
#define CVIRTUALTERMINAL_H

#include <stddef.h>
#include <stdint.h>

typedef struct rj_virtual_terminal rj_virtual_terminal;

/// Opens a pseudo terminal with an emulator on it. A thread of its own keeps it from filling up.
/// NULL if the system gives none.
rj_virtual_terminal *rj_virtual_terminal_new(int columns, int rows);

/// Closes it; a program that still runs on it is killed.
void rj_virtual_terminal_free(rj_virtual_terminal *terminal);

/// The descriptor of a program's side, for a program in this process. Stays open until freed or
/// `rj_virtual_terminal_hang_up`.
int rj_virtual_terminal_program_side(rj_virtual_terminal *terminal);

/// Starts a program with the terminal as its controlling one. `input` replaces standard input if it
/// is not negative, `output` standard output. Returns 0 or an errno.
int rj_virtual_terminal_spawn(
    rj_virtual_terminal *terminal, const char *path, char *const arguments[],
    char *const environment[], const char *directory, int input, int output);

int rj_virtual_terminal_process(const rj_virtual_terminal *terminal);

/// What became of the program: 0 nothing new, else 1 exited, 2 killed, 3 stopped, 4 continued, with
/// the exit code or signal in `*detail`.
int rj_virtual_terminal_status(rj_virtual_terminal *terminal, int *detail);

/// Waits at most `timeout` milliseconds for output and shows all that came. Returns the number of
/// bytes, 0 if none came, -1 if none will.
long rj_virtual_terminal_advance(rj_virtual_terminal *terminal, int timeout);

/// Types bytes. Never blocks: the thread sends them as the program reads.
void rj_virtual_terminal_type(rj_virtual_terminal *terminal, const uint8_t *bytes, size_t count);

/// Pastes as an emulator does: with marks around it if the program has asked for them.
void rj_virtual_terminal_paste(rj_virtual_terminal *terminal, const uint8_t *bytes, size_t count);

/// Changes the window's size; the program gets SIGWINCH.
void rj_virtual_terminal_resize(rj_virtual_terminal *terminal, int columns, int rows);

/// Closes the line, as when the connection is lost.
void rj_virtual_terminal_hang_up(rj_virtual_terminal *terminal);

struct rj_virtual_cell {
  uint32_t scalars[6];  // 0 ends them; none in the right half of a wide glyph
  int width;            // 0 in the right half of a wide glyph
  int foreground;       // index into the palette; -1 the terminal's own, -2 a direct colour
  int background;
  int bold, italic, underline, reverse;
};

struct rj_virtual_cell rj_virtual_terminal_cell(
    const rj_virtual_terminal *terminal, int row, int column);

struct rj_virtual_state {
  int cursor_row, cursor_column, is_cursor_visible;
  int is_alternate;     // whether the alternate screen is shown
  int bells;            // how often the bell rang
  int is_line_edited;   // whether the line discipline edits and echoes, as a shell expects
};

struct rj_virtual_state rj_virtual_terminal_state(const rj_virtual_terminal *terminal);

/// All bytes that were shown so far.
const uint8_t *rj_virtual_terminal_received(const rj_virtual_terminal *terminal, size_t *count);

/// Waits without an event, for conditions of which nothing tells.
void rj_virtual_terminal_pause(int milliseconds);

/// Milliseconds of a clock that only runs forward.
int64_t rj_virtual_terminal_milliseconds(void);

#endif
