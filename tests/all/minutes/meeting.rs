//! An assembly of eight invented members with everything that can happen to a record.

use quorate::charter::Method;
use quorate::ledger::Ledger;
use quorate::record::command::{Choice, Command, Enrolment, NewItem, RulingGiven};
use quorate::record::event::{Effective, Letter, NoteKind, Presence, Subject};
use quorate::record::{Request, Stamp};
use quorate::store::Memory;
use std::path::Path;

/// A book with a meeting under way.
pub struct Hall {
    pub ledger: Ledger,
}

/// A time on the day of the assembly.
pub fn at(time: &str) -> Stamp {
    Stamp::parse_from_rfc3339(&format!("2026-03-18T{time}:00+08:00")).unwrap()
}

const NAMES: [&str; 8] = [
    "示例甲认证公司",
    "示例乙检测院",
    "示例丙标准所",
    "示例丁果业社",
    "示例戊乳业公司",
    "示例己商贸公司",
    "示例庚协会",
    "示例辛服务中心",
];

impl Hall {
    /// A book in memory with the charter, eight members and a chair.
    pub fn in_memory() -> Hall {
        let mut hall = Hall { ledger: Ledger::over(Box::new(Memory::new())).unwrap() };
        hall.submit(charter("assets/charters/xjqica-2022.toml"));
        hall.found();
        hall
    }

    /// The same on disk.
    pub fn on_disk(path: &Path) -> Hall {
        let founded = Ledger::create(path, &charter("assets/charters/xjqica-2022.toml"));
        let mut hall = Hall { ledger: founded.unwrap().unwrap() };
        hall.found();
        hall
    }

    fn found(&mut self) {
        let hall = self;
        let mut units = Vec::new();
        for (place, name) in (1..).zip(NAMES) {
            units.push(Enrolment {
                unit: place,
                name: name.to_owned(),
                short: String::new(),
                category: "other".to_owned(),
                joined: None,
                certificate: format!("XJQICA-2025-00{place}"),
                ..Enrolment::default()
            });
        }
        hall.act("08:01", Command::Enrol { units });
        hall.act(
            "08:02",
            Command::Fill {
                office: "chair".to_owned(),
                name: "理事长".to_owned(),
                unit: Some(1),
                from: None,
                to: None,
            },
        );
        hall.act(
            "08:03",
            Command::Stand { body: "assembly".to_owned(), term: 1, number: 3, term_begun: None },
        );
        let (document, certificate) = (7, 9);
        hall.act("08:04", Command::Number { document, certificate });
    }

    /// Does something at a time of the day.
    pub fn act(&mut self, time: &str, command: Command) {
        self.submit(Request::new(at(time), command));
    }

    /// Does something that is warned about.
    pub fn act_because(&mut self, time: &str, command: Command, reason: &str) {
        let mut request = Request::new(at(time), command);
        request.reason = Some(reason.to_owned());
        self.submit(request);
    }

    /// Hands in a request; it must be in order.
    pub fn submit(&mut self, request: Request) {
        let said = format!("{:?}", request.command);
        let done = self.ledger.submit(&request, Vec::new()).unwrap();
        if let Err(refusal) = done {
            panic!("{said}: {refusal:#?}");
        }
    }

    pub fn convene(&mut self) {
        let item = |title: &str, matter: Option<&str>| NewItem {
            title: title.to_owned(),
            matter: matter.map(str::to_owned),
            draft: String::new(),
            subjects: Vec::new(),
            before: None,
            from: None,
            case: None,
            tasks: Vec::new(),
        };
        let mut admission = item("审议示例壬农场入盟申请", Some("admission"));
        admission.subjects = vec![subject("示例壬农场", None)];
        let mut withdrawal = item("审议示例庚协会退盟申请", Some("withdrawal"));
        withdrawal.subjects = vec![subject("示例庚协会", Some(7))];
        let agenda = vec![
            item("审议年度工作报告", Some("report")),
            item("审议《认证标志使用办法》", Some("management_rule")),
            admission,
            item("审议章程修改案", Some("amendment")),
            item("通报认证工作情况", None),
            withdrawal,
        ];
        self.act(
            "08:10",
            Command::Convene {
                requisition: None,
                body: "assembly".to_owned(),
                by: "chair".to_owned(),
                special: false,
                signed: Vec::new(),
                date: at("09:00").date_naive(),
                place: "示例会议中心一号厅".to_owned(),
                notice: chrono::NaiveDate::from_ymd_opt(2026, 3, 1),
                term: None,
                number: None,
                time_zone: None,
                agenda,
                second_call: None,
            },
        );
        for (item, precondition) in [
            (3, "application"),
            (3, "secretariat_review"),
            (4, "secretariat_opinions"),
            (6, "application"),
            (6, "secretariat_review"),
        ] {
            self.act(
                "08:15",
                Command::File {
                    item,
                    precondition: precondition.to_owned(),
                    note: "秘书处2026年3月10日收存".to_owned(),
                    document: None,
                },
            );
        }
    }

