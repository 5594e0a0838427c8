//! What people call the figures of a report.

use std::ops::RangeInclusive;

use super::Column;
use super::headings::{Heading, Named, Vocabulary};
use tuowei_model::Counted;

/// What people call the figures, without what [`plain`] takes off. Nothing else is taken for one of them: 备案率, 托位缺口 and
/// 民办在托 are others.
const NAMES: [(Counted, &[&str]); 20] = [
    (
        Counted::Children,
        &[
            "3岁以下婴幼儿",
            "三岁以下婴幼儿",
            "3岁以下",
            "三岁以下",
            "3岁以下儿童",
            "婴幼儿",
            "childrenunderthree",
            "childrenunder3",
            "underthrees",
            "children",
        ],
    ),
    (
        Counted::Enrolled,
        &[
            "在托",
            "入托",
            "收托",
            "在托婴幼儿",
            "入托婴幼儿",
            "在托儿童",
            "入托儿童",
            "childrenenrolled",
            "enrolledchildren",
            "enrolled",
        ],
    ),
    (Counted::Slots, &["托位", "托育托位", "slots"]),
    (Counted::Inclusive, &["普惠", "普惠托位", "普惠性托位", "inclusiveslots", "inclusive"]),
    (
        Counted::InclusiveAdded,
        &[
            "新增普惠",
            "新增普惠托位",
            "新增普惠性托位",
            "普惠托位新增",
            "普惠托位增",
            "newinclusiveslots",
            "newinclusive",
            "inclusiveslotsadded",
        ],
    ),
    (Counted::Institutions, &["机构", "托育机构", "托育服务机构", "institutions"]),
    (
        Counted::Registered,
        &["备案", "备案机构", "备案托育机构", "registered", "registeredinstitutions", "institutionsregistered"],
    ),
    (
        Counted::Contracted,
        &[
            "签约",
            "签约机构",
            "签约托育机构",
            "withamedicalpartner",
            "withapartner",
            "medicalpartner",
            "partner",
            "partners",
        ],
    ),
    (Counted::Carers, &["全职保育", "全职保育人员", "保育", "保育人员", "fulltimecarers", "carers"]),
    (Counted::Staff, &["从业", "从业人员", "全体从业人员", "allstaff", "staff"]),
    (
        Counted::Certified,
        &["持证", "持证人员", "持证保育人员", "certificateholders", "certified", "holdersofcertificates"],
    ),
    (
        Counted::ProvinceConcerned,
        &["省级应训", "省级应训园长", "应训园长", "provincedue", "headstobetrainedbytheprovince"],
    ),
    (Counted::ProvinceTrained, &["省级参训", "省级参训园长", "参训园长", "provincedone", "headstrainedbytheprovince"]),
    (Counted::CityConcerned, &["市级应训", "市级应训人员", "citydue", "carerstobetrainedbythecity"]),
    (Counted::CityTrained, &["市级参训", "市级参训人员", "citydone", "carerstrainedbythecity"]),
    (Counted::CountyConcerned, &["县级应训", "县级应训人员", "countydue", "carerstobetrainedbythecounty"]),
    (Counted::CountyTrained, &["县级参训", "县级参训人员", "countydone", "carerstrainedbythecounty"]),
    (
        Counted::Competed,
        &["举办技能大赛", "举办大赛", "举办竞赛", "技能大赛", "是否举办技能大赛", "competitionheld", "competition"],
    ),
    (Counted::Allocated, &["下拨", "下拨补贴", "下拨资金", "补贴下拨", "subsidieshandeddown", "handeddown"]),
    (Counted::Disbursed, &["拨付", "拨付补贴", "拨付资金", "补贴拨付", "subsidiespaidout", "paidout"]),
];

/// Words that are no figure by themselves: the heading above says the rest.
const PARTS: [&str; 8] = ["应训", "参训", "省级", "市级", "县级", "新增", "due", "done"];

