#include "CVirtualTerminal.h"
int cvirtualterminal_version(void) { return 1; }
