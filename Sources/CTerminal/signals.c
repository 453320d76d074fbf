// Signals arrive in a pipe that the event loop polls. A crash gives the terminal back first.

#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "CTerminal.h"

static const int reported[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGHUP, SIGTERM, SIGINT};
static const int fatal[] = {SIGSEGV, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGABRT, SIGQUIT};
enum {
  REPORTED = sizeof reported / sizeof reported[0],
  FATAL = sizeof fatal / sizeof fatal[0],
};

static struct sigaction found_reported[REPORTED], found_fatal[FATAL], found_pipe;
static stack_t found_stack;
static char crash_stack[32768];

static int channel[2] = {-1, -1};

// What a crash needs, ready before it happens.
static int crash_output = -1;
static struct termios crash_modes;
static char crash_reset[512];
static size_t crash_length;

static void report(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  // The pipe does not block; when it is full, enough signals wait already.
  ssize_t written = write(channel[1], &byte, 1);
  (void)written;
  errno = saved;
}

// Only calls that are safe in a signal handler.
static void crash(int number) {
  if (crash_output >= 0) {
    size_t done = 0;
    while (done < crash_length) {
      ssize_t count = write(crash_output, crash_reset + done, crash_length - done);
      if (count <= 0) break;
      done += (size_t)count;
    }
    tcsetattr(crash_output, TCSANOW, &crash_modes);
  }
  // SA_RESETHAND: the second time the signal does what it always does.
  raise(number);
}

void rj_signals_reinstall(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigfillset(&action.sa_mask);
  action.sa_handler = report;
  action.sa_flags = SA_RESTART;
  for (size_t index = 0; index < REPORTED; index++) sigaction(reported[index], &action, NULL);
}

// While the terminal is lent its stop key stops the borrower and this process with it, as the shell that
// takes over expects: the borrower is waited for, and nobody else would hear of it.
void rj_signals_let_stop(void) {
  for (size_t index = 0; index < REPORTED; index++) {
    if (reported[index] == SIGTSTP) sigaction(SIGTSTP, &found_reported[index], NULL);
  }
}

// The stack for a crash is this thread's alone: where another thread's own stack overflows, the system ends
// the process and the terminal stays as it was.
static void install_fatal(void) {
  stack_t stack;
  memset(&stack, 0, sizeof stack);
  stack.ss_sp = crash_stack;
  stack.ss_size = sizeof crash_stack;
  sigaltstack(&stack, &found_stack);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = crash;
  action.sa_flags = SA_RESETHAND | SA_ONSTACK;
  for (size_t index = 0; index < FATAL; index++) {
    sigaction(fatal[index], &action, &found_fatal[index]);
  }
}

void rj_signals_set_reset(const char *reset, size_t length) {
  crash_length = length < sizeof crash_reset ? length : sizeof crash_reset;
  memcpy(crash_reset, reset, crash_length);
}

void rj_signals_install(int output, const struct termios *found, const char *reset, size_t length) {
  if (pipe2(channel, O_CLOEXEC | O_NONBLOCK) != 0) channel[0] = channel[1] = -1;
  crash_modes = *found;
  rj_signals_set_reset(reset, length);
  crash_output = output;
  for (size_t index = 0; index < REPORTED; index++) {
    sigaction(reported[index], NULL, &found_reported[index]);
  }
  struct sigaction ignore;
  memset(&ignore, 0, sizeof ignore);
  ignore.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &ignore, &found_pipe);
  install_fatal();
  rj_signals_reinstall();
}

void rj_signals_remove(void) {
  crash_output = -1;
  for (size_t index = 0; index < REPORTED; index++) {
    sigaction(reported[index], &found_reported[index], NULL);
  }
  for (size_t index = 0; index < FATAL; index++) {
    sigaction(fatal[index], &found_fatal[index], NULL);
  }
  sigaction(SIGPIPE, &found_pipe, NULL);
  sigaltstack(&found_stack, NULL);
  for (int index = 0; index < 2; index++) {
    if (channel[index] >= 0) close(channel[index]);
    channel[index] = -1;
  }
}

int rj_signals_descriptor(void) { return channel[0]; }

static int next(void) {
  unsigned char byte;
  if (channel[0] < 0 || read(channel[0], &byte, 1) != 1) return 0;
  return byte;
}

enum rj_signal rj_terminal_next_signal(void) {
  switch (next()) {
    case 0: return RJ_NO_SIGNAL;
    case SIGINT: return RJ_INTERRUPTED;
    case SIGTERM: return RJ_TERMINATED;
    case SIGHUP: return RJ_HUNG_UP;
    case SIGTSTP: return RJ_STOPPED;
    case SIGCONT: return RJ_RESUMED;
    default: return RJ_RESIZED;
  }
}

void rj_signals_discard_borrowed(void) {
  int terminated = 0, hung_up = 0, number;
  while ((number = next()) != 0) {
    terminated |= number == SIGTERM;
    hung_up |= number == SIGHUP;
  }
  if (terminated) report(SIGTERM);
  if (hung_up) report(SIGHUP);
}
