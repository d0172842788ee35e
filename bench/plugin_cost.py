# SPDX-License-Identifier: GPL-2.0
"""What the plugin adds to the user time and memory of a compilation of kernel files."""
import os
import random
import statistics
import subprocess

from safelib import paths, ui

FILES = 300
SEED = 1
# gcc's own analyzer is slow: only every so many files.
ANALYZER = 10


def sample(tree, count=FILES):
    """Files of drivers/ at random, the same ones in every run."""
    every = sorted(str(p) for p in (tree.src / "drivers").rglob("*.c"))
    return random.Random(SEED).sample(every, count * 3)


def _cost(argv, cwd):
    """User seconds and peak memory (KiB) of a compilation, all its processes; None if it fails."""
    process = subprocess.Popen(argv, cwd=cwd, env=dict(os.environ, LC_ALL="C"),
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return None if process.returncode else (usage.ru_utime, usage.ru_maxrss)


def _least(argvs, cwd):
    """The least of two runs of each command, which take turns: a machine that slows down
    slows all."""
    runs = [[_cost(argv, cwd) for argv in argvs] for _ in range(2)]
    return [(min(t for t, _ in run), min(m for _, m in run)) for run in zip(*runs)]


def measure(tree):
    """The "plugin" part of bench.json: ratios of user time and memory, one a file."""
    commands = tree.commands(sample(tree))
    times, memories, total, analyzer = [], [], [0.0, 0.0], [0.0, 0.0]
    with ui.Progress("compiling with and without the plugin", FILES) as progress:
        for source, command in commands.items():
            if len(times) == FILES:
                break
            plain = command.argv()
            if _cost(plain, tree.obj) is None:      # also warms the cache
                continue        # not of this configuration
            argvs = [plain, command.argv(extra=[f"-fplugin={paths.PLUGIN}"])]
            if len(times) % ANALYZER == 0:
                argvs.append(command.argv(extra=["-fanalyzer", "-Wno-error"]))
            (time, memory), (with_time, with_memory), *beside = _least(argvs, tree.obj)
            times.append(with_time / time)
            memories.append(with_memory / memory)
            total[0] += time
            total[1] += with_time
            if beside:
                analyzer[0] += time
                analyzer[1] += beside[0][0]
            progress.step(source.name)
    return {"median_ratio": round(statistics.median(times), 4),
            "max_ratio": round(max(times), 4),
            "total_ratio": round(total[1] / total[0], 4),
            "memory_median_ratio": round(statistics.median(memories), 4),
            "memory_max_ratio": round(max(memories), 4),
            "analyzer_total_ratio": round(analyzer[1] / analyzer[0], 4),
            "files": len(times)}
