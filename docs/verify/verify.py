#!/usr/bin/env python3
"""Checks the record of a meeting without the program that made it. 不用原程序，独立核对一次会议的记录。

    python3 verify.py FOLDER
    python3 verify.py minutes.json [log.jsonl]
    python3 verify.py FOLDER --extends OLD      OLD: an older folder, minutes.json, log.jsonl, or “ENTRY SHA256”
    python3 verify.py FOLDER --signatures       also runs ssh-keygen

Only the standard library of Python 3.11 is used, and not a line of the program. The rule of every vote is read
from the enclosed text of the charter; base, number needed and result are worked out from the recorded counts.
Exit: 0 whole, 1 broken, 2 unreadable, 3 whole but no continuation of OLD. README.md says how to do it by hand.
"""

import argparse
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tomllib
from datetime import datetime
from fractions import Fraction
from pathlib import Path

ONE = 10**6  # amounts are whole millionths, so that nothing is rounded
BASES = {
    "all_members": "全体 of all", "not_recused": "未回避者 of those not recused", "present": "到会 of those present",
    "participating": "交票者 of those who voted", "votes_cast": "有效票 of valid votes",
    "yes_and_no": "赞成加反对 of yes and no", "rights": "全部表决权 of all rights",
    "rights_present": "到会表决权 of rights present", "seats_filled": "在任席位 of seats filled",
    "group": "该组全体 of the group", "fixed": "定数 a fixed number",
}  # fmt: skip
problems = []


def fail(faults, what, recorded, found):
    faults.append(f"{what}: 记录 recorded {recorded} ≠ 复算 found {found}")


def line(good, what, faults=()):
    print(("PASS " if good else "FAIL ") + what)
    for fault in faults:
        print("     ", fault)
    if not good:
        problems.append(what)


def amount(text):
    whole, _, part = str(text).partition(".")
    return int(whole) * ONE + int((part + "000000")[:6])


def said(n):
    return f"{n // ONE}" if n % ONE == 0 else f"{n // ONE}.{n % ONE:06}".rstrip("0")


# --- the charter -------------------------------------------------------------------------------------------------


def place(doc, path):
    """The table a dotted path leads to: matter.joining.route[2]."""
    here = doc
    for part in filter(None, path.split(".")):
        name, item = re.fullmatch(r"(.*?)(?:\[(\d+)\])?", part).groups()
        if isinstance(here, list):
            here = next(x for x in here if x.get("id") == name or str(x.get("no")) == name)
        else:
            here = here[name]
        if item:
            here = here[int(item) - 1]
    return here


def charter(minutes, version, entry):
    """The text of a version with the readings adopted before an entry."""
    texts = [c for c in minutes["charters"] if c["version"] == version and c["entry"] < entry]
    if not texts:
        return None
    doc = tomllib.loads(texts[-1]["text"])
    chosen = {}
    for one in texts[-1]["adopted"]:
        if one["entry"] < entry:
            chosen.pop(one["question"], None)
            chosen[one["question"]] = one["option"]
    for question, option in chosen.items():
        options = next(q for q in doc["question"] if q["id"] == question)["option"]
        for change in next(o for o in options if o["id"] == option)["set"]:
            table = place(doc, change["at"])
            table.pop(change["key"], None)
            if "value" in change:
                table[change["key"]] = change["value"]
    return doc


def share_of(share):
    """A share as a table, as “2/3”, or as “3:1”, three for to one against."""
    if isinstance(share, str):
        one, of, two = re.fullmatch(r"(\d+)([/:])(\d+)", share).groups()
        return int(one), int(two) if of == "/" else int(one) + int(two)
    return share and (share["num"], share["den"])


def measure_of(table):
    fixed = table["base"] == "fixed"  # a fixed number needs no share: all of it is wanted
    keys = ("weight", "group", "count", "minimum")
    return {"base": table["base"], "share": share_of(table.get("share", "1/1" if fixed else None)),
            "cmp": table.get("cmp", ">=" if fixed else None), **{k: table.get(k) for k in keys}}  # fmt: skip


def rule_of(table):
    """A rule with everything that decides, and nothing else."""
    tie = table.get("tie") or {}
    turnouts = [
        {"who": q["who"], "base": q["base"], "weight": q.get("weight"), "group": q.get("group"), "cmp": q.get("cmp"),
         "count": q.get("count"), "share": share_of(q.get("share")), "square": share_of(q.get("square"))}
        for q in table.get("quorum", [])
    ]  # fmt: skip
    unless, veto = table.get("unless"), table.get("veto")
    return {
        "id": table["id"],
        "first": measure_of(table),
        "also": [measure_of(m) for m in table.get("also", [])],
        "or": [(a.get("needs"), [measure_of(m) for m in a["measure"]]) for a in table.get("or", [])],
        "unless": unless and {"fewer": unless.get("fewer_than"), "weight": unless.get("weight"),
                              "more": share_of(unless.get("more_than")), "plus": unless.get("plus") or 0},
        "veto": veto and {"group": veto.get("group"), "names": veto.get("names", [])},
        "quorums": turnouts,
        "illegal": table.get("illegal_in_base", False),
        "ruling": (table.get("exactly") or {}).get("ruling", "none"),
        "tie": tie.get("outcome") or ("casting" if tie.get("casting_vote") else "fails"),
    }  # fmt: skip


def is_plain(rule):
    first = rule["first"]
    more = [rule["also"], rule["or"], rule["quorums"], rule["unless"], rule["veto"], rule["illegal"]]
    return not (any(more) or first["weight"] or first["group"] or first["minimum"] is not None
                or first["base"] in ("fixed", "participating"))  # fmt: skip


def allowed_rules(doc, matter, body, amends):
    """The rules by which this body may decide this matter."""
    bodies = [b["id"] for b in doc["body"] if b.get("roll", "all_members") != "none"]
    if "matter" not in doc:  # a short rule set: every rule is a matter of its own
        return {r["id"] for r in doc["rule"] if r["id"] == matter and r.get("body", bodies[0]) == body}
    routes = [m["route"] for m in doc["matter"] if m["id"] == matter]
    found = {r["rule"] for route in routes for r in route if r["body"] == body}
    if amends:
        found |= {b.get("rule") for b in doc["body"] if b["id"] == body}
    return found


