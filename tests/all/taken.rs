//! Signatures made in a folder, or far from it, taken into the book: what is believed, what is known, what is refused.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use super::common::{ALLIANCE, Folder, morning, unit_name};
use super::seal::key;
use chrono::{Days, NaiveDate};
use quorate::act::{self, Door};
use quorate::ledger::Ledger;
use quorate::record::issue::Issued;
use quorate::seal::{Key, Role, Signer};
use quorate::text::Lang;
use quorate::{archive, folder, machine};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A meeting of today with an election, its minutes approved, its folder written, nobody's signature yet.
struct House {
    place: Folder,
    book: PathBuf,
    dir: PathBuf,
    presider: Key,
    recorder: Key,
    tellers: [Key; 2],
}

fn today() -> NaiveDate {
    machine::now().date_naive()
}

fn lines(book: &Path, all: &[Value]) {
    let script: Vec<String> = all
        .iter()
        .map(|line| {
            let mut line = line.clone();
            line["reason"] = json!("照章办理");
            line.to_string()
        })
        .collect();
    let door = Door { book, lang: Lang::En, now: machine::now };
    let mut out = Vec::new();
    act::run(&door, script.join("\n").as_bytes(), &mut out).unwrap();
    let answers = String::from_utf8(out).unwrap();
    for (line, answer) in script.iter().zip(answers.lines()) {
        assert!(answer.contains("\"ok\":true"), "{line}\nwas answered by {answer}");
    }
    assert_eq!(answers.lines().count(), script.len());
}

fn vote(motion: u32) -> [Value; 4] {
    [
        json!({"do": "open_vote", "motion": motion, "method": "hands"}),
        json!({"do": "count", "yes": 9, "no": 0}),
        json!({"do": "close_vote"}),
        json!({"do": "declare"}),
    ]
}

fn bind(key: &Key, to: &str, what: &str) -> Value {
    let from = today().checked_sub_days(Days::new(30)).unwrap();
    json!({"do": "bind_key", "key": key.public().bare(), to: what, "from": from})
}

impl House {
    fn new() -> Self {
        let place = Folder::new();
        let book = place.join("own.book");
        let [presider, recorder] = ["主席", "记录员"].map(key);
        let tellers = ["甲", "乙"].map(key);
        let units: Vec<Value> = (1..=9).map(|n| json!({"unit": n, "name": unit_name(n)})).collect();
        let notice = today().checked_sub_days(Days::new(20)).unwrap();
        let mut all = vec![
            json!({"do": "new", "charter": ALLIANCE}),
            json!({"do": "enrol", "units": units}),
            json!({"do": "convene", "body": "assembly", "by": "chair", "date": today(),
                "place": "示例会议中心", "notice": notice,
                "agenda": [{"title": "选举理事长", "matter": "election"}]}),
            json!({"do": "sign_in_all", "meeting": 1}),
            json!({"do": "call_to_order", "meeting": 1, "presider": "主持人", "basis": "chair",
                "recorder": "记录员"}),
            json!({"do": "open_item", "item": 1}),
            json!({"do": "prepare_election", "item": 1, "contests": [
                {"seat": {"of": "office", "office": "chair"}, "seats": 1, "marks": "pick",
                 "colour": "白色", "candidates": [{"name": "候选人甲", "unit": 7}]}]}),
            json!({"do": "propose_rules", "item": 1}),
        ];
        all.extend(vote(1));
        all.push(json!({"do": "propose_tellers", "item": 1, "tellers": [
            {"name": "代表31", "task": "chief"}, {"name": "代表32", "task": "teller"},
            {"name": "代表33", "task": "reader"}]}));
        all.extend(vote(2));
        all.extend([
            json!({"do": "carry_over", "item": 1, "why": "时间已到"}),
            json!({"do": "close", "meeting": 1}),
            json!({"do": "issue_minutes", "meeting": 1}),
            json!({"do": "approve_minutes", "meeting": 1, "version": 1, "by": "理事会"}),
            bind(&presider, "office", "chair"),
            bind(&recorder, "role", "recorder"),
            bind(&tellers[0], "role", "teller"),
            bind(&tellers[1], "role", "teller"),
        ]);
        lines(&book, &all);
        let dir = place.join("papers");
        let mut ledger = Ledger::open(&book).unwrap();
        let wanted = archive::Wanted {
            lang: Lang::Zh,
            public: false,
            now: morning(),
            after: archive::After::Signed,
        };
        let plan = archive::plan(&mut ledger, 1, wanted).unwrap();
        // Its data is enough: what is signed is the list, whatever stands in it.
        folder::write(&plan.finish(Vec::new()).contents, &dir).unwrap();
        Self { place, book, dir, presider, recorder, tellers }
    }

