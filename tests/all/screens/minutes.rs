//! The desk of minutes: from the closed meeting over texts, remarks and signatures to the folder of documents.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use super::{LARGE, SMALL, Size, Stage, everywhere, in_both};
use crate::common::Folder;
use quorate::folder;
use quorate::record::issue::State;
use quorate::seal::attention::{Gaps, groups};
use quorate::seal::{Key, Signer};
use quorate::text::Lang;
use quorate::ui::view::Layer;
use serde_json::json;

/// The sample meeting with one decision, closed; the desk in front.
fn closed(lang: Lang, size: Size) -> Stage {
    let mut stage = Stage::open(lang, size);
    stage.take_up(1);
    stage.vote("hands");
    stage.result(30, 0, 0);
    stage.act(json!({"do": "close_item", "item": 1}));
    let items: Vec<u32> = stage.console.meeting().unwrap().items.iter().map(|i| i.no).collect();
    for item in items.into_iter().filter(|no| *no != 1) {
        stage.act(json!({"do": "carry_over", "item": item, "why": "时间已到"}));
    }
    stage.act(json!({"do": "close"}));
    let no = stage.console.ledger.book.meetings[0].no;
    stage.console.view.meeting = Some(no);
    desk(&mut stage);
    stage
}

/// Goes to the desk by its key on the home screen.
fn desk(stage: &mut Stage) {
    stage.press("C-p");
    let home = if stage.console.lang() == Lang::En { "'home: what'" } else { "'首页：今天'" };
    stage.press(home).press("Enter 0");
}

fn issued(lang: Lang, size: Size) -> Stage {
    let mut stage = closed(lang, size);
    stage.press("Enter Enter");
    stage
}

fn approved(lang: Lang, size: Size) -> Stage {
    let mut stage = issued(lang, size);
    stage.press("Enter Tab '理事会' C-s");
    stage
}

#[track_caller]
fn state(stage: &Stage) -> Option<State> {
    stage.console.ledger.book.minutes_state(1)
}

/// The two groups the ceremony hides, as they stand on the paper.
fn hidden(stage: &Stage, signer: &str) -> [String; 2] {
    let life = stage.console.ledger.book.minutes_of(1).unwrap();
    let digest = &life.last().unwrap().of.head_sha256;
    let gaps = Gaps::new(digest, signer).unwrap();
    gaps.hidden.map(|at| groups(digest)[at].clone())
}

/// Types the hidden groups; the caret is then on how it is signed.
fn compare(stage: &mut Stage, signer: &str) {
    let [first, second] = hidden(stage, signer);
    stage.press(&format!("'{first}' Tab '{second}' Tab"));
}

/// A menu line chosen by typing it.
fn choose(stage: &mut Stage, words: &str) {
    stage.press("Space").press(&format!("'{words}'")).press("Enter");
}

fn work(stage: &mut Stage) -> Vec<String> {
    let mut said = Vec::new();
    while stage.console.job.is_some() {
        said.push(stage.console.view.said.text.clone());
        let now = stage.now;
        stage.console.work(now);
    }
    stage.draw();
    said
}

#[test]
fn each_meeting_has_a_row_and_enter_takes_the_next_step() {
    everywhere("minutes-desk", closed, &["Space", "Esc Enter", "Esc"]);
    // What was said last has the digest of the version in it, which is of no matter here.
    let quiet = |lang, size| {
        let mut stage = issued(lang, size);
        stage.console.view.say("");
        stage
    };
    in_both("minutes-approve", SMALL, quiet, &["Enter"]);
    let mut stage = issued(Lang::Zh, SMALL);
    stage.press("Enter C-s").sees("请填写这一栏");
    stage.press("'理事会' C-s").sees("已通过").sees("理事长、秘书甲");
    assert_eq!(state(&stage), Some(State::Approved));
}

