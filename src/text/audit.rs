//! What a second look at the minutes found, in sentences: every decision with its arithmetic, and what does not agree.

use super::Lang;
use super::verdict::measures::base_words;
use super::verdict::{measures, tally_words};
use super::words::{outcome_name, two};
use crate::audit::{By, Code, Difference, Fault, Line, Part, Report, Subject, Sum};
use crate::charter::{Comparator, Name, Rule};
use crate::minutes::agenda::VoteState;
use crate::record::election::Outcome;
use crate::record::tally::Verdict;

/// How much of a motion's text stands in a line.
const SHOWN: usize = 40;

/// A report: the meeting, a line a decision, and below it what does not agree.
pub fn report(lang: Lang, report: &Report) -> Vec<String> {
    let mut page = vec![format!("== {}", lang.pick(&report.title))];
    for one in &report.lines {
        let mark = if one.faults.is_empty() { "PASS" } else { "FAIL" };
        page.push(format!("{mark} {}", lang.pick(&line(one))));
        page.extend(one.faults.iter().map(|f| format!("      {}", lang.pick(&fault(f)))));
    }
    page
}

/// One line, without what is wrong with it.
pub fn line(line: &Line) -> Name {
    let what = subject(line);
    let sum = match &line.sum {
        Sum::None => return what,
        Sum::Unfinished => two("未结束", "not finished"),
        Sum::Vote { rule, verdict, declared, by, state } => {
            vote(rule, verdict, *declared, *by, *state)
        }
        Sum::Round { rule, outcome, void } => round(rule, outcome, *void),
    };
    two(format!("{}：{}", what.zh, sum.zh), format!("{}: {}", what.en, sum.en))
}

fn subject(line: &Line) -> Name {
    let number = line.decision.as_ref().map(|(_, number)| format!(" {number}"));
    let number = number.unwrap_or_default();
    match &line.what {
        Subject::Meeting => two("出席", "attendance"),
        Subject::Vote { no, text, .. } => {
            let first = text.lines().next().unwrap_or_default();
            let mut shown: String = first.chars().take(SHOWN).collect();
            if first.chars().count() > SHOWN {
                shown.push('…');
            }
            // A motion is no title of a book, and a first line that leads to others ends without its colon.
            let shown = shown.trim_end_matches(['：', ':']);
            two(format!("表决{no}{number}“{shown}”"), format!("vote {no}{number} “{shown}”"))
        }
        Subject::Round { item, contest, round, seat } => two(
            format!("选举（第{item}项第{contest}票第{round}轮）{number}{}", seat.zh),
            format!("election (item {item}, paper {contest}, round {round}){number} {}", seat.en),
        ),
        Subject::Decision => two(format!("决定{number}"), format!("decision{number}")),
    }
}

fn vote(
    rule: &Rule,
    verdict: &Verdict,
    declared: Option<bool>,
    by: Option<By>,
    state: VoteState,
) -> Name {
    let said = |lang| tally_words(lang, &verdict.tally);
    let mut parts = vec![two(said(Lang::Zh), said(Lang::En))];
    if verdict.measures.is_empty() {
        parts.push(arithmetic(rule, verdict));
    } else {
        parts.extend(measures::lines(verdict));
    }
    match (state, declared) {
        (VoteState::Void, _) => parts.push(two("此次表决作废", "this vote is void")),
        (_, Some(carried)) => {
            let outcome = outcome_name(carried);
            let by = match by {
                None => two("", ""),
                Some(By::Ruling) => two("（主持人裁定）", " (by the presider's ruling)"),
                Some(By::Casting) => two("（主持人决定票）", " (by the casting vote)"),
                Some(By::Lot) => two("（抽签）", " (by lot)"),
            };
            parts.push(two(format!("{}{}", outcome.zh, by.zh), format!("{}{}", outcome.en, by.en)));
        }
        (_, None) => parts.push(two("待主持人宣布", "to be declared by the presider")),
    }
    joined(&parts)
}

/// The sum a reader can do by hand: yes times the denominator against the base times the numerator.
fn arithmetic(rule: &Rule, verdict: &Verdict) -> Name {
    let base = base_words(rule.base, &verdict.base.to_string(), "");
    let Some(needed) = verdict.needed else {
        return two(
            format!("{}，基数为零，无法达到", base.zh),
            format!("{}: a base of nobody carries nothing", base.en),
        );
    };
    let left = u64::from(verdict.tally.yes) * u64::from(rule.share.den);
    let right = u64::from(verdict.base) * u64::from(rule.share.num);
    let sign = match (left.cmp(&right), rule.cmp) {
        (std::cmp::Ordering::Less, _) => "<",
        (std::cmp::Ordering::Equal, _) => "=",
        (std::cmp::Ordering::Greater, Comparator::MoreThan) => ">",
        (std::cmp::Ordering::Greater, _) => "≥",
    };
    let sum = format!(
        "{}×{} {sign} {}×{}",
        verdict.tally.yes, rule.share.den, verdict.base, rule.share.num
    );
    two(format!("{}，须{needed}，{sum}", base.zh), format!("{}, {needed} needed, {sum}", base.en))
}

