//! Texts about votes: opening, counting, closing and declaring.

use super::{Text, noted, refused};

pub(super) static QUORUM_LOST: Text = refused(
    ["未到法定出席数", "no quorum"],
    [
        "能参加表决的有{present#}，须{needed#}（名册除去回避为{roll#}）。请核对签到和离会登记。",
        "{=present} can vote out of {roll#} not recused, and the quorum is {=needed}. Check sign-ins and departures.",
    ],
    [
        "到会{present#}，未到法定出席的{needed#}，不能表决。请等候、休会，或移至下次会议。",
        "With {=present} present the quorum of {=needed} is not there, and no vote can be taken. Wait, take a break, or carry the item over.",
    ],
);

pub(super) static VOTE_OPEN: Text = refused(
    ["表决未了", "a vote is open"],
    [
        "第{=vote}次表决还没有宣布结果。请先结束计票并登记宣布，再登记这一项。",
        "Vote {=vote} has not been declared. End the count and enter the declaration, then this.",
    ],
    [
        "第{=vote}次表决还没有了结，其他事都要等。请先宣布结果，或作废并说明理由。",
        "Vote {=vote} is not finished, and everything else waits. Declare it, or void it with a reason.",
    ],
);

pub(super) static NO_VOTE: Text = refused(
    ["没有进行中的表决", "no vote is open"],
    [
        "现在没有进行中的表决。请先登记开始表决。",
        "No vote is being taken. Enter that one is opened first.",
    ],
    [
        "表决还没有开始。请先宣布付表决，并说明方式。",
        "No vote has been opened. Put the motion to the vote first and say how it is taken.",
    ],
);

pub(super) static UNPASSABLE: Text = noted(
    ["现在无法通过", "cannot pass now"],
    [
        "开始表决时到会人数不足，即使全体赞成也无法通过",
        "opened with too few present to carry it even if all are in favour",
    ],
    [
        "须{=needed}票，能表决的只有{present#}，全部赞成也不能通过。请核对签到；仍要表决的，写明理由。",
        "{=needed} {needed|vote is|votes are} needed and only {=present} can vote: even with all in favour it cannot be carried. Check the sign-in; to vote all the same, give a reason.",
    ],
    [
        "须{=needed}票，到会只有{present#}，今天无法通过。宜等候或移至下次会议；仍要表决的，说明理由。",
        "{=needed} {needed|vote is|votes are} needed and only {=present} can vote, so it cannot be carried now. Wait or carry it over; to vote all the same, give the reason.",
    ],
);

pub(super) static NOT_A_VOTER: Text = refused(
    ["不参加本次表决", "not among the voters"],
    [
        "{unit}不在本次表决的名单里（未到、后到未获准、已回避，或已在其中）。请核对。",
        "{unit} is not a voter of this vote (absent, late and not admitted, recused) or is one already. Check it.",
    ],
    [
        "{unit}不参加本次表决。后到的成员可以由主持人准许参加；回避的不能。",
        "{unit} does not take part in this vote. A late member may be admitted by the presider; a recused one may not.",
    ],
);

pub(super) static WRONG_METHOD: Text = refused(
    ["表决方式不符", "another method"],
    [
        "本次表决用的是另一种方式，不能这样登记。请核对表决方式。",
        "This vote is taken by another method and cannot be entered this way. Check the method.",
    ],
    [
        "表决中途不换方式。确要换的，请就计票提出异议，改用新的方式重新计票。",
        "The method does not change while a vote is taken. To change it, have the count challenged and take it again by the other method.",
    ],
);

pub(super) static TALLY_EXCEEDS_PRESENT: Text = refused(
    ["票数多于人数", "more votes than voters"],
    [
        "三项合计{=counted}票，参加表决的只有{present#}。请核对各项票数，没有抄错就重新清点。",
        "{=counted} votes were counted, and only {=present} may vote. Check the figures; if they were copied right, count again.",
    ],
    [
        "计得{=counted}票，比参加表决的{present#}还多，必有重数。请当场重新清点；仍对不上的，改用唱名。",
        "{=counted} votes were counted with {present#} voting, so some were counted twice. Count again now; if it still does not fit, call the roll.",
    ],
);

pub(super) static ROOM_EXCEEDS_PRESENT: Text = refused(
    ["在场数过多", "more in the room than voters"],
    [
        "填写的在场数为{=in_room}，参加表决的只有{present#}。请核对在场数，不要把列席的算进去。",
        "{=in_room} in the room were entered, and only {=present} may vote. Check the number and leave observers out.",
    ],
    [
        "报来的在场数{=in_room}比参加表决的{present#}还多，可能算进了列席的人。请重新清点有表决权的在场者。",
        "{=in_room} were reported in the room and {present#} may vote; observers may have been counted. Count those entitled again.",
    ],
);

