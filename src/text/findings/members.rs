//! Texts about people of the units and their letters.

use super::{Text, refused};

pub(super) static UNKNOWN_PERSON: Text = refused(
    ["没有这个人员", "no such person"],
    [
        "名册中没有{=person}号人员，或其资料已经删除，或单位、身份对不上。请在名册里核对。",
        "The register has no person {=person}, or the data was removed, or the unit or role is another. Check the register.",
    ],
    [
        "找不到{=person}号人员。请让记录人在名册里选定要改的是谁。",
        "Person {=person} is not found. Have the recorder choose in the register who is meant.",
    ],
);

pub(super) static LETTER_NOT_DELEGATE: Text = refused(
    ["不是代表", "not a delegate"],
    [
        "授权书只登记给代表，{unit}的这个人不是代表。请改选“代表”，或去掉授权书。",
        "A letter of authority is entered for a delegate only, and this person of {unit} is none. Choose “delegate”, or leave the letter out.",
    ],
    [
        "授权书是给{unit}代表的。请说明此人是否作为代表。",
        "A letter of authority is for a delegate of {unit}. Say whether this person is one.",
    ],
);

pub(super) static LETTER_DAYS: Text = refused(
    ["授权日期颠倒", "days reversed"],
    [
        "授权书的截止日（{to}）早于起始日（{from}）。请核对两个日期。",
        "The letter's last day ({to}) is before its first ({from}). Check both days.",
    ],
    [
        "授权书写的是{from}起、{to}止，前后颠倒。请以原件为准。",
        "The letter is said to run from {from} to {to}, which is the wrong way round. Go by the letter itself.",
    ],
);