    pub fn sign_in(&mut self) {
        let letter = Letter { matter: true, power: true, term: true, seal: true };
        let who = |who: &str| who.to_owned();
        for (unit, presence) in [
            (1, Presence::InPerson { who: who("代表01") }),
            (2, Presence::Delegate { who: who("代表02"), letter: who("委派函") }),
            (3, Presence::Proxy { holder: 1, letter }),
            (4, Presence::InPerson { who: String::new() }),
            (5, Presence::InPerson { who: String::new() }),
            (6, Presence::Online { who: who("代表06") }),
            (7, Presence::Excused { why: who("出差") }),
        ] {
            self.act("09:10", Command::SignIn { unit, presence });
        }
        // The wrong row was touched, and taken back.
        let presence = Presence::InPerson { who: who("误录") };
        self.act("09:11", Command::SignIn { unit: 8, presence });
        self.act("09:12", Command::Undo);
        self.act(
            "09:15",
            Command::Observe {
                name: "监管部门代表".to_owned(),
                observer: Some("market_regulator".to_owned()),
            },
        );
    }

    pub fn call_to_order(&mut self) {
        self.act(
            "09:30",
            Command::CallToOrder {
                presider: "理事长".to_owned(),
                basis: "chair".to_owned(),
                document: String::new(),
                recorder: "秘书处记录员甲".to_owned(),
            },
        );
    }

    pub fn note(&mut self, time: &str, kind: NoteKind, who: &str, text: &str, private: bool) {
        self.act(
            time,
            Command::Note { item: None, kind, who: who.to_owned(), text: text.to_owned(), private },
        );
    }

    pub fn put(&mut self, time: &str, item: u32, text: &str, effective: Effective) {
        self.act(
            time,
            Command::Move {
                item,
                matter: None,
                text: text.to_owned(),
                mover: "秘书处".to_owned(),
                seconder: String::new(),
                subjects: Vec::new(),
                effective,
            },
        );
    }

    pub fn open_vote(&mut self, time: &str, motion: u32, method: Method) {
        let subjects = Vec::new();
        self.act(time, Command::OpenVote { motion, method, subjects });
    }

    pub fn count(&mut self, time: &str, [yes, no, abstain]: [u32; 3], section: &str) {
        let section = section.to_owned();
        self.act(time, Command::Count { yes, no, abstain, section, by: Default::default() });
    }

    pub fn declare(&mut self, time: &str) {
        let (ruling, casting) = (None, None);
        self.act(time, Command::Declare { ruling, casting, lot: None });
    }

    /// A meeting of the same body a year later, called and opened.
    pub fn later_meeting(&mut self) {
        let later =
            |time: &str| Stamp::parse_from_rfc3339(&format!("2027-03-18T{time}:00+08:00")).unwrap();
        self.submit(Request::new(
            later("08:00"),
            Command::Convene {
                requisition: None,
                body: "assembly".to_owned(),
                by: "chair".to_owned(),
                special: false,
                signed: Vec::new(),
                date: later("09:00").date_naive(),
                place: "示例会议中心二号厅".to_owned(),
                notice: None,
                term: None,
                number: None,
                time_zone: None,
                agenda: Vec::new(),
                second_call: None,
            },
        ));
        let except = Vec::new();
        self.submit(Request::new(later("09:00"), Command::SignInAll { except }));
        self.submit(Request::new(
            later("09:30"),
            Command::CallToOrder {
                presider: "理事长".to_owned(),
                basis: "chair".to_owned(),
                document: String::new(),
                recorder: "秘书处记录员甲".to_owned(),
            },
        ));
    }
}

