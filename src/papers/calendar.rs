//! A meeting as an entry of a calendar (iCalendar, RFC 5545): day, place and name; times once it was held.

use crate::minutes::{Minutes, charter_of};
use crate::text::Lang;
use crate::text::minutes::{Say, meeting_name};
use chrono::{Days, NaiveDate, Utc};

/// The file: one event, lines of at most 75 octets ended by CR LF, times in UTC.
///
/// A meeting that has not been opened is a whole day, for a notice gives the day; its stamp is the
/// moment it was convened, so that the same book gives the same bytes.
pub fn calendar(minutes: &Minutes, lang: Lang) -> String {
    let heading = &minutes.meeting;
    let utc =
        |at: crate::record::Stamp| at.with_timezone(&Utc).format("%Y%m%dT%H%M%SZ").to_string();
    let day = |day: NaiveDate| day.format("%Y%m%d").to_string();
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Quorate//Quorate//EN".to_owned(),
        "METHOD:PUBLISH".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@quorate", uid(minutes)),
        format!("DTSTAMP:{}", utc(minutes.convening.when.at)),
        format!("SEQUENCE:{}", u8::from(minutes.opened.is_some())),
    ];
    match minutes.opened {
        Some(opened) => {
            lines.push(format!("DTSTART:{}", utc(opened.at)));
            if let Some(closed) = minutes.closed {
                lines.push(format!("DTEND:{}", utc(closed.at)));
            }
        }
        None => {
            lines.push(format!("DTSTART;VALUE=DATE:{}", day(heading.date)));
            if let Some(next) = heading.date.checked_add_days(Days::new(1)) {
                lines.push(format!("DTEND;VALUE=DATE:{}", day(next)));
            }
        }
    }
    // A calendar shows one line: in two languages it would be cut in the middle of the second.
    let lang = lang.first();
    let charter = charter_of(minutes);
    let name = charter.map(|charter| meeting_name(&Say::new(minutes, &charter, lang)));
    let name = name.unwrap_or_else(|| lang.pick(&heading.title));
    let title = format!("{} {name}", lang.pick(&minutes.association.short));
    lines.push(format!("SUMMARY:{}", escaped(&title)));
    if !heading.place.is_empty() {
        lines.push(format!("LOCATION:{}", escaped(&heading.place)));
    }
    lines.extend(["STATUS:CONFIRMED", "END:VEVENT", "END:VCALENDAR"].map(str::to_owned));
    lines.iter().map(|line| folded(line)).collect()
}

/// What a calendar knows the meeting by: the same in every file made of it, and another in every other book, for
/// two associations may keep the same charter and have called their meetings in the same entry.
fn uid(minutes: &Minutes) -> String {
    let (id, called) = (&minutes.association.id, &minutes.convening.when);
    let charter = minutes.charters.first().map_or("", |charter| charter.sha256.as_str());
    let charter: String = charter.chars().take(8).collect();
    format!("{id}-{}-{}-{charter}", called.entry, called.at.with_timezone(&Utc).timestamp_millis())
}

/// A text in which the signs of the format lose their meaning (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A line in parts of at most 75 octets, none of which cuts a character (RFC 5545, 3.1).
fn folded(line: &str) -> String {
    let (mut out, mut octets) = (String::new(), 0);
    for c in line.chars() {
        if octets + c.len_utf8() > 75 {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(c);
        octets += c.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_longer_than_75_octets_and_no_character_is_cut() {
        let line = format!("SUMMARY:{}", "示例".repeat(40));
        let parts: Vec<String> = folded(&line).split("\r\n").map(str::to_owned).collect();
        assert!(parts.iter().all(|p| p.len() <= 75));
        let whole: String = parts
            .iter()
            .enumerate()
            .map(|(n, p)| if n == 0 { p } else { p.strip_prefix(' ').unwrap_or(p) })
            .collect();
        assert_eq!(whole, line);
        assert_eq!(escaped("甲,乙;丙\\丁\n戊"), "甲\\,乙\\;丙\\\\丁\\n戊");
    }
}
