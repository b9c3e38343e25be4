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
import subprocess
import sys
import tomllib
from datetime import datetime
from fractions import Fraction
from math import ceil, floor, inf, isqrt
from pathlib import Path

faults = []  # noted for the line that is printed next
problems = []  # every line that said FAIL


def note(what, recorded, found):
    faults.append(f"{what}: 记录 recorded {recorded} ≠ 复算 found {found}")


def compare(what, recorded, found):
    """Notes each figure that was worked out and is not the recorded one, at whatever depth it lies."""
    if isinstance(recorded, dict) and isinstance(found, dict):
        for key in found:
            compare(f"{what}.{key}", recorded.get(key), found[key])
    elif isinstance(recorded, list) and isinstance(found, list) and len(recorded) == len(found):
        for place, (one, other) in enumerate(zip(recorded, found)):
            compare(f"{what}[{place}]", one, other)
    else:
        found = said(found) if isinstance(found, Fraction) and isinstance(recorded, str) else found
        if recorded != found and not (recorded is None and found == []):
            note(what, recorded, found)


def report(what):
    print(("FAIL " if faults else "PASS ") + what)
    for fault in faults:
        print("     ", fault)
    if faults:
        problems.append(what)
        faults.clear()


def said(amount):
    whole, part = divmod(int(amount * 10**6), 10**6)
    return f"{whole}.{part:06}".rstrip("0").rstrip(".")


# --- the charter -------------------------------------------------------------------------------------------------


def place(doc, path):
    """The table a dotted path leads to: matter.joining.route[2]."""
    for name, number in re.findall(r"([^.\[\]]+)|\[(\d+)\]", path):
        if number:
            doc = doc[int(number) - 1]
        elif isinstance(doc, list):
            doc = next(table for table in doc if name in (table.get("id"), str(table.get("no"))))
        else:
            doc = doc[name]
    return doc


def charters(minutes):
    """Every charter as it read from an entry on: the text, and again with each reading that was adopted."""
    found, by_entry = [], lambda told: told["entry"]
    for text in sorted(minutes["charters"], key=by_entry):
        adopted = sorted(text["adopted"], key=by_entry)
        for count, since in enumerate([text["entry"], *(max(a["entry"], text["entry"]) for a in adopted)]):
            doc = tomllib.loads(text["text"])
            for n, one in enumerate(adopted[:count], 1):
                if one["question"] in [later["question"] for later in adopted[n:count]]:
                    continue  # of one question the last reading stands
                question = next(q for q in doc["question"] if q["id"] == one["question"])
                for change in next(o for o in question["option"] if o["id"] == one["option"])["set"]:
                    table = place(doc, change["at"])
                    table.pop(change["key"], None)
                    if "value" in change:
                        table[change["key"]] = change["value"]
            found.append({"version": text["version"], "since": since, "doc": doc})
    return found


def deciding(value):
    """What decides in a rule, from the charter or from the minutes: no names, no reasons, nothing empty."""
    if isinstance(value, list):
        return [deciding(v) for v in value]
    if isinstance(value, str) and (share := re.fullmatch(r"(\d+)([/:])(\d+)", value)):
        one, two = int(share[1]), int(share[3])
        return {"num": one, "den": two if share[2] == "/" else one + two}  # 3:1 is three for to one against
    if not isinstance(value, dict):
        return value
    if value.get("base") == "fixed":  # a fixed number needs no share: all of it is wanted
        value = {"share": "1/1", "cmp": ">=", **value}
    kept = {k: deciding(v) for k, v in value.items() if k not in ("name", "basis", "flags", "body")}
    return {k: v for k, v in kept.items() if v not in (None, False, "none", [], {})}


def is_plain(rule):
    """Whether a rule is one share of heads and nothing more."""
    more = {"also", "or", "quorum", "unless", "veto", "weight", "group", "minimum", "illegal_in_base"}
    return not more & rule.keys() and rule["base"] not in ("fixed", "participating")


def allowed_rules(doc, matter, body, amends):
    """The rules by which this body may decide this matter."""
    bodies = [b["id"] for b in doc["body"] if b.get("roll", "all_members") != "none"]
    if "matter" not in doc:  # a short rule set: every rule is a matter of its own
        return {r["id"] for r in doc["rule"] if r["id"] == matter and r.get("body", bodies[0]) == body}
    own = {b.get("rule") for b in doc["body"] if amends and b["id"] == body}
    return own | {r["rule"] for m in doc["matter"] if m["id"] == matter for r in m["route"] if r["body"] == body}


def check_rule(minutes, frozen, entry, matter, amends):
    """The rule as the charter has it, and the charter."""
    version, recorded, body = frozen["charter_version"], deciding(frozen["rule"]), minutes["meeting"]["body"]["id"]
    texts = minutes["texts"]
    in_force = [c for c in texts if c["since"] < entry]
    doc = next((c["doc"] for c in reversed(in_force) if c["version"] == version), None)
    if doc is None:
        faults.append(f"章程文本 no text of charter {version}")
        return recorded, {}
    if not any(c["what"]["of"] == "amendment" for c in minutes["corrections"]):  # which may restore an older one
        compare("charter_version", version, in_force[-1]["version"])
    rule = next((deciding(r) for r in doc["rule"] if r["id"] == recorded["id"]), None)
    if rule != recorded:
        note("规则与章程不符 the rule is not the charter's", recorded, rule)
    # A motion keeps the rule it was moved by, also where the charter was amended before the vote.
    known = set().union(*(allowed_rules(c["doc"], matter, body, amends) for c in texts))
    if recorded["id"] not in known:
        note(f"章程对此事项另有规则 rule for {matter}", recorded["id"], known)
    return rule or recorded, doc


# --- the arithmetic ----------------------------------------------------------------------------------------------

