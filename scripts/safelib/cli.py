# SPDX-License-Identifier: GPL-2.0
"""The safe command: finds the subcommand's module and runs it.

A subcommand is a module here with a one-line HELP, arguments(parser), and
main(args) that returns the exit status: 0 done, 1 findings, 2 could not run.
"""
import argparse
import importlib
import signal
import sys

from . import ui

COMMANDS = ("migrate", "verify", "check", "link", "report", "kernel", "demo")


class _Parser(argparse.ArgumentParser):
    def error(self, message):
        ui.error(f"{message}; see {self.prog} --help")
        sys.exit(ui.FAILED)


def parser():
    top = _Parser(prog="safe", description="Guarantees for kernel C: "
                  "migrate drivers, prove each step, check every misuse.",
                  epilog="Exit status: 0 done, 1 findings, 2 could not run.")
    sub = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name in COMMANDS:
        module = importlib.import_module(f".{name}", __package__)
        p = sub.add_parser(name, help=module.HELP, description=module.__doc__,
                           formatter_class=argparse.RawDescriptionHelpFormatter)
        module.arguments(p)
        p.set_defaults(main=module.main)
    return top


def main(argv):
    # A closed pipe ends the program, as it does every other filter.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        args = parser().parse_args(argv)
        return args.main(args)
    except ui.Error as e:
        ui.error(e)
        return ui.FAILED
    except KeyboardInterrupt:
        ui.error("interrupted")
        return ui.FAILED
