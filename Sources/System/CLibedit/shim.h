// libedit's variadic functions and C's standard streams, in a form that Swift can call.
#include <histedit.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <time.h>

typedef unsigned char (*editline_function)(EditLine *, wint_t);

/// An editor on the terminal of standard input and output; what it would draw goes to `display`.
static inline EditLine *editline_start(const char *program, FILE *display) {
  return el_init_fd(program, stdin, display, display, 0, 1, 2);
}

static inline int editline_set_flag(EditLine *e, int option, int value) { return el_wset(e, option, value); }
static inline int editline_set_owner(EditLine *e, void *owner) { return el_wset(e, EL_CLIENTDATA, owner); }
static inline void *editline_owner(EditLine *e) {
  void *owner = NULL;
  return el_wget(e, EL_CLIENTDATA, &owner) == 0 ? owner : NULL;
}
static inline int editline_set_mode(EditLine *e, const wchar_t *mode) { return el_wset(e, EL_EDITOR, mode); }
static inline int editline_set_reader(EditLine *e, el_rfunc_t f) { return el_wset(e, EL_GETCFN, f); }
static inline int editline_add_function(EditLine *e, const wchar_t *name, editline_function f) {
  return el_wset(e, EL_ADDFN, name, name, f);
}
static inline int editline_bind(EditLine *e, const wchar_t *key, const wchar_t *function) {
  return el_wset(e, EL_BIND, key, function, NULL);
}
static inline int editline_set_tty(EditLine *e, const wchar_t *which, const wchar_t *mode) {
  return el_wset(e, EL_SETTY, which, mode, NULL);
}

/// Sends what the program printed on its way.
static inline void editline_flush(void) { fflush(stdout); }

extern int wcwidth(wchar_t);
/// Columns of a character by the tables that libedit goes by; 0 for what is not printed.
static inline int editline_width(wchar_t character) {
  int width = wcwidth(character);
  return width > 0 ? width : 0;
}

extern int ppoll(struct pollfd *, nfds_t, const struct timespec *, const sigset_t *);
/// Waits for standard input with exactly the signals of `held` held back; forever where `milliseconds` is negative.
static inline int editline_wait(int milliseconds, const sigset_t *held) {
  struct pollfd input = {0, POLLIN, 0};
  struct timespec limit = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
  return ppoll(&input, 1, milliseconds < 0 ? NULL : &limit, held);
}
