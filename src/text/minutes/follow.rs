//! Earlier decisions still to be carried out, in the minutes.

use super::{Say, inline};
use crate::minutes::follow::Outstanding;
use crate::record::follow::{Progress, Standing};
use crate::text::words;

/// A decision that was still to be carried out at the call to order.
pub fn outstanding(say: &Say, one: &Outstanding) -> String {
    let (number, text) = (inline(&one.number), inline(&one.text));
    let taken = words::date(say.lang, one.taken);
    let begun = one.status == Standing::UnderWay.code();
    let status = words::progress(say.lang, if begun { Progress::UnderWay } else { Progress::Open });
    let owner = match &one.owner {
        Some(owner) => {
            let owner = say.pick(owner);
            say.say(format!("负责：{owner}"), format!("to be carried out by {owner}"))
        }
        None => say.word(["未指定负责人", "nobody is charged with it"]),
    };
    let due = one.due.map_or_else(String::new, |due| {
        let due = words::date(say.lang, due);
        let late =
            if one.overdue { say.word(["（已逾期）", " (overdue)"]) } else { String::new() };
        say.say(format!("；期限{due}{late}"), format!("; due {due}{late}"))
    });
    let task = inline(&one.task);
    let task = if task.is_empty() {
        String::new()
    } else {
        say.say(format!("；办理：{task}"), format!("; task: {task}"))
    };
    say.say(
        format!("{number}（{taken}）“{text}”：{status}；{owner}{due}{task}。"),
        format!("{number} ({taken}), “{text}”: {status}; {owner}{due}{task}."),
    )
}
