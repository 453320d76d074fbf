// Inflating by zlib, with a limit on what comes out.

#ifndef CZLIB_H
#define CZLIB_H

#include <stddef.h>
#include <stdint.h>

typedef struct czlib_stream czlib_stream;

typedef enum {
  /// More output is there than was asked for, or more input is needed.
  czlib_going_on = 0,
  czlib_ended,
  czlib_damaged,
} czlib_result;

/// Begins to inflate; `is_gzip` for a gzip file, else for the bare data of a zip file's entry. The
/// bytes must outlive the stream. Returns NULL when memory is short.
czlib_stream *czlib_open(const uint8_t *bytes, size_t count, int is_gzip);

/// Inflates at most `room` bytes to `output` and tells how many came in `written`. Several members of
/// a gzip file are one text.
czlib_result czlib_read(czlib_stream *stream, uint8_t *output, size_t room, size_t *written);

void czlib_close(czlib_stream *stream);

uint32_t czlib_checksum(const uint8_t *bytes, size_t count);

#endif
