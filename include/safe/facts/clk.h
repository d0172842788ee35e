/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Clocks.
 */
#ifndef _SAFE_FACTS_CLK_H
#define _SAFE_FACTS_CLK_H

#include <linux/clk.h>
#include <linux/clk-provider.h>
#include <safe/annotations.h>

#define __clk_object __returns_owned __returns_err __released_by("clk_put")

struct clk *clk_get(struct device * __borrowed dev, const char * __borrowed id)
		__clk_object;
struct clk *of_clk_get(struct device_node * __borrowed np, int index) __clk_object;
struct clk *of_clk_get_by_name(struct device_node * __borrowed np,
		const char * __borrowed name) __clk_object;
void clk_put(struct clk * __takes clk);
struct clk *devm_clk_get(struct device * __borrowed dev, const char * __borrowed id)
		__returns_borrowed __returns_err __released_by("devm_clk_put");
struct clk *devm_clk_get_enabled(struct device * __borrowed dev,
		const char * __borrowed id) __returns_borrowed __returns_err
		__released_by("devm_clk_put");
struct clk *devm_clk_get_prepared(struct device * __borrowed dev,
		const char * __borrowed id) __returns_borrowed __returns_err
		__released_by("devm_clk_put");
struct clk *devm_clk_get_optional(struct device * __borrowed dev,
		const char * __borrowed id) __returns_borrowed __returns_err_or_null
		__released_by("devm_clk_put");
struct clk *devm_clk_get_optional_enabled(struct device * __borrowed dev,
		const char * __borrowed id) __returns_borrowed __returns_err_or_null
		__released_by("devm_clk_put");
struct clk *devm_get_clk_from_child(struct device * __borrowed dev,
		struct device_node * __borrowed np, const char * __borrowed con_id)
		__returns_borrowed __returns_err __released_by("devm_clk_put");
void devm_clk_put(struct device * __borrowed dev, struct clk * __takes clk);
int clk_prepare(struct clk * __borrowed __no_error __raises_if("ret == 0", "clk_unprepare",
		"clk_disable_unprepare") clk) __must_look;
void clk_unprepare(struct clk * __borrowed __may_be_error __lowers clk);
int clk_enable(struct clk * __borrowed __no_error __raises_if("ret == 0", "clk_disable",
		"clk_disable_unprepare") clk) __must_look;
void clk_disable(struct clk * __borrowed __may_be_error __lowers clk);
int clk_prepare_enable(struct clk * __borrowed __no_error __raises_if("ret == 0",
		"clk_disable_unprepare", "clk_disable", "clk_unprepare") clk) __must_look;
void clk_disable_unprepare(struct clk * __borrowed __lowers clk);
unsigned long clk_get_rate(struct clk * __borrowed __no_error clk);
int clk_set_rate(struct clk * __borrowed __no_error clk, unsigned long rate);
int clk_set_parent(struct clk * __borrowed __no_error clk, struct clk * __borrowed parent);
struct clk *clk_get_sys(const char * __borrowed dev_id, const char * __borrowed con_id)
		__clk_object;
struct clk *clk_register(struct device *dev, struct clk_hw *hw) __returns_err;
struct clk *devm_clk_register(struct device *dev, struct clk_hw *hw) __returns_err;
struct clk *clk_register_fixed_rate(struct device *dev, const char *name,
		const char *parent_name, unsigned long flags, unsigned long fixed_rate)
		__returns_err;
struct clk *clk_register_fixed_factor(struct device *dev, const char *name,
		const char *parent_name, unsigned long flags, unsigned int mult,
		unsigned int div) __returns_err;
struct clk *clk_register_gate(struct device *dev, const char *name,
		const char *parent_name, unsigned long flags, void __iomem *reg,
		u8 bit_idx, u8 clk_gate_flags, spinlock_t *lock) __returns_err;
struct clk *clk_register_mux_table(struct device *dev, const char *name,
		const char * const *parent_names, u8 num_parents, unsigned long flags,
		void __iomem *reg, u8 shift, u32 mask, u8 clk_mux_flags, const u32 *table,
		spinlock_t *lock) __returns_err;
struct clk *clk_register_divider_table(struct device *dev, const char *name,
		const char *parent_name, unsigned long flags, void __iomem *reg, u8 shift,
		u8 width, u8 clk_divider_flags, const struct clk_div_table *table,
		spinlock_t *lock) __returns_err;
struct clk *clk_register_composite(struct device *dev, const char *name,
		const char * const *parent_names, int num_parents, struct clk_hw *mux_hw,
		const struct clk_ops *mux_ops, struct clk_hw *rate_hw,
		const struct clk_ops *rate_ops, struct clk_hw *gate_hw,
		const struct clk_ops *gate_ops, unsigned long flags) __returns_err;
