/*
 * Loaded into a program with LD_PRELOAD, this notes everything the program does to the files of one folder, with
 * the bytes, in the order in which it happens: what a disk would be asked to do. What the program writes to its
 * standard output is noted in between, as its word that something is done.
 *
 *   WRITE_LOG_FOLDER  the folder that is watched (an absolute path without links)
 *   WRITE_LOG_FILE    where the notes go
 *
 * One note is a head of five numbers, then a path, a second path and data. Everything is done and noted under one
 * lock, so the order of the notes is the order on the disk, also between threads, and between processes that note
 * into one file, such as those of PostgreSQL.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { CREATE = 1, WRITE, TRUNCATE, SYNC, RENAME, LINK, UNLINK, SAID, MKDIR };
enum { MOST_FILES = 65536 };

struct head { uint32_t kind, path, other, pad; uint64_t offset, bytes; };

static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static char folder[PATH_MAX];
static size_t folder_length;
static int log_file = -1;
static char *paths[MOST_FILES];

#define REAL(name) ((typeof(&name))real_##name())
#define KEEP(name) static void *real_##name(void) { static void *at; if (!at) at = dlsym(RTLD_NEXT, #name); return at; }
KEEP(open) KEEP(openat) KEEP(close) KEEP(write) KEEP(writev) KEEP(pwrite) KEEP(pwritev) KEEP(ftruncate)
KEEP(fsync) KEEP(fdatasync) KEEP(rename) KEEP(link) KEEP(unlink) KEEP(unlinkat) KEEP(mkdir) KEEP(renameat2)
KEEP(rmdir) KEEP(remove)

__attribute__((constructor)) static void begin(void) {
  const char *name = getenv("WRITE_LOG_FOLDER"), *file = getenv("WRITE_LOG_FILE");
  if (!name || !file) return;
  snprintf(folder, sizeof folder, "%s/", name);
  folder_length = strlen(folder);
  log_file = REAL(open)(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* Of the threads of this process by the mutex, of other processes by the lock on the notes, which a process that ends gives back. */
static int depth;
static void hold(void) {
  pthread_mutex_lock(&lock);
  if (depth++ || log_file < 0) return;
  struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  while (fcntl(log_file, F_SETLKW, &whole) < 0 && errno == EINTR);
}
static void let_go(void) {
  struct flock whole = { .l_type = F_UNLCK, .l_whence = SEEK_SET };
  if (!--depth && log_file >= 0) fcntl(log_file, F_SETLK, &whole);
  pthread_mutex_unlock(&lock);
}

static void note(int kind, const char *path, const char *other, uint64_t offset, const void *data, size_t bytes) {
  struct head head = { kind, path ? strlen(path) : 0, other ? strlen(other) : 0, 0, offset, bytes };
  struct iovec parts[] = { { &head, sizeof head }, { (void *)path, head.path }, { (void *)other, head.other }, { (void *)data, bytes } };
  ssize_t whole = sizeof head + head.path + head.other + bytes;
  if (REAL(writev)(log_file, parts, 4) != whole) abort();
}

/* The path below the folder, or nothing for a file elsewhere. The folder itself is ".". */
static const char *below(int at, const char *path) {
  static __thread char whole[PATH_MAX], clean[PATH_MAX];
  if (log_file < 0 || !path) return NULL;
  if (path[0] == '/') snprintf(whole, sizeof whole, "%s", path);
  else if (at != AT_FDCWD) return NULL;
  else {
    char here[PATH_MAX];
    if (!getcwd(here, sizeof here)) return NULL;
    if ((size_t)snprintf(whole, sizeof whole, "%s/%s", here, path) >= sizeof whole) return NULL;
  }
  if (strlen(whole) == folder_length - 1 && !strncmp(whole, folder, folder_length - 1)) return ".";
  if (strncmp(whole, folder, folder_length)) return NULL;
  snprintf(clean, sizeof clean, "%s", whole + folder_length);
  size_t length = strlen(clean);
  if (length && clean[length - 1] == '/') clean[length - 1] = 0;
  return clean[0] ? clean : ".";
}

static int opened(int file, int at, const char *path, int flags, int was_there) {
  const char *name = file >= 0 && file < MOST_FILES ? below(at, path) : NULL;
  if (!name) return file;
  free(paths[file]);
  paths[file] = strdup(name);
  if ((flags & O_CREAT) && !was_there) note(CREATE, name, NULL, 0, NULL, 0);
  if (flags & O_TRUNC) note(TRUNCATE, name, NULL, 0, NULL, 0);
  return file;
}

static int open_noted(int at, const char *path, int flags, mode_t mode) {
  hold();
  int was_there = below(at, path) && access(path, F_OK) == 0;
  int file = opened(REAL(openat)(at, path, flags, mode), at, path, flags, was_there);
  int error = errno;
  let_go();
  errno = error;
  return file;
}

#define OPEN(name) int name(const char *path, int flags, ...) { \
  va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more); \
  return open_noted(AT_FDCWD, path, flags, mode); }
#define OPENAT(name) int name(int at, const char *path, int flags, ...) { \
  va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more); \
  return open_noted(at, path, flags, mode); }