pub(super) static MINORITY_EXCEEDS_ROOM: Text = refused(
    ["反对弃权超过在场", "more than are in the room"],
    [
        "反对{=no}、弃权{=abstain}，合计超过在场的{=in_room}。请核对三个数。",
        "{=no} against and {=abstain} abstaining are more than the {=in_room} in the room. Check the three figures.",
    ],
    [
        "反对和弃权加起来（{=no}和{=abstain}）比在场的{=in_room}还多，数错了。请重新清点。",
        "Those against and abstaining ({=no} and {=abstain}) are more than the {=in_room} in the room: a miscount. Count again.",
    ],
);

pub(super) static DERIVED_GRAVE: Text = refused(
    ["须逐一清点赞成", "yes must be counted"],
    [
        "这一事项的赞成票须逐一清点，不能由反对和弃权推算。请改填实数的赞成票。",
        "For this matter yes is counted and not derived from no and abstain. Enter the yes votes as counted.",
    ],
    [
        "事关重大，不能只数反对和弃权。请赞成者举手，逐一清点。",
        "This matter is too grave to count only no and abstain. Ask those in favour to raise their hands, and count them.",
    ],
);

pub(super) static DERIVED_MARGIN: Text = refused(
    ["票数太近须清点", "too close to derive"],
    [
        "推算的赞成为{=yes}票，须{=needed}票，余量不到{=margin}票。请逐一清点赞成票后填写。",
        "The derived yes is {=yes} and {=needed} {needed|is|are} needed: the margin is below {=margin}. Count yes and enter it.",
    ],
    [
        "推算的赞成{=yes}票与所需的{=needed}票太近，少数一人就可能改变结果。请赞成者举手，逐一清点。",
        "The derived yes of {=yes} is too close to the {=needed} needed: one person missed could change the result. Have those in favour raise their hands and count them.",
    ],
);

pub(super) static ISSUED_EXCEEDS_VOTERS: Text = refused(
    ["发票多于人数", "too many papers handed out"],
    [
        "发出{=issued}张，参加表决的只有{present#}。请核对发票记录。",
        "{=issued} papers were handed out, and only {=present} may vote. Check the list of papers handed out.",
    ],
    [
        "发出的表决票（{=issued}张）比参加表决的{present#}还多，这次表决不可靠。请收回作废，重新发票。",
        "More papers went out ({=issued}) than the {=present} who may vote, and this vote is not sound. Take them back, void them and hand out anew.",
    ],
);

pub(super) static BOX_EXCEEDS_ISSUED: Text = noted(
    ["收回多于发出", "more papers than handed out"],
    ["收回的表决票多于发出的", "more papers in the box than were handed out"],
    [
        "收回{=recovered}张，发出{=issued}张。已照实登记；请重新清点票箱，仍多则作废。",
        "{=recovered} papers were in the box and {=issued} handed out. It is entered as it is; count the box again, and void the vote if it stays so.",
    ],
    [
        "票箱里有{=recovered}张，发出只有{=issued}张，多出的票来历不明。请当众重新清点；仍多的，宣布作废，重新表决。",
        "The box holds {=recovered} papers and {=issued} were handed out. Have it counted again before everyone; if it stays so, void the vote and take it again.",
    ],
);

pub(super) static PAPERS_DO_NOT_ADD_UP: Text = refused(
    ["票数对不上", "papers do not add up"],
    [
        "有效{=valid}张加无效{=invalid}张，不等于收回的{=recovered}张。请核对计票单。",
        "{=valid} valid and {=invalid} invalid are not the {=recovered} in the box. Check the counting sheet.",
    ],
    [
        "计票单对不上：有效{=valid}张、无效{=invalid}张，收回{=recovered}张。请监票人、计票人重新清点。",
        "The counting sheet does not add up: {=valid} valid, {=invalid} invalid, {=recovered} in the box. Have the tellers count again.",
    ],
);

pub(super) static CHOICES_DO_NOT_ADD_UP: Text = refused(
    ["各项对不上有效票", "choices do not add up"],
    [
        "赞成{=yes}、反对{=no}、弃权{=abstain}，合计不等于有效票{=valid}张。请核对计票单。",
        "{=yes} in favour, {=no} against and {=abstain} abstaining are not the {=valid} valid papers. Check the counting sheet.",
    ],
    [
        "三项合计与有效票{=valid}张不符（{=yes}、{=no}、{=abstain}）。请计票人重新计算后再报。",
        "The three figures ({=yes}, {=no}, {=abstain}) are not the {=valid} valid papers. Have the tellers count again and report.",
    ],
);

pub(super) static BOX_MUST_BE_VOIDED: Text = refused(
    ["须重数或作废", "recount or void"],
    [
        "收回{=recovered}张多于发出{=issued}张，不能结束计票。请重新清点票箱，或登记作废。",
        "{=recovered} papers against {=issued} handed out: the count cannot be ended. Count the box again, or void the vote.",
    ],
    [
        "收回的票（{=recovered}张）多于发出的（{=issued}张），这次表决不能作数。请当众重新清点，或宣布作废，重新表决。",
        "More papers came back ({=recovered}) than went out ({=issued}), and this vote cannot stand. Have the box counted again, or void the vote and take it anew.",
    ],
);

