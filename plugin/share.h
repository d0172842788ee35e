/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The attributes behind __shared_type and __set_once.
 */
#ifndef SAFE_SHARE_H
#define SAFE_SHARE_H

namespace safe {

void register_share(const char *plugin);

} /* namespace safe */

#endif /* SAFE_SHARE_H */
