//! What each kind of entry is called, by the name it is stored under.

use super::two;
use crate::charter::Name;
use crate::record::Book;
use crate::text::{Lang, Words};

/// The name of an act by the kind of its first entry; an unknown kind is said as it is.
pub fn act_name(lang: Lang, kind: &str) -> String {
    lang.pick(&act(kind))
}

/// See [`act_name`].
pub(in crate::text) fn act(kind: &str) -> Name {
    let known = KINDS.iter().find(|(name, _)| *name == kind);
    known.map_or_else(|| Book::said(kind), |(_, [zh, en])| two(*zh, *en))
}

/// Every kind of entry; a test compares it with the record's own list.
const KINDS: &[(&str, Words)] = &[
    ("charter_adopted", ["收入章程", "charter put in"]),
    ("reading_adopted", ["选定读法", "reading adopted"]),
    ("enrolled", ["期初成员登记", "opening register"]),
    ("seated", ["期初席位登记", "opening seats"]),
    ("filled", ["期初任职登记", "opening office"]),
    ("stood", ["期初届次登记", "opening term"]),
    ("numbered", ["期初编号登记", "opening numbers"]),
    ("attached", ["收存文件", "paper kept"]),
    ("membership_lost", ["丧失成员资格", "membership lost"]),
    ("convened", ["召集会议", "meeting convened"]),
    ("item_added", ["列入议程", "item added"]),
    ("item_moved", ["调整议程", "item moved"]),
    ("filed", ["登记前置材料", "precondition filed"]),
    ("attendance_recorded", ["签到", "attendance"]),
    ("observer_noted", ["登记列席", "observer"]),
    ("recused", ["回避", "recusal"]),
    ("called_to_order", ["开会", "call to order"]),
    ("presider_changed", ["更换主持人", "change of presider"]),
    ("recorder_changed", ["更换记录人", "change of recorder"]),
    ("break_begun", ["休会", "break"]),
    ("resumed", ["复会", "resumption"]),
    ("interrupted", ["中断", "interruption"]),
    ("meeting_closed", ["闭会", "closing"]),
    ("item_opened", ["进入议程", "item taken up"]),
    ("item_ended", ["结束议程", "item ended"]),
    ("moved", ["提出议案", "motion"]),
    ("reworded", ["修改议案文字", "motion reworded"]),
    ("amendment_moved", ["提出修正案", "amendment"]),
    ("motion_withdrawn", ["撤回议案", "motion withdrawn"]),
    ("vote_opened", ["开始表决", "vote opened"]),
    ("admitted_to_vote", ["准许参加表决", "admission to the vote"]),
    ("counted", ["计票", "count"]),
    ("called", ["唱名应答", "answer in the roll call"]),
    ("vote_closed", ["结束计票", "count ended"]),
    ("challenged", ["计票异议", "challenge"]),
    ("vote_voided", ["表决作废", "vote voided"]),
    ("declared", ["宣布结果", "declaration"]),
    ("enacted", ["执行决定", "decision carried out"]),
    ("election_planned", ["准备选举", "election prepared"]),
    ("tellers_named", ["提名监票计票人", "tellers proposed"]),
    ("candidates_set", ["候选人名单", "candidates named"]),
    ("ballots_issued", ["发票", "papers handed out"]),
    ("box_opened", ["开箱", "box opened"]),
    ("sheet_entered", ["计票单", "sheet"]),
    ("sheet_corrected", ["更正计票单", "sheet corrected"]),
    ("round_counted", ["结束计票", "count ended"]),
    ("round_recounted", ["重新计票", "counted again"]),
    ("round_declared", ["宣布选举结果", "election declared"]),
    ("round_voided", ["本轮作废", "round voided"]),
    // --- members and people ----------------------------------------------------------------------
    ("member_amended", ["更正名册", "register changed"]),
    ("person_kept", ["登记人员", "person kept"]),
    ("person_forgotten", ["删除人员资料", "person's data removed"]),
    // --- from the notice to the door -------------------------------------------------------------
    ("notice_sent", ["发出通知", "notice sent"]),
    ("reply_received", ["收到回执", "reply received"]),
    ("reply_taken_back", ["撤回回执", "reply taken back"]),
    ("nominations_opened", ["开始提名", "nominations opened"]),
    ("nominated", ["提名", "nomination"]),
    ("nomination_ended", ["提名失效", "nomination ended"]),
    ("requisition_opened", ["发起联署", "requisition begun"]),
    ("requisition_signed", ["联署", "requisition signed"]),
    ("signature_withdrawn", ["撤回联署", "signature withdrawn"]),
    ("requisition_met", ["联署成会", "called on a requisition"]),
    // --- decisions carried out -------------------------------------------------------------------
    ("decision_assigned", ["交办决定", "decision assigned"]),
    ("progress_reported", ["报告执行情况", "progress reported"]),
    ("amendment_drafted", ["起草章程修改案", "charter drafted anew"]),
    ("opinion_collected", ["征集意见", "opinion taken down"]),
    ("opinions_collated", ["整理意见", "opinions collated"]),
    ("draft_put", ["提交草案", "draft put"]),
    ("amendment_taken_back", ["收回章程修改", "amendment taken back"]),
    // --- funds -----------------------------------------------------------------------------------
    ("funds_opened", ["经费期初余额", "opening balance of the funds"]),
    ("received", ["经费收入", "income"]),
    ("spent", ["经费支出", "spending"]),
    ("funds_reversed", ["冲销经费账", "entry of the funds reversed"]),
    ("funds_reported", ["报送经费报告", "report on the funds sent"]),
    // --- minutes and their issue -----------------------------------------------------------------
    ("minutes_worded", ["撰写记录文字", "wording of the minutes"]),
    ("draft_remarked", ["对草稿的意见", "remark on the draft"]),
    ("remark_answered", ["答复意见", "remark answered"]),
    ("minutes_issued", ["编发会议记录", "minutes issued"]),
    ("minutes_approved", ["通过会议记录", "minutes approved"]),
    ("minutes_signed", ["签署会议记录", "minutes signed"]),
    ("minutes_signed_with_key", ["密钥签署会议记录", "minutes signed with a key"]),
    ("minutes_published", ["发布会议记录", "minutes published"]),
    ("minutes_reopened", ["重新打开会议记录", "minutes reopened"]),
    ("slip_issued", ["出更正单", "correction slip"]),
    ("key_bound", ["登记密钥", "key bound"]),
    ("key_withdrawn", ["收回密钥", "key withdrawn"]),
    ("papers_printed", ["印制文书", "papers printed"]),
    // --- procedures between meetings -------------------------------------------------------------
    ("case_opened", ["立卷", "case opened"]),
    ("step_taken", ["办理卷宗", "step of a case"]),
    ("case_ended", ["终止卷宗", "case ended"]),
    ("permit_given", ["给予许可", "permit given"]),
    ("permit_ended", ["收回授权或许可", "permit taken back"]),
    ("member_reviewed", ["成员评审", "review of a member"]),
    ("office_vacated", ["离任", "office given up"]),
    ("designated", ["指定代行", "designation"]),
    ("designation_ended", ["代行结束", "designation ended"]),
    // --- notes and corrections -------------------------------------------------------------------
    ("note_taken", ["记事", "note"]),
    ("note_edited", ["改写记事", "note rewritten"]),
    ("struck", ["撤销", "undo"]),
    ("settled", ["核实存盘", "entry confirmed"]),
    ("attendance_corrected", ["更正签到", "attendance corrected"]),
    ("count_corrected", ["更正计票", "count corrected"]),
    ("text_corrected", ["更正文字", "text corrected"]),
    ("enactment_corrected", ["更正执行", "enactment corrected"]),
];
