//! The papers of a meeting: what each says, what it leaves to be filled in by hand, and what it is refused for.
//!
//! They are made from the sample book, from the book of three years and from halls of their own, and read as
//! Markdown.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

mod facts;
mod sheets;
mod template;

use crate::common::{ALLIANCE, Folder, GARDEN, Hall, convene, morning, votes};
use crate::issue::slips;
use crate::story::Story;
use quorate::ledger::Ledger;
use quorate::paper::markdown::markdown;
use quorate::paper::{Block, House, Look, Paper, Table, Text};
use quorate::papers::form::{self, Format, Press};
use quorate::papers::{self, Ask, Kind, Refused};
use quorate::record::{Book, Entry};
use quorate::text::Lang;
use serde_json::json;
use std::sync::OnceLock;

/// A book to make papers from.
struct Kept {
    book: Book,
    entries: Vec<Entry>,
    head: (u64, String),
}

impl Kept {
    fn of(ledger: Ledger) -> Self {
        let head = (ledger.head.seq, ledger.head.hash.hex());
        Self { book: ledger.book, entries: ledger.entries, head }
    }

    fn ask(&self) -> Ask<'_> {
        Ask {
            book: &self.book,
            entries: &self.entries,
            head: self.head.clone(),
            meeting: None,
            item: None,
            decision: None,
            unit: None,
            year: None,
            lang: Lang::Zh,
            today: morning().date_naive(),
        }
    }
}

/// The sample book, made once.
fn sample() -> &'static Kept {
    static SAMPLE: OnceLock<Kept> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let folder = Folder::new();
        let path = folder.join("sample.book");
        quorate::demo::make(&path, morning(), Lang::Zh).unwrap();
        Kept::of(Ledger::open_read_only(&path).unwrap())
    })
}

/// The book of three years, played once.
fn story() -> &'static Kept {
    static STORY: OnceLock<Kept> = OnceLock::new();
    STORY.get_or_init(|| Kept::of(Story::played().ledger()))
}

/// A book with minutes that were signed and corrected, made once.
fn corrected() -> &'static Kept {
    static CORRECTED: OnceLock<Kept> = OnceLock::new();
    CORRECTED.get_or_init(|| Kept::of(slips::corrected().ledger()))
}

/// The yearly assembly whose record is kept in the repository, played once.
fn annual() -> &'static Kept {
    static ANNUAL: OnceLock<Kept> = OnceLock::new();
    ANNUAL.get_or_init(|| {
        let (folder, text) = (Folder::new(), crate::common::data("minutes/annual.jsonl"));
        let book = folder.join("book");
        let door = quorate::act::Door { book: &book, lang: Lang::Zh, now: morning };
        let mut answers = Vec::new();
        assert!(quorate::act::run(&door, text.as_bytes(), &mut answers).unwrap());
        Kept::of(Ledger::open_read_only(&book).unwrap())
    })
}

#[track_caller]
fn made(kind: Kind, ask: &Ask) -> Vec<Paper> {
    papers::make(kind, ask).unwrap_or_else(|Refused(why)| panic!("{kind:?}: {}", why.zh))
}

/// The only paper of this kind, as it reads.
#[track_caller]
fn read(kind: Kind, ask: &Ask) -> String {
    let made = made(kind, ask);
    assert_eq!(made.len(), 1, "{kind:?}");
    markdown(&made[0])
}

#[track_caller]
fn refused(kind: Kind, ask: &Ask) -> [String; 2] {
    match papers::make(kind, ask) {
        Ok(_) => panic!("{kind:?} was made"),
        Err(Refused(why)) => [why.zh, why.en],
    }
}

#[track_caller]
fn says(paper: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(paper.contains(sentence), "“{sentence}” is not in\n{paper}");
    }
}

fn tables(paper: &Paper) -> Vec<&Table> {
    let table = |block: &'_ Block| matches!(block, Block::Table(_));
    let tables = paper.blocks.iter().filter(|b| table(b));
    tables
        .map(|b| match b {
            Block::Table(table) => table,
            _ => unreachable!("only tables were left"),
        })
        .collect()
}

fn cells(table: &Table) -> Vec<Vec<String>> {
    table.rows.iter().map(|row| row.cells.iter().map(Text::letters).collect()).collect()
}

