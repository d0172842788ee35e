/// Remove the unlocks and frees that the compiler makes, and the statements that
/// led to them.
///
//# The places come from the plugin, which knows every path: see ../sites.py.
//
// Confidence: High
// Options: --keep-comments --macro-file coccinelle/macros.h
// Keywords: guard, __free, mutex_unlock, spin_unlock, kfree

@initialize:python@
@@
from sites import at

@release exists@
statement S;
identifier l;
position d : script:python() { at("drop", d) };
position n : script:python() { at("label", n) };
@@
(
- S@d
|
- l@n:
)
