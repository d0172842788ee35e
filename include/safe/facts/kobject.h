/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Objects in sysfs that are counted.
 */
#ifndef _SAFE_FACTS_KOBJECT_H
#define _SAFE_FACTS_KOBJECT_H

#include <linux/kobject.h>
#include <safe/annotations.h>

void kobject_init(struct kobject * __raises("kobject_put") kobj,
		const struct kobj_type *ktype);
int kobject_init_and_add(struct kobject * __raises("kobject_put") kobj,
		const struct kobj_type *ktype, struct kobject *parent,
		const char * __borrowed fmt, ...) __must_look;
int kobject_add(struct kobject * __raises_if("ret == 0", "kobject_del") kobj,
		struct kobject *parent, const char * __borrowed fmt, ...) __must_look;
void kobject_del(struct kobject * __lowers kobj);
struct kobject *kobject_get(struct kobject * __returned __raises("kobject_put") kobj);
struct kobject *kobject_get_unless_zero(struct kobject * __borrowed
		__raises_if("ret != 0", "kobject_put") kobj);
void kobject_put(struct kobject * __puts kobj);
struct kobject *kobject_create_and_add(const char * __borrowed name,
		struct kobject *parent) __returns_owned __returns_null
		__released_by("kobject_put");
struct kset *kset_create_and_add(const char * __borrowed name,
		const struct kset_uevent_ops *u, struct kobject *parent_kobj)
		__returns_owned __returns_null __released_by("kset_unregister");
void kset_unregister(struct kset * __puts kset);
int kset_register(struct kset * __raises("kset_unregister", "kobject_put") kset)
		__must_look;
struct kobject *kset_find_obj(struct kset * __borrowed, const char * __borrowed)
		__returns_owned __returns_none __released_by("kobject_put");
char *kobject_get_path(const struct kobject * __borrowed kobj, gfp_t flag) __returns_owned
		__returns_null __released_by("kfree");
int kobject_set_name(struct kobject * __borrowed kobj, const char * __borrowed name, ...)
		__must_look;
int kobject_rename(struct kobject * __borrowed, const char * __borrowed new_name)
		__must_look;
int kobject_uevent(struct kobject * __borrowed kobj, enum kobject_action action) __sleeps;
int kobject_uevent_env(struct kobject * __borrowed kobj, enum kobject_action action,
		char *envp[]) __sleeps;
const char *kobject_name(const struct kobject * __borrowed kobj);

#endif /* _SAFE_FACTS_KOBJECT_H */
