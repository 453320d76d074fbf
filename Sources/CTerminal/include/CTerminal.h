// The terminal of this process: everything of ncurses, its signals and its widths, behind plain
// types. There is one terminal at a time; all functions belong to one thread.

#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stddef.h>
#include <stdint.h>

enum rj_open_status {
  RJ_OPENED,
  RJ_NOT_A_TERMINAL,      // output, or what could be read from, is no terminal
  RJ_UNKNOWN_TERMINAL,    // no description of it, neither on this host nor built in
  RJ_CANNOT_MOVE_CURSOR,  // described, but without cursor addressing: a dumb terminal
  RJ_ALREADY_OPEN,
};

struct rj_open_options {
  const char *name;  // as in TERM
  int input;         // descriptor; if it is no terminal, /dev/tty is opened for the keys
  int output;        // descriptor
  int is_utf8;       // whether scalars beyond ASCII can be written
};

/// Takes the terminal: alternate screen, raw mode, bracketed paste, signal handlers.
enum rj_open_status rj_terminal_open(const struct rj_open_options *options);

/// Gives the terminal back as it was found, and the signals too. No effect if it is not open.
void rj_terminal_close(void);

/// Colours that the terminal shows, from its description; 0 for monochrome.
int rj_terminal_colours(void);

void rj_terminal_size(int *columns, int *rows);

/// Asks for the window's size and fits the screen to it; what is shown must be drawn anew.
void rj_terminal_fit(void);

// Drawing ----------------------------------------------------------------------------------------

enum rj_attribute {
  RJ_BOLD = 1,
  RJ_DIM = 2,
  RJ_ITALIC = 4,
  RJ_UNDERLINE = 8,
  RJ_REVERSE = 16,
};

struct rj_cell {
  uint32_t base;
  uint32_t marks[4];  // 0 ends them
  uint8_t width;      // 1 or 2; a glyph of two columns is one cell here
  uint8_t style;
};

/// Says how a style looks. Colours are indices into the terminal's palette, -1 its own colour.
void rj_terminal_define_style(uint8_t style, int foreground, int background, unsigned attributes);

/// Replaces a row from its left edge on; what the cells do not reach becomes blank, in style 0.
void rj_terminal_put_row(int row, const struct rj_cell *cells, size_t count);

/// Blanks what will be shown.
void rj_terminal_erase(void);

/// A negative row hides the cursor.
void rj_terminal_place_cursor(int row, int column);

/// Sends what has changed since the last time.
void rj_terminal_refresh(void);

/// Sends everything, whatever the terminal may show by now.
void rj_terminal_repaint(void);

void rj_terminal_ring(void);

/// Sends bytes past the screen.
void rj_terminal_send(const uint8_t *bytes, size_t count);

// Lending ----------------------------------------------------------------------------------------

/// Gives the terminal to another program, or to the shell.
void rj_terminal_suspend(void);

/// Takes it again: the modes at once, the picture with the next ``rj_terminal_repaint``.
void rj_terminal_resume(void);

/// After the process was stopped without notice: sets the modes again.
void rj_terminal_restore_modes(void);

// Events -----------------------------------------------------------------------------------------

enum rj_readiness {
  RJ_INPUT = 1,
  RJ_SIGNAL = 2,
  RJ_WAKE = 4,
};

/// Waits for input, a signal or `wake_descriptor` (-1 for none), at most `timeout` milliseconds
/// (-1 for as long as it takes).
///
/// Returns a sum of `rj_readiness`, 0 when the time ran out.
int rj_terminal_wait(int timeout, int wake_descriptor);

/// Reads what was typed. Returns the number of bytes, 0 if nothing is there, -1 if the terminal is
/// gone. Never blocks.
long rj_terminal_read(uint8_t *bytes, size_t capacity);

enum rj_signal {
  RJ_NO_SIGNAL,
  RJ_INTERRUPTED,
  RJ_TERMINATED,
  RJ_HUNG_UP,
  RJ_STOPPED,
  RJ_RESUMED,
  RJ_RESIZED,
};

/// The oldest signal that was not yet reported.
enum rj_signal rj_terminal_next_signal(void);

/// Milliseconds of a clock that only runs forward.
int64_t rj_terminal_milliseconds(void);

#endif
