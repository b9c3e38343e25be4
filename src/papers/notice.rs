//! The notice of a meeting, the reply to it, and the agenda.

use super::Refused;
use super::maker::{Maker, text};
use crate::charter::{Effect, Name, Roll};
use crate::paper::{Block, Look, Paper, Row, Side};
use crate::record::amend::{self, Draft};
use crate::record::state::{Item, Meeting};
use crate::text::amendment;
use crate::text::papers::{self as said, notice as words};
use crate::text::words::seat_name;
use chrono::NaiveDate;

/// The day the notice went out, where it did.
fn sent_on(maker: &Maker, meeting: &Meeting) -> Option<NaiveDate> {
    let sent = maker.book.sendings(meeting.no).map(|s| s.day).min();
    meeting.notice.into_iter().chain(sent).min()
}

/// Items that stand on the notice.
fn announced(meeting: &Meeting) -> Vec<&Item> {
    meeting.items.iter().filter(|i| i.on_notice).collect()
}

/// The notice of a meeting (会议通知).
pub(super) fn notice(maker: &Maker, meeting: &Meeting) -> Paper {
    let charter = maker.charter;
    let [zh, en] = words::title(charter, meeting);
    let sent = sent_on(maker, meeting);
    let date = sent.unwrap_or(meeting.date);
    let number = said::number_to_fill(charter, year(date));
    let mut paper = maker.issued(&[], number, date);
    let [in_zh, in_en] = &mut paper.names;
    (in_zh.title, in_en.title) = (zh.clone(), en.clone());
    paper.title = if maker.lang == crate::text::Lang::En { en } else { zh };
    let body = charter.body(&meeting.body);
    paper.part("addressee");
    if let Some(body) = body {
        maker.plain(&mut paper, &said::addressed(body));
    }
    paper.part("opening");
    maker.para(&mut paper, &words::called(maker.book, charter, meeting));
    if let Some(first) = meeting.second_call.and_then(|no| maker.book.meeting(no)) {
        maker.para(&mut paper, &words::second_call(charter, first));
    }
    paper.part("when");
    maker.heading(&mut paper, 1, words::WHEN);
    for line in words::when(meeting) {
        maker.para(&mut paper, &line);
    }
    paper.part("agenda");
    maker.heading(&mut paper, 2, words::AGENDA);
    let items = announced(meeting);
    if items.is_empty() {
        maker.para(&mut paper, &said::words(words::NO_AGENDA));
    }
    let drafts = drafts(maker, meeting, &items);
    for item in &items {
        let draft = (1..).zip(&drafts).find(|(_, (of, _))| *of == item.no);
        on_agenda(maker, &mut paper, meeting, item, draft.map(|(no, (_, draft))| (no, *draft)));
    }
    paper.part("who");
    maker.heading(&mut paper, 3, words::WHO);
    if let Some(body) = body {
        maker.para(&mut paper, &words::who(body));
        maker.para(&mut paper, &words::instead(charter, &charter.proxy));
        let invited = observers(maker, meeting, body.roll);
        if !invited.is_empty() {
            maker.para(&mut paper, &words::invited(&invited));
        }
    }
    paper.part("asked");
    maker.heading(&mut paper, 4, words::ASKED);
    maker.para(&mut paper, &said::words(words::REPLY_UNTIL));
    maker.para(&mut paper, &said::words(words::CONTACT));
    paper.part("annexes");
    annexes(maker, &mut paper, meeting, &items, &drafts);
    paper.part("seal");
    maker.seal(&mut paper, sent);
    paper.part("texts");
    for (no, (_, draft)) in (1..).zip(&drafts) {
        printed(maker, &mut paper, no, draft);
    }
    paper
}

/// The drafts of the charter that stand under items of the notice, each with the number of its item.
fn drafts<'a>(maker: &Maker<'a>, meeting: &Meeting, items: &[&Item]) -> Vec<(u32, &'a Draft)> {
    let put = |item: &&Item| Some((item.no, amend::of_item(maker.book, meeting, item.no)?));
    items.iter().filter_map(put).collect()
}

