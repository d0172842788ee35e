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
int clk_prepare(struct clk * __borrowed clk);
void clk_unprepare(struct clk * __borrowed clk);
int clk_enable(struct clk * __borrowed clk);
void clk_disable(struct clk * __borrowed clk);
int clk_prepare_enable(struct clk * __borrowed clk);
void clk_disable_unprepare(struct clk * __borrowed clk);
unsigned long clk_get_rate(struct clk * __borrowed clk);
int clk_set_rate(struct clk * __borrowed clk, unsigned long rate);
int clk_set_parent(struct clk * __borrowed clk, struct clk * __borrowed parent);
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
		unsigned int div) __returns_err;
struct clk *devm_clk_hw_get_clk(struct device *dev, struct clk_hw *hw, const char *con_id)
		__returns_err;

#endif /* _SAFE_FACTS_CLK_H */
