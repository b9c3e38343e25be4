//! Money: whole hundredths with a sign, read as people write it and always printed with two places.

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};

/// Digits before the point that are kept: enough for any association, and for a sum in any tool.
const MOST_DIGITS: usize = 12;

/// An exact sum of money, in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Money(i128);

/// Why a text is no amount that can be entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoneyFault {
    /// Not digits with at most one point.
    NotANumber,
    /// More than two places after the point.
    TooFine,
    /// Nothing, or less.
    NotPositive,
    /// More digits than are kept.
    TooLarge,
}

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// So many hundredths.
    pub const fn of_hundredths(n: i128) -> Self {
        Self(n)
    }
    /// In hundredths.
    pub const fn hundredths(self) -> i128 {
        self.0
    }
    /// Whether it is less than nothing.
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Reads an amount to be entered: above nothing, at most two places, `1,234.50` as well as `1234.5`;
    /// digits of an input method (`１２`) are taken as meant.
    pub fn parse(text: &str) -> Result<Self, MoneyFault> {
        let plain: String = text.trim().chars().map(narrow).collect();
        let (sign, digits) = match plain.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, plain.as_str()),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
        let whole = without_groups(whole).ok_or(MoneyFault::NotANumber)?;
        let all_digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(&whole) || !all_digits(part) {
            return Err(MoneyFault::NotANumber);
        }
        let part = part.trim_end_matches('0');
        if part.len() > 2 {
            return Err(MoneyFault::TooFine);
        }
        let whole = whole.trim_start_matches('0');
        if whole.len() > MOST_DIGITS {
            return Err(MoneyFault::TooLarge);
        }
        let number = |t: &str| t.parse::<i128>().unwrap_or_default();
        let cents = number(whole) * 100 + number(&format!("{part:0<2}"));
        if cents * sign <= 0 { Err(MoneyFault::NotPositive) } else { Ok(Self(cents)) }
    }
}

/// The plain form of a letter that an input method makes wide.
fn narrow(letter: char) -> char {
    match letter {
        '０'..='９' => {
            char::from_u32(u32::from(letter) - u32::from('０') + u32::from('0')).unwrap_or(letter)
        }
        '．' | '。' => '.',
        '，' => ',',
        '－' | '−' => '-',
        other => other,
    }
}

/// `12,345` without its commas; nothing where they do not part groups of three.
fn without_groups(whole: &str) -> Option<String> {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let mut all = first.to_owned();
    for (place, group) in groups.enumerate() {
        if group.len() != 3 || (place == 0 && !(1..=3).contains(&first.len())) {
            return None;
        }
        all.push_str(group);
    }
    Some(all)
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is_negative() { "-" } else { "" };
        let cents = self.0.unsigned_abs();
        f.pad(&format!("{sign}{}.{:02}", cents / 100, cents % 100))
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}

impl Serialize for Money {
    /// A text: a reader of the file must not make a float of it.
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let stored = || {
            let (sign, digits) = text.strip_prefix('-').map_or((1, text.as_str()), |d| (-1, d));
            let (whole, part) = digits.split_once('.')?;
            let cents = |t: &str| t.parse::<u64>().ok().map(i128::from);
            (part.len() == 2).then_some(())?;
            Some(Self(sign * (cents(whole)? * 100 + cents(part)?)))
        };
        stored().ok_or_else(|| D::Error::custom(format!("{text} is not money such as 12.50")))
    }
}

/// An amount as somebody wrote it, judged later: a whole number, or text such as `"12.50"`.
pub fn amount_text<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    struct Written;
    impl Visitor<'_> for Written {
        type Value = String;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a whole number, or a decimal in quotation marks such as \"12.50\"")
        }
        fn visit_u64<E: Error>(self, n: u64) -> Result<String, E> {
            Ok(n.to_string())
        }
        fn visit_i64<E: Error>(self, n: i64) -> Result<String, E> {
            Ok(n.to_string())
        }
        fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
            Ok(text.to_owned())
        }
    }
    from.deserialize_any(Written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_is_read_and_printed_one_way() {
        for (written, said) in [
            ("1", "1.00"),
            ("12.5", "12.50"),
            ("12.500", "12.50"),
            ("0.01", "0.01"),
            ("1,234.50", "1234.50"),
            ("12,345,678", "12345678.00"),
            ("１２．５", "12.50"),
            (" 007 ", "7.00"),
            ("999999999999.99", "999999999999.99"),
        ] {
            assert_eq!(Money::parse(written).map(|m| m.to_string()), Ok(said.to_owned()));
        }
        for (written, fault) in [
            ("", MoneyFault::NotANumber),
            ("one", MoneyFault::NotANumber),
            (".5", MoneyFault::NotANumber),
            ("5.", MoneyFault::NotANumber),
            ("1e3", MoneyFault::NotANumber),
            ("1,23", MoneyFault::NotANumber),
            ("1234,567", MoneyFault::NotANumber),
            (",123", MoneyFault::NotANumber),
            ("0", MoneyFault::NotPositive),
            ("0.00", MoneyFault::NotPositive),
            ("-5", MoneyFault::NotPositive),
            ("0.001", MoneyFault::TooFine),
            ("1000000000000", MoneyFault::TooLarge),
        ] {
            assert_eq!(Money::parse(written), Err(fault), "{written}");
        }
    }

    #[test]
    fn what_is_stored_is_read_again() {
        for cents in [0, 1, -1, 50, -1250, 99_999_999_999_999] {
            let money = Money::of_hundredths(cents);
            let stored = serde_json::to_string(&money).unwrap();
            assert_eq!(serde_json::from_str::<Money>(&stored).unwrap(), money, "{stored}");
        }
        assert!(serde_json::from_str::<Money>("12.5").is_err(), "a float is no money");
    }
}
