//! Why a paper cannot be made: what is missing, and where it is entered.

use crate::charter::Name;
use crate::text::Words;
use crate::text::words::two;

/// The book has no charter.
pub const NO_CHARTER: Words = [
    "会议簿没有章程，无法出具文书。请先用 quorate new 建簿。",
    "The book has no charter, so no paper can be made. Make the book with `quorate new`.",
];

/// The book has no such meeting.
pub fn no_meeting(no: Option<u32>) -> Name {
    match no {
        Some(no) => two(
            format!("会议簿中没有第{no}号会议。请核对 --meeting 的号数。"),
            format!(
                "There is no meeting {no} in this book. Check the number given with --meeting."
            ),
        ),
        None => two(
            "会议簿中还没有会议。请先在首页选“召集会议”，登记日期、地点和议程。",
            "There is no meeting in this book yet. Convene one first: day, place and agenda.",
        ),
    }
}

/// The minutes of the meeting were never corrected by a slip; before they are signed there is nothing to correct so.
pub fn no_slip(meeting: &Name, signed: bool) -> Name {
    if signed {
        return two(
            format!(
                "{}的会议记录没有更正单。签过的会议记录有误时，请在“会议记录”那一行的菜单中选“出更正单”，或用命令 slip 登记。",
                meeting.zh
            ),
            format!(
                "The minutes of {} have no correction slip. To correct a passage of them, enter one from the menu of their row under “minutes”, or with the command `slip`.",
                meeting.en
            ),
        );
    }
    two(
        format!(
            "{}的会议记录还没有签署，没有更正单：签署之前直接改正文字，签署之后才用更正单。",
            meeting.zh
        ),
        format!(
            "The minutes of {} are not signed, so there is no correction slip: until then the words themselves are put right, and a slip is for what is signed.",
            meeting.en
        ),
    )
}

/// The meeting has no such item.
pub fn no_item(meeting: u32, item: u32) -> Name {
    two(
        format!("第{meeting}号会议没有第{item}项议程。请核对 --item 的号数。"),
        format!("Meeting {meeting} has no item {item}. Check the number given with --item."),
    )
}

/// Several items would do.
pub fn which_item(items: &[u32]) -> Name {
    let said: Vec<String> = items.iter().map(u32::to_string).collect();
    two(
        format!("请用 --item 指明是哪一项，可用的有：{}。", said.join("、")),
        format!("Say which item with --item; these can be used: {}.", said.join(", ")),
    )
}

/// Nothing on the agenda is voted on.
pub const NOTHING_TO_VOTE: Words = [
    "这次会议的议程没有需要表决的议案。请在议程中为该项选定事项。",
    "Nothing on this agenda is put to a vote. Choose a matter for the item on the agenda.",
];

/// An election is voted by ballots.
pub fn is_election(item: u32) -> Name {
    two(
        format!("第{item}项是选举，用选票而不用表决票：quorate paper ballot。"),
        format!("Item {item} is an election; its paper is the ballot: `quorate paper ballot`."),
    )
}

/// No election is prepared.
pub fn no_election(item: Option<u32>) -> Name {
    match item {
        Some(item) => two(
            format!("第{item}项没有准备选举。请在该项上选“准备选举”，登记应选名额和候选人。"),
            format!(
                "No election is prepared under item {item}. Prepare it there: seats and candidates."
            ),
        ),
        None => two(
            "这次会议没有准备选举。请在选举的议程项上选“准备选举”，登记应选名额和候选人。",
            "No election is prepared in this meeting. Prepare one on its item: seats and candidates.",
        ),
    }
}

/// Nobody stands.
pub fn no_candidates(seat: &Name) -> Name {
    two(
        format!("{}还没有候选人。请在“准备选举”中登记候选人。", seat.zh),
        format!("Nobody stands for {} yet. Enter the candidates of the election.", seat.en),
    )
}

