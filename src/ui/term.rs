//! The terminal's life cycle: taken once, always given back, whatever ends the program; keys, pastes and signals come
//! in through one queue.
//!
//! Nothing here draws and nothing here says a word: what goes wrong is an enum for the caller to say.

use std::io::{self, IsTerminal, Stdout, Write, stdout};
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, Once, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::cursor::Show;
use crossterm::event::{
    self, DisableBracketedPaste, EnableBracketedPaste, Event, KeyEvent, KeyEventKind,
};
use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use ratatui::{Frame, Terminal};

use super::backend::{Ambiguous, Screen, probe};

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// A key went down, or repeats. Ctrl-C and Ctrl-Z are keys like any other.
    Key(KeyEvent),
    /// Text was pasted; every line end is `\n`.
    Paste(String),
    /// Everything must be drawn again: the size changed, or the program came back from the background.
    Resize,
    /// Somebody wants the program to end.
    Signal(Signal),
    /// Nothing happened for as long as asked.
    Tick,
    /// The terminal is gone, or was given back by a panic elsewhere: save what there is and [`quit`].
    InputClosed,
}

/// A signal that ends the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// The terminal's window was closed (SIGHUP).
    HangUp,
    /// SIGINT from outside; the key Ctrl-C comes as a key.
    Interrupt,
    /// SIGQUIT.
    Quit,
    /// SIGTERM.
    Terminate,
}

impl Signal {
    /// The exit status by custom: 128 and the signal's number.
    pub fn exit_code(self) -> i32 {
        match self {
            Self::HangUp => 129,
            Self::Interrupt => 130,
            Self::Quit => 131,
            Self::Terminate => 143,
        }
    }
}

/// The exit status when the terminal is gone: the same as for the signal that usually tells.
pub const GONE: i32 = 129;

/// Why the terminal could not be taken. Nothing has been written to it.
#[derive(Debug)]
pub enum Refused {
    /// Standard output is not a terminal.
    NotATerminal,
    /// The terminal or the system refused.
    Failed(io::Error),
}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

/// True while the terminal is in our hands: makes [`leave`] harmless from any path, any number of times.
static HELD: AtomicBool = AtomicBool::new(false);
/// True while the program is about to stop: nobody reads keys that are meant for the shell.
static PAUSED: AtomicBool = AtomicBool::new(false);
/// Where signals go while the terminal is held.
static INBOX: Mutex<Option<Sender<Wire>>> = Mutex::new(None);

/// How long the program may take to end by itself before a further signal ends it.
#[cfg(unix)]
const PATIENCE: Duration = Duration::from_secs(2);
/// How often to look whether the terminal is still there, and the most that one wait takes.
const CHECK: Duration = Duration::from_secs(1);

#[cfg_attr(not(unix), allow(dead_code))]
enum Wire {
    Msg(Msg),
    /// Stop requested from outside (SIGTSTP).
    Stop,
    /// Running again (SIGCONT), perhaps after a stop which could not be caught.
    Continue,
}

/// The terminal while it is ours. Dropping it gives the terminal back.
pub struct Held {
    terminal: Terminal<Screen<Stdout>>,
    inbox: Receiver<Wire>,
    ended: Arc<AtomicBool>,
}

/// Takes the terminal: raw mode, alternate screen, bracketed paste; no mouse, so that the terminal's own copying works.
/// One `Held` at a time. With [`Ambiguous::Auto`] the terminal is asked for the width it gives to `─`.
///
/// # Errors
/// When standard output is not a terminal, or the terminal refuses; then it is as it was before.
pub fn take(ambiguous: Ambiguous) -> Result<Held, Refused> {
    if !stdout().is_terminal() {
        return Err(Refused::NotATerminal);
    }
    // Crossterm's own NO_COLOR handling writes an empty colour sequence, which resets bold and reverse as well; that
    // choice is the theme's.
    crossterm::style::force_color_output(true);
    restore_on_panic();
    watch_signals()?;
    let (sender, inbox) = mpsc::channel();
    *INBOX.lock().unwrap_or_else(PoisonError::into_inner) = Some(sender.clone());
    let terminal = enter().and_then(|()| {
        let wide = match ambiguous {
            Ambiguous::Auto => probe(&mut stdout()),
            Ambiguous::Narrow => false,
            Ambiguous::Wide => true,
        };
        Terminal::new(Screen::new(stdout(), wide))
    });
    let terminal = terminal.inspect_err(|_| leave())?;
    let ended = Arc::new(AtomicBool::new(false));
    let stop = Arc::clone(&ended);
    thread::spawn(move || read(&sender, &stop));
    Ok(Held { terminal, inbox, ended })
}

