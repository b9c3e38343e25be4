//! Texts about what happens between meetings: cases, permits, reviews, offices.

use super::{Text, noted, refused};

pub(super) static UNKNOWN_CASE: Text = refused(
    ["没有这件卷宗", "no such case"],
    ["没有第{=case}号卷宗。请核对编号。", "There is no case {=case}. Check its number."],
    [
        "说到的第{=case}号卷宗不存在。请记录人核对编号。",
        "Case {=case} does not exist. Have the recorder check its number.",
    ],
);

pub(super) static CASE_OVER: Text = refused(
    ["卷宗已办结", "case is over"],
    [
        "第{=case}号卷宗已经办结或终止，不再办理。需要再办的，请另立一件。",
        "Case {=case} is done or was ended, and nothing more is entered in it. Open a new one if it comes up again.",
    ],
    [
        "第{=case}号卷宗已经办结。要重新处理，请另行提出。",
        "Case {=case} is over. If it is to be dealt with again, a new one is opened.",
    ],
);

pub(super) static CASE_WAITS: Text = refused(
    ["等候会议表决", "waits for a meeting"],
    [
        "第{=case}号卷宗已列入{meeting}的议程第{=item}项，等候表决，现在不能再办下一步。",
        "Case {=case} stands on the agenda of {meeting} as item {=item} and waits for its vote; no further step is entered now.",
    ],
    [
        "第{=case}号卷宗在议程第{=item}项，表决后再办下一步。",
        "Case {=case} is item {=item} of the agenda; its next step comes after the vote.",
    ],
);

pub(super) static CASE_OPEN_ALREADY: Text = refused(
    ["已有在办卷宗", "a case is open already"],
    [
        "“{=name}”的同类卷宗第{=case}号还在办理，请在那一件中继续。",
        "Case {=case} of the same kind about “{=name}” is still open. Go on with that one.",
    ],
    [
        "同一事项已有第{=case}号卷宗在办，不重复立卷。",
        "The same thing is being dealt with in case {=case}; it is not opened twice.",
    ],
);

pub(super) static PROCEDURE_DESCRIBES: Text = refused(
    ["不按卷宗办理", "not kept as a case"],
    [
        "“{procedure}”在章程文件中只是说明，不立卷宗。请核对程序名。",
        "“{procedure}” is only described in the charter file and no cases are kept of it. Check the name of the procedure.",
    ],
    [
        "“{procedure}”不用立卷，按章程条文办理即可。",
        "“{procedure}” needs no case of its own; the charter's articles say how it goes.",
    ],
);

pub(super) static CASE_NAMES_NOTHING: Text = refused(
    ["未写明条项", "item not named"],
    [
        "“{procedure}”须写明所涉及的条项，例如违反了哪一项义务。请至少选一项。",
        "“{procedure}” has to name the items concerned, such as which duty was broken. Choose at least one.",
    ],
    [
        "“{procedure}”须有具体条项作依据。请说明是哪一项。",
        "“{procedure}” rests on a definite item. Say which.",
    ],
);

pub(super) static CASE_NOT_VOTED: Text = refused(
    ["不经表决", "takes no vote"],
    [
        "第{=case}号卷宗的程序没有表决一步，不列入议程。请直接办理下一步。",
        "The procedure of case {=case} has no vote, so it is not put on an agenda. Go on with its next step.",
    ],
    [
        "这件事按章程不经表决，由承办方办理。",
        "By the charter this takes no vote; whoever is in charge deals with it.",
    ],
);

pub(super) static STEP_FIRST: Text = refused(
    ["前一步未办", "a step is missing"],
    ["先要办完“{step}”，才能办这一步。", "“{step}” comes before this step. Take it first."],
    [
        "程序还缺“{step}”，不能跳过。请承办方补办。",
        "The procedure still lacks “{step}”, which cannot be passed over. Have it done first.",
    ],
);

pub(super) static STEP_REQUIRED: Text = refused(
    ["章程要求的步骤", "asked for by the charter"],
    [
        "“{step}”是章程要求的，不能略过。只有注明“建议”的步骤可以说明理由略过。",
        "“{step}” is asked for by the charter and cannot be passed over. Only recommended steps can, with a reason.",
    ],
    [
        "“{step}”是章程要求的，必须办理。",
        "“{step}” is asked for by the charter and has to be done.",
    ],
);

pub(super) static STEP_OF_ANOTHER: Text = refused(
    ["不属其职责", "belongs to another"],
    [
        "“{step}”由{provider}办理，不能记在别的机构或职务名下。",
        "“{step}” is the business of {the provider} and is not entered for another body or office.",
    ],
    [
        "“{step}”是{provider}的职责。请交由其办理。",
        "“{step}” belongs to {the provider}. Leave it to them.",
    ],
);

pub(super) static STEP_IS_VOTE: Text = refused(
    ["由会议表决", "decided by a vote"],
    [
        "“{step}”由会议表决，不能直接登记。请把卷宗列入议程。",
        "“{step}” is decided by the vote of a meeting and is not simply entered. Put the case on an agenda.",
    ],
    [
        "“{step}”须经会议表决。请列入议程。",
        "“{step}” takes the vote of a meeting. Put it on the agenda.",
    ],
);