#[test]
fn an_item_is_worded_beside_what_the_record_says_of_it() {
    everywhere("minutes-word", closed, &["Space 2", "Down Enter", "1"]);
    let mut stage = closed(Lang::Zh, LARGE);
    stage.press("Space 2 Down Enter 1 '代表01提出意见。' C-s").sees("撰写会议记录文字");
    // What stands is offered again, and every text stays in the log.
    stage.press("Space 2 Down Enter 1").sees("代表01提出意见。");
    stage.press("'甲' C-s");
    let life = stage.console.ledger.book.minutes_of(1).unwrap();
    assert_eq!(life.wordings.len(), 2);
    stage.press("Enter").sees("Enter 编发为第1稿");
    stage.press("Enter");
    assert_eq!(state(&stage), Some(State::Draft));
}

#[test]
fn a_remark_is_answered_before_anything_else() {
    let mut stage = issued(Lang::Zh, LARGE);
    choose(&mut stage, "登记对草稿的意见");
    stage.press("'4' Tab Tab '“建议”应作“意见”' C-s").sees("还没有答复");
    stage.press("Enter").sees("应作“意见”");
    stage.press("Right Tab '已改' C-s").sees("→ 采纳  已改");
    // Taken up, and no word changed: that is said before it is approved.
    stage.sees("意见1已采纳，第1稿之后没有改文字");
    stage.press("Enter").sees("会议记录已通过").sees("意见1已采纳");
}

#[test]
fn words_changed_after_a_version_make_the_next_one() {
    let mut stage = issued(Lang::Zh, LARGE);
    stage.press("Space 2 Down Enter 1 '代表01提出意见。' C-s");
    stage.press("Enter").sees("Enter 编发为第2稿");
    stage.press("Enter");
    assert_eq!(stage.console.ledger.book.minutes_of(1).unwrap().versions.len(), 2);
    // The first is still there, to the letter.
    stage.press("Space '原文' Down Enter");
    stage.sees("第1稿（原文）").sees_not("代表01提出意见。");
}

#[test]
fn nobody_signs_without_the_two_groups_of_the_paper_in_hand() {
    let mut stage = approved(Lang::Zh, LARGE);
    stage.press("Enter").sees("签署仪式").sees("(1)");
    let [first, second] = hidden(&stage, "presider 理事长");
    stage.press(&format!("'zzzz' Tab '{second}' C-s")).sees("(1)与会议簿不符");
    assert!(matches!(stage.console.view.layers.last(), Some(Layer::Form(_))));
    assert_eq!(state(&stage), Some(State::Approved));
    stage.press(&format!("S-Tab C-u '{first}' Tab C-u 'zzzz' C-s")).sees("(2)与会议簿不符");
    // Capitals and the wide letters of a Chinese keyboard are the same letters.
    stage.press(&format!("C-u '{}' C-s", second.to_uppercase())).sees("已在纸面签署");
    stage.press("Tab Tab '示例会议中心' C-s").sees("理事长");
    stage.press("Enter");
    let [other, _] = hidden(&stage, "recorder 秘书甲");
    stage.sees("记录人").sees_not(&format!("'{other}'"));
    compare(&mut stage, "recorder 秘书甲");
    stage.press("C-s C-s");
    assert_eq!(state(&stage), Some(State::Signed));
}

#[test]
fn the_ceremony_is_looked_at() {
    let mut stage = approved(Lang::Zh, SMALL);
    stage.press("Enter").sees("(1)").sees("(2)").sees("怎样签");
    let mut stage = approved(Lang::En, SMALL);
    stage.press("Enter").sees("(1)").sees("(2)").sees("how it is signed");
}

#[test]
fn signed_on_paper_takes_the_scan_by_its_bytes() {
    let folder = Folder::new();
    let scan = folder.join("签字页.pdf");
    std::fs::write(&scan, "示例").unwrap();
    let mut stage = approved(Lang::Zh, LARGE);
    choose(&mut stage, "纸面签署");
    stage.press("1 3*Tab").press(&format!("'{}' C-s", scan.display()));
    let book = &stage.console.ledger.book;
    assert_eq!(book.documents.last().unwrap().name, "签字页.pdf");
    let scan = book.documents.last().unwrap().no;
    stage.press("Space '全部内容' Enter").sees(&format!("扫描件第{scan}号"));
    stage.press("Esc");
    // A file that is not there is said at its row, and nothing is entered.
    choose(&mut stage, "纸面签署");
    let before = stage.entries();
    stage.press("2 3*Tab '没有.pdf' C-s").sees("无法读取");
    assert_eq!(stage.entries(), before);
}

