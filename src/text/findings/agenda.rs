//! Texts about the agenda, the power to decide, what must be on file, and motions.

use super::{Text, noted, refused};

pub(super) static UNKNOWN_ITEM: Text = refused(
    ["没有这一项", "no such item"],
    [
        "议程里没有第{=item}项。请核对编号。",
        "There is no item {=item} on the agenda. Check the number.",
    ],
    [
        "议程里没有第{=item}项。要讨论新的事项，请先列入议程。",
        "There is no item {=item} on the agenda. To take up something new, put it on the agenda first.",
    ],
);

pub(super) static ITEM_ENDED: Text = refused(
    ["该项已议毕", "item is over"],
    [
        "议程第{=item}项已经结束。请核对是不是要登记到别的一项。",
        "Item {=item} is over. Check whether another item is meant.",
    ],
    [
        "议程第{=item}项已经结束，不再重开。确须再议的，请作为新的一项列入议程。",
        "Item {=item} is over and is not opened again. If it must be, put it on the agenda as a new item.",
    ],
);

pub(super) static ITEM_UNDECIDED: Text = refused(
    ["该项未了", "item not settled"],
    [
        "第{=item}项“{=title}”还没有结论。请核对是否漏记表决结果，或登记缓议、转交、移至下次会议。",
        "Item {=item}, “{=title}”, is not settled. Check whether a result was not entered, or postpone, refer or carry it over.",
    ],
    [
        "第{=item}项“{=title}”还没有结论，不能转入下一项。请付表决，或宣布缓议。",
        "Item {=item}, “{=title}”, is not settled, and the meeting cannot pass on. Put it to the vote, or postpone it.",
    ],
);

pub(super) static NO_ITEM: Text = refused(
    ["不在审议中", "item is not in hand"],
    [
        "现在审议的不是第{=item}项。请先登记进入该项，再登记议案或表决。",
        "Item {=item} is not in hand. Enter that it is taken up, then the motion or the vote.",
    ],
    [
        "第{=item}项还没有开始审议，不能提案或表决。请先宣布进入该项。",
        "Item {=item} has not been taken up, so nothing can be moved or voted on it. Announce it first.",
    ],
);

pub(super) static NOT_ON_NOTICE_WARN: Text = noted(
    ["未列入通知", "not on the notice"],
    ["事项未列入会议通知", "the matter was not on the notice"],
    [
        "“{matter}”没有列入会议通知。请核对通知；当场增加的，写明理由。",
        "“{matter}” was not on the notice. Check the notice; to add it now, give a reason.",
    ],
    [
        "“{matter}”没有列入通知，缺席成员事先不知道。请问明会议有无异议，说明增加的理由；也可以移至下次会议。",
        "“{matter}” was not on the notice, and those absent did not expect it. Ask whether anyone objects and give the reason, or leave it to the next meeting.",
    ],
);

pub(super) static NOT_ON_NOTICE_GRAVE: Text = refused(
    ["重大事项未通知", "grave and not on the notice"],
    [
        "“{matter}”没有列入会议通知，不能当场增加。请核对通知上的议程。",
        "“{matter}” was not on the notice and cannot be added in the meeting. Check the agenda on the notice.",
    ],
    [
        "“{matter}”事关重大，须事先列入通知，今天不能表决。请写进下次会议的通知，并附材料。",
        "“{matter}” is too grave to be voted on without notice, so not today. Put it on the notice of the next meeting, with its papers.",
    ],
);

pub(super) static CANNOT_REFER: Text = refused(
    ["不能转交", "cannot be referred"],
    [
        "“{matter}”不能转交{body}：{because}。请核对转交的机构。",
        "“{matter}” cannot be referred to {the body}: {because}. Check the body.",
    ],
    [
        "{body}无权决定“{matter}”，转交也不能生效。请在本会议议决，或移至下次会议。",
        "{the body} has no power over “{matter}”, and referring it would have no effect. Decide it here, or carry it over.",
    ],
);

