/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _HELPER_H
#define _HELPER_H

extern spinlock_t foo_lock;

void foo_wait(bool sleep);
void foo_unlock(void);
void foo_relax(void);

#endif /* _HELPER_H */
