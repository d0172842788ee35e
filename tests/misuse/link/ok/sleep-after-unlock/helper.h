/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _HELPER_H
#define _HELPER_H

extern spinlock_t foo_lock;

void foo_wait(void);
void foo_settle(int times);
void foo_unlock(void);

#endif /* _HELPER_H */
