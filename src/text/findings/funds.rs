//! Texts about the funds: sources and uses, amounts, reversals, reports.

use super::{Text, noted, refused};

pub(super) static NO_FUNDS: Text = refused(
    ["章程未列经费", "no funds in the charter"],
    [
        "本会章程没有列出经费来源和用途，会议簿里不能记经费。请核对章程文件。",
        "This charter lists neither sources nor uses of funds, so the book keeps none. Check the charter file.",
    ],
    [
        "章程没有关于经费来源和用途的规定，不能在这里记账。如确有规定，请让记录人补进章程文件。",
        "The charter says nothing on where funds come from or go to, so they are not kept here. If it does, have it put into the charter file.",
    ],
);

pub(super) static UNKNOWN_SOURCE: Text = refused(
    ["章程无此来源", "no such source"],
    [
        "“{=name}”不是章程所列的经费来源。章程所列：{sources}。请从中选一项。",
        "“{=name}” is no source of funds in the charter. It lists: {sources}. Choose one of these.",
    ],
    [
        "章程没有“{=name}”这种经费来源，不能以此名义收款。可收的是：{sources}。要另开来源，先修改章程。",
        "The charter knows no “{=name}”, and nothing can be taken in under that name. It allows: {sources}. Another source needs an amendment first.",
    ],
);

pub(super) static UNKNOWN_USE: Text = refused(
    ["章程无此用途", "no such use"],
    [
        "“{=name}”不是章程所列的经费用途。章程所列：{uses}。请从中选一项。",
        "“{=name}” is no use of funds in the charter. It lists: {uses}. Choose one of these.",
    ],
    [
        "章程没有“{=name}”这种经费用途，不能以此名义开支。可用于：{uses}。要另开用途，先修改章程。",
        "The charter knows no “{=name}”, and nothing can be spent under that name. It allows: {uses}. Another use needs an amendment first.",
    ],
);

pub(super) static NOT_MONEY: Text = refused(
    ["不是金额", "not an amount"],
    [
        "“{=amount}”不是金额。请写数字，例如 1200 或 1200.50。",
        "“{=amount}” is not an amount. Write digits such as 1200 or 1200.50.",
    ],
    [
        "登记的金额“{=amount}”认不出来。请把单据上的数字念一遍。",
        "The amount “{=amount}” cannot be read. Say the figure on the receipt again.",
    ],
);

pub(super) static MONEY_TOO_FINE: Text = refused(
    ["小数多于两位", "more than two decimals"],
    [
        "金额“{=amount}”的小数多于两位。金额最小到百分位，请照单据重写。",
        "The amount “{=amount}” has more than two decimals. Money goes down to hundredths: write it as on the receipt.",
    ],
    [
        "金额“{=amount}”比最小的币值还细，账上记不下。请核对单据。",
        "The amount “{=amount}” is finer than the smallest coin and cannot be booked. Look at the receipt.",
    ],
);

pub(super) static MONEY_NOT_POSITIVE: Text = refused(
    ["金额须大于零", "amount not above zero"],
    [
        "金额“{=amount}”不大于零。收入和支出都写正数；记错的账用冲销更正。",
        "The amount “{=amount}” is not above zero. Income and spending are both written as positive figures; a wrong entry is reversed.",
    ],
    [
        "金额不能是零或负数（“{=amount}”）。退款或更正请冲销原来那笔，再记对的一笔。",
        "An amount cannot be zero or less (“{=amount}”). For a refund or a mistake, reverse the entry and make the right one.",
    ],
);

pub(super) static MONEY_TOO_LARGE: Text = refused(
    ["金额太大", "amount too large"],
    [
        "金额“{=amount}”整数部分超过12位。请核对位数。",
        "The amount “{=amount}” has more than 12 digits before the point. Count the digits.",
    ],
    [
        "金额“{=amount}”大得不合常理，没有登记。请查对单据上的位数。",
        "The amount “{=amount}” is beyond reason and was not entered. Count the digits on the receipt.",
    ],
);

pub(super) static OPENING_NOT_FIRST: Text = refused(
    ["期初余额应最先登记", "opening balance comes first"],
    [
        "已有期初余额，或者有比它更早的收支（{time}）。期初余额只登记一次，日期不晚于第一笔收支；写错的先冲销。",
        "There is an opening balance already, or an entry before it ({time}). It is entered once, for a day not after the first entry; reverse a wrong one first.",
    ],
    [
        "期初余额说明第一笔收支之前有多少钱，只有一个。现有账目从{time}开始；要改，先冲销原来的期初余额。",
        "The opening balance says what was there before the first entry, and there is one. The funds begin on {time}; to change it, reverse it first.",
    ],
);

pub(super) static UNKNOWN_FUND_ENTRY: Text = refused(
    ["没有这笔账", "no such entry"],
    [
        "经费账里没有第{=entry}笔。请核对编号。",
        "The funds have no entry {=entry}. Check the number.",
    ],
    [
        "找不到第{=entry}笔账，无从更正。请说明日期和金额，由记录人查出编号。",
        "There is no entry {=entry} to put right. Say the day and the amount, and have the recorder find its number.",
    ],
);

