//! The folder of a meeting's papers: written whole, signed by several, and every change in it found and named.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use super::common::Folder;
use super::seal::{about, bound, key, moment};
use quorate::folder::{self, Contents, Fault, Report, words};
use quorate::seal::{self, AllowedKey, Key, Role, Signer};
use quorate::text::Lang;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder of papers and those who sign it.
struct Papers {
    place: Folder,
    dir: PathBuf,
    presider: Key,
    recorder: Key,
    keys: Vec<AllowedKey>,
}

fn contents(keys: Vec<AllowedKey>) -> Contents {
    Contents {
        about: about(),
        papers: vec![
            ("minutes.json".to_owned(), b"{\"format\":\"quorate-minutes/1\"}\n".to_vec()),
            ("minutes.docx".to_owned(), b"PK\x03\x04 a document".to_vec()),
            ("papers/决议〔2026〕3号.html".to_owned(), "<p>决议</p>\n".into()),
            ("minutes.md".to_owned(), "# 会议记录\n".into()),
        ],
        keys,
    }
}

impl Papers {
    fn new() -> Self {
        let (presider, recorder) = (key("主席"), key("秘书长"));
        let keys = vec![
            bound(Role::Presider, "主席", &presider),
            bound(Role::Recorder, "秘书长", &recorder),
        ];
        Self::with(presider, recorder, keys)
    }

    fn with(presider: Key, recorder: Key, keys: Vec<AllowedKey>) -> Self {
        let place = Folder::new();
        let dir = place.join("第2次会议");
        folder::write(&contents(keys.clone()), &dir).unwrap();
        Self { place, dir, presider, recorder, keys }
    }

    fn sign(&mut self, role: Role) -> Result<String, Fault> {
        let signer = if role == Role::Recorder { &mut self.recorder } else { &mut self.presider };
        folder::sign(&folder::ready(&self.dir).unwrap(), role, signer)
    }

    fn signed() -> Self {
        let mut papers = Self::new();
        papers.sign(Role::Presider).unwrap();
        papers.sign(Role::Recorder).unwrap();
        papers
    }

    fn check(&self) -> Report {
        folder::check(&self.dir, Some(&self.keys))
    }
}

/// Every file below a folder, by its name with `/`.
fn files(dir: &Path) -> Vec<String> {
    fn walk(dir: &Path, below: &str, found: &mut Vec<String>) {
        for entry in fs::read_dir(dir).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{below}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                walk(&entry.path(), &format!("{name}/"), found);
            } else {
                found.push(name);
            }
        }
    }
    let mut found = Vec::new();
    walk(dir, "", &mut found);
    found.sort();
    found
}

fn copy(from: &Path, to: &Path) {
    for name in files(from) {
        fs::create_dir_all(to.join(&name).parent().unwrap()).unwrap();
        fs::copy(from.join(&name), to.join(&name)).unwrap();
    }
}

fn everything(report: &Report) -> String {
    words::report(Lang::Both, report).join("\n")
}

// --- written ------------------------------------------------------------------------------------------------

#[test]
fn a_folder_is_written_whole_and_the_same_contents_give_the_same_bytes() {
    let papers = Papers::new();
    assert_eq!(
        files(&papers.dir),
        [
            "MANIFEST",
            "VERIFY.txt",
            "allowed_signers",
            "minutes.docx",
            "minutes.json",
            "minutes.md",
            "papers/决议〔2026〕3号.html"
        ]
    );
    let again = folder::lay_out(&contents(papers.keys.clone())).unwrap();
    for (name, bytes) in again {
        assert_eq!(fs::read(papers.dir.join(&name)).unwrap(), bytes, "{name}");
    }
    // Nothing is left of the way there.
    assert_eq!(fs::read_dir(papers.place.join("")).unwrap().count(), 1);
    let report = papers.check();
    assert!(report.is_whole(), "{}", everything(&report));
    assert_eq!(report.unchanged, 6);
    assert_eq!(report.awaited, [Role::Presider, Role::Recorder]);
}

#[test]
fn a_folder_that_is_there_is_left_alone() {
    let papers = Papers::new();
    let before = fs::read(papers.dir.join("MANIFEST")).unwrap();
    let mut other = contents(Vec::new());
    other.about.version = 3;
    assert_eq!(folder::write(&other, &papers.dir), Err(Fault::Exists(papers.dir.clone())));
    assert_eq!(fs::read(papers.dir.join("MANIFEST")).unwrap(), before);
    let empty = papers.place.join("empty");
    fs::create_dir(&empty).unwrap();
    assert_eq!(folder::write(&other, &empty), Err(Fault::Exists(empty.clone())));
    assert_eq!(fs::read_dir(&empty).unwrap().count(), 0);
}

