"""One program in a pseudo-terminal of its own, with its costs as the kernel counts them."""
import fcntl
import os
import re
import select
import shutil
import signal
import struct
import termios
import time

CONTROL = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()][0-9A-B]|\x1b[=>78]")

# What an xterm answers; a program that asks must not wait for us.
QUERIES = {b"\x1b[c": b"\x1b[?1;2c", b"\x1b[0c": b"\x1b[?1;2c", b"\x1b[>c": b"\x1b[>0;276;0c", b"\x1b[6n": b"\x1b[1;1R"}


class Session:
    """Starts `argv` at once; `started` is the clock just before."""

    def __init__(self, argv, columns, rows, environment):
        path = shutil.which(argv[0])
        if path is None:
            raise SystemExit(f"bench: {argv[0]} is not to be found")
        self.master, slave = os.openpty()
        self.resize(columns, rows, tell=False)
        name = os.ttyname(slave)
        actions = [
            (os.POSIX_SPAWN_OPEN, 0, name, os.O_RDWR, 0),
            (os.POSIX_SPAWN_DUP2, 0, 1),
            (os.POSIX_SPAWN_DUP2, 0, 2),
            (os.POSIX_SPAWN_CLOSE, self.master),
        ]
        self.started = time.perf_counter()
        # Opened by the leader of a new session, the terminal becomes its controlling one.
        self.pid = os.posix_spawn(path, argv, environment, file_actions=actions, setsid=True)
        os.close(slave)
        self.ended = False
        self.found_at = None

    def resize(self, columns, rows, tell=True):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        if tell:
            os.kill(self.pid, signal.SIGWINCH)

    def read(self, quiet=0.03, needle=None, limit=30.0):
        """Reads until nothing has come for `quiet` seconds, and not before `needle` has.

        Returns the bytes, the clock at the last of them, and whether the needle came, which
        `found_at` keeps the clock of."""
        data, text, last = b"", b"", time.perf_counter()
        deadline = last + limit
        found = needle is None
        while True:
            now = time.perf_counter()
            if now > deadline:
                return data, last, found
            ready, _, _ = select.select([self.master], [], [], quiet if found else deadline - now)
            if not ready:
                return data, last, found
            try:
                chunk = os.read(self.master, 1 << 16)
            except OSError:
                chunk = b""
            if not chunk:
                self.ended = True
                return data, last, found
            last = time.perf_counter()
            data += chunk
            for query, answer in QUERIES.items():
                if query in chunk:
                    os.write(self.master, answer)
            if not found:
                text = CONTROL.sub(b"", data)
                found = needle in text
                if found:
                    self.found_at = last

    def press(self, keys, quiet=0.03):
        """Sends keys; returns the bytes of the answer and the seconds to the last of them."""
        sent = time.perf_counter()
        os.write(self.master, keys)
        data, last, _ = self.read(quiet)
        return data, last - sent

    def time_to(self, keys, needle):
        """Sends keys; returns the seconds until `needle` is on the screen."""
        sent = time.perf_counter()
        os.write(self.master, keys)
        if not self.read(needle=needle)[2]:
            raise SystemExit(f"bench: '{needle.decode()}' did not come")
        return self.found_at - sent

    def processor(self):
        """Seconds on a processor, over all threads."""
        total = 0
        for thread in os.listdir(f"/proc/{self.pid}/task"):
            with open(f"/proc/{self.pid}/task/{thread}/schedstat") as file:
                total += int(file.read().split()[0])
        return total / 1e9

    def status(self, field):
        """A number from /proc/PID/status: VmHWM in KiB, voluntary_ctxt_switches."""
        with open(f"/proc/{self.pid}/status") as file:
            for line in file:
                if line.startswith(field + ":"):
                    return int(line.split()[1])
        return 0

    def settle(self, limit=60.0):
        """Waits until the work behind the screen is done: less than 1 ms of processor in 300 ms."""
        deadline = time.perf_counter() + limit
        while time.perf_counter() < deadline:
            before = self.processor()
            self.read(quiet=0.3, limit=0.6)
            if self.ended or self.processor() - before < 0.001:
                return

    def close(self, keys):
        """Quits by keys, by force after a second. Returns the exit status, None when forced."""
        status = None
        try:
            os.write(self.master, keys)
            deadline = time.perf_counter() + 1
            while status is None and time.perf_counter() < deadline:
                self.read(quiet=0.005, limit=0.02)
                pid, code = os.waitpid(self.pid, os.WNOHANG)
                if pid:
                    status = os.waitstatus_to_exitcode(code)
            if status is None:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
        except OSError:
            _, code = os.waitpid(self.pid, 0)
            status = os.waitstatus_to_exitcode(code)
        os.close(self.master)
        return status
