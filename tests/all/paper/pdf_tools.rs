//! What programs that are not ours make of the PDF: qpdf and those of poppler.

use super::pdf::{minutes, paper};
use quorate::paper::pdf::{Fonts, pdf};
use quorate::paper::{Block, House, Look, Tongue};
use std::path::PathBuf;
use std::process::Command;

/// A file in a folder of its own, which is taken away again.
struct File {
    folder: PathBuf,
}

impl File {
    fn of(name: &str, paper: &quorate::paper::Paper) -> Self {
        let folder =
            std::env::temp_dir().join(format!("quorate-pdf-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let bytes = pdf(paper, &House::default(), &Fonts::builtin()).unwrap();
        std::fs::write(folder.join("paper.pdf"), bytes).unwrap();
        Self { folder }
    }

    /// What a program says of the file; it must end well.
    #[track_caller]
    fn asked(&self, program: &str, before: &[&str], after: &[&str]) -> String {
        let mut command = Command::new(program);
        let command = command.args(before).arg("paper.pdf").args(after).current_dir(&self.folder);
        let said = command.output().unwrap_or_else(|error| panic!("{program}: {error}"));
        let text = String::from_utf8_lossy(&said.stdout).into_owned();
        assert!(
            said.status.success(),
            "{program}: {text}{}",
            String::from_utf8_lossy(&said.stderr)
        );
        text
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

#[test]
#[ignore = "needs qpdf"]
fn qpdf_finds_nothing_wrong() {
    let file = File::of("qpdf", &minutes());
    assert!(
        file.asked("qpdf", &["--check"], &[]).contains("No syntax or stream encoding errors found")
    );
}

#[test]
#[ignore = "needs poppler-utils"]
fn the_file_is_tagged_and_says_title_and_author() {
    let file = File::of("info", &minutes());
    let said = file.asked("pdfinfo", &[], &[]);
    for line in [
        "Title:           示例联盟第一届第四次联盟大会 会议纪要",
        "Author:          示例联盟",
        "Tagged:          yes",
    ] {
        assert!(said.contains(line), "{line} is not in\n{said}");
    }
    let parts = file.asked("pdfinfo", &["-struct"], &[]);
    for part in ["H1", "P (block)", "Table", "TH", "TD", "L (block)", "LI", "LBody"] {
        assert!(parts.contains(part), "{part} is not in\n{parts}");
    }
    let properties = file.asked("pdfinfo", &["-meta"], &[]);
    assert!(properties.contains("<pdfaid:part>3</pdfaid:part>"), "{properties}");
    assert!(properties.contains("<pdfaid:conformance>A</pdfaid:conformance>"), "{properties}");
}

#[test]
#[ignore = "needs poppler-utils"]
fn every_typeface_is_inside_the_file_and_its_letters_can_be_taken_out_again() {
    let file = File::of("fonts", &minutes());
    let said = file.asked("pdffonts", &[], &[]);
    let rows: Vec<&str> = said.lines().skip(2).collect();
    assert_eq!(rows.len(), 2, "{said}");
    // Embedded, a subset, with its letters told.
    assert!(rows.iter().all(|row| row.contains("yes yes yes")), "{said}");
}

#[test]
#[ignore = "needs poppler-utils"]
fn the_enclosed_file_comes_out_as_it_went_in() {
    let file = File::of("enclosed", &minutes());
    file.asked("pdfdetach", &["-saveall"], &[]);
    assert_eq!(std::fs::read(file.folder.join("minutes.json")).unwrap(), b"{\"schema\":1}");
}

#[test]
#[ignore = "needs poppler-utils"]
fn another_program_counts_22_lines_of_28_characters() {
    let mut grid = paper(Look::Official, Tongue::Zh, &[]);
    grid.foot = String::new();
    grid.push(Block::Para("国".repeat(26 + 28 * 21).as_str().into()));
    let file = File::of("grid", &grid);
    let said = file.asked("pdftotext", &["-layout"], &["-"]);
    let lines: Vec<&str> = said.lines().map(str::trim).filter(|line| line.contains('国')).collect();
    assert_eq!(lines.len(), 22);
    assert_eq!(lines[0].chars().count(), 26);
    assert!(lines[1..].iter().all(|line| line.chars().count() == 28), "{said}");
}

#[test]
#[ignore = "needs poppler-utils"]
fn words_come_out_as_they_were_said() {
    let mut text = paper(Look::Official, Tongue::Zh, &["决议"]);
    text.push(Block::Para(
        "赞成24票，通过“修正案”——《章程》第九条。The charter’s article, twenty-one days.".into(),
    ));
    let file = File::of("words", &text);
    let said = file.asked("pdftotext", &[], &["-"]).replace([' ', '\n'], "");
    assert!(said.contains("赞成24票，通过“修正案”——《章程》第九条。"), "{said}");
    assert!(said.contains("Thecharter’sarticle,twenty-onedays."), "{said}");
}
