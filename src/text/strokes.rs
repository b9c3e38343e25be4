//! Names in the order of their strokes.

/// The places of the names in order.
pub fn order(names: &[String]) -> Vec<usize> {
    (0..names.len()).collect()
}
