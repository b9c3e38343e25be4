//! The hall view: what a room sees in each state, that nothing appears before its time, and that no size breaks it.

// Helpers of tests may unwrap like the tests themselves.
#![allow(clippy::unwrap_used)]

mod book;
mod follow;
mod order;
mod sizes;

use book::{STATES, Session, state};
use quorate::text::Lang;
use quorate::ui::big::{self, Scale};
use quorate::ui::hall::{self, Mode};
use quorate::ui::theme::{Depth, Kind, Role, Theme, style};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Style;

const THEME: Theme = Theme { kind: Kind::Hall, depth: Depth::True };
const SIZES: [(u16, u16); 4] = [(80, 24), (120, 36), (200, 50), (60, 16)];

/// The hall view of a book on a screen of this size.
fn screen(session: &Session, (wide, high): (u16, u16), mode: Mode, lang: Lang) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(wide, high)).unwrap();
    let ledger = &session.ledger;
    let book = &ledger.book;
    let meeting = book.meeting_in_hand().or(book.meetings.last());
    let (head, now) = (&ledger.head, book.last_entered.unwrap());
    terminal
        .draw(|f| hall::draw(f, f.area(), book, meeting, mode, head, now, lang, THEME))
        .unwrap();
    terminal.backend().buffer().clone()
}

/// The rows as text, what follows a wide character left out.
fn rows(buf: &Buffer) -> Vec<String> {
    let row = |y: u16| {
        let (mut text, mut x) = (String::new(), 0);
        while x < buf.area.width {
            let cell = &buf[(x, y)];
            text.push_str(cell.symbol());
            x += cell.cell_width().max(1);
        }
        text
    };
    (0..buf.area.height).map(row).collect()
}

/// Whether a word stands on the screen, at normal size or in big letters.
fn shows(buf: &Buffer, word: &str) -> bool {
    rows(buf).iter().any(|row| row.contains(word)) || shows_big(buf, word)
}

/// Whether a word stands there in big letters of any size.
fn shows_big(buf: &Buffer, word: &str) -> bool {
    [Scale::Compact, Scale::Full, Scale::Double].into_iter().any(|scale| {
        let (wide, high) = big::measure(word, scale);
        let area = Rect::new(0, 0, wide, high);
        let mut drawn = Buffer::empty(area);
        big::draw(&mut drawn, area, word, scale, Style::new());
        // The lit cells first: most places fail at the first of them.
        let mut cells: Vec<_> = area.positions().map(|at| (at, drawn[at].symbol())).collect();
        cells.sort_by_key(|(_, symbol)| *symbol == " ");
        let symbols = |buf: &Buffer, x: u16, y: u16| {
            cells.iter().all(|(at, symbol)| buf[(x + at.x, y + at.y)].symbol() == *symbol)
        };
        let fits = wide <= buf.area.width && high <= buf.area.height;
        fits && (0..=buf.area.height - high)
            .any(|y| (0..=buf.area.width - wide).any(|x| symbols(buf, x, y)))
    })
}

#[track_caller]
fn expect(name: &str, words: &[&str], never: &[&str], lang: Lang, mode: Mode) {
    let session = state(name);
    for size in SIZES {
        let buf = screen(&session, size, mode, lang);
        for word in words {
            assert!(shows(&buf, word), "{name} {size:?}: no {word}\n{:#?}", rows(&buf));
        }
        for word in never {
            assert!(!shows(&buf, word), "{name} {size:?}: {word}\n{:#?}", rows(&buf));
        }
    }
}

const RESULTS: [&str; 5] = ["通过", "CARRIED", "carried", "作废", "VOID"];

