//! What the console looks at and has typed: focus, selection, layers, language. Never stored.

use super::field::{Accept, Field};
use super::form::Form;
use super::keys::Action;
use super::theme::{Depth, Kind, Theme};
use crate::charter::Method;
use crate::record::{Command, Finding, Stamp};
use crate::text::Lang;
use ratatui::layout::Size;

/// A pane of the console.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// Attendance.
    Door,
    /// Agenda.
    Agenda,
    /// Motion entry.
    Motion,
    /// Tally.
    Vote,
}

impl Pane {
    /// In the order Tab goes.
    pub const ALL: [Self; 4] = [Self::Door, Self::Agenda, Self::Motion, Self::Vote];

    /// The pane so many places on.
    pub fn step(self, by: usize) -> Self {
        let at = Self::ALL.iter().position(|p| *p == self).unwrap_or(0);
        Self::ALL.get((at + by) % Self::ALL.len()).copied().unwrap_or(self)
    }
}

/// What choosing a line of a menu does.
#[derive(Debug, Clone, PartialEq)]
pub enum Pick {
    /// An action of the table.
    Do(Action),
    /// Opens a form made ready.
    Open(Box<Opening>),
    /// Submits a command.
    Submit(Box<Command>),
    /// Opens a vote this way.
    Vote(u32, Method, Vec<usize>),
    /// Looks at another meeting.
    Meeting(u32),
    /// Goes to a desk.
    Desk(super::desks::Which),
    /// Enters the table that was shown.
    Import,
    /// What the desk of the funds does beside its forms.
    Funds(super::desks::funds_papers::Deed),
    /// What the desk of minutes does beside its forms.
    Minutes(super::desks::minutes::Deed),
    /// Shows a menu of these lines.
    Lines(Vec<(String, String, Pick)>),
    /// What is done with the draft of the charter in hand.
    Draft(super::desks::draft_changes::Deed),
    /// Writes the extract of a decision beside the book.
    WriteExtract(u32),
    /// Shows the details of a row of the desk as a page.
    Page(u64),
    /// Looks at another part of the desk, such as a year.
    Part(u32),
}

/// A form to be opened from a menu.
#[derive(Debug, Clone, PartialEq)]
pub enum Opening {
    /// How a unit is represented, excused or corrected.
    Presence(u32, &'static str),
    /// A reading's option to be adopted.
    Reading(String, String),
    /// A correction of a vote's count.
    CorrectCount(u32),
    /// A note to be edited.
    EditNote(u32),
    /// A decision's text or enactment to be corrected.
    CorrectText(u32),
    /// See above.
    CorrectEnactment(u32),
    /// A decision to be carried out or reported on.
    Decisions(super::desks::decision_forms::Step),
    /// Seats of a body.
    Seat(String),
    /// Where a body stands.
    Stand(String),
    /// A meeting of a body by a way of convening.
    Convene(String, String),
    /// A precondition of an item.
    FilePaper(u32, String),
    /// An item to be handed to a body.
    Refer(u32, String),
    /// A motion on a matter.
    Move(u32, String),
    /// An entry of the funds.
    Funds(super::desks::funds_forms::Step),
    /// A doubt about the count, and how it is counted anew.
    Challenge(Method),
    /// What is done with the minutes of a meeting.
    Minutes(super::desks::minutes_forms::Ask),
    /// A form of the register.
    Register(super::desks::register_forms::Step),
    /// What lies between notice and door.
    Notice(super::desks::notice_forms::Ask),
    /// A step of a case, a review, an office given up.
    Case(super::desks::case_forms::Ask),
}

/// A menu.
#[derive(Debug, Clone)]
pub struct Menu {
    /// Title.
    pub title: String,
    /// Lines: key shown, label, what it does.
    pub lines: Vec<(String, String, Pick)>,
    /// The line chosen, among those shown.
    pub at: usize,
    /// Letters typed to find a line.
    pub query: Box<Field>,
}

/// What the text of a page is, and so how it is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// Plain text, wrapped.
    Text,
    /// A paper in Markdown, shown without its signs.
    Paper,
    /// The table of keys, in as many columns as fit.
    Keys,
}

/// A page to be read.
#[derive(Debug, Clone)]
pub struct Page {
    /// Title.
    pub title: String,
    /// What the text is.
    pub body: Body,
    /// Text, wrapped when drawn.
    pub text: String,
    /// First line shown.
    pub top: usize,
    /// What Enter does; the page is only closed where there is nothing.
    pub enter: Option<Pick>,
}

