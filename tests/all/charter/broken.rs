//! Every way of breaking a charter file, and the fault it gives.

use super::{ALLIANCE, GARDEN, Way, all_tables, follow, names, text};
use quorate::charter::read::{Fault, FaultKind, IdKind, Tongue, read, read_table};
use std::sync::LazyLock;
use toml::{Table, Value};

/// A change to one table of the file and the key the fault must name.
type Edit = (Way, String, Box<dyn Fn(&mut Table) + Sync>);

/// Applies each edit to a fresh copy of the alliance's file, on every core there is.
fn each_breaks(edits: &[Edit], is_it: impl Fn(&FaultKind) -> bool + Sync) {
    let table: Table = text(ALLIANCE).parse().unwrap();
    let (table, is_it) = (&table, &is_it);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for part in edits.chunks(edits.len().div_ceil(cores)) {
            scope.spawn(move || {
                for (way, key, edit) in part {
                    let mut table = table.clone();
                    edit(follow(&mut table, way));
                    let faults = read_table(&table).expect_err(key);
                    let named = faults.iter().any(|f| f.key == *key && is_it(&f.kind));
                    assert!(named, "{key}: {faults:#?}");
                }
            });
        }
    });
}

/// Applies all edits to one copy of the alliance's file: each is found, whatever else is wrong.
fn all_break(edits: &[Edit], is_it: impl Fn(&FaultKind) -> bool) {
    let mut table: Table = text(ALLIANCE).parse().unwrap();
    for (way, _, edit) in edits {
        edit(follow(&mut table, way));
    }
    let faults = read_table(&table).unwrap_err();
    for (_, key, _) in edits {
        assert!(faults.iter().any(|f| f.key == *key && is_it(&f.kind)), "{key}");
    }
    let of_kind = faults.iter().filter(|fault| is_it(&fault.kind));
    assert_eq!(of_kind.count(), edits.len());
}

/// The tables of the alliance's file that stand in it as they are: not the values of settings.
fn standing() -> (Table, Vec<(Way, String)>) {
    let table: Table = text(ALLIANCE).parse().unwrap();
    let mut all = all_tables(&table);
    all.retain(|(_, path)| !path.contains(".set["));
    (table, all)
}

fn drop_key(way: &Way, path: &str, key: &'static str) -> Edit {
    let remove = move |table: &mut Table| drop(table.remove(key));
    (way.clone(), format!("{path}.{key}"), Box::new(remove))
}

#[test]
fn no_value_stands_without_its_basis() {
    let (mut table, all) = standing();
    let mut edits = Vec::new();
    for (way, path) in &all {
        if follow(&mut table, way).contains_key("basis") {
            edits.push(drop_key(way, path, "basis"));
        }
    }
    assert!(edits.len() > 150, "{}", edits.len());
    each_breaks(&edits, |kind| *kind == FaultKind::NoBasis);
}

#[test]
fn no_basis_stands_without_its_status_and_its_ground() {
    let (mut table, all) = standing();
    let (mut statuses, mut articles, mut sources) = (Vec::new(), Vec::new(), Vec::new());
    for (way, path) in all.iter().filter(|(_, path)| path.ends_with(".basis")) {
        statuses.push(drop_key(way, path, "status"));
        // What a basis adds beyond its ground may go; what carries the value may not.
        if follow(&mut table, way)["status"].as_str() == Some("stated") {
            articles.push(drop_key(way, path, "article"));
        } else {
            sources.push(drop_key(way, path, "source"));
        }
    }
    assert!(articles.len() > 80 && sources.len() > 80);
    each_breaks(&statuses, |kind| *kind == FaultKind::MissingKey);
    each_breaks(&articles, |kind| *kind == FaultKind::StatedWithoutArticle);
    each_breaks(&sources, |kind| matches!(kind, FaultKind::WithoutSource { .. }));
}

