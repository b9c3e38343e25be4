//! Texts about papers, sheets and results of an election.

use super::{Text, noted, refused};

pub(super) static BOX_CLOSED: Text = refused(
    ["票箱还没有打开", "box not opened"],
    [
        "票箱还没有打开清点。请先录入箱内票数，再计票。",
        "The box is not opened and numbered off. Enter how many papers it held before counting them.",
    ],
    [
        "请先开箱清点，宣布选举是否有效，再开始计票。",
        "Open the box, number the papers off and say whether the election is valid; the count comes after.",
    ],
);

pub(super) static SHEET_SHAPE: Text = refused(
    ["计票单与选票不符", "sheet does not fit the paper"],
    [
        "计票单上有{=have}人的票数，选票上有{=needed}人。请核对。",
        "The sheet has sums for {=have} {have|name|names} and the paper has {=needed}. Check it.",
    ],
    [
        "计票单的人数与选票不符，请计票人核对后重填。",
        "The sheet does not fit the paper. Have the tellers check it and write it again.",
    ],
);

pub(super) static UNKNOWN_SHEET: Text = refused(
    ["没有这张计票单", "no such sheet"],
    ["没有第{=sheet}张计票单。请核对编号。", "There is no sheet {=sheet}. Check the number."],
    [
        "记录中没有第{=sheet}张计票单，请说明更正的是哪一张。",
        "Sheet {=sheet} is not on record. Say which one is to be corrected.",
    ],
);

pub(super) static SHEETS_EXCEED_BOX: Text = refused(
    ["计票数多于箱内票数", "more counted than in the box"],
    [
        "各计票单合计{=counted}张，箱内只有{=recovered}张。请核对这一批，或重新计票。",
        "The sheets add up to {=counted} {counted|paper|papers} and the box held {=recovered}. Check this batch, or count again.",
    ],
    [
        "计出的票比箱内的多，有的票数了两次。请监票人监督重新清点。",
        "More papers are counted than the box held; some were counted twice. Have them numbered again before the scrutineers.",
    ],
);

pub(super) static BATCH_TOO_SMALL: Text = refused(
    ["这一批太少", "batch too small"],
    [
        "这一批{=papers}张，录入后还剩{=left}张。一批至少{=least}张，剩下的也不能少于{=least}张，否则看得出单张票怎么投的。请与相邻一批合并。",
        "This batch has {=papers} {papers|paper|papers} and {=left} would be left. A batch, and what is left, has at least {=least}, or single papers could be made out. Join it with the next.",
    ],
    [
        "票数太少的一批会泄露单张票的内容，请与其他票合并计算。",
        "So small a batch would give single papers away. Have it counted together with others.",
    ],
);

pub(super) static MARKS_DO_NOT_ADD_UP: Text = refused(
    ["票数不符", "marks do not add up"],
    [
        "“{=name}”的票数合计{=sum}，有效票{=valid}张，两数应当相符。请核对。",
        "The marks for “{=name}” add up to {=sum} and there are {=valid} valid {valid|paper|papers}. They should agree: check them.",
    ],
    [
        "“{=name}”的赞成、反对、弃权合计与有效票数不符，请重新核对这一批。",
        "The votes for “{=name}” do not make the valid papers. Have this batch read again.",
    ],
);

pub(super) static MARKS_EXCEED_SEATS: Text = refused(
    ["所选人数超出", "more marks than seats allow"],
    [
        "有效票{=valid}张，每张至多选{=seats}人，赞成票却有{=marks}。多选的整票作废，请核对有效票数。",
        "{=valid} valid {valid|paper|papers} with at most {=seats} {seats|name|names} each cannot hold {=marks} marks. A paper with more names is invalid as a whole: check the valid papers.",
    ],
    [
        "有选票所选人数超过应选名额，应当整票作废。请监票人重新认定有效票。",
        "Some paper names more than there are seats and is invalid as a whole. Have the scrutineers settle which papers are valid.",
    ],
);

pub(super) static BLANK_IS_INVALID: Text = refused(
    ["空白票应计为废票", "blank papers are invalid"],
    [
        "有效票{=valid}张，赞成票只有{=marks}，其中必有空白票。按选举办法空白票无效，请核对。",
        "{=valid} valid {valid|paper|papers} hold only {=marks} marks, so some are blank. By the rules a blank paper is invalid: check them.",
    ],
    [
        "选举办法规定空白票为废票，请监票人把空白票归入废票。",
        "By the adopted rules a blank paper is invalid. Have the scrutineers put the blank ones aside.",
    ],
);

pub(super) static WRITE_IN_NOT_ALLOWED: Text = refused(
    ["不得另选他人", "no names may be written in"],
    [
        "选举办法不允许另选他人，写入的姓名不计票。请按反对或废票处理，需要的记作记事。",
        "The rules allow no names to be written in, and they are not counted. Treat the paper as the legend says; note the names if wished.",
    ],
    [
        "按通过的选举办法不得另选他人，所写姓名不计票。",
        "By the adopted rules no names are written in; what was written does not count.",
    ],
);

pub(super) static WRITE_IN_VOID: Text = refused(
    ["另选他人无效", "names written in are void"],
    [
        "{office}须先经提名，另选他人无效，不计票。请记作记事，票按其余部分认定。",
        "{the office} is filled on a nomination: names written in are void and not counted. Note them, and read the paper by its other marks.",
    ],
    [
        "{office}经提名后由会议表决，选票上另写的姓名无效。",
        "{the office} is voted on after a nomination; another name written on the paper is void.",
    ],
);