    fn list(&self) -> Vec<u8> {
        fs::read(self.dir.join("MANIFEST")).unwrap()
    }

    fn version(&self) -> Issued {
        let book = Ledger::open_read_only(&self.book).unwrap().book;
        book.minutes_of(1).unwrap().last().unwrap().clone()
    }

    fn entries(&self) -> usize {
        Ledger::open_read_only(&self.book).unwrap().entries.len()
    }

    fn who(&self) -> Vec<String> {
        self.version().signatures.iter().map(|s| s.who().to_owned()).collect()
    }

    /// The command, in the place where book and folder lie: what it printed, what it complained of, how it ended.
    fn run(&self, args: &[&str]) -> (String, String, bool) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_quorate"));
        command.args(args).current_dir(self.place.join("")).env("LANG", "C");
        let done = command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (text(done.stdout), text(done.stderr), done.status.success())
    }

    fn signs(&mut self, role: Role) {
        let signer = if role == Role::Recorder { &mut self.recorder } else { &mut self.presider };
        folder::sign(&folder::ready(&self.dir).unwrap(), role, signer).unwrap();
    }

    fn teller_signs(&mut self, which: usize) {
        let ready = folder::ready(&self.dir).unwrap();
        folder::sign(&ready, Role::Teller, &mut self.tellers[which]).unwrap();
    }
}

const INTO: [&str; 4] = ["sign", "papers", "--into", "own.book"];

#[test]
fn what_was_signed_here_and_elsewhere_goes_into_the_book_once() {
    let mut house = House::new();
    house.signs(Role::Presider);
    let mut away = house.recorder.sign(&house.list()).unwrap();
    // Sent by post from another system.
    away = away.replace('\n', "\r\n");
    fs::write(house.place.join("MANIFEST.recorder.sig"), away).unwrap();
    let args = [&INTO[..], &["--take", "MANIFEST.recorder.sig"]].concat();
    let (said, wrong, good) = house.run(&args);
    assert!(good, "{said}{wrong}");
    assert_eq!(said.matches("已收入").count(), 2, "{said}");
    assert!(said.contains("主持人主持人") && said.contains("记录人记录员"), "{said}");
    assert!(house.version().is_signed());
    assert!(house.dir.join("MANIFEST.recorder.sig").exists());
    let before = house.entries();
    let (said, _, good) = house.run(&INTO);
    assert!(good && said.matches("会议簿中已有").count() == 2, "{said}");
    assert_eq!(house.entries(), before, "nothing is entered twice");
    let ledger = Ledger::open_read_only(&house.book).unwrap();
    assert!(folder::check(&house.dir, None).is_whole() && ledger.head.seq > 0);
}

#[test]
fn a_folder_nobody_signed_and_one_of_another_book_change_nothing() {
    let mut house = House::new();
    let before = house.entries();
    let (_, wrong, good) = house.run(&INTO);
    assert!(!good && wrong.contains("没有签名"), "{wrong}");
    house.signs(Role::Presider);
    // Entries bear seconds: made within the same one it would be the same book but for its keys.
    std::thread::sleep(std::time::Duration::from_millis(1100));
    let other = House::new();
    let foreign = other.book.display().to_string();
    let (_, wrong, good) = house.run(&["sign", "papers", "--into", &foreign]);
    assert!(!good && wrong.contains("不是本会议簿编发的任何一稿"), "{wrong}");
    assert!(other.who().is_empty());
    let (_, wrong, good) = house.run(&["sign", "papers", "--into", "none.book"]);
    assert!(!good && wrong.contains("none.book") && !house.place.join("none.book").exists());
    fs::write(house.dir.join("minutes.json"), "{}").unwrap();
    let (_, wrong, good) = house.run(&INTO);
    assert!(!good && wrong.contains("minutes.json导出后被改过"), "{wrong}");
    assert_eq!(house.entries(), before);
}

