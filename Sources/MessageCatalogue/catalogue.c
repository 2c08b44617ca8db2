#include "MessageCatalogue.h"

#pragma clang diagnostic ignored "-Wc23-extensions"
static const char table[] = {
#embed "traditional.tsv"
};
const char *const traditional_catalogue = table;
const size_t traditional_catalogue_size = sizeof table;
