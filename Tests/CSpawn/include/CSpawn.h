// Children and pseudo-terminals for tests: what glibc hides from Swift behind _GNU_SOURCE.

#ifndef CSPAWN_H
#define CSPAWN_H

/// Starts a program with default signals. Its standard streams are opened by name; in a session of
/// its own the terminal that it opens becomes the controlling one.
/// Returns the process, or a negated errno.
int rj_spawn(
    const char *program, char *const arguments[], char *const environment[], const char *folder,
    const char *input, const char *output, const char *errors, int in_new_session);

/// Opens a pseudo-terminal and notes the far end's path. Returns the near end, or a negated errno.
int rj_pseudo_terminal(int columns, int rows, char *name, int size);

#endif