#[test]
fn no_source_stands_in_one_language_only() {
    let (_, all) = standing();
    let mut edits = Vec::new();
    for (way, path) in all.iter().filter(|(_, path)| path.ends_with(".basis.source")) {
        edits.push(drop_key(way, path, "zh"));
        edits.push(drop_key(way, path, "en"));
    }
    all_break(&edits, |kind| *kind == FaultKind::MissingKey);
}

#[test]
fn no_reference_leads_nowhere() {
    const ONE: &[&str] = &["body", "chosen_by", "nominated_by", "rule", "then", "office"];
    const MANY: &[&str] = &["flags", "requires", "flags_always", "flags_carried", "flags_lost"];
    let (mut table, all) = standing();
    let mut edits: Vec<Edit> = Vec::new();
    for (way, path) in &all {
        let here = follow(&mut table, way);
        let by: &[&str] = if path.starts_with("precondition.") { &["by"] } else { &[] };
        for key in ONE.iter().chain(by).copied() {
            if here.get(key).is_some_and(Value::is_str) {
                let set = move |t: &mut Table| drop(t.insert(key.to_owned(), "nobody".into()));
                edits.push((way.clone(), format!("{path}.{key}"), Box::new(set)));
            }
        }
        for key in MANY.iter().copied() {
            let Some(items) = here.get(key).and_then(Value::as_array) else {
                continue;
            };
            for i in 0..items.len() {
                let set = move |t: &mut Table| t[key][i] = "nobody".into();
                edits.push((way.clone(), format!("{path}.{key}[{}]", i + 1), Box::new(set)));
            }
        }
    }
    assert!(edits.len() > 100, "{}", edits.len());
    each_breaks(&edits, |kind| matches!(kind, FaultKind::UnknownId { id, .. } if id == "nobody"));
}

#[test]
fn no_clause_cites_an_article_that_is_not_there() {
    let (mut table, all) = standing();
    let mut edits: Vec<Edit> = Vec::new();
    for (way, path) in &all {
        for key in ["article", "clauses", "except"] {
            if follow(&mut table, way).get(key).is_some_and(Value::is_str) {
                let set = move |t: &mut Table| drop(t.insert(key.to_owned(), "1, 99(2)".into()));
                edits.push((way.clone(), format!("{path}.{key}"), Box::new(set)));
            }
        }
    }
    assert!(edits.len() > 150, "{}", edits.len());
    let missing = FaultKind::NoSuchArticle { article: 99, last: 23 };
    all_break(&edits, |kind| *kind == missing);
}

/// The faults of the garden's file with one passage changed, and the line of the change.
fn garden(from: &str, to: &str) -> (Vec<Fault>, usize) {
    let whole = text(GARDEN);
    let at = whole.find(from).unwrap_or_else(|| panic!("{from} is not in the file"));
    let line = whole[..at].matches('\n').count() + 1;
    let faults = read(&whole.replacen(from, to, 1)).expect_err(to);
    (faults, line)
}

