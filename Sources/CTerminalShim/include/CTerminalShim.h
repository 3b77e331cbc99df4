// What has to be C: signals that arrive as descriptors, and the rescue of the terminal in a crash.
#pragma once
#include <stddef.h>
#include <stdint.h>

// Blocks TERM, HUP, INT, QUIT, WINCH, TSTP and CONT in this thread and those it starts, and returns
// a descriptor that reads them; -1 on failure. The same descriptor when called again.
int bold_signals_block(void);

// The number of the next signal that has come, or 0.
int bold_signals_next(int descriptor);

// Stops the process group as the terminal would, and returns when it goes on.
void bold_signals_stop_here(void);

// No core file, and no reading of this process by another one.
void bold_memory_guard(void);

// A descriptor that wakes a poll. `counting`: each read takes one.
int bold_wake_open(int counting);
void bold_wake_post(int descriptor);
// Waits where counting, else returns at once.
void bold_wake_take(int descriptor);

// Rows and columns of a terminal; 0 on success.
int bold_terminal_size(int descriptor, int *rows, int *columns);

// Remembers how the terminal was, and restores that when the process crashes.
int bold_rescue_arm(int descriptor);
// What to write to leave every mode that was switched on. At most 512 bytes are kept.
void bold_rescue_sequence(const char *bytes, size_t count);
// Restores the terminal's line discipline, without writing.
void bold_rescue_discipline(void);
void bold_rescue_disarm(void);