struct clk_hw *clk_hw_register_composite(struct device *dev, const char *name,
		const char * const *parent_names, int num_parents, struct clk_hw *mux_hw,
		const struct clk_ops *mux_ops, struct clk_hw *rate_hw,
		const struct clk_ops *rate_ops, struct clk_hw *gate_hw,
		const struct clk_ops *gate_ops, unsigned long flags) __returns_err;
struct clk_hw *clk_hw_register_fixed_factor(struct device *dev, const char *name,
		const char *parent_name, unsigned long flags, unsigned int mult,
		unsigned int div) __returns_err __kernels("6.1", "6.12");
struct clk *devm_clk_hw_get_clk(struct device *dev, struct clk_hw *hw, const char *con_id)
		__returns_err;
int clk_bulk_prepare(int num_clks, const struct clk_bulk_data * __borrowed
		__raises_if("ret == 0", "clk_bulk_unprepare",
		"clk_bulk_disable_unprepare") clks) __must_look;
void clk_bulk_unprepare(int num_clks,
		const struct clk_bulk_data * __borrowed __lowers clks);
int clk_bulk_enable(int num_clks, const struct clk_bulk_data * __borrowed
		__raises_if("ret == 0", "clk_bulk_disable", "clk_bulk_disable_unprepare")
		clks) __must_look;
void clk_bulk_disable(int num_clks,
		const struct clk_bulk_data * __borrowed __lowers clks);
int clk_bulk_prepare_enable(int num_clks, const struct clk_bulk_data * __borrowed
		__raises_if("ret == 0", "clk_bulk_disable_unprepare", "clk_bulk_disable",
		"clk_bulk_unprepare") clks) __must_look;
void clk_bulk_disable_unprepare(int num_clks,
		const struct clk_bulk_data * __borrowed __lowers clks);
int clk_bulk_get(struct device * __borrowed dev, int num_clks, struct clk_bulk_data *
		__borrowed __raises_if("ret == 0", "clk_bulk_put") clks) __must_look;
int clk_bulk_get_optional(struct device * __borrowed dev, int num_clks, struct
		clk_bulk_data * __borrowed __raises_if("ret == 0", "clk_bulk_put") clks)
		__must_look;
void clk_bulk_put(int num_clks, struct clk_bulk_data * __borrowed __lowers clks);
int devm_clk_bulk_get(struct device * __borrowed dev, int num_clks,
		struct clk_bulk_data * __borrowed clks) __must_look;
int devm_clk_bulk_get_optional(struct device * __borrowed dev, int num_clks,
		struct clk_bulk_data * __borrowed clks) __must_look;
int clk_rate_exclusive_get(struct clk * __borrowed __raises_if("ret == 0",
		"clk_rate_exclusive_put") clk);
void clk_rate_exclusive_put(struct clk * __borrowed __lowers clk);
struct clk *clk_get_parent(struct clk * __borrowed __no_error clk);
long clk_round_rate(struct clk * __borrowed __no_error clk, unsigned long rate);
bool clk_has_parent(const struct clk * __borrowed clk,
		const struct clk * __borrowed parent);
bool clk_is_match(const struct clk * __borrowed p, const struct clk * __borrowed q);
int clk_set_rate_exclusive(struct clk * __borrowed __no_error clk, unsigned long rate) __must_look;
int clk_get_phase(struct clk * __borrowed __no_error clk);
int clk_set_phase(struct clk * __borrowed __no_error clk, int degrees);
int clk_notifier_register(struct clk * __borrowed clk, struct notifier_block *
		__raises_if("ret == 0", "clk_notifier_unregister") nb) __must_look;
int clk_notifier_unregister(struct clk * __borrowed clk,
		struct notifier_block * __lowers nb);
struct clk *of_clk_get_from_provider(struct of_phandle_args * __borrowed clkspec)
		__returns_owned __returns_err __released_by("clk_put");
int of_clk_add_provider(struct device_node * __raises_if("ret == 0",
		"of_clk_del_provider") np,
		struct clk *(*clk_src_get)(struct of_phandle_args *args, void *data),
		void *data) __must_look;
int of_clk_add_hw_provider(struct device_node * __raises_if("ret == 0",
		"of_clk_del_provider") np,
		struct clk_hw *(*get)(struct of_phandle_args *clkspec, void *data),
		void *data) __must_look;
void of_clk_del_provider(struct device_node * __lowers np);
int clk_hw_register(struct device *dev,
		struct clk_hw * __raises_if("ret == 0", "clk_hw_unregister") hw)
		__must_look;
void clk_hw_unregister(struct clk_hw * __lowers hw);
int devm_clk_hw_register(struct device * __borrowed dev, struct clk_hw *hw) __must_look;
int devm_of_clk_add_hw_provider(struct device *dev,
		struct clk_hw *(*get)(struct of_phandle_args *clkspec, void *data),
		void *data) __must_look;
struct clk *clk_get_optional(struct device * __borrowed dev, const char * __borrowed id)
		__returns_owned __returns_err_or_null __released_by("clk_put");
void clk_unregister(struct clk * __lowers clk);

#endif /* _SAFE_FACTS_CLK_H */
