#include "Embedded.h"

#define EMBEDDED(name) \
  struct embedded_file embedded_##name(void) { \
    return (struct embedded_file){name, sizeof name}; \
  }

static const unsigned char essay[] = {
#embed "../data/essay.txt"
};
EMBEDDED(essay)

static const unsigned char pack[] = {
#embed "../data/pack.json"
};
EMBEDDED(pack)

static const unsigned char claim_model[] = {
#embed "../data/claims.model"
};
EMBEDDED(claim_model)