/// A draft behind the notice: what is to be voted on goes out with it, article by article.
fn printed(maker: &Maker, paper: &mut Paper, no: u32, draft: &Draft) {
    paper.push(Block::PageBreak);
    maker.plain(paper, &words::annex_head(no));
    maker.centred(paper, &words::draft_name(draft.no));
    for lang in maker.each() {
        let text = amendment::motion(*lang, maker.charter, draft);
        paper.push(Block::Quote(lines(&text)));
    }
}

/// An item of the notice with everything a member has to know to prepare for it.
fn on_agenda(
    maker: &Maker,
    paper: &mut Paper,
    meeting: &Meeting,
    item: &Item,
    draft: Option<(u32, &Draft)>,
) {
    let matter = maker.matter(item);
    let clauses = matter.and_then(|m| said::under(maker.charter, &m.clauses));
    let asked = maker.asked(meeting, item, &maker.roll(meeting));
    let line = words::item(item.no, &item.new.title, clauses.as_ref(), asked.as_ref());
    maker.para(paper, &line);
    let mut more: Vec<Name> = Vec::new();
    if !item.new.draft.trim().is_empty() {
        more.push(words::proposed(&item.new.draft));
    }
    more.extend(draft.map(|(annex, draft)| words::draft_enclosed(draft.no, annex)));
    more.extend(words::concerning(item));
    if let Some(election) = meeting.election(item.no) {
        for race in &election.races {
            let names: Vec<String> = race.first_standing().iter().map(|c| c.name.clone()).collect();
            let seat = seat_name(maker.book, &race.contest.seat);
            more.push(words::standing(&seat, race.contest.seats, &names));
        }
    }
    let until = maker.book.nominations_until(meeting.no, item.no);
    let elects = matter.is_some_and(|m| matches!(m.effect, Effect::Elect | Effect::Appoint));
    more.extend(until.filter(|_| elects).map(words::nominations));
    more.extend(words::filed(maker.charter, item));
    more.extend(matter.and_then(words::special));
    maker.list(paper, &more);
}

/// Those who attend without a vote: as entered, or those the charter lists, in a meeting of all members.
fn observers(maker: &Maker, meeting: &Meeting, roll: Roll) -> Vec<Name> {
    let entered: Vec<Name> = meeting.observers.iter().map(|(name, _)| said::same(name)).collect();
    if !entered.is_empty() || roll != Roll::AllMembers {
        return entered;
    }
    maker.charter.observers.iter().map(|o| o.name.clone()).collect()
}

fn annexes(
    maker: &Maker,
    paper: &mut Paper,
    meeting: &Meeting,
    items: &[&Item],
    drafts: &[(u32, &Draft)],
) {
    let mut names: Vec<Name> =
        drafts.iter().map(|(_, draft)| words::draft_name(draft.no)).collect();
    for item in items {
        let kept = maker.book.materials(meeting.no, item.no);
        names.extend(kept.iter().map(|d| said::same(&d.name)));
    }
    names.push(said::words(words::ANNEX_REPLY));
    names.push(said::words(words::ANNEX_LETTER));
    maker.para(paper, &said::words(words::ANNEXES));
    for (no, name) in (1..).zip(&names) {
        maker.para(paper, &words::annex(no, name));
    }
}

