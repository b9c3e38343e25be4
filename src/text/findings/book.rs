//! Texts about the book itself: its charter, its register, its opening entries, its clock.

use super::{Text, noted, refused};

pub(super) static NO_CHARTER: Text = refused(
    ["没有章程", "no charter"],
    [
        "会议簿里还没有章程。请先放入章程文件，再登记其他事项。",
        "The book has no charter yet. Put the charter file in first, then make other entries.",
    ],
    [
        "没有章程就没有依据，现在什么也不能议决。请让记录人先放入本会的章程。",
        "Without a charter nothing can be decided. Have the recorder put the association's charter in first.",
    ],
);

pub(super) static CHARTER_FAULTY: Text = refused(
    ["章程文件有误", "charter file has faults"],
    [
        "章程文件有{=faults}处错误，没有收入。请按提示逐条改正后再试。",
        "The charter file has {=faults} {faults|fault|faults} and was not taken in. Correct each as shown and try again.",
    ],
    [
        "章程文件有{=faults}处错误，还不能使用。请交保管文件的人改正；已有的登记不受影响。",
        "The charter file has {=faults} {faults|fault|faults} and cannot be used yet. Have its keeper correct it; what is recorded already is not affected.",
    ],
);

pub(super) static CHARTER_NEEDS_BASIS: Text = refused(
    ["缺修改依据", "no decision given"],
    [
        "会议簿里已有章程。换用新文本须写明所依据的决定，请核对决定的编号。",
        "The book has a charter already. A new text needs the decision it rests on: check the decision's number.",
    ],
    [
        "已有章程在用，新文本只能凭修改章程的决定换用。请说明是哪次会议的哪项决定。",
        "A charter is in use, and a new text comes in only by a decision to amend it. Say which decision of which meeting that is.",
    ],
);

pub(super) static CHARTER_FOREIGN: Text = refused(
    ["不是本会章程", "another association's charter"],
    [
        "这份文件是“{=id}”的章程，不是本会的，没有收入。请核对文件。",
        "This file is the charter of “{=id}”, not of this association, and was not taken in. Check the file.",
    ],
    [
        "这份章程属于“{=id}”，不能用在本会。请找出本会章程的新文本。",
        "This charter belongs to “{=id}” and cannot be used here. Find the new text of this association's own charter.",
    ],
);

pub(super) static CHARTER_NOT_NEWER: Text = refused(
    ["版次不够新", "version not newer"],
    [
        "新文本的版次不高于现行的第{=version}版，没有收入。请核对文件中的版次。",
        "The version of the new text is not higher than {=version}, which is in use, and it was not taken in. Check the version in the file.",
    ],
    [
        "现行章程是第{=version}版，新文本的版次应当更高。请确认拿到的是修改后的文本。",
        "Version {=version} of the charter is in use, and a new text must have a higher one. Make sure this is the amended text.",
    ],
);

pub(super) static UNKNOWN_READING: Text = refused(
    ["没有这种读法", "no such reading"],
    [
        "待释问题“{=question}”没有“{=option}”这种读法，或与已选定的读法不能并存。请对照待释问题表核对。",
        "Question “{=question}” has no reading “{=option}”, or it cannot stand beside those already adopted. Check the list of open questions.",
    ],
    [
        "章程文件没有为待释问题“{=question}”列出“{=option}”这种读法，不能选定。请从所列读法中选，或先修改章程文件。",
        "The charter file lists no reading “{=option}” for question “{=question}”, so it cannot be adopted. Choose one that is listed, or have the file changed first.",
    ],
);

pub(super) static UNKNOWN_NAME: Text = refused(
    ["名称不明", "unknown name"],
    [
        "章程和会议簿里都没有“{=name}”。请核对名称或编号。",
        "Neither the charter nor the book knows “{=name}”. Check the name or number.",
    ],
    [
        "“{=name}”在章程和会议簿里都找不到，无从认定。请说明指的是哪一项，再由记录人登记。",
        "“{=name}” is found neither in the charter nor in the book. Say what is meant, and have the recorder enter that.",
    ],
);

pub(super) static NAME_MISSING: Text = refused(
    ["名称不明", "unknown name"],
    [
        "没有写明属于哪类事项。请从章程所列事项中选一项。",
        "No matter is named. Choose one of those the charter lists.",
    ],
    [
        "还不知道这项议案属于哪类事项，也就不知道由谁、按什么比例决定。请先指明事项。",
        "It is not yet said which matter this is, and so not who decides it and by how much. Name the matter first.",
    ],
);

pub(super) static UNKNOWN_UNIT: Text = refused(
    ["不在名册上", "not on the roll"],
    [
        "“{unit}”不在成员名册或本次会议的名册上。请核对编号。",
        "“{unit}” is not on the register or not on the roll of this meeting. Check the number.",
    ],
    [
        "“{unit}”不在名册上，不能作为成员登记或表决。如名册有误，请按更正办理；如是来宾，请登记为列席。",
        "“{unit}” is not on the roll and cannot be entered or vote as a member. If the roll is wrong, have it corrected; a guest is entered as an observer.",
    ],
);

pub(super) static UNIT_TAKEN: Text = refused(
    ["编号或名称重复", "number or name taken"],
    [
        "编号{=unit}或名称“{=name}”已经登记过，或编号不是从1起的数。请核对名册。",
        "Number {=unit} or the name “{=name}” is entered already, or the number is not 1 or more. Check the register.",
    ],
    [
        "一个编号、一个名称只能登记一个成员。请查明编号{=unit}和“{=name}”是否重复，再由记录人重新登记。",
        "One number and one name stand for one member. Find out whether {=unit} or “{=name}” is there twice, and have it entered again.",
    ],
);

