//! The count of an election below its screen: what a typed line is, and that no paper leaves the teller's hands.

// Helpers of tests may unwrap like the tests themselves.
#![allow(clippy::unwrap_used)]

use quorate::charter::Blank;
use quorate::record::election::Marks;
use quorate::ui::counting::paper::{Invalid, Mark, Paper, Rules, Wrong, sheet};

fn rules(names: usize, seats: u32, marks: Marks) -> Rules {
    Rules { names, seats, marks, blank: Blank::Abstain }
}

/// A paper as signs: `+` for, `-` against, `.` neither.
fn signs(paper: &Paper) -> String {
    match paper {
        Paper::Invalid(why) => format!("{why:?}"),
        Paper::Valid { marks, written } => {
            let signs: String = marks
                .iter()
                .map(|m| match m {
                    Mark::Yes => '+',
                    Mark::No => '-',
                    Mark::None => '.',
                })
                .collect();
            let written: String = written.iter().map(|w| format!(" {w}")).collect();
            signs + &written
        }
    }
}

#[test]
fn a_typed_line_is_one_paper_or_none() {
    let each = rules(3, 2, Marks::Each);
    let all = rules(3, 3, Marks::Each);
    let pick = rules(3, 2, Marks::Pick);
    let many = rules(12, 5, Marks::Pick);
    let unknown = |n| Err(Wrong::Unknown(n));
    let unreadable = |t: &str| Err(Wrong::Unreadable(t.to_owned()));
    let table: &[(&Rules, &str, Result<&str, Wrong>)] = &[
        (&each, "1", Ok("+..")),
        (&each, "12", Ok("++.")),
        (&each, "2 1", Ok("++.")),
        (&each, "12/3", Ok("++-")),
        (&each, "12-3", Ok("++-")),
        (&each, "１２／３", Ok("++-")),
        (&each, "/123", Ok("---")),
        (&each, " / 1 ", Ok("-..")),
        (&each, "1/", Ok("+..")),
        (&all, "0", Ok("+++")),
        (&each, "0", Ok("TooMany(3)")),
        (&all, "0/1", Err(Wrong::Twice(1))),
        (&each, "123", Ok("TooMany(3)")),
        (&each, "4", unknown(4)),
        (&each, "10", unknown(0)),
        (&each, "11", Err(Wrong::Twice(1))),
        (&each, "1/1", Err(Wrong::Twice(1))),
        (&each, "1/2/3", unreadable("1/2/3")),
        (&each, "", Err(Wrong::Empty)),
        (&each, "   ", Err(Wrong::Empty)),
        (&each, "00", Ok("Said")),
        (&each, "０0", Ok("Said")),
        (&each, "x", Ok("Said")),
        (&each, "X", Ok("Said")),
        (&each, "1x", unreadable("x")),
        (&each, "1、3", unreadable("、3")),
        (&each, "1/2 示例人", Ok("+-. 示例人")),
        (&each, "示例人", Ok("... 示例人")),
        (&each, "1 示例人 示例者", Ok("TooMany(3)")),
        (&all, "1 Ann Example, Ben Example", Ok("+.. Ann Example Ben Example")),
        (&all, "示例人 示例人", unreadable("示例人")),
        (&each, "1示例人", unreadable("示例人")),
        (&each, "1 示例2", unreadable("示例2")),
        (&pick, "13", Ok("+.+")),
        (&pick, "1/3", Err(Wrong::OnlyPicked)),
        (&pick, "0", Err(Wrong::OnlyPicked)),
        (&pick, "123", Ok("TooMany(3)")),
        (&many, "1 12", Ok("+..........+")),
        (&many, "12", Ok("...........+")),
        (&many, "13", unknown(13)),
        (&many, "1 2 3 4 5 6", Ok("TooMany(6)")),
        (&many, "99999999999", unreadable("99999999999")),
    ];
    for (rules, line, expected) in table {
        let read = rules.read(line, false).map(|p| signs(&p));
        let expected = expected.clone().map(str::to_owned);
        assert_eq!(read, expected, "{line:?} with {rules:?}");
    }
    assert_eq!(each.read("", true).map(|p| signs(&p)), Ok("...".to_owned()));
    let strict = Rules { blank: Blank::Invalid, ..each };
    assert_eq!(strict.read("", true), Ok(Paper::Invalid(Invalid::Blank)));
}

#[test]
fn a_sheet_is_the_same_in_whatever_order_its_papers_lay() {
    let rules = rules(3, 2, Marks::Each);
    let mut papers: Vec<Paper> = ["12/3", "1", "/123", "00", "1 示例乙", "2 示例甲"]
        .iter()
        .map(|line| rules.read(line, false).unwrap())
        .collect();
    let sums = sheet(&papers, 3, Marks::Each);
    assert_eq!((sums.valid, sums.invalid), (5, 1));
    papers.reverse();
    assert_eq!(sheet(&papers, 3, Marks::Each), sums);
}