pub(super) static BEFORE_THE_CASE: Text = refused(
    ["早于立卷", "before the case"],
    [
        "日期早于立卷之日{time}。请核对日期。",
        "The day is before {time}, when the case was opened. Check the day.",
    ],
    [
        "日期早于立卷之日{time}，请记录人核对。",
        "The day is before {time}, when the case was opened. Have it checked.",
    ],
);

pub(super) static CONDITION_UNANSWERED: Text = refused(
    ["条件未核对", "condition not checked"],
    [
        "条件“{condition}”还没有核对。每项条件都要写明是否符合和凭什么材料。",
        "The condition “{condition}” is not checked yet. Say of each condition whether it is met and what shows it.",
    ],
    [
        "条件“{condition}”还没有核对，不能提交表决。",
        "The condition “{condition}” has not been checked, so it cannot be put to the vote.",
    ],
);

pub(super) static CONDITION_UNMET: Text = refused(
    ["条件不符合", "condition not met"],
    [
        "条件“{condition}”不符合，这一步不能办结。可以要求补正后再核对，或终止卷宗并写明理由。",
        "The condition “{condition}” is not met, so this step is not done. Ask for what is missing and check again, or end the case with the reason.",
    ],
    [
        "申请人不符合条件“{condition}”，按章程不能接纳。",
        "The applicant does not meet the condition “{condition}” and cannot be admitted under the charter.",
    ],
);

pub(super) static CONDITION_UNPROVEN: Text = refused(
    ["缺证明材料", "evidence missing"],
    [
        "条件“{condition}”写为符合，却没有写明凭什么材料。请补上。",
        "The condition “{condition}” is said to be met, but nothing is named that shows it. Add it.",
    ],
    [
        "条件“{condition}”没有材料证明，请承办方补齐。",
        "Nothing shows that the condition “{condition}” is met. Have it supplied.",
    ],
);

pub(super) static UNKNOWN_PERMIT: Text = refused(
    ["没有这项授权或许可", "no such permit"],
    [
        "没有第{=permit}号授权或许可，或它已随决议作废。请核对编号。",
        "There is no permit {=permit}, or it fell with its decision. Check the number.",
    ],
    [
        "第{=permit}号授权或许可不存在，请核对。",
        "Permit {=permit} does not exist. Check the number.",
    ],
);

pub(super) static NO_REVIEW: Text = refused(
    ["章程没有评审", "no review in the charter"],
    [
        "章程没有规定对成员的评审，不能登记。",
        "The charter knows no review of members, so none is entered.",
    ],
    ["章程没有规定对成员的评审。", "The charter knows no review of members."],
);

pub(super) static NOT_THE_HOLDER: Text = refused(
    ["不是任职者", "does not hold the office"],
    [
        "“{=name}”当日并不担任{office}。请核对姓名、职务和日期。",
        "“{=name}” does not hold the office of {office} on that day. Check name, office and day.",
    ],
    ["“{=name}”不是{office}，不能这样办理。", "“{=name}” is not {office}, so this cannot be done."],
);

pub(super) static NOBODY_ACTS: Text = refused(
    ["章程未规定代行", "nobody acts for it"],
    [
        "章程没有规定谁可以代行{office}的职权，不能登记。",
        "The charter does not say who may act for the office of {office}, so no one is entered.",
    ],
    ["章程没有规定{office}的代行人。", "The charter lets nobody act for the office of {office}."],
);

pub(super) static TERM_ENDS_FIRST: Text = refused(
    ["止期早于起期", "ends before it begins"],
    [
        "结束日期早于开始日期{time}。请核对日期。",
        "It would end before it begins on {time}. Check the days.",
    ],
    [
        "期限的结束早于开始{time}，请核对。",
        "It would end before it begins on {time}. Have it checked.",
    ],
);

pub(super) static STEP_PASSED_OVER: Text = noted(
    ["建议的步骤未办", "recommended step not taken"],
    ["有建议的步骤没有办理", "a recommended step was not taken"],
    [
        "“{step}”是建议的步骤，还没有办理。确实要略过，请写明理由，理由将记入会议记录。",
        "“{step}” is recommended and has not been taken. If it is to be passed over, give the reason; it stands in the minutes.",
    ],
    [
        "“{step}”还没有办理。章程没有强制，但略过容易引起争议，请说明理由。",
        "“{step}” has not been done. The charter does not force it, but passing it over invites dispute; give a reason.",
    ],
);

pub(super) static INTERESTED_VOTES: Text = noted(
    ["当事成员参加表决", "the member concerned votes"],
    ["当事成员没有回避", "the member concerned is not recused"],
    [
        "{unit}是本项的当事成员，又在表决名单中。请先登记回避；确实不回避的，请写明理由。",
        "{unit} is concerned by this item and is among those who vote. Enter its recusal first, or give the reason why it votes.",
    ],
    [
        "{unit}与本项有直接利害关系，请其回避；不回避的请说明理由。",
        "{unit} is directly concerned by this item and should withdraw; if it does not, state the reason.",
    ],
);
