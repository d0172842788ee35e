// SPDX-License-Identifier: GPL-2.0
/*
 * Counts the instructions that a function executes, one step at a time.
 *
 * usage: harness <function> <fill> <failing step>...
 *
 * Linked with the object of one file of idioms/, whose code is in the section
 * "bench_text", and with a stub for every kernel function that it calls.  The
 * child calls the function; the parent single-steps it and counts the
 * instructions inside bench_text: the function itself and what the compiler
 * left out of line, not the kernel functions that it calls.  So the figure is
 * the same in every run, on every machine of the architecture.
 *
 * bench_step(n) fails when n is among the arguments, which leads the function
 * down each of its paths, and so does the byte that its context is filled with.
 * The program prints the count, the return value and
 * a hash over the calls that were made: two versions of a function that take
 * the same path print the same return value and the same hash.
 */
#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

extern const char __start_bench_text[], __stop_bench_text[];

/* Made by bench/run: the functions of the idiom, by name. */
extern const struct bench_function {
	const char *name;
	int (*call)(void *ctx, long arg);
} bench_functions[];

/* Shared with the child: what the stubs saw. */
static struct shared {
	uint64_t hash;
	int result;
	int steps[64], nr_steps;
} *shared;

static int failing[64], nr_failing, fill;

static void saw(uint64_t what)
{
	shared->hash = (shared->hash ^ what) * 0x100000001b3ULL;	/* FNV-1a */
}

/* Called by every stub: @id is the stub's, @arg its first argument. */
void bench_called(unsigned int id, uint64_t arg);
void bench_called(unsigned int id, uint64_t arg)
{
	/* Addresses of locals differ between the versions; their use does not. */
	char here;
	uint64_t top = (uint64_t)&here;

	if (arg - top < 65536 || top - arg < 65536)
		arg = 0;
	saw(id * 0x9e3779b97f4a7c15ULL + arg);
}

/* A step of the function under test that may fail. */
int bench_step(void *ctx, int n);
int bench_step(void *ctx, int n)
{
	saw(0x51e9 + n);
	if (shared->nr_steps < 64)
		shared->steps[shared->nr_steps++] = n;
	for (int i = 0; i < nr_failing; i++)
		if (failing[i] == n)
			return -EIO;
	return 0;
}

/* An allocation that may fail: @n as for bench_step(), NULL on failure. */
static char arena[1 << 20] __attribute__((aligned(4096)));
static size_t used;

void *bench_alloc(int n, size_t size);
void *bench_alloc(int n, size_t size)
{
	void *p = arena + used;

	if (bench_step(NULL, n))
		return NULL;
	used = (used + size + 63) & ~(size_t)63;
	if (used > sizeof(arena))
		abort();
	return p;
}

static const struct bench_function *lookup(const char *name)
{
	const struct bench_function *f;

	for (f = bench_functions; f->name; f++)
		if (!strcmp(f->name, name))
			return f;
	fprintf(stderr, "harness: no function %s\n", name);
	exit(2);
}

static void child(const struct bench_function *f)
{
	/*
	 * What the functions get as context.  %gs is zero in user space, so
	 * that per-CPU variables are those of the stubs.
	 */
	static char ctx[65536] __attribute__((aligned(4096)));

	memset(ctx, fill, sizeof(ctx));
	if (ptrace(PTRACE_TRACEME, 0, NULL, NULL)) {
		perror("harness");
		_exit(2);
	}
	raise(SIGSTOP);
	shared->result = f->call(ctx, 1);
	raise(SIGSTOP);
	_exit(0);
}

int main(int argc, char **argv)
{
	const struct bench_function *f;
	struct user_regs_struct regs;
	unsigned long count = 0;
	int status, stops = 0;
	pid_t pid;

	if (argc < 3 || argc - 3 > 64) {
		fprintf(stderr, "usage: harness <function> <fill> <failing step>...\n");
		return 2;
	}
	f = lookup(argv[1]);
	fill = atoi(argv[2]);
	for (int i = 3; i < argc; i++)
		failing[nr_failing++] = atoi(argv[i]);
	shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
		      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (shared == MAP_FAILED) {
		perror("harness");
		return 2;
	}
	pid = fork();
	if (pid < 0) {
		perror("harness");
		return 2;
	}
	if (!pid)
		child(f);

	for (;;) {
		if (waitpid(pid, &status, 0) < 0 || !WIFSTOPPED(status)) {
			fprintf(stderr, "harness: the child ended early\n");
			return 2;
		}
		if (WSTOPSIG(status) == SIGSTOP && ++stops == 2)
			break;
		if (WSTOPSIG(status) != SIGSTOP && WSTOPSIG(status) != SIGTRAP) {
			fprintf(stderr, "harness: %s: %s\n", argv[1],
				strsignal(WSTOPSIG(status)));
			kill(pid, SIGKILL);
			return 2;
		}
		if (ptrace(PTRACE_GETREGS, pid, NULL, &regs)) {
			perror("harness");
			return 2;
		}
		count += regs.rip >= (unsigned long)__start_bench_text &&
			 regs.rip < (unsigned long)__stop_bench_text;
		if (ptrace(PTRACE_SINGLESTEP, pid, NULL, NULL)) {
			perror("harness");
			return 2;
		}
	}
	kill(pid, SIGKILL);
	printf("%lu %d %016llx ", count, shared->result,
	       (unsigned long long)shared->hash);
	for (int i = 0; i < shared->nr_steps; i++)
		printf("%s%d", i ? "," : "", shared->steps[i]);
	printf("\n");
	return 0;
}
