//! The map is true: who uses whom, what is in no file, what the tables and documents promise.
//!
//! Each check names the file and the line, and says what to do instead. The source is read as text, without its
//! comments and its tests; a string of the program counts as code wherever words are looked for.

// Helpers here stand outside test functions, where clippy allows it.
#![allow(clippy::unwrap_used)]

use quorate::text::Lang;
use quorate::ui::console::Console;
use quorate::ui::draw;
use quorate::ui::keys::{self, Action, KEYS, Scope};
use quorate::ui::view::{Pane, View};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

// --- the source, read ---------------------------------------------------------------------------------------

/// A file of the program as these checks read it, line by line.
struct Source {
    /// From the root of the crate, with `/`.
    path: String,
    /// Without comments and tests; strings empty.
    code: Vec<String>,
    /// The string literals that stand in the code, with their lines.
    strings: Vec<(usize, String)>,
    /// As it stands in the file.
    raw: String,
}

impl Source {
    /// `src/ui/hall/bar.rs` belongs to `ui`, `src/cli.rs` to `cli`.
    fn part(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs")
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[track_caller]
fn file(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn files_below(directory: &str, ending: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(root().join(directory)).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{directory}/{}", entry.file_name().to_string_lossy());
        if entry.file_type().unwrap().is_dir() {
            files_below(&path, ending, found);
        } else if path.ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
}

fn sources() -> Vec<Source> {
    let mut paths = Vec::new();
    files_below("src", ".rs", &mut paths);
    paths.into_iter().map(|path| source(path.clone(), &file(&path))).collect()
}

fn source(path: String, raw: &str) -> Source {
    let (bare, strings) = without_comments(raw);
    let code = without_tests(&bare);
    let strings = strings.into_iter().filter(|(line, _)| !code[*line - 1].is_empty()).collect();
    Source { path, code, strings, raw: raw.to_owned() }
}

/// The text with comments and the insides of strings taken out, and those strings by line.
fn without_comments(text: &str) -> (String, Vec<(usize, String)>) {
    let letters: Vec<char> = text.chars().collect();
    let at = |i: usize| letters.get(i).copied().unwrap_or('\0');
    let (mut code, mut strings) = (String::new(), Vec::new());
    let (mut i, mut line) = (0, 1);
    while i < letters.len() {
        let raw_hashes = (at(i) == 'r' && !is_word(&code))
            .then(|| (i + 1..).take_while(|j| at(*j) == '#').count())
            .filter(|hashes| at(i + 1 + hashes) == '"');
        if at(i) == '/' && at(i + 1) == '/' {
            while i < letters.len() && at(i) != '\n' {
                i += 1;
            }
        } else if at(i) == '/' && at(i + 1) == '*' {
            while i < letters.len() && !(at(i) == '*' && at(i + 1) == '/') {
                if at(i) == '\n' {
                    code.push('\n');
                    line += 1;
                }
                i += 1;
            }
            i += 2;
        } else if at(i) == '"' || raw_hashes.is_some() {
            let begins = line;
            let mut string = String::new();
            let hashes = raw_hashes.unwrap_or(0);
            i += if raw_hashes.is_some() { hashes + 2 } else { 1 };
            loop {
                let ends = at(i) == '"' && (0..hashes).all(|n| at(i + 1 + n) == '#');
                if i >= letters.len() || ends {
                    break;
                }
                if raw_hashes.is_none() && at(i) == '\\' {
                    // What an escape stands for does not matter here, but that a quote is not an end does.
                    i += 1;
                }
                if at(i) == '\n' {
                    line += 1;
                }
                string.push(at(i));
                i += 1;
            }
            i += 1 + hashes;
            code.push_str("\"\"");
            code.extend(std::iter::repeat_n('\n', line - begins));
            strings.push((begins, string));
        } else if at(i) == '\'' && at(i + 1) == '\\' {
            // '\'' and '\u{…}': a letter, not a lifetime.
            i += 3;
            while at(i) != '\'' && i < letters.len() {
                i += 1;
            }
            i += 1;
        } else if at(i) == '\'' && at(i + 2) == '\'' {
            strings.push((line, at(i + 1).to_string()));
            i += 3;
        } else {
            if at(i) == '\n' {
                line += 1;
            }
            code.push(at(i));
            i += 1;
        }
    }
    (code, strings)
}

/// Whether the code so far ends inside a word, so that an `r` is a letter of it.
fn is_word(code: &str) -> bool {
    code.chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_')
}

/// The lines, those of `#[cfg(test)]` items empty.
fn without_tests(code: &str) -> Vec<String> {
    let mut inside = false;
    let mut lines = Vec::new();
    for line in code.split('\n') {
        inside |= line.trim_end() == "#[cfg(test)]";
        lines.push(if inside { String::new() } else { line.to_owned() });
        // Formatted code closes a module in the first column; `mod tests;` ends on its line.
        if inside && (line == "}" || (line.starts_with("mod ") && line.ends_with(';'))) {
            inside = false;
        }
    }
    lines
}

/// Every module named after `crate::`, with its line; `crate::{a, b::c}` names two.
fn uses(source: &Source) -> Vec<(usize, String)> {
    let text = source.code.join("\n");
    let mut found = Vec::new();
    for (at, begin) in text.match_indices("crate::") {
        let line = text[..at].matches('\n').count() + 1;
        let rest = &text[at + begin.len()..];
        let names = match rest.strip_prefix('{') {
            None => vec![rest],
            Some(group) => first_names(group),
        };
        for name in names {
            let name: String =
                name.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if !name.is_empty() {
                found.push((line, name));
            }
        }
    }
    found
}

/// What stands between the commas of a group, as far as its closing brace.
fn first_names(group: &str) -> Vec<&str> {
    let (mut depth, mut begin, mut names) = (0, 0, Vec::new());
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                names.push(group[begin..at].trim());
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(group[begin..at].trim());
                begin = at + 1;
            }
            _ => {}
        }
    }
    names
}

