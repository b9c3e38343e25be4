//! The text of a template, line by line, and what is wrong with a line.

use super::{Layout, Own, PLACEHOLDERS, Wrong};
use crate::paper::letters::has_han;
use crate::paper::parts::Parted;

/// A line of the body as it was read.
enum Line {
    Part(&'static str),
    Rest,
    Own(Own),
}

/// A text being read.
struct Reading<'t> {
    known: &'static Parted,
    /// Kind and language, as the file has them.
    name: String,
    made: Layout,
    lines: Vec<Line>,
    /// The paragraph that is not over yet.
    open: String,
    /// The line in hand, from 1, and how it reads.
    at: (usize, &'t str),
}

/// The template of a kind, from its text in one language.
pub(super) fn layout(known: &'static Parted, text: &str, tongue: &str) -> Result<Layout, Wrong> {
    let mut reading = Reading {
        known,
        name: format!("{}{tongue}", known.kind),
        made: Layout::default(),
        lines: Vec::new(),
        open: String::new(),
        at: (0, ""),
    };
    for (no, line) in (1..).zip(text.lines().map(str::trim)) {
        reading.at = (no, line);
        reading.line(line)?;
    }
    reading.close();
    reading.ends()
}

impl Reading<'_> {
    fn line(&mut self, line: &str) -> Result<(), Wrong> {
        if line.is_empty() {
            self.close();
            return Ok(());
        }
        let named = line.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
        let named = named.filter(|name| !PLACEHOLDERS.contains(name) && !name.contains(['{', '}']));
        if let Some(name) = named {
            self.close();
            return self.part(name);
        }
        self.placeholders(line)?;
        if let Some((word, rest)) = keyword(line) {
            self.close();
            if rest.is_empty() {
                return Err(self.wrong(["后面没有内容", "nothing stands after it"]));
            }
            return match word {
                "sign" => self.own(Own::Sign(rest.to_owned())),
                "centre" => self.own(Own::Centred(rest.to_owned())),
                head => self.head(head, rest),
            };
        }
        let own = match line {
            "---" => Own::Rule,
            "===" => Own::NewPage,
            _ => match [("# ", 1), ("## ", 2), ("- ", 0)]
                .into_iter()
                .find_map(|(mark, level)| Some((line.strip_prefix(mark)?.trim(), level)))
            {
                Some((text, 0)) => Own::Point(text.to_owned()),
                Some((text, level)) => Own::Heading(level, text.to_owned()),
                None if line.starts_with('#') => {
                    return Err(self.wrong([
                        "标题只有“# ”和“## ”两级，井号后空一格",
                        "headings begin with “# ” or “## ”, with a blank behind",
                    ]));
                }
                None => {
                    join(&mut self.open, line);
                    return Ok(());
                }
            },
        };
        self.close();
        self.own(own)
    }

    fn own(&mut self, own: Own) -> Result<(), Wrong> {
        self.lines.push(Line::Own(own));
        Ok(())
    }

    /// The paragraph is over.
    fn close(&mut self) {
        if !self.open.is_empty() {
            self.lines.push(Line::Own(Own::Para(std::mem::take(&mut self.open))));
        }
    }

    fn part(&mut self, name: &str) -> Result<(), Wrong> {
        if name == "rest" {
            if self.lines.iter().any(|line| matches!(line, Line::Rest)) {
                return Err(self.twice(name));
            }
            self.lines.push(Line::Rest);
            return Ok(());
        }
        let Some(part) = self.known.parts.iter().find(|part| **part == name) else {
            return Err(self.unknown(name));
        };
        if self.lines.iter().any(|line| matches!(line, Line::Part(known) if known == part)) {
            return Err(self.twice(name));
        }
        self.lines.push(Line::Part(part));
        Ok(())
    }

    fn head(&mut self, word: &str, rest: &str) -> Result<(), Wrong> {
        if !self.lines.is_empty() {
            return Err(self.wrong([
                "应写在模板的开头，正文之前",
                "this stands at the beginning, before the body",
            ]));
        }
        let made = &mut self.made;
        let place = match word {
            "title" => {
                made.title.push(rest.to_owned());
                return Ok(());
            }
            "mark" => &mut made.mark,
            "subtitle" => &mut made.subtitle,
            _ => &mut made.number,
        };
        if place.is_some() {
            return Err(self.twice(word));
        }
        *place = Some(rest.to_owned());
        if word == "number" && self.known.numbered {
            return Err(self.wrong([
                "这种文书的编号来自会议簿或章程，不能另编",
                "a paper of this kind has its number from the book or the charter; it is not replaced",
            ]));
        }
        if word == "number" && rest.contains("{number}") {
            return Err(self.wrong(["编号不能引用编号自己", "a number cannot name itself"]));
        }
        Ok(())
    }