#[test]
fn what_was_approved_is_taken_up_again_only_with_a_reason() {
    let mut stage = approved(Lang::Zh, LARGE);
    choose(&mut stage, "重新打开");
    stage.sees("需要说明理由");
    stage.press("'数字抄错' C-s").sees("重新打开");
    assert_eq!(state(&stage), Some(State::Draft));
    stage.sees("数字抄错");
    stage.press("Enter").sees("Enter 编发为第2稿");
}

#[test]
fn a_key_signs_the_folder_and_its_passphrase_is_never_seen() {
    let folder = Folder::new();
    let key = Key::new("理事长").unwrap();
    let path = folder.join("key");
    std::fs::write(&path, key.file("纸短情长不见不散").unwrap()).unwrap();
    let public = folder.join("key.pub");
    std::fs::write(&public, Signer::public(&key).line()).unwrap();
    let mut stage = issued(Lang::Zh, LARGE);
    stage.console.path = Some(folder.join("示例.book"));
    choose(&mut stage, "职务的密钥");
    let typed = format!("Tab '{}' C-s", public.display());
    stage.press("C-s").sees("请填写这一栏");
    // The fingerprint is compared before anything is entered.
    let print = quorate::seal::Signer::public(&key).fingerprint();
    stage.press(&typed).sees("核对一致").sees(&print[..20]);
    stage.press("C-s").sees("核对一致才登记");
    assert!(stage.console.ledger.book.archive.keys.is_empty());
    stage.press("Right C-s").sees("登记密钥");
    assert_eq!(stage.console.ledger.book.archive.keys.len(), 1);
    stage.press("Enter Tab '理事会' C-s");
    stage.press("Enter");
    compare(&mut stage, "presider 理事长");
    stage.press("Right C-s").sees("用密钥签署");
    stage.press(&format!("Tab '{}' Tab '错的口令' C-s", path.display())).sees_not("错的口令");
    let said = work(&mut stage);
    assert!(said.iter().any(|line| line.contains("正在写")), "{said:?}");
    stage.sees("口令不对");
    stage.press("C-u '纸短情长不见不散'").sees_not("纸短情长");
    let kept = format!("{:?}", stage.console.view.layers.last());
    stage.press("C-s").sees("以密钥签署");
    assert!(kept.contains("Form"));
    let dir = folder.join("示例.minutes-1-v1");
    let report = folder::check(&dir, None);
    assert!(report.is_whole(), "{:?}", report.faults);
    assert_eq!(report.signed.len(), 1);
    // Nothing typed as a passphrase is beside the book.
    for file in std::fs::read_dir(folder.join(".")).unwrap() {
        let file = file.unwrap().path();
        if file.is_file() && file != path {
            let bytes = std::fs::read(&file).unwrap();
            assert!(!String::from_utf8_lossy(&bytes).contains("纸短"), "{}", file.display());
        }
    }
}

/// The chair's key bound, the version approved, its folder written.
fn with_a_folder(folder: &Folder, key: &Key) -> Stage {
    let mut stage = issued(Lang::Zh, LARGE);
    stage.console.path = Some(folder.join("示例.book"));
    let line = Signer::public(key).bare();
    stage.act(json!({"do": "bind_key", "key": line, "office": "chair", "from": "2026-05-01"}));
    stage.press("Enter Tab '理事会' C-s");
    choose(&mut stage, "写出文书");
    work(&mut stage);
    stage
}

fn take_in(stage: &mut Stage, path: &std::path::Path) {
    choose(stage, "收入别处");
    stage.press(&format!("C-u '{}' C-s", path.display()));
}