#[test]
fn names_that_do_not_travel_are_refused_before_anything_is_written() {
    let place = Folder::new();
    let dir = place.join("x");
    let bad = [
        "",
        "/etc/x",
        "../x",
        "a/../b",
        "a//b",
        "a\\b",
        "a:b",
        "CON.txt",
        "a/nul",
        "-n.md",
        ".x",
        "x.",
        "a\nb",
        "MANIFEST",
        "manifest.md",
        "MANIFEST.presider.sig",
        "allowed_signers",
        "verify.txt",
        "attachments/x",
    ];
    for name in bad {
        let mut wanted = contents(Vec::new());
        wanted.papers.push((name.to_owned(), Vec::new()));
        assert_eq!(folder::write(&wanted, &dir), Err(Fault::Name(name.to_owned())), "{name:?}");
    }
    let mut wanted = contents(Vec::new());
    wanted.papers.push(("Minutes.MD".to_owned(), Vec::new()));
    assert!(matches!(folder::write(&wanted, &dir), Err(Fault::Twice(_))));
    assert_eq!(fs::read_dir(place.join("")).unwrap().count(), 0);
}

#[test]
fn verify_txt_has_the_commands_in_both_languages() {
    let papers = Papers::new();
    let text = fs::read_to_string(papers.dir.join("VERIFY.txt")).unwrap();
    let command = "\n  ssh-keygen -Y verify -f allowed_signers -I presider@example -n minutes@quorate \
                   -Overify-time=20261122174000 -s MANIFEST.presider.sig < MANIFEST\n";
    assert!(text.contains(command), "{text}");
    assert!(
        text.contains("\n  sha256sum -c MANIFEST\n")
            && text.contains("\n  shasum -a 256 -c MANIFEST\n")
    );
    assert!(text.contains(&papers.presider.public().fingerprint()));
    assert!(text.contains("-I recorder@example") && !text.contains("-I teller@example"));
    // The example of certutil names a file that is there.
    assert!(papers.dir.join("minutes.json").exists() && text.contains("-hashfile minutes.json"));
    let ink = folder::lay_out(&contents(Vec::new())).unwrap();
    let ink: Vec<&str> = ink.iter().map(|(name, _)| name.as_str()).collect();
    assert!(!ink.contains(&"allowed_signers") && ink.contains(&"VERIFY.txt"));
}

// --- signed -------------------------------------------------------------------------------------------------

#[test]
fn two_sign_and_everything_is_said_about_them() {
    let papers = Papers::signed();
    let report = papers.check();
    assert!(report.is_whole(), "{}", everything(&report));
    assert!(report.awaited.is_empty());
    let signed: Vec<(&str, &str)> =
        report.signed.iter().map(|s| (s.file.as_str(), s.office.as_str())).collect();
    assert_eq!(signed, [("MANIFEST.presider.sig", "主席"), ("MANIFEST.recorder.sig", "秘书长")]);
    assert_eq!(report.signed[0].fingerprint, papers.presider.public().fingerprint());
    // A folder alone says the same by its own file of keys.
    assert_eq!(folder::check(&papers.dir, None), report);
    let said = everything(&report);
    assert!(
        said.contains("已签：主持人（主席）") && said.contains("SIGNED: by the recorder"),
        "{said}"
    );
}

#[test]
fn several_tellers_sign_each_in_a_file_of_their_own() {
    let (mut a, mut b) = (key("a"), key("b"));
    let keys = vec![bound(Role::Teller, "监票人", &a), bound(Role::Teller, "计票人", &b)];
    let papers = Papers::with(key(""), key(""), keys);
    let ready = folder::ready(&papers.dir).unwrap();
    assert_eq!(folder::sign(&ready, Role::Teller, &mut a).unwrap(), "MANIFEST.teller.sig");
    assert_eq!(folder::sign(&ready, Role::Teller, &mut b).unwrap(), "MANIFEST.teller-2.sig");
    let twice = folder::sign(&ready, Role::Teller, &mut b);
    assert_eq!(twice, Err(Fault::SignedAlready("MANIFEST.teller-2.sig".to_owned())));
    let report = papers.check();
    assert!(report.is_whole() && report.signed.len() == 2, "{}", everything(&report));
}

#[test]
fn nobody_signs_what_was_changed() {
    let papers = Papers::new();
    fs::write(papers.dir.join("minutes.docx"), b"PK\x03\x04 edited").unwrap();
    fs::remove_file(papers.dir.join("minutes.md")).unwrap();
    let faults = folder::ready(&papers.dir).unwrap_err();
    assert_eq!(
        faults,
        [Fault::Changed("minutes.docx".to_owned()), Fault::Missing("minutes.md".to_owned())]
    );
    let said = words::fault(Lang::Zh, &faults[0]);
    assert!(said.contains("minutes.docx") && said.contains("--attach minutes.docx"), "{said}");
}

