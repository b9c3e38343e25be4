//! Colours by role: no view names a colour, it names what the thing is, and the theme says how that looks here.
//!
//! A view paints its whole area in [`Role::Text`] first. Highlights (see [`Role::is_highlight`]) bring both foreground
//! and background; all other roles bring a foreground only and lie readably on the text's and the selection's ground.

use ratatui::style::{Color, Modifier, Style};

/// What a thing on the screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The heading of a screen or pane.
    Title,
    /// Ordinary text, and the ground of every screen.
    Text,
    /// What is less important; still readable.
    Dim,
    /// The frame of a pane without the focus.
    PaneBorder,
    /// Frame and title of the pane with the focus.
    PaneFocus,
    /// The ground of a popup.
    Popup,
    /// A text field.
    Field,
    /// The selected row.
    Selection,
    /// What has just changed.
    Accent,
    /// A member who is present.
    Present,
    /// A member who is absent.
    Absent,
    /// A member represented by another.
    Proxy,
    /// Votes in favour.
    VoteYes,
    /// Votes against.
    VoteNo,
    /// Abstentions.
    VoteAbstain,
    /// The empty part of a bar.
    Track,
    /// The mark of a threshold on a bar.
    Mark,
    /// The result: carried.
    Carried,
    /// The result: lost.
    Lost,
    /// A message from the program.
    Notice,
    /// A refusal or a danger.
    Warning,
    /// A key that works now.
    Key,
    /// A key that does not work now.
    KeyOff,
    /// The hall view's heading and its ground.
    HallTitle,
    /// The hall view's text and its ground.
    HallText,
    /// The hall view's votes in favour.
    HallYes,
    /// The hall view's votes against.
    HallNo,
    /// The hall view's abstentions.
    HallAbstain,
    /// The hall view's empty part of a bar.
    HallTrack,
    /// The hall view's threshold marks.
    HallMark,
    /// The hall view's result: carried.
    HallCarried,
    /// The hall view's result: lost.
    HallLost,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 32] = [
        Role::Title,
        Role::Text,
        Role::Dim,
        Role::PaneBorder,
        Role::PaneFocus,
        Role::Popup,
        Role::Field,
        Role::Selection,
        Role::Accent,
        Role::Present,
        Role::Absent,
        Role::Proxy,
        Role::VoteYes,
        Role::VoteNo,
        Role::VoteAbstain,
        Role::Track,
        Role::Mark,
        Role::Carried,
        Role::Lost,
        Role::Notice,
        Role::Warning,
        Role::Key,
        Role::KeyOff,
        Role::HallTitle,
        Role::HallText,
        Role::HallYes,
        Role::HallNo,
        Role::HallAbstain,
        Role::HallTrack,
        Role::HallMark,
        Role::HallCarried,
        Role::HallLost,
    ];

    /// Does the role bring its own background, in every theme?
    pub fn is_highlight(self) -> bool {
        use Role::*;
        matches!(
            self,
            Text | Popup
                | Field
                | Selection
                | Carried
                | Lost
                | Notice
                | Warning
                | HallTitle
                | HallText
        )
    }
}

/// Which look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    /// Light letters on a dark ground.
    #[default]
    Dark,
    /// Dark letters on a light ground.
    Light,
    /// For projectors: the highest contrast, nothing dim.
    Hall,
    /// No colour at all, weight and reversal only (NO_COLOR).
    Mono,
}

/// How many colours the terminal knows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Depth {
    /// 24 bit.
    True,
    /// The 256 of xterm.
    Indexed,
    /// The 16 of the palette, which the user may have changed.
    #[default]
    Basic,
}

impl Depth {
    /// Judges by the values of COLORTERM and TERM; when they say nothing, by the system: a Windows console, which sets
    /// neither, knows 24 bit.
    pub fn read(colorterm: Option<&str>, term: Option<&str>) -> Self {
        let term = term.unwrap_or("");
        if matches!(colorterm, Some("truecolor" | "24bit"))
            || term.contains("direct")
            || (term.is_empty() && cfg!(windows))
        {
            Self::True
        } else if term.contains("256")
            || ["kitty", "alacritty", "ghostty", "foot", "wezterm"].iter().any(|t| term.contains(t))
        {
            Self::Indexed
        } else {
            Self::Basic
        }
    }
}

/// A look, in the colours this terminal knows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Theme {
    /// Which look.
    pub kind: Kind,
    /// In how many colours.
    pub depth: Depth,
}

/// A colour in its forms: 24 bit (from which the 256 form is taken) and the nearest of the 16.
#[derive(Clone, Copy)]
struct Ink(u32, Color);

const BLACK: Ink = Ink(0x000000, Color::Black);
const WHITE: Ink = Ink(0xffffff, Color::White);