/// Every kind with a question it can be made from.
fn questions() -> Vec<(Kind, Ask<'static>)> {
    let (sample, story) = (sample().ask(), story().ask());
    let of = |kind: Kind| match kind {
        Kind::VoteSlip => Ask { item: Some(4), ..sample.clone() },
        Kind::ElectionReport => Ask { meeting: Some(1), ..story.clone() },
        Kind::Announcement => Ask { decision: Some(16), ..story.clone() },
        Kind::Certificate | Kind::Resolution | Kind::Extract => {
            Ask { decision: Some(13), ..story.clone() }
        }
        Kind::Expulsion | Kind::AuthorityReport | Kind::Warning | Kind::Finance => story.clone(),
        Kind::Slip => corrected().ask(),
        _ => sample.clone(),
    };
    Kind::ALL.into_iter().map(|kind| (kind, of(kind))).collect()
}

#[test]
fn every_kind_is_made_in_every_language_and_leaves_no_hole() {
    for (kind, ask) in questions() {
        for lang in [Lang::Zh, Lang::En, Lang::Both] {
            for paper in made(kind, &Ask { lang, ..ask.clone() }) {
                let said = markdown(&paper);
                assert!(!paper.title.is_empty() && !paper.blocks.is_empty(), "{kind:?} {lang:?}");
                for wrong in ["{", "}", "＿", "。。", "：：", ", ,", "（）", "()", "None"] {
                    assert!(!said.contains(wrong), "{kind:?} {lang:?} has {wrong}\n{said}");
                }
                for table in tables(&paper) {
                    let wide = table.columns.len();
                    assert!(table.rows.iter().all(|r| r.cells.len() == wide), "{kind:?} {lang:?}");
                }
            }
        }
    }
}

#[test]
fn the_same_book_gives_the_same_bytes_in_every_format() {
    // The typefaces inside the program: what a machine has besides does not matter here.
    let press = Press::builtin(House::default());
    let mut looks = Vec::new();
    for (kind, ask) in questions() {
        let (one, other) = (made(kind, &ask), made(kind, &ask));
        assert!(one == other, "{kind:?}");
        for paper in &one {
            for format in Format::ALL {
                // A PDF takes longest, and is set alike for every paper of a look.
                if format == Format::Pdf && looks.contains(&paper.look) {
                    continue;
                }
                let bytes = || form::write(paper, format, &press).unwrap();
                let first = bytes();
                assert!(!first.is_empty() && first == bytes(), "{kind:?} {format:?}");
            }
            looks.push(paper.look);
        }
    }
}

#[test]
fn every_kind_has_a_name_of_its_own_on_the_command_line() {
    for kind in Kind::ALL {
        assert_eq!(Kind::of(kind.id()), Some(kind));
        let [zh, en] = kind.name();
        assert!(!zh.is_empty() && !en.is_empty());
    }
    assert_eq!(Kind::of("nothing"), None);
}

// --- the notice ---------------------------------------------------------------------------------------------

/// What is voted on goes out with the notice: the articles as they would read.
#[test]
fn an_amendment_of_the_charter_goes_out_with_its_text() {
    let mut hall = Hall::with_units(ALLIANCE, 9);
    hall.ok(convene("assembly", "chair", json!([{"title": "修改章程", "matter": "amendment"}])));
    hall.ok(json!({"do": "draft_amendment",
        "articles": [{"no": 8, "text": "联盟设立联盟大会、联盟理事会、联盟秘书处、联盟技术委员会、联盟监事会等职能机构。"}]}));
    let kept = |hall: &Hall| Kept::of(hall.ledger());
    assert!(!read(Kind::Notice, &kept(&hall).ask()).contains("修改草案"));
    hall.ok(json!({"do": "put_draft", "draft": 1, "item": 1}));
    let kept = kept(&hall);
    let said = read(Kind::Notice, &kept.ask());
    says(
        &said,
        &[
            "提请决议：按章程修改草案1修改章程（全文见附件1）。",
            "1. 章程修改草案1",
            "2. 回执",
            "第八条修改为：“联盟设立联盟大会、联盟理事会、联盟秘书处、联盟技术委员会、联盟监事会等职能机构。”",
        ],
    );
    // Behind the seal, on a page of its own.
    let paper = &made(Kind::Notice, &kept.ask())[0];
    let place = |of: fn(&Block) -> bool| paper.blocks.iter().position(of).unwrap();
    assert!(place(|b| matches!(b, Block::Seal { .. })) < place(|b| *b == Block::PageBreak));
    let en = read(Kind::Notice, &Ask { lang: Lang::En, ..kept.ask() });
    says(
        &en,
        &["1. Draft 1 of an amendment of the charter", "in full in annex 1", "Article 8 reads:"],
    );
    made(Kind::Notice, &Ask { lang: Lang::Both, ..kept.ask() });
}

