//! What people call the columns of the county grid.

mod lists;

use std::ops::RangeInclusive;

use super::Column;
use super::headings::{Heading, Named, Vocabulary};
use super::marks::squeezed;
use lists::{
    BESIDE_CHILDREN, BESIDE_ENROLLED, BESIDE_OTHER, BESIDE_POPULATION, BESIDE_RATE, BESIDE_SLOTS, BESIDE_TASK,
    BESIDE_THE_TASK, BESIDE_THERE, COMPUTED, ENROLLED, OF_OTHERS, OTHERS, POPULATION, TASK, THERE,
};
use tuowei_model::Figure;
use tuowei_text::GridColumn;

/// The columns that a heading may mean, as lists that stay.
mod may {
    use super::{Column, Figure, GridColumn};

    const fn of(figure: Figure) -> Column {
        Column::Grid(GridColumn::Input(figure))
    }

    pub(super) const SLOTS: &[Column] = &[of(Figure::Capacity), of(Figure::Slots)];
    pub(super) const INCLUSIVE: &[Column] = &[of(Figure::Inclusive), of(Figure::Slots)];
    pub(super) const NEW: &[Column] = &[of(Figure::Slots), of(Figure::Other)];
    pub(super) const GOAL: &[Column] = &[Column::Grid(GridColumn::Target), of(Figure::Slots)];
}

/// The words of the county grid.
pub(super) struct GridWords;

impl Vocabulary for GridWords {
    fn named(&self, text: &str, years: &[u16], year: u16) -> Named {
        let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
        let input = |figure: Figure| Named::Column(GridColumn::Input(figure).into());
        // Near to a column, and more: of others, or the planner is asked.
        let near = |column: GridColumn| {
            let rest = text.replace("入托率", "");
            if OF_OTHERS.iter().any(|word| rest.contains(word)) { Named::Unknown } else { Named::Near(column.into()) }
        };
        let is_inclusive = has(&["普惠", "inclusive"]);
        let is_rate = has(&["入托率", "enrolmentrate", "enrollmentrate"]);
        if let Some((_, column)) = COMPUTED.iter().find(|(words, _)| text.contains(words)) {
            return Named::Column((*column).into());
        }
        if has(&ENROLLED) && says_only(text, &BESIDE_ENROLLED) {
            return input(Figure::Enrolled);
        }
        if has(&["托位", "slots"]) && has(&THERE) && says_only(text, &BESIDE_THERE) {
            return input(if is_inclusive { Figure::Inclusive } else { Figure::Capacity });
        }
        if has(&POPULATION) && says_only(text, &BESIDE_POPULATION) {
            return input(Figure::Population);
        }
        if has(&BESIDE_THE_TASK) && says_only(text, &BESIDE_OTHER) {
            return input(Figure::Other);
        }
        if matches!(text, "现有" | "已有" | "总数" | "合计" | "小计" | "普惠" | "其中") {
            return Named::Part;
        }
        if has(&OTHERS) {
            return Named::Unknown;
        }
        if matches!(text, "锁" | "锁定" | "是否锁定" | "lock") {
            return Named::Column(GridColumn::Lock.into());
        }
        if has(&["占比", "比重", "share"]) {
            return Named::Column(GridColumn::Share.into());
        }
        if has(&["增幅", "涨幅", "增长", "提高", "uplift", "increase"]) {
            return Named::Column(GridColumn::Uplift.into());
        }
        if has(&["手工", "手动", "指定", "pinned", "byhand", "owntarget"]) && says_only(text, &BESIDE_RATE) {
            return input(Figure::Pin);
        }
        let names_slots = !has(&["入托率", "enrol"]) && (has(&["托位", "slot"]) || has(&TASK)) || text == "新增";
        if names_slots {
            let is_new = has(&["新增", "new"]);
            return match () {
                () if text == "目标任务" => Named::OneOf(may::GOAL),
                () if has(&TASK) || is_new && is_inclusive => {
                    if says_only(text, &BESIDE_TASK) {
                        input(Figure::Slots)
                    } else {
                        near(GridColumn::Input(Figure::Slots))
                    }
                }
                () if is_new && says_only(text, &BESIDE_TASK) => Named::OneOf(may::NEW),
                () if !says_only(text, &BESIDE_SLOTS) => Named::Unknown,
                () if is_inclusive => Named::OneOf(may::INCLUSIVE),
                () => Named::OneOf(may::SLOTS),
            };
        }
        if has(&["目标", "target"]) {
            let column = GridColumn::Target;
            return if says_only(text, &BESIDE_RATE) { Named::Column(column.into()) } else { near(column) };
        }
        if has(&["基数", "基准", "base"]) {
            return if says_only(text, &BESIDE_RATE) {
                input(Figure::Base)
            } else {
                near(GridColumn::Input(Figure::Base))
            };
        }
        if has(&["婴幼儿", "儿童", "3岁以下", "三岁以下", "0-3岁", "children", "under3", "underthree", "under-three"])
            && !has(&["入托", "在托", "收托", "托育", "enrol"])
        {
            return if says_only(text, &BESIDE_CHILDREN) {
                input(Figure::Children)
            } else {
                near(GridColumn::Input(Figure::Children))
            };
        }
        if is_rate && !says_only(text, &BESIDE_RATE) {
            return Named::Unknown;
        }
        if is_rate && years.contains(&year) {
            return Named::Column(GridColumn::Target.into());
        }
        if is_rate && years.contains(&year.saturating_sub(1)) {
            return input(Figure::Base);
        }
        if is_rate && !years.is_empty() {
            return Named::OtherYear;
        }
        if is_rate || is_year_or_unit(text) { Named::Part } else { Named::Unknown }
    }

