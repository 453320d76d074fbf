#include "CTerminal.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "internal.h"

static struct {
  SCREEN *screen;  // NULL while closed
  FILE *input, *output;
  int device;  // another descriptor of the terminal that `output` is
  int frame;   // a file in memory that frames are collected in, or -1
  struct termios found;
  int has_default_colours;
  attr_t attributes[256];
  short pairs[256];
  short uncoloured;  // pair of the terminal's own colours
} terminal;

// Sent whenever the terminal is taken, before it is given back and after.
static struct {
  char taken[256], given[16], left[64];
  size_t taken_length, given_length, left_length;
} modes;

static void send_taken(void) {
  rj_terminal_send((const uint8_t *)modes.taken, modes.taken_length);
}

static void send_given(void) {
  rj_terminal_send((const uint8_t *)modes.given, modes.given_length);
}

static void leave_screen(void) {
  if (isendwin()) return;
  endwin();
  rj_terminal_send((const uint8_t *)modes.left, modes.left_length);
}

// What a crash sends names the last row.
static void prepare_crash(void) {
  char reset[512];
  rj_signals_set_reset(reset, rj_compose_reset(reset, sizeof reset, LINES));
}

// Opening ----------------------------------------------------------------------------------------

static FILE *open_copy(int descriptor, const char *mode) {
  int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  return copy < 0 ? NULL : fdopen(copy, mode);
}

