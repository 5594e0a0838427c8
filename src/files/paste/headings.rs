//! Which column of the grid a heading means.

use super::marks::squeezed;
use super::view::View;
use crate::text::{GridColumn, WhyLeft};

/// What a heading says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// There is none.
    Missing,
    /// This column of the grid.
    Column(GridColumn),
    /// A column of the grid, but of another year.
    OtherYear,
    /// A column of the grid, but counted in ten thousands or the like.
    OtherUnit,
    /// Only a year, a unit or 入托率: the heading above says the rest.
    Part,
    /// No column of the grid.
    Unknown,
}

impl Heading {
    /// Why figures under it are left, if they are.
    pub(super) const fn why_left(self) -> Option<WhyLeft> {
        match self {
            Self::Column(_) => None,
            Self::Missing => Some(WhyLeft::NoHeading),
            Self::OtherYear => Some(WhyLeft::OtherYear),
            Self::OtherUnit => Some(WhyLeft::OtherUnit),
            Self::Part | Self::Unknown => Some(WhyLeft::UnknownHeading),
        }
    }
}

/// Longer texts are sentences and titles.
const LONGEST: usize = 40;

/// Words of figures that are near to the grid's but others: what is there already, what was done.
const OTHERS: [&str; 17] = [
    "完成", "利用", "现有", "已有", "存量", "备案", "实际", "排名", "序号", "备注", "说明", "existing", "actual",
    "done", "utili", "rank", "note",
];

/// Reads a heading; `year` is the target year.
pub(super) fn heading(text: &str, year: u16) -> Heading {
    let text = squeezed(text);
    if text.is_empty() {
        return Heading::Missing;
    }
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if text.chars().count() > LONGEST || has(&OTHERS) {
        return Heading::Unknown;
    }
    let years = years(&text);
    let is_rate = has(&["入托率", "enrolmentrate", "enrollmentrate"]);
    let column = if matches!(text.as_str(), "锁" | "锁定" | "是否锁定" | "lock") {
        GridColumn::Lock
    } else if has(&["占比", "比重", "share"]) {
        GridColumn::Share
    } else if has(&["增幅", "涨幅", "增长", "提高", "uplift", "increase"]) {
        GridColumn::Uplift
    } else if has(&["手工", "手动", "指定", "pinned", "byhand", "owntarget"]) {
        GridColumn::Pin
    } else if !has(&["入托率", "enrol"]) && has(&["托位", "任务", "分配", "slot", "alloc", "quota"]) {
        GridColumn::Slots
    } else if has(&["目标", "target"]) {
        GridColumn::Target
    } else if has(&["基数", "基准", "base"]) {
        GridColumn::Base
    } else if has(&["婴幼儿", "儿童", "3岁以下", "三岁以下", "children", "under3", "underthree", "under-three"])
        && !has(&["入托", "在托", "enrol", "6岁", "六岁"])
    {
        GridColumn::Children
    } else if is_rate && years.contains(&year) {
        GridColumn::Target
    } else if is_rate && years.contains(&year.saturating_sub(1)) {
        GridColumn::Base
    } else if is_rate && !years.is_empty() {
        return Heading::OtherYear;
    } else if is_rate || is_year_or_unit(&text) {
        return Heading::Part;
    } else {
        return Heading::Unknown;
    };
    let fitting_year = match column {
        GridColumn::Base => Some(year.saturating_sub(1)),
        GridColumn::Target | GridColumn::Slots => Some(year),
        GridColumn::Name
        | GridColumn::Children
        | GridColumn::Uplift
        | GridColumn::Pin
        | GridColumn::Share
        | GridColumn::Lock => None,
    };
    if fitting_year.is_some_and(|year| !years.is_empty() && !years.contains(&year)) {
        Heading::OtherYear
    } else if has_other_unit(&text) {
        Heading::OtherUnit
    } else {
        Heading::Column(column)
    }
}

/// 单位：万人.
pub(super) fn is_other_unit_note(text: &str) -> bool {
    let text = squeezed(text);
    text.contains("单位") && has_other_unit(&text)
}

fn has_other_unit(text: &str) -> bool {
    text.contains(['万', '千', '百', '‰']) && !text.contains("百分") || text.contains("thousand")
}

