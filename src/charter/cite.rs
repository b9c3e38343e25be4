//! Clause references such as `9(5), 15(2)` or `9/3`, read once and printed in either language.
//!
//! `9` is an article, `9(5)` its numbered item, `9/3` its third paragraph.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// One place in a charter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clause {
    /// Article number, from 1.
    pub article: u32,
    /// Numbered item within the article, from 1.
    pub item: Option<u32>,
    /// Paragraph within the article, from 1.
    pub paragraph: Option<u32>,
}

/// The places a value rests on, in the order the charter file gives them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Clauses(pub Vec<Clause>);

impl Clauses {
    /// Reads `9(5), 15`; the error is the part that could not be read.
    pub fn parse(text: &str) -> Result<Self, String> {
        text.split([',', '，', '、'])
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(|part| clause(part).ok_or_else(|| part.to_owned()))
            .collect::<Result<Vec<_>, _>>()
            .map(Self)
    }

    /// The article numbers named, without repetition.
    pub fn articles(&self) -> Vec<u32> {
        let mut seen = Vec::new();
        for clause in &self.0 {
            if !seen.contains(&clause.article) {
                seen.push(clause.article);
            }
        }
        seen
    }
}

fn clause(part: &str) -> Option<Clause> {
    let digits = part.chars().take_while(char::is_ascii_digit).count();
    let (number, rest) = part.split_at(digits);
    let article = number.parse().ok().filter(|n| *n > 0)?;
    let mut clause = Clause { article, item: None, paragraph: None };
    if rest.is_empty() {
        return Some(clause);
    }
    if let Some(paragraph) = rest.strip_prefix('/') {
        clause.paragraph = Some(paragraph.parse().ok()?);
        return Some(clause);
    }
    let item = rest.strip_prefix('(')?.strip_suffix(')')?;
    clause.item = Some(item.parse().ok()?);
    Some(clause)
}

impl std::fmt::Display for Clauses {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (i, clause) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str(", ")?;
            }
            write!(f, "{}", clause.article)?;
            if let Some(item) = clause.item {
                write!(f, "({item})")?;
            }
            if let Some(paragraph) = clause.paragraph {
                write!(f, "/{paragraph}")?;
            }
        }
        Ok(())
    }
}

impl Serialize for Clauses {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Clauses {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        Self::parse(&text).map_err(|part| {
            serde::de::Error::custom(format!("`{part}` is not a clause such as 9, 9(5) or 9/3"))
        })
    }
}

/// A number from 1 to 99 in Chinese numerals, as charters print them; larger numbers stay in digits.
pub fn han(n: u32) -> String {
    const DIGITS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |d: u32| DIGITS.get(d as usize).copied().unwrap_or_default();
    match n {
        0..=9 => digit(n).to_owned(),
        10..=99 => {
            let tens = if n < 20 { "" } else { digit(n / 10) };
            let ones = if n.is_multiple_of(10) { "" } else { digit(n % 10) };
            format!("{tens}十{ones}")
        }
        _ => n.to_string(),
    }
}

/// The years a text names, in digits (`2025`) or Chinese numerals (`二〇二五`), each once, in order.
pub fn years_named(text: &str) -> Vec<i32> {
    let digit = |c: char| match c {
        '0'..='9' => c.to_digit(10),
        '零' | '○' | 'Ｏ' => Some(0),
        _ => "〇一二三四五六七八九".chars().zip(0..).find(|(han, _)| *han == c).map(|(_, n)| n),
    };
    let mut years = Vec::new();
    let mut run: Vec<u32> = Vec::new();
    for letter in text.chars().chain(std::iter::once(' ')) {
        if let Some(digit) = digit(letter) {
            run.push(digit);
            continue;
        }
        let year = run.iter().fold(0_i32, |year, d| {
            year.saturating_mul(10).saturating_add(i32::try_from(*d).unwrap_or_default())
        });
        if run.len() == 4 && (1900..3000).contains(&year) && !years.contains(&year) {
            years.push(year);
        }
        run.clear();
    }
    years
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_are_read_and_written_alike() {
        for text in ["9", "9(5), 15(2)", "9/3", "18(1)"] {
            assert_eq!(Clauses::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Clauses::parse("9(x)"), Err("9(x)".to_owned()));
    }

    #[test]
    fn years_are_found_in_either_script() {
        assert_eq!(years_named("批准2025年度报告（原二〇二四年）"), [2025, 2024]);
        assert_eq!(years_named("for the year 2025, 12345 and 0999"), [2025]);
        assert!(years_named("批准年度报告。").is_empty());
    }

    #[test]
    fn chinese_numerals() {
        let read: Vec<_> = [1, 10, 11, 20, 22, 23].map(han).into();
        assert_eq!(read, ["一", "十", "十一", "二十", "二十二", "二十三"]);
    }
}
