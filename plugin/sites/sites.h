/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The option "sites": what a migration may convert in each function, and why it
 * may not convert the rest.
 */
#ifndef SAFE_SITES_SITES_H
#define SAFE_SITES_SITES_H

namespace safe {

void register_sites(const char *plugin_name);

} /* namespace safe */

#endif /* SAFE_SITES_SITES_H */