fn is_chinese(letter: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&letter) || ('\u{f900}'..='\u{faff}').contains(&letter)
}

/// Whether `word` stands in `text` by itself, not as part of a longer word.
fn has_word(text: &str, word: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    text.match_indices(word).any(|(at, found)| {
        let first = word.starts_with(|c: char| c.is_alphanumeric());
        let last = word.ends_with(|c: char| c.is_alphanumeric());
        let before = first && part(text[..at].chars().next_back());
        let after = last && part(text[at + found.len()..].chars().next());
        !before && !after
    })
}

#[track_caller]
fn none(what: &str, found: &[String]) {
    assert!(found.is_empty(), "{what}:\n  {}\n", found.join("\n  "));
}

// --- who uses whom ------------------------------------------------------------------------------------------

/// The arrows there may be. `ARCHITECTURE.md` has the same table.
const ARROWS: &[(&str, &[&str])] = &[
    ("charter", &[]),
    ("record", &["charter"]),
    ("store", &[]),
    ("ledger", &["record", "store"]),
    ("machine", &["record"]),
    ("minutes", &["charter", "record"]),
    ("audit", &["charter", "record", "minutes"]),
    ("text", &["charter", "record", "minutes", "audit", "store", "ledger"]),
    ("paper", &[]),
    ("seal", &[]),
    ("folder", &["machine", "seal", "text"]),
    ("papers", &["charter", "record", "minutes", "paper", "text"]),
    ("roster", &["charter", "record", "text"]),
    ("judge", &["charter", "record", "text"]),
    (
        "act",
        &["charter", "record", "store", "ledger", "minutes", "text", "shipped", "seal", "folder"],
    ),
    (
        "archive",
        &["folder", "ledger", "minutes", "paper", "papers", "record", "seal", "store", "text"],
    ),
    (
        "ui",
        &[
            "charter", "record", "store", "ledger", "minutes", "text", "roster", "machine",
            "paper", "papers", "seal", "folder", "archive",
        ],
    ),
    ("demo", &["act", "machine", "record", "store", "text"]),
    (
        "cli",
        &[
            "charter", "record", "store", "ledger", "machine", "minutes", "text", "roster", "act",
            "ui", "demo", "shipped", "judge", "seal", "folder", "paper", "papers", "archive", "ui",
            "demo", "shipped", "judge", "seal", "folder", "ui", "demo", "shipped", "judge",
            "paper", "papers", "audit", "ui", "demo", "shipped", "judge", "seal", "folder",
            "paper", "papers", "archive", "audit", "ui", "demo", "shipped", "judge", "seal",
            "folder", "paper", "papers", "archive", "audit",
        ],
    ),
    ("shipped", &[]),
    ("lib", &[]),
    ("main", &[]),
];

#[test]
fn a_part_uses_only_the_parts_it_may_use() {
    let mut wrong = Vec::new();
    for source in sources() {
        let part = source.part();
        let Some((_, may)) = ARROWS.iter().find(|(known, _)| *known == part) else {
            wrong.push(format!("{}: the part {part} is not in the table of arrows", source.path));
            continue;
        };
        for (line, name) in uses(&source) {
            if name != part && !may.contains(&name.as_str()) {
                wrong.push(format!("{}:{line}: {part} uses {name}", source.path));
            }
        }
        // In these files `super` is the crate itself, and arrows are written `crate::`.
        let top =
            source.path == format!("src/{part}.rs") || source.path == format!("src/{part}/mod.rs");
        for (place, line) in source.code.iter().enumerate().filter(|_| top) {
            if has_word(line, "super::") {
                wrong.push(format!(
                    "{}:{}: write crate:: instead of super::",
                    source.path,
                    place + 1
                ));
            }
        }
    }
    none("arrows that may not be", &wrong);
}

