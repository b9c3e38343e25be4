//! Motions and their texts in the minutes.

use super::{Say, inline};
use crate::minutes::agenda::{Motion, MotionState, Rewording};
use crate::record::event::Effective;
use crate::text::words;

/// The line that opens a motion or an amendment.
pub fn moved(say: &Say, motion: &Motion) -> String {
    let (no, time) = (motion.no, say.time(&motion.when));
    let head = match motion.amends {
        None => say.say(format!("第{no}号议案（{time}"), format!("Motion {no} ({time}")),
        Some(main) => say.say(
            format!("第{no}号议案，对第{main}号议案的修正案（{time}"),
            format!("Motion {no}, an amendment to motion {main} ({time}"),
        ),
    };
    let mut more = String::new();
    let mut add = |zh: String, en: String| {
        more += &say.say(format!("；{zh}"), format!("; {en}"));
    };
    if !motion.mover.is_empty() {
        let mover = inline(&motion.mover);
        add(format!("{mover}提出"), format!("moved by {mover}"));
    }
    if !motion.seconder.is_empty() {
        let seconder = inline(&motion.seconder);
        add(format!("{seconder}附议"), format!("seconded by {seconder}"));
    }
    let items = &say.minutes.items;
    let item = items.iter().find(|i| i.motions.iter().any(|m| m.no == motion.no));
    let of_item = item.is_some_and(|i| i.matter.as_ref() == Some(&motion.matter));
    if motion.amends.is_none() && !of_item {
        let matter = say.matter(&motion.matter);
        add(matter.clone(), matter);
    }
    if !motion.subjects.is_empty() {
        let names = say.subjects(&motion.subjects);
        add(format!("涉及{names}"), format!("concerning {names}"));
    }
    if motion.effective != Effective::Now {
        let when = words::effective(say.lang, motion.effective);
        add(when.clone(), format!("in effect {when}"));
    }
    let state = match motion.state {
        MotionState::Pending => say.word(["；未决", "; undecided"]),
        MotionState::Withdrawn => {
            let time = motion.withdrawn.map(|w| say.time(&w)).unwrap_or_default();
            say.say(format!("；{time}撤回"), format!("; withdrawn at {time}"))
        }
        MotionState::Carried | MotionState::Lost => String::new(),
    };
    say.say(format!("{head}{more}{state}）："), format!("{head}{more}{state}):"))
}

/// The line before a text that replaces the motion's without a vote.
pub fn reworded(say: &Say, no: u32, change: &Rewording) -> String {
    let time = say.time(&change.when);
    say.say(format!("{time}　第{no}号议案的文字改为："), format!("{time} Motion {no} reworded:"))
}

/// The line before the text a motion has if its amendment is carried.
pub fn becomes(say: &Say, main: u32) -> String {
    say.say(
        format!("如获通过，第{main}号议案的文字为："),
        format!("If carried, motion {main} reads:"),
    )
}

/// The line before the text of a motion as amended.
pub fn amended(say: &Say, no: u32) -> String {
    say.say(format!("第{no}号议案经修正的文字："), format!("Motion {no} as amended:"))
}
