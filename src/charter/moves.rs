//! References that move along where articles are put in or taken out: in the keys of the rules, and in words
//! that name an article the way the charter does.

use super::Name;
use super::cite::{Clause, Clauses, han};
use std::collections::{BTreeMap, BTreeSet};

/// Which number each article gets; those that keep theirs are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moves {
    /// By the number before; none for an article that is taken out.
    to: BTreeMap<u32, Option<u32>>,
    /// New articles by the one each follows and its place among those that follow it, from 1:
    /// 第七条之一, article 7-1.
    added: BTreeMap<(u32, u32), u32>,
}

/// Before one of these, a Chinese reference belongs to another text: 《……法》第九条.
const OTHER_TEXT: [char; 5] = ['》', '法', '典', '例', '则'];

/// Whether a reference behind these words is one to another text, its year in brackets or not. What is listed
/// behind such a reference is as well.
fn is_foreign(before: &str, foreign: bool) -> bool {
    let whole = match before.strip_suffix('）').and_then(|b| b.rsplit_once('（')) {
        Some((name, _)) => name,
        None => before,
    };
    // 第七条第二款、第九条: what stands between belongs to the reference before.
    let joined = before.trim_start_matches(['款', '项', '目']);
    whole.ends_with(OTHER_TEXT) || foreign && matches!(joined, "、" | "和" | "及" | "至" | "或")
}

impl Moves {
    /// Nothing moves.
    pub fn is_empty(&self) -> bool {
        self.to.is_empty() && self.added.is_empty()
    }
    /// An article gets another number, or goes.
    pub fn moved(&mut self, from: u32, to: Option<u32>) {
        if to != Some(from) {
            self.to.insert(from, to);
        }
    }
    /// A new article gets its number.
    pub fn added(&mut self, after: u32, place: u32, no: u32) {
        self.added.insert((after, place), no);
    }
    /// The number an article gets; none where it goes.
    pub fn of(&self, no: u32) -> Option<u32> {
        self.to.get(&no).copied().unwrap_or(Some(no))
    }

    /// Clauses as they are to read; the error is an article that goes.
    pub fn clauses(&self, clauses: &Clauses) -> Result<Clauses, u32> {
        let each = clauses.0.iter();
        each.map(|c| self.of(c.article).map(|article| Clause { article, ..*c }).ok_or(c.article))
            .collect::<Result<Vec<_>, _>>()
            .map(Clauses)
    }

    /// A Chinese text as it is to read, and the articles it names that go.
    pub fn chinese(&self, form: &Name, text: &str) -> (String, BTreeSet<u32>) {
        let mut gone = BTreeSet::new();
        let Some((open, close)) = form.zh.split_once("{n}").filter(|(open, _)| !open.is_empty())
        else {
            return (text.to_owned(), gone);
        };
        let mut said = String::new();
        let mut rest = text;
        let mut foreign = false;
        while let Some((before, behind)) = rest.split_once(open) {
            said.push_str(before);
            let length = behind.find(|c| !is_number(c) && !"、，至到和及或".contains(c));
            let (list, tail) = behind.split_at(length.unwrap_or(behind.len()));
            let numbers = list.split(['、', '，', '至', '到', '和', '及', '或']);
            let whole = numbers.clone().all(|n| number(n).is_some());
            said.push_str(open);
            rest = behind;
            if !whole || !tail.starts_with(close) {
                continue;
            }
            foreign = is_foreign(before, foreign);
            if foreign {
                said.push_str(list);
                said.push_str(close);
                rest = tail.strip_prefix(close).unwrap_or(tail);
                continue;
            }
            let tail = tail.strip_prefix(close).unwrap_or(tail);
            let (place, after) = place_behind(tail);
            let new = number(list).and_then(|no| self.added.get(&(no, place?)));
            if let Some(new) = new {
                said.push_str(&like(list, *new));
                said.push_str(close);
                rest = after;
                continue;
            }
            let mut at = list;
            for one in numbers {
                let (mark, more) = at.split_at(at.find(one).unwrap_or(0));
                said.push_str(mark);
                said.push_str(&self.written(one, &mut gone));
                at = more.get(one.len()..).unwrap_or_default();
            }
            said.push_str(close);
            rest = tail;
        }
        said.push_str(rest);
        (said, gone)
    }

    fn written(&self, number_before: &str, gone: &mut BTreeSet<u32>) -> String {
        let Some(no) = number(number_before) else {
            return number_before.to_owned();
        };
        match self.of(no) {
            Some(to) if to != no => like(number_before, to),
            Some(_) => number_before.to_owned(),
            None => {
                gone.insert(no);
                number_before.to_owned()
            }
        }
    }

