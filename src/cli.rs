//! The commands of `quorate`; each is a call into the modules that do the work.

mod ask;
mod charters;
mod export;
mod files;
mod into;
mod key;
mod register;
mod sign;
mod verify;

use crate::act;
use crate::charter::{self, Charter};
use crate::ledger::{Ledger, LedgerError};
use crate::machine::now;
use crate::record::{Command as Ask, Request};
use crate::text::Lang;
use crate::{judge, seal, shipped, store, text, ui};
use anyhow::{anyhow, bail};
use clap::{Parser, Subcommand};
use files::file;
use std::io::{BufReader, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

mod funds;
mod out;
mod paper;
mod press;

/// Runs an association's live assemblies by its own charter. 按章程开会。
#[derive(Parser)]
#[command(name = "quorate", version, about)]
struct Cli {
    /// Language: zh, en or both. 语言。
    #[arg(long, global = true, value_enum)]
    lang: Option<Lang>,
    #[command(subcommand)]
    task: Option<Task>,
}

#[derive(Subcommand)]
enum Task {
    /// Opens the full-screen program on a sample book. 用示例会议簿打开。
    Demo {
        /// Keep the sample book here. 保存示例会议簿。
        #[arg(long, value_name = "FILE")]
        keep: Option<PathBuf>,
    },
    /// Makes a book for your association and opens it. 新建会议簿。
    New {
        /// The book to be made.
        book: PathBuf,
        /// Charter file; the shipped one where absent.
        #[arg(long)]
        charter: Option<PathBuf>,
        /// Roster of members: xlsx, xls, ods or csv.
        #[arg(long)]
        roster: Option<PathBuf>,
        /// Only make the book.
        #[arg(long)]
        no_screen: bool,
    },
    /// Opens a book on the full screen. 打开会议簿。
    Open {
        /// The book.
        book: PathBuf,
    },
    /// Shows the hall view of a live book on the projector. 会场大屏。
    Hall {
        /// The book.
        book: PathBuf,
    },
    /// Reads commands, one JSON object a line. 按行读取命令。
    Act {
        /// The book; made when the first command is `new`.
        book: PathBuf,
    },
    /// Writes the minutes of a meeting, or the whole folder of it. 导出会议记录、归档文件夹。
    Export(export::Wanted),
    /// Makes a paper: notice, ballot, certificate and others. 出具文书。
    Paper(paper::Wanted),
    /// Checks or shows a charter file. 检查或显示章程。
    Charter {
        #[command(subcommand)]
        task: charters::Charters,
    },
    /// Rules on counts given a JSON line each. 按规则裁定已有的票数。
    Judge {
        /// Charter file, or the id of one that comes along.
        charter: PathBuf,
        /// Id of a power or of a rule; `charter show` lists them.
        #[arg(long, value_name = "KEY")]
        power: String,
    },
    /// The register as a table: read in, written out, listed. 成员名册。
    Register {
        #[command(subcommand)]
        task: register::Task,
    },
    /// Statement, list and ledger file of the funds. 经费。
    Funds {
        #[command(subcommand)]
        task: funds::Task,
    },
    /// Signs a folder of papers, or takes in signatures made elsewhere. 签署导出的文件夹。
    Sign(sign::Sign),
    /// Keys to sign with: made, shown. 签名密钥。
    Key {
        #[command(subcommand)]
        task: key::Task,
    },
    /// Verifies a book, a folder or minutes, and works every decision out again. 校验会议簿、文件夹或会议记录。
    Verify {
        /// The book, the folder or minutes.json.
        record: PathBuf,
        /// Whether it goes on from an older book, folder, minutes.json, or a last entry as printed.
        #[arg(long, value_name = "OLD")]
        extends: Option<String>,
        /// The book a folder was exported from: its keys are believed, and a signature it has is missed.
        #[arg(long)]
        book: Option<PathBuf>,
    },
    /// Copies a book safely, also while it is in use. 备份会议簿。
    Backup {
        /// The book.
        book: PathBuf,
        /// The copy.
        to: PathBuf,
    },
    /// Prints the table of keys. 打印按键表。
    Keys,
}

/// Runs the program.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let lang = cli.lang.unwrap_or_else(language_of_the_machine);
    match run(cli.task, cli.lang, lang) {
        Ok(code) => code,
        Err(error) if out::is_unread(&error) => ExitCode::from(out::UNREAD),
        Err(error) => {
            out::note(format_args!("quorate: {}", error_text(lang, &error)));
            ExitCode::FAILURE
        }
    }
}

