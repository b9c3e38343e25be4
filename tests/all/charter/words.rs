//! What the program says about a charter, in both languages.

use super::{ALLIANCE, GARDEN, MODEL, broken, charter, text};
use quorate::charter::cite::han;
use quorate::charter::read::read;
use quorate::charter::reading::ReadingError;
use quorate::charter::{Base, Clauses, Ratio};
use quorate::text::Lang;
use quorate::text::charter as say;

fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

#[test]
fn every_fault_is_said_in_both_languages_with_the_way_out() {
    for fault in broken::every_kind() {
        let (zh, en) = (say::fault(fault, Lang::Zh), say::fault(fault, Lang::En));
        for said in [&zh, &en] {
            assert!(said.contains(&fault.key), "{said}");
            let line = fault.line.map(|line| line.to_string()).unwrap_or_default();
            assert!(said.contains(&line), "{said}");
        }
        assert!(is_chinese(&zh), "{zh}");
        assert!(!is_chinese(&en), "{en}");
        // Wrong, and then what to do.
        assert!(zh.matches('。').count() >= 2, "{zh}");
        assert!(en.ends_with('.') && en.matches(". ").count() >= 1, "{en}");
        assert_eq!(say::fault(fault, Lang::Both), format!("{zh}\n{en}"));
    }
}

#[test]
fn a_fault_names_line_key_and_article() {
    let faults = broken::every_kind();
    let fault = faults.iter().find(|f| f.key == "office.keeper.nominated_by").unwrap();
    let line = fault.line.unwrap();
    assert_eq!(
        say::fault(fault, Lang::En),
        format!(
            "line {line}, office.keeper.nominated_by (article 5 paragraph 2): there is no office \
             called \"wardne\". Perhaps warden is meant."
        )
    );
    assert_eq!(
        say::fault(fault, Lang::Zh),
        format!(
            "第{line}行 office.keeper.nominated_by（第五条第二款）：没有名为“wardne”的职务。是否应为 warden。"
        )
    );
}

#[test]
fn every_refused_reading_is_said_in_both_languages() {
    let id = || "G1".to_owned();
    let errors = [
        ReadingError::Charter { faults: broken::every_kind().to_vec() },
        ReadingError::Unsound { faults: broken::every_kind().to_vec() },
        ReadingError::NoQuestion { question: id(), nearest: None },
        ReadingError::NoOption { question: id(), option: id(), known: vec![id()] },
        ReadingError::NoSource { question: id() },
        ReadingError::Clash { question: id(), option: id(), at: id() },
    ];
    for error in errors {
        assert!(is_chinese(&say::reading_error(&error, Lang::Zh)));
        let en = say::reading_error(&error, Lang::En);
        assert!(!is_chinese(&en) && !en.is_empty(), "{en}");
    }
}

#[test]
fn clauses_are_printed_as_the_charter_calls_its_articles() {
    let (alliance, garden) = (charter(ALLIANCE), charter(GARDEN));
    let printed = |charter, text, lang| {
        let clauses = Clauses::parse(text).unwrap();
        say::clauses(charter, &clauses, lang)
    };
    assert_eq!(printed(&alliance, "9(5), 15", Lang::Zh), "第九条（五）、第十五条");
    assert_eq!(printed(&alliance, "9(5), 15", Lang::En), "article 9(5), article 15");
    assert_eq!(printed(&alliance, "9/3", Lang::Zh), "第九条第三款");
    assert_eq!(printed(&alliance, "9/3", Lang::En), "article 9 paragraph 3");
    assert_eq!(printed(&garden, "7(1)", Lang::Both), "第七节（一）\nsection 7(1)");
}

#[test]
fn rules_in_words() {
    let alliance = charter(ALLIANCE);
    let ordinary = alliance.rule("ordinary").unwrap();
    assert_eq!(say::rule_words(ordinary, Lang::Zh), "全体成员的二分之一以上（含本数）");
    assert_eq!(say::rule_words(ordinary, Lang::En), "at least 1/2 of all members");
    let garden = charter(GARDEN);
    let words = |id, lang| say::rule_words(garden.rule(id).unwrap(), lang);
    assert_eq!(words("three_fifths", Lang::En), "at least 3/5 of those present");
    assert_eq!(words("three_quarters", Lang::Zh), "有效票的四分之三以上（含本数）");
    assert_eq!(words("more_yes", Lang::Zh), "超过赞成票与反对票之和的二分之一（不含本数）");
    assert_eq!(words("more_yes", Lang::En), "more than 1/2 of the votes for and against");
    let bench = garden.body("bench").unwrap();
    let all = garden.rule("all_plots").unwrap();
    assert_eq!(say::rule_words_in(all, bench, Lang::En), "more than 1/2 of all units of the Bench");
    let mut whole = all.clone();
    (whole.base, whole.share) = (Base::Present, Ratio { num: 2, den: 3 });
    assert_eq!(say::rule_words_in(&whole, bench, Lang::Zh), "超过到会单位的三分之二（不含本数）");
}

