//! HTML: a paper as one file that stands alone, to be read on any screen and printed after GB/T 9704-2012.
//!
//! No script, nothing fetched from anywhere: what the file shows in twenty years is what it shows today.

use super::letters::{
    clean, escape, has_han, has_long_word, lines_of, one_line, small_print, text_has_han,
};
use super::{Block, House, Look, Paper, Run, Side, SignLine, Table, Text, Tongue};
use std::fmt::Write as _;

mod sheet;

/// The paper as an HTML page, UTF-8. The house's own rules (`css`) come after those of the program.
pub fn html(paper: &Paper, house: &House) -> String {
    let lang = match paper.tongue {
        Tongue::Zh | Tongue::Both => "zh-CN",
        Tongue::En => "en-GB",
    };
    let look = match paper.look {
        Look::Official => "official",
        Look::Wide => "wide",
        Look::Slip => "slip",
        Look::Certificate => "certificate",
    };
    let tongue = match paper.tongue {
        Tongue::Zh => "zh",
        Tongue::En => "en",
        Tongue::Both => "both",
    };
    // Nothing may be loaded, whatever stands in the text or in the rules of the house.
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'unsafe-inline'; font-src data:; img-src data:\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"author\" content=\"{}\">\n<meta name=\"dcterms.created\" content=\"{}\">\n\
         <title>{}</title>\n<style>\n{}</style>\n</head>\n<body class=\"{look} {tongue}\">\n<main>\n",
        escape(&paper.author),
        paper.date.format("%Y-%m-%d"),
        escape(&one_line(&paper.title)),
        sheet::rules(paper, house)
    );
    let mut body = Page { paper, html: String::new(), english: paper.tongue == Tongue::En };
    body.heading();
    let (running, small) = paper.blocks.split_at(paper.blocks.len() - small_print(&paper.blocks));
    body.blocks(running);
    for text in lines_of(small) {
        body.element("p", "small", text);
    }
    page.push_str(&body.html);
    let origin: Vec<String> = [&house.foot, &paper.foot]
        .into_iter()
        .filter(|line| !line.trim().is_empty())
        .map(|line| format!("<p>{}</p>\n", escape(line)))
        .collect();
    if !origin.is_empty() {
        let _ = write!(page, "<footer class=\"origin\">\n{}</footer>\n", origin.concat());
    }
    page + "</main>\n</body>\n</html>\n"
}

/// A paper on its way into HTML.
struct Page<'a> {
    paper: &'a Paper,
    html: String,
    /// Whether the element around is marked as English.
    english: bool,
}