impl Held {
    /// Draws one frame.
    ///
    /// # Errors
    /// When the terminal is gone: [`quit`] with [`GONE`].
    pub fn draw(&mut self, view: impl FnOnce(&mut Frame)) -> io::Result<()> {
        let whole = |frame: &mut Frame| {
            view(frame);
            super::clear::whole(frame.buffer_mut());
        };
        self.terminal.draw(whole).map(drop)
    }

    /// Waits up to `wait` and returns everything that has happened, in order, so that the caller draws once for all of
    /// it; `[Tick]` when nothing has. A stop from outside (SIGTSTP) is dealt with in here and comes out as a `Resize`.
    pub fn next(&mut self, wait: Duration) -> Vec<Msg> {
        let until = Instant::now() + wait;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let first = match self.inbox.recv_timeout(left.min(CHECK)) {
                Ok(wire) => wire,
                // A terminal that went without a word: crossterm would never tell, and its reader would spin.
                Err(RecvTimeoutError::Timeout) if !HELD.load(SeqCst) || !stdout().is_terminal() => {
                    return vec![Msg::InputClosed];
                }
                Err(RecvTimeoutError::Timeout) if left > CHECK => continue,
                Err(RecvTimeoutError::Timeout) => return vec![Msg::Tick],
                Err(RecvTimeoutError::Disconnected) => return vec![Msg::InputClosed],
            };
            let mut happened = Vec::new();
            let mut next = Some(first);
            while let Some(wire) = next {
                let msg = match wire {
                    Wire::Msg(msg) => msg,
                    Wire::Stop => again(self.suspend()),
                    Wire::Continue => again(self.resume()),
                };
                if msg != Msg::Resize || !happened.contains(&Msg::Resize) {
                    happened.push(msg);
                }
                next = self.inbox.try_recv().ok();
            }
            return happened;
        }
    }

    /// Forgets what is on the screen: the next frame is painted in full.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn repaint(&mut self) -> io::Result<()> {
        self.terminal.backend_mut().forget();
        self.terminal.clear()
    }

    /// Gives the terminal back to the shell and stops until the shell continues the program.
    fn suspend(&mut self) -> io::Result<()> {
        PAUSED.store(true, SeqCst);
        leave();
        let stopped = stop_here();
        let back = stopped.and_then(|()| self.resume());
        PAUSED.store(false, SeqCst);
        back
    }

    /// Takes the terminal again, in whatever state the shell left it.
    fn resume(&mut self) -> io::Result<()> {
        // Crossterm believes that raw mode is still on; the shell may have turned it off.
        disable_raw_mode()?;
        enter()?;
        self.repaint()
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.ended.store(true, SeqCst);
        *INBOX.lock().unwrap_or_else(PoisonError::into_inner) = None;
        leave();
    }
}

/// Gives the terminal back and ends the program. Better than returning when the terminal may be gone: nothing is
/// dropped, so nothing can try to write a message to it and abort.
pub fn quit(held: Held, code: i32) -> ! {
    leave();
    std::mem::forget(held);
    std::process::exit(code)
}

/// Undoes all that [`take`] did to the terminal, once; from any thread and any state. Never panics and says nothing,
/// since standard error may be the same dead terminal.
pub fn leave() {
    if !HELD.swap(false, SeqCst) {
        return;
    }
    let mut bytes = Vec::new();
    // A frame may have been cut off in its middle, so synchronized output and colours are ended as well.
    let _ = queue!(
        bytes,
        EndSynchronizedUpdate,
        SetAttribute(Attribute::Reset),
        DisableBracketedPaste,
        Show,
        LeaveAlternateScreen
    );
    let mut out = stdout();
    let _ = out.write_all(&bytes).and_then(|()| out.flush());
    let _ = disable_raw_mode();
}

