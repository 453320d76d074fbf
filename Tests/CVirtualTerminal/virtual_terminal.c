#include "CVirtualTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

struct rj_virtual_terminal {
  VTerm *emulator;
  VTermScreen *screen;
  int master, slave;
  int nudge[2];  // tells the thread to look at what is typed, or to end
  pid_t process;
  int columns, rows;
  struct rj_virtual_state state;
  size_t shown;  // how many of the received bytes the emulator has seen

  // Shared with the thread that reads.
  pthread_t reader;
  pthread_mutex_t lock;
  pthread_cond_t changed;
  uint8_t *received;
  size_t count, capacity;
  uint8_t *typed;  // what the line has not yet taken
  size_t typed_count;
  int must_end, is_over;
};

// Reading ----------------------------------------------------------------------------------------

static void receive(rj_virtual_terminal *terminal, const uint8_t *bytes, size_t count) {
  pthread_mutex_lock(&terminal->lock);
  if (terminal->count + count > terminal->capacity) {
    size_t capacity = 2 * (terminal->count + count);
    uint8_t *grown = realloc(terminal->received, capacity);
    if (grown == NULL) abort();
    terminal->received = grown;
    terminal->capacity = capacity;
  }
  memcpy(terminal->received + terminal->count, bytes, count);
  terminal->count += count;
  pthread_cond_signal(&terminal->changed);
  pthread_mutex_unlock(&terminal->lock);
}

// Sends what is typed as far as the line takes it; a program that does not read must not block us.
static void send_typed(rj_virtual_terminal *terminal) {
  pthread_mutex_lock(&terminal->lock);
  ssize_t taken = write(terminal->master, terminal->typed, terminal->typed_count);
  if (taken > 0) {
    terminal->typed_count -= (size_t)taken;
    memmove(terminal->typed, terminal->typed + taken, terminal->typed_count);
  }
  pthread_mutex_unlock(&terminal->lock);
}

static void look(rj_virtual_terminal *terminal, int *has_typed, int *must_end) {
  pthread_mutex_lock(&terminal->lock);
  *has_typed = terminal->typed_count > 0;
  *must_end = terminal->must_end;
  pthread_mutex_unlock(&terminal->lock);
}

static void *serve_line(void *context) {
  rj_virtual_terminal *terminal = context;
  uint8_t bytes[65536];
  for (;;) {
    int has_typed, must_end;
    look(terminal, &has_typed, &must_end);
    if (must_end) break;
    struct pollfd polled[2] = {
        {.fd = terminal->master, .events = has_typed ? POLLIN | POLLOUT : POLLIN},
        {.fd = terminal->nudge[0], .events = POLLIN},
    };
    if (poll(polled, 2, -1) < 0 && errno == EINTR) continue;
    if (polled[1].revents != 0 && read(terminal->nudge[0], bytes, sizeof bytes) < 0) break;
    if (polled[0].revents & POLLOUT) send_typed(terminal);
    if (!(polled[0].revents & (POLLIN | POLLHUP | POLLERR))) continue;
    ssize_t count = read(terminal->master, bytes, sizeof bytes);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count <= 0) break;
    receive(terminal, bytes, (size_t)count);
  }
  pthread_mutex_lock(&terminal->lock);
  terminal->is_over = 1;
  pthread_cond_signal(&terminal->changed);
  pthread_mutex_unlock(&terminal->lock);
  return NULL;
}

static void nudge(rj_virtual_terminal *terminal) {
  if (write(terminal->nudge[1], "", 1) < 0) abort();
}

static struct timespec deadline(int timeout) {
  struct timespec end;
  clock_gettime(CLOCK_MONOTONIC, &end);
  end.tv_sec += timeout / 1000;
  end.tv_nsec += (long)(timeout % 1000) * 1000000;
  if (end.tv_nsec >= 1000000000) {
    end.tv_sec += 1;
    end.tv_nsec -= 1000000000;
  }
  return end;
}

long rj_virtual_terminal_advance(rj_virtual_terminal *terminal, int timeout) {
  struct timespec end = deadline(timeout);
  pthread_mutex_lock(&terminal->lock);
  while (terminal->count == terminal->shown && !terminal->is_over) {
    if (pthread_cond_timedwait(&terminal->changed, &terminal->lock, &end) != 0) break;
  }
  size_t count = terminal->count - terminal->shown;
  uint8_t *bytes = malloc(count + 1);
  if (bytes == NULL) abort();
  memcpy(bytes, terminal->received + terminal->shown, count);
  terminal->shown += count;
  int is_over = terminal->is_over;
  pthread_mutex_unlock(&terminal->lock);
  if (count > 0) {
    vterm_input_write(terminal->emulator, (const char *)bytes, count);
    vterm_screen_flush_damage(terminal->screen);
  }
  free(bytes);
  return count == 0 && is_over ? -1 : (long)count;
}

