//! Names of meetings, days and headcounts, and the line of each entry.

use super::{ALLIANCE, book, charter, meeting};
use quorate::record::Stamp;
use quorate::record::command::NewItem;
use quorate::record::event::{Answered, Entry, Event, Fact, Presence, Touched};
use quorate::record::state::Headcount;
use quorate::text::{Lang, words};

#[test]
fn meetings_days_and_headcounts_are_named() {
    let (own, mut meeting) = (charter(ALLIANCE), meeting());
    assert_eq!(words::meeting_name(Lang::Zh, &own, &meeting), "第二届第一次联盟大会");
    assert_eq!(words::meeting_name(Lang::En, &own, &meeting), "Assembly, term 2, meeting 1");
    meeting.special = true;
    assert_eq!(words::meeting_name(Lang::Zh, &own, &meeting), "第二届第一次联盟大会（临时）");
    assert_eq!(words::date(Lang::Zh, meeting.date), "2026年11月22日");
    assert_eq!(words::date(Lang::En, meeting.date), "22 November 2026");
    let heads = Headcount {
        roll: 36,
        present: 30,
        in_person: 27,
        delegates: 2,
        proxies: 1,
        online: 0,
        excused: 4,
        absent: 2,
    };
    assert_eq!(
        words::headcount_in_full(Lang::Zh, &own, &heads),
        "应到36家，实到30家（本人27、委派2、委托1），请假4家，缺席2家"
    );
    assert_eq!(
        words::headcount(Lang::En, &heads),
        "36 on the roll, 30 present (27 in person, 2 by delegate, 1 by proxy), 4 excused, 2 absent"
    );
}

fn entry(event: Event) -> Entry {
    let at = Stamp::parse_from_rfc3339("2026-11-22T09:01:00+08:00").unwrap();
    let fact = Fact { meeting: Some(1), event, noticed: Vec::new(), answered: None };
    Entry { seq: 1, act: String::new(), happened: at, entered: at, fact }
}

#[test]
fn entries_are_told_in_one_line() {
    let book = book();
    let line = |lang, entry: &Entry| words::event_line(lang, &book, book.meeting(1), entry);
    let presence = Presence::Delegate { who: "代表05".into(), letter: String::new() };
    let mut signed_in = entry(Event::AttendanceRecorded { unit: 5, presence });
    assert_eq!(line(Lang::Zh, &signed_in), "签到（委派）：示例单位5（代表05）");
    signed_in.entered += chrono::TimeDelta::minutes(9);
    signed_in.fact.answered = Some(Answered { codes: Vec::new(), reason: "迟到".into() });
    assert_eq!(
        line(Lang::Zh, &signed_in),
        "签到（委派）：示例单位5（代表05）；理由：迟到（补录于09:10）"
    );
    let undone = entry(Event::Struck { from: 8, to: 9, what: "attendance_recorded".into() });
    assert_eq!(line(Lang::Zh, &undone), "撤销：签到（第8至9条）");
    assert_eq!(line(Lang::En, &undone), "undone: attendance (entries 8 to 9)");
    let new = NewItem {
        title: "年度报告".into(),
        matter: None,
        draft: String::new(),
        subjects: Vec::new(),
        before: None,
        from: None,
        case: None,
        tasks: Vec::new(),
    };
    let added = entry(Event::ItemAdded { item: 4, new, on_notice: false });
    assert_eq!(line(Lang::Zh, &added), "列入议程第4项：年度报告（未列入通知）");
    let touched = Touched {
        meeting: 1,
        vote: 3,
        what: "needed".into(),
        was: "19".into(),
        would_be: "18".into(),
    };
    assert_eq!(
        words::touched(Lang::Zh, &book, &touched),
        "第二届第一次联盟大会第3次表决：所需票数记录为19，应为18"
    );
}

#[test]
fn a_private_note_is_not_repeated() {
    let note = Event::NoteTaken {
        note: 1,
        item: None,
        note_kind: Default::default(),
        who: String::new(),
        text: "机密".into(),
        private: true,
    };
    let said = words::event_line(Lang::Both, &book(), None, &entry(note));
    assert!(!said.contains("机密"), "{said}");
}

/// The record's own list of kinds, as its reader gives it when asked for one there is not.
#[test]
fn every_kind_of_entry_has_a_name() {
    let error = serde_json::from_str::<Event>(r#"{"kind":"?"}"#).unwrap_err().to_string();
    let list = error.split("expected one of").nth(1).unwrap();
    let kinds: Vec<&str> = list.split('`').skip(1).step_by(2).collect();
    assert!(kinds.len() > 40, "{error}");
    for kind in kinds {
        for lang in [Lang::Zh, Lang::En] {
            assert_ne!(words::act_name(lang, kind), kind, "{kind} has no name");
        }
    }
}