fn enter() -> io::Result<()> {
    enable_raw_mode()?;
    HELD.store(true, SeqCst);
    let mut bytes = Vec::new();
    queue!(bytes, EnterAlternateScreen, EnableBracketedPaste)?;
    let mut out = stdout();
    out.write_all(&bytes)?;
    out.flush()
}

fn again(done: io::Result<()>) -> Msg {
    // After a hang-up the kernel also sends SIGCONT, and the terminal cannot be taken again.
    if done.is_ok() { Msg::Resize } else { Msg::InputClosed }
}

/// A panic's message must not land on the alternate screen and vanish with it. Hooked once: a hook for each time the
/// terminal is taken would nest.
fn restore_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            leave();
            usual(info);
        }));
    });
}

/// The thread that reads keys.
fn read(inbox: &Sender<Wire>, ended: &AtomicBool) {
    // Long, so that an idle program sleeps; keys end the wait at once.
    const WAIT: Duration = Duration::from_millis(500);
    while !ended.load(SeqCst) {
        if PAUSED.load(SeqCst) {
            thread::sleep(Duration::from_millis(20));
            continue;
        }
        let event = match event::poll(WAIT) {
            Ok(false) => continue,
            // An event after the end belongs to whoever takes the terminal next.
            Ok(true) if ended.load(SeqCst) || PAUSED.load(SeqCst) => continue,
            Ok(true) => event::read(),
            Err(error) => Err(error),
        };
        let msg = match event {
            Ok(event) => match translate(event) {
                Some(msg) => msg,
                None => continue,
            },
            Err(_) => Msg::InputClosed,
        };
        let last = msg == Msg::InputClosed;
        if inbox.send(Wire::Msg(msg)).is_err() || last {
            return;
        }
    }
}

/// The message for an event; `None` for those that mean nothing here, such as a key going up (Windows).
pub fn translate(event: Event) -> Option<Msg> {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Release => None,
        Event::Key(key) => Some(Msg::Key(key)),
        Event::Paste(text) => Some(Msg::Paste(text.replace("\r\n", "\n").replace('\r', "\n"))),
        Event::Resize(..) => Some(Msg::Resize),
        _ => None,
    }
}

#[cfg(unix)]
fn stop_here() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)
}

#[cfg(not(unix))]
fn stop_here() -> io::Result<()> {
    Ok(())
}

/// The thread that passes signals on, started once: handlers cannot be taken away again, so while the terminal is not
/// held, it gives every signal its usual effect.
#[cfg(unix)]
fn watch_signals() -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    static WATCHED: AtomicBool = AtomicBool::new(false);
    if WATCHED.swap(true, SeqCst) {
        return Ok(());
    }
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])
        .inspect_err(|_| WATCHED.store(false, SeqCst))?;
    thread::spawn(move || {
        let mut asked: Option<Instant> = None;
        for number in signals.forever() {
            let wire = match number {
                SIGTSTP => Wire::Stop,
                SIGCONT => Wire::Continue,
                SIGHUP => Wire::Msg(Msg::Signal(Signal::HangUp)),
                SIGINT => Wire::Msg(Msg::Signal(Signal::Interrupt)),
                SIGQUIT => Wire::Msg(Msg::Signal(Signal::Quit)),
                _ => Wire::Msg(Msg::Signal(Signal::Terminate)),
            };
            let ends = matches!(wire, Wire::Msg(_));
            let inbox = INBOX.lock().unwrap_or_else(PoisonError::into_inner).clone();
            let heard = inbox.is_some_and(|inbox| inbox.send(wire).is_ok());
            if !heard && number != SIGCONT {
                let _ = emulate_default_handler(number);
            } else if heard && ends {
                // The program does not end: asked again, it ends here, and still gives the terminal back.
                if asked.is_some_and(|at| at.elapsed() >= PATIENCE) {
                    leave();
                    std::process::exit(128 + number);
                }
                asked = asked.or_else(|| Some(Instant::now()));
            }
        }
    });
    Ok(())
}

#[cfg(not(unix))]
fn watch_signals() -> io::Result<()> {
    Ok(())
}