BASES = {
    "all_members": "全体 of all", "not_recused": "未回避者 of those not recused", "present": "到会 of those present",
    "participating": "交票者 of those who voted", "votes_cast": "有效票 of valid votes",
    "yes_and_no": "赞成加反对 of yes and no", "rights": "全部表决权 of all rights",
    "rights_present": "到会表决权 of rights present", "seats_filled": "在任席位 of seats filled",
    "group": "该组全体 of the group", "fixed": "定数 a fixed number",
}  # fmt: skip
VOTES = {"yes": ["yes"], "yes_and_no": ["yes", "no"], "votes_cast": ["yes", "no", "abstain"],
         "participating": ["yes", "no", "abstain", "invalid"]}  # fmt: skip


class Lacking(Exception):
    """A weight or group the rule counts was not entered."""


class Sheet:
    """What one vote is judged by; amounts are exact fractions. A measure says in which weight and group to count."""

    def __init__(self, frozen, voters, tally, counts=(), calls=None):
        self.roll, self.recused, self.voters = frozen["roll"], frozen["recused"], voters
        self.tally, self.counts, self.calls = tally, counts, calls
        self.scales = frozen.get("scales") or {}
        weights = self.scales.get("weights", {})
        self.weights = {name: {unit: Fraction(n) for unit, n in of_units} for name, of_units in weights.items()}

    def total(self, units, measure):
        """So many heads, or their weight."""
        if "group" in measure:
            units = [u for u in units if u in self.scales.get("groups", {}).get(measure["group"], [])]
        weights = self.weights.get(measure.get("weight"), {})
        return Fraction(sum(weights.get(u, 0) for u in units) if "weight" in measure else len(units))

    def votes(self, choice, measure):
        name = name_of(measure)
        if not name:
            return Fraction(self.tally[choice])
        if self.calls is not None:
            return self.total([u for u, called in self.calls.items() if called == choice], measure)
        entered = [c.get("by", {}).get(name) for c in self.counts]
        if not entered or not all(entered):
            raise Lacking
        return sum(Fraction(e.get(choice, 0)) for e in entered)

    def base(self, rule, measure, of=None):
        of = of or measure["base"]
        if of == "fixed":
            return Fraction(measure.get("count", 0))
        if of in VOTES:
            illegal = rule.get("illegal_in_base") and of in ("yes_and_no", "votes_cast")
            return sum(self.votes(choice, measure) for choice in VOTES[of] + ["invalid"] * bool(illegal))
        there = self.voters if of in ("present", "rights_present") else self.roll
        return self.total(there, measure) - (self.total(self.recused, measure) if of == "not_recused" else 0)


def name_of(measure):
    """The weight or group counted; nothing where heads are."""
    return "/".join(filter(None, (measure.get("group"), measure.get("weight"))))


def unit_of(*amounts):
    """1, or the decimal place these amounts are given to: the number needed is a whole number of it."""
    unit = Fraction(1)
    while unit > Fraction(1, 10**6) and any(amount % unit for amount in amounts):
        unit /= 10
    return unit


def least(table, base, unit=1):
    """The smallest amount in these units that reaches the share; none of a base of nobody."""
    share = table.get("share", {"num": 1, "den": 1})
    exact = Fraction(base * share["num"], share["den"]) / unit
    return (floor(exact) + 1 if table.get("cmp") == ">" else ceil(exact)) * unit if base else None


def measured(rule, measure, sheet):
    share, minimum = measure["share"], measure.get("minimum", 0)
    base, have = sheet.base(rule, measure), sheet.votes("yes", measure)
    found = {"measure": measure, "base": base, "needed": least(measure, base, unit_of(have, base)), "have": have}
    if found["needed"] is None:
        return {**found, "met": False, "exact": False, "margin": -inf}
    needed = found["needed"] = max(found["needed"], minimum)
    exact = have * share["den"] == base * share["num"] and have >= minimum
    return {**found, "met": have > 0 and have >= needed, "exact": exact, "margin": (have - needed) / base}


def is_deemed(rule, sheet):
    """Whether too few are not in favour to block it."""
    unless, heads = rule["unless"], {"base": "not_recused"}
    fewest = unless.get("fewer_than")
    if fewest is None:  # so few as have more than a share of the weight, and some more
        weights = sheet.weights[unless["weight"]].items()
        heaviest, share = sorted((w for u, w in weights if u not in sheet.recused), reverse=True), unless["more_than"]
        enough = lambda n: sum(heaviest[:n]) * share["den"] > sum(heaviest) * share["num"]
        fewest = next(filter(enough, range(len(heaviest))), len(heaviest)) + unless.get("plus", 0)
    yes = sheet.votes("yes", heads)
    return yes > 0 and sheet.base(rule, heads) - yes < fewest


def attended(rule, quorum, sheet):
    """The quorum of the single vote."""
    base, have = sheet.base(rule, quorum), sheet.base(rule, quorum, quorum["who"])
    needed, unit = quorum.get("count"), unit_of(have, base)
    if "square" in quorum:  # the least v with den·v² ≥ num·base
        unit = unit_of(have)
        squares = ceil(quorum["square"]["num"] * base / quorum["square"]["den"] / unit**2)
        needed = (isqrt(squares - 1) + 1 if squares else 0) * unit
    elif needed is None:
        needed = least(quorum, base, unit) or unit
    return {"needed": Fraction(needed), "have": have, "met": have >= needed}


