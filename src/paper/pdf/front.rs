//! What stands around the body: the issuer's mark, number and title before it, the foot and the frame of each page.

use super::super::{House, Look, Paper, Text};
use super::blocks::Setter;
use super::fonts::Role;
use super::grid::mm;
use super::letters::Hand;
use super::lines::{self, Set};
use super::parts::Kind;
use super::sheet::{Ink, Page, Strip, base, moved};

/// The most a mark is high: as large as it may be and no larger than the standard's own example.
const MARK: i32 = 46_000;

impl Setter<'_> {
    /// Mark, number, rule, title and what stands under it.
    pub(super) fn front(&mut self, paper: &Paper) -> Vec<Strip> {
        let mut all = Vec::new();
        if let Some(mark) = &paper.mark {
            all.extend(self.mark(mark, paper.number.as_deref(), paper.issued.as_ref()));
        }
        all.extend(self.title(&paper.title));
        // Without a mark to stand under, the number stands under the title.
        if let (None, Some(number)) = (&paper.mark, &paper.number) {
            let part = self.part(Kind::Para);
            all.extend(self.centred(number, self.grid.hand(Role::Body), self.grid.pitch, part));
        }
        if let Some(under) = &paper.subtitle {
            let part = self.part(Kind::Para);
            let hand = Hand { lean: false, ..self.grid.hand(Role::Kai) };
            all.extend(self.centred(under, hand, self.grid.pitch, part));
        }
        if !all.is_empty() {
            let pitch = self.grid.pitch;
            let white = if paper.look == Look::Official { pitch / 2 } else { pitch * 2 / 3 };
            all.push(Strip::white(white));
            if paper.look == Look::Official {
                all.push(Strip { snap: true, white: true, ..Strip::default() });
            }
        }
        all
    }

    /// The mark in red, its upper edge 35 mm below the top of the area; two lines below it the number, and 4 mm
    /// below that a red rule (GB/T 9704-2012, 7.2).
    fn mark(
        &mut self,
        mark: &str,
        number: Option<&str>,
        issued: Option<&[String; 2]>,
    ) -> Vec<Strip> {
        let part = self.part(Kind::Para);
        let size = self.fit(mark, Role::Title, MARK, 100);
        let above = if paper_is_short(self.grid.look) { mm(5) } else { mm(35) };
        let mut all = vec![Strip { height: above, ..Strip::default() }];
        let hand = self.grid.sized(Role::Title, size);
        for mut strip in self.centred(mark, hand, size * 12 / 10, part) {
            for ink in &mut strip.inks {
                if let super::Mark::Letters { red, .. } = &mut ink.mark {
                    *red = true;
                }
            }
            all.push(strip);
        }
        let pitch = self.grid.pitch;
        all.push(Strip { height: pitch * 2, ..Strip::default() });
        if let Some(number) = number {
            let part = self.part(Kind::Para);
            all.extend(self.centred(number, self.grid.hand(Role::Body), pitch, part));
        }
        if let Some([who, day]) = issued {
            let part = self.part(Kind::Para);
            let (hand, cell) = (self.grid.hand(Role::Body), self.grid.cell());
            let mut strip = Strip { height: pitch, ..Strip::default() };
            // Each a character from its margin (GB/T 9704-2012, 7.2).
            for (said, set) in [(who, Set::Left), (day, Set::Right)] {
                let items = self.items(&Text::from(said.as_str()), hand, said);
                let lines = lines::lines(self.case, items, self.width - 2 * cell, 0, set);
                for line in lines.into_iter().take(1) {
                    strip.write(line, cell, base(0, pitch, hand.size), Some(part), false);
                }
            }
            all.push(strip);
        }
        let mut rule = Strip { height: mm(4) + pitch, ..Strip::default() };
        rule.rule((0, mm(4)), (self.width, mm(4)), 1_800, true);
        all.push(rule);
        all.iter_mut().for_each(|strip| strip.keep = true);
        all
    }

    /// Each line of a title on one line where it fits, a little smaller where that is enough.
    fn title(&mut self, title: &[String]) -> Vec<Strip> {
        let mut all = Vec::new();
        if title.iter().all(|line| line.trim().is_empty()) {
            return all;
        }
        let part = self.part(Kind::Heading(1, title.concat()));
        let sizes = title.iter().map(|line| self.fit(line, Role::Title, self.grid.title, 75));
        let size = sizes.min().unwrap_or(self.grid.title);
        for line in title {
            let hand = Hand { lean: false, ..self.grid.sized(Role::Title, size) };
            all.extend(self.centred(line, hand, size * 3 / 2, part));
        }
        all
    }

    /// The height at which the text fits a line: at most this, at least so many hundredths of it.
    fn fit(&self, text: &str, role: Role, most: i32, least: i32) -> i32 {
        let hand = self.grid.sized(role, most);
        let wide = lines::width(&self.items(&Text::from(text), hand, text));
        if wide <= self.width {
            return most;
        }
        let size = i32::try_from(i64::from(most) * i64::from(self.width) / i64::from(wide))
            .unwrap_or(most);
        // Words are rounded one by one: a hair less than what would just fit.
        let size = size - size / 200 - 1;
        if least == 100 {
            size.max(most / 3)
        } else if size * 100 < most * least {
            most
        } else {
            size
        }
    }

    fn centred(&self, text: &str, hand: Hand, pitch: i32, part: usize) -> Vec<Strip> {
        let items = self.items(&Text::from(text), hand, text);
        let lines = lines::lines(self.case, items, self.width, 0, Set::Middle);
        let strip =
            |line| Strip { keep: true, ..Strip::line(line, 0, pitch, hand.size, Some(part)) };
        lines.into_iter().map(strip).collect()
    }

    /// The written pages with margins, frames, numbers and the line at the foot.
    pub(super) fn sheets(
        &self,
        written: Vec<(Vec<Ink>, i32)>,
        paper: &Paper,
        house: &House,
    ) -> Vec<Page> {
        let [top, _, binding, outer] = self.grid.margins;
        let (wide, high) = self.grid.area();
        let mut pages = Vec::new();
        for (at, (inks, down)) in written.into_iter().enumerate() {
            let odd = at.is_multiple_of(2);
            // The binding side of a leaf is left on its face and right on its back.
            let left = if odd { binding } else { outer };
            let drop = match paper.look {
                Look::Certificate => (high - down).max(0) / 2,
                _ => 0,
            };
            let mut sheet = Strip::default();
            self.foot(&mut sheet, at, paper, house);
            if paper.look == Look::Slip {
                frame(&mut sheet, [-mm(8), -mm(8), wide + mm(8), down.min(high) + mm(8)], 1_000);
            }
            if paper.look == Look::Certificate {
                let [top, bottom, inner, outer] = self.grid.margins;
                for (off, thick) in [(mm(11), 2_400), (mm(13), 600)] {
                    frame(
                        &mut sheet,
                        [off - inner, off - top, wide + outer - off, high + bottom - off],
                        thick,
                    );
                }
            }
            let body = inks.into_iter().map(|ink| moved(ink, left, top + drop));
            let around = sheet.inks.into_iter().map(|ink| moved(ink, left, top));
            pages.push(Page {
                size: self.grid.page,
                area: [left, top, left + wide, top + high],
                inks: body.chain(around).collect(),
            });
        }
        pages
    }

    /// The number, odd right and even left, 7 mm below the area; beside it where the paper comes from.
    fn foot(&self, sheet: &mut Strip, at: usize, paper: &Paper, house: &House) {
        let (wide, high) = self.grid.area();
        let (size, small) = self.grid.foot;
        let odd = at.is_multiple_of(2);
        let numbered = matches!(paper.look, Look::Official | Look::Wide);
        let y = high + mm(7);
        let hand = self.grid.sized(Role::Plain, size);
        let mut free = wide;
        if numbered {
            let said = format!("— {} —", at + 1);
            let items = self.case.items(&said, hand, false, &said);
            let number = lines::width(&items);
            let x = if odd { wide - number - size } else { size };
            for line in lines::lines(self.case, items, number + 1000, 0, Set::Left) {
                sheet.write(line, x, base(y, size, size), None, false);
            }
            free -= number + size * 2;
        }
        let left = if numbered && !odd { wide - free } else { 0 };
        let mut down = base(y, size, small);
        for text in [&house.foot, &paper.foot].into_iter().filter(|text| !text.is_empty()) {
            // A digest stands whole in one line, where letters that can still be read allow it.
            let set_in = |size: i32| {
                let hand = self.grid.sized(Role::Plain, size);
                self.items(&Text::from(text.as_str()), hand, text)
            };
            let sizes = [100, 94, 88, 82].map(|part| small * part / 100);
            let items = sizes.into_iter().map(set_in).find(|items| lines::width(items) <= free);
            let items = items.unwrap_or_else(|| set_in(small));
            let set = match (numbered, odd) {
                (true, true) => Set::Left,
                (true, false) => Set::Right,
                _ => Set::Middle,
            };
            let end = self.grid.margins[1] + high - mm(4);
            for line in lines::lines(self.case, items, free, 0, set) {
                // The foot of a page has an end; what is longer than five lines is no foot.
                if down < end {
                    sheet.write(line, left, down, None, false);
                }
                down += small * 13 / 10;
            }
        }
    }
}

/// On a small paper a mark has no 35 mm above it.
fn paper_is_short(look: Look) -> bool {
    look != Look::Official
}

fn frame(sheet: &mut Strip, [left, top, right, bottom]: [i32; 4], thick: i32) {
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
    for (from, to) in corners.into_iter().zip(corners.into_iter().cycle().skip(1)) {
        // Half the thickness beyond each corner, so that corners are whole.
        let (grow, half) = (|a: i32, b: i32| (b - a).signum(), thick / 2);
        let (x, y) = (grow(from.0, to.0) * half, grow(from.1, to.1) * half);
        sheet.rule((from.0 - x, from.1 - y), (to.0 + x, to.1 + y), thick, false);
    }
}