/// One passage of the garden's file, what to write instead, and the place and kind of the fault.
#[rustfmt::skip]
fn breakages() -> Vec<(&'static str, &'static str, &'static str, FaultKind)> {
    use FaultKind as K;
    let some = |word: &str| Some(word.to_owned());
    vec![
        ("[charter]", "[charter", "", K::BadToml { message: "unclosed table, expected `]`".into() }),
        ("format = 1", "format = 2", "format", K::FormatNewer { found: 2 }),
        ("format = 1", "format = 0", "format", K::FormatOlder { found: 0 }),
        ("version = 4\n", "", "charter.version", K::MissingKey),
        ("version = 4", "versoin = 4", "charter.versoin", K::UnknownKey { nearest: some("version") }),
        ("version = 4", "version = 4.5", "charter.version", K::WrongType { wanted: quorate::charter::read::Wanted::Number, found: "float" }),
        ("base = \"present\"", "base = \"presnt\"", "rule.three_fifths.base", K::NotOneOf { found: "presnt".into(), known: vec!["all_members", "not_recused", "present", "participating", "votes_cast", "yes_and_no", "rights", "rights_present", "seats_filled", "group", "fixed"], nearest: some("present") }),
        ("cmp = \"<=\"", "cmp = \"=<\"", "body.bench.size_cap.cmp", K::NotOneOf { found: "=<".into(), known: vec!["<="], nearest: None }),
        ("casting_vote = false, basis =", "casting_vote = false, bases =", "rule.more_yes.tie.basis", K::NoBasis),
        ("status = \"stated\", article = \"6\"", "status = \"stated\"", "convening.plots_call.basis.article", K::StatedWithoutArticle),
        ("status = \"stated\", article = \"6\"", "status = \"derived\", article = \"6\"", "convening.plots_call.basis.source", K::WithoutSource { status: quorate::charter::Status::Derived }),
        ("status = \"stated\", article = \"6\"", "status = \"adopted\", article = \"6\"", "convening.plots_call.basis.status", K::AdoptedInFile),
        ("article = \"6\"", "article = \"sixth\"", "convening.plots_call.basis.article", K::BadClause { part: "sixth".into() }),
        ("article = \"6\"", "article = \"12\"", "convening.plots_call.basis.article", K::NoSuchArticle { article: 12, last: 8 }),
        ("nominated_by = \"warden\"", "nominated_by = \"wardne\"", "office.keeper.nominated_by", K::UnknownId { what: IdKind::Office, id: "wardne".into(), nearest: some("warden") }),
        ("by = \"keeper\"", "by = \"gardener\"", "precondition.tools_shown.by", K::UnknownId { what: IdKind::Provider, id: "gardener".into(), nearest: None }),
        ("id = \"weeds_stay\"", "id = \"letter_read\"", "flag[5].id", K::DuplicateId { id: "letter_read".into() }),
        ("id = \"bees\"", "id = \"the bees\"", "task[1].id", K::BadId { id: "the bees".into() }),
        ("num = 1, den = 5", "num = 1, den = 0", "convening.plots_call.share", K::ZeroDenominator),
        ("num = 1, den = 5", "num = 6, den = 5", "convening.plots_call.share", K::ShareAboveOne),
        ("num = 1, den = 5", "num = 0, den = 5", "convening.plots_call.share", K::ShareZero),
        ("cmp = \"<=\"", "cmp = \">=\"", "body.bench.size_cap.cmp", K::ComparatorNotAllowed { found: quorate::charter::Comparator::AtLeast, allowed: vec!["<="] }),
        ("no = 5\n", "no = 6\n", "article.6.no", K::Numbering { due: 5, found: 6 }),
        ("name = { zh = \"园长\", en = \"Warden\" }", "name = { zh = \"园长\", en = \" \" }", "office.warden.name.en", K::EmptyName { tongue: Tongue::En }),
        ("gist = \"What the Society does.\"", "gist = \"\"", "article.2.gist", K::EmptyText),
        ("adopted = \"1931-03-14\"", "adopted = \"1931-02-30\"", "charter.adopted", K::NotADate { found: "1931-02-30".into() }),
        ("adopted = \"1931-03-14\"", "adopted = \"1931-3-14\"", "charter.adopted", K::NotADate { found: "1931-3-14".into() }),
        ("time_zone = \"+01:00\"", "time_zone = \"London\"", "charter.time_zone", K::NotATimeZone { found: "London".into() }),
        ("en = \"section {n}\"", "en = \"section\"", "charter.article_form.en", K::PatternWithout { part: "{n}" }),
        ("body = \"bench\"\nby = ", "body = \"well\"\nby = ", "convening.warden_calls_bench.body", K::BodyDoesNotMeet { body: "well".into() }),
        ("body = \"gathering\"\nwhen = \"always\"", "body = \"well\"\nwhen = \"always\"", "matter.keeper_appointment.route[1].body", K::BodyDoesNotMeet { body: "well".into() }),
        ("body = \"gathering\"\nwhen = \"always\"", "body = \"gathering\"\nwhen = \"recess\"", "matter.keeper_appointment.route[1].when", K::ActsForNobody { body: "gathering".into() }),
        ("except = \"3(1), 3(2)\"", "except = \"7(1)\"", "matter.letting.route[2].when", K::NeverDelegated { clauses: quorate::charter::Clauses::parse("7(1)").unwrap() }),
        ("[body.acts_for]\nbody = \"gathering\"", "[body.acts_for]\nbody = \"bench\"", "body.bench.acts_for.body", K::ActsForItself),
        ("[body.acts_for]\nbody = \"gathering\"", "[body.acts_for]\nbody = \"harvest\"", "body.bench.acts_for.body", K::UnknownId { what: IdKind::Body, id: "harvest".into(), nearest: None }),
        ("at = \"rule.more_yes\"", "at = \"rule.most_yes\"", "question.G1.option.second_vote.set[1].at", K::SettingNowhere { at: "rule.most_yes".into() }),
        ("key = \"cmp\", value", "key = \"cpm\", value", "question.G2.option.strict.set[1].key", K::UnknownKey { nearest: some("cmp") }),
        ("key = \"per_holder\", value = 1", "key = \"per_holder\", value = \"one\"", "question.G3.option.one.set[2].value", K::WrongType { wanted: quorate::charter::read::Wanted::Number, found: "string" }),
        ("key = \"per_holder\", value = 1", "key = \"per_holder\"", "question.G3.option.one.set[2]", K::SettingTakesNeeded),
        ("roll = \"all_members\"", "roll = \"seats\"", "body", K::NoGeneralBody),
        ("roll = \"seats\"", "roll = \"all_members\"", "body.bench.roll", K::SecondGeneralBody { first: "gathering".into() }),
        ("body = \"bench\"\nby = \"office\"", "body = \"gathering\"\nby = \"office\"", "body.bench", K::NoConvening { body: "bench".into() }),
        ("by = \"office\"\noffice = \"warden\"", "by = \"office\"", "convening.warden_calls.office", K::MissingKey),
        ("rule = \"more_yes\"\nseats", "seats", "body.bench.rule", K::MissingKey),
        ("chapter = 3", "chapter = 9", "article.7.chapter", K::UnknownId { what: IdKind::Chapter, id: "9".into(), nearest: None }),
    ]
}

