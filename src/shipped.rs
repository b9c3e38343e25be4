//! The charters that come with the program, by id; they are data and are read like any other file.

/// Id and text of each charter, the one used where none is named first.
pub const CHARTERS: &[(&str, &str)] =
    &[("xj-quality-2022", include_str!("../assets/charters/xjqica-2022.toml"))];

/// The text of the charter with this id.
pub fn charter(id: &str) -> Option<&'static str> {
    CHARTERS.iter().find(|(known, _)| *known == id).map(|(_, text)| *text)
}