#[test]
fn the_outline_names_everything() {
    for path in [ALLIANCE, GARDEN, MODEL] {
        let charter = charter(path);
        let (zh, en) = (say::show(&charter, Lang::Zh), say::show(&charter, Lang::En));
        let form = &charter.identity.article_form;
        for article in &charter.articles {
            assert!(zh.contains(&form.zh.replace("{n}", &han(article.no))));
            assert!(en.contains(&format!(
                "{}: {}",
                form.en.replace("{n}", &article.no.to_string()),
                article.gist
            )));
        }
        let names = charter.bodies.iter().map(|b| &b.name);
        let names = names.chain(charter.offices.iter().map(|o| &o.name));
        let names = names.chain(charter.matters.iter().map(|m| &m.title));
        for name in names.chain(charter.rules.iter().map(|r| &r.name)) {
            assert!(zh.contains(&name.zh) && en.contains(&name.en), "{name:?}");
        }
        let both = say::show(&charter, Lang::Both);
        for line in zh.lines().chain(en.lines()) {
            assert!(both.lines().any(|other| other == line), "{line}");
        }
    }
}

#[test]
fn the_gaps_name_every_question_and_its_options() {
    for path in [ALLIANCE, GARDEN] {
        let charter = charter(path);
        let (zh, en) = (say::gaps(&charter, Lang::Zh), say::gaps(&charter, Lang::En));
        for question in &charter.questions {
            for (page, ask, reading, why) in [
                (&zh, &question.ask.zh, &question.reading.zh, &question.why.zh),
                (&en, &question.ask.en, &question.reading.en, &question.why.en),
            ] {
                assert!(page.contains(&question.id) && page.contains(ask), "{ask}");
                assert!(page.contains(reading) && page.contains(why), "{reading}");
            }
            for option in &question.options {
                assert!(zh.contains(&option.name.zh) && en.contains(&option.name.en));
            }
        }
    }
}

#[test]
fn an_article_is_shown_with_its_text_and_what_rests_on_it() {
    let charter = charter(GARDEN);
    let page = say::article(&charter, 7, Lang::Zh);
    assert!(page.starts_with("第七节　园圃\n  (1) A plot is let"), "{page}");
    assert!(page.contains("据此：特别事项、出租园圃"), "{page}");
    let page = say::article(&charter, 7, Lang::En);
    assert!(page.contains("In short: Letting, giving up and taking back a plot."), "{page}");
    let both = say::article(&charter, 7, Lang::Both);
    assert_eq!(both.matches("(1) A plot is let").count(), 1, "{both}");
    assert_eq!(say::article(&charter, 9, Lang::En), "This charter has no article 9; it has 8.\n");
}

/// The manual shows a fault as the program says it.
#[test]
fn the_manual_quotes_a_fault_as_it_is_said() {
    let manual = text("docs/charter.md");
    let blocks = manual.split("```toml\n").skip(1);
    let example: String = blocks.filter_map(|rest| rest.split("```").next()).collect();
    let faults = read(&example.replacen("cmp = \">\"", "cmp = \"=>\"", 1)).unwrap_err();
    assert_eq!(faults.len(), 1);
    for lang in [Lang::Zh, Lang::En] {
        let said = say::fault(&faults[0], lang);
        assert!(manual.contains(&said), "{said}");
    }
}

/// What each page looks like, for a reader of this file.
#[test]
fn a_question_reads_like_prose() {
    let gaps = say::gaps(&charter(GARDEN), Lang::En);
    let first: Vec<&str> = gaps.lines().take(8).collect();
    assert_eq!(
        first,
        [
            "Questions the Society leaves open: 4",
            "",
            "G1  What if the votes of the Bench are equal? (section 3 paragraph 3, section 4 paragraph 3)",
            "  Reading in use: It is lost. [assumed: plain reading]",
            "  Why: Section 3 grants the second vote for the Gathering only.",
            "  What the program does: It shows that the votes are equal.",
            "  Or: The one in the chair has a second vote. (second_vote): rule.more_yes.tie = { casting_vote = true }",
            "  Or: No rule on ties. (no_tie_rule): rule.more_yes.tie (removed)",
        ]
    );
}