#[test]
fn each_breakage_is_named_with_its_line() {
    for (from, to, key, kind) in breakages() {
        let (faults, line) = garden(from, to);
        let fault = faults.iter().find(|f| f.key == key && f.kind == kind);
        let fault = fault.unwrap_or_else(|| panic!("{to}: no {key} {kind:?} in {faults:#?}"));
        // Something missing is reported where its table begins, a relation where it shows.
        let at = fault.line.expect(to);
        let same = (line..=line + 1).contains(&at);
        let elsewhere = matches!(
            kind,
            FaultKind::MissingKey
                | FaultKind::NoGeneralBody
                | FaultKind::NeverDelegated { .. }
                | FaultKind::NoConvening { .. }
                | FaultKind::DuplicateId { .. }
        );
        assert!(same || elsewhere, "{to}: line {at}, changed line {line}");
    }
}

#[test]
fn nobody_to_preside() {
    let mut table: Table = text(GARDEN).parse().unwrap();
    table.remove("presider");
    let faults = read_table(&table).unwrap_err();
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].kind, FaultKind::NoPresider);
}

#[test]
fn all_faults_of_a_file_are_reported_together_in_its_order() {
    let broken = text(GARDEN)
        .replacen("version = 4", "version = \"four\"", 1)
        .replacen("chosen_by = \"gathering\"", "chosen_by = \"gatherin\"", 1)
        .replacen("when = \"recess\"", "when = \"sometimes\"", 1)
        .replacen("body = \"bench\"\nby = \"office\"", "body = \"well\"\nby = \"office\"", 1);
    let faults = read(&broken).unwrap_err();
    let keys: Vec<&str> = faults.iter().map(|fault| fault.key.as_str()).collect();
    let expected = [
        "charter.version",
        "body.bench",
        "office.warden.chosen_by",
        "matter.letting.route[2].when",
        "convening.warden_calls_bench.body",
    ];
    assert_eq!(keys, expected);
    assert!(faults.is_sorted_by_key(|fault| fault.line));
    let clauses = faults[3].clause.as_ref().unwrap();
    assert_eq!(clauses.to_string(), "4/2");
}

