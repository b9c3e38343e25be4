//! Texts about convening a meeting, opening it, its breaks and its end.

use super::{Text, noted, refused};

pub(super) static BODY_DOES_NOT_MEET: Text = refused(
    ["该机构不开会", "holds no meetings"],
    [
        "{body}不开表决会议。请核对要召集的机构。",
        "{the body} holds no meetings that vote. Check which body is to be convened.",
    ],
    [
        "按照章程，{body}不以会议表决，不能召集。请改由有权议决的机构开会。",
        "By the charter {the body} does not decide in meetings and cannot be convened. Convene the body that has the power.",
    ],
);

pub(super) static CONVENING_UNKNOWN: Text = refused(
    ["无此召集方式", "no such way of convening"],
    [
        "章程没有以“{by}”召集这个机构的方式。请核对机构和召集方式。",
        "The charter knows no convening of this body by “{by}”. Check the body and the way.",
    ],
    [
        "这样召集会议没有章程依据，会上的决定会受质疑。请由章程所列的职务或联署成员召集。",
        "Convening it this way has no basis in the charter, and its decisions could be contested. Have one of those named in the charter convene it.",
    ],
);

pub(super) static REQUISITION_SHORT: Text = refused(
    ["联署不足", "too few signatures"],
    [
        "联署{signed#}，至少须{min_signatures#}（名册{roll#}）。请核对联署名单。",
        "{=signed} of {roll#} signed, and at least {=min_signatures} must. Check the list of signatures.",
    ],
    [
        "联署只有{signed#}，不到召集会议所需的{min_signatures#}。请补足联署，或请有权召集的人召集。",
        "Only {=signed} signed, fewer than the {=min_signatures} it takes to call a meeting. Gather the rest, or ask somebody who may convene it.",
    ],
);

pub(super) static REQUISITION_SPECIAL_ONLY: Text = refused(
    ["联署只开临时会议", "special meetings only"],
    [
        "联署只能召集临时会议。请选“临时会议”，或改换召集方式。",
        "Signatures can only call a special meeting. Mark it as special, or choose another way.",
    ],
    [
        "成员联署只能提议临时会议，不能代替例会。请作为临时会议召集，或请有权召集的人召集例会。",
        "Members can call a special meeting by signature, not the ordinary one. Convene it as special, or have the ordinary meeting called by whoever may.",
    ],
);

pub(super) static MEETING_STILL_OPEN: Text = refused(
    ["上次会议未闭会", "a meeting is not closed"],
    [
        "{meeting}还没有闭会，同一机构不能再召集。请先闭会，或核对机构。",
        "Not closed yet: {meeting}. The same body cannot be convened again before. Close it, or check the body.",
    ],
    [
        "同一机构一次只开一个会，{meeting}还没有结束。请先把它开完闭会。",
        "A body holds one meeting at a time, and one is not over: {meeting}. Bring that one to its end first.",
    ],
);

pub(super) static NOTICE_SHORT: Text = noted(
    ["通知期不足", "short notice"],
    ["通知期短于规定或建议的天数", "shorter notice than required or advised"],
    [
        "通知距会期{=days}日，应不少于{=minimum}日。请核对两个日期；照此召集的，写明理由。",
        "Notice was given {=days} {days|day|days} before the meeting, and {=minimum} are asked for. Check both dates; to go on, give a reason.",
    ],
    [
        "通知只提前了{=days}日，少于{=minimum}日，缺席成员可能提出异议。可以改期，或说明紧急理由，记入会议记录。",
        "Notice of {=days} {days|day|days} is less than {=minimum}, and members who stay away may object. Put the meeting off, or give the urgency as reason for the minutes.",
    ],
);

pub(super) static NOTICE_AFTER: Text = noted(
    ["通知晚于会期", "notice after the meeting"],
    ["通知日期晚于会议日期", "notice dated after the meeting"],
    [
        "通知日期晚于会议日期。请核对两个日期；确是如此的，写明理由。",
        "The notice is dated after the meeting. Check both dates; if they are right, give a reason.",
    ],
    [
        "通知在会议之后发出，等于没有通知。请改期另发通知，或说明理由，记入会议记录。",
        "A notice sent after the meeting is none. Set another day and send it again, or give a reason for the minutes.",
    ],
);

pub(super) static NOTICE_MISSING: Text = noted(
    ["未登记通知", "no notice recorded"],
    ["没有登记会议通知的日期", "no day of notice on record"],
    [
        "没有登记会议通知的日期。如已发出通知，请补上日期。",
        "No day of notice is recorded. If the notice was sent, enter the day.",
    ],
    [
        "记录上没有会议通知。开会时请问明各成员是否接到通知，有异议的记入会议记录。",
        "There is no notice on record. At the opening ask whether everyone was told, and have any objection minuted.",
    ],
);

pub(super) static NO_MEETING: Text = refused(
    ["没有会议", "no meeting in hand"],
    [
        "现在没有可登记的会议，或会议编号不对。请先召集会议，或核对编号。",
        "There is no meeting to enter this in, or the number is wrong. Convene one, or check the number.",
    ],
    [
        "还没有召集会议，无从进行。请先由有权召集的人召集会议。",
        "No meeting has been convened, so there is nothing to go on with. Have it convened by somebody who may.",
    ],
);