pub(super) static TOO_LATE_FOR_OPENING: Text = refused(
    ["期初登记已截止", "too late for an opening entry"],
    [
        "已有会议登记，期初情况不能再改。请核对应当用决定还是用更正来改。",
        "A meeting is on record, so opening entries are closed. Check whether a decision or a correction is what is needed.",
    ],
    [
        "期初登记只说明第一次会议之前的情况，现在已有会议。此后的变动要凭决定，差错用更正。",
        "Opening entries say how things stood before the first meeting, and there has been one. Changes now come by decision, and mistakes are corrected.",
    ],
);

pub(super) static TEXT_MISSING: Text = refused(
    ["有空白未填", "a text is missing"],
    [
        "“{field}”一栏是空的。请填写后再试。",
        "The field “{field}” is empty. Fill it in and try again.",
    ],
    [
        "还缺“{field}”，没有它记录不完整。请口述，由记录人填写。",
        "The “{field}” is still missing, and the record is not complete without it. Dictate it to the recorder.",
    ],
);

pub(super) static OFFICE_FULL: Text = noted(
    ["职务已满额", "office is full"],
    ["登记的任职人数超过名额", "more holders entered than the office has seats"],
    [
        "“{office}”的名额已满。请核对是否有人已经离任；确要登记的，写明理由。",
        "All seats of the office “{office}” are taken. Check whether somebody has left it; to enter one more, give a reason.",
    ],
    [
        "“{office}”的名额已满，再登记一人就超过名额。请先确认谁已离任；仍要登记的，说明理由，记入会议记录。",
        "All seats of the office “{office}” are taken, and one more would exceed them. Confirm first who has left; otherwise give a reason for the minutes.",
    ],
);

pub(super) static SIZE_CAP_EXCEEDED: Text = noted(
    ["席位超过上限", "body above its size"],
    ["席位数超过一般上限", "more seats than the share of members generally allowed"],
    [
        "{body}有{seats#}，成员共{members#}，一般不超过{cap#}。请核对名单；确要登记的，写明理由。",
        "With {seats#} {the body} is above {cap}, the most generally allowed for {members#}. Check the list; to enter it all the same, give a reason.",
    ],
    [
        "{body}的席位为{seats#}，一般不超过{cap#}。请减少席位，或说明为何超过，记入会议记录。",
        "With {seats#} {the body} is larger than the {cap} generally allowed. Reduce the seats, or say why not, for the minutes.",
    ],
);

pub(super) static SIZE_CAP_NOW_EXCEEDED: Text = noted(
    ["席位超过上限", "body now above its size"],
    [
        "成员减少后，席位数超过一般上限；无人因此失去席位",
        "members fell and the seats are now above the share generally allowed; nobody is unseated",
    ],
    [
        "成员减为{members#}，{body}现有{seats#}，超过一般上限{cap#}。请记入会议记录，名单不变。",
        "Members fell to {members}, and {the body} with {seats#} is now above the {cap} generally allowed. Note it in the minutes; the list stays as it is.",
    ],
    [
        "成员减少后，{body}的{seats#}超过一般上限{cap#}。无人因此失去席位，可在下次换届时调整。",
        "Members fell, and {the body} with {seats#} is now above the {cap} generally allowed. Nobody loses a seat by that; it can be put right at the next election.",
    ],
);

pub(super) static ROLL_FROZEN: Text = refused(
    ["表决中名册冻结", "roll is frozen"],
    [
        "{meeting}的第{=vote}次表决正在进行，名册不能变动。请等表决结束后再登记。",
        "Vote {=vote} is being taken ({meeting}), and the roll does not change under it. Make this entry when the vote has ended.",
    ],
    [
        "表决进行中，成员进出一律不生效，基数才不会变。请先结束并宣布第{=vote}次表决，再办理。",
        "While a vote is taken nobody joins or leaves, so that its base cannot move. End and declare vote {=vote} first.",
    ],
);

pub(super) static TIME_IN_FUTURE: Text = refused(
    ["时间不对", "time cannot be right"],
    [
        "填写的时间（{time}）晚于现在，或早晚颠倒。请核对时间。",
        "The time given ({time}) is later than now, or the times are the wrong way round. Check it.",
    ],
    [
        "只能补录已经发生的事，{time}还没有到，或起止时间颠倒。请说明事情是几时发生的。",
        "Only what has happened can be entered, and {time} is still to come, or the times are the wrong way round. Say when it happened.",
    ],
);

pub(super) static CLOCK_WENT_BACK: Text = noted(
    ["时钟倒退", "clock went back"],
    [
        "电脑时钟曾倒退，先后以登记次序为准",
        "the computer's clock went back; the order is that of the entries",
    ],
    [
        "电脑时钟比上一条登记（{last}）还早。请校准时钟；登记的先后次序不变。",
        "The computer's clock is earlier than the last entry ({last}). Set it right; the order of the entries stands.",
    ],
    [
        "电脑时钟走慢或被改过，记录上的时刻可能不准，但先后次序可靠。请让记录人校准时钟。",
        "The computer's clock is slow or was changed: times on record may be off, their order is not. Have the recorder set the clock.",
    ],
);