impl Page<'_> {
    fn heading(&mut self) {
        let (mark, number) = (&self.paper.mark, &self.paper.number);
        if mark.is_some() || number.is_some() {
            let ruled = if mark.is_some() { " class=\"ruled\"" } else { "" };
            let _ = writeln!(self.html, "<header{ruled}>");
            for (class, line) in [("mark", mark), ("number", number)] {
                if let Some(line) = line {
                    let _ = writeln!(self.html, "<p class=\"{class}\">{}</p>", escape(line));
                }
            }
            if let Some([who, day]) = &self.paper.issued {
                let (who, day) = (escape(who), escape(day));
                let _ = writeln!(
                    self.html,
                    "<p class=\"issued\"><span>{who}</span><span>{day}</span></p>"
                );
            }
            self.html.push_str("</header>\n");
        }
        if !self.paper.title.is_empty() {
            let line = |line: &String| {
                format!(
                    "<span class=\"line\"{}>{}</span>",
                    self.lang(has_han(line), line),
                    escape(line)
                )
            };
            let lines: Vec<String> = self.paper.title.iter().map(line).collect();
            let _ = writeln!(self.html, "<h1>{}</h1>", lines.join("\n"));
        }
        if let Some(subtitle) = &self.paper.subtitle {
            let _ = writeln!(self.html, "<p class=\"subtitle\">{}</p>", escape(subtitle));
        }
    }

    /// The attribute for text in the other language than that of what is around it.
    fn lang(&self, han: bool, text: &str) -> &'static str {
        // A Chinese name in an English sentence does not make it Chinese.
        let words = text.chars().any(|c| c.is_ascii_lowercase());
        match (self.english, han) {
            (true, true) if !words => " lang=\"zh-CN\"",
            (false, false) if words => " lang=\"en-GB\"",
            _ => "",
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        let mut breaks = false;
        for block in blocks {
            if *block == Block::PageBreak {
                breaks = true;
                continue;
            }
            if std::mem::take(&mut breaks) {
                self.html.push_str("<div class=\"break\"></div>\n");
            }
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, text) => {
                let level = (*level).clamp(1, 3) + 1;
                self.element(&format!("h{level}"), "", text);
            }
            Block::Para(text) if has_long_word(text) => self.element("p", "ragged", text),
            Block::Para(text) => self.element("p", "", text),
            Block::Plain(text) => self.element("p", "line", text),
            Block::Centred(text) => self.element("p", "centred", text),
            Block::List(points) => {
                self.html.push_str("<ul>\n");
                for point in points {
                    self.element("li", "", point);
                }
                self.html.push_str("</ul>\n");
            }
            Block::Quote(lines) => {
                self.html.push_str("<blockquote>\n");
                for line in lines {
                    self.element("p", "", &Text::from(line.as_str()));
                }
                self.html.push_str("</blockquote>\n");
            }
            Block::Labelled(label, text) => {
                // Names in Chinese may stand after an English label.
                let words = format!("{label}{}", text.letters());
                let around = self.lang(text_has_han(text) || has_han(label), &words);
                let inside = if around.is_empty() {
                    self.lang(text_has_han(text), &text.letters())
                } else {
                    ""
                };
                let _ = writeln!(
                    self.html,
                    "<p class=\"labelled\"{around}><b>{}</b><span{inside}>{}</span></p>",
                    escape(label),
                    runs(text)
                );
            }
            Block::Table(table) => self.table(table),
            Block::Sign(lines) => self.sign(lines),
            Block::Seal { name, day } => {
                let _ = writeln!(
                    self.html,
                    "<div class=\"seal\"><p>{}</p><p class=\"day\">{}</p></div>",
                    escape(name).replace('\n', "<br>"),
                    escape(day)
                );
            }
            Block::Imprint(lines) => {
                self.html.push_str("<div class=\"imprint\">\n");
                for line in lines {
                    match line.split_once('\t') {
                        Some((text, right)) => {
                            let (text, right) = (escape(text), escape(right));
                            let _ = writeln!(
                                self.html,
                                "<p class=\"ends\"><span>{text}</span><span>{right}</span></p>"
                            );
                        }
                        None => self.element("p", "", &Text::from(line.as_str())),
                    }
                }
                self.html.push_str("</div>\n");
            }
            Block::Pair(left, right) => self.pair(left, right),
            Block::Rule => self.html.push_str("<hr>\n"),
            Block::Space(count) => {
                let _ = writeln!(
                    self.html,
                    "<div class=\"space\" style=\"height:calc({count} * var(--pitch))\"></div>"
                );
            }
            Block::PageBreak => self.html.push_str("<div class=\"break\"></div>\n"),
        }
    }

    fn element(&mut self, name: &str, class: &str, text: &Text) {
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        let lang = self.lang(text_has_han(text), &text.letters());
        let _ = writeln!(self.html, "<{name}{class}{lang}>{}</{name}>", runs(text));
    }

    /// Two versions side by side, on a narrow screen one under the other.
    fn pair(&mut self, left: &[Block], right: &[Block]) {
        self.html.push_str("<div class=\"pair\">\n<div>\n");
        self.blocks(left);
        self.html.push_str("</div>\n<div lang=\"en-GB\">\n");
        let before = std::mem::replace(&mut self.english, true);
        self.blocks(right);
        self.english = before;
        self.html.push_str("</div>\n</div>\n");
    }

    fn table(&mut self, table: &Table) {
        // Wider than a telephone, a table is moved by itself and not the page.
        self.html.push_str("<div class=\"table\">\n<table>\n");
        if !table.caption.is_empty() {
            let _ = writeln!(self.html, "<caption>{}</caption>", escape(&table.caption));
        }
        let whole = table.columns.iter().map(|c| u32::from(c.share)).sum::<u32>().max(1);
        self.html.push_str("<colgroup>");
        for column in &table.columns {
            let of10000 = u32::from(column.share) * 10_000 / whole;
            let _ =
                write!(self.html, "<col style=\"width:{}.{:02}%\">", of10000 / 100, of10000 % 100);
        }
        self.html.push_str("</colgroup>\n");
        if table.columns.iter().any(|column| !column.head.trim().is_empty()) {
            self.html.push_str("<thead>\n<tr>");
            for column in &table.columns {
                let _ = write!(self.html, "<th scope=\"col\">{}</th>", escape(&column.head));
            }
            self.html.push_str("</tr>\n</thead>\n");
        }
        self.html.push_str("<tbody>\n");
        let high = if table.lines > 1 {
            format!(" style=\"height:calc({} * 1.8em)\"", table.lines)
        } else {
            String::new()
        };
        for row in &table.rows {
            let strong = if row.strong { " class=\"strong\"" } else { "" };
            let _ = write!(self.html, "<tr{strong}{high}>");
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                let side = match column.side {
                    Side::Left => "",
                    Side::Middle => " class=\"middle\"",
                    Side::Right => " class=\"right\"",
                };
                let _ = write!(self.html, "<td{side}>{}</td>", runs(cell));
            }
            self.html.push_str("</tr>\n");
        }
        self.html.push_str("</tbody>\n</table>\n</div>\n");
    }

    fn sign(&mut self, lines: &[SignLine]) {
        let english = !lines.iter().any(|line| has_han(&line.label));
        let lang = if english == self.english {
            ""
        } else {
            ["\" lang=\"zh-CN", "\" lang=\"en-GB"][usize::from(english)]
        };
        let _ = writeln!(self.html, "<div class=\"sign{lang}\">");
        for line in lines {
            // The line to sign on takes the place of the colon.
            let label = line.label.trim_end().trim_end_matches(['：', ':']);
            let who = match (line.who.is_empty(), has_han(label)) {
                (true, _) => String::new(),
                (false, true) => format!("（{}）", line.who),
                (false, false) => format!(" ({})", line.who),
            };
            let _ = write!(
                self.html,
                "<p><span>{}{}</span><span class=\"room\"></span>",
                escape(label),
                escape(&who)
            );
            if !line.day.is_empty() {
                let _ = write!(
                    self.html,
                    "<span>{}</span><span class=\"room day\"></span>",
                    escape(line.day.trim_end())
                );
            }
            self.html.push_str("</p>\n");
        }
        self.html.push_str("</div>\n");
    }
}

/// Runs as inline elements.
fn runs(text: &Text) -> String {
    let mut all = String::new();
    for run in &text.0 {
        let (name, letters) = match run {
            Run::Plain(letters) => ("", letters),
            Run::Strong(letters) => ("b", letters),
            Run::Kai(letters) => ("i", letters),
            Run::Struck(letters) => ("s", letters),
            Run::Gap(wide) => {
                let _ = write!(all, "<span class=\"gap\" style=\"width:{wide}em\"></span>");
                continue;
            }
        };
        let safe = escape(&clean(letters)).replace('\n', "<br>");
        if name.is_empty() {
            all.push_str(&safe);
        } else {
            let _ = write!(all, "<{name}>{safe}</{name}>");
        }
    }
    all
}
