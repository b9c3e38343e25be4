//! The charters that come with the program, by id; they are data and are read like any other file.

/// Id and text of each charter: the one used where none is named first, then the one people copy.
pub const CHARTERS: &[(&str, &str)] = &[
    ("xj-quality-2022", include_str!("../assets/charters/xjqica-2022.toml")),
    ("plain", include_str!("../assets/charters/plain.toml")),
    ("xj-quality-2022-assembly", include_str!("../assets/charters/xj-quality-2022-assembly.toml")),
    ("xj-quality-2022-council", include_str!("../assets/charters/xj-quality-2022-council.toml")),
    ("cn-assoc-model-1998", include_str!("../assets/charters/cn-assoc-model-1998.toml")),
    (
        "cn-industry-assoc-model-2018",
        include_str!("../assets/charters/cn-industry-assoc-model-2018.toml"),
    ),
    ("cn-gd-trade-assoc", include_str!("../assets/charters/cn-gd-trade-assoc.toml")),
    ("cn-company-llc-2023", include_str!("../assets/charters/cn-company-llc-2023.toml")),
    ("cn-company-jsc-2023", include_str!("../assets/charters/cn-company-jsc-2023.toml")),
    ("cn-company-board-2023", include_str!("../assets/charters/cn-company-board-2023.toml")),
    ("cn-civilcode-278", include_str!("../assets/charters/cn-civilcode-278.toml")),
    ("cn-coop-2017", include_str!("../assets/charters/cn-coop-2017.toml")),
    ("cn-rural-collective-2024", include_str!("../assets/charters/cn-rural-collective-2024.toml")),
    ("cn-village-assembly", include_str!("../assets/charters/cn-village-assembly.toml")),
    ("cn-people-congress", include_str!("../assets/charters/cn-people-congress.toml")),
    ("cn-foundation-council", include_str!("../assets/charters/cn-foundation-council.toml")),
    ("cn-creditors-2006", include_str!("../assets/charters/cn-creditors-2006.toml")),
    ("cn-fund-holders-2015", include_str!("../assets/charters/cn-fund-holders-2015.toml")),
    ("ronr-12", include_str!("../assets/charters/ronr-12.toml")),
    ("uk-ca-2006", include_str!("../assets/charters/uk-ca-2006.toml")),
    ("de-bgb-verein", include_str!("../assets/charters/de-bgb-verein.toml")),
    ("un-ga", include_str!("../assets/charters/un-ga.toml")),
    ("un-sc", include_str!("../assets/charters/un-sc.toml")),
    ("eu-council-qmv", include_str!("../assets/charters/eu-council-qmv.toml")),
    ("us-senate-cloture", include_str!("../assets/charters/us-senate-cloture.toml")),
    ("debian-constitution-1.9", include_str!("../assets/charters/debian-constitution-1.9.toml")),
];

/// The text of the charter with this id.
pub fn charter(id: &str) -> Option<&'static str> {
    CHARTERS.iter().find(|(known, _)| *known == id).map(|(_, text)| *text)
}
