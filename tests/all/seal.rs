//! Keys, signatures, the list of digests, and the two groups copied from the paper.

use chrono::{DateTime, FixedOffset};
use quorate::seal::attention::{GROUPS, Gaps, groups};
use quorate::seal::manifest::Attachment;
use quorate::seal::{
    About, AllowedKey, Fault, Key, Manifest, NAMESPACE, Proof, Public, Role, Signer, Stored,
    allowed, by_key, plain, sha256, signer, verify, verify_digest,
};
use std::collections::BTreeSet;

/// A key made by `ssh-keygen -t ed25519` for these tests, with the passphrase `an example only`, and its line.
const FOREIGN: &str = include_str!("../data/seal/foreign_key");
const FOREIGN_LINE: &str = include_str!("../data/seal/foreign_key.pub");
/// A signature by it over `FOREIGN_TEXT`, made by `ssh-keygen -Y sign -n minutes@quorate`.
const FOREIGN_SIGNATURE: &str = include_str!("../data/seal/foreign.sig");
/// The same with `-O hashalg=sha256`.
const FOREIGN_256: &str = include_str!("../data/seal/foreign_256.sig");
const FOREIGN_TEXT: &str = include_str!("../data/seal/foreign.txt");

pub(crate) fn moment(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

pub(crate) fn key(comment: &str) -> Key {
    Key::new(comment).unwrap()
}

pub(crate) fn about() -> About {
    About {
        association: "example".to_owned(),
        name: "示例联盟".to_owned(),
        meeting: "第一届成员大会第2次会议".to_owned(),
        version: 2,
        state: "approved".to_owned(),
        as_of: moment("2026-11-22T17:40:00+08:00"),
        entry: 214,
        head: sha256(b"entry 214"),
        charters: vec![("1".to_owned(), sha256(b"charter"))],
        signers: vec![Role::Presider, Role::Recorder],
    }
}

pub(crate) fn bound(role: Role, office: &str, key: &Key) -> AllowedKey {
    AllowedKey {
        role,
        office: office.to_owned(),
        key: key.public().clone(),
        from: moment("2026-03-01T09:00:00+08:00"),
        until: None,
    }
}

#[test]
fn what_is_signed_is_verified_and_nothing_else_is() {
    let (mut ours, other) = (key("主席"), key("秘书长"));
    let armour = ours.sign("会议记录".as_bytes()).unwrap();
    assert_eq!(verify(&armour, "会议记录".as_bytes(), ours.public()), Ok(()));
    assert!(signer(&armour).unwrap().is(ours.public()));
    assert_eq!(plain(&armour), Ok(armour.clone()));
    assert_eq!(verify(&armour, "会议纪录".as_bytes(), ours.public()), Err(Fault::Altered));
    assert_eq!(verify(&armour, "会议记录".as_bytes(), other.public()), Err(Fault::OtherKey));
    assert_eq!(verify("no signature", b"", ours.public()), Err(Fault::NotASignature));
    // The same key over the same bytes: the same signature, so that nothing is hidden in it.
    assert_eq!(ours.sign("会议记录".as_bytes()).unwrap(), armour);
}

#[test]
fn every_byte_of_a_signature_counts() {
    let mut ours = key("");
    let armour = ours.sign(b"minutes").unwrap();
    for place in 0..armour.len() {
        for bit in [0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40] {
            let mut bytes = armour.clone().into_bytes();
            bytes[place] ^= bit;
            let text = String::from_utf8(bytes).unwrap();
            let found = verify(&text, b"minutes", ours.public());
            assert!(found.is_err(), "byte {place}, bit {bit}: {text}");
        }
    }
}

#[test]
fn a_key_comes_back_from_its_file_with_its_passphrase_only() {
    let mut ours = key("秘书长");
    let file = ours.file("一 句 口 令 abc").unwrap();
    let stored = Stored::read(file.as_bytes()).unwrap();
    assert!(stored.is_locked() && stored.public().is(ours.public()));
    assert_eq!(stored.open("一 句 口 令 abd").err(), Some(Fault::WrongPassphrase));
    let stored = Stored::read(file.as_bytes()).unwrap();
    let mut again = stored.open("一 句 口 令 abc").unwrap();
    assert_eq!(again.public().line(), ours.public().line());
    assert_eq!(again.sign(b"x").unwrap(), ours.sign(b"x").unwrap());
    assert_eq!(ours.file("七个字符的口令").err(), Some(Fault::ShortPassphrase));
    assert_eq!(Stored::read(b"-----BEGIN").err(), Some(Fault::NotAKey));
    // Two files of one key share nothing a reader could compare.
    assert_ne!(ours.file("一 句 口 令 abc").unwrap(), file);
}

#[test]
fn a_key_and_a_signature_of_ssh_keygen_are_read() {
    let public = Public::read(FOREIGN_LINE).unwrap();
    assert_eq!(verify(FOREIGN_SIGNATURE, FOREIGN_TEXT.as_bytes(), &public), Ok(()));
    let stored = Stored::read(FOREIGN.as_bytes()).unwrap();
    assert_eq!(stored.open("another").err(), Some(Fault::WrongPassphrase));
    let mut open = Stored::read(FOREIGN.as_bytes()).unwrap().open("an example only").unwrap();
    assert_eq!(open.public().line(), FOREIGN_LINE.trim());
    // To the letter what ssh-keygen makes with the hash that is taken here.
    assert_eq!(open.sign(FOREIGN_TEXT.as_bytes()).unwrap(), FOREIGN_256);
    // As a mail program may leave it.
    let dos = FOREIGN_SIGNATURE.replace('\n', "\r\n");
    assert_eq!(verify(&dos, FOREIGN_TEXT.as_bytes(), &public), Ok(()));
    assert_eq!(plain(&dos).unwrap(), FOREIGN_SIGNATURE);
}

#[test]
fn the_digest_of_a_list_is_enough_where_the_list_was_hashed_the_same_way() {
    let public = Public::read(FOREIGN_LINE).unwrap();
    let digest = sha256(FOREIGN_TEXT.as_bytes());
    assert_eq!(verify_digest(FOREIGN_256, &digest, &public), Ok(Proof::Whole));
    assert_eq!(verify_digest(FOREIGN_256, &sha256(b""), &public), Err(Fault::Altered));
    assert_eq!(verify_digest(FOREIGN_256, "no digest", &public), Err(Fault::Altered));
    // ssh-keygen takes SHA-512 unless told otherwise: then only the list itself can show it.
    assert_eq!(verify_digest(FOREIGN_SIGNATURE, &digest, &public), Ok(Proof::BytesNeeded));
    assert_eq!(by_key(FOREIGN_256, &digest, "SHA256:other"), Err(Fault::OtherKey));
    assert_eq!(by_key(FOREIGN_256, &digest, &public.fingerprint()), Ok(Proof::Whole));
}

#[test]
fn a_signature_for_another_purpose_is_none_for_minutes() {
    let file = include_str!("../data/seal/foreign_file.sig");
    let public = Public::read(FOREIGN_LINE).unwrap();
    let found = verify(file, FOREIGN_TEXT.as_bytes(), &public);
    assert_eq!(found, Err(Fault::OtherPurpose("file".to_owned())));
}

#[test]
fn keys_of_other_kinds_are_named_and_not_taken() {
    let rsa = include_str!("../data/seal/rsa.pub");
    assert_eq!(allowed::key(rsa).err(), Some(Fault::OtherKind("ssh-rsa".to_owned())));
    assert_eq!(allowed::key("ssh-ed25519 AAAA").err(), Some(Fault::NotALine));
    let token = include_str!("../data/seal/token.pub");
    let public = allowed::key(token).unwrap();
    assert!(public.is_believed() && public.kind().starts_with("sk-"));
}

#[test]
fn the_list_has_one_spelling_and_says_which_line_is_wrong() {
    let files: [(&str, &[u8]); 2] = [("minutes.md", b"a"), ("minutes.json", b"b")];
    let manifest = Manifest::of(about(), files);
    let text = manifest.text();
    assert_eq!(Manifest::read(&text), Ok(manifest));
    let digest = sha256(b"b");
    assert!(text.ends_with(&format!("{digest}  minutes.json\n{}  minutes.md\n", sha256(b"a"))));
    assert_eq!(
        Manifest::read(&text.replace("approved", "approved ")).unwrap().about.state,
        "approved "
    );
    assert_eq!(Manifest::read(&text.replace('\n', "\r\n")), Err(1));
    assert_eq!(Manifest::read(&text.replace("# head: 214", "# head: 0214")), Err(7));
    assert_eq!(Manifest::read(&text.replace(&digest, &digest.to_uppercase())), Err(10));
    assert_eq!(Manifest::read(&format!("{text}\n")), Err(12));
    assert_eq!(Manifest::read(text.trim_end()), Err(12));
    assert_eq!(Manifest::read(""), Err(1));
    // A name of two lines would forge a line of the list.
    let mut two = about();
    two.name = format!("示例\n{digest}  forged");
    let text = Manifest::of(two, []).text();
    assert!(Manifest::read(&text).unwrap().files.is_empty());
}

#[test]
fn a_list_of_an_attachment_names_the_list_it_goes_with() {
    let attachment =
        Attachment { to: sha256(b"list"), file: ("会议记录.docx".to_owned(), sha256(b"docx")) };
    assert_eq!(Attachment::read(&attachment.text()), Ok(attachment.clone()));
    assert_eq!(Attachment::read(&attachment.text().replace("# to", "#to")), Err(2));
}

#[test]
fn allowed_keys_are_written_for_openssh_and_read_back() {
    let (presider, recorder) = (key("a"), key("b"));
    let mut withdrawn = bound(Role::Recorder, "秘书长", &recorder);
    // Written in the zone of the papers, wherever it was entered.
    withdrawn.until = Some(moment("2026-11-22T10:00:00+00:00"));
    let keys = [bound(Role::Presider, "主席\n(示例)", &presider), withdrawn];
    let zone = *about().as_of.offset();
    let text = allowed::write("示例, 联盟*", &keys, zone);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "# quorate-allowed-signers/1 +08:00");
    assert_eq!(lines[1], "# 主席 (示例)");
    let begin = format!(
        "presider@示例--联盟- namespaces=\"{NAMESPACE}\",valid-after=\"20260301090000\" ssh-ed25519 "
    );
    assert!(lines[2].starts_with(&begin), "{}", lines[2]);
    assert!(lines[4].contains(",valid-before=\"20261122180000\" "), "{}", lines[4]);
    let read = allowed::read(&text).unwrap();
    assert_eq!(read.len(), 2);
    for (read, written) in read.iter().zip(&keys) {
        assert!(read.key.is(&written.key));
        assert_eq!((read.role, read.from, read.until), (written.role, written.from, written.until));
    }
    assert_eq!(allowed::read(&text.replace("valid-before", "valid-till")).err(), Some(5));
    assert_eq!(allowed::read(&text.replace(NAMESPACE, "file")).err(), Some(3));
    assert_eq!(allowed::read("").err(), Some(1));
}

