// How many columns a Unicode scalar takes, from one pinned table (Unicode 16.0).
//
// Everything that must agree on widths asks here: layout, drawing, and through `wcwidth` ncurses.

#ifndef CDISPLAYWIDTH_H
#define CDISPLAYWIDTH_H

#include <stdint.h>

enum rj_scalar_class {
  RJ_MISSING,            // unassigned, private use, surrogate or noncharacter
  RJ_NARROW,             // one column
  RJ_WIDE,               // two columns
  RJ_MARK,               // no column: belongs to the scalar before it
  RJ_NARROW_PICTOGRAPH,  // one column, and can be part of an emoji sequence
  RJ_WIDE_PICTOGRAPH,    // two columns, and can be part of an emoji sequence
  RJ_SPACE,              // a space other than U+0020, one column
  RJ_CONTROL,            // C0 and DEL
  RJ_HIDDEN,             // C1, bidirectional and other format controls, line separators
  RJ_INVISIBLE,          // takes no ink and has no effect on others: soft hyphen, U+200B, BOM
  RJ_SILENT,             // variation selectors and the like, rightly invisible after a base
  RJ_JOINER,             // U+200D
  RJ_SKIN_TONE,          // U+1F3FB...U+1F3FF
  RJ_REGIONAL,           // half a flag
  RJ_TAG,                // U+E0020...U+E007F
};

/// The class of a scalar, one of `rj_scalar_class`; values past U+10FFFF are missing.
uint8_t rj_class_of_scalar(uint32_t scalar);

/// Columns of a scalar by itself: 0, 1 or 2; -1 for controls. The same facts as `wcwidth` is to give.
int rj_columns_of_scalar(uint32_t scalar);

#endif
