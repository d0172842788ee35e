/// Remove variables that nothing uses any more.
///
//# The variables come from the plugin: see ../sites.py.  They are known by name,
//# for other rules have moved the lines.
//
// Confidence: High
// Options: --keep-comments --macro-file coccinelle/macros.h
// Keywords: unused variable

@initialize:python@
@@
from sites import declares

@without_value@
type T;
identifier x;
position p : script:python(x) { declares("unused", x, p) };
@@
- T x@p;

@with_value@
type T;
identifier x;
expression e;
position p : script:python(x) { declares("unused", x, p) };
@@
- T x@p = e;