pub(super) static NOTHING_COUNTED: Text = refused(
    ["还没有计票", "nothing counted"],
    [
        "还没有登记票数，不能结束计票。请填写票数；无人反对、弃权的填0。",
        "No figures are entered, so the count cannot be ended. Enter them; 0 where nobody was against or abstained.",
    ],
    [
        "票还没有清点，不能结束表决。请清点后报数。",
        "Nothing has been counted, and the vote cannot be ended. Have it counted and reported.",
    ],
);

pub(super) static ROLL_CALL_INCOMPLETE: Text = noted(
    ["唱名未完", "roll call incomplete"],
    [
        "唱名中有成员没有应答，按未表决记",
        "some did not answer the roll call and are recorded as not voting",
    ],
    [
        "还有{silent#}没有应答。请再叫一遍；就此结束的，写明理由，这些成员按未表决记。",
        "{=silent} {silent|has|have} not answered. Call the {silent|name|names} again; to end here, give a reason, and {silent|it is|they are} recorded as not voting.",
    ],
    [
        "还有{silent#}没有应答。请再点一次名；仍不应答的按未表决记，并说明理由。",
        "{=silent} {silent|has|have} not answered. Have the {silent|name|names} called once more; whoever stays silent is recorded as not voting, with a reason.",
    ],
);

pub(super) static NOTHING_TO_DECLARE: Text = refused(
    ["没有可宣布的", "nothing to declare"],
    [
        "没有等待宣布的表决。请先登记结束计票。",
        "No vote waits to be declared. Enter that the count has ended first.",
    ],
    [
        "还没有计完的表决可以宣布。请先结束计票，核对之后再宣布。",
        "No finished count waits for you. End the count and have it checked, then declare.",
    ],
);

pub(super) static RULING_REQUIRED: Text = refused(
    ["须主持人裁定", "a ruling is needed"],
    [
        "赞成{=yes}票，正好是基数{=base}的规定比例。请等主持人裁定，并记下理由。",
        "{=yes} in favour is exactly the share of the base of {=base}. Wait for the presider's ruling and record its reason.",
    ],
    [
        "赞成{=yes}票，正好是基数{=base}的规定比例，是否算通过，读法可能不一。请裁定通过或不通过，并说明理由。",
        "{=yes} in favour is exactly the share of the base of {=base}, the one number on which readings differ. Rule whether it is carried, and give the reason.",
    ],
);

pub(super) static RULING_CONTRADICTS: Text = refused(
    ["此处不能裁定", "no ruling here"],
    [
        "票数清楚，没有可裁定之处。请按计票结果登记宣布。",
        "The figures are plain and leave nothing to rule on. Enter the declaration as counted.",
    ],
    [
        "裁定只用于票数恰为规定比例、读法不一的时候，不能改变计票结果。请照票数宣布；对计票有疑问的，可以重新清点。",
        "A ruling is for the one number on which readings differ and cannot go against the count. Declare by the figures; if the count is in doubt, have it taken again.",
    ],
);

pub(super) static CASTING_REQUIRED: Text = refused(
    ["须投决定票", "casting vote needed"],
    [
        "赞成与反对相等，主持人有决定票。请记下主持人投的是赞成还是反对。",
        "The votes are equal and the presider has a casting vote. Record how it was given.",
    ],
    [
        "赞成与反对相等，章程给主持人一票决定。请当场投出赞成或反对。",
        "The votes are equal, and the charter gives the presider a casting vote. Cast it for or against.",
    ],
);

pub(super) static NO_CASTING_VOTE: Text = refused(
    ["没有决定票", "no casting vote"],
    [
        "这里主持人没有决定票，或票数并不相等。请按计票结果登记宣布。",
        "There is no casting vote here, or the votes are not equal. Enter the declaration as counted.",
    ],
    [
        "章程没有给主持人决定票，或票数并不相等，不能由主持人一票决定。请照票数宣布，可以择期再议。",
        "The charter gives the presider no casting vote, or the votes are not equal. Declare by the figures; the matter can be taken up again another time.",
    ],
);

pub(super) static UNKNOWN_VOTE: Text = refused(
    ["没有这次表决", "no such vote"],
    [
        "本次会议没有这一次表决。请核对表决的编号。",
        "There is no such vote in this meeting. Check its number.",
    ],
    [
        "找不到所说的表决。请说明是哪一项议程的哪一次表决。",
        "The vote spoken of cannot be found. Say which item and which vote is meant.",
    ],
);

pub(super) static ALREADY_VOID: Text = refused(
    ["已经作废", "void already"],
    ["第{=vote}次表决已经作废。请核对编号。", "Vote {=vote} is void already. Check the number."],
    [
        "第{=vote}次表决已经作废，无须再作废。要再议，请重新付表决。",
        "Vote {=vote} is void and need not be voided again. To decide the matter, put it to the vote anew.",
    ],
);
