//! Texts about notices, replies, nominations and lists of signatures.

use super::{Text, noted, refused};

pub(super) static AGENDA_FROZEN: Text = refused(
    ["议程已随通知定下", "agenda went out"],
    [
        "通知已经发出，议程随之定下，不能再作为通知上的事项增加。请改为“通知发出后增加”；章程许可补充通知的，可随补充通知列入。",
        "The notice went out and the agenda with it: nothing more is put on it as noticed. Add it as a later item, or, where the charter knows one, by a supplementary notice.",
    ],
    [
        "成员是按通知上的议程准备和决定是否到会的。通知之后的事项要注明是后来增加的；重大事项留待下次会议。",
        "Members prepare, and decide whether to come, by the agenda on the notice. What comes later is marked as later; grave matters wait for the next meeting.",
    ],
);

pub(super) static SUPPLEMENT_NOT_ALLOWED: Text = refused(
    ["不设补充通知", "no supplementary notice"],
    [
        "章程文件没有许可补充通知（notice.supplement），通知发出后不能再列入通知。请作为后来增加的事项登记，或留待下次会议。",
        "The charter file allows no supplementary notice (notice.supplement), so nothing is added to one that went out. Enter the item as a later one, or keep it for the next meeting.",
    ],
    [
        "通知已经发出，章程没有规定可以补充。该事项只能作为后来增加的事项提出，或留待下次会议。",
        "The notice went out, and the charter provides for no supplement. The matter can be raised as a later item only, or at the next meeting.",
    ],
);

pub(super) static SUPPLEMENT_SHORT: Text = refused(
    ["补充通知已晚", "too late to supplement"],
    [
        "补充通知距会期只有{=days}日，少于{=minimum}日。请核对日期；不足的只能作为后来增加的事项登记。",
        "The supplement comes {=days} {days|day|days} before the meeting, and {=minimum} are asked for. Check the day; otherwise enter a later item.",
    ],
    [
        "补充通知也要满足通知期（{=minimum}日），现在已经来不及。请留待下次会议，或作为后来增加的事项提出。",
        "A supplement keeps the period of notice too ({=minimum} days), and it is too late for that. Keep the matter for the next meeting, or raise it as a later item.",
    ],
);

pub(super) static SUPPLEMENT_PARTIAL: Text = refused(
    ["补充通知须发给全体", "supplement goes to all"],
    [
        "补充通知漏了{left#}。请发给名册上的全体成员，再登记。",
        "The supplement leaves out {left#}. Send it to everybody on the roll, then enter it.",
    ],
    [
        "议程的补充要让全体成员都知道，现在漏了{left#}。请补齐后再列入议程。",
        "An addition to the agenda is for everybody to know, and {left#} would not. Complete it before the item goes on the agenda.",
    ],
);

pub(super) static NOTICE_PAST: Text = refused(
    ["会前手续已过", "past the notice"],
    [
        "会议已经开始，不再登记通知和回执。到会、委派和请假请在签到处登记。",
        "The meeting has begun, and notices and replies are not entered any more. Who is here, represented or excused is entered at the door.",
    ],
    [
        "会议已经开始，以实际到会为准，回执不再起作用。请看签到。",
        "The meeting has begun, and who is in the room is what counts, not what was announced. Look at the attendance.",
    ],
);

pub(super) static NOT_ALL_REACHED: Text = noted(
    ["通知未送达全体", "notice not sent to all"],
    ["会议通知没有送达名册上的全体成员", "the notice did not reach everybody on the roll"],
    [
        "名册{roll#}中有{left#}没有送达通知的登记。请核对是漏登还是漏发，并记入会议记录。",
        "Of {roll#} on the roll, {=left} {left|has|have} no notice on record. Check whether it was not sent or not entered, and have it minuted.",
    ],
    [
        "有{left#}没有送达通知的记录，缺席者日后可能提出异议。请问明其是否知悉；不知悉的，重大事项宜缓议。",
        "For {left#} no notice is on record, and if absent they may object later. Ask whether they know of the meeting; if not, better put grave matters off.",
    ],
);

