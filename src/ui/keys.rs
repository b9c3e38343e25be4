//! The one table of keys: dispatch, footer, help, menus and `docs/keys.md` all read these rows.

use crate::text::{Lang, Words};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// Where a key is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Everywhere but in a form, a menu or a page.
    Always,
    /// In the attendance pane.
    Door,
    /// In the agenda pane.
    Agenda,
    /// In the motion pane.
    Motion,
    /// In the vote pane.
    Vote,
    /// On the home screen.
    Home,
    /// On the home screen before the first meeting: the opening entries.
    Opening,
    /// At a desk: a list over the whole screen.
    Desk,
    /// Only in the command menu.
    Menu,
    /// Where the papers of an election are read in.
    Counting,
    /// In the window of the hall, `quorate hall`.
    HallWindow,
}

impl Scope {
    /// Every scope, in the order of the manual.
    pub const ALL: &[Self] = &[
        Self::Always,
        Self::Home,
        Self::Opening,
        Self::Desk,
        Self::Door,
        Self::Agenda,
        Self::Motion,
        Self::Vote,
        Self::Menu,
        Self::Counting,
        Self::HallWindow,
    ];

    /// How it is called.
    pub fn name(self) -> Words {
        match self {
            Self::Always => ["任何地方", "Everywhere"],
            Self::Door => ["签到", "Attendance"],
            Self::Agenda => ["议程", "Agenda"],
            Self::Motion => ["议案", "Motion"],
            Self::Vote => ["表决", "Vote"],
            Self::Home => ["首页", "Home"],
            Self::Opening => ["首页（第一次会议之前）", "Home (before the first meeting)"],
            Self::Desk => ["名册、决议等列表", "Lists: register, decisions and others"],
            Self::Menu => ["命令菜单", "Command menu"],
            Self::Counting => ["计票录入", "Reading papers in"],
            Self::HallWindow => ["大屏窗口（quorate hall）", "Hall window (quorate hall)"],
        }
    }
}

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the table below says what each does, in both languages")]
pub enum Action {
    Help,
    Menu,
    NextStep,
    NextPane,
    PreviousPane,
    Article,
    Note,
    Undo,
    Hall,
    Language,
    Minutes,
    Quit,
    Theme,
    HallBlank,
    HallTally,
    LogView,
    Gaps,
    Export,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    SignIn,
    DoorMenu,
    AllExcept,
    TakeUp,
    CloseItem,
    Postpone,
    Refer,
    CarryOver,
    AddItem,
    MoveItemUp,
    MoveItemDown,
    FilePaper,
    Attach,
    Move,
    Reword,
    Amend,
    WithdrawMotion,
    OpenVote,
    OpenVoteOn,
    VoteAmendment,
    Recuse,
    NextMotion,
    VoteStep,
    ElectionPaper,
    ElectionTerms,
    ElectionRules,
    ElectionTellers,
    ElectionStand,
    ElectionIssue,
    ElectionBox,
    ElectionCount,
    ElectionGroup,
    ElectionSheet,
    ElectionCloseCount,
    ElectionDeclare,
    ElectionRecount,
    ElectionFix,
    ElectionVoid,
    Count,
    CountMinority,
    CountSection,
    CloseVote,
    Declare,
    Challenge,
    VoidVote,
    AdmitLate,
    CallYes,
    CallNo,
    CallAbstain,
    CallSilent,
    CallToOrder,
    Break,
    Resume,
    CloseMeeting,
    ChangePresider,
    ChangeRecorder,
    Observe,
    Interrupt,
    CorrectCount,
    CorrectAttendance,
    CorrectText,
    CorrectEnactment,
    EditNote,
    RecordLoss,
    Late,
    Convene,
    EnrolOne,
    EnrolFile,
    Seat,
    Fill,
    Stand,
    Number,
    Reading,
    NewCharter,
    OtherMeeting,
    CountPaper,
    CountTwice,
    CountSize,
    CountGiveUp,
    HallCompare,
    Drafts,
    HomeScreen,
    HomeGo,
    MinutesDesk,
    Register,
    Decisions,
    Funds,
    Notices,
    NoticeOverview,
    Requisitions,
    Cases,
    Officers,
    Reviews,
    Permits,
    Norms,
    DeskOpen,
    DeskMenu,
    DeskNew,
    DeskBack,
}

