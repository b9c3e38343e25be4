//! Several writers at once.

use super::*;
use quorate::store::{AppendError, Memory, Report, Verdict, verify};
use std::process::{Child, Command};

const WRITERS: u64 = 4;
const ACTS: u64 = 25;
const BOOK: &str = "QUORATE_TEST_BOOK";

/// Writes `ACTS` acts of two entries, however often others come first.
fn write(log: &mut dyn EventLog) {
    for _ in 0..ACTS {
        let act = act(&[("a", "{}"), ("b", "{}")]);
        let mut head = log.head().unwrap();
        loop {
            match log.append(&head, &act) {
                Ok(_) => break,
                Err(AppendError::Conflict { head: now }) => head = now,
                // SQLite does not queue writers; one may be overtaken beyond its patience.
                Err(AppendError::Refused(LogError::Busy { .. })) => {}
                Err(error) => panic!("{error}"),
            }
        }
    }
}

fn check(all: &[Stored]) {
    assert_eq!(all.len() as u64, 1 + WRITERS * ACTS * 2);
    assert!(is_chain(all));
    for pair in all[1..].chunks(2) {
        assert_eq!(pair[0].act, pair[1].act, "acts do not mix");
    }
}

#[test]
fn threads_on_one_memory() {
    let mut log = Memory::new();
    log.append(&genesis(), &founding()).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..WRITERS {
            let mut log = log.another();
            scope.spawn(move || write(&mut log));
        }
    });
    check(&entries(&mut log));
}

#[test]
fn processes_on_one_book() {
    let folder = Folder::new();
    let path = folder.join("race.book");
    let mut log = Sqlite::create(&path, &founding()).unwrap();
    let writers: Vec<Child> =
        (0..WRITERS).map(|_| child("race::a_writer_process", &path).spawn().unwrap()).collect();
    for mut writer in writers {
        assert!(writer.wait().unwrap().success());
    }
    assert!(log.changed().unwrap());
    check(&entries(&mut log));
    let Report { head, verdict, .. } = verify(&path);
    assert_eq!((head, verdict), (log.head().unwrap(), Verdict::Whole));
}

/// Does nothing unless started by the test above.
#[test]
fn a_writer_process() {
    if let Some(path) = book_to_write() {
        write(&mut Sqlite::open(&path).unwrap());
    }
}

/// This very program again, to run one test on a book.
pub fn child(test: &str, book: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(arguments(test)).env(BOOK, book);
    command.stdout(std::process::Stdio::null());
    command
}

/// Arguments that make this program run the one test; named from the module above.
pub fn arguments(test: &str) -> [String; 2] {
    let here = module_path!().strip_suffix("race").unwrap();
    let (_program, module) = here.split_once("::").unwrap();
    ["--exact".to_owned(), format!("{module}{test}")]
}

/// The book a child was started for.
pub fn book_to_write() -> Option<PathBuf> {
    std::env::var_os(BOOK).map(PathBuf::from)
}