/// A missing id is one fault, not one for each table that goes by it.
#[test]
fn one_slip_is_not_reported_everywhere() {
    let (faults, _) = garden("id = \"more_yes\"\n", "");
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert!(names(&faults, "rule[3].id"));
    let (faults, _) = garden("roll = \"all_members\"\n", "");
    assert_eq!(faults.len(), 1, "{faults:#?}");
}

/// Counts the kinds that can be provoked: a new kind must come with a way of meeting it.
#[test]
fn every_kind_of_fault_is_met() {
    use FaultKind as K;
    let number = |kind: &FaultKind| match kind {
        K::BadToml { .. } => 0,
        K::FormatNewer { .. } => 1,
        K::FormatOlder { .. } => 2,
        K::MissingKey => 3,
        K::UnknownKey { .. } => 4,
        K::WrongType { .. } => 5,
        K::NotOneOf { .. } => 6,
        K::NoBasis => 7,
        K::StatedWithoutArticle => 8,
        K::WithoutSource { .. } => 9,
        K::AdoptedInFile => 10,
        K::BadClause { .. } => 11,
        K::NoSuchArticle { .. } => 12,
        K::UnknownId { .. } => 13,
        K::DuplicateId { .. } => 14,
        K::BadId { .. } => 15,
        K::ZeroDenominator => 16,
        K::ShareAboveOne => 17,
        K::ShareZero => 18,
        K::ComparatorNotAllowed { .. } => 19,
        K::Numbering { .. } => 20,
        K::EmptyName { .. } => 21,
        K::EmptyText => 22,
        K::NotADate { .. } => 23,
        K::NotATimeZone { .. } => 24,
        K::PatternWithout { .. } => 25,
        K::BodyDoesNotMeet { .. } => 26,
        K::ActsForNobody { .. } => 27,
        K::NeverDelegated { .. } => 28,
        K::ActsForItself => 29,
        K::SettingNowhere { .. } => 30,
        K::SettingTakesNeeded => 31,
        K::NoGeneralBody => 32,
        K::SecondGeneralBody { .. } => 33,
        K::NoPresider => 34,
        K::NoConvening { .. } => 35,
        K::NoElection => 36,
        K::ConfirmsNothing { .. } => 37,
    };
    let met = every_kind();
    let mut met: Vec<usize> = met.iter().map(|fault| number(&fault.kind)).collect();
    met.sort_unstable();
    met.dedup();
    assert_eq!(met, (0..=37).collect::<Vec<_>>());
}

/// A fault of every kind, as it comes from a file; read once for all tests.
pub fn every_kind() -> &'static [Fault] {
    static FAULTS: LazyLock<Vec<Fault>> = LazyLock::new(|| {
        let mut faults: Vec<Fault> = Vec::new();
        for (from, to, key, kind) in breakages() {
            let (found, _) = garden(from, to);
            faults.extend(found.into_iter().filter(|f| f.key == key && f.kind == kind));
        }
        let mut table: Table = text(GARDEN).parse().unwrap();
        table.remove("presider");
        faults.extend(read_table(&table).unwrap_err());
        let mut table: Table = text(GARDEN).parse().unwrap();
        table.remove("elections");
        faults.extend(read_table(&table).unwrap_err());
        let other = text(GARDEN).replace("confirm = \"warden_confirmed\"", "confirm = \"show\"");
        faults.extend(read(&other).unwrap_err());
        faults
    });
    &FAULTS
}