impl Action {
    /// Whether it is a step of an election.
    pub fn is_of_election(self) -> bool {
        matches!(
            self,
            Self::ElectionPaper
                | Self::ElectionTerms
                | Self::ElectionRules
                | Self::ElectionTellers
                | Self::ElectionStand
                | Self::ElectionIssue
                | Self::ElectionBox
                | Self::ElectionCount
                | Self::ElectionGroup
                | Self::ElectionSheet
                | Self::ElectionCloseCount
                | Self::ElectionDeclare
                | Self::ElectionRecount
                | Self::ElectionFix
                | Self::ElectionVoid
        )
    }
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// Where.
    pub scope: Scope,
    /// Keys, separated by blanks; the first is the one shown.
    pub keys: &'static str,
    /// What for.
    pub action: Action,
    /// Short label.
    pub label: Words,
}

const fn bind(scope: Scope, keys: &'static str, action: Action, label: Words) -> Binding {
    Binding { scope, keys, action, label }
}

use Action as A;
use Scope::{Agenda, Always, Counting, Desk, Door, HallWindow, Home, Menu, Motion, Opening, Vote};

/// The table.
pub const KEYS: &[Binding] = &[
    bind(Always, "^G F5", A::NextStep, ["下一步", "next"]),
    bind(Always, "Tab", A::NextPane, ["换栏", "next pane"]),
    bind(Always, "S-Tab", A::PreviousPane, ["上一栏", "previous pane"]),
    bind(Always, "^P F10", A::Menu, ["命令", "commands"]),
    bind(Always, "^E F4", A::Note, ["记录", "note"]),
    bind(Always, "^T F3", A::Article, ["条文", "article"]),
    bind(Always, "^O F2", A::Hall, ["大屏", "hall"]),
    bind(Always, "^Z", A::Undo, ["撤销", "undo"]),
    bind(Always, "^R F6", A::Minutes, ["纪要", "minutes"]),
    bind(Always, "^L F8", A::Language, ["中/英", "zh/en"]),
    bind(Always, "^K F1", A::Help, ["帮助", "help"]),
    bind(Always, "^Q ^C", A::Quit, ["退出", "leave"]),
    bind(Always, "Up", A::Up, ["上", "up"]),
    bind(Always, "Down", A::Down, ["下", "down"]),
    bind(Always, "PgUp", A::PageUp, ["上页", "page up"]),
    bind(Always, "PgDn", A::PageDown, ["下页", "page down"]),
    bind(Always, "Home", A::First, ["开头", "first"]),
    bind(Always, "End", A::Last, ["末尾", "last"]),
    bind(Opening, "1", A::EnrolOne, ["录入单位", "enter a unit"]),
    bind(Opening, "2", A::EnrolFile, ["导入名册", "read a roster"]),
    bind(Opening, "3", A::Seat, ["机构席位", "seats of a body"]),
    bind(Opening, "4", A::Fill, ["任职", "office holders"]),
    bind(Opening, "5", A::Stand, ["届次", "term and number"]),
    bind(Opening, "6", A::Number, ["文号证书号", "running numbers"]),
    bind(Home, "Enter", A::HomeGo, ["去办", "go to it"]),
    bind(Home, "1", A::Register, ["名册", "register"]),
    bind(Home, "2", A::Cases, ["卷宗", "cases"]),
    bind(Home, "3", A::Decisions, ["决议", "decisions"]),
    bind(Home, "4", A::Funds, ["经费", "funds"]),
    bind(Home, "5", A::Officers, ["机构任职", "bodies, offices"]),
    bind(Home, "6", A::Reviews, ["年度评审", "yearly review"]),
    bind(Home, "7", A::Convene, ["召集会议", "call a meeting"]),
    bind(Home, "8", A::Reading, ["选择读法", "choose a reading"]),
    bind(Home, "9", A::OtherMeeting, ["以往会议", "earlier meetings"]),
    bind(Home, "0 m F9", A::MinutesDesk, ["会议记录", "minutes, papers"]),
    // After that of the home screen, which is the row an action goes by.
    bind(Opening, "0", A::Funds, ["经费", "funds"]),
    bind(Desk, "Enter", A::DeskOpen, ["打开", "open"]),
    bind(Desk, "Space", A::DeskMenu, ["处理", "what to do"]),
    bind(Desk, "^N F7", A::DeskNew, ["新增", "new"]),
    bind(Desk, "Esc", A::DeskBack, ["返回", "back"]),
    bind(Door, "Enter", A::SignIn, ["到会", "present"]),
    bind(Door, "Space", A::DoorMenu, ["状态", "status"]),
    bind(Door, "^A", A::AllExcept, ["除…外全到", "all except"]),
    bind(Door, "^N F7", A::Notices, ["通知回执", "notice, replies"]),
    bind(Agenda, "Enter 1", A::TakeUp, ["进入此项", "take up"]),
    bind(Agenda, "2", A::CloseItem, ["结束此项", "finish"]),
    bind(Agenda, "3", A::AddItem, ["加项", "add item"]),
    bind(Agenda, "4", A::Postpone, ["缓议", "put off"]),
    bind(Agenda, "5", A::CarryOver, ["留待下次", "carry over"]),
    bind(Agenda, "6", A::Refer, ["交其他机构", "refer"]),
    bind(Agenda, "7", A::FilePaper, ["前提存档", "file paper"]),
    bind(Agenda, "8", A::Attach, ["附件", "attach"]),
    bind(Agenda, "9", A::MoveItemUp, ["上移", "move up"]),
    bind(Agenda, "0", A::MoveItemDown, ["下移", "move down"]),
    bind(Motion, "1 Enter", A::Move, ["提出议案", "move"]),
    bind(Motion, "2", A::OpenVote, ["开始表决", "open vote"]),
    bind(Motion, "3", A::Amend, ["修正案", "amend"]),
    bind(Motion, "4", A::Reword, ["改文字", "reword"]),
    bind(Motion, "5", A::WithdrawMotion, ["撤回", "withdraw"]),
    bind(Motion, "6", A::OpenVoteOn, ["分项表决", "vote in parts"]),
    bind(Motion, "7", A::Recuse, ["回避", "recusal"]),
    bind(Motion, "8", A::NextMotion, ["下一议案", "next motion"]),
    bind(Vote, "Enter", A::VoteStep, ["继续", "go on"]),
    bind(Vote, "1", A::CallYes, ["赞成", "yes"]),
    bind(Vote, "2", A::CallNo, ["反对", "no"]),
    bind(Vote, "3", A::CallAbstain, ["弃权", "abstain"]),
    bind(Vote, "4", A::CallSilent, ["未表决", "silent"]),
    bind(Vote, "5", A::Count, ["录入票数", "enter count"]),
    bind(Vote, "6", A::CountMinority, ["只数反弃", "minority"]),
    bind(Vote, "7", A::Challenge, ["异议重计", "challenge"]),
    bind(Vote, "8", A::VoidVote, ["作废", "void"]),
    bind(Vote, "9", A::CloseVote, ["结束计票", "close vote"]),
    bind(Vote, "0", A::Declare, ["宣布", "declare"]),
    bind(Menu, "", A::Drafts, ["章程修改草案", "drafts of the charter"]),
    bind(
        Menu,
        "",
        A::HallCompare,
        ["大屏：章程对照（下一页）", "hall: the charter, old and new (next page)"],
    ),
    bind(Menu, "", A::HomeScreen, ["首页：今天要办的事", "home: what is to be done today"]),
    bind(Menu, "", A::NoticeOverview, ["预测、材料和提名", "forecast, papers, nominations"]),
    bind(Menu, "", A::Requisitions, ["联署提议", "requisitions"]),
    bind(Menu, "", A::Permits, ["授权和许可", "authorisations and leave"]),
    bind(Menu, "", A::Norms, ["标准和规定", "standards and rules"]),
    bind(Menu, "", A::CallToOrder, ["宣布开会", "call to order"]),
    bind(Menu, "", A::Break, ["休会", "break"]),
    bind(Menu, "", A::Resume, ["复会", "resume"]),
    bind(Menu, "", A::CloseMeeting, ["闭会", "close the meeting"]),
    bind(Menu, "", A::VoteAmendment, ["表决修正案", "vote on the amendment"]),
    bind(Menu, "", A::ElectionPaper, ["选举：准备选票", "election: prepare a paper"]),
    bind(Menu, "", A::ElectionTerms, ["选举：符号、另选、就任", "election: marks and terms"]),
    bind(Menu, "", A::ElectionRules, ["选举：提请通过选举办法", "election: put the rules"]),
    bind(Menu, "", A::ElectionTellers, ["选举：提请通过监票计票人", "election: put who counts"]),
    bind(Menu, "", A::ElectionStand, ["选举：候选人", "election: candidates"]),
    bind(Menu, "", A::ElectionIssue, ["选举：发票", "election: hand out papers"]),
    bind(Menu, "", A::ElectionBox, ["选举：开箱清点", "election: open the box"]),
    bind(Menu, "", A::ElectionCount, ["选举：逐张计票", "election: count paper by paper"]),
    bind(Menu, "", A::ElectionGroup, ["选举：换计票组", "election: choose the counting group"]),
    bind(Menu, "", A::ElectionSheet, ["选举：录入计票单", "election: enter a sheet"]),
    bind(Menu, "", A::ElectionCloseCount, ["选举：结束计票", "election: end the count"]),
    bind(Menu, "", A::ElectionDeclare, ["选举：宣布结果", "election: declare"]),
    bind(Menu, "", A::ElectionRecount, ["选举：重新计票", "election: count again"]),
    bind(Menu, "", A::ElectionFix, ["选举：更正计票单", "election: correct a sheet"]),
    bind(Menu, "", A::ElectionVoid, ["选举：本轮作废", "election: void the round"]),
    bind(Menu, "", A::CountSection, ["分区计数", "count by section"]),
    bind(Menu, "", A::AdmitLate, ["准许迟到者参加本次表决", "admit a late arrival to this vote"]),
    bind(Menu, "", A::ChangePresider, ["更换主持人", "change the presider"]),
    bind(Menu, "", A::ChangeRecorder, ["更换记录人", "change the recorder"]),
    bind(Menu, "", A::Observe, ["列席人员", "observer"]),
    bind(
        Menu,
        "",
        A::Late,
        ["补录：下一条记为先前发生", "late entry: the next one happened earlier"],
    ),
    bind(Menu, "", A::Interrupt, ["记录中断（停电等）", "record an interruption"]),
    bind(Menu, "", A::CorrectAttendance, ["更正签到", "correct attendance"]),
    bind(Menu, "", A::CorrectCount, ["更正票数", "correct a count"]),
    bind(Menu, "", A::CorrectText, ["更正决议文字", "correct an adopted text"]),
    bind(Menu, "", A::CorrectEnactment, ["更正执行对象", "correct whom a decision concerned"]),
    bind(Menu, "", A::EditNote, ["修改记录文字", "edit a note"]),
    bind(Menu, "", A::RecordLoss, ["自动丧失成员资格", "membership lost by the charter"]),
    bind(Menu, "", A::HallBlank, ["大屏空白/恢复", "blank the hall / show again"]),
    bind(Menu, "", A::HallTally, ["大屏隐藏/显示计票", "hide the tally in the hall / show"]),
    bind(Menu, "", A::Theme, ["深色/浅色", "dark / light"]),
    bind(Menu, "", A::LogView, ["全部记录", "the whole log"]),
    bind(Menu, "", A::Gaps, ["章程未规定之处", "what the charter leaves open"]),
    bind(Menu, "", A::Export, ["导出纪要（Markdown）", "export the minutes (Markdown)"]),
    bind(Menu, "", A::NewCharter, ["启用新版章程", "put a new charter version in force"]),
    bind(Counting, "Enter", A::CountPaper, ["这张/本批入簿", "enter"]),
    bind(Counting, "2", A::CountTwice, ["第二计票人", "second teller"]),
    bind(Counting, "^Z", A::Undo, ["撤回一张", "take one back"]),
    bind(Counting, "^N F7", A::CountSize, ["一批10/50张", "batch 10/50"]),
    bind(Counting, "Esc", A::CountGiveUp, ["放弃本批", "give up"]),
    // The digits are for input methods, which keep the letters to themselves.
    bind(HallWindow, "b 1", A::HallBlank, ["空白/恢复", "blank / show again"]),
    bind(HallWindow, "h 2", A::HallTally, ["隐藏/显示计票", "hide / show the tally"]),
    bind(HallWindow, "l 3", A::Language, ["换语言", "language"]),
    bind(HallWindow, "Esc q ^Q ^C", A::Quit, ["退出", "leave"]),
];