fn subject(name: &str, unit: Option<u32>) -> Subject {
    Subject {
        name: name.to_owned(),
        unit,
        category: unit.is_none().then(|| "other".to_owned()),
        ..Subject::default()
    }
}

/// The request that puts a charter of this repository into a new book.
pub fn charter(path: &str) -> Request {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = std::fs::read_to_string(path).unwrap();
    let basis = String::new();
    Request::new(at("08:00"), Command::AdoptCharter { text, basis })
}

/// The whole assembly, closed.
pub fn assembly(mut hall: Hall) -> Hall {
    hall.convene();
    hall.sign_in();
    hall.call_to_order();
    hall.note("09:31", NoteKind::Remark, "", "主持人宣布会议纪律。", false);
    information(&mut hall);
    report(&mut hall);
    rules(&mut hall);
    admission(&mut hall);
    amendment(&mut hall);
    withdrawal(&mut hall);
    ending(&mut hall);
    hall
}

/// The item without a decision is taken first, out of the agenda's order.
fn information(hall: &mut Hall) {
    hall.act("09:35", Command::OpenItem { item: 5 });
    hall.note("09:36", NoteKind::Speech, "代表01", "通报上年度发证情况。", false);
    hall.note("09:38", NoteKind::Objection, "代表02", "内部意见：两起投诉尚在处理。", true);
    hall.act("09:39", Command::CloseItem { item: 5 });
}

/// Only the minority is counted; one member arrives while the vote is open.
fn report(hall: &mut Hall) {
    hall.act("09:40", Command::OpenItem { item: 1 });
    hall.put("09:44", 1, "误录的议案。", Effective::Now);
    hall.act("09:45", Command::Undo);
    hall.put("09:46", 1, "审议批准《2025年度工作报告》。", Effective::Now);
    hall.open_vote("09:50", 1, Method::Hands);
    let presence = Presence::InPerson { who: String::new() };
    hall.act("09:51", Command::SignIn { unit: 8, presence });
    hall.act("09:52", Command::CountMinority { no: 0, abstain: 1, in_room: 6 });
    hall.act("09:53", Command::CloseVote);
    hall.declare("09:54");
    hall.act("10:00", Command::Break);
    hall.act("10:15", Command::Resume { present: None });
}

/// An amendment by sections, then exactly half on a roll call after a challenge.
fn rules(hall: &mut Hall) {
    hall.act("10:16", Command::OpenItem { item: 2 });
    hall.put("10:18", 2, "审议批准《认证标志使用办法》，自2026年5月1日起施行。", Effective::Now);
    hall.act(
        "10:20",
        Command::Amend {
            motion: 2,
            text: "施行日期改为2026年7月1日。".to_owned(),
            becomes: "审议批准《认证标志使用办法》，自2026年7月1日起实行。".to_owned(),
            mover: "示例丁果业社".to_owned(),
        },
    );
    hall.open_vote("10:22", 3, Method::Hands);
    hall.count("10:23", [3, 0, 0], "东区");
    hall.count("10:24", [1, 2, 0], "西区");
    hall.count("10:25", [2, 1, 1], "西区");
    hall.act("10:26", Command::CloseVote);
    hall.declare("10:27");
    hall.open_vote("10:30", 2, Method::Hands);
    hall.count("10:31", [5, 1, 1], "");
    hall.act("10:32", Command::CloseVote);
    hall.act(
        "10:33",
        Command::Challenge {
            by: "示例戊乳业公司".to_owned(),
            ground: "西区举手未数清".to_owned(),
            method: Some(Method::RollCall),
        },
    );
    for (unit, choice) in [
        (1, Choice::Yes),
        (2, Choice::Yes),
        (3, Choice::Yes),
        (4, Choice::Yes),
        (5, Choice::No),
        (6, Choice::Abstain),
        (8, Choice::Silent),
    ] {
        hall.act("10:35", Command::Call { unit, choice });
    }
    hall.act("10:38", Command::CloseVote);
    let ruling = Some(RulingGiven {
        carried: true,
        reason: "“半数以上”含本数，赞成4票恰为全体成员8家的半数".to_owned(),
    });
    hall.act("10:40", Command::Declare { ruling, casting: None, lot: None });
}