mod dark {
    use super::{Color, Ink};
    pub const GROUND: Ink = Ink(0x14181f, Color::Black);
    pub const RAISED: Ink = Ink(0x1f2631, Color::Black);
    pub const FIELD: Ink = Ink(0x2a3340, Color::DarkGray);
    pub const SELECTED: Ink = Ink(0x1d3f66, Color::Blue);
    pub const TEXT: Ink = Ink(0xd7dde6, Color::White);
    pub const BRIGHT: Ink = Ink(0xffffff, Color::White);
    pub const DIM: Ink = Ink(0x9da8b7, Color::Gray);
    pub const LINE: Ink = Ink(0x5d6a7c, Color::DarkGray);
    pub const FOCUS: Ink = Ink(0x7fc8ff, Color::LightCyan);
    pub const GREEN: Ink = Ink(0x7fd98f, Color::LightGreen);
    pub const RED: Ink = Ink(0xff9a8f, Color::LightRed);
    pub const AMBER: Ink = Ink(0xf2c96b, Color::LightYellow);
    pub const VIOLET: Ink = Ink(0xcfb4ff, Color::LightMagenta);
    pub const CARRIED: Ink = Ink(0x1c6b35, Color::Green);
    pub const LOST: Ink = Ink(0x9b2c23, Color::Red);
    pub const NOTICE: Ink = Ink(0x1f5a86, Color::Blue);
    pub const WARNING: Ink = Ink(0xf2c96b, Color::Yellow);
}

mod light {
    use super::{Color, Ink};
    pub const GROUND: Ink = Ink(0xfbfbf8, Color::White);
    pub const RAISED: Ink = Ink(0xeef0f2, Color::White);
    pub const FIELD: Ink = Ink(0xe2e8ef, Color::Gray);
    pub const SELECTED: Ink = Ink(0xcfe2f7, Color::Gray);
    pub const TEXT: Ink = Ink(0x1e242c, Color::Black);
    pub const DIM: Ink = Ink(0x4d5866, Color::Black);
    pub const LINE: Ink = Ink(0x8b95a3, Color::DarkGray);
    pub const FOCUS: Ink = Ink(0x0b55a0, Color::Blue);
    pub const GREEN: Ink = Ink(0x17632c, Color::Green);
    pub const RED: Ink = Ink(0xa82016, Color::Red);
    pub const AMBER: Ink = Ink(0x744d00, Color::Blue);
    pub const VIOLET: Ink = Ink(0x6b2fa8, Color::Magenta);
    pub const WARNING: Ink = Ink(0xffd866, Color::Yellow);
}

mod hall {
    use super::{Color, Ink};
    pub const SELECTED: Ink = Ink(0x003c78, Color::Blue);
    pub const FIELD: Ink = Ink(0x262626, Color::DarkGray);
    pub const CYAN: Ink = Ink(0x6ce5ff, Color::LightCyan);
    pub const GREEN: Ink = Ink(0x5cff7a, Color::LightGreen);
    pub const RED: Ink = Ink(0xff8377, Color::LightRed);
    pub const YELLOW: Ink = Ink(0xffe04d, Color::LightYellow);
    pub const TRACK: Ink = Ink(0x8a8a8a, Color::Gray);
}

/// How `role` looks in `theme`.
pub fn style(theme: Theme, role: Role) -> Style {
    if theme.kind == Kind::Mono {
        return mono(role);
    }
    let (fg, bg, weight) = match theme.kind {
        Kind::Dark | Kind::Mono => dark(role),
        Kind::Light => light(role),
        Kind::Hall => projector(role),
    };
    let style = Style::new().fg(form(fg, theme.depth)).add_modifier(weight);
    match bg {
        Some(bg) => style.bg(form(bg, theme.depth)),
        None => style,
    }
}

const PLAIN: Modifier = Modifier::empty();
const BOLD: Modifier = Modifier::BOLD;
type Look = (Ink, Option<Ink>, Modifier);

fn dark(role: Role) -> Look {
    use dark::*;
    match role {
        Role::Text => (TEXT, Some(GROUND), PLAIN),
        Role::Popup => (TEXT, Some(RAISED), PLAIN),
        Role::Field => (BRIGHT, Some(FIELD), PLAIN),
        Role::Selection => (BRIGHT, Some(SELECTED), BOLD),
        Role::Title => (BRIGHT, None, BOLD),
        Role::Dim | Role::KeyOff | Role::Absent => (DIM, None, PLAIN),
        Role::PaneBorder | Role::Track => (LINE, None, PLAIN),
        Role::PaneFocus | Role::Key => (FOCUS, None, BOLD),
        Role::Accent | Role::Mark => (AMBER, None, BOLD),
        Role::Present | Role::VoteYes => (GREEN, None, PLAIN),
        Role::VoteNo => (RED, None, PLAIN),
        Role::VoteAbstain => (AMBER, None, PLAIN),
        Role::Proxy => (VIOLET, None, PLAIN),
        Role::Carried => (BRIGHT, Some(CARRIED), BOLD),
        Role::Lost => (BRIGHT, Some(LOST), BOLD),
        Role::Notice => (BRIGHT, Some(NOTICE), PLAIN),
        Role::Warning => (BLACK, Some(WARNING), BOLD),
        _ => projector(role),
    }
}