#[test]
fn a_document_changed_elsewhere_is_signed_as_an_attachment() {
    let mut papers = Papers::new();
    let paper = papers.dir.join("minutes.docx");
    let original = fs::read(&paper).unwrap();
    fs::write(&paper, b"PK\x03\x04 edited").unwrap();
    let name = folder::attach(&papers.dir, &paper, Role::Recorder, &mut papers.recorder).unwrap();
    assert_eq!(name, "attachments/minutes.docx.MANIFEST.recorder.sig");
    // The paper of the book is missing now, and only that.
    assert_eq!(papers.check().faults, [Fault::Missing("minutes.docx".to_owned())]);
    fs::write(&paper, original).unwrap();
    papers.sign(Role::Presider).unwrap();
    let file = papers.dir.join("attachments/minutes.docx");
    let second = folder::attach(&papers.dir, &file, Role::Presider, &mut papers.presider).unwrap();
    assert_eq!(second, "attachments/minutes.docx.MANIFEST.presider.sig");
    let report = papers.check();
    assert!(report.is_whole(), "{}", everything(&report));
    let attached = report.signed.iter().filter(|s| s.attachment.is_some());
    assert_eq!(attached.count(), 2);
    // An attachment is no signature under the minutes.
    assert_eq!(report.awaited, [Role::Recorder]);

    // Any other file is copied, and stays where it was.
    let scan = papers.place.join("签到表扫描件.png");
    fs::write(&scan, b"PNG").unwrap();
    folder::attach(&papers.dir, &scan, Role::Recorder, &mut papers.recorder).unwrap();
    assert!(scan.exists() && papers.check().is_whole());
    fs::write(&scan, b"another PNG").unwrap();
    let taken = folder::attach(&papers.dir, &scan, Role::Presider, &mut papers.presider);
    assert!(matches!(taken, Err(Fault::Exists(_))), "{taken:?}");
}

#[test]
fn only_a_key_that_is_bound_and_in_force_signs() {
    let (presider, recorder) = (key("a"), key("b"));
    let mut over = bound(Role::Presider, "主席", &presider);
    over.until = Some(moment("2026-11-22T17:39:59+08:00"));
    let mut early = bound(Role::Recorder, "秘书长", &recorder);
    early.from = moment("2026-11-22T17:40:01+08:00");
    let mut papers = Papers::with(presider, recorder, vec![over.clone(), early.clone()]);
    let file = |role: &str| format!("MANIFEST.{role}.sig");
    let until = over.until.unwrap();
    assert_eq!(papers.sign(Role::Presider), Err(Fault::Over { file: file("presider"), until }));
    assert_eq!(
        papers.sign(Role::Recorder),
        Err(Fault::Early { file: file("recorder"), from: early.from })
    );
    let office = "主席".to_owned();
    assert_eq!(
        papers.sign(Role::Teller),
        Err(Fault::OtherRole { file: file("teller"), role: Role::Teller, office })
    );
    let mut stranger = key("c");
    let fingerprint = stranger.public().fingerprint();
    let ready = folder::ready(&papers.dir).unwrap();
    assert_eq!(
        folder::sign(&ready, Role::Presider, &mut stranger),
        Err(Fault::UnknownKey { file: file("presider"), fingerprint })
    );
    assert_eq!(files(&papers.dir).len(), 7, "nothing was left behind");
}

#[test]
fn a_key_withdrawn_later_does_not_undo_what_it_signed_and_one_withdrawn_before_counts_for_nothing()
{
    let papers = Papers::signed();
    let mut keys = papers.keys.clone();
    keys[1].until = Some(moment("2027-05-01T09:00:00+08:00"));
    assert!(folder::check(&papers.dir, Some(&keys)).is_whole());
    let until = moment("2026-10-01T09:00:00+08:00");
    keys[1].until = Some(until);
    let report = folder::check(&papers.dir, Some(&keys));
    assert_eq!(report.faults, [Fault::Over { file: "MANIFEST.recorder.sig".to_owned(), until }]);
    assert_eq!(report.awaited, [Role::Recorder]);
    // The book knows better than the folder: keys it does not have are not believed.
    let report = folder::check(&papers.dir, Some(&keys[..1]));
    assert!(matches!(&report.faults[..], [Fault::UnknownKey { .. }]), "{report:?}");
    // Bound again after the withdrawal: each binding stands for itself.
    keys.push(papers.keys[1].clone());
    assert!(folder::check(&papers.dir, Some(&keys)).is_whole());
}

#[test]
fn who_signs_days_later_on_another_machine_is_taken_in() {
    let mut papers = Papers::new();
    papers.sign(Role::Presider).unwrap();
    let away = papers.place.join("away");
    copy(&papers.dir, &away);
    let ready = folder::ready(&away).unwrap();
    folder::sign(&ready, Role::Recorder, &mut papers.recorder).unwrap();
    // The whole copy comes back, or only the small file by mail, under a name the mail program gave it.
    assert_eq!(folder::take_in(&papers.dir, &away, None).unwrap(), ["MANIFEST.recorder.sig"]);
    assert!(papers.check().is_whole() && papers.check().awaited.is_empty());
    assert!(folder::take_in(&papers.dir, &away, None).unwrap().is_empty(), "it is there already");

    fs::remove_file(papers.dir.join("MANIFEST.recorder.sig")).unwrap();
    let mailed = papers.place.join("附件 (1).sig");
    let armour = fs::read_to_string(away.join("MANIFEST.recorder.sig")).unwrap();
    fs::write(&mailed, armour.replace('\n', "\r\n")).unwrap();
    assert_eq!(folder::take_in(&papers.dir, &mailed, None).unwrap(), ["MANIFEST.recorder.sig"]);
    assert_eq!(fs::read_to_string(papers.dir.join("MANIFEST.recorder.sig")).unwrap(), armour);
}