#[test]
fn no_arrow_is_allowed_that_nobody_needs() {
    let mut used: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in sources() {
        let names = uses(&source).into_iter().map(|(_, name)| name);
        used.entry(source.part().to_owned()).or_default().extend(names);
    }
    let mut spare = Vec::new();
    for (part, may) in ARROWS {
        for name in *may {
            if !used.get(*part).is_some_and(|names| names.contains(*name)) {
                spare.push(format!(
                    "{part} does not use {name}; take it out of the table and of the map"
                ));
            }
        }
    }
    none("arrows that are allowed and not there", &spare);
}

#[test]
fn the_map_has_the_same_arrows() {
    let map = file("ARCHITECTURE.md");
    let mut missing = Vec::new();
    for (part, may) in
        ARROWS.iter().filter(|(part, _)| !["cli", "shipped", "lib", "main"].contains(part))
    {
        let may = if may.is_empty() { "–".to_owned() } else { may.join(", ") };
        let row = format!("| {part} | {may} |");
        if !map.lines().any(|line| line == row) {
            missing.push(row);
        }
    }
    none("rows ARCHITECTURE.md does not have", &missing);
    assert!(
        map.lines().count() <= 110,
        "the map is more than two screens: {} lines",
        map.lines().count()
    );
}

/// A word that may stand in some places only: the word, the files (or folders), and why.
type Fence = (&'static [&'static str], &'static [&'static str], &'static str);

/// What only some files may touch. A place that ends in `/` is a folder.
const FENCES: &[Fence] = &[
    (&["rusqlite"], &["src/store/"], "SQLite is spoken in store and nowhere else"),
    (
        &["crossterm", "ratatui"],
        &["src/ui/", "src/cli/ask.rs"],
        "the terminal is ui's; a passphrase is typed unseen",
    ),
    (&["ssh_key"], &["src/seal/"], "keys and signatures are seal's"),
    (&["ratatui_textarea"], &["src/ui/field.rs"], "text is typed into a Field"),
    (&["signal_hook"], &["src/ui/term.rs"], "signals end in the one queue"),
    (&["unifont"], &["src/ui/big.rs"], "big letters are drawn by big.rs"),
    (&["ib_matcher"], &["src/ui/find.rs"], "units are found by find.rs"),
    (
        &["unicode_width"],
        &["src/ui/", "src/paper/sheets.rs"],
        "widths are the screen's, and a table's",
    ),
    (&["calamine", "encoding_rs"], &["src/roster/"], "a register is the only table that is read"),
    (
        &["csv", "rust_xlsxwriter"],
        &["src/roster/", "src/paper/sheets.rs"],
        "tables are written where they are made",
    ),
    (&["zip::"], &["src/roster/", "src/paper/docx/"], "packages are a register's and a document's"),
    (&["toml"], &["src/charter/", "src/paper/house.rs"], "charter files are read by charter"),
    (&["toml_edit"], &["src/charter/write.rs"], "charter files are written by write.rs"),
    (&["similar"], &["src/charter/compare.rs"], "texts are compared by compare.rs"),
    (
        &["clap"],
        &["src/cli.rs", "src/cli/", "src/text/mod.rs"],
        "the command line is cli's; a language is chosen on it",
    ),
    (
        &["anyhow"],
        &[
            "src/cli.rs",
            "src/cli/",
            "src/act.rs",
            "src/demo.rs",
            "src/ui/mod.rs",
            "src/ui/follow.rs",
        ],
        "below the commands every error is an enum, so that text can say it",
    ),
    (
        &["Utc::now", "Local::now", "SystemTime", "Instant"],
        &["src/machine.rs", "src/store/", "src/ui/term.rs", "src/ui/follow.rs"],
        "the time comes in with the request; machine::now reads the clock",
    ),
    (
        &["std::fs", "fs::", "File::", "OpenOptions"],
        &[
            "src/paper/pdf/search.rs",
            "src/store/",
            "src/machine.rs",
            "src/cli.rs",
            "src/cli/",
            "src/act.rs",
            "src/ui/files.rs",
            "src/ui/tables.rs",
            "src/ui/follow.rs",
            "src/folder/",
            "src/seal/agent.rs",
        ],
        "the disk is the store's; commands read the files they are given; a folder is files, a typeface is one",
    ),
    (
        &["std::env", "env"],
        &["src/cli.rs", "src/cli/", "src/ui/mod.rs"],
        "settings of the machine are read once, at the top",
    ),
    (
        &["println!", "print!", "eprintln!", "eprint!"],
        &[],
        "commands print through src/cli/out.rs, which stands a reader that has gone",
    ),
    (&["std::thread", "thread"], &["src/ui/term.rs", "src/store/backup.rs"], "one loop, one queue"),
    (&["std::net", "std::process::Command"], &[], "no network, and no other program is run"),
    (&["rand", "RandomState", "thread_rng", "fastrand"], &[], "nothing here is left to chance"),
    (
        &["f32", "f64"],
        &["src/paper/pdf/draw.rs"],
        "shares are exact: charter::Ratio; a PDF is drawn in floats",
    ),
    (
        &["krilla"],
        &["src/paper/pdf/draw.rs", "src/paper/pdf/search.rs"],
        "PDF is written by draw.rs, from pages in whole numbers",
    ),
    (&["rustybuzz"], &["src/paper/pdf/"], "letters are shaped where pages are set"),
    (
        &["getrandom"],
        &["src/store/cards.rs", "src/seal/mod.rs"],
        "only the salt of a card and a new key are random",
    ),
    (&["HashMap", "HashSet"], &[], "order must not depend on a seed: BTreeMap, BTreeSet"),
    (&["unsafe"], &[], "not needed"),
    (&[".unwrap()"], &[], "handle it, or expect(\"why it cannot fail\")"),
    (&["todo!", "unimplemented!", "dbg!"], &[], "finish it, or leave it out"),
];