fn light(role: Role) -> Look {
    use light::*;
    match role {
        Role::Text | Role::HallText => (TEXT, Some(GROUND), PLAIN),
        Role::HallTitle => (BLACK, Some(GROUND), BOLD),
        Role::Popup => (TEXT, Some(RAISED), PLAIN),
        Role::Field => (BLACK, Some(FIELD), PLAIN),
        Role::Selection => (BLACK, Some(SELECTED), BOLD),
        Role::Title => (BLACK, None, BOLD),
        Role::Dim | Role::KeyOff | Role::Absent => (DIM, None, PLAIN),
        Role::PaneBorder | Role::Track | Role::HallTrack => (LINE, None, PLAIN),
        Role::PaneFocus | Role::Key => (FOCUS, None, BOLD),
        Role::Accent | Role::Mark | Role::HallMark => (AMBER, None, BOLD),
        Role::Present | Role::VoteYes | Role::HallYes => (GREEN, None, PLAIN),
        Role::VoteNo | Role::HallNo => (RED, None, PLAIN),
        Role::VoteAbstain | Role::HallAbstain => (AMBER, None, PLAIN),
        Role::Proxy => (VIOLET, None, PLAIN),
        Role::HallCarried => (GREEN, None, BOLD),
        Role::HallLost => (RED, None, BOLD),
        Role::Carried => (WHITE, Some(GREEN), BOLD),
        Role::Lost => (WHITE, Some(RED), BOLD),
        Role::Notice => (WHITE, Some(FOCUS), PLAIN),
        Role::Warning => (BLACK, Some(WARNING), BOLD),
    }
}

/// Nothing here is dim: a projector in a lit room swallows every grey.
fn projector(role: Role) -> Look {
    use hall::*;
    match role {
        Role::Text | Role::HallText | Role::Popup => (WHITE, Some(BLACK), PLAIN),
        Role::HallTitle => (WHITE, Some(BLACK), BOLD),
        Role::Field => (WHITE, Some(FIELD), PLAIN),
        Role::Selection => (WHITE, Some(SELECTED), BOLD),
        Role::Title => (WHITE, None, BOLD),
        Role::Dim | Role::KeyOff | Role::Absent | Role::PaneBorder => (WHITE, None, PLAIN),
        Role::Track | Role::HallTrack => (TRACK, None, PLAIN),
        Role::PaneFocus | Role::Key => (CYAN, None, BOLD),
        Role::Accent | Role::Mark | Role::HallMark => (YELLOW, None, BOLD),
        Role::Present | Role::VoteYes | Role::HallYes => (GREEN, None, PLAIN),
        Role::VoteNo | Role::HallNo => (RED, None, PLAIN),
        Role::VoteAbstain | Role::HallAbstain | Role::Proxy => (YELLOW, None, PLAIN),
        Role::HallCarried => (GREEN, None, BOLD),
        Role::HallLost => (RED, None, BOLD),
        Role::Carried => (BLACK, Some(GREEN), BOLD),
        Role::Lost => (BLACK, Some(RED), BOLD),
        Role::Notice => (BLACK, Some(CYAN), BOLD),
        Role::Warning => (BLACK, Some(YELLOW), BOLD),
    }
}

/// The terminal's own two colours, and weight: what NO_COLOR leaves.
fn mono(role: Role) -> Style {
    let style = Style::new().fg(Color::Reset);
    let ground = style.bg(Color::Reset);
    match role {
        Role::Text | Role::Popup | Role::HallText => ground,
        Role::HallTitle => ground.bold(),
        Role::Field => ground.underlined(),
        Role::Selection | Role::Notice => ground.reversed(),
        Role::Carried | Role::Lost | Role::Warning => ground.reversed().bold(),
        Role::Title | Role::PaneFocus | Role::Accent | Role::Mark | Role::Key => style.bold(),
        Role::HallMark | Role::HallCarried | Role::HallLost => style.bold(),
        Role::Dim | Role::KeyOff | Role::PaneBorder | Role::Track | Role::HallTrack => style.dim(),
        _ => style,
    }
}

fn form(Ink(rgb, basic): Ink, depth: Depth) -> Color {
    let [_, r, g, b] = rgb.to_be_bytes();
    match depth {
        Depth::True => Color::Rgb(r, g, b),
        Depth::Indexed => Color::Indexed(nearest(r, g, b)),
        Depth::Basic => basic,
    }
}

/// The nearest colour in the fixed part of xterm's 256: the 6 x 6 x 6 cube or the grey ramp.
fn nearest(r: u8, g: u8, b: u8) -> u8 {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let far = |x: u8, y: u8| u32::from(x.abs_diff(y)).pow(2);
    let step = |v: u8| (0..6u8).min_by_key(|i| far(STEPS[usize::from(*i)], v)).unwrap_or(0);
    let (i, j, k) = (step(r), step(g), step(b));
    let cube = far(STEPS[usize::from(i)], r)
        + far(STEPS[usize::from(j)], g)
        + far(STEPS[usize::from(k)], b);
    let ramp = |n: u8| far(8 + 10 * n, r) + far(8 + 10 * n, g) + far(8 + 10 * n, b);
    let grey = (0..24u8).min_by_key(|n| ramp(*n)).unwrap_or(0);
    if ramp(grey) < cube { 232 + grey } else { 16 + 36 * i + 6 * j + k }
}