fn round(rule: &Rule, outcome: &Outcome, void: bool) -> Name {
    let base = base_words(rule.base, &outcome.base.to_string(), "");
    let needed = outcome.needed.map_or_else(|| "–".to_owned(), |n| n.to_string());
    let fared: Vec<String> =
        outcome.fared.iter().map(|f| format!("{} {}", f.name, f.votes.yes)).collect();
    let elected: Vec<&str> = outcome
        .elected
        .iter()
        .filter_map(|place| outcome.fared.get(*place))
        .map(|f| f.name.as_str())
        .collect();
    let none = elected.is_empty();
    let mut parts = vec![
        two(format!("{}，须{needed}", base.zh), format!("{}, {needed} needed", base.en)),
        two(fared.join("、"), fared.join(", ")),
        if none {
            two("无人当选", "nobody elected")
        } else {
            two(format!("当选：{}", elected.join("、")), format!("elected: {}", elected.join(", ")))
        },
    ];
    if void {
        parts.push(two("此轮作废", "this round is void"));
    }
    joined(&parts)
}

fn joined(parts: &[Name]) -> Name {
    let zh: Vec<&str> = parts.iter().map(|p| p.zh.as_str()).filter(|p| !p.is_empty()).collect();
    let en: Vec<&str> = parts.iter().map(|p| p.en.as_str()).filter(|p| !p.is_empty()).collect();
    two(zh.join("；"), en.join("; "))
}

/// What does not agree: as it is recorded, and as it was found.
pub fn fault(fault: &Fault) -> Name {
    let what = code(fault.code);
    two(
        format!("{}：记录为{}，复核为{}", what.zh, zh(&fault.recorded), zh(&fault.found)),
        format!("{}: recorded {}, found {}", what.en, en(&fault.recorded), en(&fault.found)),
    )
}

