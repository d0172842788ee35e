# SPDX-License-Identifier: GPL-2.0
"""What the plugin adds to the user time of a compilation of kernel files."""
import os
import random
import resource
import statistics
import subprocess

from safelib import paths, ui

FILES = 100
SEED = 1


def sample(tree, count=FILES):
    """Files of drivers/ at random, the same ones in every run."""
    every = sorted(str(p) for p in (tree.src / "drivers").rglob("*.c"))
    return random.Random(SEED).sample(every, count * 3)


def _user_time(argv, cwd):
    """User seconds of a compilation, all its processes; None if it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    run = subprocess.run(argv, cwd=cwd, env=dict(os.environ, LC_ALL="C"),
                         stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if run.returncode:
        return None
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def measure(tree):
    """The "plugin" part of bench.json: ratios of user time, one a file.

    With and without alternate, so that a machine that slows down slows both,
    and the lower of two runs counts.
    """
    commands = tree.commands(sample(tree))
    ratios, total = [], [0.0, 0.0]
    with ui.Progress("compiling with and without the plugin", FILES) as progress:
        for source, command in commands.items():
            if len(ratios) == FILES:
                break
            plain = command.argv()
            both = (plain, command.argv(extra=[f"-fplugin={paths.PLUGIN}"]))
            if _user_time(plain, tree.obj) is None:     # also warms the cache
                continue        # not of this configuration
            times = [[_user_time(argv, tree.obj) for argv in both] for _ in range(2)]
            without, with_plugin = map(min, zip(*times))
            ratios.append(with_plugin / without)
            total[0] += without
            total[1] += with_plugin
            progress.step(source.name)
    return {"median_ratio": round(statistics.median(ratios), 4),
            "max_ratio": round(max(ratios), 4),
            "total_ratio": round(total[1] / total[0], 4), "files": len(ratios)}
