//! Papers as the forms are tried on: one of each look, in every language.

use chrono::NaiveDate;
use quorate::paper::{
    Block, Column, Look, Paper, Row, Run, SignLine, Table, Text, Tongue, side_by_side,
};

pub const FOOT: &str = "第 128 条 · 4F2A-91C7 · \
    4f2a91c7d0b35e68a1f4c2978be06d135a9c7e42f81b60d3957ac4e12f8b06d1";

pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn para(text: &str) -> Block {
    Block::Para(Text::from(text))
}

fn labelled(label: &str, text: &str) -> Block {
    Block::Labelled(label.to_owned(), Text::from(text))
}

fn signed(lines: &[(&str, &str)], day: &str) -> Block {
    let line = |&(label, who): &(&str, &str)| SignLine {
        label: label.into(),
        who: who.into(),
        day: day.into(),
    };
    Block::Sign(lines.iter().map(line).collect())
}

/// The minutes of a meeting with everything in them.
pub fn minutes_zh() -> Paper {
    let title = vec!["示例联盟第一届第四次联盟大会".to_owned(), "会议记录".to_owned()];
    let mut paper = Paper::new(Look::Official, Tongue::Zh, title, "示例联盟秘书处".into(), day());
    FOOT.clone_into(&mut paper.foot);
    paper
        .push(labelled("时间：", "2026年11月22日 09:00–11:40"))
        .push(labelled("地点：", "示例市示例路1号会议中心三楼第二会议室"))
        .push(labelled("主持人：", "理事长"))
        .push(Block::Heading(1, "一、到会情况".into()))
        .push(para("应到成员36家，实到34家，其中本人到会20家，委派代表到会12家，委托其他成员2家。到会成员超过全体成员的半数，会议有效。"))
        .push(Block::Heading(1, "二、议定事项".into()))
        .push(Block::Heading(2, "（一）审议《联盟章程》修正案".into()))
        .push(para("理事会作了说明。代表01问：第二十二条的“成员”是否包括观察员？提案人答：不包括。会议采用无记名投票方式表决。"))
        .push(Block::Quote(vec!["一、第六条“每年召开一次”修改为“每年至少召开一次”。".into(), "二、本修正案自通过之日起施行。".into()]))
        .push(Block::Para(Text(vec![
            Run::Plain("表决结果：赞成".into()),
            Run::Strong("24".into()),
            Run::Plain("票，反对8票，弃权2票；需要24票，".into()),
            Run::Strong("通过".into()),
            Run::Plain("。".into()),
        ])))
        .push(Block::Heading(3, "1. 说明".into()))
        .push(Block::List(vec![
            "代表02于10:15离会，离会后的表决以33家为实到。".into(),
            "代表03（ئۇيغۇر）以线上方式参加；文件编号为A-12 & B<3>。".into(),
        ]))
        .push(Block::Heading(1, "三、选举".into()))
        .push(para("会议选举理事3名，发出选票34张，收回34张，有效票33张，无效票1张。各候选人得票如下："))
        .push(Block::Table(votes()))
        .push(Block::Space(1))
        .push(labelled("出席：", "示例认证机构一、示例认证机构二、示例协会、示例企业一、示例企业二、示例企业三、示例企业四、示例企业五、示例企业六（委托）"))
        .push(labelled("请假：", "示例企业七"))
        .push(labelled("列席：", "监事、法律顾问"))
        .push(para("11时40分，主持人宣布散会。"))
        .push(signed(&[("主持人（签名）", ""), ("记录人（签名）", ""), ("总监票人（签名）", "监事")], "日期："));
    paper
}