#[test]
fn what_is_fenced_in_stays_inside() {
    let sources = sources();
    let mut wrong = Vec::new();
    let mut empty = Vec::new();
    for (words, places, why) in FENCES {
        let inside = |path: &str, place: &str| {
            path == place || (place.ends_with('/') && path.starts_with(place))
        };
        let mut met: BTreeSet<&str> = BTreeSet::new();
        for source in &sources {
            let place = places.iter().find(|place| inside(&source.path, place));
            for (line, code) in source.code.iter().enumerate() {
                for word in words.iter().filter(|word| has_word(code, word)) {
                    match place {
                        Some(place) => drop(met.insert(place)),
                        None => wrong.push(format!("{}:{}: {word} ({why})", source.path, line + 1)),
                    }
                }
            }
        }
        let unused = places.iter().filter(|place| !met.contains(*place));
        empty.extend(unused.map(|place| format!("{} in {place}", words.join(", "))));
    }
    none("used outside its place", &wrong);
    none("places in the table of fences that are not used", &empty);
}

#[test]
fn in_ui_only_the_outermost_files_reach_the_book_and_the_papers() {
    let may: &[(&str, &[&str])] = &[
        ("ledger", &["mod", "console", "answers", "follow"]),
        ("minutes", &["papers", "documents"]),
        ("store", &["mod", "console", "files", "hall", "scratch"]),
        ("machine", &["mod", "papers", "writing", "follow", "tables"]),
        ("folder", &["documents", "taking", "writing"]),
        ("archive", &["taking", "writing"]),
        ("seal", &["mod", "documents", "taking", "writing", "desks/ceremony"]),
        ("roster", &["console", "tables", "desks/register_forms"]),
    ];
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| source.part() == "ui") {
        let name = source.path.trim_start_matches("src/ui/").trim_end_matches(".rs");
        for (line, used) in uses(source) {
            let places = may.iter().find(|(part, _)| *part == used);
            if places.is_some_and(|(_, places)| !places.contains(&name)) {
                wrong.push(format!(
                    "{}:{line}: {used} is for {:?} only",
                    source.path,
                    places.unwrap().1
                ));
            }
        }
    }
    none("panes and forms are drawn from the book alone", &wrong);
}

#[test]
fn the_minutes_are_compiled_without_words() {
    let mut wrong = Vec::new();
    for source in
        sources().iter().filter(|s| s.part() == "minutes" && s.path != "src/minutes/markdown.rs")
    {
        let words = uses(source).into_iter().filter(|(_, name)| name == "text");
        wrong.extend(words.map(|(line, _)| format!("{}:{line}", source.path)));
    }
    none("only the Markdown half uses text", &wrong);
}

#[test]
fn the_core_speaks_no_language() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|s| ["record", "store", "ledger"].contains(&s.part())) {
        for (line, string) in source.strings.iter().filter(|(_, s)| s.contains(is_chinese)) {
            wrong.push(format!("{}:{line}: {string}", source.path));
        }
    }
    none("words belong to text", &wrong);
}

// --- house style --------------------------------------------------------------------------------------------

#[test]
fn no_open_ends_and_no_names_that_say_nothing() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (place, line) in source.raw.lines().enumerate() {
            for word in ["TODO", "FIXME", "XXX"].iter().filter(|word| has_word(line, word)) {
                wrong.push(format!("{}:{}: {word}", source.path, place + 1));
            }
        }
        for (place, line) in source.code.iter().enumerate() {
            for word in ["Manager", "Helper", "manager", "helper", "Utils", "utils"].iter() {
                if line.contains(word) {
                    wrong.push(format!("{}:{}: {word}; say what it is", source.path, place + 1));
                }
            }
        }
        if source.path.contains("util") || source.path.contains("helper") {
            wrong.push(source.path.clone());
        }
    }
    none("not in this house", &wrong);
}

#[test]
fn every_file_begins_with_a_sentence() {
    let begins = |source: &&Source| !source.raw.starts_with("//! ");
    let silent: Vec<String> = sources().iter().filter(begins).map(|s| s.path.clone()).collect();
    none("no first sentence that says what the file is", &silent);
}