#[test]
fn each_signature_stands_for_itself_and_what_is_refused_says_why() {
    let mut house = House::new();
    house.signs(Role::Presider);
    let list = house.list();
    let mut stranger = key("路人");
    let put = |name: &str, armour: String| fs::write(house.dir.join(name), armour).unwrap();
    put("MANIFEST.recorder.sig", stranger.sign(&list).unwrap());
    put("MANIFEST.recorder-2.sig", house.tellers[0].sign(&list).unwrap());
    put("MANIFEST.recorder-3.sig", house.recorder.sign(b"another list").unwrap());
    let before = house.entries();
    let (said, _, good) = house.run(&INTO);
    assert!(!good, "{said}");
    for (file, why) in [
        ("MANIFEST.presider.sig", "已收入"),
        ("MANIFEST.recorder.sig", "没有绑定任何职务"),
        ("MANIFEST.recorder-2.sig", "与这次会议的记录人不相符"),
        ("MANIFEST.recorder-3.sig", "签名与所签的清单不符"),
    ] {
        let line = said.lines().find(|line| line.contains(&format!("{file}："))).unwrap();
        assert!(line.contains(why), "{line}");
    }
    assert_eq!(house.entries(), before + 1);
    assert_eq!(house.who(), ["主持人"]);
}

#[test]
fn what_the_book_does_not_take_is_not_put_into_the_folder_either() {
    let mut house = House::new();
    let armour = house.recorder.sign(&house.list()).unwrap();
    fs::write(house.place.join("MANIFEST.recorder.sig"), armour).unwrap();
    let gone = json!({"do": "withdraw_key", "key": house.recorder.public().fingerprint(),
        "day": today(), "why": "遗失"});
    lines(&house.book, &[gone]);
    let before = house.entries();
    let args = [&INTO[..], &["--take", "MANIFEST.recorder.sig"]].concat();
    let (_, wrong, good) = house.run(&args);
    assert!(!good && wrong.contains("收回") && wrong.contains("什么都没有收入"), "{wrong}");
    assert!(!house.dir.join("MANIFEST.recorder.sig").exists());
    assert_eq!(house.entries(), before);
}

#[test]
fn of_several_tellers_it_is_said_who_signed_and_each_is_missed_by_name() {
    let mut house = House::new();
    house.teller_signs(0);
    let (said, _, good) = house.run(&INTO);
    assert!(!good && said.contains("代表31、代表32"), "{said}");
    assert!(said.contains("--who \"MANIFEST.teller.sig=…\"") && house.who().is_empty(), "{said}");
    let (_, wrong, good) = house.run(&[&INTO[..], &["--who", "代表31"]].concat());
    assert!(!good && wrong.contains("MANIFEST.teller-2.sig"), "{wrong}");
    let who = [&INTO[..], &["--who", "MANIFEST.teller.sig=代表31"]].concat();
    let (said, _, good) = house.run(&who);
    assert!(good, "{said}");
    assert_eq!(house.who(), ["代表31"]);

    // The folder counts; the book knows.
    let (said, ..) = house.run(&["verify", "papers"]);
    assert!(said.contains("未签：主持人主持人尚未签名"), "{said}");
    assert!(said.contains("2人中还有1人尚未签名：代表31、代表32"), "{said}");
    let (said, ..) = house.run(&["verify", "papers", "--book", "own.book"]);
    assert!(said.contains("未签：监票人、计票人代表32尚未签名"), "{said}");

    house.teller_signs(1);
    let who = [&INTO[..], &["--who", "MANIFEST.teller-2.sig=代表32"]].concat();
    let (said, _, good) = house.run(&who);
    assert!(good, "{said}");
    let (said, ..) = house.run(&["verify", "papers", "--book", "own.book"]);
    assert!(!said.contains("代表3") && !said.contains("FAIL"), "{said}");
    fs::remove_file(house.dir.join("MANIFEST.teller-2.sig")).unwrap();
    let (said, ..) = house.run(&["verify", "papers"]);
    assert!(said.contains("2人中还有1人尚未签名"), "{said}");
    let (said, _, good) = house.run(&["verify", "papers", "--book", "own.book"]);
    assert!(!good && said.contains("代表32的签名"), "{said}");
}

#[cfg(unix)]
#[test]
#[ignore = "needs ssh-keygen"]
fn stock_ssh_keygen_signs_a_copy_and_the_book_takes_it_in() {
    let house = House::new();
    fs::write(house.place.join("own"), house.recorder.file("an example only").unwrap()).unwrap();
    let line = "chmod 600 own && ssh-keygen -p -q -P 'an example only' -N '' -f own && mkdir away \
                && cp papers/MANIFEST away && ssh-keygen -q -Y sign -f own -n minutes@quorate away/MANIFEST";
    let done = Command::new("sh").args(["-c", line]).current_dir(house.place.join("")).output();
    let done = done.unwrap();
    assert!(done.status.success(), "{done:?}");
    // The name does not say the role; the key has only one.
    let args = [&INTO[..], &["--take", "away/MANIFEST.sig"]].concat();
    let (said, wrong, good) = house.run(&args);
    assert!(good && said.contains("记录人记录员"), "{said}{wrong}");
    assert_eq!(house.who(), ["记录员"]);
}