#[test]
fn a_signature_made_elsewhere_goes_into_the_book_and_the_folder() {
    let folder = Folder::new();
    let mut key = Key::new("理事长").unwrap();
    let mut stage = with_a_folder(&folder, &key);
    let dir = folder.join("示例.minutes-1-v1");
    let list = std::fs::read(dir.join("MANIFEST")).unwrap();
    let sig = folder.join("MANIFEST.presider.sig");
    let before = stage.entries();
    take_in(&mut stage, &folder.join("没有.sig"));
    stage.sees("无法读取");
    stage.press("Esc");
    let mut stranger = Key::new("路人").unwrap();
    std::fs::write(&sig, stranger.sign(&list).unwrap()).unwrap();
    take_in(&mut stage, &sig);
    stage.sees("在会议簿中没有绑定").sees("在“职务的密钥”中");
    stage.press("Esc");
    std::fs::write(&sig, key.sign(b"another list").unwrap()).unwrap();
    take_in(&mut stage, &sig);
    stage.sees("签名与所签的清单不符");
    stage.press("Esc");
    assert_eq!(stage.entries(), before, "nothing was entered");
    let unnamed = folder.join("from-the-chair.sig");
    std::fs::write(&unnamed, key.sign(&list).unwrap()).unwrap();
    take_in(&mut stage, &unnamed);
    stage.sees("以密钥签署会议记录第1稿").sees("签名在");
    assert_eq!(stage.entries(), before + 1);
    assert!(dir.join("MANIFEST.presider.sig").is_file());
    take_in(&mut stage, &unnamed);
    stage.sees("会议簿中已有");
    stage.press("Esc");
    // Lost from the folder, it is put back and not entered again.
    std::fs::remove_file(dir.join("MANIFEST.presider.sig")).unwrap();
    take_in(&mut stage, &unnamed);
    stage.sees("已补上");
    assert!(dir.join("MANIFEST.presider.sig").is_file());
    assert_eq!(stage.entries(), before + 1);
}

#[test]
fn without_the_folder_a_signature_waits_and_a_signed_copy_does_not() {
    let folder = Folder::new();
    let mut key = Key::new("理事长").unwrap();
    let mut stage = with_a_folder(&folder, &key);
    let (dir, copy) = (folder.join("示例.minutes-1-v1"), folder.join("带走的"));
    std::fs::rename(&dir, &copy).unwrap();
    let ready = folder::ready(&copy).unwrap();
    folder::sign(&ready, quorate::seal::Role::Presider, &mut key).unwrap();
    take_in(&mut stage, &copy.join("MANIFEST.presider.sig"));
    stage.sees("请把它放回原处");
    stage.press("Esc");
    take_in(&mut stage, &copy);
    stage.sees("以密钥签署会议记录第1稿");
}

#[test]
fn the_form_for_signatures_made_elsewhere_is_looked_at() {
    let mut stage = approved(Lang::Zh, SMALL);
    choose(&mut stage, "收入别处");
    stage.sees("文件或文件夹").sees("身份").sees("签署人");
    let mut stage = approved(Lang::En, SMALL);
    choose(&mut stage, "take in a signature");
    stage.sees("file or folder").sees("role").sees("who signed");
}

#[test]
fn where_no_agent_answers_the_form_says_how_to_go_on() {
    let folder = Folder::new();
    let key = Key::new("理事长").unwrap();
    let mut stage = with_a_folder(&folder, &key);
    stage.press("Enter");
    compare(&mut stage, "presider 理事长");
    stage.press("Right C-s").sees("密钥在");
    let before = stage.entries();
    stage.press("Right C-s").sees("没有 ssh-agent 应答").sees("改选私钥文件");
    stage.console.agent = Some(folder.join("gone"));
    stage.press("C-s").sees("没有 ssh-agent 应答");
    assert_eq!(stage.entries(), before);
}