    fn fitting(&self, column: Column, year: u16) -> RangeInclusive<u16> {
        let Column::Grid(column) = column else { return 0..=u16::MAX };
        let before = year.saturating_sub(1);
        match column {
            GridColumn::Input(Figure::Base) => before..=before,
            GridColumn::Target | GridColumn::Input(Figure::Slots | Figure::Other) => year..=year,
            // Counted at the end of the year before, or since.
            GridColumn::Input(Figure::Capacity | Figure::Inclusive | Figure::Enrolled | Figure::Population) => {
                before..=year
            }
            GridColumn::Input(Figure::Children | Figure::Pin)
            | GridColumn::Name
            | GridColumn::Uplift
            | GridColumn::Share
            | GridColumn::Lock
            | GridColumn::EnrolledThen
            | GridColumn::NewEnrolments
            | GridColumn::SlotsAfter
            | GridColumn::Utilisation
            | GridColumn::Shortage
            | GridColumn::InclusiveShare
            | GridColumn::PerThousand => 0..=u16::MAX,
        }
    }

    /// Slots that are there are told from those to come by the task's own column, and never the other way round; the
    /// page's own English heading of the task is known by the columns that the page computes or has beside it.
    fn beside(&self, text: &str, all: &[Column], taken: &[Column]) -> Option<Column> {
        const TASK: Column = Column::Grid(GridColumn::Input(Figure::Slots));
        let [there, TASK] = all else { return None };
        let is = |column: GridColumn| taken.contains(&Column::Grid(column));
        let beside_own = || is(GridColumn::Uplift) || is(GridColumn::Share) || is(GridColumn::Lock);
        if squeezed(text) == "slots" && (beside_own() || taken.contains(there)) && !taken.contains(&TASK) {
            return Some(TASK);
        }
        (taken.contains(&TASK) && !taken.contains(there)).then_some(*there)
    }