/// The reply to the notice (回执), for any member or for one.
pub(super) fn reply(maker: &Maker, meeting: &Meeting) -> Result<Paper, Refused> {
    let charter = maker.charter;
    let unit = maker.unit_of(meeting)?.map(|unit| maker.book.unit_name(unit));
    let mut paper =
        maker.paper(Look::Official, &[words::reply_title(charter, meeting)], meeting.date);
    paper.one_sheet = true;
    paper.part("addressee");
    maker.plain(&mut paper, &words::reply_to(charter));
    let rows = words::reply_rows(unit.as_deref(), charter.proxy.motions);
    let rows = rows
        .iter()
        .map(|(label, value)| Row {
            cells: vec![text(&maker.pick(label)), text(&maker.pick(value))],
            strong: false,
        })
        .collect();
    let [question, answer] = words::REPLY_HEADS;
    let columns =
        vec![maker.column(question, 3, Side::Middle), maker.column(answer, 9, Side::Left)];
    paper.part("answer");
    maker.table(&mut paper, columns, rows, 1);
    let items = announced(meeting);
    paper.part("opinions");
    if !items.is_empty() {
        paper.push(Block::Space(1));
        let [no, subject, opinion] = words::OPINION_HEADS;
        let columns = vec![
            maker.column(no, 1, Side::Middle),
            maker.column(subject, 5, Side::Left),
            maker.column(opinion, 6, Side::Left),
        ];
        let rows = items
            .iter()
            .map(|i| Row::new([i.no.to_string(), said::one_line(&i.new.title), String::new()]))
            .collect();
        maker.table(&mut paper, columns, rows, 2);
    }
    paper.part("note");
    maker.para(&mut paper, &said::words(words::REPLY_NOTE));
    let signs: Vec<(Name, String)> =
        words::REPLY_SIGNS.into_iter().map(|w| (said::words(w), String::new())).collect();
    paper.part("signatures");
    maker.sign(&mut paper, &signs);
    Ok(paper)
}

/// The agenda (会议议程), with the wording proposed.
pub(super) fn agenda(maker: &Maker, meeting: &Meeting) -> Paper {
    let charter = maker.charter;
    let mut paper =
        maker.paper(Look::Official, &[words::agenda_title(charter, meeting)], meeting.date);
    paper.part("when");
    maker.centred(&mut paper, &said::when_and_where(meeting));
    paper.part("items");
    if meeting.items.is_empty() {
        maker.para(&mut paper, &said::words(words::NO_AGENDA));
        return paper;
    }
    let [no, subject, articles, votes] = words::AGENDA_HEADS;
    let columns = vec![
        maker.column(no, 1, Side::Middle),
        maker.column(subject, 5, Side::Left),
        maker.column(articles, 3, Side::Left),
        maker.column(votes, 4, Side::Left),
    ];
    let mut rows = Vec::new();
    for item in &meeting.items {
        let clauses = maker.matter(item).and_then(|m| said::under(charter, &m.clauses));
        let asked = maker.asked(meeting, item, &maker.roll(meeting));
        let asked = asked.unwrap_or_else(|| match item.new.matter {
            None => said::words(words::NO_VOTE),
            Some(_) => Name::default(),
        });
        let mut title = said::one_line(&item.new.title);
        if !item.on_notice {
            title += &maker.say(words::AFTER_NOTICE);
        }
        let clauses = clauses.map(|c| maker.pick(&c)).unwrap_or_default();
        rows.push(Row::new([item.no.to_string(), title, clauses, maker.pick(&asked)]));
    }
    maker.table(&mut paper, columns, rows, 1);
    let drafted = || meeting.items.iter().filter(|i| !i.new.draft.trim().is_empty());
    paper.part("texts");
    if drafted().next().is_some() {
        maker.head(&mut paper, 1, &said::words(words::TEXTS));
    }
    for item in drafted() {
        maker.head(&mut paper, 2, &words::item_head(item.no, &item.new.title));
        paper.push(Block::Quote(lines(&item.new.draft)));
    }
    paper
}

/// The lines of a text as they were typed.
pub(super) fn lines(text: &str) -> Vec<String> {
    let typed = text.trim().lines().map(str::trim_end);
    typed.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The year of a document's number.
pub(super) fn year(date: NaiveDate) -> i32 {
    use chrono::Datelike;
    date.year()
}