#[test]
fn a_copy_signed_by_ssh_keygen_is_taken_in_with_the_name_it_gives() {
    let mut papers = Papers::new();
    let away = papers.place.join("away");
    copy(&papers.dir, &away);
    let list = fs::read(away.join("MANIFEST")).unwrap();
    fs::write(away.join("MANIFEST.sig"), papers.recorder.sign(&list).unwrap()).unwrap();
    assert_eq!(folder::take_in(&papers.dir, &away, None).unwrap(), ["MANIFEST.recorder.sig"]);
    // Made in the folder itself, it says what is to be done with it.
    fs::copy(away.join("MANIFEST.sig"), papers.dir.join("MANIFEST.sig")).unwrap();
    assert!(everything(&papers.check()).contains("--take"), "{}", everything(&papers.check()));
}

#[test]
fn a_paper_as_it_is_stays_where_it_is() {
    let mut papers = Papers::new();
    let paper = papers.dir.join("minutes.md");
    let refused = folder::attach(&papers.dir, &paper, Role::Recorder, &mut papers.recorder);
    assert_eq!(refused, Err(Fault::Unchanged("minutes.md".to_owned())));
    assert!(paper.exists() && papers.check().is_whole());
    let said = words::fault(Lang::Zh, &Fault::Unchanged("votes.csv".to_owned()));
    assert!(said.contains("votes.csv未改动，签文件夹即已包括"), "{said}");
}

#[test]
fn what_a_file_manager_leaves_behind_breaks_nothing_and_is_named() {
    let papers = Papers::signed();
    for name in [".DS_Store", "papers/Thumbs.db", "desktop.ini", "._minutes.md"] {
        fs::write(papers.dir.join(name), "x").unwrap();
    }
    let report = papers.check();
    assert!(report.is_whole() && report.litter.len() == 4, "{}", everything(&report));
    assert!(everything(&report).contains("另有：.DS_Store"), "{}", everything(&report));
    folder::ready(&papers.dir).unwrap();
}

#[test]
fn what_does_not_belong_is_not_taken_in() {
    let mut papers = Papers::new();
    let dir = papers.dir.clone();
    let take = |path: &Path, role| folder::take_in(&dir, path, role).unwrap_err();
    // A signature over another folder.
    let other = papers.place.join("other");
    let mut next = contents(papers.keys.clone());
    next.about.version = 3;
    folder::write(&next, &other).unwrap();
    let ready = folder::ready(&other).unwrap();
    folder::sign(&ready, Role::Presider, &mut papers.presider).unwrap();
    assert_eq!(take(&other, None), [Fault::AnotherFolder(other.clone())]);
    let sig = other.join("MANIFEST.presider.sig");
    assert!(matches!(&take(&sig, None)[..], [Fault::Signature { why: seal::Fault::Altered, .. }]));
    // A stranger's.
    let list = fs::read(dir.join("MANIFEST")).unwrap();
    let stranger = papers.place.join("MANIFEST.presider.sig");
    fs::write(&stranger, key("").sign(&list).unwrap()).unwrap();
    assert!(matches!(&take(&stranger, None)[..], [Fault::UnknownKey { .. }]));
    // A good one in a role it has not.
    let good = papers.place.join("x.sig");
    fs::write(&good, papers.recorder.sign(&list).unwrap()).unwrap();
    assert!(matches!(&take(&good, Some(Role::Presider))[..], [Fault::OtherRole { .. }]));
    // Without a word on the role it is said first that the key is a stranger's.
    let unnamed = papers.place.join("y.sig");
    fs::write(&unnamed, key("").sign(&list).unwrap()).unwrap();
    assert!(matches!(&take(&unnamed, None)[..], [Fault::UnknownKey { .. }]));
    // Something that is no signature, a file that is not there, and a place where none is.
    let none = papers.place.join("none.sig");
    fs::write(&none, "…").unwrap();
    let why = seal::Fault::NotASignature;
    assert!(matches!(&take(&none, None)[..], [Fault::Signature { why: w, .. }] if *w == why));
    let nowhere = papers.place.join("nowhere.sig");
    assert_eq!(take(&nowhere, None), [Fault::NoFile(nowhere.clone())]);
    assert_eq!(take(&dir, None), [Fault::NoSignature(dir.clone())]);
    assert_eq!(files(&dir).len(), 7, "nothing was taken in");
}