// Whether files may become as large as any frame. The limit holds for files in memory too, and what is
// beyond it would be missing on the screen.
static int may_grow(void) {
  struct rlimit limit;
  return getrlimit(RLIMIT_FSIZE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur >= 8 << 20;
}

static int open_streams(const struct rj_open_options *options) {
  if (!isatty(options->output)) return 0;
  int keys = isatty(options->input) ? -1 : open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (keys < 0 && !isatty(options->input)) return 0;
  terminal.output = open_copy(options->output, "w");
  terminal.input = keys < 0 ? open_copy(options->input, "r") : fdopen(keys, "r");
  if (terminal.input == NULL || terminal.output == NULL) return 0;
  terminal.device = fcntl(fileno(terminal.output), F_DUPFD_CLOEXEC, 3);
  terminal.frame = may_grow() ? memfd_create("frame", MFD_CLOEXEC) : -1;
  return terminal.device >= 0 && tcgetattr(terminal.device, &terminal.found) == 0;
}

static void close_streams(void) {
  if (terminal.input != NULL) fclose(terminal.input);
  if (terminal.output != NULL) fclose(terminal.output);
  if (terminal.device > 0) close(terminal.device);
  if (terminal.frame > 0) close(terminal.frame);
  memset(&terminal, 0, sizeof terminal);
}

static void set_up_screen(void) {
  raw();
  noecho();
  nonl();
  typeahead(-1);  // A frame is never left half drawn because a key was pressed.
  idlok(stdscr, TRUE);
  scrollok(stdscr, FALSE);
  if (has_colors()) {
    start_color();
    terminal.has_default_colours = use_default_colors() == OK;
    // Pair 1 is the terminal's own colours, as pair 0 is. But to leave a colour for pair 0 ncurses
    // resets all attributes too (11 bytes), and for another pair it sets only the colour back (5).
    if (terminal.has_default_colours && init_pair(1, -1, -1) == OK) terminal.uncoloured = 1;
  }
  rj_signals_reinstall();
  send_taken();
  rj_terminal_fit();
  prepare_crash();
}

// Opens the screen with the description that `describe` found.
static enum rj_open_status start(const struct rj_open_options *options) {
  const char *name = options->name, *terminfo;
  char *kept = getenv("TERMINFO");
  if (kept != NULL) kept = strdup(kept);
  enum rj_open_status status = rj_describe(&name, &terminfo, fileno(terminal.output));
  if (status == RJ_OPENED) {
    char reset[512];
    size_t length = rj_compose_reset(reset, sizeof reset, 0);
    rj_signals_install(terminal.device, &terminal.found, reset, length);
    modes.taken_length = rj_compose_taken(modes.taken, sizeof modes.taken);
    modes.given_length = rj_compose_given(modes.given);
    modes.left_length = rj_compose_left(modes.left, sizeof modes.left);
    terminal.screen = newterm(name, terminal.output, terminal.input);
    if (terminal.screen == NULL) {
      rj_signals_remove();
      status = RJ_UNKNOWN_TERMINAL;
    }
  }
  // Programs that are started from here must not inherit our description.
  if (terminfo != NULL) {
    if (kept != NULL) {
      setenv("TERMINFO", kept, 1);
    } else {
      unsetenv("TERMINFO");
    }
  }
  free(kept);
  return status;
}

enum rj_open_status rj_terminal_open(const struct rj_open_options *options) {
  if (terminal.screen != NULL) return RJ_ALREADY_OPEN;
  enum rj_open_status status = RJ_NOT_A_TERMINAL;
  if (open_streams(options)) {
    rj_encoding_set_utf8(options->is_utf8);
    status = start(options);
  }
  if (status != RJ_OPENED) {
    close_streams();
    return status;
  }
  set_up_screen();
  return RJ_OPENED;
}

void rj_terminal_close(void) {
  if (terminal.screen == NULL) return;
  send_given();
  leave_screen();
  tcsetattr(fileno(terminal.output), TCSADRAIN, &terminal.found);
  delscreen(terminal.screen);
  rj_signals_remove();
  close_streams();
}

int rj_terminal_colours(void) {
  return terminal.screen != NULL && has_colors() && COLORS > 0 ? COLORS : 0;
}

void rj_terminal_size(int *columns, int *rows) {
  *columns = terminal.screen == NULL ? 0 : COLS;
  *rows = terminal.screen == NULL ? 0 : LINES;
}

void rj_terminal_fit(void) {
  struct winsize window;
  if (terminal.screen == NULL || ioctl(fileno(terminal.output), TIOCGWINSZ, &window) != 0) return;
  if (window.ws_row > 0 && window.ws_col > 0 && (window.ws_row != LINES || window.ws_col != COLS)) {
    resize_term(window.ws_row, window.ws_col);
    clearok(curscr, TRUE);
    prepare_crash();
  }
}

// Drawing ----------------------------------------------------------------------------------------

void rj_terminal_define_style(uint8_t style, int foreground, int background, unsigned attributes) {
  attr_t shown = A_NORMAL;
  if (attributes & RJ_BOLD) shown |= A_BOLD;
  if (attributes & RJ_DIM) shown |= A_DIM;
  if (attributes & RJ_ITALIC) shown |= A_ITALIC;
  if (attributes & RJ_UNDERLINE) shown |= A_UNDERLINE;
  if (attributes & RJ_REVERSE) shown |= A_REVERSE;
  terminal.attributes[style] = shown;
  terminal.pairs[style] = 0;
  if (rj_terminal_colours() == 0) return;
  if (foreground < 0 && background < 0) {
    terminal.pairs[style] = terminal.uncoloured;
    return;
  }
  if (!terminal.has_default_colours) {
    if (foreground < 0) foreground = COLOR_WHITE;
    if (background < 0) background = COLOR_BLACK;
  }
  int pair = alloc_pair(foreground, background);
  if (pair > 0 && pair <= SHRT_MAX) terminal.pairs[style] = (short)pair;
}

// A glyph whose width is not what its cell says would shift the rest of the row.
static wchar_t fitting_base(const struct rj_cell *cell) {
  return wcwidth((wchar_t)cell->base) == cell->width ? (wchar_t)cell->base : L'?';
}

static cchar_t shown_cell(const struct rj_cell *cell) {
  wchar_t text[CCHARW_MAX + 1] = {fitting_base(cell)};
  for (int mark = 0; mark < 4 && mark + 1 < CCHARW_MAX; mark++) {
    text[mark + 1] = (wchar_t)cell->marks[mark];
  }
  cchar_t shown;
  setcchar(&shown, text, terminal.attributes[cell->style], terminal.pairs[cell->style], NULL);
  return shown;
}

// Blanks look like those that are put: with the screen itself so, ncurses would jump over the gaps in
// rows that it draws for the first time, and to find out how takes longer than to fill them.
static void blank_rest(int row, int column) {
  cchar_t erased, blank;
  setcchar(&blank, L" ", terminal.attributes[0], terminal.pairs[0], NULL);
  if (wmove(stdscr, row, column) != OK || wgetbkgrnd(stdscr, &erased) != OK) return;
  wbkgrndset(stdscr, &blank);
  wclrtoeol(stdscr);
  wbkgrndset(stdscr, &erased);
}

void rj_terminal_put_row(int row, const struct rj_cell *cells, size_t count) {
  if (terminal.screen == NULL || row >= LINES) return;
  cchar_t run[256];
  int column = 0, start = 0, length = 0;
  for (size_t index = 0; index < count && column + cells[index].width <= COLS; index++) {
    run[length++] = shown_cell(&cells[index]);
    column += cells[index].width;
    if (length == (int)(sizeof run / sizeof *run)) {
      mvwadd_wchnstr(stdscr, row, start, run, length);
      start = column;
      length = 0;
    }
  }
  // Not wadd_wch: without a locale it takes the glyph apart.
  if (length > 0) mvwadd_wchnstr(stdscr, row, start, run, length);
  if (column < COLS) blank_rest(row, column);
}

void rj_terminal_erase(void) {
  if (terminal.screen != NULL) werase(stdscr);
}

void rj_terminal_place_cursor(int row, int column) {
  if (terminal.screen == NULL) return;
  curs_set(row < 0 ? 0 : 1);
  leaveok(stdscr, row < 0);
  if (row >= 0) wmove(stdscr, row, column);
}

// ncurses writes after every movement of the cursor: dozens of packets for one page. So its output is
// led into memory while it updates, and sent at once afterwards.
static int begin_frame(void) {
  if (terminal.frame < 0 || isendwin()) return 0;
  if (lseek(terminal.frame, 0, SEEK_SET) != 0 || ftruncate(terminal.frame, 0) != 0) return 0;
  return dup3(terminal.frame, fileno(terminal.output), O_CLOEXEC) >= 0;
}

static void send_frame(void) {
  dup3(terminal.device, fileno(terminal.output), O_CLOEXEC);
  uint8_t bytes[16384];
  off_t offset = 0;
  ssize_t count;
  while ((count = pread(terminal.frame, bytes, sizeof bytes, offset)) > 0) {
    rj_terminal_send(bytes, (size_t)count);
    offset += count;
  }
}

void rj_terminal_refresh(void) {
  if (terminal.screen == NULL) return;
  int is_collected = begin_frame();
  wrefresh(stdscr);
  if (is_collected) send_frame();
}

void rj_terminal_repaint(void) {
  if (terminal.screen == NULL) return;
  clearok(curscr, TRUE);
  rj_terminal_refresh();
}

void rj_terminal_ring(void) {
  if (terminal.screen != NULL) beep();
}

void rj_terminal_send(const uint8_t *bytes, size_t count) {
  if (terminal.screen == NULL) return;
  int output = fileno(terminal.output);
  while (count > 0) {
    ssize_t sent = write(output, bytes, count);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0 && errno == EAGAIN) {
      // Another program that has the terminal too made it non-blocking, and it is full.
      struct pollfd polled = {.fd = output, .events = POLLOUT};
      if (poll(&polled, 1, -1) < 0 && errno != EINTR) return;
      continue;
    }
    if (sent <= 0) return;
    bytes += sent;
    count -= (size_t)sent;
  }
}