/// A vote made void, voted again, and its count corrected after the declaration.
fn admission(hall: &mut Hall) {
    hall.act("10:45", Command::OpenItem { item: 3 });
    hall.put("10:46", 3, "批准示例壬农场加入联盟。", Effective::Now);
    hall.open_vote("10:48", 4, Method::Hands);
    hall.count("10:49", [4, 0, 0], "");
    let why = "开启表决后发现有成员未听清议案".to_owned();
    hall.act("10:50", Command::VoidVote { vote: None, why });
    hall.open_vote("10:52", 4, Method::Hands);
    hall.count("10:53", [5, 1, 1], "");
    hall.act("10:54", Command::CloseVote);
    hall.declare("10:55");
    hall.act(
        "10:58",
        Command::CorrectCount {
            vote: 5,
            yes: 6,
            no: 1,
            abstain: 0,
            confirmed_by: "计票人乙".to_owned(),
            why: "记录时误看一票".to_owned(),
        },
    );
    hall.declare("10:59");
}

/// A ballot on a roll that has grown; a power cut; a departure entered afterwards.
fn amendment(hall: &mut Hall) {
    let presence = Presence::InPerson { who: "代表09".to_owned() };
    hall.act("11:00", Command::SignIn { unit: 9, presence });
    hall.act(
        "11:08",
        Command::Interrupt {
            cause: "会场停电".to_owned(), from: at("11:01"), until: at("11:06")
        },
    );
    let (recorder, why) = ("秘书处记录员乙".to_owned(), "原记录员离席".to_owned());
    hall.act("11:09", Command::ChangeRecorder { recorder, why });
    hall.act("11:10", Command::OpenItem { item: 4 });
    hall.put("11:11", 4, "将章程第八条的“秘书处”改为“联盟秘书处”。", Effective::Now);
    hall.open_vote("11:12", 5, Method::Secret);
    hall.act(
        "11:20",
        Command::Ballots {
            issued: 8,
            recovered: 8,
            valid: 7,
            invalid: 1,
            yes: 5,
            no: 1,
            abstain: 1,
            by: Default::default(),
        },
    );
    hall.act("11:22", Command::CloseVote);
    hall.declare("11:23");
    let mut request =
        Request::new(at("11:45"), Command::SignIn { unit: 6, presence: Presence::Left });
    request.happened = Some(at("11:25"));
    hall.submit(request);
}

/// A withdrawal that takes effect when the meeting is closed.
fn withdrawal(hall: &mut Hall) {
    hall.act("11:46", Command::OpenItem { item: 6 });
    hall.put("11:47", 6, "批准示例庚协会退出联盟。", Effective::AfterClose);
    hall.open_vote("11:48", 6, Method::Hands);
    hall.count("11:49", [7, 0, 0], "");
    hall.act("11:50", Command::CloseVote);
    hall.declare("11:51");
}

/// A slip of the pen, an item taken to the next meeting, the end, and a correction behind it.
fn ending(hall: &mut Hall) {
    hall.act(
        "11:52",
        Command::CorrectText {
            decision: Some(2),
            old: "实行".to_owned(),
            new: "施行".to_owned(),
            leave: "主持人准许，无人异议".to_owned(),
        },
    );
    let item = NewItem {
        title: "讨论联盟年会举办地".to_owned(),
        matter: Some("other_major".to_owned()),
        draft: String::new(),
        subjects: Vec::new(),
        before: None,
        from: None,
        case: None,
        tasks: Vec::new(),
    };
    hall.act_because("11:53", Command::AddItem { item, on_notice: false }, "会上有成员临时提出");
    let why = "资料未备".to_owned();
    hall.act("11:54", Command::CarryOver { item: 7, why });
    hall.act("11:58", Command::Close);
    let mut request = Request::new(
        at("14:00"),
        Command::CorrectAttendance {
            unit: 5,
            presence: Presence::Absent,
            since: at("09:10"),
            why: "签到表核对：该席为旁听人员误签".to_owned(),
        },
    );
    request.meeting = Some(1);
    hall.submit(request);
}
