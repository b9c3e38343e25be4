//! Exact decimals: voting rights, floor area, population, claims. Whole millionths, never a float.

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::ops::Add;

/// Millionths in one.
const ONE: u128 = 1_000_000;
/// Decimal places that are kept.
const PLACES: usize = 6;

/// An exact amount, in millionths. One that is read fits 64 bits; sums have 128.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Amount(u128);

/// Why a text is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AmountFault {
    /// Not a number of digits and at most one point.
    #[error("not a number such as 12 or 12.5")]
    NotANumber,
    /// More places than are kept.
    #[error("more than six decimal places")]
    TooFine,
    /// More than can be kept.
    #[error("too large a number")]
    TooLarge,
}

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// A whole number.
    pub const fn whole(n: u32) -> Self {
        Self(n as u128 * ONE)
    }

    /// So many millionths.
    pub const fn of_millionths(n: u128) -> Self {
        Self(n)
    }

    /// In millionths.
    pub const fn millionths(self) -> u128 {
        self.0
    }

    /// Reads digits with at most six places after a point.
    pub fn parse(text: &str) -> Result<Self, AmountFault> {
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(part) {
            return Err(AmountFault::NotANumber);
        }
        let part = part.trim_end_matches('0');
        if part.len() > PLACES {
            return Err(AmountFault::TooFine);
        }
        let places = u32::try_from(PLACES - part.len()).unwrap_or_default();
        let part = if part.is_empty() { 0 } else { part.parse::<u64>().unwrap_or_default() };
        let part = part * 10_u64.pow(places);
        whole
            .parse::<u64>()
            .ok()
            .and_then(|n| n.checked_mul(1_000_000)?.checked_add(part))
            .map(|n| Self(u128::from(n)))
            .ok_or(AmountFault::TooLarge)
    }

    /// What is left after taking something away; nothing where it is more.
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// The finest decimal place it uses, as millionths: 1 000 000 for a whole number.
    pub fn step(self) -> u128 {
        let mut step = ONE;
        while step > 1 && !self.0.is_multiple_of(step) {
            step /= 10;
        }
        step
    }

    /// The whole part, as far as it fits.
    pub fn whole_part(self) -> u32 {
        u32::try_from(self.0 / ONE).unwrap_or(u32::MAX)
    }
}

impl Add for Amount {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl std::iter::Sum for Amount {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / ONE, self.0 % ONE);
        if part == 0 {
            return write!(f, "{whole}");
        }
        let part = format!("{part:06}");
        write!(f, "{whole}.{}", part.trim_end_matches('0'))
    }
}

impl Serialize for Amount {
    /// A text: a reader of the file must not make a float of it.
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

struct Digits;

impl Visitor<'_> for Digits {
    type Value = Amount;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number, or a decimal in quotation marks such as \"12.5\"")
    }
    fn visit_u64<E: Error>(self, n: u64) -> Result<Amount, E> {
        Amount::parse(&n.to_string()).map_err(E::custom)
    }
    fn visit_i64<E: Error>(self, n: i64) -> Result<Amount, E> {
        Amount::parse(&n.to_string()).map_err(E::custom)
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<Amount, E> {
        Amount::parse(text).map_err(|why| E::custom(format!("{text}: {why}")))
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Digits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_what_is_read() {
        for text in ["0", "1", "12.5", "0.000001", "18446744073709.551615", "100", "7.25"] {
            assert_eq!(Amount::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Amount::parse("1.500").unwrap().to_string(), "1.5");
        assert_eq!(Amount::parse("1.0000000"), Ok(Amount::whole(1)));
        for (text, fault) in [
            ("", AmountFault::NotANumber),
            ("-1", AmountFault::NotANumber),
            ("1e3", AmountFault::NotANumber),
            (".5", AmountFault::NotANumber),
            ("1.", AmountFault::NotANumber),
            ("1,5", AmountFault::NotANumber),
            ("0.0000001", AmountFault::TooFine),
            ("18446744073709.551616", AmountFault::TooLarge),
            ("99999999999999999999", AmountFault::TooLarge),
        ] {
            assert_eq!(Amount::parse(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn the_step_is_the_finest_place_in_use() {
        for (text, step) in
            [("3", ONE), ("0", ONE), ("3.5", 100_000), ("3.25", 10_000), ("0.000001", 1)]
        {
            assert_eq!(Amount::parse(text).unwrap().step(), step, "{text}");
        }
    }
}