/// Printed again after the count, a notice and a script name those who stood.
#[test]
fn once_the_papers_are_counted_notice_and_script_still_name_the_candidates() {
    let ask = Ask { meeting: Some(1), ..story().ask() };
    let notice = read(Kind::Notice, &ask);
    assert!(!notice.contains("候选人另行公布"), "{notice}");
    assert!(!read(Kind::Script, &ask).contains("［宣读候选人］"));
}

#[test]
fn a_notice_says_who_calls_by_which_article_and_how_many_votes_each_item_takes() {
    let said = read(Kind::Notice, &sample().ask());
    says(
        &said,
        &[
            "关于召开第二届第一次联盟大会的通知",
            "各成员单位：",
            "根据章程第九条、第十条（一），由理事长召集，定于2026年5月20日在示例会议中心一楼报告厅召开",
            "4. 修改章程（第九条第二款）（章程第九条（一）、第二十二条；须赞成：全体成员的三分之二以上（含本数），24票）。",
            "已备材料：秘书处收集整理的意见。",
            "本项按规定须在通知中列明，未列明的不得在会上表决。",
            "副理事长，应选2名，候选人：候选人丙、候选人丁、候选人戊。",
            "每一成员受托不超过1家，选举不得委托；授权委托书应在会议开始前提交。",
            "邀请列席：新疆维吾尔自治区市场监督管理局。",
            "1. 章程修改意见汇总.md",
            "2. 回执",
            "2026年4月30日",
        ],
    );
    let en = read(Kind::Notice, &Ask { lang: Lang::En, ..sample().ask() });
    says(
        &en,
        &[
            "Under article 9, article 10(1) of the charter, assembly, term 2, meeting 1, is called by the chair",
            "votes needed: at least 2/3 of all members: 24 votes",
        ],
    );
}

#[test]
fn a_paper_the_book_does_not_number_has_room_for_its_number() {
    let notice = &made(Kind::Notice, &sample().ask())[0];
    assert_eq!(notice.number.as_deref(), Some("“新疆品质”联盟〔2026〕　　号"));
    let ask = Ask { decision: Some(16), ..story().ask() };
    let announced = &made(Kind::Announcement, &ask)[0];
    assert_eq!(announced.number.as_deref(), Some("“新疆品质”联盟〔2023〕　　号"));
    let letter = &made(Kind::AuthorityReport, &story().ask())[0];
    assert_eq!(letter.number.as_deref(), Some("“新疆品质”联盟〔2023〕　　号"));
}

#[test]
fn a_reply_names_the_member_it_is_for_and_nobody_off_the_roll() {
    let said = read(Kind::Reply, &Ask { unit: Some(5), ..sample().ask() });
    says(
        &said,
        &[
            "| 成员单位 | 示例服务认证机构 |",
            "□委托其他成员：",
            "| 4 | 修改章程（第九条第二款） |  |",
        ],
    );
    let [zh, en] = refused(Kind::Reply, &Ask { unit: Some(99), ..sample().ask() });
    says(&zh, &["编号99", "--unit"]);
    says(&en, &["no member 99"]);
}

// --- the door -----------------------------------------------------------------------------------------------

#[test]
fn the_sign_in_sheet_has_a_row_for_every_unit_and_room_for_time_and_signature() {
    let paper = &made(Kind::SignIn, &sample().ask())[0];
    assert_eq!(paper.look, Look::Wide);
    let rows = cells(tables(paper)[0]);
    assert_eq!(rows.len(), 36);
    assert_eq!(rows[0], ["1", "示例认证机构一", "认证机构", "", "", "", "", "", ""]);
    says(&markdown(paper), &["应到36家　实到\\_", "签到负责人"]);
}

