#ifndef CVIRTUALTERMINAL_H
#define CVIRTUALTERMINAL_H
int cvirtualterminal_version(void);
#endif
