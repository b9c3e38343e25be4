//! Files a person names: what is wrong with them is said in the language of the screen.

use super::well_formed;
use quorate::text::{Lang, files};
use quorate::{machine, roster, shipped};
use std::io::ErrorKind;
use std::path::PathBuf;

/// A folder of its own, taken away at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("quorate-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_file_that_cannot_be_had_is_said_without_the_words_of_the_system() {
    let folder = Folder::new("files");
    let missing = std::fs::read(folder.0.join("没有.csv")).unwrap_err();
    let directory = std::fs::read(&folder.0).unwrap_err();
    let below = std::fs::write(folder.0.join("file"), "").map(|()| folder.0.join("file/x"));
    let not_a_folder = std::fs::read(below.unwrap()).unwrap_err();
    let unwritable = machine::save(&folder.0.join("no/such/folder.md"), b"x").unwrap_err();
    for (error, zh, en) in [
        (&missing, "找不到这个文件或文件夹", "there is no such file or folder"),
        (&directory, "这是文件夹，不是文件", "it is a folder, not a file"),
        (&not_a_folder, "路径中间有一段不是文件夹", "a part of the path is not a folder"),
        (&unwritable, "找不到这个文件或文件夹", "there is no such file or folder"),
    ] {
        assert_eq!(files::why(Lang::Zh, error), zh, "{error}");
        assert_eq!(files::why(Lang::En, error), en, "{error}");
    }
    // A place that can only be read: the kernel's own, which refuses root as well.
    if let Err(error) = std::fs::write("/proc/version", b"x") {
        let said = files::why(Lang::Zh, &error);
        assert!(!said.is_ascii() && !said.contains("denied"), "{said}");
    }
}

#[test]
fn every_kind_has_words_and_an_unknown_one_its_code() {
    for kind in [
        ErrorKind::NotFound,
        ErrorKind::PermissionDenied,
        ErrorKind::IsADirectory,
        ErrorKind::ReadOnlyFilesystem,
        ErrorKind::StorageFull,
        ErrorKind::InvalidData,
    ] {
        for lang in [Lang::Zh, Lang::En] {
            let said = files::kind(lang, kind, "77");
            assert!(!said.contains("77"), "{said}");
            assert_eq!(lang == Lang::En, said.is_ascii(), "{said}");
        }
    }
    assert!(files::kind(Lang::Zh, ErrorKind::Other, "77").contains("（代码77）"));
    assert!(files::kind(Lang::En, ErrorKind::Other, "77").contains("(code 77)"));
}

#[test]
fn an_unknown_category_lists_those_there_are() {
    let text = shipped::charter("xj-quality-2022").unwrap();
    let charter = quorate::charter::read::read(text).unwrap();
    let csv = "序号,单位名称,类别\n1,示例单位,不存在的类别\n";
    let faults = roster::read(&charter, csv.as_bytes()).unwrap_err();
    let zh = roster::sentence(Lang::Zh, &faults[0]);
    let en = roster::sentence(Lang::En, &faults[0]);
    for category in &charter.categories {
        assert!(zh.contains(&category.name.zh), "{zh}");
        assert!(en.contains(&category.name.en), "{en}");
    }
    well_formed(Lang::Zh, &zh, "category");
}
