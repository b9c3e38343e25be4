//! Texts about the door: who is there, who votes for another, who withdraws.

use super::{Text, noted, refused};

pub(super) static PROXY_LETTER_INCOMPLETE: Text = refused(
    ["委托书不全", "proxy letter incomplete"],
    [
        "{unit}的授权委托书还缺：{lacking}。请对照原件核对，补全后再登记。",
        "Missing from the proxy letter of {unit}: {lacking}. Check the original and enter it when it is complete.",
    ],
    [
        "{unit}的授权委托书不合要求（缺{lacking}），该成员的票现在不能由别人代投。请其补全，否则按缺席计。",
        "The proxy letter of {unit} does not state all it must ({lacking}), so nobody can vote for it yet. Have it completed; otherwise the member counts as absent.",
    ],
);

pub(super) static PROXY_NOT_ALLOWED: Text = refused(
    ["不得委托", "no proxies"],
    [
        "本会不许成员委托另一成员表决。请核对是不是本单位委派的代表。",
        "Members cannot vote for one another here. Check whether it is the member's own delegate.",
    ],
    [
        "按现行读法，成员之间不能委托表决，只能委派自己的代表。未派代表的按请假或缺席计。",
        "As the charter is read here, members cannot vote for one another and can only send their own delegate. Without one, the member is excused or absent.",
    ],
);

pub(super) static PROXY_LIMIT: Text = refused(
    ["受托已满", "holds all the proxies it may"],
    [
        "{holder}受托已满{limit#}。请核对委托书上的受托人。",
        "{holder} already holds {=limit} {limit|proxy|proxies}, the most allowed. Check the name on the letter.",
    ],
    [
        "一个成员最多受托{limit#}，{holder}已满。请委托方改托其他成员，或委派自己的代表。",
        "A member may hold {=limit} {limit|proxy|proxies} at most, and {holder} does. The member can entrust another one or send a delegate.",
    ],
);

pub(super) static PROXY_TOO_LATE: Text = refused(
    ["委托已截止", "too late for a proxy"],
    [
        "会议已经开始，{unit}的委托不能再登记。请核对委托书是否在开会前提交。",
        "The meeting has begun, and the proxy of {unit} cannot be entered any more. Check whether the letter was filed before the opening.",
    ],
    [
        "委托须在开会前提交，{unit}的委托已过时限。该成员可以委派代表到场，否则按缺席计。",
        "Proxies are filed before the opening, and that of {unit} comes too late. The member can still send a delegate; otherwise it counts as absent.",
    ],
);

pub(super) static PROXY_HOLDER_ABSENT: Text = refused(
    ["受托方不在场", "proxy holder not there"],
    [
        "受托的{holder}自己没有到场，不能代投。请先登记受托方到会，或核对委托书。",
        "{holder}, who is to vote for it, is not present itself. Sign the holder in first, or check the letter.",
    ],
    [
        "受托方须自己到场，也不能再转托；{holder}不在场。请待其到会，或改由其他到会成员受托。",
        "The holder must be there itself and cannot pass the proxy on; {holder} is not. Wait for it, or let another member present hold the proxy.",
    ],
);

pub(super) static NOTHING_CHANGES: Text = refused(
    ["没有变化", "nothing changes"],
    [
        "登记的内容与现有的一样，没有变化。请核对是不是重复登记。",
        "This is what is on record already. Check whether it was entered twice.",
    ],
    ["记录上已经如此，无须再登记。", "The record says so already; nothing more is needed."],
);

pub(super) static NOTHING_CHANGES_FOR: Text = refused(
    ["没有变化", "nothing changes"],
    [
        "{unit}已经这样登记，没有变化。请核对是不是选错了单位。",
        "{unit} is entered this way already. Check whether another member is meant.",
    ],
    [
        "{unit}在记录上已经如此，无须再登记。",
        "The record has {unit} this way already; nothing more is needed.",
    ],
);

pub(super) static ARRIVED_DURING_VOTE: Text = noted(
    ["表决中到会", "arrived during the vote"],
    [
        "表决进行中有成员到会，自下一次表决起计入",
        "a member arrived while a vote was taken and counts from the next one",
    ],
    [
        "第{=vote}次表决正在进行，到会已登记，自下一次表决起计入。如主持人准许参加本次表决，请另行登记。",
        "Vote {=vote} is being taken: the arrival is entered and counts from the next vote. If the presider admits the member to this one, enter that too.",
    ],
    [
        "有成员在第{=vote}次表决中到会，原则上不参加本次表决。可以准许其参加，须当场说明。",
        "A member arrived during vote {=vote} and does not take part in it as a rule. You may admit it, saying so at once.",
    ],
);

pub(super) static LEFT_DURING_VOTE: Text = noted(
    ["表决中离会", "left during the vote"],
    [
        "表决进行中有成员离会，仍计入本次表决",
        "a member left while a vote was taken and stays among its voters",
    ],
    [
        "第{=vote}次表决正在进行，离会已登记，本次表决的人数不变。请核对其票是否已计。",
        "Vote {=vote} is being taken: the departure is entered, and the voters of this vote stay the same. Check whether its vote was counted.",
    ],
    [
        "有成员在第{=vote}次表决中离会，本次表决的基数不变，没有投的票按未表决计。请继续。",
        "A member left during vote {=vote}. The base stays the same, and a vote not given counts as not voting. Go on.",
    ],
);

pub(super) static TOO_FEW_NOT_RECUSED: Text = refused(
    ["回避后人数不足", "too few without an interest"],
    [
        "除去回避的，只剩{left#}，至少须{minimum#}。请核对回避登记。",
        "Without those recused only {=left} {left|is|are} left, and at least {=minimum} must decide. Check the recusals.",
    ],
    [
        "回避之后只剩{left#}，不足{minimum#}，本机构不宜议决此事。",
        "After the recusals only {=left} {left|is|are} left, fewer than {=minimum}: this body should not decide the matter.",
    ],
);

pub(super) static TOO_FEW_NOT_RECUSED_READING: Text = refused(
    ["回避后人数不足", "too few without an interest"],
    [
        "除去回避的，只剩{left#}，至少须{minimum#}。要由另一机构议决，先在章程存疑中把{=question}改用“{=option}”的读法。",
        "Without those recused only {=left} {left|is|are} left, and at least {=minimum} must decide. For the other body to decide it, first adopt reading “{=option}” of question {=question}.",
    ],
    [
        "回避之后只剩{left#}，不足{minimum#}，本机构不宜议决此事。章程没有写明另由谁议决；采用{=question}的“{=option}”读法后，可以提交。",
        "After the recusals only {=left} {left|is|are} left, fewer than {=minimum}: this body should not decide the matter. The charter names no other body for it; once reading “{=option}” of question {=question} is adopted, it may go there.",
    ],
);
