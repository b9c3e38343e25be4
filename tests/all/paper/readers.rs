//! DOCX in the hands of programs that are not ours: a word processor sets it, another reader reads it.

use super::samples;
use quorate::paper::docx::docx;
use quorate::paper::{House, Paper};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder of its own, taken away again.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("quorate-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }
    fn write(&self, name: &str, paper: &Paper) -> PathBuf {
        let path = self.0.join(format!("{name}.docx"));
        fs::write(&path, docx(paper, &House::default())).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What a program printed, if it ended well.
fn run(program: &str, arguments: &[&str], folder: &Path) -> String {
    let ran = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        // Without a home of its own the word processor would meet one that already runs.
        .env("HOME", folder)
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    let errors = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{program} {arguments:?}: {said}{errors}");
    said
}

/// The pages of each paper as a word processor prints them: lines of text.
fn printed(papers: &[(&str, Paper)]) -> Vec<Vec<Vec<String>>> {
    let folder = Folder::new(&format!("soffice-{}", papers.len()));
    let files: Vec<PathBuf> =
        papers.iter().map(|(name, paper)| folder.write(name, paper)).collect();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.0.display());
    let mut arguments = vec![profile.as_str(), "--headless", "--convert-to", "pdf"];
    arguments.extend(files.iter().map(|file| file.to_str().unwrap()));
    let said = run("soffice", &arguments, &folder.0);
    assert!(!said.to_lowercase().contains("error"), "{said}");
    let pages = |(name, _): &(&str, Paper)| {
        let file = format!("{name}.pdf");
        let text = run("pdftotext", &["-layout", "-enc", "UTF-8", &file, "-"], &folder.0);
        let lines = |page: &str| page.lines().map(|line| line.trim().to_owned()).collect();
        text.trim_end_matches('\u{c}').split('\u{c}').map(lines).collect()
    };
    papers.iter().map(pages).collect()
}

#[test]
#[ignore = "needs LibreOffice, poppler and a Chinese font"]
fn a_word_processor_prints_22_lines_of_28_characters() {
    let page = 22 * 28;
    let pages = printed(&[("full", samples::grid(page)), ("over", samples::grid(page + 1))]);
    let full: Vec<&String> = pages[0][0].iter().filter(|line| line.contains('联')).collect();
    assert_eq!(full.len(), 22);
    assert!(full.iter().all(|line| line.chars().count() == 28), "{full:?}");
    assert_eq!(pages[0].len(), 1, "a full page is one page");
    assert_eq!(pages[1].len(), 2, "one character more is two");
}

#[test]
#[ignore = "needs LibreOffice, poppler and a Chinese font"]
fn a_word_processor_prints_every_paper_whole() {
    let papers = samples::all();
    for ((name, paper), pages) in papers.iter().zip(printed(&papers)) {
        let bare = |text: &str| text.replace(char::is_whitespace, "");
        let all: String = pages.iter().flatten().map(|line| bare(line)).collect();
        for line in &paper.title {
            // A broken title stands on two lines.
            assert!(all.contains(&bare(line)), "{name}: {line} is not in {all}");
        }
        let foot = bare(&paper.foot);
        for (place, page) in pages.iter().enumerate() {
            let page: String = page.iter().map(|line| bare(line)).collect();
            assert!(page.contains(&foot), "{name}: no line of origin on page {}", place + 1);
            let numbered = matches!(*name, "ballot" | "certificate")
                || page.contains(&format!("—{}—", place + 1));
            assert!(numbered, "{name}: no number on page {}", place + 1);
        }
        match *name {
            "attendance" => {
                assert!(pages.len() > 2);
                // The last page has what is to be signed, perhaps nothing else.
                for page in &pages[..pages.len() - 1] {
                    assert!(page.iter().any(|l| l.contains("成员单位")), "a page without a head");
                }
            }
            "ballot" | "certificate" => assert_eq!(pages.len(), 1, "{name}"),
            _ => {}
        }
    }
}

/// Reads a document with python-docx and says what it found.
const READER: &str = r#"
import sys, docx
d = docx.Document(sys.argv[1])
s = d.sections[0]
print("margins", *(round(x.mm) for x in (s.top_margin, s.bottom_margin, s.left_margin, s.right_margin)))
print("title", d.core_properties.title)
print("author", d.core_properties.author)
print("created", d.core_properties.created.date())
for p in d.paragraphs:
    print("paragraph", p.style.name, "|", p.text.replace("\n", " / "))
for t in d.tables:
    print("table", len(t.rows), "|", *(c.text for c in t.rows[0].cells))
for side in (s.footer, s.even_page_footer):
    print("foot", *(p.text for p in side.paragraphs))
"#;

fn read(path: &Path) -> String {
    let has = |python: &&str| {
        let tried = Command::new(python).args(["-c", "import docx"]).output();
        tried.is_ok_and(|tried| tried.status.success())
    };
    let python = ["python3", "/usr/bin/python3"].into_iter().find(has).unwrap();
    let ran = Command::new(python)
        .args(["-c", READER, path.to_str().unwrap()])
        .env("PYTHONIOENCODING", "utf-8")
        .output()
        .unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).unwrap()
}

#[test]
#[ignore = "needs python3 with python-docx"]
fn another_reader_finds_title_margins_styles_and_heads() {
    let folder = Folder::new("python-docx");
    let said = read(&folder.write("minutes", &samples::minutes_zh()));
    for line in [
        "margins 37 35 28 26",
        "title 示例联盟第一届第四次联盟大会会议记录",
        "author 示例联盟秘书处",
        "created 2026-11-22",
        "paragraph Title | 示例联盟第一届第四次联盟大会 / 会议记录",
        "paragraph Heading 1 | 一、到会情况",
        "paragraph Labelled 出席 | 请假：\t示例企业七",
        "table 5 | 序号 候选人 单位 赞成 反对",
    ] {
        assert!(said.lines().any(|found| found == line), "{line} is not in\n{said}");
    }
    assert_eq!(said.matches("foot — 1 — ").count(), 2, "{said}");
    for (name, paper) in samples::all() {
        assert!(read(&folder.write(name, &paper)).contains("margins "), "{name}");
    }
}