/// The years that stand in a text: four digits that begin with 20.
fn years(text: &str) -> Vec<u16> {
    let numbers = text.split(|character: char| !character.is_ascii_digit());
    numbers
        .filter(|digits| digits.len() == 4 && digits.starts_with("20"))
        .filter_map(|year| year.parse().ok())
        .collect()
}

fn is_year_or_unit(text: &str) -> bool {
    text.chars().all(|character| character.is_ascii_digit() || "年度末底个人名数值()[]%./-".contains(character))
}

/// The heading over a column, in the rows above `first`: the lowest, and where that is only a part of one, with what
/// stands above it. Answers the row it stands in too.
pub(super) fn heading_over(view: View<'_>, column: usize, first: usize, year: u16) -> (Heading, usize) {
    /// A heading over merged cells stands in the leftmost of them; none is merged over more than this.
    const WIDEST_MERGED: usize = 12;
    let Some(row) = (0..first).rev().find(|&row| !squeezed(view.text(row, column)).is_empty()) else {
        return (Heading::Missing, 0);
    };
    let text = view.text(row, column);
    let alone = heading(text, year);
    if alone != Heading::Part {
        return (alone, row);
    }
    let with_above = (0..row).rev().find_map(|above| {
        let leftmost = column.saturating_sub(WIDEST_MERGED);
        let over = (leftmost..=column).rev().map(|column| view.text(above, column)).find(|text| !text.is_empty())?;
        // A title of the table is no heading of a column.
        let is_title = over.contains(['表', '：', ':']) && over.chars().count() > 8;
        match heading(&format!("{over} {text}"), year) {
            Heading::Missing | Heading::Part | Heading::Unknown => None,
            read if !is_title => Some(read),
            _ => None,
        }
    });
    (with_above.unwrap_or(alone), row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_read_as_people_write_them() {
        use GridColumn::*;
        for (texts, expected) in [
            (
                &[
                    "2025年\n基数",
                    "2025年 基数",
                    "基数",
                    "入托率基数",
                    "２０２５年基数（％）",
                    "2025 base (%)",
                    "Base",
                    "2025年入托率",
                    "2025年度婴幼儿入托率(%)",
                ][..],
                Heading::Column(Base),
            ),
            (
                &["2026年\n目标值", "目标", "目标值（%）", "2026 target", "2026年入托率", "2026年度婴幼儿入托率目标"],
                Heading::Column(Target),
            ),
            (
                &[
                    "任务数",
                    "任务数（个）",
                    "新增普惠托位",
                    "托位数",
                    "2026年新增普惠托位数",
                    "slots",
                    "Allocation (slots)",
                ],
                Heading::Column(Slots),
            ),
            (
                &[
                    "3岁以下婴幼儿数",
                    "3 岁以下婴幼儿数（人）",
                    "三岁以下人口",
                    "婴幼儿数",
                    "2025年末婴幼儿数",
                    "children",
                    "Children under 3",
                ],
                Heading::Column(Children),
            ),
            (&["手工指定（%）", "Pinned by hand (%)"], Heading::Column(Pin)),
            (&["增幅", "增幅（百分点）", "提高", "Uplift (points)"], Heading::Column(Uplift)),
            (&["占比（%）", "Share"], Heading::Column(Share)),
            (&["锁定", "Lock"], Heading::Column(Lock)),
            (&["2024年基数", "2027年目标值", "2025年任务数", "2023年入托率"], Heading::OtherYear),
            (
                &["婴幼儿数（万人）", "托位（百个）", "千人口托位数", "children (thousands)", "基数（‰）"],
                Heading::OtherUnit,
            ),
            (&["2025年", "（%）", "2026", "入托率", "个"], Heading::Part),
            (&["", " \n"], Heading::Missing),
            (
                &[
                    "现有托位数",
                    "托位利用率",
                    "任务完成数",
                    "序号",
                    "备注",
                    "县（区）",
                    "地区 指标",
                    "人口",
                    "3-6岁儿童数",
                    "入托婴幼儿数",
                    "x",
                ],
                Heading::Unknown,
            ),
        ] {
            for text in texts {
                assert_eq!(heading(text, 2026), expected, "{text:?}");
            }
        }
        assert_eq!(heading(&"目标".repeat(21), 2026), Heading::Unknown);
        assert!(
            is_other_unit_note("表一 单位：万人")
                && !is_other_unit_note("表一 单位：%")
                && !is_other_unit_note("万柏林")
        );
    }
}