def judge(rule, sheet):
    results, ways = [], []
    for way in [{"measure": [rule, *rule.get("also", [])]}, *rule.get("or", [])]:
        if way.get("needs") in (None, *sheet.scales.get("on_file", [])):
            own = [measured(rule, m, sheet) for m in way["measure"]]
            closest, met = min(own, key=lambda r: r["margin"]), all(r["met"] for r in own)
            results, ways = results + own, [*ways, (met, met and "needs" not in way, closest["margin"], closest)]
    met, _, _, decider = max(ways, key=lambda way: way[:3])  # the first of the best
    carried = met or ("unless" in rule and is_deemed(rule, sheet))
    if carried and not met:
        decider = next((r for r in results if not name_of(r["measure"])), decider)
    quorums = [attended(rule, q, sheet) for q in rule.get("quorum", [])]
    yes, no, calls = sheet.tally["yes"], sheet.tally["no"], sheet.calls
    level, vetoed = yes > 0 and yes == no and not carried, []
    if "veto" in rule and (carried or (level and calls is not None)):
        if calls is None and no:
            raise Lacking
        vetoed = [name for unit, name in sheet.scales.get("vetoes", []) if (calls or {}).get(unit) == "no"]
        if "group" not in rule["veto"]:
            vetoed = [name for name in vetoed if name in rule["veto"].get("names", [name])]
    stopped = bool(vetoed) or not all(q["met"] for q in quorums)
    tie = rule.get("tie", {})
    tie = tie.get("outcome") or ("casting" if "casting_vote" in tie else "fails")
    if not level or stopped or (tie == "second_vote" and sheet.scales.get("voted_again")):
        tie = "fails"
    ruling = rule.get("exactly", {}).get("ruling", "none") if decider["exact"] and not stopped else "none"
    return {"carried": carried and not stopped, "exact": decider["exact"], "ruling": ruling, "decider": decider,
            "casting": tie == "casting", "tie": tie if tie in ("lot", "second_vote") else None,
            "measures": results, "quorum": quorums, "vetoed_by": vetoed}  # fmt: skip


def verdict(rule, sheet):
    """Everything the program says about a vote."""
    try:
        found = judge(rule, sheet)
    except Lacking:
        found = {"carried": False, "exact": False, "ruling": "none", "decider": None, "casting": False, "tie": None,
                 "measures": [], "quorum": [], "vetoed_by": []}  # fmt: skip
    heads = found["decider"]
    if heads is None or name_of(heads["measure"]):  # then the rule's own first measure, if that counts heads
        heads = {"base": len(sheet.voters), "needed": None} if name_of(rule) else measured(rule, rule, sheet)
    return {**found, "tally": sheet.tally, "base": heads["base"], "needed": heads["needed"]}


def check_verdict(rule, found, recorded):
    keys = ("tally", "base", "needed", "carried", "exact", "casting", "ruling", "tie", "quorum", "vetoed_by")
    measures = [{key: m[key] for key in ("base", "needed", "have", "met", "exact")} for m in found["measures"]]
    measures = {} if is_plain(rule) else {"measures": measures}
    compare("verdict", recorded, {key: found[key] for key in keys} | measures)


def sum_of(found):
    """The arithmetic in one line."""
    tally = found["tally"]
    words = f"赞成 yes {tally['yes']}, 反对 no {tally['no']}, 弃权 abstain {tally['abstain']}"
    words += f", 无效 invalid {tally['invalid']}" if tally["invalid"] else ""
    for r in found["measures"]:
        measure, have, base = r["measure"], said(r["have"]), said(r["base"])
        of = BASES[measure["base"]] + (f" ({name_of(measure)})" if name_of(measure) else "")
        needed = "–" if r["needed"] is None else said(r["needed"])
        compared = f"{have}×{measure['share']['den']} {measure['cmp']} {base}×{measure['share']['num']}"
        words += f"; {of} {base}, 须 needed {needed}, {compared}: {'是 yes' if r['met'] else '否 no'}"
    return words + "".join(f"; 出席 quorum {said(q['have'])} / {said(q['needed'])}" for q in found["quorum"])


# --- who was there -----------------------------------------------------------------------------------------------


def is_there(door, unit):
    way = door.get(unit, {}).get("as")
    if way == "proxy":  # whoever holds it must be there himself
        way = door.get(door[unit]["holder"], {}).get("as")
    return way in ("in_person", "delegate", "online")


def hall(minutes, entry):
    """The list of attendance, walked through up to an entry."""
    listed = minutes["attendance"]
    door = {u["unit"]: u["at_opening"] for u in listed["units"] if u["at_opening"]}
    corrections = [{**c["what"], "when": c["when"]} for c in minutes["corrections"] if c["what"]["of"] == "attendance"]
    steps = [(m["when"]["entry"], 0, m["unit"], m["presence"]) for m in [*listed["moves"], *corrections]]
    steps += [(b["resumed"]["entry"], 1, 0, None) for b in minutes["breaks"] if b["resumed"]]
    opened = (minutes["opened"] or {"entry": 0})["entry"]
    steps = [step for step in steps if opened < step[0] < entry]
    for _, resumed, unit, presence in sorted(steps, key=lambda s: s[:2]):
        if resumed:  # a letter whose holder was not there was not confirmed with him
            here = {u for u in door if is_there(door, u)}
            door = {u: p for u, p in door.items() if p["as"] in ("excused", "absent", "left") or u in here}
        elif presence is None:
            door.pop(unit, None)
        else:
            door[unit] = presence
    return door


def check_heads(listed):
    """The figures of the list of attendance, at the opening and in the end."""
    for when, counts in (("at_opening", lambda u: not u["joined_since"]), ("latest", lambda u: u["on_roll"])):
        roll = [u["unit"] for u in listed["units"] if counts(u)]
        door = {u["unit"]: u[when] for u in listed["units"] if u[when]}
        ways = [door[u]["as"] for u in roll if is_there(door, u)]
        excused = sum(door.get(u, {}).get("as") == "excused" for u in roll)
        if listed[when]:
            compare(when, listed[when], {
                "roll": len(roll), "present": len(ways), "in_person": ways.count("in_person"),
                "delegates": ways.count("delegate"), "proxies": ways.count("proxy"), "online": ways.count("online"),
                "excused": excused, "absent": len(roll) - len(ways) - excused})  # fmt: skip
    report(f"出席 attendance: 应到 roll {len(roll)}, 实到 present {len(ways)}")