// --- tampered with ------------------------------------------------------------------------------------------

#[test]
fn a_changed_byte_in_any_file_is_found_and_the_file_named() {
    let mut papers = Papers::signed();
    let scan = papers.place.join("扫描件.png");
    fs::write(&scan, b"PNG").unwrap();
    folder::attach(&papers.dir, &scan, Role::Recorder, &mut papers.recorder).unwrap();
    assert!(papers.check().is_whole());
    let names = files(&papers.dir);
    assert_eq!(names.len(), 12);
    for name in &names {
        let path = papers.dir.join(name);
        let whole = fs::read(&path).unwrap();
        for place in [0, whole.len() / 3, whole.len() / 2, whole.len() - 2, whole.len() - 1] {
            let mut bytes = whole.clone();
            bytes[place] ^= 1;
            fs::write(&path, bytes).unwrap();
            for keys in [Some(papers.keys.as_slice()), None] {
                let report = folder::check(&papers.dir, keys);
                assert!(!report.is_whole(), "{name}, byte {place}");
                assert!(everything(&report).contains(name), "{name}: {}", everything(&report));
            }
        }
        for bytes in [&whole[..whole.len() - 1], &[whole.as_slice(), b"\n"].concat(), b""] {
            fs::write(&path, bytes).unwrap();
            // A line end more at the end of a signature is no change of the signature.
            let padded =
                name.ends_with(".sig") && bytes.len() + 1 >= whole.len() && !bytes.is_empty();
            let report = papers.check();
            assert!(padded || !report.is_whole(), "{name}, {} bytes", bytes.len());
            assert!(
                padded || everything(&report).contains(name),
                "{name}: {}",
                everything(&report)
            );
        }
        fs::write(&path, whole).unwrap();
    }
    assert!(papers.check().is_whole());
}

#[test]
fn a_file_taken_away_added_or_renamed_is_found_and_named() {
    let papers = Papers::signed();
    for name in files(&papers.dir) {
        let (path, kept) = (papers.dir.join(&name), papers.place.join("kept"));
        fs::rename(&path, &kept).unwrap();
        let report = papers.check();
        match name.strip_prefix("MANIFEST.") {
            // A list names who is to sign: a signature that was taken away is missed.
            Some(sig) => {
                let role = Role::named(sig.trim_end_matches(".sig")).unwrap();
                assert_eq!(report.awaited, [role], "{name}");
            }
            None if name == "MANIFEST" => assert_eq!(report.faults, [Fault::NoManifest]),
            None => assert_eq!(report.faults, [Fault::Missing(name.clone())]),
        }
        let other = papers.dir.join("renamed.bin");
        fs::rename(&kept, &other).unwrap();
        if name != "MANIFEST" {
            let faults = papers.check().faults;
            assert!(
                faults.contains(&Fault::NotListed("renamed.bin".to_owned())),
                "{name}: {faults:?}"
            );
        }
        fs::rename(&other, &path).unwrap();
        assert!(papers.check().is_whole());
    }
    for added in [
        "more.md",
        "papers/more.md",
        "MANIFEST.notary.sig",
        "attachments/x.png",
        "MANIFEST.presider-02.sig",
    ] {
        let path = papers.dir.join(added);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, b"more").unwrap();
        assert_eq!(papers.check().faults, [Fault::NotListed(added.to_owned())]);
        fs::remove_file(&path).unwrap();
    }
    // A signature under the name of another role is no signature in that role.
    let sig = |role: &str| papers.dir.join(format!("MANIFEST.{role}.sig"));
    fs::copy(sig("presider"), sig("recorder-2")).unwrap();
    assert!(matches!(&papers.check().faults[..], [Fault::OtherRole { role: Role::Recorder, .. }]));
}

#[test]
fn a_list_written_anew_does_not_fit_its_signatures() {
    let papers = Papers::signed();
    let mut other = contents(papers.keys.clone());
    other.papers[0].1 = b"{}".to_vec();
    for (name, bytes) in folder::lay_out(&other).unwrap() {
        fs::write(papers.dir.join(name), bytes).unwrap();
    }
    let report = papers.check();
    assert_eq!(report.unchanged, 6, "every digest fits");
    let altered =
        |file: &str| Fault::Signature { file: file.to_owned(), why: seal::Fault::Altered };
    assert_eq!(report.faults, [altered("MANIFEST.presider.sig"), altered("MANIFEST.recorder.sig")]);
}

#[test]
fn a_folder_forged_with_other_keys_is_whole_by_itself_and_not_by_the_book() {
    let papers = Papers::signed();
    let forged = Papers::signed();
    assert!(folder::check(&forged.dir, None).is_whole());
    let report = folder::check(&forged.dir, Some(&papers.keys));
    assert_eq!(report.faults.len(), 2);
    assert!(report.faults.iter().all(|f| matches!(f, Fault::UnknownKey { .. })), "{report:?}");
}

