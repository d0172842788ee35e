/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The option "infer": what facts say of the functions of this compilation, and what the
 * bodies of the same functions show.  tests/inferred.py compares the two.
 */
#ifndef SAFE_INFER_H
#define SAFE_INFER_H

namespace safe {

/*
 * Appends a JSON object to the file of the option for each function of the file itself,
 * and for each function of a header that it refers to by its address, that has a body
 * here and that there is a fact about.
 */
void write_inferred();

} /* namespace safe */

#endif /* SAFE_INFER_H */
