// The terminal as it was, in a crash as well. A Swift trap ends the process at once: nothing that
// Swift has put aside for its end would run. Only functions that are safe in a signal handler are
// called from it.
#define _GNU_SOURCE
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

#include "CTerminalShim.h"

static struct termios resting;
static int terminal = -1;
static volatile sig_atomic_t armed = 0;
static char sequence[512];
static volatile size_t sequence_length = 0;
static const int crashes[] = {SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGBUS};

static void rescue(int number) {
  if (armed) {
    armed = 0;
    size_t done = 0;
    while (done < sequence_length) {
      ssize_t count = write(terminal, sequence + done, sequence_length - done);
      if (count <= 0) break;
      done += (size_t)count;
    }
    tcsetattr(terminal, TCSANOW, &resting);
    static const char words[] =
        "bold stopped because of a fault of its own. The terminal is restored; nothing was written.\n";
    ssize_t ignored = write(STDERR_FILENO, words, sizeof words - 1);
    (void)ignored;
  }
  // The handler was reset when it was called: this ends the process as the fault would have.
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  raise(number);
}

int bold_rescue_arm(int descriptor) {
  if (tcgetattr(descriptor, &resting) != 0) return -1;
  terminal = descriptor;
  // A stack of its own: the fault may be that the stack is full.
  static char *stack = NULL;
  if (!stack) {
    void *memory = mmap(
        NULL, 65536, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory != MAP_FAILED) {
      stack = memory;
      stack_t own = {.ss_sp = stack, .ss_size = 65536};
      sigaltstack(&own, NULL);
    }
  }
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = rescue;
  action.sa_flags = SA_RESETHAND | SA_NODEFER | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) {
    sigaction(crashes[i], &action, NULL);
  }
  armed = 1;
  return 0;
}

void bold_rescue_sequence(const char *bytes, size_t count) {
  if (count > sizeof sequence) count = sizeof sequence;
  sequence_length = 0;
  memcpy(sequence, bytes, count);
  sequence_length = count;
}

void bold_rescue_discipline(void) {
  if (terminal >= 0) tcsetattr(terminal, TCSADRAIN, &resting);
}

void bold_rescue_disarm(void) {
  armed = 0;
  for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) signal(crashes[i], SIG_DFL);
}