OPEN(open) OPEN(open64) OPENAT(openat) OPENAT(openat64)

int creat(const char *path, mode_t mode) { return open_noted(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

int close(int file) {
  hold();
  if (file >= 0 && file < MOST_FILES && file != log_file) { free(paths[file]); paths[file] = NULL; }
  int answer = REAL(close)(file), error = errno;
  let_go();
  errno = error;
  return answer;
}

static int is_noted(int file) { return log_file >= 0 && file >= 0 && file < MOST_FILES && paths[file]; }

/* Does something under the lock and, when it went well, notes it. */
#define NOTED(type, call, noting) { \
  hold(); type answer = call; int error = errno; \
  if (answer >= 0) { noting; } let_go(); errno = error; return answer; }

static void wrote(int file, const void *data, ssize_t bytes, off64_t offset) {
  if (file == STDOUT_FILENO && log_file >= 0) note(SAID, NULL, NULL, 0, data, bytes);
  else if (is_noted(file)) note(WRITE, paths[file], NULL, offset, data, bytes);
}

static void wrote_parts(int file, const struct iovec *parts, int count, ssize_t bytes, off64_t offset) {
  for (int part = 0; part < count && bytes > 0; part++) {
    size_t some = parts[part].iov_len < (size_t)bytes ? parts[part].iov_len : (size_t)bytes;
    wrote(file, parts[part].iov_base, some, offset);
    bytes -= some; offset += some;
  }
}

/* Where a write without a place began, looked at after it. */
#define BEGAN (is_noted(file) ? lseek64(file, 0, SEEK_CUR) - answer : 0)
ssize_t write(int file, const void *data, size_t bytes) NOTED(ssize_t, REAL(write)(file, data, bytes), wrote(file, data, answer, BEGAN))
ssize_t writev(int file, const struct iovec *parts, int count) NOTED(ssize_t, REAL(writev)(file, parts, count), wrote_parts(file, parts, count, answer, BEGAN))
ssize_t pwrite(int file, const void *data, size_t bytes, off_t at) NOTED(ssize_t, REAL(pwrite)(file, data, bytes, at), wrote(file, data, answer, at))
ssize_t pwrite64(int file, const void *data, size_t bytes, off64_t at) NOTED(ssize_t, REAL(pwrite)(file, data, bytes, at), wrote(file, data, answer, at))
ssize_t pwritev(int file, const struct iovec *parts, int count, off_t at) NOTED(ssize_t, REAL(pwritev)(file, parts, count, at), wrote_parts(file, parts, count, answer, at))
ssize_t pwritev64(int file, const struct iovec *parts, int count, off64_t at) NOTED(ssize_t, REAL(pwritev)(file, parts, count, at), wrote_parts(file, parts, count, answer, at))

static void cut(int file, off64_t length) { if (is_noted(file)) note(TRUNCATE, paths[file], NULL, length, NULL, 0); }
int ftruncate(int file, off_t length) NOTED(int, REAL(ftruncate)(file, length), cut(file, length))
int ftruncate64(int file, off64_t length) NOTED(int, REAL(ftruncate)(file, length), cut(file, length))

static void synced(int file) { if (is_noted(file)) note(SYNC, paths[file], NULL, 0, NULL, 0); }
int fsync(int file) NOTED(int, REAL(fsync)(file), synced(file))
int fdatasync(int file) NOTED(int, REAL(fdatasync)(file), synced(file))

static void named(int kind, const char *from, const char *to) {
  const char *name = below(AT_FDCWD, from);
  char first[PATH_MAX] = "";
  if (name) snprintf(first, sizeof first, "%s", name);
  const char *other = to ? below(AT_FDCWD, to) : NULL;
  if (name || other) note(kind, first, other, 0, NULL, 0);
}
/* A file that is open has its new name from now on. */
static void renamed(const char *from, const char *to) {
  named(RENAME, from, to);
  char old[PATH_MAX];
  const char *name = below(AT_FDCWD, from);
  if (!name) return;
  snprintf(old, sizeof old, "%s", name);
  const char *now = below(AT_FDCWD, to);
  for (int file = 0; now && file < MOST_FILES; file++)
    if (paths[file] && !strcmp(paths[file], old)) { free(paths[file]); paths[file] = strdup(now); }
}
int rename(const char *from, const char *to) NOTED(int, REAL(rename)(from, to), renamed(from, to))
int renameat2(int a, const char *from, int b, const char *to, unsigned flags) NOTED(int, REAL(renameat2)(a, from, b, to, flags), renamed(from, to))
int link(const char *from, const char *to) NOTED(int, REAL(link)(from, to), named(LINK, from, to))
int unlink(const char *path) NOTED(int, REAL(unlink)(path), named(UNLINK, path, NULL))
int unlinkat(int at, const char *path, int flags) NOTED(int, REAL(unlinkat)(at, path, flags), named(UNLINK, path, NULL))
int rmdir(const char *path) NOTED(int, REAL(rmdir)(path), named(UNLINK, path, NULL))
int remove(const char *path) NOTED(int, REAL(remove)(path), named(UNLINK, path, NULL))
int mkdir(const char *path, mode_t mode) NOTED(int, REAL(mkdir)(path, mode), named(MKDIR, path, NULL))