def concerned(change):
    """The units a decision put on the roll or took off it."""
    while change["change"] == "undone":
        change = change["of"]
    if change["change"] not in ("joined", "seated", "withdrawn", "expelled"):
        return set()
    one = change.get("enrolment", change).get("unit")
    return {one, *change.get("units", []), *change.get("was", [])}


def check_hall(minutes, item, entry, frozen, doc, with_proxies=True):
    """Roll, recused, voters and quorum as frozen with a vote, against the list of attendance."""
    listed, roll = minutes["attendance"]["units"], frozen["roll"]
    moved = {loss["unit"] for loss in minutes["losses"]}.union(*(concerned(e["change"]) for e in minutes["enactments"]))
    for what in (c["what"] for c in minutes["corrections"] if c["what"]["of"] == "enactment"):
        moved |= {what["wrong"], what["right"]}
    # Whoever is on the roll in the end and no decision of the meeting put there was on it all the time.
    missing = {u["unit"] for u in listed if u["on_roll"] and not u["joined_since"]} - moved - set(roll)
    surplus = set(roll) - {u["unit"] for u in listed} - moved
    if missing or surplus or len(set(roll)) != len(roll):
        note("应到名单 roll", roll, f"缺 without {missing or ''}, 多 with {surplus or ''}")
    door = hall(minutes, entry)
    by_proxy = lambda u: door.get(u, {}).get("as") == "proxy"
    recused = {r["unit"] for r in item["recused"] if r["when"]["entry"] < entry} & set(roll)
    there = (u for u in sorted(roll) if is_there(door, u) and u not in recused)
    voters = [u for u in there if with_proxies or not by_proxy(u)]
    proxies = [u for u in voters if by_proxy(u)]
    compare("frozen", frozen, {"recused": sorted(recused), "voters": voters, "proxies": proxies})
    body = next((b for b in doc.get("body", []) if b["id"] == minutes["meeting"]["body"]["id"]), {})
    quorum = deciding(body.get("quorum") or {})
    if quorum and "weight" not in quorum:
        if "second_call" in quorum and minutes["convening"].get("second_call"):
            quorum |= quorum["second_call"] | ({"count": None} if "share" in quorum["second_call"] else {})
        needed = quorum.get("count") or least(quorum, len(roll) - len(frozen["recused"]))
        if needed is None or len(frozen["voters"]) < needed:
            note("法定出席 quorum", len(frozen["voters"]), f"≥ {needed}")


# --- votes -------------------------------------------------------------------------------------------------------


def standing(counts, entry=inf):
    """Of each section the latest count; one of the whole hall replaces all."""
    stand = []
    for c in (c for c in counts if c["when"]["entry"] < entry):
        section = c["count"].get("section", "")
        stand = [o for o in stand if section and o["count"].get("section", "") not in ("", section)] + [c]
    return stand


def work_out(rule, vote, round_, entry=inf):
    """The verdict on a round, from what had been counted before an entry."""
    voters = sorted({*vote["voters"], *(a["unit"] for a in vote["admitted"] if a["when"]["entry"] < entry)})
    counts, calls = [c["count"] for c in standing(round_["counts"], entry)], None
    tally = {choice: sum(c[choice] for c in counts) for choice in ("yes", "no", "abstain")}
    tally["invalid"] = sum(c["papers"]["invalid"] for c in counts if "papers" in c)
    if round_["method"] == "roll_call":
        calls = {c["unit"]: c["choice"] for c in round_["calls"] if c["when"]["entry"] < entry}
        tally = {choice: list(calls.values()).count(choice) for choice in tally}
    tally["not_voting"] = max(0, len(voters) - sum(tally.values()))
    return verdict(rule, Sheet(vote, voters, tally, counts, calls))


def check_declared(found, declared):
    """The arithmetic, or what the charter lets decide in its place: a lot, a ruling, a casting vote."""
    lot, ruling, casting = declared.get("lot"), declared["ruling"], declared["casting"]
    by = "lot" if lot is not None else "ruling" if ruling else "casting" if casting else "arithmetic"
    due = "lot" if found["tie"] == "lot" else "casting" if found["casting"] else "arithmetic"
    if due != "lot" and found["exact"] and (found["ruling"] == "required" or (found["ruling"] == "allowed" and ruling)):
        due = "ruling"
    compare("由何决定 decided by", by, due)
    if by == due:
        carried = {"lot": lot, "ruling": ruling and ruling["carried"], "arithmetic": found["carried"],
                   "casting": {"yes": True, "no": False}.get(casting)}  # fmt: skip
        compare("declared.carried", declared["carried"], carried[due])


def check_counts(vote, round_):
    admitted = [a["unit"] for a in vote["admitted"]]
    voters = {*vote["voters"], *admitted}
    if len(voters) != len(vote["voters"]) + len(admitted) or not voters <= set(vote["roll"]):
        note("补入表决 admitted", admitted, vote["voters"])
    stand, done, total = standing(round_["counts"]), round_["closed"] or vote["declared"], 0
    for c in round_["counts"]:
        count, papers, stands = c["count"], c["count"].get("papers"), any(c is s for s in stand)
        votes = count["yes"] + count["no"] + count["abstain"]
        compare("counts.stands", c["stands"], stands)
        if count.get("derived_from") is not None and not votes == count["derived_from"] <= len(voters):
            note("推算 derived_from", count["derived_from"], f"{votes} ≤ {len(voters)}")
        if papers:
            compare("papers", papers, {"valid": votes, "recovered": votes + papers["invalid"]})
            if papers["issued"] > len(voters) or (done and stands and papers["recovered"] > papers["issued"]):
                note("选票 papers", papers, f"≤ {len(voters)}")
        if stands:
            total += votes + (papers or {"invalid": 0})["invalid"]
    if done and total > len(voters):
        note("票数多于表决者 more votes than voters", total, len(voters))
    called = [c["unit"] for c in round_["calls"]]
    if len(set(called)) != len(called) or not set(called) <= voters or (called and round_["method"] != "roll_call"):
        note("唱名 roll call", called, sorted(voters))


