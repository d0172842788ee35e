/// Hold a lock for a part of a block: scoped_guard() instead of lock and unlock.
///
//# The places come from the plugin, which knows every path: see ../sites.py.
//
// Confidence: High
// Options: --keep-comments --macro-file coccinelle/macros.h
// Keywords: scoped_guard, mutex_lock, spin_lock, down_read, rcu_read_lock

@initialize:python@
@@
from sites import at, text

@scoped_guard exists@
identifier f, i, unlock;
expression e, flags;
expression list es, es2;
position s1 : script:python() { at("scoped_guard", s1) };
position s2 : script:python() { at("scoped_guard_bare", s2) };
position s3 : script:python() { at("scoped_guard_flags", s3) };
position s4 : script:python() { at("scoped_guard_index", s4) };
position end : script:python() { at("end", end) };
fresh identifier scope1 = script:python(s1) { text("scoped_guard", s1) };
fresh identifier scope2 = script:python(s2) { text("scoped_guard_bare", s2) };
fresh identifier scope3 = script:python(s3) { text("scoped_guard_flags", s3) };
fresh identifier scope4 = script:python(s4) { text("scoped_guard_index", s4) };
iterator name scoped_guard;
@@
(
- f@s1(e);
+ scoped_guard(scope1, e) {
  ...
- unlock@end(es2);
+ }
|
- f@s2(es);
+ scoped_guard(scope2) {
  ...
- unlock@end(es2);
+ }
|
- f@s3(e, flags);
+ scoped_guard(scope3, e) {
  ...
- unlock@end(es2);
+ }
|
- i@s4 = f(e);
+ scoped_guard(scope4, e) {
  ...
- unlock@end(es2);
+ }
)