#[test]
fn the_room_reads_each_state_in_chinese() {
    let cases: [(&str, &[&str], &[&str]); 17] = [
        (
            "preparing",
            &["签到", "应到", "实到", "21", "普通决议：须18家，已够", "修改章程：须24家，还差3家"],
            &[],
        ),
        ("in_session", &["会议进行中", "30"], &[]),
        ("item", &["须24票"], &["赞成"]),
        ("motion", &["须24票", "修改章程：全体成员三分之二以上"], &["赞成"]),
        ("motion_short", &["须18票", "须18票，现可表决的只有17家"], &[]),
        ("amendment", &["（修正案）", "须24票"], &["赞成"]),
        ("hands_begun", &["赞成", "–", "须24票", "举手表决　计票中"], &["尚未确定", "已成定局"]),
        (
            "hands_section",
            &["18", "还差6票", "举手表决　计票中　还有9票未计"],
            &["尚未确定", "已成定局"],
        ),
        ("hands_counted", &["25", "已达到", "计票中"], &["尚未确定", "已成定局"]),
        ("roll_call", &["下一位", "赞成", "5", "还差19票", "唱名表决"], &[]),
        ("secret_begun", &["发出", "收回", "须24票", "无记名投票　投票中"], &["赞成"]),
        (
            "secret_box",
            &["发出", "30", "收回", "29", "须24票"],
            &["赞成", "25", "尚未确定", "已成定局"],
        ),
        ("secret_closed", &["赞成", "25", "等待主持人宣布"], &[]),
        ("closed", &["赞成", "25", "等待主持人宣布"], &["计票中"]),
        ("carried", &["通过", "赞成", "25", "依据第二十二条"], &["未获", "等待"]),
        ("lost", &["未获通过", "22", "差2票"], &["等待"]),
        ("void", &["作废", "计票员漏数西区，重新表决"], &["通过", "25"]),
    ];
    for (name, words, never) in cases {
        expect(name, words, never, Lang::Zh, Mode::Show);
    }
    expect("break", &["休会"], &["通过", "25"], Lang::Zh, Mode::Show);
    expect("over", &["闭会"], &["通过"], Lang::Zh, Mode::Show);
}

#[test]
fn the_room_reads_each_state_in_english() {
    let cases: [(&str, &[&str], &[&str]); 10] = [
        ("preparing", &["Signing in", "Present", "21", "24 needed, 3 more members"], &[]),
        ("motion", &["Need 24", "amendment of the charter: two thirds"], &[]),
        (
            "hands_section",
            &["For", "Against", "Abstain", "18", "6 more", "9 votes still out"],
            &["certain", "reached"],
        ),
        ("roll_call", &["Next to answer", "roll call"], &[]),
        ("secret_box", &["Issued", "Returned", "29", "Need 24"], &["For", "25"]),
        ("closed", &["Not yet declared", "25"], &[]),
        ("carried", &["CARRIED", "Under article 22"], &["NOT"]),
        ("lost", &["NOT", "CARRIED", "too few"], &[]),
        ("void", &["VOID"], &["CARRIED", "25"]),
        ("break", &["BREAK"], &["CARRIED", "25"]),
    ];
    for (name, words, never) in cases {
        expect(name, words, never, Lang::En, Mode::Show);
    }
    expect("carried", &["通过", "依据第二十二条", "Under article 22"], &[], Lang::Both, Mode::Show);
}

/// Leading, certain and final are three different words, and the third is the presider's.
#[test]
fn no_result_stands_on_the_wall_before_it_is_declared() {
    for name in STATES {
        let done = ["carried", "lost", "void"].contains(&name);
        let session = state(name);
        for lang in [Lang::Zh, Lang::En, Lang::Both] {
            for size in [(80, 24), (120, 36)] {
                let buf = screen(&session, size, Mode::Show, lang);
                let found = RESULTS.iter().find(|word| shows(&buf, word));
                assert_eq!(found.is_some(), done, "{name} {size:?} {lang:?}: {found:?}");
            }
        }
    }
}

#[test]
fn a_blank_hall_is_its_ground_and_nothing_else() {
    let ground = style(THEME, Role::HallText);
    for name in ["carried", "hands_counted", "preparing"] {
        let buf = screen(&state(name), (80, 24), Mode::Blank, Lang::Zh);
        assert!(buf.content.iter().all(|c| c.symbol() == " "), "{name}");
        assert!(buf.content.iter().all(|c| Some(c.bg) == ground.bg), "{name}");
    }
}

#[test]
fn a_hidden_tally_shows_only_that_a_vote_is_taken_and_what_it_needs() {
    let never = ["赞成", "反对", "25", "18", "还差", "已达到", "已成定局", "尚未确定", "下一位"];
    for name in ["hands_begun", "hands_section", "hands_counted", "roll_call", "secret_box"] {
        expect(name, &["表决中", "须24票"], &never, Lang::Zh, Mode::HideTally);
    }
    // Once it is closed the count is no longer a running one.
    expect("closed", &["赞成", "25"], &[], Lang::Zh, Mode::HideTally);
}

