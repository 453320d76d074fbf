// CommonMark with GitHub's extensions, behind one function.

#ifndef CCMARK_H
#define CCMARK_H

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <stdbool.h>
#include <stddef.h>

/// Parses Markdown: tables, task lists, strikethrough and footnotes included; addresses that are not
/// marked as links stay text. May be called from any thread.
///
/// Returns the document, to be freed by `cmark_node_free`, or NULL when memory is short.
cmark_node *ccmark_parse(const char *bytes, size_t count);

/// What a node of an extension is.
typedef enum {
  ccmark_other = 0,
  ccmark_table,
  ccmark_table_row,
  ccmark_table_cell,
  ccmark_strikethrough,
  ccmark_task_item,
} ccmark_extension;

ccmark_extension ccmark_extension_of(cmark_node *node);

#endif
