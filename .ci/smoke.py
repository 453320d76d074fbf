#!/usr/bin/env python3
"""A short run of the released binary, alone in a folder, as its first user would have it."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Benchmarks"))
from pty_session import CONTROL, Session  # noqa: E402

ESSAY = (ROOT / "Resources" / "data" / "essay.txt").read_bytes()
TITLE = ESSAY.split(b"\n")[0]


def check(what, holds, detail=""):
    if not holds:
        raise SystemExit(f"smoke: FAILED: {what} {detail}")
    print(f"smoke: {what}")


def main():
    folder = Path(tempfile.mkdtemp(prefix="rejoinder-smoke-"))
    binary = folder / "rejoinder"
    shutil.copy(sys.argv[1], binary)
    (folder / "essay.txt").write_bytes(ESSAY)
    environment = {
        "HOME": str(folder), "REJOINDER_HOME": str(folder / "library"), "PATH": "/usr/bin:/bin",
        "TERM": "xterm-256color", "LANG": "C.UTF-8",
    }

    def run(*arguments, given=b""):
        done = subprocess.run(
            [str(binary), *arguments], input=given, env=environment, cwd=folder,
            capture_output=True, timeout=60)
        return done.returncode, done.stdout, done.stderr

    try:
        with open(binary, "rb") as file:
            check("it is an ELF file that asks for no loader", b"ld-linux" not in file.read(4096))

        status, out, _ = run("--version")
        check("--version", status == 0 and out.strip() != b"", out)

        status, out, errors = run("claims", "essay.txt", "--format", "json", "--all")
        check("claims ends well and says nothing on the side", status == 0 and errors == b"", errors)
        answer = json.loads(out)
        text = answer["essay"]["text"].encode()
        sentences = answer["sentences"]
        check("claims names schema and title",
              answer["schemaVersion"] == 1 and answer["essay"]["title"] == TITLE.decode())
        check("every offset finds its sentence",
              all(text[s["start"]:s["end"]].decode() == s["text"] for s in sentences))
        highlighted = [s for s in sentences if s["highlighted"]]
        check(f"{len(highlighted)} of {len(sentences)} sentences are highlighted",
              5 <= len(highlighted) < len(sentences))

        status, out, _ = run("counters", "essay.txt", "--format", "json")
        origins = [counter["origin"]["kind"]
                   for claim in json.loads(out)["claims"] for counter in claim["counterarguments"]]
        check("counters brings the pack's", status == 0 and "pack" in origins)

        status, out, _ = run("text", "-", "--width", "60", given=ESSAY)
        check("text reads standard input", status == 0 and TITLE in out)
        check("text keeps to its width", max(len(line) for line in out.decode().split("\n")) <= 60)

        status, _, errors = run("text", "absent.txt")
        check("a missing file is one line and 66",
              status == 66 and errors.startswith(b"rejoinder: ") and errors.count(b"\n") == 1, errors)

        session = Session([str(binary), "read", str(folder / "essay.txt")], 80, 24, environment)
        data, _, found = session.read(needle=TITLE, quiet=0.2, limit=5)
        check("the first screen shows the title", found, CONTROL.sub(b"", data)[:400])
        status = session.close(b"q")
        check("q leaves with 0", status == 0, status)

        # A host that has nothing but /proc: no terminfo, no locale, no shell.
        host = folder / "host"
        (host / "proc").mkdir(parents=True)
        shutil.copy(binary, host)
        shutil.copy(folder / "essay.txt", host)
        enter = ["unshare", "--mount", "sh", "-c",
                 'mount --rbind /proc "$1/proc" && shift && exec "$@"', "sh", str(host)]
        chroot = ["chroot", str(host)]
        if subprocess.run([*enter, "true"], capture_output=True).returncode != 0:
            print("smoke: may not mount here, so the bare host is left out")
        else:
            bare = {"TERM": "xterm-256color", "HOME": "/", "PATH": os.environ["PATH"]}
            session = Session([*enter, *chroot, "/rejoinder", "read", "/essay.txt"], 80, 24, bare)
            data, _, found = session.read(needle=TITLE, quiet=0.2, limit=5)
            check("a bare host shows the title too", found, CONTROL.sub(b"", data)[:400])
            status = session.close(b"q")
            check("and q leaves with 0", status == 0, status)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"smoke: all well, {os.path.getsize(sys.argv[1]):,} bytes")


if __name__ == "__main__":
    main()