/// What changes nothing of what is counted. A longer word comes before its parts.
const BESIDE: [&str; 34] = [
    "numberof",
    "ofwhich",
    "total",
    "全行业",
    "年度",
    "截至",
    "截止",
    "目前",
    "现有",
    "已有",
    "累计",
    "实际",
    "全市",
    "合计",
    "小计",
    "总计",
    "其中",
    "培训",
    "人数",
    "个数",
    "总",
    "数",
    "量",
    "末",
    "底",
    "度",
    "已",
    "·",
    ":",
    "、",
    ",",
    "-",
    "/",
    "'",
];

/// Units that people write behind a count, in brackets.
const UNITS: [&str; 13] =
    ["人", "名", "个", "家", "所", "人数", "1是0否", "是1否0", "1yes,0no", "children", "slots", "people", "园长"];

/// Who is meant: institutions of all kinds.
const OF_INSTITUTIONS: [&str; 3] = ["托育服务机构", "托育机构", "机构"];

/// The words of a report.
pub(super) struct ReportWords;

impl Vocabulary for ReportWords {
    fn named(&self, text: &str, years: &[u16], _year: u16) -> Named {
        if !text.contains(char::is_alphabetic) && !text.is_empty() {
            return if years.is_empty() { Named::Unknown } else { Named::Part };
        }
        let name = plain(text);
        let (name, is_public) = without(&name, &["县域公办", "公办", "ofpubliccentres", "publiccentres", "public"]);
        let is_part = PARTS.contains(&name.as_str()) || name.is_empty() && !text.contains("public");
        if is_part {
            return Named::Part;
        }
        let found = known(&name).or_else(|| {
            let rest = OF_INSTITUTIONS.iter().find_map(|who| name.strip_prefix(who))?;
            if rest.is_empty() { None } else { known(rest) }
        });
        let found = match (found, is_public) {
            // Public centres.
            (None, true) if name.is_empty() => Some(Counted::InstitutionsPublic),
            (Some(of), true) => of.of_public(),
            (found, _) => found,
        };
        found.map_or(Named::Unknown, |of| Named::Column(of.into()))
    }

    fn fitting(&self, column: Column, year: u16) -> RangeInclusive<u16> {
        // How many children there are is known at the end of a year.
        if column == Column::Counted(Counted::Children) { 0..=u16::MAX } else { year..=year }
    }

    fn beside(&self, _text: &str, _all: &[Column], _taken: &[Column]) -> Option<Column> {
        None
    }

    fn with_part(&self, _total: &[Column], _part: Heading) -> Option<(Column, Column)> {
        None
    }
}

/// A squeezed heading without days, brackets and words that change nothing.
fn plain(text: &str) -> String {
    let mut name = undated(text);
    for unit in UNITS {
        name = name.replace(&["(", unit, ")"].concat(), "");
    }
    name.retain(|letter| !matches!(letter, '(' | ')' | '[' | ']' | '【' | '】'));
    for word in BESIDE {
        name = name.replace(word, "");
    }
    name
}

/// The text without days and years: 截至2026年6月30日, 2026.
fn undated(text: &str) -> String {
    let mut kept = String::new();
    let mut digits = String::new();
    for letter in text.chars().chain(std::iter::once('\0')) {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        let is_day = !digits.is_empty() && matches!(letter, '年' | '月' | '日' | '号');
        if !is_day {
            let is_year = digits.len() == 4 && digits.starts_with("20");
            if !is_year {
                kept.push_str(&digits);
            }
            if letter != '\0' {
                kept.push(letter);
            }
        }
        digits.clear();
    }
    kept
}

/// The text without these words, and whether any of them stood in it.
fn without(text: &str, words: &[&str]) -> (String, bool) {
    let mut rest = text.to_owned();
    for word in words {
        rest = rest.replace(word, "");
    }
    let is_shorter = rest.len() < text.len();
    (rest, is_shorter)
}

fn known(name: &str) -> Option<Counted> {
    NAMES.iter().find(|(_, names)| names.contains(&name)).map(|(of, _)| *of)
}

