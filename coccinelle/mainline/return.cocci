/// Return at once where a goto led to nothing but a return.
///
//# The places come from the plugin, which knows every path: see ../sites.py.
//
// Confidence: High
// Options: --keep-comments --macro-file coccinelle/macros.h
// Keywords: goto, return

@initialize:python@
@@
from sites import at, text

@return exists@
identifier l, v;
expression e;
position r1 : script:python() { at("return", r1) };
position r2 : script:python() { at("return_void", r2) };
position r3 : script:python() { at("continue", r3) };
position r4 : script:python() { at("value", r4) };
position r5 : script:python() { at("return_value", r5) };
fresh identifier value1 = script:python(r1) { text("return", r1) };
fresh identifier value4 = script:python(r4) { text("value", r4) };
@@
(
- goto@r1 l;
+ return value1;
|
- goto@r2 l;
+ return;
|
- goto@r3 l;
+ continue;
|
  return@r4
- e
+ value4
  ;
|
- v@r5 =
+ return
  e;
)
