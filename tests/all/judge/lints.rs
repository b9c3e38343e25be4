//! What a charter is pointed at for: each kind on a file that has it, and none on the shipped ones
//! beyond what their own texts leave open.

use super::charter;
use quorate::charter::lint::{Lint, LintKind, lint};
use quorate::charter::read::read;
use quorate::shipped;
use quorate::text::Lang;

fn found(changes: &[(&str, &str)]) -> Vec<Lint> {
    let mut text = crate::common::data("charters/states.toml");
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    lint(&read(&text).unwrap_or_else(|faults| panic!("{faults:#?}")))
}

#[test]
fn each_kind_is_found_where_it_is() {
    let has = |changes: &[(&str, &str)], key: &str, kind: LintKind| {
        let found = found(changes);
        assert!(found.iter().any(|l| l.key == key && l.kind == kind), "{key} {kind:?}: {found:#?}");
        let plain = super::lints::found(&[]);
        assert!(
            changes.is_empty() || !plain.iter().any(|l| l.key == key && l.kind == kind),
            "{key} was there before"
        );
    };
    has(&[], "rule.poll.quorum[1]", LintKind::AbstainingDefeats);
    has(&[], "body.bureau", LintKind::BodyWithoutPower);
    has(
        &[("base = \"fixed\"\ncount = 3", "base = \"fixed\"\ncount = 0")],
        "rule.treaty",
        LintKind::Unreachable,
    );
    has(
        &[("share = \"2/3\"\ncmp = \">=\"\nillegal", "share = \"1/1\"\ncmp = \">\"\nillegal")],
        "rule.rescind",
        LintKind::Unreachable,
    );
    has(
        &[(
            "base = \"rights_present\"\nweight = \"dues\"",
            "base = \"present\"\nweight = \"dues\"",
        )],
        "rule.wealth.base",
        LintKind::HeadsByWeight { weight: "dues".into() },
    );
    has(
        &[("base = \"rights_present\"\nweight = \"dues\"", "base = \"rights_present\"")],
        "rule.wealth.base",
        LintKind::RightsWithoutWeight,
    );
    has(
        &[("veto = { group = \"founders\", names = [\"示例单位05\"] }", "veto = { }")],
        "rule.treaty.veto",
        LintKind::VetoOfNobody,
    );
    has(
        &[("group = \"north\", count = 1 },\n  { who", "group = \"north\" },\n  { who")],
        "rule.poll.quorum[3]",
        LintKind::QuorumOfNothing,
    );
    has(
        &[("id = \"council\"\nname", "id = \"council\"\nseats = 2\nname")],
        "rule.double",
        LintKind::MoreThanSeats { needed: 3, seats: 2 },
    );
    let garden = lint(&charter("garden"));
    assert!(garden.iter().all(|l| !matches!(l.kind, LintKind::Unreachable)), "{garden:#?}");
}

#[test]
fn the_model_of_1998_is_asked_of_whom_two_thirds_are_taken() {
    let found = lint(&charter("cn-assoc-model-1998"));
    let kind = LintKind::AmbiguousBase { question: "extension_base".into() };
    assert_eq!(found, [Lint { key: "rule.officer_term_extension.base".into(), kind }]);
}

#[test]
fn shipped_rule_sets_are_pointed_at_for_what_their_texts_say_only() {
    for (id, _) in shipped::CHARTERS.iter().filter(|(id, _)| *id != "xj-quality-2022") {
        for one in lint(&charter(id)) {
            let own =
                matches!(one.kind, LintKind::AmbiguousBase { .. } | LintKind::AbstainingDefeats);
            assert!(own, "{id}: {one:?}");
            for lang in [Lang::Zh, Lang::En] {
                let said = quorate::text::charter::lint(&one, lang);
                assert!(said.contains(&one.key) && said.ends_with(['。', '.']), "{said}");
            }
        }
    }
}
