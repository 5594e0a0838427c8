//! What is said about a table before it is taken.

use super::word::words;
use super::{Language, thousands};

words! {
    /// A fixed word of the preview.
    ImportText {
        Column: "这一列填入", "What this column is taken for";
        Choose: "请选择", "Please choose";
        None: "不用", "Not used";
        Names: "县（区）", "County";
        Rows: "要填入的表", "The table to be taken";
        Left: "未采用", "Left out";
        Dash: "“-”表示", "A dash means";
        DashEmpty: "空白（不改动）", "Empty (changes nothing)";
        DashZero: "0", "0";
        Fraction: "小数（如0.0214）", "Fractions such as 0.0214";
        Hundredfold: "乘以100，即2.14%", "Are 2.14%: times 100";
        AsIs: "按原样，即0.0214%", "Are 0.0214%, as they stand";
        Cancel: "取消", "Cancel";
        Take: "填入", "Take it";
    }
}

/// What is asked, first of all: what has to be chosen, by the headings.
#[must_use]
pub fn import_asks(open: &[String], language: Language) -> String {
    let named = |mark: [&str; 2], between: &str| -> String {
        let named: Vec<String> = open.iter().take(3).map(|heading| [mark[0], heading, mark[1]].concat()).collect();
        named.join(between)
    };
    match (language, open.len()) {
        (Language::Chinese, 0) => "请核对每列填入什么、改动哪些数，再填入。没有选中的列不会改动。".to_owned(),
        (Language::Chinese, count) => {
            let more = if count > 3 { format!("等{count}列") } else { String::new() };
            format!("{}{more}不能确定是哪一列，请选择。没有选中的列不会改动。", named(["“", "”"], "、"))
        }
        (Language::English, 0) => {
            "Check what each column is taken for and what changes. Columns that are not chosen change nothing."
                .to_owned()
        }
        (Language::English, count) => {
            let more = if count > 3 { format!(" and {} more", count - 3) } else { String::new() };
            format!(
                "Please choose what {}{more} is taken for. Columns that are not chosen change nothing.",
                named(["“", "”"], ", ")
            )
        }
    }
}

/// What will be done: how many figures are put in, how many of them take the place of others, and how many stand there.
#[must_use]
pub fn import_said(changed: usize, replaced: usize, same: usize, language: Language) -> String {
    let shown = |count: usize| thousands(count as u64);
    let (more, fewer) = (shown(changed), shown(replaced));
    let said = match (language, changed, replaced) {
        (Language::Chinese, 0, _) => "没有要填入的数".to_owned(),
        (Language::Chinese, _, 0) => format!("将填入 {more} 个数"),
        (Language::Chinese, ..) => format!("将填入 {more} 个数，其中 {fewer} 个替换原有的数"),
        (Language::English, 0, _) => "No figure to take".to_owned(),
        (Language::English, _, 0) => format!("Figures to take: {more}"),
        (Language::English, ..) => format!("Figures to take: {more}; of these {fewer} replace others"),
    };
    match (language, same) {
        (_, 0) => said,
        (Language::Chinese, same) => format!("{said}；另有 {} 个与现有的相同", shown(same)),
        (Language::English, same) => format!("{said}; as they stand already: {}", shown(same)),
    }
}

/// How many rows are not shown.
#[must_use]
pub fn import_more(rows: usize, language: Language) -> String {
    let rows = thousands(rows as u64);
    match language {
        Language::Chinese => format!("还有 {rows} 行没有列出，一并填入"),
        Language::English => format!("{rows} more rows are not shown and are taken as well"),
    }
}