/// Chinese unless the machine speaks something else: the first charter's halls are Chinese.
fn language_of_the_machine() -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    match set.as_deref() {
        None | Some("C" | "POSIX" | "C.UTF-8" | "C.utf8") => Lang::Zh,
        Some(value) if value.starts_with("zh") => Lang::Zh,
        Some(_) => Lang::En,
    }
}

fn error_text(lang: Lang, error: &anyhow::Error) -> String {
    if let Some(error) = error.downcast_ref::<LedgerError>() {
        return text::store::ledger_error(lang, error);
    }
    if let Some(error) = error.downcast_ref::<std::io::Error>() {
        return text::files::why(lang, error);
    }
    if let Some(error) = error.downcast_ref::<store::LogError>() {
        return text::store::log_error(lang, error);
    }
    format!("{error:#}")
}

fn run(task: Option<Task>, chosen: Option<Lang>, lang: Lang) -> anyhow::Result<ExitCode> {
    match task {
        None => {
            use clap::CommandFactory;
            Cli::command().print_help()?;
            Ok(ExitCode::SUCCESS)
        }
        Some(Task::Demo { keep }) => {
            needs_terminal(lang)?;
            let kept = keep.is_some();
            let path = match keep {
                Some(path) => path,
                None => {
                    std::env::temp_dir().join(format!("quorate-demo-{}.book", std::process::id()))
                }
            };
            crate::demo::make(&path, now(), lang)?;
            let end = ui::demo(&path, chosen.unwrap_or(Lang::Zh), kept);
            if !kept {
                forget_demo(&path);
            }
            end
        }
        Some(Task::New { book, charter, roster, no_screen }) => {
            new(lang, &book, charter.as_deref(), roster.as_deref())?;
            if no_screen || !std::io::stdout().is_terminal() {
                out::line(book.display());
                return Ok(ExitCode::SUCCESS);
            }
            ui::console(&book, lang)
        }
        Some(Task::Open { book }) => {
            needs_terminal(lang)?;
            ui::console(&book, lang)
        }
        Some(Task::Hall { book }) => {
            needs_terminal(lang)?;
            ui::hall(&book, lang)
        }
        Some(Task::Act { book }) => {
            let door = act::Door { book: &book, lang, now };
            let well = act::run(&door, BufReader::new(std::io::stdin()), std::io::stdout().lock())?;
            Ok(if well { ExitCode::SUCCESS } else { ExitCode::from(1) })
        }
        Some(Task::Export(wanted)) => export::run(lang, &wanted),
        Some(Task::Paper(wanted)) => paper::run(lang, &wanted),
        Some(Task::Charter { task }) => charters::run(lang, task),
        Some(Task::Judge { charter, power }) => judged(lang, &charter, &power),
        Some(Task::Register { task }) => register::run(lang, task).map(|()| ExitCode::SUCCESS),
        Some(Task::Funds { task }) => funds::run(lang, task),
        Some(Task::Sign(task)) => sign::run(
            lang,
            &sign::Machine { agent: seal::agent::address(|name| std::env::var_os(name)) },
            task,
        ),
        Some(Task::Key { task }) => key::run(lang, task),
        Some(Task::Verify { record, extends, book }) => {
            verify::run(lang, &record, extends.as_deref(), book.as_deref())
        }
        Some(Task::Backup { book, to }) => {
            let mut log = store::Sqlite::open(&book)?;
            let report = log.backup_to(&to)?;
            out::line(format_args!("{} {}", report.head.seq, report.head.hash.hex()));
            Ok(ExitCode::SUCCESS)
        }
        Some(Task::Keys) => {
            out::text(ui::keys::manual());
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// The sample book of one look is no record: it goes when the program is left.
fn forget_demo(path: &Path) {
    for ending in ["", "-wal", "-shm", ".draft.json", ".hall"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        // What is not there need not be removed.
        let _ = std::fs::remove_file(PathBuf::from(name));
    }
}

fn needs_terminal(lang: Lang) -> anyhow::Result<()> {
    if std::io::stdout().is_terminal() {
        return Ok(());
    }
    bail!(lang.say([
        "标准输出不是终端，无法打开全屏界面；脚本请用 quorate act",
        "standard output is not a terminal, so the full screen cannot open; scripts use `quorate act`",
    ]))
}

/// A charter file that has no faults, or all its faults in words.
fn read_charter(lang: Lang, text: &str) -> anyhow::Result<Charter> {
    charter::read::read(text).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(|f| text::charter::fault(f, lang)).collect();
        anyhow!("{}", lines.join("\n"))
    })
}

/// The text of a charter: one that comes along, by its id, or a file.
fn charter_file(lang: Lang, path: &Path) -> anyhow::Result<String> {
    if let Some(text) = path.to_str().and_then(shipped::charter).filter(|_| !path.exists()) {
        return Ok(text.to_owned());
    }
    // A bare word that is no file was meant as one of those that come along.
    let word = path.extension().is_none() && path.components().count() == 1;
    if word && !path.exists() {
        let known: Vec<&str> = shipped::CHARTERS.iter().map(|(id, _)| *id).collect();
        let known = known.join(" ");
        let name = path.display();
        bail!(lang.each(|l| match l {
            Lang::En => format!("{name} is neither a file nor a charter that comes along: {known}"),
            _ => format!("{name}既不是文件，也不是随附的章程。随附的有：{known}"),
        }));
    }
    String::from_utf8(file(lang, path)?).map_err(|_| {
        anyhow!(lang.each(|l| match l {
            Lang::En => format!("{} is not UTF-8 text; save it as UTF-8", path.display()),
            _ => format!("{}不是UTF-8文本，请另存为UTF-8", path.display()),
        }))
    })
}

/// Makes a book with its opening entries.
pub fn new(
    lang: Lang,
    book: &Path,
    charter: Option<&Path>,
    roster: Option<&Path>,
) -> anyhow::Result<Ledger> {
    let text = match charter {
        Some(path) => charter_file(lang, path)?,
        None => shipped::CHARTERS.first().map(|c| c.1.to_owned()).unwrap_or_default(),
    };
    let charter = read_charter(lang, &text)?;
    if let Some(warning) = text::charter::unconfirmed(&charter) {
        out::note(format_args!("quorate: {}", lang.pick(&warning)));
    }
    // The roster is read before the book is made: a bad row leaves nothing behind.
    let wanted = roster.map(|path| register::opening(lang, &charter, path)).transpose()?;
    let adopt = Ask::AdoptCharter { text, basis: String::new() };
    let outcome = Ledger::create(book, &Request::new(now(), adopt))?;
    let mut ledger = made(lang, &crate::record::Book::default(), outcome)?;
    if let Some(wanted) = wanted {
        register::enter(lang, &mut ledger, &wanted, "")?;
    }
    Ok(ledger)
}

fn made<T>(
    lang: Lang,
    book: &crate::record::Book,
    outcome: Result<T, crate::record::Refusal>,
) -> anyhow::Result<T> {
    outcome.map_err(|refusal| {
        anyhow!(text::findings::refusal(lang, book, &refusal, text::findings::Reader::Recorder))
    })
}

/// Rules on the lines of standard input; what could not be judged is said again at the end.
fn judged(lang: Lang, path: &Path, key: &str) -> anyhow::Result<ExitCode> {
    let charter = read_charter(lang, &charter_file(lang, path)?)?;
    let power = judge::power(&charter, key)
        .ok_or_else(|| anyhow!(lang.pick(&text::judge::unknown_key(&charter, key))))?;
    let out = std::io::BufWriter::new(std::io::stdout().lock());
    let faults = judge::run(&power, std::io::stdin().lock(), out)?;
    for (line, fault) in faults.iter().take(5) {
        let said = text::judge::fault(*line, fault.code(), fault.figure(), &judge::detail(fault));
        out::note(format_args!("quorate: {}", lang.pick(&said)));
    }
    Ok(if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