/// Files that may be longer than they should be, with their limit and the reason.
const LONG: &[(&str, usize, &str)] = &[
    ("src/charter/types.rs", 830, "the vocabulary of a charter file: one struct a table, no logic"),
    ("src/record/command.rs", 950, "the vocabulary of commands: one documented enum"),
    ("src/record/event.rs", 900, "the vocabulary of facts: one documented enum"),
    ("src/record/finding.rs", 600, "the vocabulary of findings: a code a line"),
    ("src/record/state.rs", 760, "the vocabulary of the book, and the questions asked of it"),
    ("src/text/findings.rs", 520, "the one table that must know every code"),
    ("src/ui/keys.rs", 520, "the table of keys: a row each, and the actions they name"),
    ("src/ui/purpose.rs", 640, "what each form asks for, one arm each"),
];

#[test]
fn no_file_is_longer_than_450_lines_without_a_reason() {
    let mut wrong = Vec::new();
    for source in sources() {
        let lines = source.raw.lines().count();
        match LONG.iter().find(|(path, _, _)| *path == source.path) {
            None if lines > 450 => {
                wrong.push(format!("{} has {lines} lines; where is the seam?", source.path))
            }
            Some((_, limit, _)) if lines > *limit => {
                wrong.push(format!("{}: {lines} of {limit}", source.path))
            }
            Some(_) if lines <= 450 => {
                wrong.push(format!("{} is short enough now; take it off the list", source.path))
            }
            _ => {}
        }
    }
    none("files over 450 lines", &wrong);
}

#[test]
fn an_ignored_test_says_what_it_needs() {
    let mut paths = Vec::new();
    files_below("src", ".rs", &mut paths);
    files_below("tests", ".rs", &mut paths);
    let mut wrong = Vec::new();
    for path in paths.iter().filter(|path| !path.ends_with("architecture.rs")) {
        for (place, line) in file(path).lines().enumerate() {
            if line.contains("#[ignore") && !line.contains("#[ignore = \"needs ") {
                wrong.push(format!("{path}:{}: {}", place + 1, line.trim()));
            }
        }
    }
    none("an ignored test without a reason that starts with “needs”", &wrong);
}

// --- nothing of one association in the source -----------------------------------------------------------------

/// Words of the shipped charter that are words of the program as well: where, which, and why.
const SHARED_WORDS: &[(&str, &str, &str)] = &[
    ("src/charter/read/keys.rs", "election", "a word of the file format: how an office is filled"),
    (
        "src/charter/read/keys.rs",
        "appointment",
        "a word of the file format: how an office is filled",
    ),
    ("src/charter/read/keys.rs", "report", "a word of the file format: what reports on the funds"),
    ("src/record/event.rs", "change", "how a fact names what a correction changes"),
    ("src/text/words/kinds.rs", "amendment", "a motion that amends another, in any association"),
    ("src/ui/panes/motion.rs", "amendment", "a motion that amends another, in any association"),
    ("src/papers/mod.rs", "expulsion", "a kind of paper on the command line, in any association"),
    ("src/papers/mod.rs", "warning", "a kind of paper on the command line, in any association"),
    ("src/paper/parts.rs", "expulsion", "a kind of paper on the command line, in any association"),
    ("src/paper/parts.rs", "warning", "a kind of paper on the command line, in any association"),
];

/// Names of matters that are ordinary words of any charter, inside sentences.
const ORDINARY: &[&str] = &["修改章程"];

/// Ids, names and aliases of the shipped charter's bodies, offices and matters.
fn words_of_the_shipped_charter() -> BTreeMap<String, &'static str> {
    let mut words = BTreeMap::new();
    for (_, text) in quorate::shipped::CHARTERS {
        let charter = quorate::charter::read::read(text).expect("the shipped charter is whole");
        // A rule set has no words of its own; its id is looked for by another check.
        if charter.articles.is_empty() {
            continue;
        }
        let mut put =
            |kind: &'static str, id: &str, name: &quorate::charter::Name, alias: &[String]| {
                let all =
                    [id, &name.zh, &name.en].into_iter().chain(alias.iter().map(String::as_str));
                for word in all {
                    words.insert(word.to_owned(), kind);
                }
            };
        for body in &charter.bodies {
            put("body", &body.id, &body.name, &body.alias);
        }
        for office in &charter.offices {
            put("office", &office.id, &office.name, &[]);
        }
        for matter in &charter.matters {
            put("matter", &matter.id, &matter.title, &[]);
        }
        put("association", &charter.identity.id, &charter.identity.name, &[]);
        put("association", &charter.identity.short.en, &charter.identity.short, &[]);
    }
    words
}

