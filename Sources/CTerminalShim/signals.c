#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "CTerminalShim.h"

static int signal_descriptor = -1;

static void wanted_signals(sigset_t *set) {
  sigemptyset(set);
  const int numbers[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) sigaddset(set, numbers[i]);
}

int bold_signals_block(void) {
  if (signal_descriptor >= 0) return signal_descriptor;
  sigset_t set;
  wanted_signals(&set);
  if (pthread_sigmask(SIG_BLOCK, &set, NULL) != 0) return -1;
  // A service that goes away is an error to be shown, not a signal.
  signal(SIGPIPE, SIG_IGN);
  signal_descriptor = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
  return signal_descriptor;
}

int bold_signals_next(int descriptor) {
  struct signalfd_siginfo info;
  ssize_t count;
  do {
    count = read(descriptor, &info, sizeof info);
  } while (count < 0 && errno == EINTR);
  return count == (ssize_t)sizeof info ? (int)info.ssi_signo : 0;
}

void bold_signals_stop_here(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, before;
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  sigaction(SIGTSTP, &standard, &before);
  kill(0, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &stop, NULL);
  // Stopped here, until SIGCONT.
  pthread_sigmask(SIG_BLOCK, &stop, NULL);
  sigaction(SIGTSTP, &before, NULL);
}

void bold_memory_guard(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

int bold_wake_open(int counting) {
  return eventfd(0, EFD_CLOEXEC | (counting ? EFD_SEMAPHORE : EFD_NONBLOCK));
}

void bold_wake_post(int descriptor) {
  uint64_t one = 1;
  while (write(descriptor, &one, sizeof one) < 0 && errno == EINTR) {}
}

void bold_wake_take(int descriptor) {
  uint64_t value;
  while (read(descriptor, &value, sizeof value) < 0 && errno == EINTR) {}
}

int bold_terminal_size(int descriptor, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return -1;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return 0;
}
