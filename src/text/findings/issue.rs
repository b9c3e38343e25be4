//! Texts about minutes as a paper: versions, approval, signatures, slips.

use super::{Text, noted, refused};

pub(super) static MEETING_NOT_CLOSED: Text = refused(
    ["尚未闭会", "not closed yet"],
    [
        "{meeting}还没有闭会，不能编发会议记录。请先闭会，或指明是哪一次会议。",
        "{meeting} is not closed, so there are no minutes to issue. Close it first, or name the meeting meant.",
    ],
    [
        "会议记录在闭会后编发。请先宣布闭会。",
        "Minutes are issued once the meeting is over. Declare it closed first.",
    ],
);

pub(super) static MINUTES_SETTLED: Text = refused(
    ["会议记录已定稿", "minutes settled"],
    [
        "会议记录第{=version}稿已经通过或签署，文字和稿次不再改动。要改，先重新打开会议记录并写明理由；已发布的，出更正单。",
        "Version {=version} of the minutes is approved or signed, and texts and versions no longer change. To change them reopen the minutes with a reason first; once published, issue a correction slip.",
    ],
    [
        "会议记录第{=version}稿已经定稿。确需改动，请说明理由，由记录人重新打开，或出更正单。",
        "Version {=version} of the minutes stands. If it must change, say why: the recorder reopens it or issues a correction slip.",
    ],
);

pub(super) static UNKNOWN_VERSION: Text = refused(
    ["没有这一稿", "no such version"],
    [
        "这次会议的会议记录没有第{=version}稿。请先编发一稿，或核对稿次。",
        "The minutes of this meeting have no version {=version}. Issue one first, or check the number.",
    ],
    [
        "会议记录第{=version}稿不存在。请让记录人核对是哪一稿。",
        "There is no version {=version} of these minutes. Have the recorder see which one is meant.",
    ],
);

pub(super) static VERSION_OUTDATED: Text = refused(
    ["已有新稿", "a newer version"],
    [
        "第{=version}稿已被第{=newest}稿取代，只能办理最新一稿。请改用第{=newest}稿。",
        "Version {=version} gave way to version {=newest}; only the latest can be dealt with. Use version {=newest}.",
    ],
    [
        "手里的第{=version}稿不是最新的，最新的是第{=newest}稿。请换成最新一稿再办。",
        "Version {=version} at hand is not the latest, which is {=newest}. Take that one instead.",
    ],
);

pub(super) static VERSION_REOPENED: Text = refused(
    ["此稿已重新打开", "version reopened"],
    [
        "第{=version}稿已重新打开，不再作数。请改好后编发新的一稿。",
        "Version {=version} was reopened and no longer counts. Issue a new one when the changes are made.",
    ],
    [
        "第{=version}稿已经收回修改。请等新稿编发后再通过、签署。",
        "Version {=version} was taken back for changes. Wait for the new one before approving or signing.",
    ],
);

pub(super) static COMPILED_TOO_EARLY: Text = refused(
    ["编稿已过时", "compiled too early"],
    [
        "这一稿是按会议簿第{=entry}条编成的，此后会议记录又有变动。请重新编稿再编发。",
        "This text was compiled at entry {=entry}, and the minutes have changed since. Compile it anew, then issue it.",
    ],
    [
        "编稿之后记录又有改动，这一稿不是最新内容。请让记录人重新编稿。",
        "The record has moved on since this text was made. Have the recorder compile it again.",
    ],
);

pub(super) static NOT_A_DIGEST: Text = refused(
    ["不是摘要", "not a digest"],
    [
        "SHA-256摘要应是64个小写十六进制字符。请照原样抄全。",
        "A SHA-256 digest is 64 small hexadecimal letters. Copy the whole of it.",
    ],
    [
        "文件的摘要不完整，无法核对是不是同一份文件。请重新计算。",
        "The digest is not whole, and does not say which file is meant. Have it computed again.",
    ],
);

pub(super) static ONE_OF_TWO: Text = refused(
    ["二者取一", "one of two"],
    [
        "“{field}”和“{instead}”须填一项，也只能填一项。请补上或去掉一项。",
        "Give either “{field}” or “{instead}”, and not both. Fill in one or take one out.",
    ],
    [
        "“{field}”与“{instead}”两者请说明其一，不能都有，也不能都没有。",
        "Say one of the two: “{field}” or “{instead}”, neither both nor none.",
    ],
);

pub(super) static UNKNOWN_REMARK: Text = refused(
    ["没有这条意见", "no such remark"],
    [
        "对会议记录草稿没有第{=remark}条意见。请核对编号。",
        "There is no remark {=remark} on the draft of these minutes. Check the number.",
    ],
    [
        "找不到对草稿的第{=remark}条意见。请说明是谁、对哪一项提的。",
        "Remark {=remark} on the draft is not found. Say whose it was and on which item.",
    ],
);