def check_rule(minutes, version, entry, recorded, matter, amends, faults):
    doc = charter(minutes, version, entry)
    if doc is None:
        fail(faults, "章程文本 charter text", version, "–")
        return rule_of(recorded), None
    latest = max((c for c in minutes["charters"] if c["entry"] < entry), key=lambda c: c["entry"])
    restored = any(c["what"]["of"] == "amendment" for c in minutes["corrections"])
    if latest["version"] != version and not restored:
        fail(faults, "章程版本 version of the charter", version, latest["version"])
    found = next((rule_of(r) for r in doc["rule"] if r["id"] == recorded["id"]), None)
    if found != rule_of(recorded):
        fail(faults, "规则与章程不符 the rule is not the charter's", rule_of(recorded), found)
    body, known = minutes["meeting"]["body"]["id"], set()
    for text in minutes["charters"]:
        for since in [text["entry"] + 1] + [a["entry"] + 1 for a in text["adopted"]]:
            known |= allowed_rules(charter(minutes, text["version"], max(since, text["entry"] + 1)), matter, body, amends)
    if recorded["id"] not in known:
        fail(faults, f"章程对此事项另有规则 rule for {matter}", recorded["id"], sorted(map(str, known)))
    return found or rule_of(recorded), doc


# --- the arithmetic ----------------------------------------------------------------------------------------------


def step(n):
    size = ONE
    while size > 1 and n % size:
        size //= 10
    return size


