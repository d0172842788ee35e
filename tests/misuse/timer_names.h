/* SPDX-License-Identifier: GPL-2.0 */
/* What timers on the stack are given, by the names that later kernels have for it. */
#ifndef MISUSE_TIMER_NAMES_H
#define MISUSE_TIMER_NAMES_H

#include <linux/hrtimer.h>
#include <linux/timer.h>

#ifndef from_timer	/* the macro went when the functions got their new names */
#define destroy_timer_on_stack timer_destroy_on_stack
#define hrtimer_init_sleeper_on_stack hrtimer_setup_sleeper_on_stack
#endif

#endif /* MISUSE_TIMER_NAMES_H */
