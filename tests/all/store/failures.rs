//! A disk that refuses: nothing is acknowledged that is not kept, and nothing goes on in doubt.

use super::race::{arguments, book_to_write};
use super::*;
use quorate::store::{AppendError, Fault, Memory, Verdict, verify};
use std::process::Command;

fn disk() -> LogError {
    LogError::Disk { path: PathBuf::from("a.book"), code: 1034 }
}

#[test]
fn a_doubtful_act_stops_the_log_until_it_is_settled() {
    for (fault, kept) in [(Fault::Kept(disk()), true), (Fault::Lost(disk()), false)] {
        let mut log = Memory::new();
        let head = log.append(&genesis(), &founding()).unwrap();
        let doubtful = act(&[("a", "{}")]);
        log.fail(fault);
        assert_eq!(log.append(&head, &doubtful), Err(AppendError::InDoubt(disk())));
        let unsettled = LogError::Unsettled { act: doubtful.id };
        assert_eq!(log.append(&head, &doubtful), Err(AppendError::Refused(unsettled.clone())));
        assert_eq!(log.read_from(0, 9), Err(unsettled.clone()));
        log.settle(&id()).unwrap();
        assert_eq!(log.head(), Err(unsettled), "another act's settling does not help");
        assert_eq!(log.settle(&doubtful.id).unwrap().is_some(), kept);
        let head = log.head().unwrap();
        log.append(&head, &doubtful).unwrap();
        let written = entries(&mut log).iter().filter(|entry| entry.kind == "a").count();
        assert_eq!(written, 1);
    }
}

#[test]
fn a_refused_act_may_be_tried_again() {
    let mut log = Memory::new();
    let head = log.append(&genesis(), &founding()).unwrap();
    let act = act(&[("a", "{}")]);
    log.fail(Fault::Refused(disk()));
    assert_eq!(log.append(&head, &act), Err(AppendError::Refused(disk())));
    assert_eq!(log.append(&head, &act).unwrap().seq, 2);
}

/// Writes growing acts to a book until one is not acknowledged; the acknowledged entries, the
/// failed act, and its error.
#[cfg(unix)]
fn fill(log: &mut Sqlite) -> (Vec<Stored>, Act, AppendError) {
    loop {
        let all = entries(log);
        let head = log.head().unwrap();
        let body = format!("\"{}\"", "x".repeat(20_000));
        let act = act(&[("fill", &body), ("end", "{}")]);
        if let Err(error) = log.append(&head, &act) {
            return (all, act, error);
        }
        assert!(all.len() < 1000, "the disk does not fill");
    }
}

/// Settles a failed act once there is room again, and writes it: it must be there once.
#[cfg(unix)]
fn recover(log: &mut Sqlite, acked: &[Stored], failed: &Act, error: &AppendError) {
    if matches!(error, AppendError::InDoubt(_)) {
        let head = log.head();
        assert_eq!(head, Err(LogError::Unsettled { act: failed.id }));
        log.settle(&failed.id).unwrap();
    }
    let head = log.head().unwrap();
    log.append(&head, failed).unwrap();
    let all = entries(log);
    assert_eq!(all[..acked.len()], *acked);
    assert_eq!(all.iter().filter(|entry| entry.act == failed.id).count(), 2);
    assert!(is_chain(&all));
    assert_eq!(verify(log.path()).verdict, Verdict::Whole);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_loses_nothing_acknowledged() {
    let folder = Folder::new();
    let small = folder.join("small");
    std::fs::create_dir(&small).unwrap();
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=400k", "tmpfs"])
        .arg(&small)
        .output()
        .is_ok_and(|output| output.status.success());
    if !mounted {
        eprintln!("skipped: no tmpfs can be mounted here");
        return;
    }
    let outcome = std::panic::catch_unwind(|| {
        let ballast = small.join("ballast");
        std::fs::write(&ballast, vec![1; 120_000]).unwrap();
        let path = small.join("a.book");
        let mut log = Sqlite::create(&path, &founding()).unwrap();
        let (acked, failed, error) = fill(&mut log);
        let (AppendError::InDoubt(cause) | AppendError::Refused(cause)) = &error else {
            panic!("{error}");
        };
        assert_eq!(*cause, LogError::DiskFull { path: path.clone() });
        std::fs::remove_file(ballast).unwrap();
        recover(&mut log, &acked, &failed, &error);
    });
    let unmounted = Command::new("umount").arg("-l").arg(&small).status();
    outcome.unwrap();
    assert!(unmounted.unwrap().success());
}

/// A write that fails within the commit, made with a limit on the size of files.
#[test]
#[cfg(unix)]
fn a_write_that_fails_in_the_commit_is_in_doubt_until_settled() {
    let folder = Folder::new();
    let path = folder.join("a.book");
    sample(&path);
    let program = std::env::current_exe().unwrap();
    let output = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 400 || exit 99; exec \"$0\" \"$@\""])
        .arg(program)
        .args(arguments("failures::a_process_with_small_files"))
        .env("QUORATE_TEST_BOOK", &path)
        .output()
        .unwrap();
    if output.status.code() == Some(99) {
        eprintln!("skipped: no limit on file sizes here");
        return;
    }
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("1 passed"), "{said}");
    assert_eq!(verify(&path).verdict, Verdict::Whole);
    let last = entries(&mut Sqlite::open(&path).unwrap()).pop().unwrap();
    assert_eq!(last.kind, "after");
}

/// Does nothing unless started by the test above.
#[test]
#[cfg(unix)]
fn a_process_with_small_files() {
    let Some(path) = book_to_write() else { return };
    let mut log = Sqlite::open(&path).unwrap();
    let before = log.head().unwrap();
    let body = format!("\"{}\"", "x".repeat(1_000_000));
    let big = act(&[("big", &body)]);
    let error = log.append(&before, &big).unwrap_err();
    assert!(
        matches!(error, AppendError::InDoubt(LogError::Disk { .. } | LogError::DiskFull { .. })),
        "{error:?}"
    );
    let small = act(&[("after", "{}")]);
    let unsettled = LogError::Unsettled { act: big.id };
    assert_eq!(log.append(&before, &small), Err(AppendError::Refused(unsettled)));
    assert_eq!(log.settle(&big.id), Ok(None));
    assert_eq!(log.head(), Ok(before));
    log.append(&before, &small).unwrap();
}

/// The owner of the tests may be root, whom permissions do not bind; immutability does.
#[test]
#[cfg(target_os = "linux")]
fn a_file_that_cannot_be_written_opens_for_reading_only() {
    let folder = Folder::new();
    let path = folder.join("a.book");
    let all = sample(&path);
    let chattr = |flag: &str| {
        let status = Command::new("chattr").arg(flag).arg(&path).output();
        status.is_ok_and(|output| output.status.success())
    };
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    let immutable = chattr("+i");
    if std::fs::OpenOptions::new().write(true).open(&path).is_ok() {
        eprintln!("skipped: nothing keeps this user from writing");
        return;
    }
    let written = Sqlite::open(&path).err();
    let read = Sqlite::open_read_only(&path).map(|mut log| entries(&mut log));
    let verdict = verify(&path).verdict;
    assert!(!immutable || chattr("-i"));
    assert_eq!(written, Some(LogError::ReadOnly { path: path.clone() }));
    assert_eq!(read, Ok(all));
    assert_eq!(verdict, Verdict::Whole);
}