#[test]
fn the_sign_in_sheet_takes_over_what_the_replies_announced() {
    let mut hall = Hall::with_units(ALLIANCE, 5);
    hall.ok(convene("assembly", "chair", json!([{"title": "工作报告", "matter": "report"}])));
    let yes =
        json!({"do": "reply", "unit": 1, "coming": "yes", "who": "代表01", "letter": "授权书"});
    hall.ok(yes);
    hall.ok(json!({"do": "reply", "unit": 2, "coming": "yes", "proxy": {"holder": 1,
        "matters": "全部议题", "powers": "表决", "term": "至闭会", "seal": true}}));
    hall.ok(json!({"do": "reply", "unit": 3, "coming": "no", "why": "出差"}));
    let kept = Kept::of(hall.ledger());
    let rows = cells(tables(&made(Kind::SignIn, &kept.ask())[0])[0]);
    let first = kept.book.unit_name(1);
    assert_eq!(rows[0][3..6], ["代表01", "", "授权代表"]);
    assert_eq!(rows[1][5], format!("受托：{first}"));
    assert_eq!(rows[2][8], "请假（出差）");
    assert_eq!(rows[3][3..], ["", "", "", "", "", ""]);
    // The letters of the unit are prefilled from the same replies.
    let own = made(Kind::Proxy, &Ask { unit: Some(1), ..kept.ask() });
    says(&markdown(&own[0]), &["兹委派代表01（职务："]);
    let other = made(Kind::Proxy, &Ask { unit: Some(2), ..kept.ask() });
    let wanted = format!("兹委托{first}（到会代表：");
    says(&markdown(&other[1]), &[&wanted, "委托权限：表决。", "委托期限：至闭会。"]);
    // The script says what was announced, and that it is not enough for anything to be counted as there.
    let script = read(Kind::Script, &kept.ask());
    says(&script, &["名册5家，2家告知到会", "须3票，告知到会2家：不够"]);
}

#[test]
fn one_member_votes_for_another_only_where_the_charter_lets_it_and_never_in_an_election_it_excludes()
 {
    let letters = made(Kind::Proxy, &sample().ask());
    let titles: Vec<&str> = letters.iter().map(|l| l.title[0].as_str()).collect();
    assert_eq!(titles, ["授权委托书（委派本单位代表）", "授权委托书（委托其他成员）"]);
    let [own, other] = [&letters[0], &letters[1]].map(|l| cells(tables(l)[0]));
    assert_eq!((own.len(), other.len()), (10, 9));
    says(&markdown(&letters[1]), &["选举事项不在委托之列", "受托人无转委托权。", "受托不超过1家"]);
    let mut hall = Hall::with_units(GARDEN, 4);
    let charter = hall.ledger().book.charter.clone().unwrap();
    let way = &charter.convenings[0];
    hall.ok(convene(&way.body, &way.id, json!([])));
    let kept = Kept::of(hall.ledger());
    let letters = made(Kind::Proxy, &kept.ask());
    assert_eq!(letters.len(), 1);
    assert!(!read(Kind::Reply, &kept.ask()).contains("委托其他成员"));
}

#[test]
fn an_identity_number_is_always_a_gap() {
    for letter in made(Kind::Proxy, &sample().ask()) {
        says(&markdown(&letter), &["身份证件号码：\\_\\_"]);
    }
}

// --- voting papers --------------------------------------------------------------------------------------------

#[test]
fn a_voting_paper_has_one_row_for_a_motion_and_one_for_each_it_concerns() {
    let one = &made(Kind::VoteSlip, &Ask { item: Some(4), ..sample().ask() })[0];
    assert_eq!(cells(tables(one)[0]), [["本项议案", "□", "□", "□"]]);
    says(
        &markdown(one),
        &[
            "“新疆品质”联盟第二届第一次联盟大会表决票",
            "> 第九条第二款“联盟每年召开一次联盟大会”修改为",
            "三项，只能选一项",
            "三项都不选的按弃权计",
        ],
    );
    let two = &made(Kind::VoteSlip, &Ask { item: Some(5), ..sample().ask() })[0];
    let rows = cells(tables(two)[0]);
    assert_eq!([&rows[0][0], &rows[1][0]], ["示例枸杞协会", "示例冷链检测机构"]);
    says(&markdown(two), &["每行只能选一项"]);
}

#[test]
fn a_voting_paper_is_for_an_item_that_is_put_and_is_no_election() {
    let [zh, _] = refused(Kind::VoteSlip, &sample().ask());
    says(&zh, &["--item", "1、2、3"]);
    let [zh, en] = refused(Kind::VoteSlip, &Ask { item: Some(11), ..sample().ask() });
    says(&zh, &["选举", "quorate paper ballot"]);
    says(&en, &["election"]);
    let [zh, _] = refused(Kind::VoteSlip, &Ask { item: Some(10), ..sample().ask() });
    says(&zh, &["没有需要表决的议案"]);
    let [zh, _] = refused(Kind::VoteSlip, &Ask { item: Some(77), ..sample().ask() });
    says(&zh, &["没有第77项"]);
}