pub(super) static SAME_PERSON: Text = noted(
    ["一人代表两家", "one person, two members"],
    ["同一人代表两个成员", "one person stands for two members"],
    [
        "“{name}”已经是{other}的参会人，现又登记为{unit}的。请核对是否同名；确是同一人的，写明理由。",
        "“{name}” is entered for {other} already, and now for {unit}. Check whether two people have one name; if it is the same person, give a reason.",
    ],
    [
        "“{name}”同时代表{other}和{unit}。一人宜只代表一家；另一家可改派他人，或出具委托书由其他成员代为表决。",
        "“{name}” stands for both {other} and {unit}. One person should stand for one member; the other can send somebody else, or give a letter of proxy.",
    ],
);

pub(super) static LETTER_TO_COMPLETE: Text = noted(
    ["委托书待补", "letter to be completed"],
    [
        "回执所附的授权委托书不全，会前须补齐",
        "a letter of proxy sent with a reply is incomplete, to be mended before the meeting",
    ],
    [
        "{unit}的授权委托书还缺：{lacking}。回执照收；请在会前补齐，否则签到时不能用，预测中也不计。",
        "Missing from the proxy letter of {unit}: {lacking}. The reply is kept; have the letter completed before the meeting, or the door refuses it. The forecast leaves it out.",
    ],
    [
        "{unit}的授权委托书缺{lacking}，照此不能由别人代为表决。请在开会前补齐，或改派代表。",
        "The proxy letter of {unit} does not state all it must ({lacking}), and nobody can vote by it. Have it completed before the opening, or a delegate sent.",
    ],
);

pub(super) static PROXY_BEYOND_LIMIT: Text = noted(
    ["超过受托上限", "more proxies than allowed"],
    ["回执中委托同一成员的超过上限", "more proxies announced for one member than it may hold"],
    [
        "{holder}一家最多受托{=limit}家，已有别家委托。回执照收；请通知委托方改托他人，否则签到时不能用。",
        "{holder} may hold {=limit} {limit|proxy|proxies}, and another member has named it already. The reply is kept; have this member name somebody else, or the door refuses it.",
    ],
    [
        "委托{holder}的已超过上限（{=limit}家），多出的到时不能用。请委托方改托其他到会成员，或自派代表。",
        "More members have entrusted {holder} than the {=limit} allowed, and those beyond cannot be used. Let them name another member present, or send a delegate.",
    ],
);

pub(super) static NOMINATION_LATE: Text = noted(
    ["提名逾期", "late nomination"],
    ["提名在截止日期之后提出", "a nomination came after its last day"],
    [
        "“{name}”的提名晚于截止日期（{until}）。请核对日期；仍要收下的，写明理由。",
        "The nomination of “{name}” came after the last day for it ({until}). Check the day; to take it all the same, give a reason.",
    ],
    [
        "提名截止于{until}，“{name}”的提名来迟了。收下会对守期的人不公，可由大会决定；收下的，说明理由，记入会议记录。",
        "Nominations closed on {until}, and that of “{name}” came later. Taking it may be unfair to those in time: let the meeting decide, and give the reason for the minutes.",
    ],
);

pub(super) static UNKNOWN_REQUISITION: Text = refused(
    ["没有这份联署", "no such list"],
    [
        "没有第{=requisition}号联署，或它已经开过会，或提请的是别的会议。请核对编号、机构和召集方式。",
        "There is no list number {=requisition}, or it led to a meeting already, or it asks for another meeting. Check number, body and way of convening.",
    ],
    [
        "找不到可用的联署名单（第{=requisition}号）。请出示签名名单，由记录人另行登记。",
        "There is no list of signatures to go by (number {=requisition}). Produce the signed list and have it entered.",
    ],
);