#[test]
fn no_rule_set_is_known_to_the_source() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| source.path != "src/shipped.rs") {
        for (line, string) in &source.strings {
            if quorate::shipped::CHARTERS.iter().any(|(id, _)| *id == string.trim()) {
                wrong.push(format!("{}:{line}: “{string}”", source.path));
            }
        }
    }
    none("rule sets are data", &wrong);
}

#[test]
fn no_body_office_or_matter_of_the_shipped_charter_stands_in_the_source() {
    let words = words_of_the_shipped_charter();
    let mut wrong = Vec::new();
    let mut met = BTreeSet::new();
    for source in sources().iter().filter(|source| source.path != "src/shipped.rs") {
        for (line, string) in &source.strings {
            let Some(kind) = words.get(string.trim()) else {
                continue;
            };
            let excuse = SHARED_WORDS
                .iter()
                .position(|(path, word, _)| *path == source.path && *word == string.trim());
            match excuse {
                Some(place) => drop(met.insert(place)),
                None => wrong
                    .push(format!("{}:{line}: “{string}” is a {kind} of the charter", source.path)),
            }
        }
        // Chinese names are long enough to be found inside a sentence.
        let long = words
            .iter()
            .filter(|(word, _)| word.chars().count() > 2 && word.chars().all(is_chinese));
        let long = long.filter(|(word, _)| !ORDINARY.contains(&word.as_str()));
        for (word, kind) in long {
            for (line, string) in
                source.strings.iter().filter(|(_, string)| string.contains(word.as_str()))
            {
                wrong.push(format!("{}:{line}: “{word}” ({kind}) in “{string}”", source.path));
            }
        }
    }
    none("these belong to the charter file", &wrong);
    let unmet = SHARED_WORDS.iter().enumerate().filter(|(place, _)| !met.contains(place));
    none("excuses nobody needs", &unmet.map(|(_, e)| format!("{e:?}")).collect::<Vec<_>>());
}

/// Strings that look like an article or a share and are none.
const NO_RULE: &[(&str, &str)] = &[
    // A log begins with its first entry, which in Chinese is counted like an article.
    ("src/text/store.rs", "会议簿的第一条不是章程"),
    // How clauses are written in a charter file, shown to who wrote them otherwise.
    ("src/charter/cite.rs", "is not a clause such as"),
    ("src/text/charter/remedies.rs", "3/2"),
    // The mark at the middle of the bars.
    ("src/ui/panes/bars.rs", "1/2:{half}"),
];

#[test]
fn no_article_and_no_share_of_the_shipped_charter_stands_in_the_source() {
    let charter = quorate::charter::read::read(quorate::shipped::CHARTERS[0].1).unwrap();
    let last = u32::try_from(charter.articles.len()).unwrap();
    let mut wrong = Vec::new();
    for source in sources() {
        for (line, string) in &source.strings {
            let excused =
                |(path, part): &(&str, &str)| source.path == *path && string.contains(part);
            if NO_RULE.iter().any(excused) {
                continue;
            }
            for rule in articles_and_shares(string, last) {
                wrong.push(format!("{}:{line}: {rule} in “{string}”", source.path));
            }
        }
    }
    none("rules belong to the charter file", &wrong);
}

/// 第九条, article 9, 2/3, 三分之二, two thirds: whatever looks like a rule.
fn articles_and_shares(text: &str, last: u32) -> Vec<String> {
    let mut found = Vec::new();
    for no in 1..=last {
        // Chinese has no blanks between words: 依据第九条 names it as well.
        let chinese = [format!("第{}条", quorate::charter::cite::han(no)), format!("第{no}条")];
        let english = [format!("article {no}"), format!("Article {no}"), format!("art. {no}")];
        found.extend(chinese.into_iter().filter(|form| text.contains(form)));
        found.extend(english.into_iter().filter(|form| has_word(text, form)));
    }
    let letters: Vec<char> = text.chars().collect();
    for (place, window) in letters.windows(3).enumerate() {
        // 20/36 is a count, not a share.
        let longer =
            |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
        if let [num @ '1'..='9', '/', den @ '2'..='9'] = window
            && !longer(place.checked_sub(1))
            && !longer(Some(place + 3))
        {
            found.push(format!("{num}/{den}"));
        }
    }
    for share in
        ["分之", "过半数", "two thirds", "one third", "two-thirds", "one-third", "three quarters"]
    {
        if text.contains(share) && !text.contains('{') {
            found.push(share.to_owned());
        }
    }
    found
}

// --- keys -------------------------------------------------------------------------------------------------------

#[test]
fn the_manual_of_keys_is_current() {
    assert!(
        file("docs/keys.md") == keys::manual(),
        "docs/keys.md is not what the table says; write it anew: quorate keys > docs/keys.md"
    );
}

