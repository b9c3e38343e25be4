//! Text fields: what they take, what they leave, and where their caret is.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use quorate::ui::field::{Accept, Field, Look};
use quorate::ui::width::width;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::CellWidth;
use ratatui::layout::{Position, Rect};

fn press(field: &mut Field, code: KeyCode, modifiers: KeyModifiers) -> bool {
    field.key(KeyEvent::new(code, modifiers))
}

fn typed(field: &mut Field, text: &str) {
    for c in text.chars() {
        assert!(press(field, KeyCode::Char(c), KeyModifiers::NONE), "{c}");
    }
}

/// Where the cursor is after the field is drawn with the focus; and what is in the field's rows.
fn show(field: &Field, area: Rect) -> (Position, Vec<String>) {
    let mut terminal = Terminal::new(TestBackend::new(40, 10)).unwrap();
    let mut rows = Vec::new();
    terminal
        .draw(|frame| {
            field.draw(frame, area, true, Look::default());
            let buf = frame.buffer_mut();
            for y in area.top()..area.bottom() {
                let mut row = String::new();
                let mut x = area.x;
                while x < area.right() {
                    row += buf[(x, y)].symbol();
                    x += buf[(x, y)].cell_width().max(1);
                }
                rows.push(row.trim_end().to_owned());
            }
        })
        .unwrap();
    let cursor = terminal.get_cursor_position().unwrap();
    assert!(area.is_empty() || cursor == field.caret(area));
    (cursor, rows)
}

#[test]
fn the_caret_is_where_the_next_character_goes() {
    let mut field = Field::new(Accept::Lines);
    let area = Rect::new(3, 2, 10, 3);
    assert_eq!(show(&field, area).0, Position::new(3, 2));
    typed(&mut field, "第九条ab");
    assert_eq!(
        show(&field, area),
        (Position::new(11, 2), vec!["第九条ab".into(), String::new(), String::new()])
    );
    typed(&mut field, "修改");
    let (cursor, rows) = show(&field, area);
    assert_eq!(rows.concat(), "第九条ab修改");
    assert_eq!((cursor.x, cursor.y), (3 + u16::try_from(width(&rows[1])).unwrap(), 3));
    press(&mut field, KeyCode::Enter, KeyModifiers::NONE);
    typed(&mut field, "二");
    assert_eq!(show(&field, area).0, Position::new(5, 4));
    // One line scrolls sideways, and the caret stays inside.
    let mut line = Field::new(Accept::Line);
    typed(&mut line, "新疆示例质量检验院");
    let (cursor, rows) = show(&line, Rect::new(3, 2, 9, 1));
    assert!(rows[0].ends_with("检验院"), "{rows:?}");
    assert_eq!(cursor, Position::new(11, 2));
    // With more room everything is shown again.
    assert_eq!(
        show(&line, Rect::new(3, 2, 30, 1)),
        (Position::new(21, 2), vec!["新疆示例质量检验院".into()])
    );
}

#[test]
fn every_printable_key_types_and_the_others_are_the_callers() {
    let mut field = Field::new(Accept::Line);
    typed(&mut field, "q？ 3Y、ü");
    assert_eq!(field.text(), "q？ 3Y、ü");
    let plain = [
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Tab,
        KeyCode::BackTab,
        KeyCode::F(5),
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Right,
        KeyCode::PageUp,
    ];
    for code in plain {
        assert!(!press(&mut field, code, KeyModifiers::NONE), "{code:?}");
    }
    for c in "spqcdgxf".chars() {
        assert!(!press(&mut field, KeyCode::Char(c), KeyModifiers::CONTROL), "Ctrl-{c}");
    }
    assert!(press(&mut field, KeyCode::Home, KeyModifiers::NONE));
    assert!(!press(&mut field, KeyCode::Left, KeyModifiers::NONE));
    assert!(press(&mut field, KeyCode::Right, KeyModifiers::NONE));
    assert_eq!(field.text(), "q？ 3Y、ü");
}

#[test]
fn undo_in_a_field_undoes_typing_and_never_gets_out() {
    let mut field = Field::new(Accept::Line);
    typed(&mut field, "赞成");
    assert!(press(&mut field, KeyCode::Char('z'), KeyModifiers::CONTROL));
    assert_eq!(field.text(), "赞");
    assert!(press(&mut field, KeyCode::Char('y'), KeyModifiers::CONTROL));
    assert_eq!(field.text(), "赞成");
    for _ in 0..5 {
        assert!(press(&mut field, KeyCode::Char('z'), KeyModifiers::CONTROL));
    }
    assert!(field.is_empty());
}

#[test]
fn pasted_text_is_made_to_fit() {
    let mut line = Field::new(Accept::Line);
    line.paste("新疆\r\n质量\t协会\n\n");
    assert_eq!(line.text(), "新疆 质量 协会");
    let mut lines = Field::new(Accept::Lines);
    lines.paste("一\r\n二\r三\u{7}");
    assert_eq!(lines.text(), "一\n二\n三");
    lines.set_text("");
    assert!(lines.is_empty());
    let mut digits = Field::new(Accept::Digits);
    digits.paste("共 １2 票");
    assert_eq!(digits.number(), Some(12));
}

#[test]
fn a_field_of_digits_takes_digits_of_either_width_and_no_more_than_fit() {
    let mut field = Field::new(Accept::Digits).hint("票数");
    assert_eq!(show(&field, Rect::new(0, 0, 6, 1)).1, ["票数"]);
    assert!(!press(&mut field, KeyCode::Char('y'), KeyModifiers::NONE));
    typed(&mut field, "２5");
    assert_eq!((field.text().as_str(), field.number()), ("25", Some(25)));
    typed(&mut field, "99999999999");
    assert_eq!(field.text().len(), 9);
    press(&mut field, KeyCode::Backspace, KeyModifiers::NONE);
    assert_eq!(field.text().len(), 8);
}

#[test]
fn a_field_draws_at_any_size() {
    let mut field = Field::new(Accept::Lines).hint("修正案");
    for text in ["", "第九条第二款\n“每年召开一次”修改为 at least once"] {
        field.set_text(text);
        for width in 0..12 {
            for height in 0..6 {
                show(&field, Rect::new(5, 3, width, height).intersection(Rect::new(0, 0, 40, 10)));
            }
        }
    }
}
