//! What the charts of supply and demand say. They come with the page's tools, after the first load, and so their words
//! stand apart from [`super::ChartText`].

use super::super::{Language, brief_percent, signed_thousands, thousands};
use super::{ChartWords, or_dash, percent};
use tuowei_model::Hundredths;

/// Something that a chart of supply and demand says. Counts are slots, children or counties, [`Hundredths`] percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SupplyText<'a> {
    /// Between the items of a list.
    Comma,
    /// Tables of the official plan, the first besides the second or the second alone, beside figures that were entered;
    /// and whether the scenario departs from them.
    SourcePlanAnd(bool, bool),
    /// Children enrolled at the targets, slots there, counties that are short, and of how many slots together.
    SupplyShort(u64, u64, usize, u64),
    /// Children enrolled at the targets, slots there, the one county that is short, and of how many slots.
    SupplyShortOne(u64, u64, &'a str, u64),
    /// No county is short; the utilisation that the targets need, if there are slots.
    SupplyFits(Option<Hundredths>),
    /// What is missing to hold targets against slots.
    SupplyUnknown(&'a str),
    /// Slots of today.
    LegendSlotsNow,
    /// Slots that come besides.
    LegendSlotsNew,
    /// Places that the targets need.
    LegendNeeded,
    /// How the labels of the supply chart are read, with utilisations or without; may be empty.
    NoteSupplyMarks(bool),
    /// Slots to spare, negative short of, on a mark.
    TagSpare(i64),
    /// Places needed, on a mark.
    TagNeeded(u64),
    /// Places there, on a mark.
    TagThere(u64),
    /// Children enrolled at the target.
    MarkNeeded(Option<u64>),
    /// Slots there, and those of today among them.
    MarkThere(Option<u64>, Option<u64>),
    /// Slots to spare, or short of.
    MarkSpare(i64),
    /// The utilisation that the target needs.
    MarkUtilisation(Hundredths),
    /// Heading of slots to spare, negative short of.
    ColumnSpare,
    /// What the supply chart is about: region, counties.
    AboutSupply(&'a str, usize),
    /// The county that is short of most slots, and of how many.
    AboutShortage(&'a str, u64),
    /// The city's share of inclusive slots, and the wanted one that it reaches.
    ShareReached(Hundredths, Hundredths),
    /// The city's share of inclusive slots stays below the wanted one.
    ShareShort {
        /// The city's.
        share: Hundredths,
        /// The wanted one.
        wanted: Hundredths,
        /// Slots to turn inclusive, if that does.
        convert: Option<u64>,
        /// Further inclusive slots, if they do.
        add: Option<u64>,
    },
    /// What is missing to know the share of inclusive slots.
    ShareUnknown(&'a str),
    /// A county with more inclusive slots than slots: no share of the city can be told.
    ShareContradicts(&'a str),
    /// There are no slots to have a share of.
    ShareNoSlots,
    /// Shares of inclusive slots, with all that is new.
    LegendShare,
    /// The wanted share.
    LegendWanted(Hundredths),
    /// Inclusive slots, all slots, and the share.
    MarkInclusive(Option<u64>, Option<u64>, Option<Hundredths>),
    /// Heading of inclusive slots with all that is new.
    ColumnInclusiveAfter,
    /// What the share chart is about: region, counties, the wanted share.
    AboutShare(&'a str, usize, Hundredths),
    /// What brings the city to the wanted share: slots turned inclusive, or further inclusive ones.
    AboutRemedy(Option<u64>, Option<u64>),
}

impl ChartWords for SupplyText<'_> {
    fn said(self, language: Language) -> String {
        match language {
            Language::Chinese => chinese(self),
            Language::English => english(self),
        }
    }
}

fn chinese(text: SupplyText<'_>) -> String {
    match text {
        SupplyText::Comma => "、".to_owned(),
        SupplyText::SourcePlanAnd(rates, adjusted) => {
            let tables = if rates { "表一、表二" } else { "表二" };
            let adjusted = if adjusted { "（有调整）" } else { "" };
            format!("数据来源：大同市2026年托育服务质量提升年活动实施方案，{tables}{adjusted}；其余为本情景录入的数据")
        }
        SupplyText::SupplyShort(needed, there, counties, short) => format!(
            "目标需在托 {} 人，新增后托位 {} 个，{counties} 个县（区）有缺口，共 {} 个",
            thousands(needed),
            thousands(there),
            thousands(short)
        ),
        SupplyText::SupplyShortOne(needed, there, county, short) => format!(
            "目标需在托 {} 人，新增后托位 {} 个，{county}缺 {} 个",
            thousands(needed),
            thousands(there),
            thousands(short)
        ),
        SupplyText::SupplyFits(Some(utilisation)) => {
            format!("新增后托位够用：所需利用率 {}", brief_percent(utilisation))
        }
        SupplyText::SupplyFits(None) => "新增后托位够用：目标无需托位".to_owned(),
        SupplyText::SupplyUnknown(lacking) => format!("供需测算：需填写{lacking}"),
        SupplyText::LegendSlotsNow => "现有托位".to_owned(),
        SupplyText::LegendSlotsNew => "新增托位".to_owned(),
        SupplyText::LegendNeeded => "目标需要".to_owned(),
        SupplyText::NoteSupplyMarks(true) => "百分数为所需利用率".to_owned(),
        SupplyText::NoteSupplyMarks(false) => String::new(),
        SupplyText::TagSpare(spare) if spare < 0 => format!("缺 {}", thousands(spare.unsigned_abs())),
        SupplyText::TagSpare(spare) => format!("余 {}", thousands(spare.unsigned_abs())),
        SupplyText::TagNeeded(count) => format!("需 {}", thousands(count)),
        SupplyText::TagThere(count) => format!("有 {}", thousands(count)),
        SupplyText::MarkNeeded(count) => format!("目标需在托{}", or_dash(count, |count| thousands(count) + "人")),
        SupplyText::MarkThere(there, now) => format!(
            "，新增后托位{}（现有{}）",
            or_dash(there, |count| thousands(count) + "个"),
            or_dash(now, |count| thousands(count) + "个")
        ),
        SupplyText::MarkSpare(spare) if spare < 0 => format!("，缺{}个", thousands(spare.unsigned_abs())),
        SupplyText::MarkSpare(spare) => format!("，余{}个", thousands(spare.unsigned_abs())),
        SupplyText::MarkUtilisation(utilisation) => format!("，所需利用率{}", percent(utilisation)),
        SupplyText::ColumnSpare => "余（+）缺（−）（个）".to_owned(),
        SupplyText::AboutSupply(region, counties) => {
            format!("柱状图：{region}{counties}个县（区）目标需要的托位与新增后的托位。")
        }
        SupplyText::AboutShortage(county, short) => format!("缺口最大的是{county}，{}个。", thousands(short)),
        SupplyText::ShareReached(share, wanted) => {
            format!("全市普惠托位占比 {}，达到{}的目标", brief_percent(share), brief_percent(wanted))
        }
        SupplyText::ShareShort { share, wanted, convert, add } => {
            let (share, wanted) = (brief_percent(share), brief_percent(wanted));
            match (convert, add) {
                (Some(convert), _) => {
                    format!("全市普惠托位占比 {share}，距{wanted}还差：转普惠 {} 个", thousands(convert))
                }
                (None, Some(add)) => {
                    format!("全市普惠托位占比 {share}，距{wanted}还差：再新增普惠 {} 个", thousands(add))
                }
                (None, None) => format!("全市普惠托位占比 {share}，未达到{wanted}的目标"),
            }
        }
        SupplyText::ShareUnknown(lacking) => format!("普惠托位占比：需填写{lacking}"),
        SupplyText::ShareContradicts(county) => format!("普惠托位占比：{county}现有普惠托位多于现有托位，须先核对"),
        SupplyText::ShareNoSlots => "普惠托位占比：全市没有托位".to_owned(),
        SupplyText::LegendShare => "新增后普惠占比".to_owned(),
        SupplyText::LegendWanted(wanted) => format!("全市目标 {}", brief_percent(wanted)),
        SupplyText::MarkInclusive(inclusive, there, share) => format!(
            "新增后普惠托位{}，全部托位{}，占{}",
            or_dash(inclusive, |count| thousands(count) + "个"),
            or_dash(there, |count| thousands(count) + "个"),
            or_dash(share, percent)
        ),
        SupplyText::ColumnInclusiveAfter => "新增后普惠托位（个）".to_owned(),
        SupplyText::AboutShare(region, counties, wanted) => {
            format!("柱状图：{region}{counties}个县（区）新增后的普惠托位占比，全市目标{}。", brief_percent(wanted))
        }
        SupplyText::AboutRemedy(convert, add) => {
            let convert = convert.map(|count| format!("转普惠{}个", thousands(count)));
            let add = add.map(|count| format!("再新增普惠{}个", thousands(count)));
            match (convert, add) {
                (Some(convert), Some(add)) => format!("{convert}，或者{add}，即可达到目标。"),
                (Some(one), None) | (None, Some(one)) => format!("{one}，即可达到目标。"),
                (None, None) => "现有托位全部转普惠也达不到目标。".to_owned(),
            }
        }
    }
}

fn english(text: SupplyText<'_>) -> String {
    match text {
        SupplyText::Comma => ", ".to_owned(),
        SupplyText::SourcePlanAnd(rates, adjusted) => {
            let tables = if rates { "Tables 1 and 2" } else { "Table 2" };
            let adjusted = if adjusted { " (adjusted)" } else { "" };
            format!("Source: Datong 2026 childcare quality plan, {tables}{adjusted}; all else entered in this scenario")
        }
        SupplyText::SupplyShort(needed, there, counties, short) => format!(
            "Targets need {} places, {} are there; {counties} counties are short of {}",
            thousands(needed),
            thousands(there),
            thousands(short)
        ),
        SupplyText::SupplyShortOne(needed, there, county, short) => format!(
            "Targets need {} places, {} are there; {county} is short of {}",
            thousands(needed),
            thousands(there),
            thousands(short)
        ),
        SupplyText::SupplyFits(Some(utilisation)) => {
            format!("Slots cover the targets: {} of them used", brief_percent(utilisation))
        }
        SupplyText::SupplyFits(None) => "Slots cover the targets: none are needed".to_owned(),
        SupplyText::SupplyUnknown(lacking) => format!("Supply and demand: still to fill in: {lacking}"),
        SupplyText::LegendSlotsNow => "Slots now".to_owned(),
        SupplyText::LegendSlotsNew => "New slots".to_owned(),
        SupplyText::LegendNeeded => "Needed at target".to_owned(),
        SupplyText::NoteSupplyMarks(true) => "− short, + to spare, %: utilisation needed".to_owned(),
        SupplyText::NoteSupplyMarks(false) => "− short, + to spare".to_owned(),
        SupplyText::TagSpare(spare) => signed_thousands(spare),
        SupplyText::TagNeeded(count) => format!("need {}", thousands(count)),
        SupplyText::TagThere(count) => format!("have {}", thousands(count)),
        SupplyText::MarkNeeded(count) => format!("{} enrolled at the target", or_dash(count, thousands)),
        SupplyText::MarkThere(there, now) => {
            format!(", {} slots there ({} now)", or_dash(there, thousands), or_dash(now, thousands))
        }
        SupplyText::MarkSpare(spare) if spare < 0 => format!(", {} short", thousands(spare.unsigned_abs())),
        SupplyText::MarkSpare(spare) => format!(", {} to spare", thousands(spare.unsigned_abs())),
        SupplyText::MarkUtilisation(utilisation) => format!(", utilisation needed {}", percent(utilisation)),
        SupplyText::ColumnSpare => "To spare (+), short (−) (slots)".to_owned(),
        SupplyText::AboutSupply(region, counties) => {
            format!(
                "Column chart: places that the targets of the {counties} counties of {region} need, and slots there."
            )
        }
        SupplyText::AboutShortage(county, short) => format!(" {county} is short of most, {}.", thousands(short)),
        SupplyText::ShareReached(share, wanted) => {
            format!(
                "{} of all slots are inclusive, the goal of {} is reached",
                brief_percent(share),
                brief_percent(wanted)
            )
        }
        SupplyText::ShareShort { share, wanted, convert, add } => {
            let (share, wanted) = (brief_percent(share), brief_percent(wanted));
            match (convert, add) {
                (Some(convert), _) => {
                    format!("{share} of all slots are inclusive; converting {} reaches {wanted}", thousands(convert))
                }
                (None, Some(add)) => {
                    format!("{share} of all slots are inclusive; adding {} reaches {wanted}", thousands(add))
                }
                (None, None) => format!("{share} of all slots are inclusive, below the goal of {wanted}"),
            }
        }
        SupplyText::ShareUnknown(lacking) => format!("Share of inclusive slots: still to fill in: {lacking}"),
        SupplyText::ShareContradicts(county) => {
            format!("Share of inclusive slots: {county} has more inclusive slots than slots; please check")
        }
        SupplyText::ShareNoSlots => "Share of inclusive slots: the city has no slots".to_owned(),
        SupplyText::LegendShare => "Inclusive share after".to_owned(),
        SupplyText::LegendWanted(wanted) => format!("City goal {}", brief_percent(wanted)),
        SupplyText::MarkInclusive(inclusive, there, share) => format!(
            "{} inclusive of {} slots after, {}",
            or_dash(inclusive, thousands),
            or_dash(there, thousands),
            or_dash(share, percent)
        ),
        SupplyText::ColumnInclusiveAfter => "Inclusive slots after".to_owned(),
        SupplyText::AboutShare(region, counties, wanted) => format!(
            "Column chart: share of inclusive slots of the {counties} counties of {region}; the city's goal is {}.",
            brief_percent(wanted)
        ),
        SupplyText::AboutRemedy(convert, add) => {
            let convert = convert.map(|count| format!("turning {} slots inclusive", thousands(count)));
            let add = add.map(|count| format!("adding {} inclusive slots", thousands(count)));
            match (convert, add) {
                (Some(convert), Some(add)) => format!(" The goal takes {convert}, or {add}."),
                (Some(one), None) | (None, Some(one)) => format!(" The goal takes {one}."),
                (None, None) => " Not even turning all slots of today inclusive reaches it.".to_owned(),
            }
        }
    }
}