#[test]
fn a_ballot_says_seats_candidates_and_the_legend_of_its_own_election() {
    let ballots = made(Kind::Ballot, &sample().ask());
    assert_eq!(ballots.len(), 2);
    let vice = &ballots[1];
    assert_eq!(vice.look, Look::Slip);
    assert_eq!(vice.title, ["“新疆品质”联盟第二届第一次联盟大会", "副理事长选票"]);
    says(
        &markdown(vice),
        &[
            "应选2名，候选人3名，差额选举。",
            "选谁即在其姓名后的符号栏内画“○”，所选不超过2名。",
            "多于应选名额的整票作废；全票不画符号的计弃权。",
            "不选候选人的，可以另选他人",
        ],
    );
    // A row for each candidate, in the order of the book, and one to write in for each seat.
    let names: Vec<String> = cells(tables(vice)[0]).into_iter().map(|row| row[0].clone()).collect();
    assert_eq!(names, ["候选人丙", "候选人丁", "候选人戊", "另选人：", "另选人："]);
}

#[test]
fn the_order_by_strokes_is_said_only_where_it_is() {
    let said = |names: [&str; 2]| {
        let mut hall = Hall::with_units(ALLIANCE, 3);
        hall.ok(convene("assembly", "chair", json!([{"title": "选举", "matter": "election"}])));
        let candidates: Vec<_> =
            (1..).zip(names).map(|(unit, n)| json!({"name": n, "unit": unit})).collect();
        hall.ok(json!({"do": "prepare_election", "item": 1, "contests": [{"seats": 1,
            "seat": {"of": "office", "office": "chair"}, "candidates": candidates}]}));
        read(Kind::Ballot, &Kept::of(hall.ledger()).ask())
    };
    says(&said(["候选人乙", "候选人丙"]), &["候选人2名，差额选举，按姓氏笔画为序。"]);
    assert!(!said(["候选人丙", "候选人乙"]).contains("笔画"));
    // With a mark beside each name the legend has all three.
    says(&said(["候选人乙", "候选人丙"]), &["赞成的画“○”，不赞成的画“×”，弃权的不画任何符号。"]);
}

#[test]
fn no_paper_of_a_secret_vote_can_be_told_from_another() {
    let slip = Ask { item: Some(4), ..sample().ask() };
    let later = |ask: &Ask<'static>| Ask { head: (9999, "f".repeat(64)), ..ask.clone() };
    for (kind, ask) in [(Kind::VoteSlip, slip), (Kind::Ballot, sample().ask())] {
        let papers = made(kind, &ask);
        assert_eq!(papers, made(kind, &later(&ask)), "{kind:?} depends on the entry");
        for paper in papers {
            let said = markdown(&paper);
            assert!(paper.number.is_none() && paper.foot.is_empty(), "{kind:?}");
            for word in ["编号", "序号", "No."] {
                assert!(!said.contains(word), "{kind:?}: {word}\n{said}");
            }
        }
    }
}

#[test]
fn a_ballot_in_both_languages_has_one_place_for_each_mark() {
    for paper in made(Kind::Ballot, &Ask { lang: Lang::Both, ..sample().ask() }) {
        assert_eq!(tables(&paper).len(), 1);
        assert_eq!(tables(&paper)[0].columns[2].head, "符号 Mark");
    }
    let ask = Ask { lang: Lang::Both, item: Some(4), ..sample().ask() };
    assert_eq!(tables(&made(Kind::VoteSlip, &ask)[0]).len(), 1);
}

#[test]
fn a_tally_sheet_has_room_for_what_its_papers_are_marked_with() {
    let picked = made(Kind::TallySheet, &sample().ask());
    let heads = |paper: &Paper| tables(paper)[0].columns.len();
    assert_eq!(picked.iter().map(heads).collect::<Vec<_>>(), [3, 3]);
    says(&markdown(&picked[0]), &["赞成（画正字）", "选票颜色：粉红色。", "发出\\_", "监票人"]);
    let each = made(Kind::TallySheet, &Ask { meeting: Some(1), ..story().ask() });
    assert_eq!(heads(&each[0]), 7);
    // Who reads and tells was named, and the papers are counted already.
    says(&markdown(&each[0]), &["唱票人（代表33）", "计票人（代表32）", "发出26张，收回26张"]);
}