def check_vote(minutes, item, motion, vote):
    entry, last = vote["when"]["entry"], vote["rounds"][-1]
    rule, doc = check_rule(minutes, vote, entry, motion["matter"]["id"], motion["amends"] is not None)
    check_hall(minutes, item, entry, vote, doc)
    opening = {"base": None, "needed": None}
    if is_plain(rule) and rule["base"] not in VOTES:  # else it is known only when the votes are
        opening = measured(rule, rule, Sheet(vote, vote["voters"], {"yes": 0}))
    compare("vote", vote, {key: opening[key] for key in ("base", "needed")})
    for round_ in vote["rounds"]:
        check_counts(vote, round_)
        if round_["closed"] and round_["verdict"]:
            check_verdict(rule, work_out(rule, vote, round_, round_["closed"]["entry"]), round_["verdict"])
    found, declared = work_out(rule, vote, last), vote["declared"][-1] if vote["declared"] else None
    if vote["verdict"]:
        check_verdict(rule, found, vote["verdict"])
    for d in vote["declared"]:
        then = work_out(rule, vote, last, d["when"]["entry"])
        check_verdict(rule, then, d["verdict"])
        check_declared(then, d)
    state = "closed" if last["closed"] or declared else "open"
    if declared and all(c["when"]["entry"] < declared["when"]["entry"] for c in last["counts"]):
        state = "declared"  # unless a count was corrected since
    state = "void" if vote["void"] else state
    compare("state", vote["state"], state)
    if state in ("closed", "declared") and not vote["verdict"]:
        note("verdict", vote["verdict"], found["carried"])
    if declared:
        check_decision(minutes, motion, vote)
    if motion["votes"][-1] is vote:
        check_motion(motion)
    number = next((d["number"] for d in reversed(vote["declared"]) if d["number"]), "")
    words = f"表决{vote['no']} vote {vote['no']} {number} “{motion['text'].splitlines()[0][:40]}”: "
    words += "未结束 not finished" if state == "open" else sum_of(found)
    if declared:
        words += " → " + ("通过 carried" if declared["carried"] else "未通过 lost")
        words += " (主持人裁定 by ruling)" if declared["ruling"] else ""
        words += " (决定票 by casting vote)" if declared["casting"] else ""
    report(words + {"void": "；作废 void", "closed": "；待宣布 to be declared"}.get(state, ""))


def check_decision(minutes, motion, vote):
    """What was carried stands in the list of decisions, once and as it was moved; an amendment does not."""
    last = vote["declared"][-1]
    if (last["decision"] is not None) != (last["carried"] and motion["amends"] is None):
        note("决定编号 decision", last["decision"], "通过 carried" if last["carried"] else "未通过 lost")
    named = next((d for d in reversed(vote["declared"]) if d["decision"] is not None), None)
    if named:
        text, subjects = motion["text"], motion["subjects"]
        on = vote["subjects"] or range(len(subjects))
        for what in (c["what"] for c in minutes["corrections"] if c["what"]["of"] == "text"):
            if what["decision"] == named["decision"]:
                text = text.replace(what["old"], what["new"], 1)
        found = {"number": named["number"], "vote": vote["no"], "motion": motion["no"], "text": text,
                 "matter": {"id": motion["matter"]["id"]}, "void": vote["state"] == "void" or not last["carried"],
                 "subjects": [s for i, s in enumerate(subjects) if i in on]}  # fmt: skip
        compare("decisions", [d for d in minutes["decisions"] if d["no"] == named["decision"]], [found])


def check_motion(motion):
    """The state of a motion, from the last declaration on each of its subjects or on the whole."""
    by_subject, whole = [None] * len(motion["subjects"]), None
    declared = [v for v in motion["votes"] if v["state"] == "declared"]
    for vote in sorted(declared, key=lambda v: v["declared"][-1]["when"]["entry"]):
        last, on = vote["declared"][-1], vote["subjects"] or range(len(by_subject))
        whole = None if last["verdict"].get("tie") == "second_vote" else last["carried"]
        by_subject = [whole if i in on else was for i, was in enumerate(by_subject)]
    if by_subject:
        whole = None if None in by_subject else any(by_subject)
    state = {True: "carried", False: "lost", None: "withdrawn" if motion["state"] == "withdrawn" else "pending"}[whole]
    compare("motion", motion, {"state": state, "by_subject": by_subject})


# --- elections ---------------------------------------------------------------------------------------------------