/// A key as the table writes it: `^G`, `F5`, `Enter`, `1`.
pub fn name(key: &KeyEvent) -> String {
    let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    match key.code {
        KeyCode::Char(' ') => "Space".to_owned(),
        KeyCode::Char(c) if ctrl => format!("^{}", c.to_ascii_uppercase()),
        // Full-width digits come from input methods that were left on.
        KeyCode::Char(c @ '０'..='９') => {
            let digit = u32::from(c) - u32::from('０');
            digit.to_string()
        }
        KeyCode::Char('？') => "?".to_owned(),
        KeyCode::Char(c) => c.to_string(),
        KeyCode::F(n) => format!("F{n}"),
        KeyCode::Enter => "Enter".to_owned(),
        KeyCode::Tab => "Tab".to_owned(),
        KeyCode::BackTab => "S-Tab".to_owned(),
        KeyCode::Esc => "Esc".to_owned(),
        KeyCode::Up => "Up".to_owned(),
        KeyCode::Down => "Down".to_owned(),
        KeyCode::PageUp => "PgUp".to_owned(),
        KeyCode::PageDown => "PgDn".to_owned(),
        KeyCode::Home => "Home".to_owned(),
        KeyCode::End => "End".to_owned(),
        _ => String::new(),
    }
}

/// What a key does in these scopes, the first scope before the second.
pub fn action(scopes: &[Scope], key: &KeyEvent) -> Option<Action> {
    let name = name(key);
    if name.is_empty() {
        return None;
    }
    scopes.iter().find_map(|scope| {
        KEYS.iter()
            .filter(|b| b.scope == *scope)
            // Letters do the same with the capitals locked.
            .find(|b| b.keys.split(' ').any(|k| k.eq_ignore_ascii_case(&name)))
            .map(|b| b.action)
    })
}