def least(share, cmp, base, unit):
    """The smallest amount in these units that reaches the share; none of a base of nobody."""
    if base == 0:
        return None
    exact = Fraction(base // unit * share[0], share[1])
    steps = -(-exact.numerator // exact.denominator) if cmp == ">=" else exact.numerator // exact.denominator + 1
    return steps * unit


class Lacking(Exception):
    pass


def name_of(m):
    return "/".join(filter(None, (m["group"], m["weight"])))


def base_of(rule, base, side, count=None):
    illegal = side["invalid"] if rule["illegal"] else 0
    if base in ("all_members", "rights", "seats_filled", "group"):
        return side["total"]
    if base == "not_recused":
        return max(0, side["total"] - side["recused"])
    if base in ("present", "rights_present"):
        return side["present"]
    if base == "fixed":
        return (count or 0) * ONE
    if side["yes"] is None:
        raise Lacking
    if base == "participating":
        return side["yes"] + side["no"] + side["abstain"] + side["invalid"]
    return side["yes"] + side["no"] + (side["abstain"] if base == "votes_cast" else 0) + illegal


def measured(rule, m, sheet):
    side = sheet["sides"][name_of(m)]
    if side["yes"] is None:
        raise Lacking
    base = base_of(rule, m["base"], side, m["count"])
    needed = least(m["share"], m["cmp"], base, min(step(side["yes"]), step(base)))
    if needed is not None and m["minimum"] is not None:
        needed = max(needed, m["minimum"] * ONE)
    met = needed is not None and side["yes"] >= needed and side["yes"] > 0
    exact = base > 0 and side["yes"] * m["share"][1] == base * m["share"][0]
    exact = exact and (m["minimum"] is None or side["yes"] >= m["minimum"] * ONE)
    return {"m": m, "base": base, "needed": needed, "have": side["yes"], "met": met, "exact": exact}


def margin(r):
    """How far a measure is above its number, as a part of its base: the least one decides."""
    return (0, 0) if r["needed"] is None else (1, Fraction(r["have"] - r["needed"], max(r["base"], 1)))


def judge(rule, sheet):
    heads = sheet["sides"][""]
    ways = [(None, [rule["first"], *rule["also"]]), *rule["or"]]
    results, best = [], None
    for needs, measures in ways:
        if needs and needs not in sheet["on_file"]:
            continue
        own = [measured(rule, m, sheet) for m in measures]
        results += own
        tight, met, free = min(own, key=margin), all(r["met"] for r in own), needs is None
        if best is None:
            best = (met, free, tight)
        elif (met, free) != best[:2] and (met or best[0]):
            best = max(best, (met, free, tight), key=lambda b: b[:2])
        elif margin(best[2]) < margin(tight):
            best = (met, free, tight)
    carried, decider = best[0], best[2]
    if not carried and rule["unless"]:
        fewest = sheet["blocking"] if rule["unless"]["fewer"] is None else rule["unless"]["fewer"]
        if fewest is not None and heads["yes"] > 0:
            if max(0, base_of(rule, "not_recused", heads) - heads["yes"]) < fewest * ONE:
                carried, decider = True, next((r for r in results if not name_of(r["m"])), decider)
    quorums = []
    for q in rule["quorums"]:
        side = sheet["sides"][name_of(q)]
        have = {"present": side["present"], "yes": side["yes"]}.get(q["who"])
        have = base_of(rule, "participating", side) if have is None else have
        base = base_of(rule, q["base"], side)
        if q["count"] is not None:
            needed = q["count"] * ONE
        elif q["square"]:
            num, den = q["square"]  # the least v with den·v² ≥ num·n
            needed, unit = 0, step(have)
            while den * needed * needed < num * base * ONE:
                needed += unit
        else:
            unit = min(step(have), step(base))
            needed = least(q["share"] or (1, 1), q["cmp"] or ">=", base, unit)
            needed = unit if needed is None else needed
        quorums.append({"needed": needed, "have": have, "met": have >= needed})
    level = heads["yes"] > 0 and heads["yes"] == heads["no"] and not carried
    vetoed = []
    if rule["veto"] and (carried or (level and sheet["vetoes"] is not None)):
        if sheet["vetoes"] is None and heads["no"]:
            raise Lacking
        named = rule["veto"]["names"] if not rule["veto"]["group"] else []
        vetoed = [n for n in sheet["vetoes"] or [] if not named or n in named]
    stopped = bool(vetoed) or not all(q["met"] for q in quorums)
    tie = rule["tie"] if level and not stopped else None
    if tie == "second_vote" and sheet["again"]:
        tie = "fails"
    return {"carried": carried and not stopped, "results": results, "decider": decider, "quorums": quorums,
            "vetoed": vetoed, "tie": tie, "ruling": rule["ruling"] if decider["exact"] and not stopped else "none"}  # fmt: skip


def verdict(rule, frozen, voters, tally, counts=(), calls=None):
    """Everything the program says about a vote, from its figures."""
    scales = frozen.get("scales") or {}
    roll, recused = frozen["roll"], frozen["recused"]
    whole = lambda units: len(units) * ONE
    sheet = {
        "sides": {"": {"yes": tally["yes"] * ONE, "no": tally["no"] * ONE, "abstain": tally["abstain"] * ONE,
                       "invalid": tally["invalid"] * ONE, "present": voters if isinstance(voters, int) else whole(voters),
                       "total": whole(roll), "recused": whole(recused)}},
        "on_file": scales.get("on_file", []), "again": scales.get("voted_again", False), "vetoes": None, "blocking": None,
    }  # fmt: skip
    weights = {name: dict(map(lambda p: (p[0], amount(p[1])), all)) for name, all in scales.get("weights", {}).items()}
    groups = scales.get("groups", {})
    measures = [rule["first"], *rule["also"], *(m for _, ms in rule["or"] for m in ms), *rule["quorums"]]
    for m in measures:
        name = name_of(m)
        if not name:
            continue
        inside = lambda u: m["group"] is None or u in groups.get(m["group"], [])
        weigh = lambda u: ONE if m["weight"] is None else weights.get(m["weight"], {}).get(u, 0)
        total = lambda units: sum(weigh(u) for u in units if inside(u))
        side = {"present": total(voters), "total": total(roll), "recused": total(recused), "invalid": 0}
        for choice in ("yes", "no", "abstain"):
            if calls is not None:
                side[choice] = total(u for u, c in calls.items() if c == choice)
            else:
                of = [c.get("by", {}).get(name) for c in counts]
                side[choice] = sum(amount(b.get(choice, 0)) for b in of) if of and all(of) else None
        sheet["sides"][name] = side
    if calls is not None:
        sheet["vetoes"] = [name for unit, name in scales.get("vetoes", []) if calls.get(unit) == "no"]
    unless = rule["unless"]
    if unless and unless["weight"]:
        of = sorted((w for u, w in weights[unless["weight"]].items() if u not in recused), reverse=True)
        sum_, members = 0, 0
        for weight in of:
            sum_, members = sum_ + weight, members + 1
            if sum_ * unless["more"][1] > sum(of) * unless["more"][0]:
                break
        sheet["blocking"] = members + unless["plus"]
    try:
        judged = judge(rule, sheet)
    except Lacking:
        judged = None
    present = sheet["sides"][""]["present"] // ONE
    first = rule["first"]
    if first["weight"] or first["group"]:
        base, needed = present, None
    else:
        base = base_of(rule, first["base"], sheet["sides"][""], first["count"]) // ONE
        needed = least(first["share"], first["cmp"], base * ONE, ONE)
        needed = needed and max(needed // ONE, first["minimum"] or 0)
    decider = judged and judged["decider"]
    if not is_plain(rule) and decider and not name_of(decider["m"]):
        base, needed = decider["base"] // ONE, decider["needed"] and decider["needed"] // ONE
    return {"base": base, "needed": needed, "carried": bool(judged and judged["carried"]),
            "exact": bool(decider and decider["exact"]), "casting": bool(judged and judged["tie"] == "casting"),
            "ruling": judged["ruling"] if judged else "none",
            "tie": judged["tie"] if judged and judged["tie"] in ("lot", "second_vote") else None, "judged": judged}  # fmt: skip


# --- who was there -----------------------------------------------------------------------------------------------


def is_there(door, unit):
    way = door.get(unit, {}).get("as")
    if way == "proxy":  # whoever holds it must be there himself
        return door.get(door[unit]["holder"], {}).get("as") in ("in_person", "delegate", "online")
    return way in ("in_person", "delegate", "online")


def hall(minutes, entry):
    """The list of attendance, walked through up to an entry."""
    listed = minutes["attendance"]
    door = {u["unit"]: u["at_opening"] for u in listed["units"] if u["at_opening"]}
    steps = [(m["when"]["entry"], 0, m["unit"], m["presence"]) for m in listed["moves"]]
    for c in minutes["corrections"]:
        if c["what"]["of"] == "attendance":
            steps.append((c["when"]["entry"], 0, c["what"]["unit"], c["what"]["presence"]))
    steps += [(b["resumed"]["entry"], 1, 0, None) for b in minutes["breaks"] if b["resumed"]]
    opened = (minutes["opened"] or {"entry": 0})["entry"]
    for at, resumed, unit, presence in sorted(steps, key=lambda s: s[:2]):
        if not opened < at < entry:
            continue
        if resumed:
            here = {u for u in door if is_there(door, u)}
            away = ("excused", "absent", "left")
            door = {u: p for u, p in door.items() if p["as"] in away or u in here}
        elif presence is None:
            door.pop(unit, None)
        else:
            door[unit] = presence
    return door


def heads(door, roll):
    present = [u for u in roll if is_there(door, u)]
    ways = {"in_person": 0, "delegate": 0, "proxy": 0, "online": 0}
    for unit in present:
        ways[door[unit]["as"]] += 1
    excused = sum(door.get(u, {}).get("as") == "excused" for u in roll if u not in present)
    return {"roll": len(roll), "present": len(present), "in_person": ways["in_person"], "delegates": ways["delegate"],
            "proxies": ways["proxy"], "online": ways["online"], "excused": excused,
            "absent": len(roll) - len(present) - excused}  # fmt: skip


def check_heads(minutes):
    faults, listed = [], minutes["attendance"]
    if listed["at_opening"]:
        roll = [u["unit"] for u in listed["units"] if not u["joined_since"]]
        found = heads({u["unit"]: u["at_opening"] for u in listed["units"] if u["at_opening"]}, roll)
        if found != listed["at_opening"]:
            fail(faults, "开会时出席 heads at the opening", listed["at_opening"], found)
    roll = [u["unit"] for u in listed["units"] if u["on_roll"]]
    found = heads({u["unit"]: u["latest"] for u in listed["units"] if u["latest"]}, roll)
    if found != listed["latest"]:
        fail(faults, "结束时出席 heads in the end", listed["latest"], found)
    line(not faults, f"出席 attendance: 应到 roll {len(roll)}, 实到 present {found['present']}", faults)


def concerned(change):
    kind = change["change"]
    if kind == "undone":
        return concerned(change["of"])
    if kind == "joined":
        return {change["enrolment"]["unit"]}
    if kind == "seated":
        return {*change["units"], *change["was"]}
    return {change["unit"]} if kind in ("withdrawn", "expelled") else set()


def check_hall(minutes, item, entry, frozen, doc, proxies, faults):
    listed, roll = minutes["attendance"]["units"], frozen["roll"]
    moved = {loss["unit"] for loss in minutes["losses"]}
    for enactment in minutes["enactments"]:
        moved |= concerned(enactment["change"])
    for c in minutes["corrections"]:
        if c["what"]["of"] == "enactment":
            moved |= {c["what"]["wrong"], c["what"]["right"]}
    always = {u["unit"] for u in listed if u["on_roll"] and not u["joined_since"]} - moved
    missing, surplus = always - set(roll), set(roll) - {u["unit"] for u in listed} - moved
    if missing or surplus or len(set(roll)) != len(roll):
        fail(faults, "应到名单 roll", len(roll), f"{len(set(roll) | missing) - len(surplus)} (缺 missing {sorted(missing)})")
    recused = sorted({r["unit"] for r in item["recused"] if r["when"]["entry"] < entry} & set(roll))
    if recused != frozen["recused"]:
        fail(faults, "回避 recused", frozen["recused"], recused)
    door = hall(minutes, entry)
    by_proxy = lambda u: door.get(u, {}).get("as") == "proxy"
    voters = [u for u in sorted(roll) if is_there(door, u) and u not in recused and (proxies or not by_proxy(u))]
    if voters != frozen["voters"]:
        fail(faults, "参加表决者 voters", frozen["voters"], voters)
    if [u for u in voters if by_proxy(u)] != frozen["proxies"]:
        fail(faults, "受托 proxies", frozen["proxies"], [u for u in voters if by_proxy(u)])
    body = next((b for b in (doc or {}).get("body", []) if b["id"] == minutes["meeting"]["body"]["id"]), {})
    quorum = dict(body.get("quorum") or {})
    if quorum and not quorum.get("weight"):
        second = quorum.get("second_call") if minutes["convening"].get("second_call") else None
        if second:
            if "share" in second:
                quorum.pop("count", None)
            quorum.update(second)
        of = (len(roll) - len(frozen["recused"])) * ONE
        needed = quorum.get("count")
        if needed is None:
            needed = least(share_of(quorum.get("share", "1/1")), quorum.get("cmp", ">="), of, ONE)
            needed = None if needed is None else needed // ONE
        if needed is None or len(frozen["voters"]) < needed:
            fail(faults, "法定出席 quorum", len(frozen["voters"]), needed)


# --- votes -------------------------------------------------------------------------------------------------------


def standing(counts, entry):
    """Of each section the latest count; one of the whole hall replaces all."""
    stand = []
    for c in (c for c in counts if c["when"]["entry"] < entry):
        section = c["count"].get("section", "")
        stand = [o for o in stand if section and o["count"].get("section", "") not in ("", section)] + [c]
    return stand


def work_out(rule, vote, round_, entry):
    voters = sorted({*vote["voters"], *(a["unit"] for a in vote["admitted"] if a["when"]["entry"] < entry)})
    tally = dict.fromkeys(("yes", "no", "abstain", "invalid"), 0)
    counts = [c["count"] for c in standing(round_["counts"], entry)]
    calls = None
    if round_["method"] == "roll_call":
        calls = {c["unit"]: c["choice"] for c in round_["calls"] if c["when"]["entry"] < entry}
        for choice in calls.values():
            if choice != "silent":
                tally[choice] += 1
    else:
        for c in counts:
            for choice in ("yes", "no", "abstain"):
                tally[choice] += c[choice]
            tally["invalid"] += (c.get("papers") or {"invalid": 0})["invalid"]
    found = verdict(rule, vote, voters, tally, counts, calls)
    tally["not_voting"] = max(0, len(voters) - sum(tally.values()))
    return {**found, "tally": tally}


def check_verdict(found, recorded, faults):
    for key, label in (("yes", "赞成 yes"), ("no", "反对 no"), ("abstain", "弃权 abstain"), ("invalid", "无效 invalid"),
                       ("not_voting", "未投 not voting")):  # fmt: skip
        if found["tally"][key] != recorded["tally"][key]:
            fail(faults, label, recorded["tally"][key], found["tally"][key])
    for key, label in (("base", "基数 base"), ("needed", "须 needed"), ("carried", "达到 carried"), ("exact", "恰好 exactly"),
                       ("casting", "决定票 casting vote"), ("ruling", "裁定 ruling"), ("tie", "平票 tie")):  # fmt: skip
        if found[key] != recorded.get(key):
            fail(faults, label, recorded.get(key), found[key])
    judged = found["judged"]
    for key, mine, keys in (("measures", "results", ("base", "needed", "have", "met", "exact")),
                            ("quorum", "quorums", ("needed", "have", "met"))):  # fmt: skip
        for r, f in zip(recorded.get(key, []), judged[mine] if judged else [], strict=False):
            as_said = [said(f[k]) if k in ("base", "needed", "have") and f[k] is not None else f[k] for k in keys]
            if [r[k] for k in keys] != as_said:
                fail(faults, key, [r[k] for k in keys], as_said)
    if recorded.get("vetoed_by", []) != (judged["vetoed"] if judged else []):
        fail(faults, "否决 veto", recorded.get("vetoed_by"), judged and judged["vetoed"])


def check_declared(found, declared, faults):
    """The arithmetic, or what the charter lets decide in its place: a ruling, a casting vote, a lot."""
    ruling, casting, lot = declared["ruling"], declared["casting"], declared.get("lot")
    may_rule = found["exact"] and found["ruling"] != "none"
    due = found["carried"]
    if (lot is not None) != (found["tie"] == "lot"):
        return fail(faults, "抽签 lot", lot, found["tie"])
    if lot is not None:
        due = lot
    elif ruling:
        if not may_rule:
            return fail(faults, "无可裁定 a ruling where nothing is open", ruling["carried"], found["carried"])
        due = ruling["carried"]
    elif found["exact"] and found["ruling"] == "required":
        return fail(faults, "恰为该数而无裁定 exactly the share, and no ruling", "–", found["needed"])
    elif found["casting"]:
        if casting not in ("yes", "no"):
            return fail(faults, "缺决定票 casting vote missing", casting, "yes / no")
        due = casting == "yes"
    elif casting:
        return fail(faults, "无决定票 no casting vote to cast", casting, "–")
    if due != declared["carried"]:
        fail(faults, "宣布 declared", declared["carried"], due)


def check_counts(vote, round_, faults):
    voters = {*vote["voters"], *(a["unit"] for a in vote["admitted"])}
    if len(voters) != len(vote["voters"]) + len(vote["admitted"]) or not voters <= set(vote["roll"]):
        fail(faults, "补入表决 admitted", [a["unit"] for a in vote["admitted"]], vote["voters"])
    stand = standing(round_["counts"], float("inf"))
    done, total = round_["closed"] or vote["declared"], 0
    for c in round_["counts"]:
        count, papers = c["count"], c["count"].get("papers")
        votes = count["yes"] + count["no"] + count["abstain"]
        if c["stands"] != any(c is s for s in stand):
            fail(faults, "有效计票 count that stands", c["stands"], not c["stands"])
        if count.get("derived_from") is not None and not votes == count["derived_from"] <= len(voters):
            fail(faults, "推算 derived count", count["derived_from"], votes)
        if papers:
            if papers["valid"] + papers["invalid"] != papers["recovered"] or papers["valid"] != votes:
                fail(faults, "选票 papers", papers, f"{votes} + {papers['invalid']}")
            if papers["issued"] > len(voters) or (done and any(c is s for s in stand) and papers["recovered"] > papers["issued"]):
                fail(faults, "选票 papers", papers, f"≤ {len(voters)}")
        if any(c is s for s in stand):
            total += votes + (papers or {"invalid": 0})["invalid"]
    if done and total > len(voters):
        fail(faults, "票数多于表决者 more votes than voters", total, len(voters))
    called = [c["unit"] for c in round_["calls"]]
    if len(set(called)) != len(called) or not set(called) <= voters or (called and round_["method"] != "roll_call"):
        fail(faults, "唱名 roll call", called, sorted(voters))


def sum_of(rule, found):
    """The arithmetic in one line."""
    tally = found["tally"]
    words = f"赞成 yes {tally['yes']}, 反对 no {tally['no']}, 弃权 abstain {tally['abstain']}"
    if tally.get("invalid"):
        words += f", 无效 invalid {tally['invalid']}"
    results = found["judged"]["results"] if found["judged"] else []
    for r in results:
        m = r["m"]
        of = BASES[m["base"]] + (f" ({name_of(m)})" if name_of(m) else "")
        compared = f"{said(r['have'])}×{m['share'][1]} {m['cmp']} {said(r['base'])}×{m['share'][0]}"
        needed = "–" if r["needed"] is None else said(r["needed"])
        words += f"; {of} {said(r['base'])}, 须 needed {needed}, {compared}: {'是 yes' if r['met'] else '否 no'}"
    for q in found["judged"]["quorums"] if found["judged"] else []:
        words += f"; 出席 quorum {said(q['have'])} / {said(q['needed'])}"
    return words


def check_vote(minutes, item, motion, vote):
    faults = []
    matter, amends = motion["matter"]["id"], motion["amends"] is not None
    entry = vote["when"]["entry"]
    rule, doc = check_rule(minutes, vote["charter_version"], entry, vote["rule"], matter, amends, faults)
    check_hall(minutes, item, entry, vote, doc, True, faults)
    none = dict.fromkeys(("yes", "no", "abstain", "invalid"), 0)
    known = is_plain(rule) and rule["first"]["base"] not in ("participating", "votes_cast", "yes_and_no")
    opening = verdict(rule, vote, vote["voters"], none)
    for key in ("base", "needed"):
        if vote[key] != (opening[key] if known else None):
            fail(faults, f"开始表决时 at the opening, {key}", vote[key], opening[key])
    end = float("inf")
    for round_ in vote["rounds"]:
        check_counts(vote, round_, faults)
        if round_["closed"] and round_["verdict"]:
            check_verdict(work_out(rule, vote, round_, round_["closed"]["entry"]), round_["verdict"], faults)
    last = vote["rounds"][-1]
    found = work_out(rule, vote, last, end)
    if vote["verdict"]:
        check_verdict(found, vote["verdict"], faults)
    for declared in vote["declared"]:
        then = work_out(rule, vote, last, declared["when"]["entry"])
        check_verdict(then, declared["verdict"], faults)
        check_declared(then, declared, faults)
    corrected = max([c["when"]["entry"] for c in last["counts"]], default=0)
    if vote["void"]:
        state = "void"
    elif vote["declared"]:
        state = "declared" if corrected < vote["declared"][-1]["when"]["entry"] else "closed"
    else:
        state = "closed" if last["closed"] else "open"
    if state != vote["state"] or (state in ("closed", "declared") and not vote["verdict"]):
        fail(faults, "状态 state", vote["state"], state)
    check_decision(minutes, motion, vote, faults)
    declared = vote["declared"][-1] if vote["declared"] else None
    number = next((d["number"] for d in reversed(vote["declared"]) if d["number"]), "")
    words = f"表决{vote['no']} vote {vote['no']} {number} “{motion['text'].splitlines()[0][:40]}”: "
    if state == "open":
        words += "未结束 not finished"
    else:
        words += sum_of(rule, found)
        if declared:
            words += " → " + ("通过 carried" if declared["carried"] else "未通过 lost")
            words += " (主持人裁定 by ruling)" if declared["ruling"] else ""
            words += " (决定票 by casting vote)" if declared["casting"] else ""
        words += {"void": "；作废 void", "closed": "；待宣布 to be declared"}.get(state, "")
    if motion["votes"][-1] is vote:
        check_motion(motion, faults)
    line(not faults, words, faults)


def check_decision(minutes, motion, vote, faults):
    if not vote["declared"]:
        return
    last = vote["declared"][-1]
    if (last["carried"] and motion["amends"] is None) != (last["decision"] is not None):
        fail(faults, "决定编号 decision", last["decision"], last["carried"])
    named = next((d for d in reversed(vote["declared"]) if d["decision"] is not None), None)
    if not named:
        return
    known = [d for d in minutes["decisions"] if d["no"] == named["decision"]]
    if len(known) != 1:
        return fail(faults, "决定 decision in the list", len(known), named["decision"])
    decision, text = known[0], motion["text"]
    for c in minutes["corrections"]:
        if c["what"]["of"] == "text" and c["what"]["decision"] == decision["no"]:
            text = text.replace(c["what"]["old"], c["what"]["new"], 1)
    subjects = [s for i, s in enumerate(motion["subjects"]) if not vote["subjects"] or i in vote["subjects"]]
    void = vote["state"] == "void" or not last["carried"]
    for label, recorded, found in (
        ("文号 number", decision["number"], named["number"]), ("表决 vote", decision["vote"], vote["no"]),
        ("议案 motion", decision["motion"], motion["no"]), ("文字 text", decision["text"], text),
        ("事项 matter", decision["matter"]["id"], motion["matter"]["id"]),
        ("对象 subjects", decision["subjects"], subjects), ("作废 void", decision["void"], void)):  # fmt: skip
        if recorded != found:
            fail(faults, label, recorded, found)


def check_motion(motion, faults):
    by_subject, whole = [None] * len(motion["subjects"]), None
    declared = [v for v in motion["votes"] if v["state"] == "declared"]
    for vote in sorted(declared, key=lambda v: v["declared"][-1]["when"]["entry"]):
        last = vote["declared"][-1]
        whole = None if last["verdict"].get("tie") == "second_vote" else last["carried"]
        for i in range(len(by_subject)):
            if not vote["subjects"] or i in vote["subjects"]:
                by_subject[i] = whole
    if by_subject:
        whole = None if None in by_subject else any(by_subject)
    state = {True: "carried", False: "lost", None: "withdrawn" if motion["state"] == "withdrawn" else "pending"}[whole]
    if (state, by_subject) != (motion["state"], motion["by_subject"]):
        fail(faults, "议案 motion", (motion["state"], motion["by_subject"]), (state, by_subject))


# --- elections ---------------------------------------------------------------------------------------------------


def outcome(rule, frozen, round_, sheets):
    """Who is elected: most votes first among those who reach the number; a tie at the last seat is voted again."""
    valid, invalid = sum(s["valid"] for s in sheets), sum(s["invalid"] for s in sheets)
    pick = round_["marks"] == "pick"

    def reach(votes):
        no = max(0, valid - votes["yes"]) if pick else votes["no"]
        return verdict(rule, frozen, frozen["voters"], {**votes, "no": no, "invalid": invalid})

    fared = []
    for i, c in enumerate(round_["candidates"]):
        sum_ = {k: sum(s["votes"][i].get(k, 0) for s in sheets) for k in ("yes", "no", "abstain")}
        fared.append({"name": c["name"], "votes": sum_, "written_in": False})
    for name in dict.fromkeys(w["name"] for s in sheets for w in s.get("written_in", [])):
        yes = sum(w["yes"] for s in sheets for w in s.get("written_in", []) if w["name"] == name)
        fared.append({"name": name, "votes": {"yes": yes, "no": 0, "abstain": 0}, "written_in": True})
    for f in fared:
        found = reach(f["votes"])
        f["reached"], f["exact"] = found["carried"], found["exact"]
    fared.sort(key=lambda f: -f["votes"]["yes"])
    bare, papers, seats = reach({"yes": 0, "no": 0, "abstain": 0}), round_["papers"], round_["seats"]
    result = {"valid": papers["recovered"] <= papers["issued"], "base": bare["base"], "needed": bare["needed"],
              "fared": fared, "elected": [], "again": [], "ruling": "none", "seats": seats, "counted": (valid, invalid)}  # fmt: skip
    if not result["valid"]:
        return {**result, "fared": [], "vacant": seats}
    reached, yes = [i for i, f in enumerate(fared) if f["reached"]], lambda i: fared[i]["votes"]["yes"]
    if len(reached) > seats and yes(reached[seats]) == yes(reached[seats - 1]):
        level = yes(reached[seats])
        result["elected"] = [i for i in reached if yes(i) > level]
        result["again"] = [i for i in reached if yes(i) == level]
    else:
        result["elected"] = reached[:seats]
        if not reached and fared:
            last = yes(min(seats, len(fared) - 1))
            result["again"] = [i for i in range(len(fared)) if yes(i) >= last]
    if any(fared[i]["exact"] for i in result["elected"] + (result["again"] if result["elected"] or reached else [])):
        result["ruling"] = rule["ruling"]
    return {**result, "vacant": seats - len(result["elected"])}


def check_round(minutes, item, election, round_):
    faults, frozen, entry = [], round_["frozen"], round_["issued"]["entry"]
    matter = (item["matter"] or {"id": ""})["id"]
    rule, doc = check_rule(minutes, frozen["charter_version"], entry, frozen["rule"], matter, False, faults)
    check_hall(minutes, item, entry, frozen, doc, election["plan"]["proxies"], faults)
    number = round_["number"] or ""
    words = f"选举{item['no']}-{round_['contest']}-{round_['no']} election {number} {round_['seat']['name']['zh']} {round_['seat']['name']['en']}: "
    recorded = round_["outcome"]
    if not recorded:
        return line(not faults, words + "未结束 not finished", faults)
    until = round_["declared"]["entry"] if round_["declared"] else float("inf")
    sheets = []
    for s in round_["sheets"]:
        if not s["earlier"] and s["when"]["entry"] < until:
            later = [w["sheet"] for w in s["was"] if w["when"]["entry"] > until]
            sheets.append(later[0] if later else s["sheet"])
    papers, most = round_["papers"], len(frozen["voters"])
    if papers["issued"] > min(most, papers["printed"]):
        fail(faults, "发出选票 papers handed out", papers["issued"], min(most, papers["printed"]))
    found = outcome(rule, frozen, round_, sheets)
    if found["valid"] and sum(found["counted"]) != papers["recovered"]:
        fail(faults, "收回选票 papers in the box", papers["recovered"], sum(found["counted"]))
    for s in sheets:
        marks = sum(v["yes"] for v in s["votes"]) + sum(w["yes"] for w in s.get("written_in", []))
        for v in s["votes"]:
            all_ = v["yes"] + v.get("no", 0) + v.get("abstain", 0)
            if all_ != s["valid"] if round_["marks"] == "each" else v["yes"] != all_ or all_ > s["valid"]:
                fail(faults, "计票单 sheet", all_, s["valid"])
        if marks > s["valid"] * round_["seats"]:
            fail(faults, "划票 marks", marks, s["valid"] * round_["seats"])
    if round_["declared"]:
        rule_on_exactly(found, round_["ruling"], faults)
    for key in ("valid", "base", "needed", "elected", "again", "vacant"):
        if recorded[key] != found[key]:
            fail(faults, key, recorded[key], found[key])
    bare = lambda all_: [(f["name"], f["votes"], f["reached"], f["exact"]) for f in all_]
    if bare(recorded["fared"]) != bare(found["fared"]):
        fail(faults, "得票 votes", bare(recorded["fared"]), bare(found["fared"]))
    names = [found["fared"][i]["name"] for i in found["elected"]]
    if round_["declared"]:
        if [c["name"] for c in round_["elected"]] != names:
            fail(faults, "当选 elected", [c["name"] for c in round_["elected"]], names)
        listed = [d for d in minutes["decisions"] if d["number"] == number and d.get("election") == item["no"]]
        if bool(names) != bool(number) or (number and len(listed) != 1):
            fail(faults, "决定 decision", number, names)
        for d in listed:
            if d["void"] != (round_["voided"] is not None) or [s["name"] for s in d["subjects"]] != names:
                fail(faults, "决定 decision", [s["name"] for s in d["subjects"]], names)
    words += f"基数 base {found['base']}, 须 needed {found['needed']}; "
    words += ", ".join(f"{f['name']} {f['votes']['yes']}" for f in found["fared"])
    words += " → 当选 elected: " + ("、".join(names) or "–") + ("；作废 void" if round_["voided"] else "")
    line(not faults, words, faults)


def rule_on_exactly(found, ruling, faults):
    open_ = [found["fared"][i] for i in found["elected"] + found["again"]]
    exact = any(f["exact"] and f["reached"] for f in open_)
    if not ruling:
        if found["ruling"] == "required" and exact:
            fail(faults, "恰为该数而无裁定 exactly the share, and no ruling", "–", found["needed"])
    elif found["ruling"] == "none" or not exact:
        fail(faults, "无可裁定 a ruling where nothing is open", ruling["carried"], "–")
    elif not ruling["carried"]:
        for f in found["fared"]:
            f["reached"] = f["reached"] and not f["exact"]
        for key in ("elected", "again"):
            found[key] = [i for i in found[key] if not found["fared"][i]["exact"]]
        found["vacant"] = found["seats"] - len(found["elected"])


# --- a whole meeting ---------------------------------------------------------------------------------------------


def check_minutes(minutes):
    print(f"== {minutes['meeting']['title']['zh']} {minutes['meeting']['title']['en']}")
    for c in minutes["charters"]:
        found = hashlib.sha256(c["text"].encode()).hexdigest()
        version = tomllib.loads(c["text"])["charter"].get("version", 1)
        good = (found, version) == (c["sha256"], c["version"])
        line(good, f"章程第{c['version']}版 charter, version {c['version']}: sha256 {found}")
    check_heads(minutes)
    made = set()
    for item in minutes["items"]:
        for motion in item["motions"]:
            for vote in motion["votes"]:
                check_vote(minutes, item, motion, vote)
                made |= {d["decision"] for d in vote["declared"]}
        for round_ in (item.get("election") or {"rounds": []})["rounds"]:
            check_round(minutes, item, item["election"], round_)
            made |= {d["no"] for d in minutes["decisions"] if d["number"] == round_["number"]}
    numbers = [d["number"] for d in minutes["decisions"]]
    for d in minutes["decisions"]:
        fell = d["void"] and d.get("election") is not None
        if (d["no"] not in made and not fell) or numbers.count(d["number"]) > 1:
            line(False, f"决定 decision {d['no']} {d['number']}: 没有作出它的表决，或文号重复 no vote made it, or its number is given twice")


# --- the log -----------------------------------------------------------------------------------------------------


def read_log(path):
    """The chain, every entry hashed again: see README.md for the bytes."""
    prev, rows = hashlib.sha256(b"quorate-genesis-v1\0").hexdigest(), []
    with open(path, encoding="utf-8", newline="\n") as file:
        for no, text in enumerate(file, 1):
            row = json.loads(text)
            data = b"quorate-entry-v1\0" + bytes.fromhex(row["prev"]) + row["seq"].to_bytes(8, "big")
            data += bytes.fromhex(row["act"]) + row["part"].to_bytes(4, "big")
            for key in ("happened", "entered", "kind", "body"):
                data += len(row[key].encode()).to_bytes(8, "big") + row[key].encode()
            hash_ = hashlib.sha256(data).hexdigest()
            if row["seq"] != no or row["prev"] != prev or row["hash"] != hash_:
                line(False, f"记录链 chain: 第{no}条不符 entry {no} is not as it was written")
                return None
            prev, body = hash_, json.loads(row["body"])
            rows.append((no, row["kind"], body, hash_))
    line(True, f"记录链 chain: 共{len(rows)}条 {len(rows)} entries, {prev}")
    return rows


def figures_of_log(rows, meeting, head):
    """What the log says about votes, by entry; entries taken back left out."""
    struck = [(b["from"], b["to"]) for seq, kind, b, _ in rows if kind == "struck" and seq <= head]
    found, calls, last = {}, {}, {}
    for seq, kind, b, _ in rows:
        if b.get("meeting") != meeting or seq > head or any(f <= seq <= t for f, t in struck):
            continue
        vote = b.get("vote")
        if kind == "vote_opened":
            f = b["frozen"]
            found[seq] = (kind, vote, f["roll"], f["voters"], f["recused"], rule_of(f["rule"]), f["charter_version"])
        elif kind in ("counted", "count_corrected"):
            found[seq] = ("counted", vote, *(b["count"][k] for k in ("yes", "no", "abstain")))
        elif kind == "called":
            calls[vote, b["unit"]] = (seq, ("called", vote, b["unit"], b["choice"]))
        elif kind == "challenged":
            found |= {s: c for (v, _), (s, c) in calls.items() if v == vote}
            calls = {k: c for k, c in calls.items() if k[0] != vote}
        elif kind == "declared":
            found[seq] = (kind, vote, b["carried"], b["ruling"], b["casting"], b["decision"], b["number"])
        elif kind in ("vote_closed", "vote_voided"):
            found[seq] = (kind, vote)
        elif kind == "round_declared":
            last[b["item"], b["contest"], b["round"]] = (seq, (kind, b["item"], [c["name"] for c in b["elected"]], b["number"]))
    return found | dict(calls.values()) | dict(last.values())


def figures_of_minutes(minutes):
    found = {}
    for item in minutes["items"]:
        for vote in (v for m in item["motions"] for v in m["votes"]):
            at = lambda when, *what: found.update({when["entry"]: what})
            at(vote["when"], "vote_opened", vote["no"], vote["roll"], vote["voters"], vote["recused"],
               rule_of(vote["rule"]), vote["charter_version"])  # fmt: skip
            for r in vote["rounds"]:
                for c in r["counts"]:
                    at(c["when"], "counted", vote["no"], *(c["count"][k] for k in ("yes", "no", "abstain")))
                for c in r["calls"]:
                    at(c["when"], "called", vote["no"], c["unit"], c["choice"])
                if r["closed"]:
                    at(r["closed"], "vote_closed", vote["no"])
            for d in vote["declared"]:
                at(d["when"], "declared", vote["no"], d["carried"], d["ruling"], d["casting"], d["decision"], d["number"])
            if vote["void"]:
                at(vote["void"]["when"], "vote_voided", vote["no"])
        for r in (item.get("election") or {"rounds": []})["rounds"]:
            if r["declared"]:
                names = [c["name"] for c in r["elected"]]
                found[r["declared"]["entry"]] = ("round_declared", item["no"], names, r["number"])
    return found


def number_of(minutes, vote):
    return next((d["number"] for d in minutes["decisions"] if vote and d["vote"] == vote), "")


def check_log(minutes, rows):
    head, no = minutes["head"], minutes["meeting"]["no"]
    good = 1 <= head["entry"] <= len(rows) and rows[head["entry"] - 1][3] == head["sha256"]
    line(good, f"末条 head: 第{head['entry']}条 entry {head['entry']} {head['sha256']}")
    adopted = {seq: b["text"] for seq, kind, b, _ in rows if kind == "charter_adopted"}
    for c in minutes["charters"]:
        if adopted.get(c["entry"]) != c["text"]:
            line(False, f"章程第{c['version']}版与记录不符 version {c['version']} of the charter is not the log's")
    mine, theirs = figures_of_log(rows, no, head["entry"]), figures_of_minutes(minutes)
    wrong = sorted(seq for seq in mine.keys() | theirs.keys() if mine.get(seq) != theirs.get(seq))
    for seq in wrong:
        kind, vote = (mine.get(seq) or theirs.get(seq))[:2]
        line(False, f"第{seq}条 entry {seq} ({kind}), 表决{vote} vote {vote} {number_of(minutes, vote)}",
             [f"记录簿 log {mine.get(seq, '–')}", f"会议记录 minutes {theirs.get(seq, '–')}"])  # fmt: skip
    back = {(b["from"], b["to"]) for seq, kind, b, _ in rows
            if kind == "struck" and b.get("meeting") == no and seq <= head["entry"]}  # fmt: skip
    if back != {(r["from"], r["to"]) for r in minutes["reversals"]}:
        line(False, f"撤销 entries taken back: {sorted(back)}")
    if not wrong:
        line(True, f"会议记录与记录簿一致 minutes and log agree on {len(mine)} entries")


# --- folder, older copies ----------------------------------------------------------------------------------------


def check_manifest(folder):
    listed = {}
    for text in (folder / "MANIFEST").read_text("utf-8").splitlines():
        if text and not text.startswith("#"):
            digest, name = re.fullmatch(r"([0-9a-f]{64}) [ *](.+)", text).groups()
            listed[name] = digest
    for name, digest in sorted(listed.items()):
        path = folder / name
        if not path.is_file():
            line(False, f"{name}: 缺少 missing")
        else:
            found = hashlib.sha256(path.read_bytes()).hexdigest()
            line(found == digest, f"{name}: sha256 {found}")
    own = {"MANIFEST", "allowed_signers", "VERIFY.txt"}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = path.relative_to(folder).as_posix()
        if name not in listed and name not in own and not name.endswith(".sig"):
            line(False, f"{name}: 不在清单中 not in MANIFEST")


def check_signatures(folder, run):
    as_of = re.search(r"^# as-of: (\S+)$", (folder / "MANIFEST").read_text("utf-8"), re.MULTILINE)
    # A key is good if it was in force at the moment the papers speak of, on the clock of allowed_signers.
    at = datetime.fromisoformat(as_of[1]).strftime("%Y%m%d%H%M%S") if as_of else ""
    for sig in sorted(folder.glob("MANIFEST.*.sig")):
        role = sig.name.split(".")[1].split("-")[0]
        signers = (folder / "allowed_signers").read_text("utf-8").splitlines()
        who = next((s.split()[0] for s in signers if s.split("@")[0] == role), role)
        command = ["ssh-keygen", "-Y", "verify", "-f", "allowed_signers", "-I", who, "-n", "minutes@quorate",
                   *([f"-Overify-time={at}"] if at else []), "-s", sig.name]
        print("    ", " ".join(command), "< MANIFEST")
        if run and shutil.which("ssh-keygen"):
            with open(folder / "MANIFEST", "rb") as file:
                done = subprocess.run(command, cwd=folder, stdin=file, capture_output=True, check=False)
            line(done.returncode == 0, f"签名 signature {role}: {(done.stdout or done.stderr).decode().strip()}")
    if not run:
        print("     签名请用上面的命令核对，或加 --signatures。 Signatures are checked with these commands, or with --signatures.")


def check_extends(old, minutes, rows):
    """Whether the record contains the older head; None where that cannot be told."""
    path = Path(old)
    before = None
    if path.is_dir():
        path = path / "minutes.json"
    if path.is_file() and path.suffix == ".jsonl":
        last = json.loads(path.read_text("utf-8").splitlines()[-1])
        seq, digest = last["seq"], last["hash"]
    elif path.is_file():
        before = json.loads(path.read_text("utf-8"))
        seq, digest = before["head"]["entry"], before["head"]["sha256"]
    else:
        seq, digest = int(re.search(r"\d+", old)[0]), re.search(r"[0-9a-f]{64}", old.lower())[0]
    if rows is not None:
        good = 1 <= seq <= len(rows) and rows[seq - 1][3] == digest
    elif seq <= minutes["head"]["entry"]:
        good = digest == minutes["head"]["sha256"] if seq == minutes["head"]["entry"] else None
    else:
        good = False
    if good is None:
        print(f"需要log.jsonl才能核对第{seq}条 the log is needed to look at entry {seq}")
        return None
    print(("PASS " if good else "FAIL ") + f"延续 extends: 第{seq}条 entry {seq} {digest}")
    if not good and before and before["meeting"]["no"] == minutes["meeting"]["no"]:
        name_differences(before, minutes)
    return good


def name_differences(before, minutes):
    was, now = figures_of_minutes(before), figures_of_minutes(minutes)
    if was != now:
        for seq in sorted(s for s in was.keys() | now.keys() if was.get(s) != now.get(s)):
            kind, vote = (was.get(seq) or now.get(seq))[:2]
            number = number_of(before, vote) or number_of(minutes, vote)
            print(f"      第{seq}条 entry {seq} ({kind}), 表决{vote} vote {vote} {number}")
            print(f"        原 was {was.get(seq, '–')}\n        现 now {now.get(seq, '–')}")
    for d in before["decisions"]:
        if d["text"] not in [n["text"] for n in minutes["decisions"] if n["no"] == d["no"]]:
            print(f"      决定 decision {d['no']} {d['number']}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", type=Path, help="folder or minutes.json")
    parser.add_argument("log", type=Path, nargs="?", help="log.jsonl")
    parser.add_argument("--extends", metavar="OLD")
    parser.add_argument("--signatures", action="store_true")
    ask = parser.parse_args()
    folder = ask.record if ask.record.is_dir() else None
    log = ask.log or (folder / "log.jsonl" if folder and (folder / "log.jsonl").is_file() else None)
    try:
        minutes = json.loads((folder / "minutes.json" if folder else ask.record).read_text("utf-8"))
        if minutes["format"] != "quorate-minutes/1":
            raise ValueError(f"format {minutes['format']}")
        if folder:
            check_manifest(folder)
            check_signatures(folder, ask.signatures)
        rows = read_log(log) if log else None
        if rows:
            check_log(minutes, rows)
        check_minutes(minutes)
        extends = check_extends(ask.extends, minutes, rows) if ask.extends and not problems else True
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, StopIteration) as error:
        print(f"无法核对 cannot be checked: {type(error).__name__}: {error}")
        return 2
    if problems:
        print(f"不符 BROKEN: {problems[0]}")
        return 1
    if extends is None:
        return 2
    print("完好 WHOLE" if extends else "完好，但不是原记录的延续 WHOLE, but no continuation of the older record")
    return 0 if extends else 3


if __name__ == "__main__":
    sys.exit(main())