def outcome(rule, round_, sheets):
    """Who is elected: most votes first among those who reach the number; a tie at the last seat is voted again."""
    frozen, papers, seats, ruling = round_["frozen"], round_["papers"], round_["seats"], round_["ruling"]
    valid, invalid = sum(s["valid"] for s in sheets), sum(s["invalid"] for s in sheets)

    def reach(votes):
        no = max(0, valid - votes["yes"]) if round_["marks"] == "pick" else votes["no"]
        return verdict(rule, Sheet(frozen, frozen["voters"], {**votes, "no": no, "invalid": invalid}))

    bare = reach({"yes": 0, "no": 0, "abstain": 0})
    result = {"valid": papers["recovered"] <= papers["issued"], "base": bare["base"], "needed": bare["needed"],
              "fared": [], "elected": [], "again": [], "vacant": seats}  # fmt: skip
    if not result["valid"]:
        if ruling:
            note("裁定 ruling", ruling, "选举无效 the election is void")
        return result
    fared = result["fared"]
    for i, c in enumerate(round_["candidates"]):
        votes = {key: sum(s["votes"][i].get(key, 0) for s in sheets) for key in ("yes", "no", "abstain")}
        fared.append({"name": c["name"], "votes": votes})
    written = [w for s in sheets for w in s.get("written_in", [])]
    for name in dict.fromkeys(w["name"] for w in written):
        yes = sum(w["yes"] for w in written if w["name"] == name)
        fared.append({"name": name, "votes": {"yes": yes, "no": 0, "abstain": 0}})
    for f in fared:
        found = reach(f["votes"])
        f["reached"], f["exact"] = found["carried"], found["exact"]
    fared.sort(key=lambda f: -f["votes"]["yes"])
    reached, yes = [i for i, f in enumerate(fared) if f["reached"]], [f["votes"]["yes"] for f in fared]
    result["elected"] = reached[:seats]
    if len(reached) > seats and yes[reached[seats]] == yes[reached[seats - 1]]:
        level = yes[reached[seats]]
        result["elected"] = [i for i in reached if yes[i] > level]
        result["again"] = [i for i in reached if yes[i] == level]
    elif not reached:
        result["again"] = [i for i, votes in enumerate(yes) if votes >= yes[min(seats, len(yes) - 1)]]
    if round_["declared"]:
        exact = [i for i in result["elected"] + result["again"] if fared[i]["exact"] and fared[i]["reached"]]
        rules = rule.get("exactly", {}).get("ruling", "none") if exact else "none"
        if (rules == "required" and not ruling) or (rules == "none" and ruling):
            note("裁定 ruling", ruling, rules)
        elif ruling and not ruling["carried"]:  # exactly the share is not enough: those who have it are out again
            for f in fared:
                f["reached"] = f["reached"] and not f["exact"]
            for key in ("elected", "again"):
                result[key] = [i for i in result[key] if not fared[i]["exact"]]
    result["vacant"] = seats - len(result["elected"])
    return result


def check_round(minutes, item, round_):
    frozen, entry = round_["frozen"], round_["issued"]["entry"]
    rule, doc = check_rule(minutes, frozen, entry, (item["matter"] or {"id": ""})["id"], False)
    check_hall(minutes, item, entry, frozen, doc, item["election"]["plan"]["proxies"])
    number, seat, declared = round_["number"] or "", round_["seat"]["name"], round_["declared"]
    words = f"选举{item['no']}-{round_['contest']}-{round_['no']} election {number} {seat['zh']} {seat['en']}: "
    if not round_["outcome"]:
        return report(words + "未结束 not finished")
    until, sheets = declared["entry"] if declared else inf, []
    for s in round_["sheets"]:  # as they were when it was declared; those before a recount do not count
        if not s["earlier"] and s["when"]["entry"] < until:
            later = [w["sheet"] for w in s["was"] if w["when"]["entry"] > until]
            sheets.append(later[0] if later else s["sheet"])
    papers, most = round_["papers"], min(len(frozen["voters"]), round_["papers"]["printed"])
    if papers["issued"] > most:
        note("发出选票 papers.issued", papers["issued"], f"≤ {most}")
    if papers["recovered"] <= papers["issued"]:
        compare("papers.recovered", papers["recovered"], sum(s["valid"] + s["invalid"] for s in sheets))
    for s in sheets:
        marks = sum(v["yes"] for v in [*s["votes"], *s.get("written_in", [])])
        if marks > s["valid"] * round_["seats"]:
            note("划票 marks", marks, f"≤ {s['valid'] * round_['seats']}")
        for v in s["votes"]:
            votes = v["yes"] + v.get("no", 0) + v.get("abstain", 0)
            if votes != s["valid"] if round_["marks"] == "each" else v["yes"] != votes or votes > s["valid"]:
                note("计票单 sheet.votes", votes, s["valid"])
    found = outcome(rule, round_, sheets)
    compare("outcome", round_["outcome"], found)
    names = [found["fared"][i]["name"] for i in found["elected"]]
    if declared:
        elected, voided = [{"name": name} for name in names], round_["voided"] is not None
        listed = [d for d in minutes["decisions"] if d["number"] == number and d.get("election") == item["no"]]
        compare("elected", round_["elected"], elected)
        if bool(number) != bool(names):
            note("文号 number", number, names)
        compare("decisions", listed, [{"void": voided, "subjects": elected}] if names else [])
    words += f"基数 base {found['base']}, 须 needed {found['needed']}; "
    words += ", ".join(f"{f['name']} {f['votes']['yes']}" for f in found["fared"])
    report(words + " → 当选 elected: " + ("、".join(names) or "–") + ("；作废 void" if round_["voided"] else ""))


# --- a whole meeting ---------------------------------------------------------------------------------------------


def check_minutes(minutes):
    print(f"== {minutes['meeting']['title']['zh']} {minutes['meeting']['title']['en']}")
    for c in minutes["charters"]:
        found = hashlib.sha256(c["text"].encode()).hexdigest()
        version = tomllib.loads(c["text"])["charter"].get("version", 1)
        compare("charter", c, {"sha256": found, "version": version})
        report(f"章程第{c['version']}版 charter, version {c['version']}: sha256 {found}")
    minutes["texts"] = charters(minutes)
    check_heads(minutes["attendance"])
    made = set()
    for item in minutes["items"]:
        for motion in item["motions"]:
            for vote in motion["votes"]:
                check_vote(minutes, item, motion, vote)
                made |= {d["decision"] for d in vote["declared"]}
        for round_ in (item.get("election") or {}).get("rounds", []):
            check_round(minutes, item, round_)
            made |= {d["no"] for d in minutes["decisions"] if d["number"] == round_["number"]}
    numbers = [d["number"] for d in minutes["decisions"]]
    for d in minutes["decisions"]:
        compare("number", numbers.count(d["number"]), 1)
        if d["no"] not in made and not (d["void"] and d.get("election") is not None):
            faults.append("没有作出它的表决 no vote made it")
        if faults:
            report(f"决定 decision {d['no']} {d['number']}")


