//! Texts about amending the charter.

use super::{Text, noted, refused};

pub(super) static NO_ARTICLES: Text = refused(
    ["没有条文可改", "no articles to change"],
    [
        "会议簿里的章程没有逐条的条文，不能按条起草。请提交修改后的整份章程文件。",
        "The charter in the book has no articles of its own, so none can be drafted by itself. Hand in the whole file as amended.",
    ],
    [
        "这份章程文件只有规则、没有条文。修改案要以整份文件提出。",
        "This charter file holds rules and no articles. An amendment is brought in as a whole file.",
    ],
);

pub(super) static UNKNOWN_ARTICLE: Text = refused(
    ["没有这一条", "no such article"],
    [
        "章程没有编号为{=article}的条文，它也不是紧接末条的新条文。请核对条号。",
        "The charter has no article with the number {=article}, and it is not the next one either. Check the number.",
    ],
    [
        "编号{=article}的条文不存在。请说明改哪一条，或新条文接在哪一条之后。",
        "There is no article with the number {=article}. Say which one changes, or which one a new one follows.",
    ],
);

pub(super) static ARTICLE_TWICE: Text = refused(
    ["同一条改了两次", "an article twice"],
    [
        "同一份草案对编号{=article}的条文写了两处改动。请合并成一处。",
        "This draft changes the article with the number {=article} twice. Make one change of it.",
    ],
    [
        "草案对编号{=article}的条文有两种改法，请先确定一种。",
        "The draft has two wordings for the article with the number {=article}. Settle on one first.",
    ],
);

pub(super) static ARTICLE_RESTED_ON: Text = refused(
    ["有规则依据这一条", "a rule rests on it"],
    [
        "编号{=article}的条文不能单独删去：章程文件中“{at}”以它为依据。请改写该条，或提交连同规则一起修改的整份章程文件。",
        "The article with the number {=article} cannot simply go: in the charter file, {at} rests on it. Reword the article, or hand in the whole file with its rules changed too.",
    ],
    [
        "删去编号{=article}的条文，会使“{at}”失去依据。请保留条号、改写内容，或连同规则一起提出修改。",
        "Without the article with the number {=article}, {at} would rest on nothing. Keep its number and reword it, or bring in the rules changed with it.",
    ],
);

pub(super) static ARTICLE_NAMED: Text = refused(
    ["别的条文援引它", "another article names it"],
    [
        "要删去编号{=article}的条文，但编号{=by}的条文援引了它。请在同一份草案中一并修改后者。",
        "The article with the number {=article} is to go, but the article with the number {=by} names it. Change that one in the same draft.",
    ],
    [
        "编号{=by}的条文援引了要删去的、编号{=article}的条文，请一并修改。",
        "The article with the number {=by} names the one to be taken out, number {=article}. Change both.",
    ],
);

pub(super) static UNKNOWN_DRAFT: Text = refused(
    ["没有这份草案", "no such draft"],
    [
        "没有编号为{=draft}的章程修改草案。请核对编号。",
        "There is no draft of the charter with the number {=draft}. Check the number.",
    ],
    [
        "找不到编号为{=draft}的修改草案。请说明是哪一份。",
        "The draft with the number {=draft} cannot be found. Say which one is meant.",
    ],
);

pub(super) static NOT_AN_AMENDMENT: Text = refused(
    ["该项不是修改章程", "amends no charter"],
    [
        "议程第{=item}项不是修改章程的事项，不能提交修改草案。请核对议程项。",
        "Item {=item} does not amend the charter, so no draft is put under it. Check the item.",
    ],
    [
        "章程修改草案只能在修改章程的议程项下提出。请先把该事项列入议程。",
        "A draft of the charter is put only under an item that amends it. Put such an item on the agenda first.",
    ],
);

pub(super) static DRAFT_OUTDATED: Text = refused(
    ["草案所据文本已变", "made from an earlier text"],
    [
        "草案{=draft}起草以后，章程换了文本，照它通过会改掉其间的修改。请按现行文本重新起草，再提交会议。",
        "Another text of the charter came into force since draft {=draft} was made; carried now, it would undo that. Draft it anew from the text in force and put it again.",
    ],
    [
        "草案{=draft}依据的不是现行章程，不能付表决。请让秘书按现行文本重新起草。",
        "Draft {=draft} was not made from the charter in force and cannot be voted on. Have it drafted anew.",
    ],
);

pub(super) static DRAFT_DIFFERS: Text = noted(
    ["议案与草案不同", "motion differs from draft"],
    [
        "议案文字与所提草案不同，会议簿里的章程没有改动",
        "the motion no longer reads as its draft; the charter in the book is as it was",
    ],
    [
        "议案文字在会上改过，与草案{=draft}不同；照此通过，会议簿里的章程不会改动。请按会上的文字另起草案并重新提交。",
        "The motion was changed since draft {=draft} was put; carried like this, the charter in the book stays as it is. Draft the text as it now reads and put that draft.",
    ],
    [
        "会上已改动议案，草案{=draft}不再是所表决的文字。请暂缓表决，让秘书按改后文字重新起草。",
        "The motion was amended on the floor, and draft {=draft} is no longer what is voted on. Hold the vote until it is drafted anew.",
    ],
);

pub(super) static CHARTER_UNCHANGED: Text = noted(
    ["章程文本未换", "charter in book unchanged"],
    [
        "修改章程的决定已通过，会议簿里的章程文本没有改动",
        "the amendment is carried in words; the charter in the book is as it was",
    ],
    [
        "决定只有文字、没有草案，会议簿里的章程没有改动。请按决定写好章程文件，再以“修改章程”换用，并写明本决定的文号。",
        "The amendment was moved in words without a draft, so the charter in the book is as it was. Write the charter file as decided and put it in, naming this decision.",
    ],
    [
        "修改已通过，但今后的表决仍按会议簿里的原章程裁定。请责成经办人尽快换用新文本。",
        "The amendment is carried, but votes are still judged by the text in the book. See that the new text is put in soon.",
    ],
);

pub(super) static AMENDED_SINCE: Text = noted(
    ["其后又有修改", "amended since"],
    [
        "所依据的决定失效，但其后章程又有修改，现行文本没有恢复",
        "the decision no longer stands, but the charter was amended since; the text in force was left as it is",
    ],
    [
        "章程第{=version}版所依据的决定已失效，但其后章程又换过文本，程序没有自行恢复。请核对两次修改，另行起草。",
        "The decision behind version {=version} no longer stands, but another text came into force since, and none was put back. Compare the two and draft what is right.",
    ],
    [
        "失效的修改之上已有新的修改，哪些条文继续有效须由有权机构决定。请把它列入下次会议。",
        "A later amendment stands on the one that no longer does. What remains in force has to be decided: put it on the next agenda.",
    ],
);