#[test]
fn a_secret_ballot_names_nobody() {
    for name in ["secret_begun", "secret_box", "secret_closed"] {
        let session = state(name);
        for mode in [Mode::Show, Mode::HideTally] {
            let buf = screen(&session, (200, 50), mode, Lang::Zh);
            let found = (1..=36).find(|n| shows(&buf, &session.ledger.book.unit_name(*n)));
            assert_eq!(found, None, "{name}");
        }
    }
}

#[test]
fn the_unit_that_answers_next_is_named_large() {
    let buf = screen(&state("roll_call"), (200, 50), Mode::Show, Lang::Zh);
    assert!(shows_big(&buf, "新疆示例质量技术中心10"));
    let buf = screen(&state("roll_call"), (80, 24), Mode::Show, Lang::Zh);
    assert!(shows_big(&buf, "新疆示例质量"), "in two lines of the same length");
    assert!(shows_big(&buf, "技术中心10"));
}

#[test]
fn the_result_is_the_largest_thing() {
    let carried = screen(&state("carried"), (80, 24), Mode::Show, Lang::Zh);
    let (wide, high) = big::measure("通过", Scale::Double);
    let area = Rect::new(0, 0, wide, high);
    let mut drawn = Buffer::empty(area);
    big::draw(&mut drawn, area, "通过", Scale::Double, Style::new());
    let lit = |buf: &Buffer| buf.content.iter().filter(|c| c.symbol() == "█").count();
    assert!(lit(&carried) >= lit(&drawn), "as large as letters get");
}

/// What the wall shows of an election after these commands.
fn election(extra: &[serde_json::Value]) -> Session {
    let mut session = Session::new();
    for command in book::election() {
        session.act(command);
    }
    for command in extra {
        session.act(command.clone());
    }
    session
}

#[test]
fn an_election_from_who_stands_to_who_is_elected() {
    use serde_json::json;
    let issue =
        json!({"do": "issue_ballots", "item": 5, "contest": 1, "printed": 40, "issued": 34});
    let open =
        |recovered: u32| json!({"do": "open_box", "item": 5, "contest": 1, "recovered": recovered});
    let sheet = |votes: [u32; 2]| {
        let votes = votes.map(|yes| json!({"yes": yes}));
        json!({"do": "enter_sheet", "item": 5, "contest": 1,
            "sheet": {"valid": 34, "invalid": 0, "votes": votes}})
    };
    let close = json!({"do": "close_count", "item": 5, "contest": 1});
    let declare = json!({"do": "declare_election", "item": 5, "contest": 1, "text": "选举结果。"});
    let results = ["当选", "无人当选", "ELECTED"];
    // The item's own title speaks of electing; `当选须` says what it takes.
    let shown = |session: &Session, words: &[&str], never: &[&str]| {
        for size in SIZES {
            let buf = screen(session, size, Mode::Show, Lang::Zh);
            for word in words {
                assert!(shows(&buf, word), "{size:?}: no {word}\n{:#?}", rows(&buf));
            }
            let plain = rows(&buf).join("\n").replace("当选须", "");
            for word in never {
                let there = plain.contains(word) || shows_big(&buf, word) && *word != "当选";
                assert!(!there, "{size:?}: {word}\n{:#?}", rows(&buf));
            }
        }
    };
    let mut steps = Vec::new();
    let mut now = |step: serde_json::Value| {
        steps.push(step);
        election(&steps)
    };
    shown(&now(issue.clone()), &["投票中", "34", "须18票"], &results);
    shown(&now(open(34)), &["选举有效"], &results);
    shown(&now(sheet([25, 9])), &["计票中，不是结果", "候选人甲", "25"], &results);
    shown(&now(close.clone()), &["等待主持人宣布"], &results);
    shown(&now(declare.clone()), &["当选", "候选人甲", "须18票"], &["等待主持人宣布", "计票中"]);
    // Whatever comes next takes its place.
    shown(&now(json!({"do": "break"})), &["休会"], &["候选人甲"]);

    let none = [issue.clone(), open(34), sheet([17, 17]), close.clone(), declare];
    shown(&election(&none), &["无人当选", "再次投票"], &[]);
    shown(&election(&[issue.clone(), open(35)]), &["选举无效"], &["选举有效", "计票中"]);
    let hidden = election(&[issue, open(34), sheet([25, 9])]);
    for size in SIZES {
        let buf = screen(&hidden, size, Mode::HideTally, Lang::Zh);
        assert!(shows(&buf, "计票中") && !shows(&buf, "候选人甲"), "{:#?}", rows(&buf));
    }
    shown(&election(&[]), &["候选人甲", "候选人乙"], &results);
}
