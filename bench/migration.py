# SPDX-License-Identifier: GPL-2.0
"""How long the migration of a file takes: decision, rewriting and proof."""
import json
import statistics
import subprocess
import time

from safelib import paths, ui

# A subsystem of small and middle-sized drivers, most of them with locks.
FOLDER = "drivers/gpio"
FILES = 40


def measure(tree):
    """The "migration" part of bench.json: seconds a file, one file at a time."""
    sources = sorted((tree.src / FOLDER).glob("*.c"))[:FILES]
    took, migrated = [], 0
    with ui.Progress("migrating", len(sources)) as progress:
        for source in sources:
            start = time.monotonic()
            run = subprocess.run(
                [str(paths.ROOT / "scripts/safe"), "migrate", "--json", "-j", "1",
                 "--kdir", str(tree.obj), str(source)],
                capture_output=True, text=True)
            if run.returncode == ui.FAILED:
                continue        # does not compile in this configuration
            took.append(time.monotonic() - start)
            migrated += sum(f["status"] == "migrated" for f in json.loads(run.stdout))
            progress.step(source.name)
    took.sort()
    return {"median_s": round(statistics.median(took), 3),
            "p95_s": round(took[int(len(took) * 0.95)], 3),
            "files_per_s": round(len(took) / sum(took), 3),
            "files": len(took), "functions_migrated": migrated}
