/// Free memory when its variable goes out of scope: __free() instead of a kfree()
/// on every path.
///
//# The places come from the plugin, which knows every path: see ../sites.py.
//# The frees go with release.cocci, the jumps to them with return.cocci.
//
// Confidence: High
// Options: --keep-comments --macro-file coccinelle/macros.h
// Keywords: __free, no_free_ptr, return_ptr, kfree, kvfree

@initialize:python@
@@
from sites import at, text

@free exists@
type T;
identifier v;
expression e;
position o1 : script:python() { at("declare", o1) };
position o2 : script:python() { at("free", o2) };
position o3 : script:python() { at("no_free_ptr", o3) };
position o4 : script:python() { at("return_ptr", o4) };
fresh identifier owner1 = script:python(o1) { text("declare", o1) };
fresh identifier owner2 = script:python(o2) { text("free", o2) };
@@
(
- v@o1
+ owner1
  = e;
|
  T
- v@o2
+ owner2
  = e;
|
- v@o3
+ no_free_ptr(v)
|
- return@o4 v;
+ return_ptr(v);
)