pub(super) static REMARKS_UNANSWERED: Text = noted(
    ["意见未答复", "remarks unanswered"],
    ["对会议记录草稿的意见还有未答复的", "remarks on the draft of the minutes still unanswered"],
    [
        "对草稿的意见还有{=left}条没有答复。请先答复；要照此办理，请写明理由。",
        "{=left} {left|remark|remarks} on the draft {left|has|have} no answer. Answer first; to go on, give a reason.",
    ],
    [
        "成员提的意见还有{=left}条没有答复。请逐条说明采纳与否，或说明为何现在就办。",
        "Members' remarks still wait for a word, {=left} in all. Say of each whether it is taken up, or why this cannot wait.",
    ],
);

pub(super) static CHANGED_SINCE_ISSUED: Text = noted(
    ["编发后有改动", "changed since issued"],
    [
        "此稿编发后会议记录的文字或内容又有改动",
        "texts or record changed since this version was issued",
    ],
    [
        "第{=version}稿编发之后，文字或记录又有改动，通过的将是改动之前的内容。请编发新稿；要照此通过，请写明理由。",
        "Texts or the record changed after version {=version} was issued, and what is approved is the state before. Issue a new version; to go on, give a reason.",
    ],
    [
        "会场手里的第{=version}稿不含最近的改动。请先换新稿再付通过，或说明理由。",
        "Version {=version} in the members' hands lacks the latest changes. Put a new one before them, or say why not.",
    ],
);

pub(super) static MINUTES_OVERTAKEN: Text = noted(
    ["会议记录须改", "minutes overtaken"],
    [
        "已定稿的会议记录与更正后的内容不符，须重新打开或出更正单",
        "settled minutes say otherwise than the correction; they are reopened or a slip is issued",
    ],
    [
        "{meeting}的会议记录第{=version}稿{state}，所载与这次更正不符。请重新打开会议记录，签署后也可以出更正单；已发布的，出更正单。",
        "Version {=version} of the minutes of {meeting} is {state} and says otherwise than this correction. Reopen them, or issue a slip once they are signed; once published, issue a slip.",
    ],
    [
        "{meeting}的会议记录第{=version}稿{state}，与更正后的内容不符。请记录人重新打开，或出更正单，并告知已收到原稿的人。",
        "Version {=version} of the minutes of {meeting} is {state} and no longer agrees with the record. Have the recorder reopen it or issue a slip, and tell those who have it.",
    ],
);

pub(super) static SIGNATURES_LEFT_BEHIND: Text = noted(
    ["前稿已有签名", "earlier one signed"],
    [
        "前一稿上已有签名，新稿须重新签署",
        "the version before bears signatures; the new one is signed anew",
    ],
    [
        "第{=version}稿上已有人签名，编发新稿后须在新稿上重签。要编发，请写明理由。",
        "Version {=version} bears signatures already; a new one has to be signed anew. To issue it, give a reason.",
    ],
    [
        "第{=version}稿已有人签过。换新稿要请他们重签，请说明为什么换。",
        "Somebody has signed version {=version}. A new one has to be signed again: say why it is needed.",
    ],
);

pub(super) static NOT_A_LATER_MEETING: Text = refused(
    ["不是以后的会议", "no later meeting"],
    [
        "第{=decision}项决定不是这次会议之后的会议作出的，不能据以通过会议记录。请核对决定的编号。",
        "Decision {=decision} is not of a meeting held after this one and cannot approve its minutes. Check the number.",
    ],
    [
        "会议记录由以后的会议通过，第{=decision}项决定不是。请指明通过会议记录的那项决定。",
        "Minutes are approved by a later meeting, and decision {=decision} is none. Name the decision that did.",
    ],
);

pub(super) static DAY_TOO_EARLY: Text = refused(
    ["早于闭会", "before the closing"],
    [
        "会议在{time}闭会，此前不会有会议记录可以通过、签署或发布。请核对日期。",
        "The meeting closed on {time}, and before that there were no minutes to approve, sign or publish. Check the day.",
    ],
    [
        "所报日期早于闭会那天（{time}）。请再说一遍是哪一天。",
        "The day given lies before the closing ({time}). Say the day again.",
    ],
);

pub(super) static SIGNED_BEFORE_APPROVAL: Text = noted(
    ["先签后通过", "signed first"],
    ["会议记录未经通过即签署", "the minutes were signed before they were approved"],
    [
        "第{=version}稿还没有通过就签署。有的团体先签署再提交会议通过；确属如此，请写明理由。",
        "Version {=version} is signed before it is approved. Some houses sign first and then lay it before the meeting; if so, give a reason.",
    ],
    [
        "第{=version}稿尚未通过。请先通过再签，或说明本会惯例是先签。",
        "Version {=version} is not approved. Approve it before signing, or say that signing first is the custom here.",
    ],
);

pub(super) static SIGNED_BY_ANOTHER: Text = noted(
    ["他人签名", "signed by another"],
    [
        "签名的不是记录所载的主持人、记录人或监票计票人",
        "signed by another than the record names for this role",
    ],
    [
        "记录所载应由“{=named}”签名，现由“{=name}”签。请核对；确由他人代签，请写明理由。",
        "The record names “{=named}” for this signature, and “{=name}” signs. Check; if another signs for them, give a reason.",
    ],
    [
        "应签名的是“{=named}”，而不是“{=name}”。请其本人签，或说明为何由他人签。",
        "It is for “{=named}” to sign and not for “{=name}”. Have them sign, or say why another does.",
    ],
);