#[test]
fn the_report_on_an_election_has_the_figures_of_the_round_and_what_elects() {
    let reports = made(Kind::ElectionReport, &Ask { meeting: Some(1), ..story().ask() });
    assert_eq!(reports.len(), 4);
    says(
        &markdown(&reports[2]),
        &[
            "应到27家，参加投票26家。印制选票28张，发出26张，剩余2张剪角作废；收回26张，有效票25张，无效票1张。",
            "收回选票等于发出选票，选举有效。",
            "依据第九条：全体27家，当选须14票。",
            "| 候选人甲 | 示例认证中心 | 24 | 当选 |",
            "应选1名，候选人甲当选理事长。",
            "总监票人（代表31）",
        ],
    );
    let [zh, en] = refused(Kind::ElectionReport, &sample().ask());
    says(&zh, &["还没有计票结果"]);
    says(&en, &["counted"]);
}

#[test]
fn without_a_prepared_election_there_is_no_ballot() {
    let [zh, en] = refused(Kind::Ballot, &Ask { meeting: Some(2), ..story().ask() });
    says(&zh, &["没有准备选举"]);
    says(&en, &["Prepare one"]);
}

// --- after the decision -----------------------------------------------------------------------------------------

#[test]
fn an_announcement_cites_the_decision_and_says_from_when() {
    let ask = |no| Ask { decision: Some(no), ..story().ask() };
    says(
        &read(Kind::Announcement, &ask(16)),
        &[
            "关于示例物流机构退出“新疆品质”联盟的公告",
            "经第一届理事会第三次会议（2023年4月20日）表决通过（“新疆品质”联盟〔2023〕1号），同意示例物流机构退出“新疆品质”联盟，自2023年4月20日起不再享有成员权利",
            "依据：章程第九条（五）、第十八条（一）。",
            "特此公告。",
        ],
    );
    says(&read(Kind::Announcement, &ask(13)), &["批准示例枸杞合作社加入“新疆品质”联盟"]);
    says(&read(Kind::Announcement, &ask(22)), &["对示例认证机构丙予以除名"]);
    let [zh, _] = refused(Kind::Announcement, &story().ask());
    says(&zh, &["--decision", "13、16、22、29"]);
    let [zh, en] = refused(Kind::Announcement, &ask(3));
    says(&zh, &["对外公告"]);
    says(&en, &["announcement"]);
    says(&refused(Kind::Announcement, &ask(999))[0], &["没有第999项决定"]);
}

#[test]
fn a_certificate_has_the_number_the_book_gave_and_no_end_nobody_gave_it() {
    let said = read(Kind::Certificate, &Ask { decision: Some(13), ..story().ask() });
    says(
        &said,
        &[
            "证书编号：XJQICA-2022-028",
            "兹证明示例枸杞合作社（统一社会信用代码：\\_",
            "自2022年11月18日起为“新疆品质”区域公共品牌国际认证联盟成员，类别：获证企业。",
            "依据：第一届理事会第一次会议（2022年11月18日）决议，“新疆品质”联盟〔2022〕14号。",
        ],
    );
    for lang in [Lang::Zh, Lang::En, Lang::Both] {
        let ask = Ask { decision: Some(13), lang, ..story().ask() };
        let said = read(Kind::Certificate, &ask).to_lowercase();
        for word in ["有效期", "有效至", "valid", "expire", "until"] {
            assert!(!said.contains(word), "{word}\n{said}");
        }
    }
    let gone = story().book.members.iter().find(|(no, _)| !story().book.roll().contains(no));
    let [zh, _] =
        refused(Kind::Certificate, &Ask { unit: Some(*gone.unwrap().0), ..story().ask() });
    says(&zh, &["现在不是成员"]);
    says(&refused(Kind::Certificate, &story().ask())[0], &["--unit"]);
}

#[test]
fn a_decision_to_expel_has_facts_articles_hearing_vote_and_its_own_number() {
    let paper = &made(Kind::Expulsion, &story().ask())[0];
    assert_eq!(paper.number.as_deref(), Some("“新疆品质”联盟〔2023〕7号"));
    says(
        &markdown(paper),
        &[
            "关于对示例认证机构丙予以除名的决定",
            "（2023年12月14日第一届理事会第四次会议通过）",
            "经查明：未按认证规则认证，伪造证书（2023年11月6日立案）。",
            "依据：章程第十八条（三）、第十八条（四）。",
            "违反的义务：自觉遵守联盟章程，执行联盟决议（章程第十七条（一））。",
            "听取陈述和申辩，并记录在案：到会申辩，记录在案。",
            "全体9家，回避1家，参加表决8家",
            "赞成7票、反对1票",
            "须5票，通过。",
            "本决定自2023年12月14日起生效。",
            "对本决定有异议的，可以自收到之日起\\_",
        ],
    );
}

