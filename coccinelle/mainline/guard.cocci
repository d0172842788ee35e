/// Release a lock at the end of the block that takes it: guard() instead of an
/// unlock on every path.
///
//# The places come from the plugin, which knows every path: see ../sites.py.
//# The unlocks go with release.cocci, the jumps to them with return.cocci.
//
// Confidence: High
// Options: --keep-comments --macro-file coccinelle/macros.h
// Keywords: guard, mutex_lock, spin_lock, down_read, rcu_read_lock

@initialize:python@
@@
from sites import at, text

@guard exists@
identifier f, i;
expression e, flags;
expression list es;
position g1 : script:python() { at("guard", g1) };
position g2 : script:python() { at("guard_bare", g2) };
position g3 : script:python() { at("guard_flags", g3) };
position g4 : script:python() { at("guard_index", g4) };
fresh identifier class1 = script:python(g1) { text("guard", g1) };
fresh identifier class2 = script:python(g2) { text("guard_bare", g2) };
fresh identifier class3 = script:python(g3) { text("guard_flags", g3) };
fresh identifier class4 = script:python(g4) { text("guard_index", g4) };
@@
(
- f@g1
+ guard(class1)
  (e);
|
- f@g2(es);
+ guard(class2)();
|
- f@g3(e, flags);
+ guard(class3)(e);
|
- i@g4 = f
+ guard(class4)
  (e);
)
