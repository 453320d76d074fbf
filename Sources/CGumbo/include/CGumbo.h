// HTML5 parsing by gumbo, with memory that is given back in one step.

#ifndef CGUMBO_H
#define CGUMBO_H

#include <gumbo.h>
#include <stddef.h>

typedef struct cgumbo_page cgumbo_page;

/// Parses a page. The bytes must outlive it; the tree may point into them.
///
/// Returns NULL when memory is short at the beginning.
cgumbo_page *cgumbo_parse(const char *bytes, size_t count);

/// The document's node.
const GumboNode *cgumbo_document(const cgumbo_page *page);

/// Frees the page and its tree. Takes no stack, however deep the tree is; gumbo's own function does.
void cgumbo_free(cgumbo_page *page);

/// The node with an index below `vector->length`.
const GumboNode *cgumbo_node(const GumboVector *vector, unsigned int index);
/// Bytes of a string before its end.
size_t cgumbo_length(const char *string);
const GumboAttribute *cgumbo_attribute(const GumboVector *vector, unsigned int index);

#endif