    /// Whether everything in braces is known to this kind.
    fn placeholders(&self, line: &str) -> Result<(), Wrong> {
        let mut rest = line;
        while let Some(at) = rest.find(['{', '}']) {
            let inside = rest[at..].strip_prefix('{').and_then(|inside| inside.split_once('}'));
            let Some((name, after)) = inside else {
                return Err(self.wrong([
                    "花括号只用于部分和代入词，必须成对",
                    "braces are for parts and placeholders and come in pairs",
                ]));
            };
            if self.known.parts.contains(&name) || name == "rest" {
                return Err(self.wrong(["一个部分应独占一行", "a part stands on a line by itself"]));
            }
            if !placeholders(self.known).any(|known| known == name) {
                return Err(self.unknown(name));
            }
            rest = after;
        }
        Ok(())
    }

    /// The layout, where nothing is left out.
    fn ends(self) -> Result<Layout, Wrong> {
        let named =
            |part: &&str| self.lines.iter().any(|l| matches!(l, Line::Part(p) if p == part));
        let left: Vec<&'static str> =
            self.known.parts.iter().filter(|part| !named(part)).copied().collect();
        let rest = self.lines.iter().any(|line| matches!(line, Line::Rest));
        if !rest && !left.is_empty() {
            let left = left.iter().map(|part| format!("{{{part}}}")).collect::<Vec<_>>().join(" ");
            let name = &self.name;
            return Err([
                format!(
                    "模板{name}缺少{left}：模板可以移动和增加，不能删去；请写上，或写一行{{rest}}"
                ),
                format!(
                    "template {name} leaves out {left}: a house may move and add, never leave out; name it, or add a line {{rest}}"
                ),
            ]);
        }
        let mut sections = vec![(None, Vec::new())];
        for line in self.lines {
            match line {
                Line::Part(part) => sections.push((Some(part), Vec::new())),
                Line::Rest => sections.extend(left.iter().map(|part| (Some(*part), Vec::new()))),
                Line::Own(own) => {
                    sections.last_mut().into_iter().for_each(|(_, all)| all.push(own.clone()))
                }
            }
        }
        Ok(Layout { sections, ..self.made })
    }

    // --- what is wrong, with its place -----------------------------------------------------------------------

    fn wrong(&self, [zh, en]: [&str; 2]) -> Wrong {
        let (name, (no, line)) = (&self.name, self.at);
        [
            format!("模板{name}第{no}行“{line}”：{zh}"),
            format!("template {name}, line {no}, “{line}”: {en}"),
        ]
    }

    fn twice(&self, name: &str) -> Wrong {
        self.wrong([&format!("{name}写了两次"), &format!("{name} stands there twice")])
    }

    fn unknown(&self, name: &str) -> Wrong {
        let parts = self.known.parts.join(" ");
        let words = placeholders(self.known).collect::<Vec<_>>().join(" ");
        self.wrong([
            &format!("没有{{{name}}}；部分有：{parts} rest；代入词有：{words}"),
            &format!("there is no {{{name}}}; parts: {parts} rest; placeholders: {words}"),
        ])
    }
}

/// What the house's words may name in a kind of paper.
fn placeholders(known: &Parted) -> impl Iterator<Item = &'static str> {
    let of_meeting = known.of_meeting;
    PLACEHOLDERS.into_iter().filter(move |name| of_meeting || *name != "meeting")
}

/// A line that says what it is: `sign: 审核人`.
fn keyword(line: &str) -> Option<(&'static str, &str)> {
    let (word, rest) = line.split_once([':', '：'])?;
    let known = ["mark", "title", "subtitle", "number", "sign", "centre"];
    let known = known.into_iter().find(|known| *known == word)?;
    Some((known, rest.trim()))
}

/// Adds a line to a paragraph: Chinese goes on without a blank.
fn join(text: &mut String, line: &str) {
    let wide = |letter: Option<char>| letter.is_some_and(|letter| has_han(&letter.to_string()));
    let bare = text.is_empty() || wide(text.chars().next_back()) || wide(line.chars().next());
    if !bare {
        text.push(' ');
    }
    text.push_str(line);
}