#[test]
fn a_list_that_leads_out_of_the_folder_is_not_followed() {
    let papers = Papers::new();
    let outside = papers.place.join("outside");
    fs::write(&outside, b"x").unwrap();
    let list = papers.dir.join("MANIFEST");
    let text = fs::read_to_string(&list).unwrap();
    let line = format!("{}  ../outside\n", seal::sha256(b"x"));
    fs::write(&list, text + &line).unwrap();
    assert_eq!(papers.check().faults, [Fault::Name("../outside".to_owned())]);
    assert_eq!(folder::ready(&papers.dir).unwrap_err(), [Fault::Name("../outside".to_owned())]);
}

#[cfg(unix)]
#[test]
fn a_link_is_no_file_of_the_folder() {
    let papers = Papers::new();
    std::os::unix::fs::symlink("minutes.md", papers.dir.join("link.md")).unwrap();
    assert_eq!(papers.check().faults, [Fault::NotAFile("link.md".to_owned())]);
}

#[test]
fn a_folder_on_a_disk_that_can_only_be_read_is_checked() {
    let papers = Papers::signed();
    for name in files(&papers.dir) {
        let path = papers.dir.join(name);
        let mut rights = fs::metadata(&path).unwrap().permissions();
        rights.set_readonly(true);
        fs::set_permissions(&path, rights).unwrap();
    }
    assert!(papers.check().is_whole());
}

// --- by command ---------------------------------------------------------------------------------------------

fn quorate(dir: &Path, args: &[&str], typed: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_quorate"));
    child.args(args).current_dir(dir).env("LANG", "C").env_remove("SSH_AUTH_SOCK");
    child.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = child.spawn().unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), typed.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

#[track_caller]
fn well(done: &Output) -> String {
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{said}");
    String::from_utf8(done.stdout.clone()).unwrap()
}

#[track_caller]
fn refused(done: &Output, because: &str) {
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(!done.status.success() && said.contains(because), "{said}");
}

/// The two groups of the paper the presider is asked for.
fn groups_asked(dir: &Path) -> String {
    let ready = folder::ready(dir).unwrap();
    let all = seal::attention::groups(&ready.manifest.about.head);
    let [a, b] = ready.gaps(Role::Presider).unwrap().hidden;
    format!("{},{}", all[a], all[b])
}