pub(super) static NOT_OPEN: Text = refused(
    ["尚未开会", "not open yet"],
    [
        "会议还没有宣布开会。请先登记开会，再登记这一项。",
        "The meeting has not been called to order. Enter that first, then this.",
    ],
    [
        "会议尚未开始，现在议决无效。请先宣布开会。",
        "The meeting has not begun, and nothing can be decided yet. Call it to order first.",
    ],
);

pub(super) static ALREADY_OPEN: Text = refused(
    ["已经开会", "open already"],
    [
        "会议已经开始，不能再登记开会，也不能再补列通知上的事项。请核对是不是要登记复会，或按未列入通知增加议程。",
        "This meeting was called to order already, and its notice is past adding to. Check whether a resumption is meant, or an item that was not on the notice.",
    ],
    [
        "会议已经开始，不必再次宣布开会，通知上的议程也不能再补。如刚休会，请宣布复会。",
        "The meeting has begun: it is not called to order again, and nothing more can be put on its notice. After a break, resume it.",
    ],
);

pub(super) static MEETING_CLOSED: Text = refused(
    ["会议已闭会", "meeting is closed"],
    [
        "会议已经闭会，不能再登记这一项。差错请用更正，遗漏请补记事。",
        "The meeting is closed and takes no such entry. Correct a mistake, or add a note for what was left out.",
    ],
    [
        "会议已经闭会，不能再议决。未了事项请在下次会议提出。",
        "The meeting is closed and can decide nothing more. Bring what is left to the next one.",
    ],
);

pub(super) static ON_BREAK: Text = refused(
    ["休会中", "on a break"],
    [
        "会议正在休会。请先登记复会，再登记这一项。",
        "A break is on. Enter the resumption first, then this.",
    ],
    [
        "休会中不能议决，也不能闭会。请先宣布复会，并确认在场成员。",
        "During a break nothing is decided, and the meeting cannot be closed. Resume it first and confirm who is there.",
    ],
);

pub(super) static NOT_ON_BREAK: Text = refused(
    ["没有休会", "no break is on"],
    [
        "会议现在没有休会，不用登记复会。请核对。",
        "No break is on, so there is nothing to resume. Check.",
    ],
    ["会议没有休会，可以直接继续。", "The meeting is not on a break; just go on."],
);

pub(super) static PRESIDER_UNKNOWN: Text = refused(
    ["主持依据不明", "no such right to preside"],
    [
        "章程中没有“{basis}”这一主持依据。请从章程所列的主持人中选。",
        "The charter knows no right to preside named “{basis}”. Choose one of those it lists.",
    ],
    [
        "这样主持没有章程依据。请由章程所列有权主持的人主持，并说明依据。",
        "Presiding in this way has no basis in the charter. Let one of those it names preside, and say by what right.",
    ],
);

pub(super) static PRESIDER_PAPER_MISSING: Text = refused(
    ["缺主持的书面依据", "paper to preside is missing"],
    [
        "以“{basis}”主持须有书面文件。请核对文件，填上名称和日期。",
        "The right to preside “{basis}” needs a written paper. Check it and enter its name and date.",
    ],
    [
        "指定主持人须有书面文件为凭。请出示文件交记录人登记；没有文件的，由章程所列的下一位主持。",
        "A designation to preside needs a written paper. Show it to the recorder; without one the next in the charter's order presides.",
    ],
);

pub(super) static QUORUM_NOT_YET: Text = noted(
    ["人数未到", "quorum not reached yet"],
    ["开会时未到法定出席数", "opened below the quorum"],
    [
        "到会{present#}，须{needed#}（名册{roll#}）。请核对签到；现在开会的，写明理由，人数够之前不能表决。",
        "{=present} of {roll#} are present, and the quorum is {=needed}. Check the sign-in; to open now, give a reason. No vote is taken before the quorum is there.",
    ],
    [
        "到会只有{present#}，未到法定出席的{needed#}。可以等候；现在开会的，先议不须表决的事项，并说明理由。",
        "Only {=present} are present, fewer than the quorum of {=needed}. Wait, or open with business that needs no vote and give the reason.",
    ],
);

pub(super) static ITEMS_UNDECIDED: Text = refused(
    ["有事项未了", "items left open"],
    [
        "议程第{items}项还没有结论。请核对是否漏记结果，或登记缓议、转交、移至下次会议。",
        "Not settled on the agenda: {items}. Check whether a result was not entered, or postpone, refer or carry over.",
    ],
    [
        "还有事项未了（第{items}项），不能闭会。请逐项付表决，或宣布转交其他机构、移至下次会议。",
        "The meeting cannot be closed while items are open (no. {items}). Put each to the vote, refer it, or carry it over.",
    ],
);

pub(super) static VOTE_UNDECLARED: Text = refused(
    ["结果未宣布", "a vote is not declared"],
    [
        "第{=vote}次表决还没有宣布结果，不能闭会。请核对计票并登记宣布。",
        "Vote {=vote} has not been declared, so the meeting cannot be closed. Check the count and enter the declaration.",
    ],
    [
        "第{=vote}次表决还没有宣布。请当场宣布结果，或作废并说明理由，然后闭会。",
        "Vote {=vote} has no result yet. Declare it, or void it with a reason, and then close.",
    ],
);