    /// 托位数, 其中普惠: a task is inclusive all of it, so these are there.
    fn with_part(&self, total: &[Column], part: Heading) -> Option<(Column, Column)> {
        let may_be = |column: Column| match part {
            Heading::Column(of) => of == column,
            Heading::OneOf(columns) => columns.contains(&column),
            _ => false,
        };
        let (all, inclusive) =
            (GridColumn::Input(Figure::Capacity).into(), GridColumn::Input(Figure::Inclusive).into());
        (total == may::SLOTS && may_be(inclusive)).then_some((all, inclusive))
    }
}

fn is_year_or_unit(text: &str) -> bool {
    text.chars().all(|character| character.is_ascii_digit() || "年度末底个人名数值()[]./-".contains(character))
}

/// Whether a text says nothing but these words, a day and a unit that counts: 现有公办托位 are only some of 现有托位.
fn says_only(text: &str, words: &[&str]) -> bool {
    let mut rest = text.to_owned();
    for word in words {
        rest = rest.replace(word, "");
    }
    rest.retain(|character| !matches!(character, '月' | '日' | ',' | ':' | '·' | '*' | '"' | '“' | '”'));
    is_year_or_unit(&rest)
}

#[cfg(test)]
mod tests {
    use super::super::headings::read;
    use super::*;
    use tuowei_text::{Language, column_heading, column_name};

