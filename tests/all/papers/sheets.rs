//! On how many sheets a paper stands, as its own PDF counts them.

use super::{Ask, Kept, Kind, cells, made, sample, story, tables};
use crate::common::{ALLIANCE, Hall, convene};
use quorate::paper::pdf::{Fonts, Mark, Page, pages};
use quorate::paper::{Block, House, Look, Paper};
use quorate::papers::form::{self, Format, Press};
use quorate::text::Lang;
use serde_json::json;

const LANGS: [Lang; 3] = [Lang::Zh, Lang::En, Lang::Both];

fn set(paper: &Paper) -> Vec<Page> {
    pages(paper, &House::default(), &Fonts::builtin()).unwrap()
}

/// Height of the smallest letters that belong to what the paper says, in thousandths of a point.
fn smallest(page: &Page) -> i32 {
    let sizes = page.inks.iter().filter(|ink| ink.part.is_some()).map(|ink| match &ink.mark {
        Mark::Letters { span, .. } => span.size,
        Mark::Rule { .. } => i32::MAX,
    });
    sizes.min().unwrap_or(0)
}

/// An election of the chair among so many.
fn contest(candidates: usize) -> Kept {
    let mut hall = Hall::with_units(ALLIANCE, 3);
    hall.ok(convene("assembly", "chair", json!([{"title": "选举", "matter": "election"}])));
    let stand: Vec<_> =
        (1..=candidates).map(|no| json!({"name": format!("候选人{no:02}"), "unit": 1})).collect();
    hall.ok(json!({"do": "prepare_election", "item": 1, "contests": [{"seats": 1,
        "seat": {"of": "office", "office": "chair"}, "candidates": stand}]}));
    Kept::of(hall.ledger())
}

#[test]
fn a_ballot_is_one_sheet_in_every_language() {
    for lang in LANGS {
        let first = Ask { meeting: Some(1), ..story().ask() };
        for (of, ask) in [("sample", sample().ask()), ("story", first)] {
            for paper in made(Kind::Ballot, &Ask { lang, ..ask }) {
                let pages = set(&paper);
                let title = paper.title.concat();
                assert_eq!(pages.len(), 1, "{of} {lang:?} {title}");
                assert!(smallest(&pages[0]) >= 8_000, "{of} {lang:?} {title}");
                let said = form::too_long(&paper, Format::Pdf, &Press::builtin(House::default()));
                assert_eq!(said, Ok(None));
            }
        }
        let slip = Ask { lang, item: Some(4), ..sample().ask() };
        assert_eq!(set(&made(Kind::VoteSlip, &slip)[0]).len(), 1, "{lang:?}");
    }
}

#[test]
fn a_ballot_too_long_for_one_sheet_is_said_to_be_and_nothing_on_it_is_numbered() {
    let kept = contest(60);
    let paper = &made(Kind::Ballot, &kept.ask())[0];
    let sheets = set(paper);
    assert!(sheets.len() > 1);
    let press = Press::builtin(House::default());
    assert_eq!(form::too_long(paper, Format::Docx, &press), Ok(Some(sheets.len())));
    assert_eq!(form::too_long(paper, Format::Md, &press), Ok(None), "a screen has no sheets");
    let said = form::says_too_long(Lang::Zh, paper, sheets.len());
    assert!(said.contains(&format!("需{}张纸", sheets.len())) && said.contains("双面"), "{said}");
    assert!(form::says_too_long(Lang::En, paper, 2).contains("both sides of one sheet"));
    // Whatever stands on a sheet belongs to the paper: neither a page number nor a line of origin.
    for page in &sheets {
        let letters = page.inks.iter().filter(|ink| matches!(ink.mark, Mark::Letters { .. }));
        assert!(letters.clone().all(|ink| ink.part.is_some() || ink_of_head(paper, ink)));
        assert!(!page.lines().concat().contains('—'));
    }
}

/// Heads of a table that goes on overleaf are told once and drawn again.
fn ink_of_head(paper: &Paper, ink: &quorate::paper::pdf::Ink) -> bool {
    let heads: Vec<&str> =
        tables(paper).iter().flat_map(|t| &t.columns).map(|c| c.head.as_str()).collect();
    matches!(&ink.mark, Mark::Letters { span, .. } if heads.contains(&span.text.as_str()))
}

#[test]
fn a_letter_of_authority_and_a_reply_are_one_sheet_with_their_signatures() {
    let kept = super::annual();
    for kind in [Kind::Proxy, Kind::Reply] {
        for lang in [Lang::Zh, Lang::En] {
            for paper in made(kind, &Ask { lang, ..kept.ask() }) {
                assert_eq!(set(&paper).len(), 1, "{kind:?} {lang:?}");
            }
        }
    }
}

#[test]
fn a_letter_that_takes_two_sheets_has_matters_above_its_signatures() {
    let letters = made(Kind::Proxy, &Ask { lang: Lang::Both, ..super::annual().ask() });
    for paper in &letters {
        let pages = set(paper);
        let last = pages.last().unwrap().lines().concat();
        assert!(last.contains("受托人（签名）"), "{last}");
        let matters = cells(tables(paper)[0]);
        let row = &matters.last().unwrap()[1];
        assert!(pages.len() == 1 || last.contains(row.as_str()), "{row} is not in\n{last}");
    }
}

#[test]
fn a_certificate_in_both_languages_is_one_sheet_that_can_be_read() {
    let ask = Ask { decision: Some(13), lang: Lang::Both, ..story().ask() };
    let paper = &made(Kind::Certificate, &ask)[0];
    let pages = set(paper);
    assert_eq!((paper.look, pages.len()), (Look::Certificate, 1));
    assert!(smallest(&pages[0]) >= 10_500, "{}", smallest(&pages[0]));
    assert!(!paper.blocks.iter().any(|b| matches!(b, Block::Pair(..))), "languages are stacked");
    let seals = paper.blocks.iter().filter(|b| matches!(b, Block::Seal { .. }));
    assert_eq!(seals.count(), 1);
}

#[test]
fn no_paper_ends_with_a_page_on_which_nothing_stands() {
    for (kind, ask) in super::questions() {
        for lang in LANGS {
            for paper in made(kind, &Ask { lang, ..ask.clone() }) {
                for (no, page) in set(&paper).iter().enumerate() {
                    let written = page.inks.iter().any(|ink| ink.part.is_some());
                    assert!(written, "{kind:?} {lang:?}, page {}", no + 1);
                }
            }
        }
    }
}

#[test]
fn in_both_languages_nobody_signs_twice_and_there_is_one_seal() {
    for (kind, ask) in super::questions() {
        for paper in made(kind, &Ask { lang: Lang::Both, ..ask }) {
            let count = |is: fn(&Block) -> bool| paper.blocks.iter().filter(|b| is(b)).count();
            assert!(count(|b| matches!(b, Block::Sign(_))) <= 1, "{kind:?}");
            assert!(count(|b| matches!(b, Block::Seal { .. })) <= 1, "{kind:?}");
            assert!(count(|b| matches!(b, Block::Imprint(_))) <= 1, "{kind:?}");
        }
    }
}

#[test]
fn headings_of_every_paper_go_down_a_level_at_a_time() {
    for (kind, ask) in super::questions() {
        for paper in made(kind, &ask) {
            let mut last = 0;
            for block in &paper.blocks {
                let Block::Heading(level, _) = block else { continue };
                assert!(*level <= last + 1, "{kind:?}: {level} after {last}");
                last = *level;
            }
        }
    }
}