#[test]
fn no_key_does_two_things_in_one_place() {
    let mut seen: BTreeMap<(String, &str), Action> = BTreeMap::new();
    let mut wrong = Vec::new();
    for row in KEYS {
        // Keys of a pane come before those in force everywhere; a key in both would hide the general one.
        for scope in [row.scope, Scope::Always] {
            for key in row.keys.split(' ').filter(|key| !key.is_empty()) {
                let other =
                    seen.get(&(format!("{scope:?}"), key)).filter(|other| **other != row.action);
                if let Some(other) = other {
                    wrong.push(format!("{key} in {:?}: {:?} and {other:?}", row.scope, row.action));
                }
            }
        }
        for key in row.keys.split(' ').filter(|key| !key.is_empty()) {
            seen.insert((format!("{:?}", row.scope), key), row.action);
        }
    }
    none("keys with two meanings", &wrong);
}

/// With a Chinese input method on, a letter begins a composition and never arrives.
fn passes_an_input_method(key: &str) -> bool {
    let digit = key.len() == 1 && key.starts_with(|c: char| c.is_ascii_digit());
    let named =
        ["Enter", "Tab", "S-Tab", "Space", "Esc", "Up", "Down", "PgUp", "PgDn", "Home", "End"];
    // A function key alone is not enough: laptops send it with Fn only.
    digit || key.starts_with('^') || named.contains(&key)
}

#[test]
fn every_action_has_a_key_that_passes_an_input_method_or_a_line_in_the_menu() {
    let mut wrong = Vec::new();
    for row in KEYS {
        let keys: Vec<&str> = row.keys.split(' ').filter(|key| !key.is_empty()).collect();
        if row.scope != Scope::Menu && !keys.iter().any(|key| passes_an_input_method(key)) {
            wrong.push(format!("{:?} ({:?})", row.action, row.keys));
        }
    }
    let listed: BTreeSet<String> = KEYS.iter().map(|row| format!("{:?}", row.action)).collect();
    for action in actions() {
        if !listed.contains(&action) {
            wrong.push(format!("{action} stands in no row"));
        }
    }
    none("actions nobody can reach", &wrong);
}

