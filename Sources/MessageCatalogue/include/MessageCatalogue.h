// The Traditional Chinese of everything the program says, as a table within the binary: it moves with it and costs
// nothing to compile.
#pragma once
#include <stddef.h>

/// UTF-8, a line an entry: the Simplified piece, a tab, the Traditional one. `\n`, `\t` and `\\` stand for those
/// characters. Made by `scripts/catalog` from `traditional.tsv`, which is not to be edited.
extern const char *const traditional_catalogue;
/// In bytes.
extern const size_t traditional_catalogue_size;
