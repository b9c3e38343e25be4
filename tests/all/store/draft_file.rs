//! Half-typed text beside the book.

use super::*;
use quorate::store::draft_file::{clear, load, path_of, save};
use std::collections::BTreeMap;

fn fields(text: &str) -> BTreeMap<String, String> {
    [("motion", text), ("mover", "代表01")]
        .map(|(field, text)| (field.to_owned(), text.to_owned()))
        .into()
}

#[test]
fn is_kept_replaced_and_forgotten() {
    let folder = Folder::new();
    let book = folder.join("a.book");
    assert_eq!(load(&book), Ok(None));
    clear(&book).unwrap();
    for text in ["To paint", "To paint the hall\n\"red\" 😀"] {
        save(&book, &fields(text)).unwrap();
        assert_eq!(load(&book), Ok(Some(fields(text))));
        assert_eq!(folder.names(), ["a.book.draft.json"]);
    }
    clear(&book).unwrap();
    assert_eq!(load(&book), Ok(None));
    assert!(folder.names().is_empty());
}

#[test]
fn a_crash_while_saving_leaves_the_text_before() {
    let folder = Folder::new();
    let book = folder.join("a.book");
    save(&book, &fields("before")).unwrap();
    std::fs::write(folder.join("a.book.draft.json.new"), "{\"motion\":\"aft").unwrap();
    assert_eq!(load(&book), Ok(Some(fields("before"))));
    save(&book, &fields("after")).unwrap();
    assert_eq!(load(&book), Ok(Some(fields("after"))));
    assert_eq!(folder.names(), ["a.book.draft.json"]);
}

#[test]
fn what_cannot_be_read_is_said_not_lost() {
    let folder = Folder::new();
    let book = folder.join("a.book");
    std::fs::write(path_of(&book), "{\"motion\":").unwrap();
    assert!(
        matches!(load(&book), Err(LogError::BadDraftFile { path, .. }) if path == path_of(&book))
    );
    assert_eq!(folder.names(), ["a.book.draft.json"]);
    let nowhere = folder.join("no/such/a.book");
    assert!(matches!(save(&nowhere, &fields("")), Err(LogError::NotFound { .. })));
}
