//! The end of a paper: lines to be signed, room for the seal, distribution.

use super::super::{Look, SignLine, Text};
use super::blocks::Setter;
use super::fonts::Role;
use super::grid::mm;
use super::lines::{self, Piece, Set};
use super::parts::Kind;
use super::sheet::{Strip, base};

impl Setter<'_> {
    /// What is signed for, who is to sign, and rules for the name and the day.
    pub(super) fn sign(&mut self, signed: &[SignLine]) -> Vec<Strip> {
        let part = self.part(Kind::Para);
        let (body, pitch) = (self.grid.body, self.grid.pitch);
        let hand = self.grid.sized(Role::Body, body);
        let widest = |said: fn(&SignLine) -> &str, most: i32, setter: &Self| {
            let wide =
                |line| lines::width(&setter.items(&Text::from(said(line)), hand, said(line)));
            let wide: i32 = signed.iter().map(wide).max().unwrap_or(0);
            if wide == 0 { 0 } else { wide.min(setter.width * most / 100) + body / 2 }
        };
        let label = widest(|line| &line.label, 30, self);
        let who = widest(|line| &line.who, 25, self);
        let word = widest(|line| &line.day, 15, self);
        let name = label + who;
        // Names are written small enough: a rule across a wide sheet leads nowhere.
        let rest = (self.width - name - word).clamp(body, body * 24);
        let day = if word == 0 { name + rest } else { name + rest * 6 / 10 };
        let mut all: Vec<Strip> = Vec::new();
        for line in signed {
            let columns = [
                (&line.label, 0, label),
                (&line.who, label, who),
                (&line.day, day + body / 2, word),
            ];
            let column = |(text, x, wide): (&String, i32, i32)| {
                let items = self.items(&Text::from(text.as_str()), hand, text);
                let wide = (wide - body / 4).max(body);
                (x, lines::lines(self.case, items, wide, 0, Set::Left))
            };
            let columns: Vec<_> =
                columns.into_iter().filter(|(text, _, _)| !text.is_empty()).map(column).collect();
            let high = columns.iter().map(|(_, lines)| lines.len()).max().unwrap_or(1);
            all.push(Strip { keep: true, ..Strip::white(pitch * 2 / 3) });
            for at in 0..high {
                let mut strip = Strip { keep: true, height: pitch, ..Strip::default() };
                for (x, lines) in &columns {
                    if let Some(pieces) = lines.get(at) {
                        strip.write(pieces.clone(), *x, base(0, pitch, body), Some(part), false);
                    }
                }
                if at + 1 == high {
                    let y = base(0, pitch, body) + 3000;
                    strip.rule((name, y), (day, y), 500, false);
                    if !line.day.is_empty() {
                        let end = (name + rest + word, y);
                        strip.rule((day + body / 2 + word, y), end, 500, false);
                    }
                }
                all.push(strip);
            }
        }
        if let Some(last) = all.last_mut() {
            last.keep = false;
        }
        all
    }

    /// Who issues it over the day, with room for a seal of 45 mm pressed over both
    /// (GB/T 9704-2012, 7.3.5.1: the day four characters from the right, the name in the middle above it).
    pub(super) fn seal(&mut self, name: &str, day: &str) -> Vec<Strip> {
        let part = self.part(Kind::Para);
        let (pitch, cell) = (self.grid.pitch, self.grid.cell());
        let hand = self.grid.hand(Role::Body);
        let lines = |text: &str, wide: i32, setter: &Self| {
            let items = setter.items(&Text::from(text), hand, text);
            lines::lines(setter.case, items, wide, 0, Set::Middle)
        };
        let wide =
            |text: &str, setter: &Self| lines::width(&setter.items(&Text::from(text), hand, text));
        let name_wide = name.split('\n').map(|line| wide(line, self)).max().unwrap_or(0);
        let day_wide = wide(day, self);
        let centred = self.grid.look == Look::Certificate;
        let free = if centred { 0 } else { cell * 4 };
        // The name is set over the middle of the day, and both stay on the page.
        let column = name_wide.max(day_wide).max(mm(45)).min(self.width);
        let middle = self.width - free - day_wide / 2;
        let left = (middle - column / 2).clamp(0, self.width - column);
        let said: Vec<Vec<Piece>> =
            [name, day].into_iter().flat_map(|text| lines(text, column, self)).collect();
        let written = i32::try_from(said.len()).unwrap_or(2) * pitch;
        // Seen from the top: the seal begins within a line of the text, and hangs over the day by a third.
        let below = mm(11).max(pitch / 2);
        let above = (mm(45) - written).max(0) - below.min(mm(45) - written).max(0) + pitch / 2;
        let mut all = vec![Strip { keep: true, height: above.max(pitch), ..Strip::default() }];
        for line in said {
            all.push(Strip {
                keep: true,
                ..Strip::line(line, left, pitch, self.grid.body, Some(part))
            });
        }
        all.push(Strip { height: below, ..Strip::default() });
        all
    }

    /// Lines between rules at the foot of the last page: thick, thin, thick (GB/T 9704-2012, 7.4.1).
    pub(super) fn imprint(&mut self, said: &[String]) -> Vec<Strip> {
        let part = self.part(Kind::Para);
        let size = self.grid.body * 7 / 8;
        let pitch = size * 3 / 2;
        let hand = self.grid.sized(Role::Body, size);
        let mut all: Vec<Strip> = Vec::new();
        for text in said {
            let (text, right) = text.split_once('\t').unwrap_or((text, ""));
            let set = |text: &str, wide: i32, set| {
                let items = self.items(&Text::from(text), hand, text);
                lines::lines(self.case, items, wide, 0, set)
            };
            // What stands right has a line of its own only where both do not go into one.
            let wide = |text: &str| lines::width(&self.items(&Text::from(text), hand, text));
            let room = self.width - size * 2;
            let beside = !right.is_empty() && wide(text) + wide(right) + size <= room;
            let mut lines = set(text, room, Set::Left);
            let mut end = set(right, room, Set::Right);
            match lines.last_mut() {
                Some(last) if beside => last.extend(end.into_iter().flatten()),
                _ if right.is_empty() => {}
                _ => lines.append(&mut end),
            }
            let first = all.len();
            for (at, line) in lines.into_iter().enumerate() {
                let mut strip = Strip::line(line, size, pitch, size, Some(part));
                (strip.keep, strip.low) = (true, true);
                if at == 0 {
                    let thick = if first == 0 { 1000 } else { 700 };
                    strip.rule((0, 0), (self.width, 0), thick, false);
                }
                all.push(strip);
            }
        }
        if let Some(last) = all.last_mut() {
            last.keep = false;
            last.rule((0, pitch), (self.width, pitch), 1000, false);
        }
        all
    }
}
