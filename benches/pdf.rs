//! How long a long paper takes as PDF, and how large it is: 300 members present, 50 motions with their votes.
//!
//! `cargo bench --bench pdf`

use chrono::NaiveDate;
use quorate::paper::pdf::{Fonts, pages, pdf};
use quorate::paper::{Block, Column, House, Look, Paper, Row, Table, Tongue};
use std::time::Instant;

fn table(head: [&str; 4], rows: Vec<[String; 4]>) -> Block {
    let columns = head.into_iter().zip([2, 8, 4, 2]).map(|(head, share)| Column::left(head, share));
    let rows = rows.into_iter().map(Row::new).collect();
    Block::Table(Table { caption: String::new(), columns: columns.collect(), rows, lines: 1 })
}

fn paper() -> Paper {
    let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    let title = vec!["示例联盟第一届第四次联盟大会".to_owned(), "会议记录".to_owned()];
    let mut paper = Paper::new(Look::Official, Tongue::Zh, title, "示例联盟".to_owned(), day);
    paper.foot = "示例联盟会议簿 · 128 · 9f3c 21ab".to_owned();
    let member = |i: usize| {
        let unit = format!("示例单位{i:03}有机农产品认证技术服务有限公司");
        [i.to_string(), unit, format!("代表{i:03}"), "1".to_owned()]
    };
    let head = ["序号", "成员单位", "代表", "票权"];
    paper.push(table(head, (1..=300).map(member).collect()));
    for i in 1..=50 {
        paper.push(Block::Heading(1, format!("第{i}项议案").into()));
        let said = "会议采用无记名投票方式表决。发出选票300张，收回300张，有效票299张。赞成200票，反对80票，弃权19票。";
        paper.push(Block::Para(said.repeat(3).into()));
        let choice = |(at, name): (usize, &str)| {
            [at.to_string(), name.to_owned(), "200".to_owned(), String::new()]
        };
        let choices = ["赞成", "反对", "弃权"].into_iter().enumerate().map(choice);
        paper.push(table(["序号", "表决", "票数", "备注"], choices.collect()));
    }
    paper
}

fn main() {
    let (paper, house) = (paper(), House::default());
    let fonts = Fonts::builtin();
    for _ in 0..3 {
        let begun = Instant::now();
        let bytes = pdf(&paper, &house, &fonts).expect("every letter is there");
        let took = begun.elapsed();
        let count = pages(&paper, &house, &fonts).map_or(0, |pages| pages.len());
        println!("{count} pages, {} KiB, {took:.2?}", bytes.len() / 1024);
    }
}