/// The names of states, in Chinese; everything else as it stands.
fn zh(figure: &str) -> String {
    let word = |word: &str| {
        match word {
            "true" => "是",
            "false" => "否",
            "Open" => "计票中",
            "Closed" => "待宣布",
            "Declared" => "已宣布",
            "Void" => "作废",
            "Pending" => "未决",
            "Withdrawn" => "撤回",
            "Carried" => "通过",
            "Lost" => "未通过",
            "None" | "" => "无",
            other => other,
        }
        .to_owned()
    };
    figure.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

fn en(figure: &str) -> String {
    match figure {
        "true" => "yes".to_owned(),
        "false" => "no".to_owned(),
        "" => "nothing".to_owned(),
        "Open" | "Closed" | "Declared" | "Void" | "Pending" | "Withdrawn" | "Carried" | "Lost" => {
            figure.to_lowercase()
        }
        other => other.to_owned(),
    }
}

fn code(code: Code) -> Name {
    match code {
        Code::CharterMissing => two(
            "会议记录没有附上表决所依章程的这一版",
            "the minutes do not enclose this version of the charter",
        ),
        Code::CharterAltered => {
            two("所附章程与其校验码或版本不符", "the enclosed charter is not the one named")
        }
        Code::CharterOld => {
            two("表决时施行的是另一版章程", "another version of the charter was in force")
        }
        Code::CharterUnreadable => two("所附章程读不懂", "the enclosed charter cannot be read"),
        Code::RuleOfMatter => two(
            "章程对此机构的此事项规定了另外的规则",
            "the charter has another rule for this body and matter",
        ),
        Code::Rule => two("规则与章程不符", "the rule is not the one in the charter"),
        Code::MeetingQuorum => two("出席不足法定数", "too few present for a vote"),
        Code::Heads => two("开会时的出席数", "heads at the call to order"),
        Code::HeadsLatest => two("结束时的出席数", "heads in the end"),
        Code::Roll => two("应到名单", "the roll"),
        Code::Voters => two("参加表决者", "those who vote"),
        Code::Recused => two("回避者", "those recused"),
        Code::Proxies => two("受托表决者", "those represented by another"),
        Code::Admitted => two("补入表决者", "those admitted later"),
        Code::OpeningBase => two("开始表决时的基数", "the base at the opening"),
        Code::OpeningNeeded => two("开始表决时所须票数", "the votes needed at the opening"),
        Code::Standing => two("有效的计票", "the count that stands"),
        Code::TooManyVotes => two("票数多于参加表决者", "more votes than voters"),
        Code::NotAVoter => two("不在参加表决者之列", "not among those who vote"),
        Code::Papers => two("选票数不符", "the papers do not add up"),
        Code::Derived => two("推算的赞成票", "the votes derived from those in the room"),
        Code::NotCounted => two("规则要求而未计", "needed by the rule and not counted"),
        Code::Yes => two("赞成", "votes for"),
        Code::No => two("反对", "votes against"),
        Code::Abstain => two("弃权", "abstentions"),
        Code::Invalid => two("无效票", "invalid papers"),
        Code::NotVoting => two("未投票", "not voting"),
        Code::Base => two("基数", "the base"),
        Code::Needed => two("所须票数", "the votes needed"),
        Code::Carried => two("是否达到", "whether it is reached"),
        Code::Exact => two("是否恰为该数", "whether it is the share exactly"),
        Code::Open => {
            two("裁定、抽签或决定票", "whether a ruling, a lot or a casting vote decides")
        }
        Code::Measures => two("各项要求", "the measures of the rule"),
        Code::Declared => two("宣布的结果", "the outcome declared"),
        Code::RulingMissing => {
            two("恰为该数，而主持人没有裁定", "exactly the share, and the presider did not rule")
        }
        Code::RulingUnasked => {
            two("票数已有结果，无可裁定", "a ruling where the figures leave nothing open")
        }
        Code::CastingMissing => two("缺主持人的决定票", "the casting vote is missing"),
        Code::CastingUnasked => two("此处没有决定票", "there is no casting vote to cast"),
        Code::LotMissing => two("缺抽签结果", "the lot is missing"),
        Code::LotUnasked => two("此处无须抽签", "no lot is to be drawn"),
        Code::State => two("表决的状态", "where the vote stands"),
        Code::Motion => two("议案的状态", "where the motion stands"),
        Code::DecisionMissing => two("决定不在名录中", "the decision is not in the list"),
        Code::DecisionUnfounded => {
            two("名录中的决定没有作出它的表决", "no vote made this decision of the list")
        }
        Code::DecisionNumber => two("决定的文号", "the number of the decision"),
        Code::NumberTwice => two("文号重复", "a number given twice"),
        Code::DecisionVoid => two("决定是否作废", "whether the decision is void"),
        Code::DecisionText => two("决定的文字", "the words of the decision"),
        Code::DecisionSubjects => two("决定所涉对象", "what the decision concerns"),
        Code::Sheets => two("计票单不符", "a sheet does not add up"),
        Code::RoundValid => two("此轮是否有效", "whether the round counts"),
        Code::Fared => two("各人得票", "the votes for each name"),
        Code::Elected => two("当选者", "who is elected"),
        Code::Again => two("再次投票的候选人", "between whom it is voted again"),
        Code::Vacant => two("空缺席位", "seats left empty"),
    }
}

/// What two records are that say something different. Neither is called the true one: that is still to be found out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sides {
    /// Minutes, and what the log comes to.
    Chain,
    /// An older record, and the one looked at.
    Older,
}

/// Where two records say something different.
pub fn difference(lang: Lang, sides: Sides, difference: &Difference) -> String {
    let sides = match sides {
        Sides::Chain => [["会议记录写的是", "the minutes say"], ["按记录链是", "the log comes to"]],
        Sides::Older => [["旧的一份是", "the older one says"], ["这一份是", "this one says"]],
    };
    let number = difference.decision.as_ref().map(|(_, number)| format!(" {number}"));
    let number = number.unwrap_or_default();
    let what = match &difference.what {
        Part::Vote(no) => two(format!("表决{no}{number}"), format!("vote {no}{number}")),
        Part::Round([item, contest, round]) => two(
            format!("选举（第{item}项第{contest}票第{round}轮）{number}"),
            format!("election (item {item}, paper {contest}, round {round}){number}"),
        ),
        Part::Decision => two(format!("决定{number}"), format!("decision{number}")),
        Part::Reversal(from, to) => two(
            format!("原已撤销的第{from}–{to}条"),
            format!("entries {from}–{to}, which had been taken back"),
        ),
        Part::Field(name) => two(*name, *name),
    };
    lang.pick(&two(
        format!(
            "{}：{}{}，{}{}",
            what.zh,
            sides[0][0],
            zh(&difference.was),
            sides[1][0],
            zh(&difference.is)
        ),
        format!(
            "{}: {} {}, {} {}",
            what.en,
            sides[0][1],
            en(&difference.was),
            sides[1][1],
            en(&difference.is)
        ),
    ))
}
