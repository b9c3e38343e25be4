//! One paper as a teller types it: a few digits and Enter.

use crate::charter::Blank;
use crate::record::election::{Marks, Sheet, Sum, WrittenIn};

/// Up to so many names their numbers are single digits, which can be run together.
const SINGLE: usize = 9;

/// What a paper is read by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// Names printed on it.
    pub names: usize,
    /// Seats: a paper with more names is invalid as a whole.
    pub seats: u32,
    /// How it is marked.
    pub marks: Marks,
    /// What a paper without any mark is.
    pub blank: Blank,
}

/// What stands beside a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// For.
    Yes,
    /// Against.
    No,
    /// Nothing, or a mark of abstention.
    None,
}

/// Why a paper is invalid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Invalid {
    /// The teller says so.
    Said,
    /// It has this many names, more than there are seats.
    TooMany(u32),
    /// It has no mark, and the rules make that invalid.
    Blank,
}

/// A paper as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Paper {
    /// It does not count.
    Invalid(Invalid),
    /// It counts.
    Valid {
        /// What stands beside each name, in the order printed.
        marks: Vec<Mark>,
        /// Names written in.
        written: Vec<String>,
    },
}

/// Why a line is no paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// Nothing was typed: asked once whether the paper has no mark.
    Empty,
    /// No name has this number.
    Unknown(u32),
    /// A number stands there twice.
    Twice(u32),
    /// Names are only picked on this paper: there is neither for all nor against.
    OnlyPicked,
    /// This cannot be read.
    Unreadable(String),
}

impl Rules {
    /// Reads a line. `sure` that an empty one is a paper without any mark.
    ///
    /// # Errors
    /// When the line is no paper; nothing is guessed.
    pub fn read(&self, line: &str, sure: bool) -> Result<Paper, Wrong> {
        let line: String = line.trim().chars().map(narrow).collect();
        if line.is_empty() {
            return if sure { Ok(self.unmarked()) } else { Err(Wrong::Empty) };
        }
        if line == "00" || line.eq_ignore_ascii_case("x") {
            return Ok(Paper::Invalid(Invalid::Said));
        }
        let end = line.find(|c: char| !is_number_part(c)).unwrap_or(line.len());
        let (numbers, names) = line.split_at(end);
        if numbers.ends_with(|c: char| c.is_ascii_digit()) && !names.is_empty() {
            // Only a blank parts a number from a name: `12x` is a slip of the hand.
            return Err(Wrong::Unreadable(names.to_owned()));
        }
        let mut marks = vec![Mark::None; self.names];
        let mut parts = numbers.split(['/', '-']);
        let (yes, no) = (parts.next().unwrap_or_default(), parts.next());
        if parts.next().is_some() {
            return Err(Wrong::Unreadable(numbers.trim().to_owned()));
        }
        if self.marks == Marks::Pick && (no.is_some() || yes.trim() == "0") {
            return Err(Wrong::OnlyPicked);
        }
        if yes.trim() == "0" {
            marks.fill(Mark::Yes);
        } else {
            self.mark(&mut marks, yes, Mark::Yes)?;
        }
        self.mark(&mut marks, no.unwrap_or_default(), Mark::No)?;
        let written = written(names)?;
        let chosen = marks.iter().filter(|m| **m == Mark::Yes).count() + written.len();
        let chosen = u32::try_from(chosen).unwrap_or(u32::MAX);
        if chosen > self.seats {
            return Ok(Paper::Invalid(Invalid::TooMany(chosen)));
        }
        Ok(Paper::Valid { marks, written })
    }

    fn unmarked(&self) -> Paper {
        match self.blank {
            Blank::Invalid => Paper::Invalid(Invalid::Blank),
            Blank::Abstain => {
                Paper::Valid { marks: vec![Mark::None; self.names], written: Vec::new() }
            }
        }
    }

    fn mark(&self, marks: &mut [Mark], typed: &str, with: Mark) -> Result<(), Wrong> {
        let unreadable = |word: &str| Wrong::Unreadable(word.to_owned());
        for word in typed.split_whitespace() {
            let numbers: Vec<u32> = if self.names <= SINGLE {
                word.chars().filter_map(|c| c.to_digit(10)).collect()
            } else {
                vec![word.parse().map_err(|_| unreadable(word))?]
            };
            for number in numbers {
                let place = usize::try_from(number).ok().and_then(|n| n.checked_sub(1));
                match place.and_then(|p| marks.get_mut(p)) {
                    None => return Err(Wrong::Unknown(number)),
                    Some(mark) if *mark != Mark::None => return Err(Wrong::Twice(number)),
                    Some(mark) => *mark = with,
                }
            }
        }
        Ok(())
    }
}

impl Paper {
    /// The sums of this paper alone, to ask the record about it; it is never entered like that.
    pub fn alone(&self, names: usize, how: Marks) -> Sheet {
        sheet(std::slice::from_ref(self), names, how)
    }
}

/// The sums of papers: all that leaves the hands of those who count.
pub fn sheet(papers: &[Paper], names: usize, how: Marks) -> Sheet {
    let mut sheet = Sheet { votes: vec![Sum::default(); names], ..Sheet::default() };
    for paper in papers {
        let Paper::Valid { marks, written } = paper else {
            sheet.invalid += 1;
            continue;
        };
        sheet.valid += 1;
        for (sum, mark) in sheet.votes.iter_mut().zip(marks) {
            match mark {
                Mark::Yes => sum.yes += 1,
                Mark::No => sum.no += 1,
                // Where names are picked nobody abstains beside a name.
                Mark::None if how == Marks::Each => sum.abstain += 1,
                Mark::None => {}
            }
        }
        for name in written {
            match sheet.written_in.iter_mut().find(|w| w.name == *name) {
                Some(known) => known.yes += 1,
                None => sheet.written_in.push(WrittenIn { name: name.clone(), yes: 1 }),
            }
        }
    }
    // By name, so that not even the order in which they were met is left.
    sheet.written_in.sort_by(|a, b| a.name.cmp(&b.name));
    sheet
}

fn is_number_part(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '/' | '-' | ' ')
}

/// Digits, strokes and blanks of an input method that was left on.
fn narrow(c: char) -> char {
    match c {
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
        '／' => '/',
        '－' => '-',
        '　' => ' ',
        other => other,
    }
}

/// Names written in, between commas; Chinese ones between blanks, too. A name once more on the same paper is a slip.
fn written(names: &str) -> Result<Vec<String>, Wrong> {
    let mut written: Vec<String> = Vec::new();
    for piece in names.split([',', '，', '、', ';', '；']).map(str::trim) {
        let parts: Vec<&str> = if piece.is_ascii() || piece.chars().any(|c| c.is_ascii_alphabetic())
        {
            vec![piece]
        } else {
            piece.split_whitespace().collect()
        };
        for name in parts.into_iter().filter(|n| !n.is_empty()) {
            let letters = name.chars().any(char::is_alphabetic);
            if !letters || name.chars().any(|c| c.is_ascii_digit()) || name.len() < 2 {
                return Err(Wrong::Unreadable(name.to_owned()));
            }
            if written.iter().any(|w| w == name) {
                return Err(Wrong::Unreadable(name.to_owned()));
            }
            written.push(name.to_owned());
        }
    }
    if written.is_empty() && !names.trim().is_empty() {
        return Err(Wrong::Unreadable(names.trim().to_owned()));
    }
    Ok(written)
}
