/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The option "stop": ends the compilation when the analysis is done, so that
 * who only asks for the analysis does not pay for code.
 */
#ifndef SAFE_STOP_H
#define SAFE_STOP_H

namespace safe {

/*
 * Registers the pass that ends the compilation.  Passes that are put after
 * "build_ssa_passes" run in the opposite order of their registration: this one
 * is registered first.
 */
void register_stop(const char *plugin_name);

} /* namespace safe */

#endif /* SAFE_STOP_H */