pub(super) static SIGNED_ALREADY: Text = refused(
    ["已经签过", "signed already"],
    [
        "“{=name}”已经以这种身份、用这种方式签过这一稿。无须再登记。",
        "“{=name}” has signed this version in this role and in this way. Nothing more is to be entered.",
    ],
    [
        "“{=name}”的签名已在记录中，不必重签。请看还有谁未签。",
        "The signature of “{=name}” is on record. See who has still to sign.",
    ],
);

pub(super) static STILL_DRAFT: Text = refused(
    ["仍是草稿", "still a draft"],
    [
        "第{=version}稿仍是草稿，不能发布。请先通过并签署。",
        "Version {=version} is still a draft and is not published. Have it approved and signed first.",
    ],
    [
        "草稿只供提意见，不对外发布。请先把第{=version}稿付诸通过。",
        "A draft goes round for remarks only. Put version {=version} up for approval first.",
    ],
);

pub(super) static NOT_SIGNED: Text = noted(
    ["未签先发", "published unsigned"],
    ["会议记录未经签署即发布", "the minutes were published before they were signed"],
    [
        "第{=version}稿已通过而未签署。请先请主持人和记录人签名；要先发布，请写明理由。",
        "Version {=version} is approved and not signed. Have presider and recorder sign first; to publish it before, give a reason.",
    ],
    [
        "第{=version}稿还没有签名。请先签，或说明为何急于发布。",
        "Version {=version} lacks the signatures. Sign it, or say why it goes out without them.",
    ],
);

pub(super) static TELLERS_NOT_SIGNED: Text = noted(
    ["监计票人未签", "tellers unsigned"],
    [
        "会上有选举，监票人、计票人还没有都签名",
        "an election was held, and not all who counted have signed",
    ],
    [
        "会上有选举，还没有签名的有：{=names}。请补签；要先发布，请写明理由。",
        "An election was held, and these have not signed: {=names}. Have them sign; to publish now, give a reason.",
    ],
    [
        "选举结果应由监票人、计票人签名，尚缺：{=names}。请他们签名，或说明理由。",
        "Those who counted the election sign as well, and these are missing: {=names}. Ask them to, or say why not.",
    ],
);

pub(super) static NOTHING_TO_REOPEN: Text = refused(
    ["没有可重开的", "nothing to reopen"],
    [
        "会议记录还是草稿，文字可以直接改，不必重新打开。请直接修改。",
        "The minutes are still a draft: change the texts as they are, nothing has to be reopened.",
    ],
    [
        "会议记录还没有通过，要改现在就可以改。请说出要改什么。",
        "The minutes are not approved yet and can be changed now. Say what is to change.",
    ],
);

pub(super) static MINUTES_PUBLISHED: Text = refused(
    ["已经发布", "published"],
    [
        "第{=version}稿已经发布，不能重新打开。要改正，请出更正单：原文不动，另纸更正。",
        "Version {=version} is published and is not reopened. Issue a correction slip: what went out stays as it is.",
    ],
    [
        "第{=version}稿已经发出去，收不回来。发现错误，请让记录人出更正单。",
        "Version {=version} is out of the house. For a mistake in it have the recorder write a correction slip.",
    ],
);

pub(super) static LATER_MINUTES_APPROVED: Text = refused(
    ["后次记录已通过", "later minutes approved"],
    [
        "后来的{meeting}的会议记录已经通过，这一次的不能再重新打开。要改正，请出更正单。",
        "The minutes of a later meeting ({meeting}) are approved, so these are not reopened. Issue a correction slip instead.",
    ],
    [
        "后一次会议（{meeting}）的会议记录都已通过，前一次的不能再动。有错请用更正单。",
        "Later minutes ({meeting}) build on these and are approved. Use a correction slip for a mistake.",
    ],
);

pub(super) static REOPENS: Text = noted(
    ["重新打开记录", "minutes reopened"],
    ["已通过或签署的会议记录重新打开", "approved or signed minutes were reopened"],
    [
        "第{=version}稿已经通过或签署；重新打开后它不再作数，须编发新稿、重新通过和签署，理由印在会议记录上。请写明理由。",
        "Version {=version} is approved or signed; reopened it no longer counts, a new one is issued, approved and signed, and the reason is printed in it. Give the reason.",
    ],
    [
        "重新打开会推翻已通过的第{=version}稿，之后要再通过一次。请说明必须重开的理由。",
        "This undoes version {=version} as approved, and the meeting has to approve again. Say why it must be.",
    ],
);

pub(super) static SLIP_TOO_EARLY: Text = refused(
    ["尚未签署", "not signed yet"],
    [
        "第{=version}稿还没有签署，不用更正单。草稿请直接改；已通过的请重新打开。",
        "Version {=version} is not signed, and no slip is needed. Change a draft as it is; reopen what is approved.",
    ],
    [
        "更正单用于签署以后。第{=version}稿未签，请直接改正文字再签。",
        "A slip is for what is signed. Version {=version} is not: put the text right and sign that.",
    ],
);
