//! A book driven by commands, and the states of a meeting that a hall can be in.

use quorate::ledger::Ledger;
use quorate::record::{Command, Request, Stamp};
use quorate::store::Memory;
use serde_json::{Value, json};

/// A ledger and the time of its next command.
pub struct Session {
    pub ledger: Ledger,
    at: Stamp,
}

/// The opening of every book here: its charter.
pub fn charter() -> Value {
    let text = include_str!("../../../assets/charters/xjqica-2022.toml");
    json!({"do": "adopt_charter", "text": text, "basis": ""})
}

/// Units, terms and one convened assembly; after the charter.
pub fn opening() -> Vec<Value> {
    let names =
        ["示例认证机构", "示例检验检测机构", "新疆示例质量技术中心", "示例农产品品牌服务机构"];
    let units: Vec<Value> = (1..=36u32)
        .map(|n| json!({"unit": n, "name": format!("{}{n}", names[n as usize % 4])}))
        .collect();
    vec![
        json!({"do": "enrol", "units": units}),
        json!({"do": "fill", "office": "chair", "name": "理事长", "unit": 1}),
        json!({"do": "stand", "body": "assembly", "term": 2, "number": 0}),
        json!({"do": "convene", "body": "assembly", "by": "chair", "date": "2026-05-20", "place": "示例会议中心",
            "notice": "2026-04-20", "agenda": [
            {"title": "审议年度工作报告", "matter": "report"},
            {"title": "修改章程（第九条第二款）", "matter": "amendment"},
            {"title": "批准新成员入盟", "matter": "admission",
                "subjects": [{"name": "示例枸杞协会", "category": "industry_association"}]},
            {"title": "其他事项"}]}),
        json!({"do": "file", "item": 2, "precondition": "secretariat_opinions", "note": "意见汇总"}),
    ]
}

impl Session {
    /// A book with a meeting in preparation, nobody signed in.
    pub fn new() -> Session {
        let at = Stamp::parse_from_rfc3339("2026-05-20T09:00:00+08:00").unwrap();
        let ledger = Ledger::over(Box::new(Memory::new())).unwrap();
        let mut session = Session { ledger, at };
        session.act(charter());
        for command in opening() {
            session.act(command);
        }
        session
    }

    /// A request for a command, every warning answered.
    pub fn request(&mut self, command: Value) -> Request {
        let shown = command.to_string();
        let command: Command = serde_json::from_value(command).expect(&shown);
        self.at += chrono::TimeDelta::seconds(1);
        let mut request = Request::new(self.at, command);
        request.reason = Some("按主持人要求".to_owned());
        request
    }

    /// Does something that is allowed.
    pub fn act(&mut self, command: Value) -> &mut Session {
        let shown: String = command.to_string().chars().take(200).collect();
        let request = self.request(command);
        let outcome = self.ledger.submit(&request, Vec::new()).unwrap();
        outcome.unwrap_or_else(|refusal| panic!("{shown}: {refusal:?}"));
        self
    }

    /// So many units come, the last of them last.
    pub fn sign_in(&mut self, present: u32) -> &mut Session {
        let except: Vec<u32> = (present + 1..=36).collect();
        self.act(json!({"do": "sign_in_all", "except": except}))
    }

    /// In session with so many present.
    pub fn open(&mut self, present: u32) -> &mut Session {
        self.sign_in(present);
        self.act(json!({"do": "call_to_order", "presider": "理事长", "basis": "chair", "recorder": "秘书"}))
    }

    pub fn item(&mut self, item: u32) -> &mut Session {
        self.act(json!({"do": "open_item", "item": item}))
    }

    pub fn motion(&mut self, item: u32, text: &str) -> &mut Session {
        self.act(json!({"do": "move", "item": item, "text": text, "mover": "秘书处"}))
    }

    pub fn vote(&mut self, motion: u32, method: &str) -> &mut Session {
        self.act(json!({"do": "open_vote", "motion": motion, "method": method}))
    }

    pub fn count(&mut self, yes: u32, no: u32, abstain: u32) -> &mut Session {
        self.act(json!({"do": "count", "yes": yes, "no": no, "abstain": abstain}))
    }

    pub fn close_vote(&mut self) -> &mut Session {
        self.act(json!({"do": "close_vote"}))
    }

    pub fn declare(&mut self) -> &mut Session {
        self.act(json!({"do": "declare"}))
    }
}

/// The words of the motion in hand: the charter's own amendment.
pub const TEXT: &str =
    "第九条第二款“联盟每年召开一次联盟大会”修改为“联盟每年至少召开一次联盟大会”。";

