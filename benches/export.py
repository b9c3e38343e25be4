#!/usr/bin/env python3
"""Times the export of a large meeting: 300 members, 50 motions, every form, each by one call of the program.

    python3 benches/export.py target/release/quorate

Makes the book by `quorate act` in a folder of its own and prints, for each form, seconds (the best of three,
starting the program and reading the book included) and bytes.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MEMBERS, MOTIONS = 300, 50


def script():
    clock = iter(range(10**6))

    def line(**fields):
        minute = next(clock)
        at = f"2026-05-{20 + minute // 1320:02}T{(minute // 60) % 22:02}:{minute % 60:02}:00+08:00"
        return json.dumps({**fields, "at": at}, ensure_ascii=False)

    yield line(do="new", charter="xj-quality-2022")
    units = [
        {"unit": n, "name": f"示例单位{n:03}", "category": "certification_body", "joined": "2022-09-29"}
        for n in range(1, MEMBERS + 1)
    ]
    yield line(do="enrol", units=units)
    yield line(do="fill", office="chair", name="理事长", unit=1)
    yield line(do="stand", body="assembly", term=1, number=1, term_begun="2025-09-29")
    agenda = [{"title": f"审议第{n}项工作报告", "matter": "report"} for n in range(1, MOTIONS + 1)]
    yield line(do="convene", body="assembly", by="chair", date="2026-05-20", place="示例会场",
               notice="2026-04-20", agenda=agenda)
    for n in range(1, MEMBERS + 1):
        presence = {"as": "in_person", "who": f"代表{n:03}"}
        yield line(do="sign_in", unit=n, presence=presence)
    yield line(do="call_to_order", presider="理事长", basis="chair", recorder="记录员")
    for n in range(1, MOTIONS + 1):
        yield line(do="open_item", item=n)
        yield line(do="move", item=n, text=f"批准第{n}项工作报告。", mover="秘书处")
        yield line(do="open_vote", motion=n, method="hands")
        yield line(do="count", yes=MEMBERS - n, no=n - 1, abstain=1)
        yield line(do="close_vote")
        yield line(do="declare")
        yield line(do="close_item", item=n)
    yield line(do="close")
    yield line(do="issue_minutes", meeting=1)


def main():
    program = str(Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as place:
        here = Path(place)
        text = "\n".join(script())
        done = subprocess.run([program, "act", "book"], input=text, text=True, cwd=here,
                              capture_output=True)
        refused = [a for a in done.stdout.splitlines() if not json.loads(a)["ok"]]
        if done.returncode or refused:
            sys.exit(f"the script was refused: {refused[:1] or done.stderr}")
        for form in ["json", "md", "html", "docx", "pdf", "xlsx", "csv", "ics"]:
            measure(form, here, [program, "export", "book", "--format", form, "-o", f"m.{form}"],
                    lambda: (here / f"m.{form}").stat().st_size)
        size = lambda: sum(f.stat().st_size for f in (here / "folder").iterdir())
        measure("folder", here, [program, "export", "book", "--folder", "folder"], size)


def measure(form, here, command, size):
    best = None
    for _ in range(3):
        subprocess.run(["rm", "-rf", str(here / "folder")], check=True)
        begun = time.monotonic()
        subprocess.run(command, cwd=here, check=True, capture_output=True)
        took = time.monotonic() - begun
        best = took if best is None else min(best, took)
    print(f"{form:7} {best:6.2f} s {size():>9} bytes")


main()
