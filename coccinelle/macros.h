/* SPDX-License-Identifier: GPL-2.0 */
/*
 * For spatch --macro-file: macros that stand before a block.  spatch 1.1 skips
 * a function with an unknown one without a word.
 */
#define scoped_guard YACFE_ITERATOR
#define scoped_cond_guard YACFE_ITERATOR
#define scoped_class YACFE_ITERATOR
#define safe_scope