/// The states that the hall tells apart, by name.
pub const STATES: [&str; 19] = [
    "preparing",
    "in_session",
    "item",
    "motion",
    "motion_short",
    "amendment",
    "hands_begun",
    "hands_section",
    "hands_counted",
    "roll_call",
    "secret_begun",
    "secret_box",
    "secret_closed",
    "closed",
    "carried",
    "lost",
    "void",
    "break",
    "over",
];

/// A meeting in the state of this name.
pub fn state(name: &str) -> Session {
    let mut s = Session::new();
    match name {
        "preparing" => done(s.sign_in(21)),
        "in_session" => done(s.open(30)),
        "item" => done(s.open(30).item(2)),
        "motion_short" => done(s.open(17).item(1).motion(1, "批准年度工作报告。")),
        "over" => over(&mut s),
        _ => {
            s.open(30).item(2).motion(2, TEXT);
            match name {
                "motion" | "amendment" | "roll_call" => {}
                _ if name.starts_with("secret") => done(s.vote(1, "secret")),
                _ => done(s.vote(1, "hands")),
            }
            in_debate(&mut s, name);
        }
    }
    s
}

fn done(_: &mut Session) {}

fn over(s: &mut Session) {
    s.open(30);
    for item in 1..=4 {
        s.act(json!({"do": "carry_over", "item": item, "why": "时间不够"}));
    }
    s.act(json!({"do": "close"}));
}

/// From the motion on, with the vote open where there is one.
fn in_debate(s: &mut Session, name: &str) {
    let ballots = json!({"do": "ballots", "issued": 30, "recovered": 29, "valid": 28, "invalid": 1,
        "yes": 25, "no": 2, "abstain": 1});
    match name {
        "amendment" => {
            done(s.act(json!({"do": "amend", "motion": 1, "text": "“至少”改为“不少于”",
            "becomes": "联盟每年召开不少于一次联盟大会。"})))
        }
        "hands_section" => {
            done(s.act(json!({"do": "count", "yes": 18, "no": 2, "abstain": 1, "section": "东区"})))
        }
        "hands_counted" => done(s.count(25, 2, 1)),
        "roll_call" => {
            s.vote(1, "roll_call");
            for unit in 1..=9 {
                let choice = ["yes", "yes", "no", "abstain"][unit % 4];
                s.act(json!({"do": "call", "unit": unit, "choice": choice}));
            }
        }
        "secret_box" => done(s.act(ballots)),
        "secret_closed" => done(s.act(ballots).close_vote()),
        "closed" => done(s.count(25, 2, 1).close_vote()),
        "carried" => done(s.count(25, 2, 1).close_vote().declare()),
        "lost" => done(s.count(22, 5, 3).close_vote().declare()),
        "void" => done(
            s.count(25, 2, 1)
                .close_vote()
                .act(json!({"do": "void_vote", "why": "计票员漏数西区，重新表决"})),
        ),
        "break" => done(s.count(25, 2, 1).close_vote().declare().act(json!({"do": "break"}))),
        _ => {}
    }
}

/// In session, 36 present, an election under item 5 with its rules and tellers adopted, and who stands said last.
pub fn election() -> Vec<Value> {
    let stand = |last: &str| json!([{"name": "候选人甲", "unit": 7}, {"name": last, "unit": 8}]);
    let adopt = |motion: u32| {
        [
            json!({"do": "open_vote", "motion": motion, "method": "hands"}),
            json!({"do": "count", "yes": 30, "no": 0}),
            json!({"do": "close_vote"}),
            json!({"do": "declare"}),
        ]
    };
    let item = json!({"title": "选举副理事长", "matter": "election"});
    let mut all = vec![
        json!({"do": "add_item", "item": item, "on_notice": true}),
        json!({"do": "sign_in_all"}),
        json!({"do": "call_to_order", "presider": "理事长", "basis": "chair", "recorder": "秘书甲"}),
        json!({"do": "open_item", "item": 5}),
        json!({"do": "prepare_election", "item": 5, "contests": [{
            "seat": {"of": "office", "office": "vice_chair"}, "seats": 1, "marks": "pick",
            "candidates": stand("候选人丙")}]}),
        json!({"do": "propose_rules", "item": 5, "text": "选举办法", "mover": "秘书处"}),
    ];
    all.extend(adopt(1));
    all.push(
        json!({"do": "propose_tellers", "item": 5, "text": "监票、计票人员", "mover": "秘书处",
        "tellers": [{"name": "代表31", "task": "chief"}, {"name": "代表32", "task": "teller"}]}),
    );
    all.extend(adopt(2));
    all.push(
        json!({"do": "set_candidates", "item": 5, "contest": 1, "candidates": stand("候选人乙")}),
    );
    all
}