#[cfg(unix)]
#[test]
#[ignore = "needs ssh-agent and ssh-keygen"]
fn a_key_of_the_agent_signs_at_the_ceremony() {
    use std::process::{Child, Command, Stdio};
    struct Ended(Child);
    impl Drop for Ended {
        fn drop(&mut self) {
            let _ = self.0.kill();
            let _ = self.0.wait();
        }
    }
    let folder = Folder::new();
    let key = Key::new("理事长").unwrap();
    let socket = folder.join("agent");
    let agent =
        Command::new("ssh-agent").arg("-D").arg("-a").arg(&socket).stdout(Stdio::null()).spawn();
    let _agent = Ended(agent.unwrap());
    for _ in 0..100 {
        if socket.exists() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    let mut stage = with_a_folder(&folder, &key);
    stage.console.agent = Some(socket.clone());
    stage.press("Enter");
    compare(&mut stage, "presider 理事长");
    stage.press("Right C-s Right C-s").sees("ssh-agent 中没有密钥");
    std::fs::write(folder.join("key"), key.file("an example only").unwrap()).unwrap();
    let line =
        "chmod 600 key && ssh-keygen -q -p -P 'an example only' -N '' -f key && ssh-add -q key";
    let mut add = Command::new("sh");
    add.args(["-c", line]).env("SSH_AUTH_SOCK", &socket).current_dir(folder.join(""));
    assert!(add.status().unwrap().success());
    stage.press("C-s").sees("以密钥签署会议记录第1稿");
    assert!(folder.join("示例.minutes-1-v1").join("MANIFEST.presider.sig").is_file());
}

#[test]
fn a_slip_is_printed_from_the_menu_and_stands_before_the_minutes_it_corrects() {
    let mut stage = approved(Lang::Zh, LARGE);
    for line in ["1", "1"] {
        choose(&mut stage, "已在纸面签署");
        stage.press(line).press("C-s");
    }
    assert_eq!(state(&stage), Some(State::Signed));
    choose(&mut stage, "会议文书");
    stage.press("'更正单' Enter").sees("没有更正单");
    stage.press("Esc");
    choose(&mut stage, "出更正单");
    stage.press("'第1项' Tab '赞成30票' Tab '赞成三十票' Tab '体例' C-s").sees("更正单1");
    choose(&mut stage, "打印更正单");
    stage.sees("更正单第1号").sees("Enter 写成文件");
    stage.press("Esc");
    stage.press("Space '原文' Enter").sees("第1稿（原文）").sees("更正单第1号");
    stage.sees("“赞成30票”改为“赞成三十票”");
}

/// A key in a folder, and its public line beside it.
fn key_in(folder: &Folder, name: &str) -> [std::path::PathBuf; 2] {
    let key = Key::new(name).unwrap();
    let [path, public] = [folder.join(name), folder.join(&format!("{name}.pub"))];
    std::fs::write(&path, key.file("纸短情长不见不散").unwrap()).unwrap();
    std::fs::write(&public, quorate::seal::Signer::public(&key).line()).unwrap();
    [path, public]
}

fn bind(stage: &mut Stage, public: &std::path::Path) {
    choose(stage, "职务的密钥");
    if !stage.console.ledger.book.archive.keys.is_empty() {
        stage.press("1");
    }
    stage.press(&format!("Tab Tab '{}' C-s", public.display())).press("Right C-s");
}

#[test]
fn a_key_is_looked_for_in_the_book_before_a_folder_is_written_and_an_older_folder_is_named() {
    let folder = Folder::new();
    let [[known, known_line], [late, late_line]] = ["一", "二"].map(|name| key_in(&folder, name));
    let mut stage = approved(Lang::Zh, LARGE);
    stage.console.path = Some(folder.join("示例.book"));
    bind(&mut stage, &known_line);
    let dir = folder.join("示例.minutes-1-v1");
    stage.press("Enter");
    compare(&mut stage, "presider 理事长");
    stage.press("Right C-s");
    stage.press(&format!("Tab '{}' Tab '纸短情长不见不散' C-s", late.display()));
    stage.sees("会议簿里没有登记这把密钥");
    assert!(!dir.exists() && stage.console.job.is_none());
    stage.press("Esc");
    // Written before the second key is bound: that folder is named, with the way out.
    choose(&mut stage, "写出文书");
    work(&mut stage);
    bind(&mut stage, &late_line);
    stage.press("Enter");
    compare(&mut stage, "presider 理事长");
    stage.press("Right C-s");
    stage.press(&format!("Tab '{}' Tab '纸短情长不见不散' C-s", late.display()));
    // The path is as long as it is: where the lines break is not said here.
    let said = stage.screen().replace([' ', '┃', '│', '\n'], "");
    assert!(said.contains("不能用它签") || said.contains("移走或改名"), "{said}");
    // Moved away, the same form writes a new one and signs it.
    std::fs::rename(&dir, folder.join("旧")).unwrap();
    stage.press("C-s");
    work(&mut stage);
    stage.sees("以密钥签署");
    assert_eq!(folder::check(&dir, None).signed.len(), 1);
    assert!(known.exists());
}

#[test]
fn the_documents_are_written_one_by_one_into_a_folder_that_stays() {
    let folder = Folder::new();
    let mut stage = approved(Lang::Zh, LARGE);
    stage.console.path = Some(folder.join("示例.book"));
    choose(&mut stage, "写出文书");
    let said = work(&mut stage);
    assert!(said.iter().any(|line| line.contains("正在写 record.pdf")), "{said:?}");
    let dir = folder.join("示例.minutes-1-v1");
    assert!(folder::check(&dir, None).is_whole());
    let life = stage.console.ledger.book.minutes_of(1).unwrap();
    let digest = life.last().unwrap().of.sha256.clone();
    let bytes = std::fs::read(dir.join("minutes.json")).unwrap();
    assert_eq!(quorate::seal::sha256(&bytes), digest, "the very bytes that were issued");
    choose(&mut stage, "写出文书");
    stage.sees("没有改动它");
}

#[test]
fn a_template_of_the_house_is_in_the_preview_and_in_a_folder_that_is_whole() {
    let folder = Folder::new();
    let mut stage = approved(Lang::Zh, LARGE);
    stage.console.path = Some(folder.join("示例.book"));
    let house = folder.join("house.toml");
    let record = "[template]\nrecord = \"{signatures}\\n# 存档说明\\n一式三份。\\n{rest}\"";
    std::fs::write(&house, record).unwrap();
    choose(&mut stage, "写出文书");
    work(&mut stage);
    let dir = folder.join("示例.minutes-1-v1");
    assert!(folder::check(&dir, None).is_whole());
    let said = std::fs::read_to_string(dir.join("record.md")).unwrap();
    assert!(said.contains("一、签") && said.contains("二、存档说明"), "{said}");
    let life = stage.console.ledger.book.minutes_of(1).unwrap();
    let digest = life.last().unwrap().of.sha256.clone();
    let bytes = std::fs::read(dir.join("minutes.json")).unwrap();
    assert_eq!(quorate::seal::sha256(&bytes), digest, "the data is not the house's");
    stage.press("Esc C-r").sees("会议记录（预览）").sees("存档说明");
    // A template that leaves something out is said, and nothing is shown without it.
    std::fs::write(&house, "[template]\nrecord = \"{signatures}\"").unwrap();
    stage.press("Esc C-r").sees("缺少{facts}");
}

#[test]
fn papers_of_the_meeting_are_shown_and_say_what_they_lack() {
    everywhere("minutes-papers", closed, &["Space 5"]);
    let folder = Folder::new();
    let mut stage = closed(Lang::Zh, LARGE);
    stage.console.path = Some(folder.join("示例.book"));
    choose(&mut stage, "会议文书");
    stage.press("1").sees("Enter 写成文件");
    stage.press("Enter");
    let said = work(&mut stage);
    assert!(said.iter().any(|line| line.contains("正在写 PDF")), "{said:?}");
    assert!(folder.join("示例.notice-1.zh.pdf").is_file(), "{}", stage.screen());
    assert!(folder.join("示例.notice-1.zh.md").is_file(), "{}", stage.screen());
    choose(&mut stage, "会议文书");
    stage.press("'除名决定' Enter");
    assert!(stage.notice_shown(), "{}", stage.screen());
}

#[test]
fn a_closed_meeting_leads_to_its_minutes() {
    let mut stage = closed(Lang::Zh, LARGE);
    stage.press("Esc C-r").sees("会议记录（预览）");
    stage.press("Enter").sees("▸").sees("未出稿");
}
