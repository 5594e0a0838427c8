//! Units in headings and notes: a word is one only where it stands alone as a unit, and never within a name (万柏林, 三元区).

use super::Column;
use super::marks::squeezed;
use tuowei_model::FigureKind;
use tuowei_text::GridColumn;

/// What figures are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// One by one: 人, 个.
    Plain,
    /// Percent, or percentage points.
    Percent,
    /// Per thousand.
    Permille,
    /// 元.
    Yuan,
    /// 万元.
    TenThousandYuan,
    /// Money in other multiples.
    MultipleYuan,
    /// Hundreds, thousands and the like.
    Multiple,
}

/// What a column's figures are, as far as units go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Count,
    Rate,
    Funds,
    /// Its own name holds the unit.
    Named,
}

const fn kind(column: Column) -> Kind {
    match column {
        Column::Counted(of) if of.is_funds() => Kind::Funds,
        Column::Counted(_) => Kind::Count,
        Column::Grid(column) => match column {
            GridColumn::PerThousand => Kind::Named,
            GridColumn::Target
            | GridColumn::Uplift
            | GridColumn::Share
            | GridColumn::Utilisation
            | GridColumn::InclusiveShare => Kind::Rate,
            GridColumn::Input(figure) if matches!(figure.kind(), FigureKind::Rate) => Kind::Rate,
            GridColumn::Input(_)
            | GridColumn::Name
            | GridColumn::Lock
            | GridColumn::EnrolledThen
            | GridColumn::NewEnrolments
            | GridColumn::SlotsAfter
            | GridColumn::Shortage => Kind::Count,
        },
    }
}

impl Unit {
    /// Whether figures in this unit, which their own heading says, are none of the column's.
    pub(super) fn is_other(self, column: Column) -> bool {
        match kind(column) {
            Kind::Count => self != Self::Plain,
            Kind::Rate => !matches!(self, Self::Plain | Self::Percent),
            Kind::Funds => !matches!(self, Self::Plain | Self::TenThousandYuan),
            Kind::Named => false,
        }
    }

    /// The same of a note over the whole table, which may concern other columns.
    pub(super) fn is_other_in_note(self, column: Column) -> bool {
        match self {
            Self::Plain | Self::Percent | Self::TenThousandYuan => false,
            Self::Permille => kind(column) == Kind::Rate,
            Self::Yuan | Self::MultipleYuan => kind(column) == Kind::Funds,
            Self::Multiple => kind(column) == Kind::Count,
        }
    }
}

/// Whether a column holds shares in percent.
pub(super) fn is_rate(column: Column) -> bool {
    kind(column) == Kind::Rate
}

/// Words that are a unit by themselves, squeezed.
const WORDS: [(Unit, &[&str]); 7] = [
    (
        Unit::Plain,
        &[
            "人", "名", "个", "家", "所", "处", "张", "位", "户", "人次", "人数", "children", "slots", "people",
            "persons",
        ],
    ),
    (Unit::Percent, &["%", "百分比", "百分点", "百分数", "percent", "points", "percentagepoints", "pp"]),
    (Unit::Permille, &["‰", "千分比", "千分数"]),
    (Unit::Yuan, &["元", "yuan"]),
    (Unit::TenThousandYuan, &["万元", "10000yuan"]),
    (Unit::MultipleYuan, &["亿元", "千元", "百元", "百万元"]),
    (
        Unit::Multiple,
        &[
            "万",
            "万人",
            "万个",
            "万名",
            "万张",
            "万户",
            "万人次",
            "千",
            "千人",
            "千个",
            "千名",
            "千张",
            "百",
            "百人",
            "百个",
            "百名",
            "十人",
            "亿",
            "thousand",
            "thousands",
            "hundreds",
            "1000",
            "10000",
            "millions",
        ],
    ),
];

/// Units that may end a heading without brackets and are no part of a name there.
const ENDINGS: [&str; 10] = ["万人", "千人", "百人", "万个", "千个", "百个", "亿元", "千元", "万元", "%"];

/// Of so many people: another figure than the count itself.
const PER_MANY: [&str; 6] = ["千人口", "万人口", "每千", "每万", "per1,000", "thousand"];