// The emulator -----------------------------------------------------------------------------------

static int set_property(VTermProp property, VTermValue *value, void *context) {
  rj_virtual_terminal *terminal = context;
  if (property == VTERM_PROP_CURSORVISIBLE) terminal->state.is_cursor_visible = value->boolean;
  if (property == VTERM_PROP_ALTSCREEN) terminal->state.is_alternate = value->boolean;
  return 1;
}

static int ring(void *context) {
  ((rj_virtual_terminal *)context)->state.bells++;
  return 1;
}

static void answer(const char *bytes, size_t count, void *context) {
  rj_virtual_terminal_type(context, (const uint8_t *)bytes, count);
}

static const VTermScreenCallbacks callbacks = {.settermprop = set_property, .bell = ring};

static void set_up_emulator(rj_virtual_terminal *terminal) {
  terminal->state.is_cursor_visible = 1;
  terminal->emulator = vterm_new(terminal->rows, terminal->columns);
  vterm_set_utf8(terminal->emulator, 1);
  vterm_output_set_callback(terminal->emulator, answer, terminal);
  terminal->screen = vterm_obtain_screen(terminal->emulator);
  vterm_screen_set_callbacks(terminal->screen, &callbacks, terminal);
  vterm_screen_enable_altscreen(terminal->screen, 1);
  vterm_screen_reset(terminal->screen, 1);
}

static int open_pair(rj_virtual_terminal *terminal) {
  terminal->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  char name[128];
  if (terminal->master < 0 || grantpt(terminal->master) != 0 || unlockpt(terminal->master) != 0 ||
      ptsname_r(terminal->master, name, sizeof name) != 0) {
    return 0;
  }
  terminal->slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  return terminal->slave >= 0 && pipe2(terminal->nudge, O_CLOEXEC) == 0;
}

static void set_window(const rj_virtual_terminal *terminal) {
  struct winsize window = {
      .ws_row = (unsigned short)terminal->rows, .ws_col = (unsigned short)terminal->columns};
  ioctl(terminal->master, TIOCSWINSZ, &window);
}

rj_virtual_terminal *rj_virtual_terminal_new(int columns, int rows) {
  rj_virtual_terminal *terminal = calloc(1, sizeof *terminal);
  if (terminal == NULL) return NULL;
  terminal->columns = columns;
  terminal->rows = rows;
  if (!open_pair(terminal)) {
    free(terminal);
    return NULL;
  }
  set_window(terminal);
  set_up_emulator(terminal);
  terminal->received = malloc(terminal->capacity = 65536);
  pthread_mutex_init(&terminal->lock, NULL);
  pthread_condattr_t attributes;
  pthread_condattr_init(&attributes);
  pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
  pthread_cond_init(&terminal->changed, &attributes);
  pthread_condattr_destroy(&attributes);
  pthread_create(&terminal->reader, NULL, serve_line, terminal);
  return terminal;
}

void rj_virtual_terminal_hang_up(rj_virtual_terminal *terminal) {
  if (terminal->master < 0) return;
  pthread_mutex_lock(&terminal->lock);
  terminal->must_end = 1;
  pthread_mutex_unlock(&terminal->lock);
  nudge(terminal);
  pthread_join(terminal->reader, NULL);
  close(terminal->master);
  terminal->master = -1;
}

void rj_virtual_terminal_free(rj_virtual_terminal *terminal) {
  if (terminal->process > 0) {
    kill(terminal->process, SIGKILL);
    while (waitpid(terminal->process, NULL, 0) < 0 && errno == EINTR) {
    }
  }
  rj_virtual_terminal_hang_up(terminal);
  if (terminal->slave >= 0) close(terminal->slave);
  close(terminal->nudge[0]);
  close(terminal->nudge[1]);
  vterm_free(terminal->emulator);
  pthread_mutex_destroy(&terminal->lock);
  pthread_cond_destroy(&terminal->changed);
  free(terminal->received);
  free(terminal->typed);
  free(terminal);
}

int rj_virtual_terminal_program_side(rj_virtual_terminal *terminal) { return terminal->slave; }

// Typing -----------------------------------------------------------------------------------------

void rj_virtual_terminal_type(rj_virtual_terminal *terminal, const uint8_t *bytes, size_t count) {
  pthread_mutex_lock(&terminal->lock);
  uint8_t *grown = realloc(terminal->typed, terminal->typed_count + count + 1);
  if (grown == NULL) abort();
  memcpy(grown + terminal->typed_count, bytes, count);
  terminal->typed = grown;
  terminal->typed_count += count;
  pthread_mutex_unlock(&terminal->lock);
  nudge(terminal);
}