#[test]
fn a_warning_says_what_it_followed_from_and_the_loss() {
    let said = read(Kind::Warning, &story().ask());
    says(
        &said,
        &[
            "关于对示例枸杞企业予以警告的决定",
            "经查明：超范围使用标志；属实",
            "核定损失：12000.50元。",
        ],
    );
    let [zh, _] = refused(Kind::Warning, &sample().ask());
    says(&zh, &["还没有这类决定"]);
}

#[test]
fn the_letter_to_the_authority_goes_to_the_one_the_charter_names() {
    let said = read(Kind::AuthorityReport, &story().ask());
    says(
        &said,
        &[
            "新疆维吾尔自治区市场监督管理局：",
            "根据章程第十八条（三）的规定，现将“新疆品质”区域公共品牌国际认证联盟对示例认证机构丙予以除名（“新疆品质”联盟〔2023〕7号）的有关情况",
            "1. 除名决定",
            "2. 证实性材料：\\_",
        ],
    );
}

#[test]
fn the_statement_of_the_funds_closes_with_the_balance_of_the_book() {
    let said = read(Kind::Finance, &Ask { year: Some(2022), ..story().ask() });
    let closing = story().book.funds.statement(story().book.charter.as_deref(), 2022).closing;
    assert_eq!(closing.to_string(), "173217.85");
    says(
        &said,
        &[
            "2022年度经费使用情况报告",
            "**173217.85**",
            "“新疆品质”联盟〔2023〕4号（第19项决定）",
            "| 政府资助 | 第十九条（一） | 1 | 200000.00 |",
            "第8笔（2022年12月30日）冲销第7笔（2022年12月30日）3110.00",
            "年末余额",
        ],
    );
    // A year that is not over says so.
    let ask = Ask { year: Some(2024), today: "2024-12-30".parse().unwrap(), ..story().ask() };
    says(&read(Kind::Finance, &ask), &["截至2024年12月30日", "现有余额"]);
    says(&refused(Kind::Finance, &Ask { year: Some(1999), ..story().ask() })[0], &["没有1999年"]);
    says(&refused(Kind::Finance, &sample().ask())[0], &["经费账还没有登记"]);
}

// --- the script -------------------------------------------------------------------------------------------------

#[test]
fn the_script_opens_puts_and_declares_with_the_figures_of_the_day() {
    let said = read(Kind::Script, &sample().ask());
    says(
        &said,
        &[
            "第二届第一次联盟大会主持词",
            "各位代表，现在开会。",
            "应到36家，实到\\_",
            "现在进行第4项议程：修改章程（第九条第二款）。",
            "依据章程第九条（一）、第二十二条，须赞成：全体成员的三分之二以上（含本数），24票",
            "须赞成24票，赞成票［达到／未达到］",
            "赞成恰为18票时，须由主持人裁定",
            "先表决选举办法，再表决监票人、计票人名单。",
            "现在选举副理事长，应选2名。候选人：候选人丙、候选人丁、候选人戊。",
            "现在闭会。",
        ],
    );
    // In the order of the agenda.
    let place = |part: &str| said.find(part).unwrap();
    assert!(
        place("第4项议程") < place("第5项议程") && place("第10项议程") < place("现在选举理事长")
    );
}