pub(super) static WRITE_INS_EXCEED: Text = refused(
    ["另选人多于反对票", "more written in than votes against"],
    [
        "另选他人{=written_in}票，反对票只有{=no}。按选举办法，投了反对票的才可以另选他人，请核对。",
        "{=written_in} {written_in|name|names} written in and only {=no} {no|vote|votes} against. By the rules a name may be written in only beside a vote against: check them.",
    ],
    [
        "不赞成候选人的才可另选他人，两数不符，请监票人重新认定。",
        "Only a paper that votes against somebody may name another; the figures do not agree. Have the scrutineers look again.",
    ],
);

pub(super) static ENTRIES_DIFFER: Text = refused(
    ["两次录入不一致", "the two entries differ"],
    [
        "两名计票人的录入不一致：{=names}。请对照选票，确定哪一个是对的。",
        "The two tellers' entries differ: {=names}. Look at the papers and settle which is right.",
    ],
    ["两次计票结果不一致，先查明再继续。", "The two counts differ. Find out why before going on."],
);

pub(super) static PAPERS_UNCOUNTED: Text = refused(
    ["还有票没有计", "papers not counted"],
    [
        "箱内{=recovered}张，已计{=counted}张。请计完其余的票。",
        "{=recovered} {recovered|paper|papers} in the box, {=counted} counted. Count the rest.",
    ],
    ["票还没有计完，不能结束计票。", "Not every paper is counted, so the count cannot end."],
);

pub(super) static WRITE_IN_UNKNOWN: Text = refused(
    ["另选人身份未核实", "who was written in is not established"],
    [
        "“{=name}”是另选人，尚未核实属于哪个成员单位。请写明所属单位再宣布。",
        "“{=name}” was written in, and which member that is, or comes from, is not established. Enter it before the declaration.",
    ],
    [
        "“{=name}”得票已够，但须核实为成员单位人员才能宣布当选。请先核实。",
        "“{=name}” has the votes, but has to be of a member unit. Have that established before declaring.",
    ],
);

pub(super) static NOTHING_TO_CONFIRM: Text = refused(
    ["没有可确认的选举结果", "nothing to confirm"],
    [
        "没有“{=name}”在该职务上的选举结果可供确认。请核对姓名和职务。",
        "There is no election of “{=name}” to that office waiting to be confirmed. Check name and office.",
    ],
    [
        "“{=name}”还没有经过选举产生，不能提请确认。请先选举。",
        "“{=name}” has not been elected first, so there is nothing to confirm. Hold that election first.",
    ],
);

pub(super) static TIE_AT_LAST_SEAT: Text = noted(
    ["末位票数相等", "level at the last seat"],
    [
        "末位得票相等，应在相等的候选人之间再次投票",
        "votes are level at the last seat: those tied are voted on again",
    ],
    [
        "末位得票相等。请核对计票；应在相等者之间再次投票，记入会议记录。",
        "Votes are level at the last seat. Check the count; those tied are voted on again, which goes into the minutes.",
    ],
    [
        "末位得票相等，不抽签，也没有决定票，应就票数相等的候选人再次投票。",
        "Votes are level at the last seat. No lot is drawn and no casting vote given: the meeting votes again on those tied.",
    ],
);

pub(super) static SHORTFALL: Text = noted(
    ["未选足", "seats left empty"],
    [
        "当选人数少于应选名额，其余名额另行选举",
        "fewer were elected than there are seats; the rest go to a further election",
    ],
    [
        "当选人数少于应选名额。请记明空缺，其余名额另行选举。",
        "Fewer were elected than there are seats. Record the vacancies; the rest go to a further election.",
    ],
    [
        "当选人数少于应选名额，空缺的名额可在本次或下次会议另行选举。",
        "Fewer were elected than there are seats; a further election may follow at this meeting or the next.",
    ],
);

pub(super) static NOBODY_REACHED: Text = noted(
    ["无人当选", "nobody elected"],
    [
        "没有候选人达到当选票数，另行选举",
        "nobody reached the votes needed; a further round follows",
    ],
    [
        "没有候选人达到当选票数。请核对计票；另行选举的，记入会议记录。",
        "Nobody reached the votes needed. Check the count; a further round goes into the minutes.",
    ],
    [
        "没有候选人达到当选票数，应另行选举，当选票数不变。",
        "Nobody reached the votes needed. A further round is held, and the same number of votes is needed.",
    ],
);

pub(super) static RERUN_REQUIRED: Text = noted(
    ["须重新选举", "to be held again"],
    [
        "收回选票多于发出选票，本轮无效，须重新选举",
        "more papers came back than were handed out: the round is void and held again",
    ],
    [
        "收回选票多于发出选票，本轮无效，得票不计。请重新印制、发出选票。",
        "More papers came back than were handed out: the round is void and its votes do not count. Print and hand out papers anew.",
    ],
    [
        "收回的选票多于发出的，本次选举无效，应当重新选举。",
        "More papers came back than were handed out. This election is void and is held again.",
    ],
);

pub(super) static VERIFY_WRITE_IN: Text = noted(
    ["核实另选人", "establish who was written in"],
    [
        "另选人当选，须核实为成员单位人员",
        "somebody written in is elected; that he or she is of a member unit is to be established",
    ],
    [
        "另选人得票达到当选票数。宣布前请核实其属于哪个成员单位。",
        "Somebody written in has the votes. Establish which member unit that is before the declaration.",
    ],
    [
        "另选人达到当选票数，须先核实其为成员单位人员，再宣布当选。",
        "Somebody written in has the votes needed: have it established that he or she is of a member unit, then declare.",
    ],
);
