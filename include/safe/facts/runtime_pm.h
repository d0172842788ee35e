/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Runtime power management, and wake-ups.
 */
#ifndef _SAFE_FACTS_RUNTIME_PM_H
#define _SAFE_FACTS_RUNTIME_PM_H

#include <linux/pm_runtime.h>
#include <linux/pm_wakeup.h>
#include <linux/pm_domain.h>
#include <safe/annotations.h>

#define __usage __raises("pm_runtime_put", "pm_runtime_put_sync", \
	"pm_runtime_put_noidle", "pm_runtime_put_autosuspend", \
	"__pm_runtime_put_autosuspend", "pm_runtime_put_sync_autosuspend", \
	"pm_runtime_put_sync_suspend")

#define __usage_if_0 __raises_if("ret == 0", \
	"pm_runtime_put", "pm_runtime_put_sync", \
	"pm_runtime_put_noidle", "pm_runtime_put_autosuspend", \
	"__pm_runtime_put_autosuspend", "pm_runtime_put_sync_autosuspend", \
	"pm_runtime_put_sync_suspend")

#define __usage_if_more __raises_if("ret > 0", \
	"pm_runtime_put", "pm_runtime_put_sync", \
	"pm_runtime_put_noidle", "pm_runtime_put_autosuspend", \
	"__pm_runtime_put_autosuspend", "pm_runtime_put_sync_autosuspend", \
	"pm_runtime_put_sync_suspend")
int pm_runtime_get_sync(struct device * __borrowed __usage dev);
int pm_runtime_get(struct device * __borrowed __usage dev);
void pm_runtime_get_noresume(struct device * __borrowed __usage dev);
int pm_runtime_resume_and_get(struct device * __borrowed __usage_if_0 dev) __must_look;
int pm_runtime_get_active(struct device * __borrowed __usage_if_0 dev, int rpmflags)
		__must_look __kernels("7.3");
int pm_runtime_get_if_in_use(struct device * __borrowed __usage_if_more dev) __must_look;
int pm_runtime_get_if_active(struct device * __borrowed __usage_if_more dev,
		bool ign_usage_count) __must_look __kernels("6.1");
int pm_runtime_get_if_active(struct device * __borrowed __usage_if_more dev) __must_look
		__kernels("6.12", "7.3");
int pm_runtime_put(struct device * __borrowed __lowers dev);
int pm_runtime_put_sync(struct device * __borrowed __lowers dev);
int pm_runtime_put_sync_suspend(struct device * __borrowed __lowers dev);
void pm_runtime_put_noidle(struct device * __borrowed __lowers dev);
int pm_runtime_put_autosuspend(struct device * __borrowed __lowers dev);
int __pm_runtime_put_autosuspend(struct device * __borrowed __lowers dev)
		__kernels("6.12", "7.3");
int pm_runtime_put_sync_autosuspend(struct device * __borrowed __lowers dev);
void pm_runtime_enable(struct device * __borrowed __raises("pm_runtime_disable",
		"__pm_runtime_disable") dev);
void pm_runtime_disable(struct device * __borrowed __lowers dev);
void __pm_runtime_disable(struct device * __borrowed __lowers dev, bool check_resume);
int devm_pm_runtime_enable(struct device * __borrowed dev) __must_look;
int pm_runtime_resume(struct device * __borrowed dev);
int pm_runtime_suspend(struct device * __borrowed dev);
int pm_runtime_idle(struct device * __borrowed dev);
void pm_runtime_mark_last_busy(struct device * __borrowed dev);
int pm_runtime_set_active(struct device * __borrowed dev);
int pm_runtime_set_suspended(struct device * __borrowed dev);
void pm_runtime_set_autosuspend_delay(struct device * __borrowed dev, int delay);
void pm_runtime_use_autosuspend(struct device * __borrowed dev);
void pm_runtime_dont_use_autosuspend(struct device * __borrowed dev);
bool pm_runtime_active(struct device * __borrowed dev);
bool pm_runtime_suspended(struct device * __borrowed dev);
int pm_runtime_force_suspend(struct device * __borrowed dev);
int pm_runtime_force_resume(struct device * __borrowed dev) __must_look;
void pm_runtime_irq_safe(struct device * __borrowed dev);
int pm_runtime_barrier(struct device * __borrowed dev);
void pm_stay_awake(struct device * __borrowed __raises("pm_relax") dev);
void pm_relax(struct device * __borrowed __lowers dev);
struct device *dev_pm_domain_attach_by_id(struct device * __borrowed dev,
		unsigned int index) __returns_err_or_null;
struct device *dev_pm_domain_attach_by_name(struct device * __borrowed dev,
		const char * __borrowed name) __returns_err_or_null;
void dev_pm_domain_detach(struct device * __borrowed dev, bool power_off);
int device_init_wakeup(struct device * __borrowed dev, bool enable);

#endif /* _SAFE_FACTS_RUNTIME_PM_H */