#[test]
fn a_key_is_made_bound_and_signs_by_command() {
    let place = Folder::new();
    let here = place.join("");
    let key = ["key", "new", "主席.key", "--comment", "主席"];
    refused(&quorate(&here, &key, "short\n"), "口令太短");
    let made = well(&quorate(&here, &key, "a passphrase\n"));
    let lines: Vec<&str> = made.lines().collect();
    assert!(lines[0].starts_with("ssh-ed25519 ") && lines[0].ends_with(" 主席"), "{made}");
    assert_eq!(well(&quorate(&here, &["key", "show", "主席.key"], "")), made);
    assert_eq!(well(&quorate(&here, &["key", "show", "主席.key.pub"], "")), made);
    refused(&quorate(&here, &key, "a passphrase\n"), "已经存在");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(place.join("主席.key")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    let allowed = AllowedKey {
        key: seal::allowed::key(lines[0]).unwrap(),
        ..bound(Role::Presider, "主席", &super::seal::key(""))
    };
    let dir = place.join("papers");
    folder::write(&contents(vec![allowed]), &dir).unwrap();
    let paper = groups_asked(&dir);
    let sign = |paper: &str, typed: &str| {
        let args = ["sign", "papers", "--role", "presider", "--key", "主席.key", "--paper", paper];
        quorate(&here, &args, typed)
    };
    refused(&sign("0000,0000", "a passphrase\n"), "与文件夹不符");
    refused(&sign(&paper, "another one\n"), "口令不对");
    let none = ["sign", "papers", "--role", "presider", "--key", "主席.key"];
    refused(&quorate(&here, &none, "a passphrase\n"), "--paper");
    refused(&quorate(&here, &["sign", "papers", "--key", "主席.key"], ""), "--role");
    refused(&quorate(&here, &["sign", "papers", "--role", "presider"], ""), "--agent");
    refused(&quorate(&here, &["sign", "papers", "--role", "presider", "--agent"], ""), "ssh-agent");
    let as_recorder =
        ["sign", "papers", "--role", "recorder", "--key", "主席.key", "--paper", &paper];
    refused(&quorate(&here, &as_recorder, "a passphrase\n"), "不能以记录人身份签名");
    assert!(!dir.join("MANIFEST.presider.sig").exists());
    let done = sign(&paper, "a passphrase\n");
    well(&done);
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(said.contains("已签名：主持人（主席）。还须签名：记录人。"), "{said}");
    assert!(dir.join("MANIFEST.presider.sig").exists());
    // Nothing is asked of who cannot sign again, nor about a file that is not there.
    refused(&sign("", ""), "已经签过");
    let lost = ["sign", "papers", "--role", "presider", "--key", "主席.key", "--attach", "lost"];
    refused(&quorate(&here, &lost, ""), "没有lost这个文件");
    refused(&quorate(&here, &["sign", "nowhere", "--take", "x"], ""), "没有nowhere这个文件夹");

    // `quorate verify` also works out the votes of minutes.json, which is no record here.
    let looked = |lang| folder::words::report(lang, &folder::check(&dir, None)).join("\n");
    let said = looked(Lang::Zh);
    assert!(said.contains("已签：主持人（主席）"), "{said}");
    assert!(said.contains("未用密钥签名：记录人"), "{said}");
    fs::write(dir.join("minutes.docx"), b"edited").unwrap();
    let said = looked(Lang::En);
    assert!(said.contains("minutes.docx was changed"), "{said}");
    let attach =
        ["sign", "papers", "--role", "presider", "--key", "主席.key", "--attach", "minutes.docx"];
    let done = quorate(&here, &attach, "a passphrase\n");
    well(&done);
    assert!(String::from_utf8_lossy(&done.stderr).contains("重新导出"));
    assert!(dir.join("attachments/minutes.docx").exists() && !dir.join("minutes.docx").exists());
}

/// A command on a terminal: `answers` are typed when their question is there. What stood on it, and how it ended.
#[cfg(unix)]
fn on_a_terminal(dir: &Path, args: &[&str], answers: &[(&str, &str)]) -> (String, bool) {
    use portable_pty::{CommandBuilder, PtySize, native_pty_system};
    use std::io::{Read, Write};
    let size = PtySize { rows: 30, cols: 200, ..PtySize::default() };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_quorate"));
    command.args(args);
    command.cwd(dir);
    command.env("LANG", "C");
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut keys = pair.master.take_writer().unwrap();
    let (mut shown, mut seen, mut answers) = (Vec::new(), 0, answers.iter().peekable());
    let mut bytes = [0; 4096];
    // The pseudo-terminal ends with the program; every answer waits for its own question.
    while let Ok(n @ 1..) = reader.read(&mut bytes) {
        shown.extend_from_slice(&bytes[..n]);
        let text = String::from_utf8_lossy(&shown[seen..]).into_owned();
        if let Some((_, answer)) = answers.next_if(|(question, _)| text.contains(question)) {
            seen = shown.len();
            keys.write_all(answer.as_bytes()).and_then(|()| keys.flush()).unwrap();
        }
    }
    (String::from_utf8_lossy(&shown).into_owned(), child.wait().unwrap().success())
}

#[cfg(unix)]
#[test]
fn on_a_terminal_the_passphrase_is_not_seen_and_the_groups_are_asked_for() {
    let place = Folder::new();
    let here = place.join("");
    let new = ["key", "new", "k"];
    let twice = [("新口令", "a passphrase\r"), ("再输一次", "another one\r")];
    let (shown, good) = on_a_terminal(&here, &new, &twice);
    assert!(!good && shown.contains("两次输入的口令不同"), "{shown}");
    let (shown, good) = on_a_terminal(&here, &new, &[("新口令", "\u{3}")]);
    assert!(!good && shown.contains("已取消"), "{shown}");
    assert!(!place.join("k").exists());
    let twice = [("新口令", "a passphraseX\u{7f}\r"), ("再输一次", "a passphrase\r")];
    let (shown, good) = on_a_terminal(&here, &new, &twice);
    assert!(good && shown.contains("SHA256:"), "{shown}");
    assert!(!shown.contains("passphrase"), "{shown}");

    let line = fs::read_to_string(place.join("k.pub")).unwrap();
    let allowed = AllowedKey {
        key: seal::allowed::key(&line).unwrap(),
        ..bound(Role::Presider, "主席", &key(""))
    };
    let dir = place.join("papers");
    folder::write(&contents(vec![allowed]), &dir).unwrap();
    let groups = groups_asked(&dir);
    let (a, b) = groups.split_once(',').unwrap();
    let (a, b) = (format!("{a}\r"), format!("{b}\r"));
    let answers = [("(1) 纸面", a.as_str()), ("(2) 纸面", &b), ("口令：", "a passphrase\r")];
    let sign = ["sign", "papers", "--role", "presider", "--key", "k"];
    let (shown, good) = on_a_terminal(&here, &sign, &answers);
    assert!(good && folder::check(&dir, None).signed.len() == 1, "{shown}");
    assert!(!shown.contains("passphrase"), "{shown}");
}

// --- by programs that are not ours --------------------------------------------------------------------------

/// Runs a line of `VERIFY.txt` as it stands, by the shell.
#[cfg(unix)]
fn shell(dir: &Path, line: &str) -> (bool, String) {
    let done = Command::new("sh").args(["-c", line]).current_dir(dir).output().unwrap();
    let said = [done.stdout, done.stderr].concat();
    (done.status.success(), String::from_utf8_lossy(&said).into_owned())
}

#[cfg(unix)]
fn verify_lines(dir: &Path) -> Vec<String> {
    let text = fs::read_to_string(dir.join("VERIFY.txt")).unwrap();
    let typed = text.lines().filter_map(|line| line.strip_prefix("  "));
    typed
        .filter(|line| line.starts_with("sha256sum") || line.starts_with("ssh-keygen"))
        .map(str::to_owned)
        .collect()
}

#[cfg(unix)]
#[test]
#[ignore = "needs ssh-keygen and sha256sum"]
fn stock_tools_verify_a_signed_folder_and_refuse_a_changed_one() {
    for zone in ["UTC", "Asia/Shanghai", "America/New_York"] {
        let papers = Papers::signed();
        let lines: Vec<String> = verify_lines(&papers.dir)
            .into_iter()
            .map(|line| format!("export TZ={zone}; {line}"))
            .collect();
        assert_eq!(lines.len(), 3);
        for line in &lines {
            let (good, said) = shell(&papers.dir, line);
            assert!(good, "{line}: {said}");
            assert!(
                !line.contains("ssh-keygen") || said.contains("Good \"minutes@quorate\" signature"),
                "{said}"
            );
        }
        let list = papers.dir.join("MANIFEST");
        let text = fs::read_to_string(&list).unwrap();
        fs::write(&list, text.replace("approved", "published")).unwrap();
        for line in lines.iter().filter(|line| line.contains("ssh-keygen")) {
            assert!(!shell(&papers.dir, line).0, "{line}");
        }
        fs::write(papers.dir.join("minutes.md"), "# 另一份\n").unwrap();
        assert!(!shell(&papers.dir, &lines[0]).0);
    }
}

#[cfg(unix)]
#[test]
#[ignore = "needs ssh-keygen and sha256sum"]
fn stock_ssh_keygen_has_the_same_opinion_of_withdrawn_keys() {
    for (until, in_force) in [
        ("2026-11-22T17:39:59+08:00", false),
        ("2026-11-22T17:40:00+08:00", true),
        ("2027-01-01T00:00:00+08:00", true),
    ] {
        let papers = Papers::signed();
        let mut keys = papers.keys.clone();
        keys.iter_mut().for_each(|key| key.until = Some(moment(until)));
        let ours = folder::check(&papers.dir, Some(&keys)).is_whole();
        let text = seal::allowed::write("example", &keys, *about().as_of.offset());
        fs::write(papers.dir.join("allowed_signers"), text).unwrap();
        let (theirs, said) = shell(&papers.dir, &verify_lines(&papers.dir)[1]);
        assert_eq!((ours, theirs), (in_force, in_force), "{until}: {said}");
    }
}

#[cfg(unix)]
#[test]
#[ignore = "needs ssh-keygen and sha256sum"]
fn stock_ssh_keygen_signs_a_copied_folder_and_the_book_s_folder_takes_it_in() {
    let place = Folder::new();
    let here = place.join("");
    let make = "ssh-keygen -q -t ed25519 -N '' -C 'example office' -f own";
    assert!(shell(&here, make).0);
    let line = fs::read_to_string(place.join("own.pub")).unwrap();
    let allowed = AllowedKey {
        key: seal::allowed::key(&line).unwrap(),
        ..bound(Role::Recorder, "秘书长", &key(""))
    };
    let (dir, away) = (place.join("papers"), place.join("away"));
    folder::write(&contents(vec![allowed]), &dir).unwrap();
    copy(&dir, &away);
    let (good, said) = shell(&away, "ssh-keygen -q -Y sign -f ../own -n minutes@quorate MANIFEST");
    assert!(good, "{said}");
    let taken = folder::take_in(&dir, &away.join("MANIFEST.sig"), None).unwrap();
    assert_eq!(taken, ["MANIFEST.recorder.sig"]);
    assert!(folder::check(&dir, None).is_whole());
    // A key of ours is a key of theirs, and an attachment is checked in its folder.
    let mut ours = key("主席");
    let keys = vec![bound(Role::Recorder, "秘书长", &ours)];
    fs::write(place.join("ours"), ours.file("a passphrase").unwrap()).unwrap();
    let (good, said) = shell(&here, "chmod 600 ours && ssh-keygen -y -P 'a passphrase' -f ours");
    assert!(good && said.trim() == ours.public().line(), "{said}");
    let dir = place.join("second");
    folder::write(&contents(keys), &dir).unwrap();
    fs::write(place.join("scan.png"), b"PNG").unwrap();
    folder::attach(&dir, &place.join("scan.png"), Role::Recorder, &mut ours).unwrap();
    let (good, said) = shell(
        &dir.join("attachments"),
        "sha256sum -c scan.png.MANIFEST && ssh-keygen -Y verify -f ../allowed_signers -I recorder@example \
         -n minutes@quorate -Overify-time=20261122174000 -s scan.png.MANIFEST.recorder.sig < scan.png.MANIFEST",
    );
    assert!(good, "{said}");
}
