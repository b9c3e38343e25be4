//! Every measure of a rule in one line, the quorum of a vote, a veto: said only where a rule has them.

use super::super::words::two;
use crate::charter::{Base, Name, Who};
use crate::record::judging::{Attended, Measured};
use crate::record::tally::Verdict;
use crate::text::Lang;

/// Of whom a share is taken, with the figure and what is counted.
pub fn base_words(of: Base, base: &str, counts: &str) -> Name {
    let (zh, en) = match of {
        Base::AllMembers => ("全体", "of all"),
        Base::NotRecused => ("全体（回避者除外）", "of all not recused"),
        Base::Present => ("到会", "of those present"),
        Base::Participating => ("参加表决", "of those taking part"),
        Base::VotesCast => ("有效票", "of the valid votes"),
        Base::YesAndNo => ("赞成、反对合计", "of the votes for and against"),
        Base::Rights => ("全部表决权", "of all voting rights"),
        Base::RightsPresent => ("出席的表决权", "of the voting rights present"),
        Base::SeatsFilled => ("实有席位", "of the seats filled"),
        Base::Group => ("该组全体", "of all of the group"),
        Base::Fixed => ("规定票数", "the fixed number"),
    };
    let (zh_scale, en_scale) = if counts.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("{counts}："), format!("{counts}: "))
    };
    // Votes are counted in votes; what is measured by a scale has the scale's own unit.
    let votes = counts.is_empty().then_some(of);
    let zh_unit = match votes {
        Some(Base::VotesCast | Base::YesAndNo | Base::Fixed) => "票",
        _ => "",
    };
    let en = match votes {
        Some(Base::VotesCast) => format!("{base} valid votes"),
        Some(Base::YesAndNo) => format!("{base} votes for and against"),
        _ => format!("{en} {base}"),
    };
    two(format!("{zh_scale}{zh}{base}{zh_unit}"), format!("{en_scale}{en}"))
}

/// One measure: its base, what is needed, what there is.
pub fn measure_line(measure: &Measured) -> Name {
    let base = base_words(measure.of, &measure.base.to_string(), &measure.counts);
    let have = measure.have;
    let Some(needed) = measure.needed else {
        return two(
            format!("{}，基数为零，无法达到", base.zh),
            format!("{}: a base of nobody carries nothing", base.en),
        );
    };
    let [unit, exactly] = if measure.counts.is_empty() {
        ["票", "恰为所需票数"]
    } else {
        ["", "恰为所需数"]
    };
    let (zh, en) = if have == needed {
        (exactly.to_owned(), "exactly the number needed".to_owned())
    } else if have > needed {
        let over = have.less(needed);
        (format!("超{over}{unit}"), format!("{over} more than needed"))
    } else {
        let short = needed.less(have);
        (format!("差{short}{unit}"), format!("{short} too few"))
    };
    two(
        format!("{}，须{needed}{unit}；赞成{have}{unit}，{zh}", base.zh),
        format!("{}, {needed} needed; {have} in favour, {en}", base.en),
    )
}

/// A quorum: who was counted, how many are needed, how many there were.
pub fn quorum_line(quorum: &Attended) -> Name {
    let (zh, en) = match quorum.who {
        Who::Present => ("到会", "present"),
        Who::Participating => ("参加表决", "taking part"),
        Who::Yes => ("赞成", "in favour"),
    };
    let met = if quorum.met { ["达到", "met"] } else { ["未达到", "not met"] };
    let (zh_scale, en_scale) = if quorum.counts.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("（{}）", quorum.counts), format!(" ({})", quorum.counts))
    };
    let (needed, have) = (quorum.needed, quorum.have);
    two(
        format!("法定数{zh_scale}：须{zh}{needed}，实为{have}，{}", met[0]),
        format!("quorum{en_scale}: {needed} {en} needed, {have} there, {}", met[1]),
    )
}

/// Who stopped it.
pub fn veto_line(names: &[String]) -> Name {
    two(format!("{}行使否决权", names.join("、")), format!("vetoed by {}", names.join(", ")))
}

/// The measure that stands in the way, or the first; a veto or a quorum that was missed with it.
pub fn in_short(verdict: &Verdict) -> Name {
    let missed = verdict.measures.iter().find(|m| !m.met);
    let shown = missed.filter(|_| !verdict.carried).or(verdict.measures.first());
    let mut parts: Vec<Name> = shown.map(measure_line).into_iter().collect();
    parts.extend(verdict.quorum.iter().filter(|q| !q.met).map(quorum_line));
    if !verdict.vetoed_by.is_empty() {
        parts.push(veto_line(&verdict.vetoed_by));
    }
    let zh: Vec<&str> = parts.iter().map(|n| n.zh.as_str()).collect();
    let en: Vec<&str> = parts.iter().map(|n| n.en.as_str()).collect();
    two(zh.join("；"), en.join("; "))
}

/// The lines beside a verdict, where its rule has more than heads and one share.
pub fn lines(verdict: &Verdict) -> Vec<Name> {
    let several = verdict.measures.iter().any(|m| m.way > 0);
    let measure = |m: &Measured| {
        let said = measure_line(m);
        if !several {
            return said;
        }
        two(format!("方式{}：{}", m.way, said.zh), format!("way {}: {}", m.way, said.en))
    };
    let mut all: Vec<Name> = verdict.measures.iter().map(measure).collect();
    all.extend(verdict.quorum.iter().map(quorum_line));
    if !verdict.vetoed_by.is_empty() {
        all.push(veto_line(&verdict.vetoed_by));
    }
    all
}

/// Those that the sentence of the verdict does not say already.
pub fn other_measures(lang: Lang, verdict: &Verdict) -> Vec<String> {
    let said = in_short(verdict).zh;
    let others = lines(verdict).into_iter().filter(|line| !said.contains(&line.zh));
    others.map(|line| lang.pick(&line)).collect()
}
