#include "CCmark.h"

#include <pthread.h>
#include <string.h>

static pthread_once_t is_registered = PTHREAD_ONCE_INIT;

static void register_extensions(void) {
  cmark_gfm_core_extensions_ensure_registered();
}

cmark_node *ccmark_parse(const char *bytes, size_t count) {
  pthread_once(&is_registered, register_extensions);
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8);
  if (!parser) return NULL;
  static const char *const names[] = {"table", "strikethrough", "tasklist"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    cmark_syntax_extension *extension = cmark_find_syntax_extension(names[i]);
    if (extension) cmark_parser_attach_syntax_extension(parser, extension);
  }
  cmark_parser_feed(parser, bytes, count);
  cmark_node *document = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  return document;
}

ccmark_extension ccmark_extension_of(cmark_node *node) {
  const char *name = cmark_node_get_type_string(node);
  if (!strcmp(name, "table")) return ccmark_table;
  if (!strcmp(name, "table_row") || !strcmp(name, "table_header")) return ccmark_table_row;
  if (!strcmp(name, "table_cell")) return ccmark_table_cell;
  if (!strcmp(name, "strikethrough")) return ccmark_strikethrough;
  if (!strcmp(name, "tasklist")) return ccmark_task_item;
  return ccmark_other;
}
