/// The files of Resources/data, byte for byte, as the linker lays them into the program.
///
/// See docs/decisions/0004-embedded-files.md for why they come through C.

#ifndef EMBEDDED_H
#define EMBEDDED_H

#include <stddef.h>

struct embedded_file {
  const unsigned char *bytes;
  size_t count;
};

struct embedded_file embedded_essay(void);
struct embedded_file embedded_pack(void);
struct embedded_file embedded_claim_model(void);

#endif