/// A tenth unit is admitted by the first item: the later ones are decided by ten.
#[test]
fn after_an_admission_the_later_items_of_the_script_take_the_grown_roll_and_say_so() {
    let mut hall = Hall::with_units(ALLIANCE, 9);
    let subject = json!([{"name": "示例单位10"}]);
    hall.ok(convene(
        "assembly",
        "chair",
        json!([{"title": "接纳新成员", "matter": "admission", "subjects": subject},
            {"title": "年度报告", "matter": "report"}]),
    ));
    for precondition in ["application", "secretariat_review"] {
        hall.ok(json!({"do": "file", "item": 1, "precondition": precondition, "note": "已备"}));
    }
    hall.ok(json!({"do": "sign_in_all"}));
    hall.call_to_order(1, "chair");
    hall.settle(1, 1, votes(9, 0, 0));
    let kept = Kept::of(hall.ledger());
    let said = read(Kind::Script, &kept.ask());
    let (before, after) = said.split_at(said.find("第2项议程").unwrap());
    says(before, &["应到9家", "须赞成：全体成员的二分之一以上（含本数），5票"]);
    assert!(!before.contains("名册已变动"), "{before}");
    // Half of ten is five, exactly: the presider rules.
    says(after, &["［名册已变动：开会时9家，本项按10家计算］", "赞成恰为5票时，须由主持人裁定"]);
    let en = read(Kind::Script, &Ask { lang: Lang::En, ..kept.ask() });
    says(
        &en,
        &["The roll has changed: 9 members at the opening; the figures of this item are of 10"],
    );
}

#[test]
fn the_foot_says_which_entry_of_which_book_a_paper_comes_from() {
    let head = &sample().head;
    for kind in [Kind::Notice, Kind::SignIn, Kind::Agenda, Kind::Script] {
        let foot = &made(kind, &sample().ask())[0].foot;
        says(foot, &["xj-quality-2022", &format!("第{}条", head.0), &head.1]);
    }
}

#[test]
fn a_book_without_a_meeting_says_what_to_do_first() {
    let kept = Kept::of(Hall::with_units(ALLIANCE, 2).ledger());
    let [zh, en] = refused(Kind::Notice, &kept.ask());
    says(&zh, &["还没有会议", "召集会议"]);
    says(&en, &["Convene one first"]);
    says(&refused(Kind::Agenda, &Ask { meeting: Some(9), ..kept.ask() })[0], &["没有第9号会议"]);
}

// --- the correction slip ------------------------------------------------------------------------------------

#[test]
fn every_slip_of_a_meeting_is_a_paper_of_its_own_in_their_order() {
    let all = made(Kind::Slip, &corrected().ask());
    let numbers: Vec<_> = all.iter().map(|paper| paper.subtitle.clone().unwrap()).collect();
    assert_eq!(numbers, ["更正单第1号", "更正单第2号"]);
    let version = corrected().book.minutes_of(1).unwrap().last().unwrap().of.clone();
    let grouped = |sha256: &str| {
        let letters: Vec<char> = sha256.chars().collect();
        let groups = letters.chunks(4).map(|group| group.iter().collect::<String>());
        groups.collect::<Vec<_>>().join(" ")
    };
    let said = markdown(&all[0]);
    says(
        &said,
        &[
            "会议记录更正单",
            "会议记录已经签署，现对其中一处更正如下。",
            "第1稿，2026年5月20日编发",
            &grouped(&version.sha256),
            &grouped(&version.head_sha256),
            "主持人主持人，2026年5月20日，示例会议中心，纸面签名",
            "记录人记录员，2026年5月20日，密钥签署，SHA256:",
            "已签署的会议记录不作改动",
        ],
    );
    let table = tables(&all[0])[0];
    assert_eq!(cells(table), [["第1项", "年度抱告", "年度报告", "误字"]]);
    let lines = all[0].blocks.iter().find_map(|block| match block {
        Block::Sign(lines) => Some(lines.clone()),
        _ => None,
    });
    let who: Vec<String> = lines.unwrap().into_iter().map(|line| line.who).collect();
    assert_eq!(who, ["主持人", "记录员"]);
    assert!(all[0].blocks.iter().any(|block| matches!(block, Block::Seal { .. })), "room for it");
}

#[test]
fn a_slip_in_both_languages_has_each_table_once() {
    let all = made(Kind::Slip, &Ask { lang: Lang::Both, ..corrected().ask() });
    assert_eq!(tables(&all[0]).len(), 2);
    says(&markdown(&all[1]), &["更正单第2号", "Correction slip no. 2", "stay as they were signed"]);
}

#[test]
fn minutes_without_a_slip_say_where_one_is_entered() {
    let [zh, en] = refused(Kind::Slip, &sample().ask());
    assert!(zh.contains("还没有签署") && en.contains("not signed"), "{zh} {en}");
    let hall = slips::signed_only();
    let kept = Kept::of(hall.ledger());
    let [zh, en] = refused(Kind::Slip, &kept.ask());
    assert!(zh.contains("出更正单") && en.contains("`slip`"), "{zh} {en}");
}
