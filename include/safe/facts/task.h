/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Tasks, memory maps, credentials and name spaces.
 */
#ifndef _SAFE_FACTS_TASK_H
#define _SAFE_FACTS_TASK_H

#include <linux/sched/task.h>
#include <linux/pid.h>
#include <linux/sched.h>
#include <linux/sched/mm.h>
#include <linux/mm.h>
#include <linux/cred.h>
#include <linux/user_namespace.h>
#include <linux/pid_namespace.h>
#include <linux/sched/signal.h>
#include <linux/module.h>
#include <linux/kdebug.h>
#include <linux/notifier.h>
#include <linux/suspend.h>
#include <linux/shrinker.h>
#include <linux/umh.h>
#include <linux/srcu.h>
#include <linux/cpuhotplug.h>
#include <safe/annotations.h>

struct task_struct *get_task_struct(struct task_struct * __returned
		__raises("put_task_struct") t);
void put_task_struct(struct task_struct * __puts t);
struct task_struct *get_pid_task(struct pid * __borrowed pid, enum pid_type)
		__returns_owned __returns_none __released_by("put_task_struct");
struct task_struct *find_get_task_by_vpid(pid_t nr) __returns_owned __returns_none
		__released_by("put_task_struct");
struct mm_struct *get_task_mm(struct task_struct * __borrowed task) __returns_owned
		__returns_none __released_by("mmput", "mmput_async");
struct mm_struct *mm_access(struct task_struct * __borrowed task, unsigned int mode)
		__returns_owned __returns_err_or_null __released_by("mmput");
void mmput(struct mm_struct * __puts);
void mmput_async(struct mm_struct * __puts);
void mmget(struct mm_struct * __raises("mmput", "mmput_async") mm);
bool mmget_not_zero(struct mm_struct * __borrowed __raises_if("ret != 0", "mmput",
		"mmput_async") mm) __must_look;
void mmgrab(struct mm_struct * __raises("mmdrop") mm);
void mmdrop(struct mm_struct * __puts mm);
struct file *get_mm_exe_file(struct mm_struct * __borrowed mm) __returns_owned
		__returns_none __released_by("fput");
struct file *get_task_exe_file(struct task_struct * __borrowed task) __returns_owned
		__returns_none __released_by("fput");
struct pid *get_pid(struct pid * __returned __raises("put_pid") pid);
void put_pid(struct pid * __puts pid);
struct pid *find_get_pid(int nr) __returns_owned __returns_none __released_by("put_pid");
struct pid *get_task_pid(struct task_struct * __borrowed task, enum pid_type type)
		__returns_owned __returns_none __released_by("put_pid");
struct pid *find_vpid(int nr) __returns_none;
struct pid *find_pid_ns(int nr, struct pid_namespace * __borrowed ns) __returns_none;
struct task_struct *find_task_by_vpid(pid_t nr) __returns_none;
struct task_struct *find_task_by_pid_ns(pid_t nr, struct pid_namespace * __borrowed ns)
		__returns_none;
struct task_struct *pid_task(struct pid * __borrowed pid, enum pid_type) __returns_none;
struct cred *prepare_creds(void) __returns_owned __returns_null
		__released_by("abort_creds", "put_cred", "commit_creds");
struct cred *prepare_kernel_cred(struct task_struct * __borrowed) __returns_owned
		__returns_null __released_by("abort_creds", "put_cred");
int commit_creds(struct cred * __takes);
void abort_creds(struct cred * __puts);
void put_cred(const struct cred * __puts _cred);
const struct cred *get_cred(const struct cred * __returned __raises("put_cred") cred);
const struct cred *get_task_cred(struct task_struct * __borrowed) __returns_owned
		__released_by("put_cred");
struct user_namespace *get_user_ns(struct user_namespace * __returned
		__raises("put_user_ns") ns);
void put_user_ns(struct user_namespace * __puts ns);
struct pid_namespace *get_pid_ns(struct pid_namespace * __returned __raises("put_pid_ns")
		ns);
void put_pid_ns(struct pid_namespace * __puts ns);
int send_sig(int, struct task_struct * __borrowed, int);
int send_sig_info(int, struct kernel_siginfo * __borrowed,
		struct task_struct * __borrowed);