pub(super) static POWER_EXCLUDED: Text = refused(
    ["闭会期间也无权", "never delegated"],
    [
        "“{matter}”不在授权范围内，{body}不能代为议决。请核对事项和机构。",
        "“{matter}” is not among the powers delegated, and {the body} cannot decide it. Check the matter and the body.",
    ],
    [
        "“{matter}”属于不得代行的职权，即使在闭会期间，{body}也无权决定。今天可以讨论，不能表决。",
        "“{matter}” is a power that is never delegated: not even while the other body is closed may {the body} decide it. It can be discussed today, not voted on.",
    ],
);

pub(super) static NOT_IN_RECESS: Text = refused(
    ["尚未闭会", "not closed yet"],
    [
        "{detail}还没有闭会，{body}现在不能决定“{matter}”。请核对{detail}是否已经登记闭会。",
        "Not closed yet: {the detail}. Until it is, {the body} cannot decide “{matter}”. Check whether its closing was entered.",
    ],
    [
        "只有在{detail}闭会期间，{body}才能决定“{matter}”；休会不是闭会。请待闭会后再议。",
        "Only while {the detail} is closed may {the body} decide “{matter}”, and a break is not closing. Wait until it is closed.",
    ],
);

pub(super) static OTHER_BODY: Text = refused(
    ["属其他机构职权", "another body's business"],
    [
        "“{matter}”不由{body}决定。请核对事项，或换成有权的机构。",
        "“{matter}” is not for {the body} to decide. Check the matter, or the body that has the power.",
    ],
    [
        "按照章程，{body}无权决定“{matter}”，表决了也不生效。",
        "By the charter {the body} has no power over “{matter}”, and a vote on it would have no effect.",
    ],
);

pub(super) static MISSING_PRECONDITION: Text = refused(
    ["前置材料未备", "a paper is missing"],
    [
        "“{matter}”还缺：{detail}。请核对材料是否已经收到，登记后再提出。",
        "Missing for “{matter}”: {detail}. Check whether it has come in, and file it before the motion.",
    ],
    [
        "缺{detail}，这一项不能付表决。请先备齐，或移至下次会议。",
        "Without this the item cannot be put: {detail}. Have it provided, or carry the item over.",
    ],
);

pub(super) static EDITORIAL_IS_AMENDMENT: Text = refused(
    ["改章程须走修改程序", "this is an amendment"],
    [
        "章程的文字不能当作笔误更正。请核对要改的是不是会议的决定。",
        "The charter's own text is not corrected as a slip. Check whether it is a decision that is to be corrected.",
    ],
    [
        "改动章程的任何文字都是修改章程，笔误也不例外。请作为章程修改案，按规定程序提出。",
        "Any change of the charter's text is an amendment, slips included. Bring it as an amendment, by the procedure laid down.",
    ],
);

pub(super) static SUBJECT_MISSING: Text = refused(
    ["未写明对象", "nobody named"],
    [
        "“{matter}”须写明涉及哪些单位或人；已表决过一部分的，须写明还剩哪些。请填写。",
        "“{matter}” must say whom it concerns and, where some were voted on already, who is left. Fill that in.",
    ],
    [
        "“{matter}”还没有说明针对谁，表决结果无法落实。请说明单位或人名。",
        "“{matter}” does not say whom it concerns, and its result could not be carried out. Name the units or persons.",
    ],
);

pub(super) static SUBJECT_UNFIT: Text = refused(
    ["对象不符", "does not fit the matter"],
    [
        "“{=name}”的“{field}”与这类事项不符。请核对。",
        "“{=name}” does not fit this matter ({field}). Check it.",
    ],
    [
        "“{=name}”不能作为这类事项的对象（{field}不符）：可能已经是成员、不是成员，或该职务不由本机构产生。请说明清楚再提。",
        "“{=name}” cannot be the subject of this matter ({field}): it may be a member already, or none, or the office is not this body's to fill. Make it clear and move it again.",
    ],
);