#[test]
fn a_key_is_in_force_from_its_binding_to_its_withdrawal_both_included() {
    let mut one = bound(Role::Presider, "主席", &key(""));
    one.until = Some(moment("2026-11-22T17:40:00+08:00"));
    for (at, is) in [
        ("2026-03-01T08:59:59+08:00", false),
        ("2026-03-01T01:00:00+00:00", true),
        ("2026-11-22T17:40:00+08:00", true),
        ("2026-11-22T17:40:01+08:00", false),
    ] {
        assert_eq!(one.is_in_force(moment(at)), is, "{at}");
    }
}

#[test]
fn two_groups_are_hidden_and_any_two_can_be() {
    let mut pairs = BTreeSet::new();
    for n in 0..4_000_u32 {
        let gaps = Gaps::new(&sha256(&n.to_be_bytes()), "presider").unwrap();
        let [a, b] = gaps.hidden;
        assert!(a < b && b < GROUPS);
        assert_eq!(gaps.shown().iter().filter(|group| group.is_none()).count(), 2);
        pairs.insert((a, b));
    }
    // Each of the 120 pairs, with both groups in one half or in two, the first and the last group too.
    assert_eq!(pairs.len(), GROUPS * (GROUPS - 1) / 2);
    let digest = sha256(b"x");
    assert_eq!(Gaps::new(&digest, "presider"), Gaps::new(&digest, "presider"));
    assert!(Gaps::new("7Q3F-K2MD", "presider").is_none());
}