/// The same in English.
pub fn minutes_en() -> Paper {
    let title = vec![
        "Fourth meeting of the first Assembly of the Example Alliance".into(),
        "Minutes".into(),
    ];
    let mut paper = Paper::new(
        Look::Official,
        Tongue::En,
        title,
        "Secretariat of the Example Alliance".into(),
        day(),
    );
    FOOT.replace("第 128 条", "Entry 128").clone_into(&mut paper.foot);
    paper
        .push(labelled("Time:", "22 November 2026, 09:00–11:40"))
        .push(labelled("Place:", "second meeting room on the third floor, conference centre, 1 Example Road"))
        .push(labelled("Presider:", "President of the Council"))
        .push(Block::Heading(1, "1. Attendance".into()))
        .push(para("Of 36 members on the roll 34 were present: 20 in person, 12 by delegate and 2 by proxy. More than half of all members being present, the meeting was in order."))
        .push(Block::Heading(1, "2. Decisions".into()))
        .push(Block::Heading(2, "(1) Amendment of the Charter".into()))
        .push(para("The Council explained the draft. Delegate 01 asked whether “members” in the article on votes includes observers; the mover answered that it doesn’t. The vote was by secret ballot."))
        .push(Block::Quote(vec!["1. In article six, “shall meet once a year” becomes “shall meet at least once a year”.".into(), "2. This amendment takes effect when it is carried.".into()]))
        .push(Block::Para(Text(vec![
            Run::Plain("Result: ".into()),
            Run::Strong("24".into()),
            Run::Plain(" for, 8 against, 2 abstaining; 24 needed; ".into()),
            Run::Strong("carried".into()),
            Run::Plain(".".into()),
        ])))
        .push(Block::Heading(3, "Notes".into()))
        .push(Block::List(vec![
            "Delegate 02 left at 10:15; votes taken later count 33 present.".into(),
            "Delegate 03 (ئۇيغۇر) took part online; the documents are A-12 & B<3>.".into(),
        ]))
        .push(Block::Heading(1, "3. Election".into()))
        .push(para("Three seats on the Council were filled; 34 papers issued, 34 recovered, 33 valid, 1 spoilt."))
        .push(Block::Table(votes_en()))
        .push(Block::Space(1))
        .push(labelled("Present:", "Example Certifier One, Example Certifier Two, Example Association, Example Company One, Example Company Two, Example Company Three (by proxy)"))
        .push(labelled("Excused:", "Example Company Seven"))
        .push(labelled("In attendance:", "Supervisor, legal adviser"))
        .push(para("At 11:40 the presider declared the meeting closed."))
        .push(signed(&[("Presider (signature)", ""), ("Recorder (signature)", ""), ("Chief teller (signature)", "Supervisor")], "Date: "));
    paper
}

/// Both, passage beside passage.
pub fn minutes_both() -> Paper {
    side_by_side(minutes_zh(), minutes_en())
}

fn votes() -> Table {
    Table {
        caption: "理事选举得票".into(),
        columns: vec![
            Column::middle("序号", 8),
            Column::left("候选人", 30),
            Column::left("单位", 36),
            Column::right("赞成", 12),
            Column::right("反对", 12),
        ],
        rows: vec![
            Row::new(["1", "候选人甲", "示例认证机构一", "30", "3"]),
            Row::new(["2", "候选人乙", "示例协会（林果、棉花、葡萄及其制品加工）", "28", "5"]),
            Row::new(["3", "候选人丙", "示例企业一", "21", "12"]),
            Row { strong: true, ..Row::new(["", "合计", "", "79", "20"]) },
        ],
        lines: 1,
    }
}

fn votes_en() -> Table {
    Table {
        caption: "Votes for the Council".into(),
        columns: vec![
            Column::middle("No.", 8),
            Column::left("Candidate", 30),
            Column::left("Unit", 36),
            Column::right("For", 12),
            Column::right("Against", 12),
        ],
        rows: vec![
            Row::new(["1", "Candidate A", "Example Certifier One", "30", "3"]),
            Row::new([
                "2",
                "Candidate B",
                "Example Association (fruit, cotton and grapes)",
                "28",
                "5",
            ]),
            Row::new(["3", "Candidate C", "Example Company One", "21", "12"]),
            Row { strong: true, ..Row::new(["", "Total", "", "79", "20"]) },
        ],
        lines: 1,
    }
}

/// A decision under the issuer's mark, with room for its seal.
pub fn resolution() -> Paper {
    let title = vec!["示例联盟".to_owned(), "关于修改《联盟章程》的决议".to_owned()];
    let mut paper = Paper::new(Look::Official, Tongue::Zh, title, "示例联盟".into(), day());
    paper.mark = Some("示例联盟文件".into());
    paper.number = Some("示联〔2026〕3号".into());
    paper.subtitle = Some("（2026年11月22日第一届第四次联盟大会通过）".into());
    FOOT.clone_into(&mut paper.foot);
    paper
        .push(Block::Plain("各成员单位：".into()))
        .push(para("联盟大会于2026年11月22日召开，应到成员36家，实到34家。会议审议了《联盟章程》修正案，采用无记名投票方式表决：赞成24票，反对8票，弃权2票，符合《联盟章程》的规定。会议决定："))
        .push(para("一、批准《联盟章程》修正案。"))
        .push(para("二、本决议自通过之日起生效。"))
        .push(Block::Space(1))
        .push(para("附件：《联盟章程》修正案"))
        .push(Block::Seal { name: "示例联盟秘书处".into(), day: "2026年11月22日".into() })
        .push(Block::Imprint(vec!["抄送：各成员单位，监事。".into(), "示例联盟秘书处　　　　　　　　　2026年11月23日印发".into()]));
    paper
}

