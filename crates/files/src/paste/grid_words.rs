//! What people call the columns of the county grid.

use std::ops::RangeInclusive;

use super::Column;
use super::headings::{Heading, Named, Vocabulary, has_other_unit};
use super::marks::squeezed;
use tuowei_model::Figure;
use tuowei_text::GridColumn;

/// What the page computes of supply and demand, by its own headings and what people write for them.
const COMPUTED: [(&str, GridColumn); 14] = [
    ("目标在托", GridColumn::EnrolledThen),
    ("enrolledattarget", GridColumn::EnrolledThen),
    ("新增在托", GridColumn::NewEnrolments),
    ("newenrolments", GridColumn::NewEnrolments),
    ("新增后托位", GridColumn::SlotsAfter),
    ("slotsafter", GridColumn::SlotsAfter),
    ("所需利用率", GridColumn::Utilisation),
    ("utilisationneeded", GridColumn::Utilisation),
    ("托位缺口", GridColumn::Shortage),
    ("shortage", GridColumn::Shortage),
    ("新增后普惠占比", GridColumn::InclusiveShare),
    ("inclusiveshareafter", GridColumn::InclusiveShare),
    ("每千人口托位", GridColumn::PerThousand),
    ("slotsper1,000residents", GridColumn::PerThousand),
];

/// Children who are enrolled; 入托率 is none of them.
const ENROLLED: [&str; 7] = ["在托", "入托人", "入托数", "入托婴", "入托儿", "收托", "enrolled"];

/// What may stand beside it: of whom, and that it is counted now. A longer word comes before its parts.
const BESIDE_ENROLLED: [&str; 22] = [
    "3岁以下",
    "三岁以下",
    "婴幼儿",
    "儿童",
    "在托",
    "入托",
    "收托",
    "实际",
    "现有",
    "已有",
    "目前",
    "截至",
    "总",
    "enrolled",
    "children",
    "actually",
    "currently",
    "total",
    "under3",
    "number",
    "now",
    "of",
];

/// Slots that are there: without one of these words, 托位 are the new ones that the plan hands out.
const THERE: [&str; 9] =
    ["现有", "已有", "总托位", "托位总", "existing", "currentslots", "currentinclusiveslots", "slotsnow", "totalslots"];

/// What may stand beside it: of which institutions is another figure. A longer word comes before its parts.
const BESIDE_THERE: [&str; 20] = [
    "托育机构",
    "普惠性",
    "普惠",
    "托位",
    "现有",
    "已有",
    "目前",
    "截至",
    "总",
    "量",
    "万",
    "千",
    "百",
    "inclusive",
    "existing",
    "current",
    "slots",
    "total",
    "now",
    "of",
];

/// People of any age; 户籍人口 are others.
const POPULATION: [&str; 2] = ["人口", "population"];

/// What may stand beside it.
const BESIDE_POPULATION: [&str; 13] =
    ["常住", "人口", "全县", "总", "规模", "截至", "万", "千", "百", "resident", "population", "total", "people"];

/// New slots that the plan does not hand out.
const BESIDE_THE_TASK: [&str; 5] = ["其他新增", "其它新增", "新增其他", "新增其它", "othernewslots"];

/// Words of figures that are near to the grid's but others: what is there already, what was done.
const OTHERS: [&str; 22] = [
    "完成",
    "利用",
    "现有",
    "已有",
    "存量",
    "备案",
    "实际",
    "排名",
    "序号",
    "备注",
    "说明",
    "其他",
    "其它",
    "非普惠",
    "新增后",
    "existing",
    "actual",
    "done",
    "utili",
    "rank",
    "note",
    "other",
];

/// The words of the county grid.
pub(super) struct GridWords;