# --- the log -----------------------------------------------------------------------------------------------------

FROZEN = ("charter_version", "rule", "roll", "voters", "proxies", "recused", "base", "needed", "scales")
FACTS = {  # what log and minutes both say of an entry
    "vote_opened": FROZEN, "counted": ("count",), "called": ("unit", "choice"), "vote_closed": (), "vote_voided": (),
    "declared": ("carried", "ruling", "casting", "lot", "decision", "number"),
    "ballots_issued": FROZEN, "sheet_entered": ("sheet",), "round_declared": ("elected", "number", "ruling"),
}  # fmt: skip


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
            digest = hashlib.sha256(data).hexdigest()
            compare(f"第{no}条 entry {no}", row, {"seq": no, "prev": prev, "hash": digest})
            if faults:
                return report(f"记录链 chain: 第{no}条不符 entry {no} is not as it was written")
            rows.append((no, row["kind"], json.loads(row["body"]), digest))
            prev = digest
    report(f"记录链 chain: 共{len(rows)}条 {len(rows)} entries, {prev}")
    return rows


def fact(kind, of, table):
    """What an entry says that matters, and of which vote or round of an election."""
    no = of[0] if len(of) == 1 else "-".join(map(str, of))
    of = f"表决{no} vote {no}" if len(of) == 1 else f"选举{no} election {no}"
    return {"kind": kind, "of": of, **{key: table.get(key) for key in FACTS[kind]}}


def facts_of_log(rows, meeting, head):
    """What the log says about votes and elections, by entry; entries taken back left out."""
    struck = [(b["from"], b["to"]) for seq, kind, b, _ in rows if kind == "struck" and seq <= head]
    latest, recounts = {}, 0
    for seq, kind, b, _ in rows:
        if b.get("meeting") != meeting or seq > head or any(f <= seq <= t for f, t in struck):
            continue
        kind = {"count_corrected": "counted", "sheet_corrected": "sheet_entered"}.get(kind, kind)
        recounts += kind == "challenged"
        if kind in FACTS:
            of = [b["vote"]] if "vote" in b else [b["item"], b["contest"], b["round"]]
            # Of one unit the last answer stands, of one round of an election the last declaration.
            key = {"called": (*of, b.get("unit"), recounts), "round_declared": (*of,)}.get(kind, seq)
            latest[key] = (seq, fact(kind, of, {**b, **b.get("frozen", {})}))
    return dict(latest.values())


def facts_of_minutes(minutes):
    """The same from the minutes."""
    told = []
    for item in minutes["items"]:
        for vote in (v for motion in item["motions"] for v in motion["votes"]):
            of = [vote["no"]]
            told += [("vote_opened", of, vote["when"], vote), ("vote_voided", of, (vote["void"] or {}).get("when"), {})]
            told += [("declared", of, d["when"], d) for d in vote["declared"]]
            for r in vote["rounds"]:
                told += [("counted", of, c["when"], c) for c in r["counts"]]
                told += [("called", of, c["when"], c) for c in r["calls"]]
                told += [("vote_closed", of, r["closed"], {})]
        for r in (item.get("election") or {}).get("rounds", []):
            of = [item["no"], r["contest"], r["no"]]
            told += [("ballots_issued", of, r["issued"], r["frozen"]), ("round_declared", of, r["declared"], r)]
            for s in r["sheets"]:  # each was as the next correction says it had been
                moments, sheets = [s, *s["was"]], [*s["was"], s]
                told += [("sheet_entered", of, m["when"], t) for m, t in zip(moments, sheets)]
    return {when["entry"]: fact(kind, of, table) for kind, of, when, table in told if when}


def check_facts(between, recorded, found, decisions):
    """Names every entry of which two records do not say the same, with its vote and the number of the decision."""
    numbers = {f"表决{d['vote']} vote {d['vote']}": d["number"] for d in decisions}
    for seq in sorted(recorded.keys() | found.keys()):
        one, other = recorded.get(seq, {}), found.get(seq, {})
        compare(between, one, {**dict.fromkeys(one), **other})
        if faults:
            told = other or one
            report(f"第{seq}条 entry {seq} ({told['kind']}) {told['of']} {numbers.get(told['of'], '')}")


def check_log(minutes, rows):
    head, no = minutes["head"], minutes["meeting"]["no"]
    hashes = {seq: digest for seq, _, _, digest in rows}
    compare("head", head["sha256"], hashes.get(head["entry"]))
    report(f"末条 head: 第{head['entry']}条 entry {head['entry']} {head['sha256']}")
    adopted = {seq: b["text"] for seq, kind, b, _ in rows if kind == "charter_adopted"}
    for c in minutes["charters"]:
        if adopted.get(c["entry"]) != c["text"]:
            faults.append(f"章程第{c['version']}版与记录不符 version {c['version']} of the charter is not the log's")
    back = {(b["from"], b["to"]) for seq, kind, b, _ in rows
            if kind == "struck" and b.get("meeting") == no and seq <= head["entry"]}  # fmt: skip
    compare("撤销 entries taken back", sorted({(r["from"], r["to"]) for r in minutes["reversals"]}), sorted(back))
    facts = facts_of_log(rows, no, head["entry"])
    report(f"会议记录与记录簿 minutes and log: {len(facts)}条 entries about votes and elections")
    check_facts("会议记录≠记录簿 minutes≠log", facts_of_minutes(minutes), facts, minutes["decisions"])