/// The row of an action.
pub fn binding(action: Action) -> Option<&'static Binding> {
    KEYS.iter().find(|b| b.action == action)
}

/// The key shown for an action, as people write it.
pub fn shown(binding: &Binding) -> String {
    binding.keys.split(' ').next().unwrap_or_default().replace('^', "Ctrl-")
}

/// `docs/keys.md`, made from the table.
pub fn manual() -> String {
    let mut text = String::from(
        "# Keys · 按键\n\nMade from the table in `src/ui/keys.rs` by `quorate keys`; a test keeps it current.\n\
         Every action stands in the command menu as well (Ctrl-P): arrows choose, Enter does it.\n\
         Letters typed into a text field are only ever text.\n",
    );
    for scope in Scope::ALL {
        let [zh, en] = scope.name();
        text.push_str(&format!("\n## {en} · {zh}\n\n| key | | |\n|---|---|---|\n"));
        for row in KEYS.iter().filter(|b| b.scope == *scope) {
            let keys: Vec<String> = row
                .keys
                .split(' ')
                .filter(|k| !k.is_empty())
                .map(|k| k.replace('^', "Ctrl-"))
                .collect();
            let keys = if keys.is_empty() { "menu".to_owned() } else { keys.join(", ") };
            text.push_str(&format!("| {keys} | {} | {} |\n", row.label[1], row.label[0]));
        }
    }
    text
}

/// A label in a language.
pub fn label(lang: Lang, binding: &Binding) -> String {
    match lang {
        // A footer has no room for two languages.
        Lang::Both => binding.label[0].to_owned(),
        one => one.say(binding.label),
    }
}