/// No round was counted.
pub const NOT_COUNTED: Words = [
    "选举还没有计票结果。请先发票、开箱、录入计票单并结束计票。",
    "No round of the election is counted yet. Issue the papers, open the box, enter the sheets and end the count.",
];

/// The book has no such decision.
pub fn no_decision(no: u32) -> Name {
    two(
        format!("会议簿中没有第{no}项决定。请核对 --decision 的号数，在首页的“决议”中可以查到。"),
        format!(
            "There is no decision {no} in this book. Check the number given with --decision; “decisions” on the home screen lists them."
        ),
    )
}

/// A paper of this kind is about a decision that was not named, or there is none.
pub fn which_decision(numbers: &[u32]) -> Name {
    if numbers.is_empty() {
        return two(
            "会议簿中还没有这类决定。须先由会议表决通过并宣布。",
            "There is no decision of this kind in the book yet. A meeting has to take it and the presider to declare it.",
        );
    }
    let said: Vec<String> = numbers.iter().map(u32::to_string).collect();
    two(
        format!("请用 --decision 指明是哪一项决定，可用的有：{}。", said.join("、")),
        format!("Say which decision with --decision; these can be used: {}.", said.join(", ")),
    )
}

/// The vote behind the decision no longer stands.
pub fn void(no: u32) -> Name {
    two(
        format!("第{no}项决定所依据的表决已经失效，不能据此出具文书。"),
        format!("The vote behind decision {no} no longer stands, so no paper rests on it."),
    )
}

/// The decision is of another kind.
pub fn other_kind(no: u32, paper: Words, numbers: &[u32]) -> Name {
    let also = which_decision(numbers);
    two(
        format!("第{no}项决定不是出具“{}”的决定。{}", paper[0], also.zh),
        format!("No {} is made from decision {no}. {}", paper[1], also.en),
    )
}

/// The charter names no authority.
pub const NO_AUTHORITY: Words = [
    "章程没有规定向哪个机关报送。章程文件的程序步骤写明 copy_to 之后，才能出具报送函。",
    "The charter names no authority to report to. Once a step of the procedure has `copy_to` in the charter file, the letter can be made.",
];

/// The register has no such unit.
pub fn no_unit(no: u32) -> Name {
    two(
        format!("名册中没有编号{no}的成员。请核对 --unit 的号数。"),
        format!("There is no member {no} on the register. Check the number given with --unit."),
    )
}

/// A certificate is for one unit.
pub const WHICH_UNIT: Words = [
    "请用 --unit 指明是哪一个成员，或者用 --decision 指明批准其加入的决定。",
    "Say which member with --unit, or the decision that admitted it with --decision.",
];

/// Only a member has a certificate.
pub fn no_member(name: &str) -> Name {
    two(
        format!("{name}现在不是成员，不能出具成员证书。"),
        format!("{name} is not a member now, so it has no certificate."),
    )
}

/// The body does not meet, or the unit has no seat in it.
pub fn not_on_roll(name: &str) -> Name {
    two(
        format!("{name}不在这次会议的应到名册上。"),
        format!("{name} is not on the roll of this meeting."),
    )
}

/// The funds have nothing of this year.
pub fn no_year(year: Option<i32>, years: &[i32]) -> Name {
    let covered = years.first().zip(years.last());
    match (year, covered) {
        (Some(year), Some((first, last))) => two(
            format!("经费账从{first}年到{last}年，没有{year}年。请核对 --year。"),
            format!("The funds cover {first} to {last}, not {year}. Check --year."),
        ),
        _ => two(
            "经费账还没有登记。请先在“经费”中登记期初余额和收支。",
            "Nothing is entered in the funds yet. Enter the opening balance, income and spending first.",
        ),
    }
}

/// A file name that ends in none of the formats.
pub fn no_format(ending: &str, known: &str) -> Name {
    two(
        format!("不认识文件格式“{ending}”，可用的有：{known}。可以用 --format 指明。"),
        format!(
            "“{ending}” is no file format of a paper; these can be used: {known}. Name one with --format."
        ),
    )
}