pub(super) static SUBJECT_SETTLED: Text = refused(
    ["对象已有结果", "subject is settled"],
    [
        "所选的对象已有表决结果，或不在这项议案中。请核对选了哪些对象。",
        "A subject chosen here has its result already, or is not in this motion. Check which were chosen.",
    ],
    [
        "对同一对象不再重复表决。请只把还没有结果的对象付表决。",
        "No subject is voted on twice. Put only those that have no result yet.",
    ],
);

pub(super) static TERM_EXPIRED: Text = noted(
    ["任期已满", "term is over"],
    [
        "本届任期已满，继续履职至下一届产生",
        "the term is over; the body goes on until successors are chosen",
    ],
    [
        "{body}的任期到{last}已满，继续履职至下一届产生。请记入会议记录。",
        "The term of {the body} ended on {last}; it goes on until successors are chosen. Note it in the minutes.",
    ],
    [
        "{body}的任期到{last}已满。会议可以继续，但宜尽快换届，并向会议说明。",
        "The term of {the body} ended on {last}. The meeting can go on; tell it so, and have successors chosen soon.",
    ],
);

pub(super) static BEYOND_POWERS: Text = noted(
    ["该机构不能决定此事", "this body cannot decide it"],
    ["列入议程的事项超出该机构的职权", "the item is beyond the powers of the body"],
    [
        "“{=title}”属“{matter}”，{body}无权决定，届时不能表决、选举。可以讨论；要作决定，请列入有权机构的议程。",
        "“{=title}” is a matter of {matter}, which {the body} cannot decide: no motion and no ballot will be taken on it. It can be discussed; to have it decided, put it on the agenda of a body that may.",
    ],
    [
        "“{=title}”在{body}只能讨论，不能作出决定。",
        "“{=title}” can be discussed in {the body}, and not decided.",
    ],
);

pub(super) static BALLOT_ONLY: Text = refused(
    ["选举用选票进行", "election by ballot only"],
    [
        "选举须用选票，不能作为议案表决。请按“准备选举、通过办法、发票、计票、宣布”办理。",
        "An election is held by ballot and is not moved. Prepare it, have its rules adopted, hand out papers, count and declare.",
    ],
    [
        "选举须发选票、计票，不能当作议案举手通过。请先通过选举办法。",
        "An election takes papers and a count and cannot be carried as a motion. Have its rules adopted first.",
    ],
);

pub(super) static UNKNOWN_MOTION: Text = refused(
    ["没有这项议案", "no such motion"],
    [
        "没有第{=motion}号议案，或它本身是修正案。请核对编号。",
        "There is no motion {=motion}, or it is an amendment itself. Check the number.",
    ],
    [
        "找不到第{=motion}号议案；对修正案不能再提修正。请说明指的是哪一件。",
        "There is no motion {=motion} to do this to, and an amendment is not amended again. Say which motion is meant.",
    ],
);

pub(super) static MOTION_SETTLED: Text = refused(
    ["议案已了结", "motion is settled"],
    [
        "第{=motion}号议案已经撤回或宣布结果。请核对编号。",
        "Motion {=motion} was withdrawn or declared already. Check the number.",
    ],
    [
        "第{=motion}号议案已经了结，不再改动或表决。要再议，请提出新的议案。",
        "Motion {=motion} is settled and is not changed or voted on again. To take it up anew, have a new motion moved.",
    ],
);

pub(super) static AMENDMENTS_FIRST: Text = refused(
    ["先表决修正案", "amendments come first"],
    [
        "还有修正案（第{=motion}号）没有表决。请先登记修正案的结果。",
        "An amendment (motion {=motion}) is still open. Enter its result first.",
    ],
    [
        "修正案先于主议案表决。请先把第{=motion}号修正案付表决，或由提出人撤回。",
        "Amendments are voted on before the main motion. Put amendment {=motion} first, or let its mover withdraw it.",
    ],
);