#[cfg(test)]
mod tests {
    use super::super::headings::read;
    use super::*;
    use tuowei_text::{Language, counted_heading as short_name, counted_name};

    #[test]
    fn headings_of_reports_are_read_as_people_write_them() {
        use Counted::*;
        for (texts, expected) in [
            (
                &["3岁以下婴幼儿数", "3 岁以下婴幼儿数（人）", "婴幼儿数", "2025年末婴幼儿数"][..],
                Heading::Column(Children.into()),
            ),
            (
                &[
                    "在托",
                    "在托人数（人）",
                    "入托人数",
                    "截至2026年6月30日在托人数",
                    "2026年6月底实际收托人数",
                    "托育机构在托婴幼儿数",
                ],
                Heading::Column(Enrolled.into()),
            ),
            (
                &["公办在托人数", "在托人数（公办）", "县域公办在托", "其中：公办机构在托人数"],
                Heading::Column(EnrolledPublic.into()),
            ),
            (&["托位", "托位数（个）", "现有托位总数", "Total slots"], Heading::Column(Slots.into())),
            (&["普惠托位", "普惠托位数", "普惠性托位"], Heading::Column(Inclusive.into())),
            (
                &["新增普惠", "新增普惠托位（个）", "2026年已新增普惠托位数", "累计新增普惠托位"],
                Heading::Column(InclusiveAdded.into()),
            ),
            (&["机构", "托育机构数（家）", "托育机构总数"], Heading::Column(Institutions.into())),
            (
                &["公办机构数", "县域公办托育机构", "Public", "Public centres"],
                Heading::Column(InstitutionsPublic.into()),
            ),
            (&["备案", "备案机构数", "托育机构备案数", "已备案机构"], Heading::Column(Registered.into())),
            (&["签约", "已签约机构数"], Heading::Column(Contracted.into())),
            (&["持证", "持证人数", "持证人员数（人）"], Heading::Column(Certified.into())),
            (&["公办持证人员", "持证人数(县域公办)"], Heading::Column(CertifiedPublic.into())),
            (&["市级应训人数", "市级培训应训人数"], Heading::Column(CityConcerned.into())),
            (&["举办技能大赛", "是否举办技能大赛（是1否0）"], Heading::Column(Competed.into())),
            (&["下拨补贴（万元）", "下拨·万元", "下拨补贴"], Heading::Column(Allocated.into())),
            (&["已拨付补贴（万元）", "拨付资金"], Heading::Column(Disbursed.into())),
            (&["2025年在托人数", "2027年托位数"], Heading::OtherYear),
            (
                &["在托人数（百人）", "婴幼儿数（万人）", "下拨补贴（元）", "已拨付补贴（亿元）", "托位数（万元）"],
                Heading::OtherUnit,
            ),
            (&["公办", "其中：公办", "（人）", "2026年", "合计", "应训人数", "市级培训"], Heading::Part),
            (&["", " \n"], Heading::Missing),
            (
                &[
                    "备案率",
                    "备案率（%）",
                    "在托（%）",
                    "民办在托人数",
                    "非普惠托位",
                    "托位缺口",
                    "任务数",
                    "新增普惠托位任务数",
                    "公办普惠托位",
                    "新增托位",
                    "3-6岁儿童数",
                    "序号",
                    "备注",
                    "县（区）",
                    "是",
                    "x",
                    "130",
                ],
                Heading::Unknown,
            ),
        ] {
            for text in texts {
                assert_eq!(read(&ReportWords, text, 2026), expected, "{text:?}");
            }
        }
        assert_eq!(read(&ReportWords, &"在托".repeat(21), 2026), Heading::Unknown);
        for of in Counted::ALL {
            for language in [Language::Chinese, Language::English] {
                for own in [counted_name(of, language), short_name(of, language)] {
                    assert_eq!(read(&ReportWords, own, 2026), Heading::Column(of.into()), "{own:?}");
                }
            }
        }
    }
}