/// The variants of `Action`, as the source lists them.
fn actions() -> Vec<String> {
    let text = source("src/ui/keys.rs".to_owned(), &file("src/ui/keys.rs")).code.join("\n");
    let body = text.split_once("pub enum Action {").unwrap().1.split_once('}').unwrap().0;
    body.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

/// A console over the sample book, which is taken away again.
fn sample(lang: Lang, use_it: impl FnOnce(&mut Console)) {
    let name = format!("quorate-footer-{lang:?}-{:?}.book", std::thread::current().id());
    let path = std::env::temp_dir().join(name.replace(['(', ')'], ""));
    let _ = fs::remove_file(&path);
    quorate::demo::make(&path, quorate::machine::now(), lang).unwrap();
    let ledger = quorate::ledger::Ledger::open(&path).unwrap();
    use_it(&mut Console::new(ledger, View::plain(lang), None));
    let _ = fs::remove_file(&path);
}

/// The last line of the screen.
fn footer(console: &mut Console, columns: u16) -> String {
    let mut terminal = Terminal::new(TestBackend::new(columns, 24)).unwrap();
    terminal.draw(|frame| draw::draw(frame, console, quorate::machine::now())).unwrap();
    let buffer = terminal.backend().buffer();
    (0..columns).map(|x| buffer[(x, 23)].symbol()).collect()
}

#[test]
fn a_footer_of_80_columns_shows_the_next_step_three_keys_of_the_pane_and_the_way_to_the_rest() {
    let mut wrong = Vec::new();
    for lang in [Lang::Zh, Lang::En] {
        sample(lang, |console| {
            for pane in Pane::ALL {
                console.view.focus = pane;
                let shown = footer(console, 80).replace(' ', "");
                let all = draw::footer_keys(console);
                let first = all.iter().take(4);
                let menu = keys::binding(Action::Menu)
                    .map(|row| (keys::shown(row), keys::label(lang, row)));
                for (key, label) in first.chain(&menu) {
                    if !shown.contains(&format!("{key}{label}").replace(' ', "")) {
                        wrong.push(format!(
                            "{pane:?} in {lang:?}: {key} {label} is not in “{shown}”"
                        ));
                    }
                }
            }
        });
    }
    none("not on the footer", &wrong);
}

// --- the repository ---------------------------------------------------------------------------------------------

/// What is, or is about to be, in the repository.
fn tracked() -> Vec<String> {
    let listed = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output();
    match listed {
        Ok(listed) if listed.status.success() => {
            let text = String::from_utf8(listed.stdout).unwrap();
            let there = |path: &&str| root().join(path).is_file();
            text.lines().filter(there).map(str::to_owned).collect()
        }
        // From an archive there is no repository to ask: then the folders that are known.
        _ => {
            let mut paths = Vec::new();
            for directory in ["src", "tests", "docs", "assets", ".ci"] {
                files_below(directory, "", &mut paths);
            }
            let top = [
                "README.md",
                "README.zh.md",
                "ARCHITECTURE.md",
                "DESIGN.md",
                "Cargo.toml",
                "Cargo.lock",
            ];
            paths.into_iter().chain(top.map(str::to_owned)).collect()
        }
    }
}

#[test]
fn the_repository_names_no_place_outside_itself() {
    // Written in two halves, so that this file does not name them either.
    let banned: Vec<String> = [
        ("../", "shared"),
        ("/wo", "rk/"),
        ("/ro", "ot/"),
        ("/ho", "me/"),
        ("index.", "crates.io-"),
        ("static.", "crates.io"),
        ("npm", "js.org"),
        ("rs", "proxy.cn"),
        ("tuna.", "tsinghua"),
        ("ustc.", "edu.cn"),
        ("127.0", ".0.1"),
        ("registry", ".npm"),
        ("artifact", "ory"),
    ]
    .iter()
    .map(|(a, b)| format!("{a}{b}"))
    .collect();
    let registry = format!("{}{}", "registry+https://github.com/rust-lang/", "crates.io-index");
    let mut wrong = Vec::new();
    for path in tracked() {
        let Ok(text) = fs::read_to_string(root().join(&path)) else {
            continue;
        };
        for (place, line) in text.lines().enumerate() {
            for word in banned.iter().filter(|word| line.contains(word.as_str())) {
                wrong.push(format!("{path}:{}: {word}", place + 1));
            }
            // The lock may name the one public registry, by its own name and no other.
            if path == "Cargo.lock" && line.starts_with("source = ") && !line.contains(&registry) {
                wrong.push(format!("{path}:{}: {line}", place + 1));
            }
        }
    }
    none("places of a machine", &wrong);
}

#[test]
fn there_is_exactly_one_crossterm() {
    let lock = file("Cargo.lock");
    let versions = lock.lines().filter(|line| *line == "name = \"crossterm\"").count();
    assert_eq!(
        versions, 1,
        "two copies do not share the terminal's state; use the one ratatui brings"
    );
}

#[test]
fn every_dependency_has_its_reason() {
    let manifest: toml::Table = file("Cargo.toml").parse().unwrap();
    let design = file("DESIGN.md");
    let mut tables = vec![manifest.get("dependencies"), manifest.get("dev-dependencies")];
    let targets = manifest.get("target").and_then(toml::Value::as_table);
    tables.extend(targets.into_iter().flat_map(|t| t.values()).map(|t| t.get("dependencies")));
    let names: BTreeSet<&String> = tables
        .into_iter()
        .flatten()
        .filter_map(toml::Value::as_table)
        .flat_map(|t| t.keys())
        .collect();
    let mut wrong = Vec::new();
    for name in &names {
        if !design.lines().any(|line| line.starts_with(&format!("| `{name}` | "))) {
            wrong.push(format!("{name} has no line in DESIGN.md"));
        }
    }
    for line in design.lines().filter_map(|line| line.strip_prefix("| `")) {
        let name = line.split('`').next().unwrap_or_default().to_owned();
        if !names.contains(&name) {
            wrong.push(format!("{name} has a line in DESIGN.md and is not used"));
        }
    }
    none("dependencies and reasons", &wrong);
}

#[test]
fn links_in_the_documents_lead_somewhere() {
    let mut wrong = Vec::new();
    for path in tracked().iter().filter(|path| path.ends_with(".md")) {
        let text = file(path);
        let folder = Path::new(path).parent().unwrap();
        for (at, _) in text.match_indices("](") {
            let target = text[at + 2..].split(')').next().unwrap_or_default();
            let target = target.split('#').next().unwrap_or_default();
            if !target.is_empty()
                && !target.contains("://")
                && !root().join(folder).join(target).exists()
            {
                wrong.push(format!("{path}: {target}"));
            }
        }
    }
    none("links into nothing", &wrong);
}

// --- that these checks see what they should -----------------------------------------------------------------------

#[test]
fn comments_strings_and_tests_are_told_apart() {
    let text = "use crate::{store, ui::draw}; // crate::act\nlet a = \"crate::cli // f64\"; let b = 'x'; fn c<'a>() {}\n\
                /* f32\n */ let r = r#\"第九条\"#;\n#[cfg(test)]\nmod tests {\n    use crate::demo;\n}\nlet after = 1;";
    let source = source("src/x.rs".to_owned(), text);
    let names: Vec<String> = uses(&source).into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["store", "ui"]);
    assert!(!source.code.join("\n").contains("f32") && !source.code.join("\n").contains("f64"));
    assert_eq!(source.strings.last().unwrap(), &(4, "第九条".to_owned()));
    assert!(source.code.last().unwrap().contains("after"));
    assert_eq!(articles_and_shares("依据第九条办理 and article 22, 2/3, 三分之二", 23).len(), 4);
    assert!(articles_and_shares("第九十九条 article 1259 24/36 第九项", 23).is_empty());
    assert!(
        has_word("x: f64,", "f64")
            && !has_word("xf64", "f64")
            && has_word("a.unwrap()", ".unwrap()")
    );
}
