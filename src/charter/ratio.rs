//! Exact shares: the only arithmetic that decides a vote, in integers throughout.

use serde::{Deserialize, Serialize};

/// An exact share, numerator over denominator; the denominator is never 0 in a checked charter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ratio {
    /// Parts wanted.
    pub num: u32,
    /// Parts in the whole.
    pub den: u32,
}

/// Whether the share itself is enough.
///
/// 以上、不少于 include the number, 超过、过半数 do not (Civil Code of the PRC, article 1259).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Comparator {
    /// `>=`: the share itself is enough (以上).
    #[serde(rename = ">=")]
    AtLeast,
    /// `>`: more than the share is needed (超过、过半数).
    #[serde(rename = ">")]
    MoreThan,
    /// `<=`: no more than the share (不超过).
    #[serde(rename = "<=")]
    AtMost,
}

impl Ratio {
    /// Whether `part` of `whole` satisfies the comparison. A whole of 0 satisfies nothing but `<=`.
    pub fn met(self, cmp: Comparator, part: u32, whole: u32) -> bool {
        let left = u64::from(part) * u64::from(self.den);
        let right = u64::from(whole) * u64::from(self.num);
        match cmp {
            Comparator::AtLeast => whole > 0 && left >= right,
            Comparator::MoreThan => whole > 0 && left > right,
            Comparator::AtMost => left <= right,
        }
    }

    /// The smallest number that meets the comparison out of `whole` (for `<=`, the largest);
    /// `None` where the whole is 0, because then nothing can be carried.
    pub fn bound(self, cmp: Comparator, whole: u32) -> Option<u32> {
        let product = u64::from(whole) * u64::from(self.num);
        let den = u64::from(self.den);
        if den == 0 || (whole == 0 && cmp != Comparator::AtMost) {
            return None;
        }
        let number = match cmp {
            Comparator::AtLeast => product.div_ceil(den),
            Comparator::MoreThan => product / den + 1,
            Comparator::AtMost => product / den,
        };
        u32::try_from(number).ok()
    }

    /// Whether `part` is the share exactly: the one value on which readings can differ.
    pub fn exactly(self, part: u32, whole: u32) -> bool {
        whole > 0 && u64::from(part) * u64::from(self.den) == u64::from(whole) * u64::from(self.num)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bound agrees with counting up one by one, for every roll a hall can hold.
    #[test]
    fn bound_is_the_first_number_that_meets_it() {
        for (num, den) in [(1, 2), (2, 3), (3, 4), (3, 5), (4, 5), (1, 3), (1, 1)] {
            let ratio = Ratio { num, den };
            for cmp in [Comparator::AtLeast, Comparator::MoreThan] {
                for whole in 0..=400 {
                    let counted = (0..=whole + 1).find(|n| ratio.met(cmp, *n, whole));
                    assert_eq!(ratio.bound(cmp, whole), counted, "{num}/{den} {cmp:?} of {whole}");
                }
            }
        }
    }

    #[test]
    fn a_base_of_nobody_carries_nothing() {
        let half = Ratio { num: 1, den: 2 };
        assert!(!half.met(Comparator::AtLeast, 0, 0));
        assert_eq!(half.bound(Comparator::AtLeast, 0), None);
    }
}
