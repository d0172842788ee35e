/// Remove initial values that nothing reads.
///
//# The variables come from the plugin: see ../sites.py.  They are known by name,
//# for other rules have moved the lines.
//
// Confidence: High
// Options: --keep-comments --macro-file coccinelle/macros.h
// Keywords: initial value

@initialize:python@
@@
from sites import declares

@initial@
type T;
identifier x;
expression e;
position p : script:python(x) { declares("uninitialized", x, p) };
@@
  T x@p
- = e
  ;