#[test]
fn what_is_typed_from_the_paper_has_to_be_what_is_hidden() {
    let digest = sha256(b"head");
    let gaps = Gaps::new(&digest, "recorder").unwrap();
    let all = groups(&digest);
    let [a, b] = gaps.hidden.map(|place| all[place].clone());
    assert!(gaps.wrong([&a, &b]).is_empty());
    assert!(gaps.wrong([&format!(" {} ", a.to_uppercase()), &b]).is_empty());
    let wide: String = a.chars().map(|c| char::from_u32(c as u32 + 0xfee0).unwrap()).collect();
    assert!(gaps.wrong([&wide, &b]).is_empty());
    assert_eq!(gaps.wrong([&b, &b]), [0]);
    assert_eq!(gaps.wrong(["", ""]), [0, 1]);
}

#[cfg(unix)]
#[test]
#[ignore = "needs ssh-agent and ssh-keygen"]
fn a_key_of_an_agent_signs() {
    use super::common::Folder;
    use quorate::seal::agent::Agent;
    use std::process::{Child, Command, Stdio};

    struct Ended(Child);
    impl Drop for Ended {
        fn drop(&mut self) {
            let _ = self.0.kill();
            let _ = self.0.wait();
        }
    }
    let place = Folder::new();
    let socket = place.join("agent");
    assert_eq!(Agent::at(&socket).err(), Some(Fault::NoAgent));
    let mut agent = Command::new("ssh-agent");
    agent.args(["-D", "-a"]).arg(&socket).stdout(Stdio::null());
    let _agent = Ended(agent.spawn().unwrap());
    for _ in 0..100 {
        if socket.exists() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    let run = |program: &str, args: &[&str]| {
        let mut command = Command::new(program);
        command.args(args).env("SSH_AUTH_SOCK", &socket).current_dir(place.join(""));
        let done = command.output().unwrap();
        assert!(done.status.success(), "{program} {args:?}: {done:?}");
    };
    assert!(Agent::at(&socket).unwrap().keys().unwrap().is_empty());
    run("ssh-keygen", &["-q", "-t", "rsa", "-b", "2048", "-N", "", "-f", "rsa"]);
    run("ssh-keygen", &["-q", "-t", "ed25519", "-N", "", "-C", "秘书长", "-f", "ed"]);
    run("ssh-add", &["-q", "rsa", "ed"]);
    let mut agent = Agent::at(&socket).unwrap();
    let keys = agent.keys().unwrap();
    let kinds: Vec<String> = keys.iter().map(Public::kind).collect();
    assert_eq!(kinds, ["ssh-rsa", "ssh-ed25519"]);
    let line = std::fs::read_to_string(place.join("ed.pub")).unwrap();
    assert_eq!(keys[1].line(), line.trim());
    let mut held = agent.with(keys[1].clone());
    let armour = held.sign(b"minutes").unwrap();
    assert_eq!(verify(&armour, b"minutes", &keys[1]), Ok(()));
    run("ssh-add", &["-q", "-d", "ed"]);
    assert_eq!(held.sign(b"minutes"), Err(Fault::AgentRefused));
}

#[test]
fn an_agent_that_talks_nonsense_is_not_believed() {
    use quorate::seal::agent::Agent;
    use std::io::{Cursor, Read, Result, Write};

    struct Says(Cursor<Vec<u8>>);
    impl Read for Says {
        fn read(&mut self, out: &mut [u8]) -> Result<usize> {
            self.0.read(out)
        }
    }
    impl Write for Says {
        fn write(&mut self, bytes: &[u8]) -> Result<usize> {
            Ok(bytes.len())
        }
        fn flush(&mut self) -> Result<()> {
            Ok(())
        }
    }
    for (says, fault) in [
        (&[][..], Fault::NoAgent),
        (&[0, 0, 0, 0], Fault::AgentGarbled),
        (&[0, 0, 0, 1, 5], Fault::AgentRefused),
        (&[0, 0, 0, 1, 6], Fault::AgentGarbled),
        (&[255, 255, 255, 255, 12], Fault::AgentGarbled),
        // One key, of which nothing comes.
        (&[0, 0, 0, 5, 12, 0, 0, 0, 1], Fault::AgentGarbled),
        (&[0, 0, 0, 9, 12, 0, 0, 0, 1, 0, 0, 0, 200], Fault::AgentGarbled),
    ] {
        let mut agent = Agent::over(Says(Cursor::new(says.to_vec())));
        assert_eq!(agent.keys().err(), Some(fault), "{says:?}");
    }
}
