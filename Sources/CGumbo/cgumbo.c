#include "CGumbo.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Nothing of a page is given back before the page is: the parser frees little on its way, and the
// tree goes as a whole.
typedef struct block {
  struct block *next;
  size_t used;
  size_t size;
  _Alignas(max_align_t) unsigned char bytes[];
} block;

struct cgumbo_page {
  block *blocks;
  GumboOutput *output;
};

static const size_t usual_block = 1 << 18;

static void *take(void *userdata, size_t size) {
  cgumbo_page *page = userdata;
  size_t alignment = _Alignof(max_align_t);
  size = (size + alignment - 1) & ~(alignment - 1);
  if (!page->blocks || page->blocks->size - page->blocks->used < size) {
    size_t room = size > usual_block / 4 ? size : usual_block;
    block *fresh = malloc(sizeof(block) + room);
    // The parser does not look whether it got memory.
    if (!fresh) abort();
    fresh->used = 0;
    fresh->size = room;
    if (page->blocks && room == size) {
      // A large piece has a block of its own; the one in use goes on being filled.
      fresh->next = page->blocks->next;
      page->blocks->next = fresh;
      fresh->used = size;
      return fresh->bytes;
    }
    fresh->next = page->blocks;
    page->blocks = fresh;
  }
  void *result = page->blocks->bytes + page->blocks->used;
  page->blocks->used += size;
  return result;
}

static void keep(void *userdata, void *pointer) {
  (void)userdata;
  (void)pointer;
}

cgumbo_page *cgumbo_parse(const char *bytes, size_t count) {
  cgumbo_page *page = calloc(1, sizeof *page);
  if (!page) return NULL;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = take;
  options.deallocator = keep;
  options.userdata = page;
  options.max_errors = 0;
  page->output = gumbo_parse_with_options(&options, bytes, count);
  return page;
}

const GumboNode *cgumbo_document(const cgumbo_page *page) { return page->output->document; }

void cgumbo_free(cgumbo_page *page) {
  for (block *next, *each = page->blocks; each; each = next) {
    next = each->next;
    free(each);
  }
  free(page);
}

const GumboNode *cgumbo_node(const GumboVector *vector, unsigned int index) {
  return vector->data[index];
}

size_t cgumbo_length(const char *string) { return strlen(string); }

const GumboAttribute *cgumbo_attribute(const GumboVector *vector, unsigned int index) {
  return vector->data[index];
}
