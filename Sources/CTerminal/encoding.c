// Two functions of the C library that ncurses calls, ours instead.
//
// ncurses asks `wcwidth` how far the cursor moves and `wcrtomb` for the bytes to send. The library's
// own answers depend on its version and on locale files, which a host may lack: then everything
// beyond ASCII prints as `~W`. With these two, nothing depends on a locale.

#include <errno.h>
#include <wchar.h>

#include "CDisplayWidth.h"
#include "internal.h"

static int writes_utf8 = 1;

void rj_encoding_set_utf8(int is_utf8) { writes_utf8 = is_utf8; }

int wcwidth(wchar_t scalar) { return rj_columns_of_scalar((uint32_t)scalar); }

// Stateless: neither UTF-8 nor ASCII shifts.
size_t wcrtomb(char *restrict bytes, wchar_t wide, mbstate_t *restrict state) {
  (void)state;
  if (bytes == NULL) return 1;
  uint32_t scalar = (uint32_t)wide;
  if (scalar < 0x80) {
    bytes[0] = (char)scalar;
    return 1;
  }
  if (!writes_utf8 || scalar > 0x10FFFF || (scalar >= 0xD800 && scalar < 0xE000)) {
    errno = EILSEQ;
    return (size_t)-1;
  }
  size_t length = scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4;
  for (size_t index = length - 1; index > 0; index--) {
    bytes[index] = (char)(0x80 | (scalar & 0x3F));
    scalar >>= 6;
  }
  bytes[0] = (char)((0xF00 >> length) | scalar);
  return length;
}
