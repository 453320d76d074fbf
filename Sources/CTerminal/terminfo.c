#include <stddef.h>
#include <string.h>

#include "internal.h"

struct description {
  const char *name;
  const char *terminfo;  // a value for TERMINFO
};

static const struct description descriptions[] = {
#include "terminfo.inc"
};

// Terminals that say of themselves that they understand what another does.
static const struct {
  const char *prefix, *name;
} relatives[] = {
    {"xterm-", "xterm-256color"},  {"alacritty", "xterm-256color"}, {"foot", "xterm-256color"},
    {"kitty", "xterm-256color"},   {"ghostty", "xterm-256color"},   {"wezterm", "xterm-256color"},
    {"konsole", "xterm-256color"}, {"gnome", "xterm-256color"},     {"vte", "xterm-256color"},
    {"st-", "xterm-256color"},     {"iterm", "xterm-256color"},     {"contour", "xterm-256color"},
    {"screen", "screen-256color"}, {"tmux", "tmux-256color"},       {"rxvt", "rxvt-unicode-256color"},
    {"linux", "linux"},            {"vt", "vt100"},
};

static const struct description *find(const char *name) {
  for (size_t index = 0; index < sizeof descriptions / sizeof descriptions[0]; index++) {
    if (strcmp(descriptions[index].name, name) == 0) return &descriptions[index];
  }
  return NULL;
}

const char *rj_terminfo_fallback(const char **name) {
  if (*name == NULL) return NULL;
  const struct description *found = find(*name);
  for (size_t index = 0; found == NULL && index < sizeof relatives / sizeof relatives[0]; index++) {
    if (strncmp(*name, relatives[index].prefix, strlen(relatives[index].prefix)) == 0) {
      found = find(relatives[index].name);
    }
  }
  if (found == NULL) return NULL;
  *name = found->name;
  return found->terminfo;
}