/// What lies on top of the panes.
#[derive(Debug, Clone)]
pub enum Layer {
    /// A form.
    Form(Box<Form>),
    /// A menu.
    Menu(Menu),
    /// A page.
    Page(Page),
    /// A refusal or an error: what, and whether it is grave.
    Notice {
        /// Title.
        title: String,
        /// Sentences.
        text: String,
    },
    /// Leaving while a meeting is open.
    AskLeave,
    /// The papers of an election are read in.
    Counting(Box<super::counting::Counting>),
    /// The hall view in this terminal.
    Hall,
}

/// A command that waits for a reason.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// The command.
    pub command: Command,
    /// The meeting it is about.
    pub meeting: Option<u32>,
    /// Contents of the papers it keeps.
    pub blobs: Vec<Vec<u8>>,
    /// The warnings to be answered.
    pub warnings: Vec<Finding>,
}

/// A line about what was done last.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// The text.
    pub text: String,
    /// Whether it warns.
    pub warns: bool,
}

/// What the console looks at.
#[derive(Debug)]
pub struct View {
    /// Language.
    pub lang: Lang,
    /// Colours.
    pub theme: Theme,
    /// What stands in place of the meeting's panes.
    pub place: super::desk::Place,
    /// Line chosen on the home screen.
    pub home_at: usize,
    /// The pane with the focus.
    pub focus: Pane,
    /// The meeting looked at; the one in hand where `None`.
    pub meeting: Option<u32>,
    /// What was typed at the door.
    pub search: Field,
    /// Row chosen at the door, on the agenda, among motions, among voters, on the home screen.
    pub at: [usize; 4],
    /// Layers, topmost last.
    pub layers: Vec<Layer>,
    /// What was done last.
    pub said: Said,
    /// The next act happened at this time (补录).
    pub late: Option<Stamp>,
    /// The counting group whose papers are read in at this desk; the only one where empty.
    pub counting_group: String,
    /// Hall mode.
    pub hall: super::hall::Mode,
    /// Size at the last drawing.
    pub size: Size,
    /// Half-typed text of forms that were left, and what was found of it at the start.
    pub kept: std::collections::BTreeMap<String, String>,
}

impl View {
    /// A fresh view.
    pub fn new(lang: Lang, theme: Theme) -> Self {
        Self {
            lang,
            theme,
            place: super::desk::Place::Meeting,
            home_at: 0,
            focus: Pane::Door,
            meeting: None,
            search: Field::new(Accept::Line),
            at: [0; 4],
            layers: Vec::new(),
            said: Said::default(),
            late: None,
            counting_group: String::new(),
            hall: super::hall::Mode::Show,
            size: Size::new(120, 36),
            kept: std::collections::BTreeMap::new(),
        }
    }
    /// A view for tests: dark, without colours.
    pub fn plain(lang: Lang) -> Self {
        Self::new(lang, Theme { kind: Kind::Mono, depth: Depth::Basic })
    }
    /// The place chosen in a pane.
    pub fn at(&self, pane: Pane) -> usize {
        self.at.get(pane as usize).copied().unwrap_or(0)
    }
    /// Sets the place chosen in a pane.
    pub fn set_at(&mut self, pane: Pane, at: usize) {
        if let Some(place) = self.at.get_mut(pane as usize) {
            *place = at;
        }
    }
    /// Says what was done.
    pub fn say(&mut self, text: impl Into<String>) {
        self.said = Said { text: text.into(), warns: false };
    }
    /// Says what is remarkable.
    pub fn warn(&mut self, text: impl Into<String>) {
        self.said = Said { text: text.into(), warns: true };
    }
    /// Puts a layer on top.
    pub fn put(&mut self, layer: Layer) {
        self.layers.push(layer);
    }
    /// Shows a page.
    pub fn page(&mut self, title: impl Into<String>, text: impl Into<String>) {
        self.page_of(Body::Text, title, text);
    }
    /// Shows a page of another kind.
    pub fn page_of(&mut self, body: Body, title: impl Into<String>, text: impl Into<String>) {
        let (title, text, enter) = (title.into(), text.into(), None);
        self.put(Layer::Page(Page { title, body, text, top: 0, enter }));
    }
    /// Shows a page on which Enter goes on.
    pub fn page_before(&mut self, title: impl Into<String>, text: impl Into<String>, enter: Pick) {
        let (title, text, enter) = (title.into(), text.into(), Some(enter));
        self.put(Layer::Page(Page { title, body: Body::Text, text, top: 0, enter }));
    }
    /// Shows a menu, unless it would be empty.
    pub fn menu(&mut self, title: impl Into<String>, lines: Vec<(String, String, Pick)>) {
        if !lines.is_empty() {
            self.put(Layer::Menu(Menu {
                title: title.into(),
                lines,
                at: 0,
                query: Box::new(Field::new(Accept::Line)),
            }));
        }
    }
}
