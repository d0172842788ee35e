# SPDX-License-Identifier: GPL-2.0
"""The command line of safe, one module a job."""