impl Vocabulary for GridWords {
    fn named(&self, text: &str, years: &[u16], year: u16) -> Named {
        let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
        let is_rate = has(&["入托率", "enrolmentrate", "enrollmentrate"]);
        let column = if let Some((_, column)) = COMPUTED.iter().find(|(words, _)| text.contains(words)) {
            *column
        } else if has(&ENROLLED) && says_only(text, &BESIDE_ENROLLED) {
            GridColumn::Input(Figure::Enrolled)
        } else if has(&["托位", "slots"]) && has(&THERE) && says_only(text, &BESIDE_THERE) {
            if has(&["普惠", "inclusive"]) {
                GridColumn::Input(Figure::Inclusive)
            } else {
                GridColumn::Input(Figure::Capacity)
            }
        } else if has(&POPULATION) && says_only(text, &BESIDE_POPULATION) {
            GridColumn::Input(Figure::Population)
        } else if has(&BESIDE_THE_TASK) && !has(&["普惠", "任务", "inclusive"]) {
            GridColumn::Input(Figure::Other)
        } else if matches!(text, "现有" | "已有") {
            return Named::Part;
        } else if has(&OTHERS) {
            return Named::Unknown;
        } else if matches!(text, "锁" | "锁定" | "是否锁定" | "lock") {
            GridColumn::Lock
        } else if has(&["占比", "比重", "share"]) {
            GridColumn::Share
        } else if has(&["增幅", "涨幅", "增长", "提高", "uplift", "increase"]) {
            GridColumn::Uplift
        } else if has(&["手工", "手动", "指定", "pinned", "byhand", "owntarget"]) {
            GridColumn::Input(Figure::Pin)
        } else if !has(&["入托率", "enrol"]) && has(&["托位", "任务", "分配", "slot", "alloc", "quota"]) {
            GridColumn::Input(Figure::Slots)
        } else if has(&["目标", "target"]) {
            GridColumn::Target
        } else if has(&["基数", "基准", "base"]) {
            GridColumn::Input(Figure::Base)
        } else if has(&["婴幼儿", "儿童", "3岁以下", "三岁以下", "children", "under3", "underthree", "under-three"])
            && !has(&["入托", "在托", "enrol", "6岁", "六岁"])
        {
            GridColumn::Input(Figure::Children)
        } else if is_rate && years.contains(&year) {
            GridColumn::Target
        } else if is_rate && years.contains(&year.saturating_sub(1)) {
            GridColumn::Input(Figure::Base)
        } else if is_rate && !years.is_empty() {
            return Named::OtherYear;
        } else if is_rate || is_year_or_unit(text) {
            return Named::Part;
        } else {
            return Named::Unknown;
        };
        // Of thousands of residents by its own name.
        let is_other_unit = column != GridColumn::PerThousand && has_other_unit(text);
        Named::Column { column: Column::Grid(column), is_other_unit }
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

    fn most_above(&self) -> usize {
        usize::MAX
    }

    /// 托位数 is a heading by itself, but not under 现有.
    fn goes_on(&self, alone: Heading, _above: Heading, joined: Heading) -> bool {
        const SLOTS: Heading = Heading::Column(Column::Grid(GridColumn::Input(Figure::Slots)));
        let is_there =
            matches!(joined, Heading::Column(Column::Grid(GridColumn::Input(Figure::Capacity | Figure::Inclusive))));
        alone == Heading::Part || alone == SLOTS && is_there
    }

    /// 单位：万人.
    fn is_unit_note(&self, text: &str) -> bool {
        let text = squeezed(text);
        text.contains("单位") && has_other_unit(&text)
    }

    fn is_other_unit(&self, _column: Column, _note: &str) -> bool {
        true
    }
}

fn is_year_or_unit(text: &str) -> bool {
    text.chars().all(|character| character.is_ascii_digit() || "年度末底个人名数值()[]%./-".contains(character))
}

/// Whether a text says nothing but these words, a day and a unit that counts: 现有公办托位 are only some of 现有托位.
fn says_only(text: &str, words: &[&str]) -> bool {
    let mut rest = text.to_owned();
    for word in words {
        rest = rest.replace(word, "");
    }
    rest.retain(|character| !matches!(character, '月' | '日' | ',' | ':'));
    is_year_or_unit(&rest) && !rest.contains('%')
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
                    "普惠托位",
                    "托位数",
                    "新增普惠托位总数",
                    "2026年新增普惠托位数",
                    "slots",
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
        assert_eq!(read(&GridWords, &"目标".repeat(21), 2026), Heading::Unknown);
        for column in GridColumn::all().filter(|&column| column != Name) {
            for language in [Language::Chinese, Language::English] {
                for own in [column_name(column, 2026, language), column_heading(column, 2026, language)] {
                    assert_eq!(read(&GridWords, &own, 2026), Heading::Column(column.into()), "{own:?}");
                }
            }
        }
        assert!(
            GridWords.is_unit_note("表一 单位：万人")
                && !GridWords.is_unit_note("表一 单位：%")
                && !GridWords.is_unit_note("万柏林")
        );
    }
}