struct pid *task_tgid(struct task_struct * __borrowed task);
long get_user_pages_remote(struct mm_struct * __borrowed mm, unsigned long start,
		unsigned long nr_pages, unsigned int gup_flags, struct page **pages,
		struct vm_area_struct **vmas, int *locked) __must_look __kernels("6.1");
long get_user_pages_remote(struct mm_struct * __borrowed mm, unsigned long start,
		unsigned long nr_pages, unsigned int gup_flags, struct page **pages,
		int *locked) __must_look __kernels("6.12", "7.3");
long pin_user_pages_remote(struct mm_struct * __borrowed mm, unsigned long start,
		unsigned long nr_pages, unsigned int gup_flags, struct page **pages,
		struct vm_area_struct **vmas, int *locked) __must_look __kernels("6.1");
long pin_user_pages_remote(struct mm_struct * __borrowed mm, unsigned long start,
		unsigned long nr_pages, unsigned int gup_flags, struct page **pages,
		int *locked) __must_look __kernels("6.12", "7.3");
int access_process_vm(struct task_struct * __borrowed tsk, unsigned long addr,
		void * __borrowed buf, int len, unsigned int gup_flags);
struct vm_area_struct *find_vma(struct mm_struct * __borrowed mm, unsigned long addr)
		__returns_none;
struct vm_area_struct *vma_lookup(struct mm_struct * __borrowed mm, unsigned long addr)
		__returns_none;
struct group_info *groups_alloc(int) __returns_owned __returns_null
		__released_by("groups_free");
void groups_free(struct group_info * __puts);
bool try_module_get(struct module * __raises_if("ret != 0", "module_put") module)
		__must_look;
void __module_get(struct module * __raises("module_put") module);
void module_put(struct module * __lowers module);
void *__symbol_get(const char * __borrowed symbol) __returns_none;
int register_module_notifier(struct notifier_block * __raises_if("ret == 0",
		"unregister_module_notifier") nb);
int unregister_module_notifier(struct notifier_block * __lowers nb);
int register_die_notifier(struct notifier_block * __raises_if("ret == 0",
		"unregister_die_notifier") nb);
int unregister_die_notifier(struct notifier_block * __lowers nb);
int blocking_notifier_chain_register(struct blocking_notifier_head * __borrowed nh,
		struct notifier_block *nb);
int blocking_notifier_chain_unregister(struct blocking_notifier_head * __borrowed nh,
		struct notifier_block * __borrowed nb);
int atomic_notifier_chain_register(struct atomic_notifier_head * __borrowed nh,
		struct notifier_block *nb);
int atomic_notifier_chain_unregister(struct atomic_notifier_head * __borrowed nh,
		struct notifier_block * __borrowed nb);
int raw_notifier_chain_register(struct raw_notifier_head * __borrowed nh,
		struct notifier_block *nb);
int raw_notifier_chain_unregister(struct raw_notifier_head * __borrowed nh,
		struct notifier_block * __borrowed nb);
int srcu_notifier_chain_register(struct srcu_notifier_head * __borrowed nh,
		struct notifier_block *nb);
int register_pm_notifier(struct notifier_block * __raises_if("ret == 0",
		"unregister_pm_notifier") nb);
int unregister_pm_notifier(struct notifier_block * __lowers nb);
int register_shrinker(struct shrinker * __raises_if("ret == 0", "unregister_shrinker")
		shrinker, const char *fmt, ...) __must_look __kernels("6.1");
void unregister_shrinker(struct shrinker * __lowers shrinker) __kernels("6.1");
int call_usermodehelper(const char * __borrowed path, char **argv, char **envp, int wait)
		__must_look;
int init_srcu_struct(struct srcu_struct * __borrowed __raises_if("ret == 0",
		"cleanup_srcu_struct") ssp) __must_look __kernels("6.1", "6.12");
void cleanup_srcu_struct(struct srcu_struct * __lowers ssp);
int __cpuhp_setup_state(enum cpuhp_state state, const char * __borrowed name, bool invoke,
		int (*startup)(unsigned int cpu), int (*teardown)(unsigned int cpu),
		bool multi_instance) __must_look;

#endif /* _SAFE_FACTS_TASK_H */