/// A list of so many rows across the sheet.
pub fn attendance(rows: usize) -> Paper {
    let title = vec!["第一届第四次联盟大会签到表".to_owned()];
    let mut paper = Paper::new(Look::Wide, Tongue::Zh, title, "示例联盟秘书处".into(), day());
    FOOT.clone_into(&mut paper.foot);
    let columns = vec![
        Column::middle("序号", 5),
        Column::left("成员单位", 22),
        Column::middle("类别", 9),
        Column::left("参会人", 10),
        Column::left("身份", 12),
        Column::left("签到时间", 10),
        Column::left("签名", 16),
        Column::left("备注", 16),
    ];
    let row = |no: usize| {
        let unit = format!("示例企业{no:02}（新鲜水果、蔬菜及其制品）");
        Row::new([
            no.to_string(),
            unit,
            "获证企业".into(),
            format!("代表{no:02}"),
            "授权代表".into(),
            String::new(),
            String::new(),
            String::new(),
        ])
    };
    let table =
        Table { columns, rows: (1..=rows).map(row).collect(), lines: 2, ..Table::default() };
    paper
        .push(labelled("时间：", "2026年11月22日 09:00"))
        .push(Block::Table(table))
        .push(para("应到36家　实到____家　请假____家　缺席____家"))
        .push(signed(&[("签到负责人（签名）", "")], ""));
    paper
}

/// A ballot.
pub fn ballot() -> Paper {
    let title = vec!["示例联盟第一届理事会".to_owned(), "理事长选票".to_owned()];
    let mut paper = Paper::new(Look::Slip, Tongue::Zh, title, "示例联盟秘书处".into(), day());
    paper.subtitle = Some("应选1名，候选人2名（按姓氏笔画为序）".into());
    let columns =
        vec![Column::left("候选人", 3), Column::left("单位", 5), Column::middle("符号", 2)];
    let rows = vec![
        Row::new(["候选人甲", "示例认证机构一", ""]),
        Row::new(["候选人乙", "示例协会", ""]),
        Row {
            cells: vec![Text(vec![Run::Gap(4)]), Text::default(), Text::default()],
            strong: false,
        },
    ];
    paper
        .push(Block::Table(Table { columns, rows, lines: 2, ..Table::default() }))
        .push(Block::Plain(Text::strong("填票说明")))
        .push(Block::List(vec![
            "1. 赞成画“○”，不赞成画“×”，弃权不画任何符号。".into(),
            "2. 所选人数等于或少于应选名额有效，多于应选名额作废。".into(),
            "3. 另选他人的，在空白栏写明姓名并画“○”。".into(),
        ]))
        .push(Block::Centred("（联盟印章）".into()));
    paper
}

/// A member's certificate.
pub fn certificate() -> Paper {
    let mut paper = Paper::new(
        Look::Certificate,
        Tongue::Zh,
        vec!["成员证书".to_owned()],
        "示例联盟".into(),
        day(),
    );
    paper.number = Some("证书编号：SLLM-2026-017".into());
    FOOT.clone_into(&mut paper.foot);
    paper
        .push(Block::Centred("兹批准".into()))
        .push(Block::Centred(Text::strong("示例认证机构一")))
        .push(Block::Centred("为示例联盟成员，类别：认证机构，自2026年11月22日起。".into()))
        .push(Block::Seal { name: "示例联盟".into(), day: "2026年11月22日".into() });
    paper
}

/// A page of nothing but one Chinese character, so many times: the grid can be counted on it.
pub fn grid(characters: usize) -> Paper {
    let mut paper = Paper::new(Look::Official, Tongue::Zh, Vec::new(), "示例联盟".into(), day());
    paper.push(Block::Plain("联".repeat(characters).into()));
    paper
}

/// Each of them with a name for its file.
pub fn all() -> Vec<(&'static str, Paper)> {
    vec![
        ("minutes-zh", minutes_zh()),
        ("minutes-en", minutes_en()),
        ("minutes-both", minutes_both()),
        ("resolution", resolution()),
        ("attendance", attendance(40)),
        ("ballot", ballot()),
        ("certificate", certificate()),
        ("grid", grid(22 * 28 + 1)),
    ]
}