// Lending ----------------------------------------------------------------------------------------

void rj_terminal_suspend(void) {
  if (terminal.screen == NULL) return;
  send_given();
  leave_screen();
  tcsetattr(fileno(terminal.output), TCSADRAIN, &terminal.found);
  rj_signals_reinstall();
  rj_signals_let_stop();
}

void rj_terminal_resume(void) {
  if (terminal.screen == NULL) return;
  rj_signals_discard_borrowed();
  rj_terminal_restore_modes();
}

void rj_terminal_restore_modes(void) {
  if (terminal.screen == NULL) return;
  reset_prog_mode();
  rj_signals_reinstall();
  rj_terminal_fit();
  send_taken();
  rj_terminal_repaint();
}

// Events -----------------------------------------------------------------------------------------

int64_t rj_terminal_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int rj_terminal_wait(int timeout, int wake_descriptor) {
  if (terminal.screen == NULL) return 0;
  int64_t end = rj_terminal_milliseconds() + timeout;
  struct pollfd polled[3] = {
      {.fd = fileno(terminal.input), .events = POLLIN},
      {.fd = rj_signals_descriptor(), .events = POLLIN},
      {.fd = wake_descriptor, .events = POLLIN},
  };
  for (;;) {
    int left = timeout;
    if (timeout > 0) {
      int64_t now = rj_terminal_milliseconds();
      left = now < end ? (int)(end - now) : 0;
    }
    int count = poll(polled, 3, left);
    if (count < 0 && errno == EINTR) continue;
    int ready = 0;
    for (int index = 0; count > 0 && index < 3; index++) {
      if (polled[index].revents != 0) ready |= 1 << index;
    }
    return ready;
  }
}

long rj_terminal_read(uint8_t *bytes, size_t capacity) {
  if (terminal.screen == NULL) return -1;
  struct pollfd polled = {.fd = fileno(terminal.input), .events = POLLIN};
  if (poll(&polled, 1, 0) <= 0) return 0;
  for (;;) {
    ssize_t count = read(polled.fd, bytes, capacity);
    if (count > 0) return count;
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && errno == EAGAIN) return 0;
    return -1;
  }
}