void rj_virtual_terminal_paste(rj_virtual_terminal *terminal, const uint8_t *bytes, size_t count) {
  vterm_keyboard_start_paste(terminal->emulator);
  rj_virtual_terminal_type(terminal, bytes, count);
  vterm_keyboard_end_paste(terminal->emulator);
}

void rj_virtual_terminal_resize(rj_virtual_terminal *terminal, int columns, int rows) {
  terminal->columns = columns;
  terminal->rows = rows;
  vterm_set_size(terminal->emulator, rows, columns);
  set_window(terminal);
}

// Looking ----------------------------------------------------------------------------------------

static int palette_index(VTermColor colour, int default_flag) {
  if (colour.type & default_flag) return -1;
  return VTERM_COLOR_IS_INDEXED(&colour) ? colour.indexed.idx : -2;
}

struct rj_virtual_cell rj_virtual_terminal_cell(
    const rj_virtual_terminal *terminal, int row, int column) {
  struct rj_virtual_cell shown;
  memset(&shown, 0, sizeof shown);
  VTermScreenCell cell;
  VTermPos place = {.row = row, .col = column};
  if (!vterm_screen_get_cell(terminal->screen, place, &cell)) return shown;
  int is_right_half = cell.chars[0] == (uint32_t)-1;
  for (int index = 0; index < 6 && !is_right_half; index++) {
    shown.scalars[index] = cell.chars[index];
    if (cell.chars[index] == 0) break;
  }
  shown.width = is_right_half ? 0 : cell.width;
  shown.foreground = palette_index(cell.fg, VTERM_COLOR_DEFAULT_FG);
  shown.background = palette_index(cell.bg, VTERM_COLOR_DEFAULT_BG);
  shown.bold = cell.attrs.bold;
  shown.italic = cell.attrs.italic;
  shown.underline = cell.attrs.underline != 0;
  shown.reverse = cell.attrs.reverse;
  return shown;
}

struct rj_virtual_state rj_virtual_terminal_state(const rj_virtual_terminal *terminal) {
  struct rj_virtual_state state = terminal->state;
  VTermPos cursor;
  vterm_state_get_cursorpos(vterm_obtain_state(terminal->emulator), &cursor);
  state.cursor_row = cursor.row;
  state.cursor_column = cursor.col;
  struct termios modes;
  state.is_line_edited = tcgetattr(terminal->master, &modes) == 0 &&
                         (modes.c_lflag & (ICANON | ECHO)) == (ICANON | ECHO);
  return state;
}

const uint8_t *rj_virtual_terminal_received(const rj_virtual_terminal *terminal, size_t *count) {
  *count = terminal->shown;
  return terminal->received;
}

int64_t rj_virtual_terminal_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void rj_virtual_terminal_pause(int milliseconds) { poll(NULL, 0, milliseconds); }

// Programs ---------------------------------------------------------------------------------------

// A session of its own; the terminal, opened first, becomes its controlling one.
static int start(
    rj_virtual_terminal *terminal, const char *path, char *const arguments[],
    char *const environment[], const posix_spawn_file_actions_t *actions) {
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t all, none;
  sigfillset(&all);
  sigemptyset(&none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(
      &attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  int status = posix_spawn(&terminal->process, path, actions, &attributes, arguments, environment);
  posix_spawnattr_destroy(&attributes);
  return status;
}

int rj_virtual_terminal_spawn(
    rj_virtual_terminal *terminal, const char *path, char *const arguments[],
    char *const environment[], const char *directory, int input, int output) {
  char name[128];
  if (ptsname_r(terminal->master, name, sizeof name) != 0) return errno;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (directory != NULL) posix_spawn_file_actions_addchdir_np(&actions, directory);
  posix_spawn_file_actions_addopen(&actions, 2, name, O_RDWR, 0);
  posix_spawn_file_actions_adddup2(&actions, input < 0 ? 2 : input, 0);
  posix_spawn_file_actions_adddup2(&actions, output < 0 ? 2 : output, 1);
  int status = start(terminal, path, arguments, environment, &actions);
  posix_spawn_file_actions_destroy(&actions);
  if (status != 0) {
    terminal->process = 0;
    return status;
  }
  close(terminal->slave);
  terminal->slave = -1;
  return 0;
}

int rj_virtual_terminal_process(const rj_virtual_terminal *terminal) { return terminal->process; }

int rj_virtual_terminal_status(rj_virtual_terminal *terminal, int *detail) {
  int status;
  if (terminal->process <= 0) return 0;
  if (waitpid(terminal->process, &status, WNOHANG | WUNTRACED | WCONTINUED) <= 0) return 0;
  *detail = 0;
  if (WIFSTOPPED(status)) {
    *detail = WSTOPSIG(status);
    return 3;
  }
  if (WIFCONTINUED(status)) return 4;
  terminal->process = 0;
  *detail = WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status);
  return WIFEXITED(status) ? 1 : 2;
}
