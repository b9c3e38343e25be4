//! Texts about elections before the box: rules, those who count, candidates, papers handed out.

use super::{Text, refused};

pub(super) static NOT_AN_ELECTION: Text = refused(
    ["不是选举事项", "not an election"],
    [
        "本项议程的事项“{=name}”不是选举，不能在这里办理选举。请另设选举议程。",
        "The matter of this item, “{=name}”, is not an election, so none can be held under it. Add an item for the election.",
    ],
    [
        "这一项不是选举议程。选举须列入通知，作为单独一项办理。",
        "This item is not an election. An election stands on the notice and is held as an item of its own.",
    ],
);

pub(super) static NO_ELECTION_PLANNED: Text = refused(
    ["还没有准备选举", "no election planned"],
    [
        "本项议程还没有准备选举。请先填写选什么、选几席、谁是候选人。",
        "No election is planned under this item yet. First say what is filled, how many seats, and who stands.",
    ],
    [
        "还没有说明本项选什么、选几席。请先准备选举办法，再提请会议通过。",
        "It is not yet said what is filled under this item. Have the rules prepared first, then put them to the meeting.",
    ],
);

pub(super) static RULES_ADOPTED: Text = refused(
    ["选举办法已定", "rules settled"],
    [
        "选举办法已经通过或正在表决，不能再改。要改，先撤回或作废那次表决。",
        "The election rules are adopted or being voted on and cannot be changed. Withdraw the motion or void its vote first.",
    ],
    [
        "选举办法已经提交会议，不能中途更改。确需更改的，请重新提请会议通过。",
        "The rules are before the meeting and are not changed midway. If they must be, put them to the meeting anew.",
    ],
);

pub(super) static MOTION_PENDING: Text = refused(
    ["有待决的议案", "a motion is pending"],
    [
        "第{=motion}号议案还没有表决完。请先表决或撤回，再提下一项。",
        "Motion {=motion} is not settled. Vote on it or withdraw it before moving the next.",
    ],
    [
        "第{=motion}号议案尚未了结，请先付表决。",
        "Motion {=motion} is still open: put it to the vote first.",
    ],
);

pub(super) static RULES_NOT_ADOPTED: Text = refused(
    ["选举办法尚未通过", "rules not adopted"],
    [
        "选举办法还没有通过，不能发票。请先提请会议通过选举办法。",
        "The election rules are not adopted, so no papers can be handed out. Put the rules to the meeting first.",
    ],
    [
        "先有办法，后有选举：请先举手通过选举办法，再发选票。",
        "Rules come before papers: have the election rules adopted by show of hands first.",
    ],
);

pub(super) static TELLERS_NOT_APPROVED: Text = refused(
    ["监票计票人尚未通过", "tellers not approved"],
    [
        "监票人、计票人还没有通过，不能发票。请先提名并表决。",
        "The scrutineers and tellers are not approved, so no papers can be handed out. Propose them and put them to the vote.",
    ],
    [
        "请先提出监票人、计票人名单，举手通过，再发选票。",
        "Propose the scrutineers and tellers and have them approved by show of hands, then hand out papers.",
    ],
);

pub(super) static UNKNOWN_CONTEST: Text = refused(
    ["没有这张选票", "no such paper"],
    [
        "本项选举没有第{=contest}张选票。请核对编号。",
        "This election has no paper {=contest}. Check the number.",
    ],
    [
        "本项选举的选票中没有第{=contest}张。请说明选的是哪个职务。",
        "There is no paper {=contest} in this election. Say which office is meant.",
    ],
);

pub(super) static TOO_MANY_SEATS: Text = refused(
    ["席位多于名额", "more seats than there are"],
    [
        "“{=name}”名额为{=most}，本次要选{=seats}，加上在任的超出名额。请核对席位数，或改为全部改选。",
        "“{=name}” has {=most} {most|seat|seats}; filling {=seats} would exceed that with those in office. Check the number, or renew all seats.",
    ],
    [
        "章程规定“{=name}”的名额是{=most}，不能多选。请更正席位数。",
        "The charter gives “{=name}” {=most} {most|seat|seats}, and no more can be filled. Correct the number.",
    ],
);

pub(super) static CANDIDATES_MISSING: Text = refused(
    ["没有候选人", "nobody stands"],
    [
        "这张选票上还没有候选人。请先录入候选人再发票。",
        "Nobody stands on this paper yet. Enter the candidates before handing it out.",
    ],
    [
        "请先向会议介绍候选人，再发选票。",
        "Present the candidates to the meeting before papers are handed out.",
    ],
);

pub(super) static CANDIDATE_TWICE: Text = refused(
    ["名字重复", "named twice"],
    ["“{=name}”出现了两次。请核对名单。", "“{=name}” appears twice. Check the list."],
    [
        "“{=name}”重复出现，计票时无法区分。请更正名单。",
        "“{=name}” stands twice and could not be told apart at the count. Correct the list.",
    ],
);