    /// An English text as it is to read. What stands between brackets is a reference where it has items,
    /// as in `(15(2), 18(1))`, or where the Chinese beside it names the same articles.
    pub fn english(&self, form: &Name, text: &str, named: &BTreeSet<u32>) -> String {
        let word = form.en.split_once("{n}").map_or("", |(open, _)| open).trim().to_lowercase();
        let lower = text.to_lowercase();
        let mut said = String::new();
        let mut at = 0;
        // Whether the text so far goes on as a list of references.
        let mut listing = false;
        while let Some(rest) = text.get(at..).filter(|r| !r.is_empty()) {
            let digits = rest.chars().take_while(char::is_ascii_digit).count();
            if digits == 0 {
                let step = rest.chars().next().map_or(1, char::len_utf8);
                said.push_str(rest.get(..step).unwrap_or_default());
                at += step;
                continue;
            }
            let (figures, behind) = rest.split_at(digits);
            let before = lower.get(..at).unwrap_or_default();
            let joined = [", ", " and ", " or ", " to ", "–"];
            let goes_on = listing && joined.iter().any(|j| before.ends_with(j));
            let led = !word.is_empty()
                && [" ", "s "].iter().any(|end| before.ends_with(&format!("{word}{end}")));
            let item = behind.strip_prefix('(').and_then(|b| b.split_once(')'));
            let item = item.filter(|(n, _)| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()));
            let no = figures.parse().unwrap_or(0);
            let bare = named.contains(&no)
                && (before.ends_with('(') || before.ends_with(", "))
                && (behind.starts_with(')') || behind.starts_with(", "));
            let within_word = before.ends_with(|c: char| c.is_alphanumeric() || c == '.');
            listing = !within_word && (led || goes_on || bare || item.is_some());
            let to = self.of(no).filter(|_| listing);
            said.push_str(&to.map_or_else(|| figures.to_owned(), |to| to.to_string()));
            at += digits;
            if let Some((n, _)) = item {
                said.push_str(&format!("({n})"));
                at += n.len() + 2;
            }
        }
        said
    }

    /// A text in both languages as it is to read.
    pub fn name(&self, form: &Name, zh: &str, en: &str) -> (String, String) {
        let named = named(form, zh);
        (self.chinese(form, zh).0, self.english(form, en, &named))
    }
}

/// The articles a Chinese text names.
pub fn named(form: &Name, text: &str) -> BTreeSet<u32> {
    // Where every article goes, those named are those said to be gone.
    let all = (1..=200).map(|no| (no, None)).collect();
    Moves { to: all, added: BTreeMap::new() }.chinese(form, text).1
}

fn is_number(letter: char) -> bool {
    letter.is_ascii_digit() || "〇一二三四五六七八九十百零".contains(letter)
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok().or_else(|| (1..=199).find(|n| han(*n) == text))
}

/// A number in the script of another.
fn like(before: &str, no: u32) -> String {
    if before.chars().all(|c| c.is_ascii_digit()) { no.to_string() } else { han(no) }
}

/// 之一 behind a reference, and what follows it.
fn place_behind(text: &str) -> (Option<u32>, &str) {
    let Some(rest) = text.strip_prefix('之') else {
        return (None, text);
    };
    let length = rest.find(|c| !is_number(c)).unwrap_or(rest.len());
    let (no, after) = rest.split_at(length);
    (number(no), after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> Name {
        Name { zh: "第{n}条".into(), en: "article {n}".into() }
    }

    /// A new article after 7; 20 goes.
    fn moves() -> Moves {
        let mut moves = Moves::default();
        for no in 8..=19 {
            moves.moved(no, Some(no + 1));
        }
        moves.moved(20, None);
        moves.added(7, 1, 8);
        moves
    }

    #[test]
    fn chinese_references_move_and_those_to_other_texts_do_not() {
        let of = |text: &str| moves().chinese(&form(), text).0;
        assert_eq!(of("依照第九条第二、三项办理"), "依照第十条第二、三项办理");
        assert_eq!(of("第九条、第十、十一条和第七条"), "第十条、第十一、十二条和第七条");
        assert_eq!(of("第九至十二条"), "第十至十三条");
        assert_eq!(of("《示例办法》第九条、本章程第9条"), "《示例办法》第九条、本章程第10条");
        assert_eq!(
            of("公司法（2023）第九条、议事规则第九条、第十条，本章程第九条"),
            "公司法（2023）第九条、议事规则第九条、第十条，本章程第十条"
        );
        assert_eq!(of("依第七条之一表决，第一次会议"), "依第八条表决，第一次会议");
        assert_eq!(of("第三方机构第九名"), "第三方机构第九名");
        let gone = moves().chinese(&form(), "第二十条规定的费用").1;
        assert_eq!(gone, BTreeSet::from([20]));
    }

    #[test]
    fn english_references_move_and_other_figures_do_not() {
        let of = |text: &str, named: &[u32]| {
            moves().english(&form(), text, &named.iter().copied().collect())
        };
        assert_eq!(
            of("under articles 9(5), 15 and 7 within 10 days", &[]),
            "under articles 10(5), 16 and 7 within 10 days"
        );
        assert_eq!(of("it is reviewed (15(2), 18(1))", &[]), "it is reviewed (16(2), 19(1))");
        assert_eq!(of("it is made public (9)", &[9]), "it is made public (10)");
        assert_eq!(of("items (2), (9) of 12", &[]), "items (2), (9) of 12");
        assert_eq!(of("no. 2021-09, 9 units", &[]), "no. 2021-09, 9 units");
    }
}
