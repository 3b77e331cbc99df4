// The wide-character interface of ncurses. Macros and globals that Swift cannot name are functions.
#pragma once
#define _XOPEN_SOURCE 700
#define NCURSES_WIDECHAR 1
#include <stdio.h>
#include <wchar.h>
#include <curses.h>
#include <term.h>

static inline WINDOW *bold_stdscr(void) { return stdscr; }
static inline WINDOW *bold_curscr(void) { return curscr; }
static inline int bold_colors(void) { return COLORS; }

// The screen of this process's own input and output; NULL where it cannot be opened.
static inline SCREEN *bold_newterm(const char *name) { return newterm(name, stdout, stdin); }

// Writes a sequence past ncurses, at once.
static inline void bold_write(const char *text) {
  fputs(text, stdout);
  fflush(stdout);
}

// The sequence that makes the whole screen the scrolling region; NULL where there is none.
static inline const char *bold_whole_region(int rows) {
  const char *capability = tigetstr("csr");
  if (!capability || capability == (const char *)-1) return NULL;
  return tparm(capability, 0, rows - 1);
}

// The columns that the C library gives to a character.
static inline int bold_wcwidth(wchar_t character) { return wcwidth(character); }

static inline attr_t bold_attribute_bold(void) { return A_BOLD; }
static inline attr_t bold_attribute_dim(void) { return A_DIM; }
static inline attr_t bold_attribute_reverse(void) { return A_REVERSE; }
static inline attr_t bold_attribute_underline(void) { return A_UNDERLINE; }

// Presses of the first button, and turns of the wheel.
static inline mmask_t bold_mouse_mask(void) {
  return BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED;
}
static inline bool bold_mouse_scrolls_up(mmask_t state) { return (state & BUTTON4_PRESSED) != 0; }
static inline bool bold_mouse_scrolls_down(mmask_t state) { return (state & BUTTON5_PRESSED) != 0; }

// Draws one character with its combining marks. ERR where the C library does not know it.
static inline int bold_put(int row, int column, const wchar_t *text, attr_t attributes, short pair) {
  cchar_t cell;
  if (setcchar(&cell, text, attributes, pair, NULL) == ERR) return ERR;
  return mvwadd_wch(bold_stdscr(), row, column, &cell);
}