pub(super) static NOMINATORS_SHORT: Text = refused(
    ["提名成员不足", "too few nominate"],
    [
        "提名“{=name}”的成员有{=have}个，至少须{=needed}个，且须在名册上、不是本单位。请核对提名。",
        "“{=name}” is nominated by {=have} {have|member|members}; at least {=needed} on the roll, other than its own, are needed. Check the nomination.",
    ],
    [
        "“{=name}”的提名还不够{=needed}个成员，不能列为候选人。请补足提名。",
        "“{=name}” lacks the {=needed} nominating {needed|member|members} and cannot stand yet. Have the nomination completed.",
    ],
);

pub(super) static NOMINATOR_UNFIT: Text = refused(
    ["提名人不符", "wrong nominator"],
    [
        "“{=name}”须由{office}提名。请核对提名人。",
        "“{=name}” has to be nominated by {the office}. Check who nominates.",
    ],
    [
        "这一职务由{office}提名，其他人提名无效。请先取得提名。",
        "This office is filled on the nomination of {the office}; no other counts. Obtain that nomination first.",
    ],
);

pub(super) static CANDIDATE_COUNTS: Text = refused(
    ["候选人不得计票", "candidates do not count"],
    [
        "“{=teller}”要计票或监票，而“{=name}”是候选人。请更换人员。",
        "“{=teller}” is to count or watch, and “{=name}” stands. Choose somebody else.",
    ],
    [
        "候选人不得担任监票人、计票人。请另提一人代替“{=teller}”。",
        "Whoever stands may not count or watch the count. Propose another in place of “{=teller}”.",
    ],
);

pub(super) static ROUND_IN_HAND: Text = refused(
    ["本轮还没有结束", "the round is not over"],
    [
        "第{=round}轮还没有宣布，或步骤不对。请按顺序：发票、开箱、计票、宣布。",
        "Round {=round} is not declared, or this is not its next step. The order is: papers, box, count, declaration.",
    ],
    [
        "第{=round}轮投票尚未宣布结果，请先办完这一轮。",
        "Round {=round} is not declared: finish it first.",
    ],
);

pub(super) static NO_ROUND: Text = refused(
    ["没有进行中的投票", "no round being held"],
    [
        "这张选票没有进行中的一轮投票。请核对选票编号。",
        "No round is being held on this paper. Check which paper is meant.",
    ],
    [
        "这一项现在没有进行中的投票。如要重选，请重新发票。",
        "No round is being held here. To vote again, hand out papers anew.",
    ],
);

pub(super) static SEATS_FILLED: Text = refused(
    ["已经选足", "all seats filled"],
    [
        "这张选票的席位已经选足，不再发票。请核对。",
        "Every seat of this paper is filled and no more papers are handed out. Check the paper.",
    ],
    ["这一项已经选足，不必再投。", "Every seat here is filled; there is nothing left to vote on."],
);

pub(super) static ONLY_THE_TIED: Text = refused(
    ["只在票数相等者之间再投", "only the tied stand"],
    [
        "上一轮末位票数相等，这一轮只能在相等的候选人之间投票。请核对名单。",
        "The last seat ended level, and this round is held between the tied only. Check the list.",
    ],
    [
        "末位得票相等，应就票数相等的候选人再次投票，不得增减名单。",
        "Votes for the last seat are level: the meeting votes again on those tied, and nobody is added or left out.",
    ],
);

pub(super) static PRINTED_SHORT: Text = refused(
    ["发出多于印制", "more handed out than printed"],
    [
        "印制{=printed}张，发出{=issued}张，发出的不能多于印制的。请核对。",
        "{=printed} {printed|paper|papers} printed and {=issued} handed out: more than there were. Check both.",
    ],
    [
        "发出的选票比印制的还多，请先查明再开始投票。",
        "More papers were handed out than were printed. Find out why before the vote begins.",
    ],
);

pub(super) static PROXY_IN_ELECTION: Text = refused(
    ["选举不得委托投票", "no proxies in elections"],
    [
        "发出{=issued}张，到场可投票的是{=present}。选举中受托的成员不另发票，除非选举办法写明可以。请核对发票数。",
        "{=issued} handed out, {=present} may vote in person. A member represented by another gets no paper in an election unless the rules say so. Check the number.",
    ],
    [
        "选举不得委托其他成员投票，选举办法另有规定的除外。请收回多发的选票。",
        "No member votes for another in an election unless the adopted rules say so. Take back the papers handed out for proxies.",
    ],
);

pub(super) static COUNTS_NO_HEADS: Text = refused(
    ["选举只按张数计", "papers count by the head"],
    [
        "这项选举的规则“{=rule}”按权重或分组计算，选票一张一票，不能这样选举。请在章程文件中为选举另写一条按人数的规则。",
        "The rule of this election, “{=rule}”, counts weights or groups, and a paper is one vote. Give elections a rule of their own in the charter file that counts heads.",
    ],
    [
        "章程为选举指定的规则按权重或分组计算，无记名选票分不出权重。请先明确选举按一员一票进行。",
        "The rule the charter gives this election counts weights or groups, which a secret paper does not show. Settle first that it is one member, one vote.",
    ],
);
