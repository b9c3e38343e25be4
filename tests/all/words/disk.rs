//! The disk: every trouble is a sentence that says what is wrong and what to do.

use super::well_formed;
use quorate::ledger::LedgerError;
use quorate::store::{
    AppendError, CommandId, Damage, Flaw, Head, LogError, Report, Verdict, genesis,
};
use quorate::text::{Lang, store};
use std::path::PathBuf;

#[test]
fn every_trouble_of_the_disk_is_a_sentence() {
    let path = PathBuf::from("/会议/book.quorate");
    let damaged = |damage| LogError::Damaged { path: path.clone(), damage };
    let zero = genesis().hash;
    let errors = [
        LogError::NotFound { path: path.clone() },
        LogError::Exists { path: path.clone() },
        LogError::NotAFile { path: path.clone() },
        LogError::Empty { path: path.clone() },
        LogError::NotSqlite { path: path.clone() },
        LogError::Foreign { path: path.clone(), application_id: 7 },
        LogError::Newer { path: path.clone(), found: 2, known: 1 },
        LogError::ReadOnly { path: path.clone() },
        LogError::Denied { path: path.clone() },
        LogError::Busy { path: path.clone() },
        LogError::Busy { path: PathBuf::new() },
        LogError::DiskFull { path: path.clone() },
        LogError::Moved { path: path.clone() },
        LogError::Disk { path: path.clone(), code: 10 },
        LogError::CannotOpen { path: path.clone(), code: 14 },
        LogError::Sqlite { path: path.clone(), code: 1, message: "syntax error".into() },
        LogError::Io {
            path: path.clone(),
            kind: std::io::ErrorKind::Other,
            message: "gone".into(),
        },
        LogError::Unsettled { act: CommandId([1; 16]) },
        LogError::EmptyAct { act: CommandId([1; 16]) },
        LogError::IdReused { act: CommandId([1; 16]), seq: 4 },
        LogError::Malformed { part: 1, field: "body" },
        LogError::BlobTooLarge { bytes: 9, limit: 8 },
        LogError::UnnamedBlob { sha256: zero },
        LogError::UnknownBlob { sha256: zero },
        LogError::BadDraftFile { path: path.clone(), message: "EOF".into() },
        damaged(Damage::Chain { seq: 3, flaw: Flaw::Missing }),
        damaged(Damage::Chain { seq: 3, flaw: Flaw::Unlinked }),
        damaged(Damage::Chain { seq: 3, flaw: Flaw::Altered }),
        damaged(Damage::Structure { finding: "row 2".into() }),
        damaged(Damage::Table { name: "entry".into() }),
        damaged(Damage::BlobAltered { sha256: zero }),
        damaged(Damage::BlobMissing { seq: 3, sha256: zero }),
        damaged(Damage::Unreadable { good: 0, code: 11 }),
        damaged(Damage::Unreadable { good: 5, code: 11 }),
    ];
    for error in errors {
        for lang in [Lang::Zh, Lang::En] {
            let what = format!("{error:?}");
            well_formed(lang, &store::log_error(lang, &error), &what);
            for outer in [AppendError::Refused(error.clone()), AppendError::InDoubt(error.clone())]
            {
                well_formed(lang, &store::append_error(lang, &outer), &what);
            }
            for outer in [LedgerError::Log(error.clone()), LedgerError::InDoubt(error.clone())] {
                well_formed(lang, &store::ledger_error(lang, &outer), &what);
            }
            let report =
                Report { head: genesis(), blobs: 0, verdict: Verdict::Unreadable(error.clone()) };
            well_formed(lang, &store::report(lang, &report), &what);
        }
    }
}

#[test]
fn a_verification_says_what_holds() {
    let hash = genesis().hash;
    let whole = Report { head: Head { seq: 12, hash }, blobs: 1, verdict: Verdict::Whole };
    well_formed(Lang::Zh, &store::report(Lang::Zh, &whole), "whole");
    let said = store::report(Lang::En, &whole);
    assert!(said.contains("12 entries and 1 attachment"), "{said}");
    let damage = Damage::Chain { seq: 2, flaw: Flaw::Altered };
    let broken = Report { head: Head { seq: 1, hash }, blobs: 0, verdict: Verdict::Broken(damage) };
    well_formed(Lang::Zh, &store::report(Lang::Zh, &broken), "broken");
    let said = store::report(Lang::En, &broken);
    assert!(said.contains("1 entry from the beginning is as written"), "{said}");
}