# --- folder, older copies ----------------------------------------------------------------------------------------


def check_folder(folder, run):
    """Digests and signatures, by MANIFEST and by the list of each attachment, which names the MANIFEST it is for."""
    lists = [folder / "MANIFEST", *sorted(folder.glob("attachments/*.MANIFEST"))]
    texts = {path: path.read_text("utf-8") for path in lists}
    listed = {path.parent / name: digest for path in lists
              for digest, name in re.findall(r"^([0-9a-f]{64}) [ *](.+)$", texts[path], re.MULTILINE)}  # fmt: skip
    litter = (".ds_store", "thumbs.db", "desktop.ini", ".directory")  # what file managers leave behind harms nothing
    there = {path for path in folder.rglob("*")
             if path.is_file() and path.suffix != ".sig" and path.name.lower() not in litter}  # fmt: skip
    for path in sorted((there | listed.keys()) - {lists[0]}):
        found = hashlib.sha256(path.read_bytes()).hexdigest() if path in there else "缺少 missing"
        if path in lists:
            manifest = hashlib.sha256(lists[0].read_bytes()).hexdigest()
            compare("MANIFEST", manifest, header(texts[path], "to"))
        else:
            compare("sha256", listed.get(path, "不在清单中 not in MANIFEST"), found)
        report(f"{path.relative_to(folder).as_posix()}: sha256 {found}")
    as_of = header(texts[lists[0]], "as-of")
    # A key is good if it was in force at the moment the papers speak of, on the clock of allowed_signers.
    at = ["-Overify-time=" + datetime.fromisoformat(as_of).strftime("%Y%m%d%H%M%S")] if as_of else []
    for path, sig in ((path, sig) for path in lists for sig in sorted(path.parent.glob(f"{path.name}.*.sig"))):
        role = sig.name.removeprefix(path.name + ".").removesuffix(".sig").split("-")[0]
        keys = "allowed_signers" if path.parent == folder else "../allowed_signers"
        signers = (folder / "allowed_signers").read_text("utf-8").splitlines()
        who = next((s.split()[0] for s in signers if s.startswith(role + "@")), role)
        command = ["ssh-keygen", "-Y", "verify", "-f", keys, "-I", who, "-n", "minutes@quorate", *at, "-s", sig.name]
        if run:
            done = subprocess.run(command, cwd=path.parent, input=path.read_bytes(), capture_output=True)
            said_by_ssh = " ".join((done.stdout + done.stderr).decode().split())
            if done.returncode:
                faults.append("签名无效 not a good signature")
            report(f"签名 signature {sig.relative_to(folder).as_posix()}: {said_by_ssh}")
        else:
            print(f"     签名未核对 signature not checked: {' '.join(command)} < {path.name}")
    for role in header(texts[lists[0]], "to-be-signed-by").split():
        if not list(folder.glob(f"MANIFEST.{role}*.sig")):
            print(f"     尚未签名 not signed yet: {role}")


def header(text, key):
    found = re.search(rf"^# {key}: (.+)$", text, re.MULTILINE)
    return found[1] if found else ""


def check_extends(old, minutes, rows):
    """The exit code: whether the record contains the older head, as far as that can be told."""
    path, before, head = Path(old), None, minutes["head"]
    path = path / "minutes.json" if path.is_dir() else path
    if path.is_file() and path.suffix == ".jsonl":
        last = json.loads(path.read_text("utf-8").splitlines()[-1])
        seq, digest = last["seq"], last["hash"]
    elif path.is_file():
        before = json.loads(path.read_text("utf-8"))
        seq, digest = before["head"]["entry"], before["head"]["sha256"]
    else:
        seq, digest = int(re.search(r"\d+", old)[0]), re.search(r"[0-9a-f]{64}", old.lower())[0]
    hashes = {no: hash_ for no, _, _, hash_ in rows} if rows else {head["entry"]: head["sha256"]}
    if not rows and seq < head["entry"]:
        print(f"需要log.jsonl才能核对第{seq}条 the log is needed to look at entry {seq}")
        return 2
    compare("head", digest, hashes.get(seq))
    good = not faults
    report(f"延续 extends: 第{seq}条 entry {seq} {digest}")
    if not good and before and before["meeting"]["no"] == minutes["meeting"]["no"]:
        decisions = minutes["decisions"] + before["decisions"]
        check_facts("原≠现 was≠now", facts_of_minutes(before), facts_of_minutes(minutes), decisions)
        for d in before["decisions"]:
            if d["text"] not in [n["text"] for n in minutes["decisions"] if n["no"] == d["no"]]:
                print(f"      决定 decision {d['no']} {d['number']}")
    return 0 if good else 3


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
        if not folder and ask.record.read_bytes()[:6] == b"SQLite":
            raise ValueError("这是会议簿，请给文件夹或minutes.json this is a book; give a folder or minutes.json")
        minutes = json.loads((folder / "minutes.json" if folder else ask.record).read_text("utf-8"))
        if minutes["format"] != "quorate-minutes/1":
            raise ValueError(f"format {minutes['format']}")
        if folder:
            check_folder(folder, ask.signatures)
        rows = read_log(log) if log else None
        if rows:
            check_log(minutes, rows)
        check_minutes(minutes)
        if problems:
            print(f"不符 BROKEN: {problems[0]}")
            return 1
        code = check_extends(ask.extends, minutes, rows) if ask.extends else 0
    except (OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, StopIteration) as error:
        print(f"无法核对 cannot be checked: {type(error).__name__}: {error}")
        return 2
    if code != 2:
        print("完好 WHOLE" if code == 0 else "完好，但不是原记录的延续 WHOLE, but no continuation of the older record")
    return code


if __name__ == "__main__":
    sys.exit(main())