    #[test]
    fn headings_are_read_as_people_write_them() {
        use Figure::*;
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
                Heading::Column(Input(Base).into()),
            ),
            (
                &["2026年\n目标值", "目标", "目标值（%）", "2026 target", "2026年入托率", "2026年度婴幼儿入托率目标"],
                Heading::Column(Target.into()),
            ),
            (
                &[
                    "任务数",
                    "任务数（个）",
                    "新增普惠托位",
                    "新增普惠托位总数",
                    "2026年新增普惠托位数",
                    "下达任务数",
                    "Allocation (slots)",
                ],
                Heading::Column(Input(Slots).into()),
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
                Heading::Column(Input(Children).into()),
            ),
            (&["手工指定（%）", "Pinned by hand (%)"], Heading::Column(Input(Pin).into())),
            (&["增幅", "增幅（百分点）", "提高", "Uplift (points)"], Heading::Column(Uplift.into())),
            (&["占比（%）", "Share"], Heading::Column(Share.into())),
            (&["锁定", "Lock"], Heading::Column(Lock.into())),
            (
                &[
                    "现有托位数",
                    "托位数（现有）",
                    "已有托位",
                    "总托位",
                    "托位总数（个）",
                    "2025年底现有托位",
                    "截至2026年3月31日现有托位数",
                    "现有托育机构托位数",
                    "Existing slots",
                    "Total slots",
                ],
                Heading::Column(Input(Capacity).into()),
            ),
            (
                &[
                    "现有普惠托位",
                    "普惠托位（现有）",
                    "已有普惠托位",
                    "现有普惠性托位数（个）",
                    "2025年末现有普惠托位",
                    "Existing inclusive slots",
                ],
                Heading::Column(Input(Inclusive).into()),
            ),
            (
                &[
                    "在托人数",
                    "在托婴幼儿数",
                    "2025年末在托人数（人）",
                    "2026年在托人数",
                    "入托人数",
                    "入托婴幼儿数",
                    "3岁以下婴幼儿入托人数",
                    "实际收托",
                    "实际收托人数",
                    "enrolled",
                    "Children enrolled",
                ],
                Heading::Column(Input(Enrolled).into()),
            ),
            (
                &["其他新增托位", "其他新增", "其它新增托位数", "2026年其他新增托位（个）"],
                Heading::Column(Input(Other).into()),
            ),
            (
                &[
                    "常住人口",
                    "常住人口数",
                    "人口",
                    "总人口（人）",
                    "2025年末常住人口",
                    "截至2025年12月31日常住人口数（人）",
                    "Population",
                    "Total resident population",
                ],
                Heading::Column(Input(Population).into()),
            ),
            (&["目标在托人数"], Heading::Column(EnrolledThen.into())),
            (
                &[
                    "2024年基数",
                    "2027年目标值",
                    "2025年任务数",
                    "2023年入托率",
                    "2024年现有托位",
                    "2027年现有普惠托位",
                    "2024年在托人数",
                    "2025年其他新增托位",
                    "2020年常住人口",
                ],
                Heading::OtherYear,
            ),
            (
                &[
                    "婴幼儿数（万人）",
                    "托位（百个）",
                    "千人口托位数",
                    "children (thousands)",
                    "基数（‰）",
                    "现有托位（万个）",
                    "人口（万人）",
                    "常住人口（万人）",
                ],
                Heading::OtherUnit,
            ),
            (&["2025年", "（%）", "2026", "入托率", "个", "现有"], Heading::Part),
            (&["", " \n"], Heading::Missing),
            (
                &[
                    "托位利用率",
                    "Utilisation",
                    "任务完成数",
                    "普惠率",
                    "托位使用率",
                    "公办托位",
                    "已新增普惠托位数",
                    "签约率目标值",
                    "持证率基数",
                    "婴幼儿照护机构数",
                    "3岁以下婴幼儿入托机构数",
                    // A part of the figure, a share of it, or what is to become of it.
                    "现有公办托位",
                    "现有非普惠托位",
                    "新增非普惠托位",
                    "现有普惠托位（%）",
                    "普惠在托人数",
                    "在托率",
                    "enrolled (%)",
                    "3-6岁在托人数",
                    "其他托位",
                    "其他新增普惠托位",
                    "新增后总托位",
                    "现有任务数",
                    "序号",
                    "备注",
                    "县（区）",
                    "地区 指标",
                    "户籍人口",
                    "出生人口",
                    "城镇常住人口",
                    "人口密度",
                    "3-6岁儿童数",
                    "x",
                ],
                Heading::Unknown,
            ),
        ] {
            for text in texts {
                assert_eq!(read(&GridWords, text, 2026), expected, "{text:?}");
            }
        }
        for (texts, columns) in [
            (&["托位数", "托位（个）", "2026年托位数", "slots"][..], &[Capacity, Slots]),
            (&["普惠托位", "普惠托位数", "普惠性托位（个）", "2026年普惠托位", "inclusive slots"], &[Inclusive, Slots]),
            (&["新增", "新增托位", "2026年新增托位数", "new slots"], &[Slots, Other]),
        ] {
            for text in texts {
                let Heading::OneOf(may_be) = read(&GridWords, text, 2026) else { panic!("{text:?}") };
                assert_eq!(may_be, columns.map(|figure| Input(figure).into()), "{text:?}");
            }
        }
        // What stands there at the end of the year before is no task.
        assert_eq!(read(&GridWords, "2025年托位数", 2026), Heading::Column(Input(Capacity).into()));
        assert_eq!(read(&GridWords, "2025年普惠托位", 2026), Heading::Column(Input(Inclusive).into()));
        for (text, column) in [
            ("民生实事任务数", Input(Slots)),
            ("调整后基数", Input(Base)),
            ("建议目标值", Target),
            ("流动婴幼儿数", Input(Children)),
        ] {
            assert_eq!(read(&GridWords, text, 2026), Heading::Near(column.into()), "{text:?}");
        }
        assert_eq!(read(&GridWords, &"目标".repeat(21), 2026), Heading::Unknown);
        for column in GridColumn::all().filter(|&column| column != Name) {
            for language in [Language::Chinese, Language::English] {
                for own in [column_name(column, 2026, language), column_heading(column, 2026, language)] {
                    let read = read(&GridWords, &own, 2026);
                    // English calls the task what may also be there: the columns beside it decide.
                    let is_task = own == "Slots" && matches!(read, Heading::OneOf(&[_, task]) if task == column.into());
                    assert!(is_task || read == Heading::Column(column.into()), "{own:?}: {read:?}");
                }
            }
        }
    }
}
