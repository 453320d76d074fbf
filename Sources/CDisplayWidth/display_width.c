#include "CDisplayWidth.h"

#include <stddef.h>

#define RUN(first, name) ((uint32_t)(first) << 8 | RJ_##name)

static const uint32_t runs[] = {
#include "classes.inc"
};

// The last run whose first scalar is not after `scalar`.
static uint8_t search(uint32_t scalar) {
  size_t low = 0, high = sizeof runs / sizeof runs[0];
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (runs[middle] >> 8 <= scalar) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return runs[low] & 0xFF;
}

uint8_t rj_class_of_scalar(uint32_t scalar) {
  // Most of what is read, without a search: ASCII, Latin letters, quotes and dashes, Han.
  if (scalar >= 0x20 && scalar < 0x7F) return RJ_NARROW;
  if (scalar >= 0xB0 && scalar < 0x300) return RJ_NARROW;
  if (scalar >= 0x2010 && scalar < 0x2028) return RJ_NARROW;
  if (scalar >= 0x4E00 && scalar <= 0x9FFF) return RJ_WIDE;
  if (scalar > 0x10FFFF) return RJ_MISSING;
  return search(scalar);
}

int rj_columns_of_scalar(uint32_t scalar) {
  if (scalar == 0) return 0;
  switch (rj_class_of_scalar(scalar)) {
    case RJ_WIDE:
    case RJ_WIDE_PICTOGRAPH:
    case RJ_SKIN_TONE:
      return 2;
    case RJ_MARK:
    case RJ_SILENT:
    case RJ_JOINER:
      return 0;
    case RJ_CONTROL:
    case RJ_HIDDEN:
    case RJ_TAG:
      return -1;
    default:
      return 1;
  }
}
