//! Texts about reasons, undo and correction.

use super::{Text, refused};

pub(super) static REASON_REQUIRED: Text = refused(
    ["须写明理由", "a reason is needed"],
    [
        "以上情况须写明理由才能继续。请填写理由，理由将写入会议记录。",
        "This takes a reason. Type it in; it stands in the minutes.",
    ],
    [
        "以上情况章程没有禁止，但须说明理由。请口述理由，由记录人写入会议记录；不说明的就不进行。",
        "The charter does not forbid this, but it takes a reason. Give one for the minutes, or leave it.",
    ],
);

pub(super) static NOTHING_TO_UNDO: Text = refused(
    ["没有可撤销的", "nothing to undo"],
    ["没有可以撤销的登记。请核对记录。", "There is no entry to undo. Check the record."],
    [
        "记录中没有可以撤销的内容。有差错的请指明，用更正办理。",
        "Nothing on record can be undone. Point out what is wrong, and have it corrected.",
    ],
);

pub(super) static UNDO_STOPS: Text = refused(
    ["不能撤销，须更正", "correct it instead"],
    [
        "上一条登记（{kind}）不能撤销。有差错的请用更正或作废登记，原记录保留。",
        "The last entry ({kind}) cannot be undone. Enter a correction or void the vote; what is recorded stays.",
    ],
    [
        "已经宣布或生效的（{kind}）不能撤销，只能公开更正或作废，并说明理由。",
        "What was declared or has taken effect ({kind}) is not undone. It is corrected or voided openly, with a reason.",
    ],
);

pub(super) static UNDO_STOPS_AT_PAPER: Text = refused(
    ["不能撤销，须重新打开", "reopen it instead"],
    [
        "上一条登记（{kind}）不能撤销。会议记录的通过、签署登记有误（人员、日期、扫描件）的，请“重新打开”并写明理由，再编发一稿，重新通过、签署；已发布的，出更正单。密钥登记有误的，收回后重新登记。",
        "The last entry ({kind}) cannot be undone. Where an approval or a signature was entered wrongly (who, day, scan), reopen the minutes with the reason, issue a version again, and have it approved and signed; once published, issue a correction slip. A key bound wrongly is withdrawn and bound again.",
    ],
    [
        "已经通过、签署或发布的（{kind}）不能撤销；登记有误的，说明理由重新打开，再行通过、签署。",
        "What was approved, signed or given out ({kind}) is not undone. Where it was entered wrongly it is reopened with the reason, and approved and signed again.",
    ],
);

pub(super) static UNDO_ELSEWHERE: Text = refused(
    ["上一条不属于本次会议", "entered in another meeting"],
    [
        "上一条登记是在另一次会议（会议簿中第{=meeting}次）作出的，不在这里撤销。请到那次会议撤销，或用更正办理。",
        "The last entry was made in another meeting (number {=meeting} in the book) and is not undone from here. Undo it there, or enter a correction.",
    ],
    [
        "刚才另一次会议（会议簿中第{=meeting}次）作了登记。要撤销它，请到那次会议办理；本次会议的差错用更正办理。",
        "An entry was just made in another meeting (number {=meeting} in the book). It is undone there; a mistake of this meeting is corrected.",
    ],
);

pub(super) static UNKNOWN_NOTE: Text = refused(
    ["没有这条记事", "no such note"],
    ["没有第{=note}条记事。请核对编号。", "There is no note {=note}. Check the number."],
    [
        "找不到第{=note}条记事。请说明要改的是哪一段。",
        "Note {=note} cannot be found. Say which passage is to be changed.",
    ],
);

pub(super) static UNKNOWN_DECISION: Text = refused(
    ["没有这项决定", "no such decision"],
    [
        "没有第{=decision}项决定，或它已经作废。请核对编号。",
        "There is no decision {=decision}, or it is void. Check the number.",
    ],
    [
        "找不到有效的第{=decision}项决定，无从更正。请说明是哪次会议的决定。",
        "Decision {=decision} is not there or no longer stands, so nothing can be corrected in it. Say which meeting's decision is meant.",
    ],
);

pub(super) static OLD_TEXT_NOT_THERE: Text = refused(
    ["原文中没有", "words not found"],
    [
        "该决定的文字里没有“{=old}”。请照原文逐字核对。",
        "The words “{=old}” do not stand in that decision. Check them against its text, letter by letter.",
    ],
    [
        "要更正的“{=old}”不在该决定中，可能指的是另一项决定。请说明。",
        "“{=old}”, which is to be corrected, does not stand in that decision; another one may be meant. Say which.",
    ],
);

pub(super) static NOT_ENACTED_ON: Text = refused(
    ["该决定未及此单位", "did not touch this member"],
    [
        "第{=decision}项决定没有改动过{unit}。请核对决定和单位。",
        "Decision {=decision} changed nothing about {unit}. Check the decision and the member.",
    ],
    [
        "第{=decision}项决定并没有执行到{unit}，不能这样更正。请说明执行错在哪个成员。",
        "Decision {=decision} was not carried out on {unit}, so it cannot be corrected that way. Say on whom it was carried out by mistake.",
    ],
);