pub(super) static FUNDS_REVERSED_ALREADY: Text = refused(
    ["已经冲销", "reversed already"],
    [
        "第{=entry}笔已在{time}由第{=by}笔冲销，不能再冲一次。请核对编号。",
        "Entry {=entry} was reversed by entry {=by} on {time} and is not reversed twice. Check the number.",
    ],
    [
        "第{=entry}笔已经不在余额里（第{=by}笔冲销）。要恢复，照原样再记一笔。",
        "Entry {=entry} is out of the balance already, by entry {=by}. To have it back, make it again.",
    ],
);

pub(super) static REVERSAL_STANDS: Text = refused(
    ["冲销不能再冲销", "a reversal is not reversed"],
    [
        "第{=entry}笔是对第{=of}笔的冲销，冲销本身不再冲销。请把第{=of}笔的内容重新登记。",
        "Entry {=entry} reverses entry {=of}, and a reversal is not reversed. Make entry {=of} again instead.",
    ],
    [
        "冲错了就把原来那笔（第{=of}笔）重新登记，两笔都留在账上，看得清楚。",
        "If it was reversed by mistake, entry {=of} is made again: everything stays on record and can be followed.",
    ],
);

pub(super) static REVERSAL_TOO_EARLY: Text = refused(
    ["冲销早于原账", "reversal before its entry"],
    [
        "第{=entry}笔记在{time}，冲销的日期不能更早。请核对日期。",
        "Entry {=entry} is of {time}, and its reversal cannot be earlier. Check the day.",
    ],
    [
        "一笔账不能在发生之前冲销（第{=entry}笔，{time}）。请说明哪天发现的差错。",
        "An entry cannot be taken back before it was made (entry {=entry}, {time}). Say on which day the mistake was found.",
    ],
);

pub(super) static NOTHING_OF_THAT_YEAR: Text = refused(
    ["该年没有经费账", "no funds that year"],
    [
        "{=year}年在经费账的起止年份之外，没有可报告的。请核对年份。",
        "The year {=year} lies outside the years these funds cover, so there is nothing to report. Check the year.",
    ],
    [
        "账上没有{=year}年的经费，报告无从谈起。请说明报告的是哪一年。",
        "There are no funds of {=year} in the book to report on. Say which year is meant.",
    ],
);

pub(super) static REPORT_TOO_EARLY: Text = refused(
    ["报送早于所报年度", "report before its year"],
    [
        "{=year}年的报告不能在{time}报送，那一年还没有开始。请核对年份和日期。",
        "The report on {=year} cannot have been sent on {time}, before that year began. Check year and day.",
    ],
    [
        "{time}时{=year}年还没有开始，当时报送的不会是这一年的报告。请说明报的是哪一年。",
        "On {time} the year {=year} had not begun, so what was sent was the report on another year. Say which.",
    ],
);

pub(super) static OVERDRAWN: Text = noted(
    ["超出余额", "more than there is"],
    ["支出超过账上余额", "more is spent than there is"],
    [
        "余额只有{balance}，这一笔{amount}，会差{short}。请核对金额和日期；确是如此，写明理由。",
        "There is {balance}, and this takes {amount}: {short} would be missing. Check amount and day; if it is so, give a reason.",
    ],
    [
        "账上的钱不够：余额{balance}，要减{amount}，差{short}。请说明差额由谁垫付、何时补上。",
        "The money does not reach: {balance} less {amount} leaves {short} short. Say who lends it and when it comes back.",
    ],
);

pub(super) static YEAR_APPROVED: Text = noted(
    ["该年报告已批准", "year already approved"],
    [
        "该年度的经费报告已经会议批准，此后又有变动",
        "the report on that year was approved by a meeting, and an entry was made in it since",
    ],
    [
        "{=year}年的经费报告已由第{=decision}项决定批准。更正一般记在今天；确要记入该年的，写明理由。",
        "The report on {=year} was approved by decision {=decision}. A correction is usually dated today; to enter it in that year, give a reason.",
    ],
    [
        "这一笔会改变已经批准的{=year}年报告（第{=decision}项决定）。请说明理由，并在下次会议上报告。",
        "This changes the approved report on {=year} (decision {=decision}). Say why, and report it to the next meeting.",
    ],
);

pub(super) static DECISION_VOID: Text = noted(
    ["所依据的决定已作废", "decision is void"],
    ["支出所依据的决定已经作废", "the decision the spending rests on is void"],
    [
        "第{=decision}项决定已经作废。请核对编号；确要照它支出，写明理由。",
        "Decision {=decision} is void. Check its number; to spend by it all the same, give a reason.",
    ],
    [
        "这笔支出所依据的第{=decision}项决定已不成立。请说明现在凭什么支出。",
        "Decision {=decision}, which this spending rests on, no longer stands. Say what it rests on now.",
    ],
);
