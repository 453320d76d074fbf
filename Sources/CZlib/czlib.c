#include "CZlib.h"

#include <stdlib.h>
#include <zlib.h>

struct czlib_stream {
  z_stream z;
  const uint8_t *next;
  size_t left;
  int is_gzip;
  int has_ended;
};

// zlib counts in unsigned int.
static const size_t largest_piece = 1 << 30;

czlib_stream *czlib_open(const uint8_t *bytes, size_t count, int is_gzip) {
  czlib_stream *stream = calloc(1, sizeof *stream);
  if (!stream) return NULL;
  stream->next = bytes;
  stream->left = count;
  stream->is_gzip = is_gzip;
  if (inflateInit2(&stream->z, is_gzip ? 16 + MAX_WBITS : -MAX_WBITS) != Z_OK) {
    free(stream);
    return NULL;
  }
  return stream;
}

static void feed(czlib_stream *stream) {
  if (stream->z.avail_in > 0) return;
  size_t piece = stream->left < largest_piece ? stream->left : largest_piece;
  stream->z.next_in = (Bytef *)stream->next;
  stream->z.avail_in = (uInt)piece;
  stream->next += piece;
  stream->left -= piece;
}

czlib_result czlib_read(czlib_stream *stream, uint8_t *output, size_t room, size_t *written) {
  if (room > largest_piece) room = largest_piece;
  *written = 0;
  if (stream->has_ended) return czlib_ended;
  stream->z.next_out = output;
  stream->z.avail_out = (uInt)room;
  czlib_result result = czlib_going_on;
  while (stream->z.avail_out > 0) {
    feed(stream);
    int status = inflate(&stream->z, Z_NO_FLUSH);
    if (status == Z_STREAM_END) {
      feed(stream);
      // Another member follows; anything else behind the end is padding.
      if (stream->is_gzip && stream->z.avail_in >= 2 && stream->z.next_in[0] == 0x1F &&
          stream->z.next_in[1] == 0x8B && inflateReset(&stream->z) == Z_OK) {
        continue;
      }
      stream->has_ended = 1;
      result = czlib_ended;
      break;
    }
    if (status == Z_BUF_ERROR && stream->z.avail_in == 0 && stream->left == 0) break;
    if (status != Z_OK) {
      result = czlib_damaged;
      break;
    }
  }
  *written = room - stream->z.avail_out;
  return result;
}

void czlib_close(czlib_stream *stream) {
  inflateEnd(&stream->z);
  free(stream);
}

uint32_t czlib_checksum(const uint8_t *bytes, size_t count) {
  uLong sum = crc32(0, Z_NULL, 0);
  while (count > 0) {
    size_t piece = count < largest_piece ? count : largest_piece;
    sum = crc32(sum, bytes, (uInt)piece);
    bytes += piece;
    count -= piece;
  }
  return (uint32_t)sum;
}