/// The unit that a squeezed word is.
pub(super) fn unit_of(word: &str) -> Option<Unit> {
    let word = word.strip_prefix("单位:").unwrap_or(word);
    WORDS.iter().find(|(_, words)| words.contains(&word)).map(|(unit, _)| *unit)
}

/// A squeezed heading without units in brackets, and the unit that it says.
pub(super) fn without_units(text: &str) -> (String, Option<Unit>) {
    let mut unit = None;
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, inner, close)) = bracketed(rest) {
        plain.push_str(&rest[..before]);
        match unit_of(inner) {
            Some(found) => unit = Some(found),
            None => plain.push_str(&rest[before..close]),
        }
        rest = &rest[close..];
    }
    plain.push_str(rest);
    if unit.is_none() && (plain.contains('‰') || PER_MANY.iter().any(|words| plain.contains(words))) {
        unit = Some(Unit::Multiple);
    }
    if let Some((head, ending)) = ENDINGS.iter().find_map(|ending| Some((plain.strip_suffix(ending)?, ending))) {
        unit = unit.or_else(|| unit_of(ending));
        plain.truncate(head.len());
    }
    (plain, unit)
}

/// The next pair of brackets: where it opens, what it holds, and where it has closed.
fn bracketed(text: &str) -> Option<(usize, &str, usize)> {
    let open = text.find(['(', '[', '【'])?;
    let inner = open + text[open..].chars().next().map_or(1, char::len_utf8);
    let length = text[inner..].find([')', ']', '】'])?;
    let close = inner + length;
    let after = close + text[close..].chars().next().map_or(1, char::len_utf8);
    Some((open, &text[inner..close], after))
}

/// The units of a note, 单位：万人、个; none where a text is no such note, as 填报单位：万柏林区卫健局 is none.
pub(super) fn units_of_note(text: &str) -> Vec<Unit> {
    let Some((_, after)) = text.split_once("单位").or_else(|| text.split_once("单 位")) else { return Vec::new() };
    let Some(listed) = after.trim_start().strip_prefix([':', '：']) else { return Vec::new() };
    let ends = |character: char| {
        character.is_whitespace()
            || matches!(character, '、' | ',' | '，' | ';' | '；' | '/' | ')' | '）' | '】' | ']' | '。')
    };
    listed.split(ends).map(squeezed).filter_map(|word| unit_of(&word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_a_word_that_stands_alone() {
        for (heading, plain, unit) in [
            ("人口(万人)", "人口", Some(Unit::Multiple)),
            ("人口万人", "人口", Some(Unit::Multiple)),
            ("下拨·万元", "下拨·", Some(Unit::TenThousandYuan)),
            ("基数(%)", "基数", Some(Unit::Percent)),
            ("基数%", "基数", Some(Unit::Percent)),
            ("托位(个)总数", "托位总数", Some(Unit::Plain)),
            ("托位[单位:百个]", "托位", Some(Unit::Multiple)),
            ("拨付(万元)", "拨付", Some(Unit::TenThousandYuan)),
            ("县(区)", "县(区)", None),
            ("万柏林区任务数", "万柏林区任务数", None),
            ("任务数(万荣县)", "任务数(万荣县)", None),
            ("百色市", "百色市", None),
            ("三元区", "三元区", None),
            ("千人口托位数", "千人口托位数", Some(Unit::Multiple)),
            ("x(", "x(", None),
        ] {
            assert_eq!(without_units(heading), (plain.to_owned(), unit), "{heading}");
        }
    }

    #[test]
    fn a_note_of_units_lists_units_and_nothing_else() {
        use Unit::{Multiple, Percent, Plain, TenThousandYuan, Yuan};
        for (note, units) in [
            ("单位：万人", &[Multiple][..]),
            ("表一 单位：%", &[Percent]),
            ("（单位：个、家、万元）", &[Plain, Plain, TenThousandYuan]),
            ("计量单位: 元", &[Yuan]),
            ("单位：万人 制表：张三", &[Multiple]),
            ("填报单位：万柏林区卫健局", &[]),
            ("填报单位：万荣县", &[]),
            ("单位：广元市", &[]),
            ("填报单位：三元区卫健局", &[]),
            ("单位：百色市卫健委", &[]),
            ("万人", &[]),
            ("单位名称", &[]),
        ] {
            assert_eq!(units_of_note(note), units, "{note}");
        }
    }
}
