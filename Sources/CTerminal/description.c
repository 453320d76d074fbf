// Only this file sees <term.h>, and sees it last: it defines common words such as `columns` as
// macros.

#include "internal.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>

static const char *capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

// Appends a capability's value without its padding, which no terminal of today needs.
static size_t append(char *reset, size_t length, size_t capacity, const char *value) {
  if (value == NULL) return length;
  while (*value != '\0' && length < capacity) {
    if (value[0] == '$' && value[1] == '<') {
      const char *end = strchr(value, '>');
      if (end == NULL) break;
      value = end + 1;
      continue;
    }
    reset[length++] = *value++;
  }
  return length;
}

static size_t append_capability(char *reset, size_t length, size_t capacity, const char *name) {
  return append(reset, length, capacity, capability(name));
}

static int has_alternate_screen(void) { return capability("smcup") != NULL && capability("rmcup") != NULL; }

static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";

size_t rj_compose_taken(char *modes, size_t capacity) {
  memcpy(modes, paste_on, sizeof paste_on - 1);
  return append_capability(modes, sizeof paste_on - 1, capacity, "smkx");
}

size_t rj_compose_given(char *modes) {
  memcpy(modes, paste_off, sizeof paste_off - 1);
  return sizeof paste_off - 1;
}

size_t rj_compose_left(char *modes, size_t capacity) {
  return has_alternate_screen() ? 0 : append_capability(modes, 0, capacity, "el");
}

size_t rj_compose_reset(char *reset, size_t capacity, int rows) {
  size_t length = rj_compose_given(reset);
  static const char *const names[] = {"rmkx", "sgr0", "op", "cnorm", "rmcup"};
  for (size_t index = 0; index < sizeof names / sizeof names[0]; index++) {
    length = append_capability(reset, length, capacity, names[index]);
  }
  const char *move = capability("cup");
  if (has_alternate_screen() || move == NULL || rows < 1) return length;
  length = append(reset, length, capacity, tiparm(move, rows - 1, 0));
  return append_capability(reset, length, capacity, "el");
}

static int has_description(const char *name, int output) {
  int found = 0;
  return setupterm(name, output, &found) == OK && found == 1;
}

enum rj_open_status rj_describe(const char **name, const char **terminfo, int output) {
  *terminfo = NULL;
  if (!has_description(*name, output)) {
    *terminfo = rj_terminfo_fallback(name);
    if (*terminfo == NULL) {
      return strcmp(*name, "dumb") == 0 ? RJ_CANNOT_MOVE_CURSOR : RJ_UNKNOWN_TERMINAL;
    }
    setenv("TERMINFO", *terminfo, 1);
    if (!has_description(*name, output)) return RJ_UNKNOWN_TERMINAL;
  }
  const char *move = tigetstr("cup");
  if (move == NULL || move == (const char *)-1) return RJ_CANNOT_MOVE_CURSOR;
  return RJ_OPENED;
}
