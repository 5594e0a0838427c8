//! The words of charts in Chinese.

use super::super::{hundredths, signed, thousands};
use super::{ChartText, moved, or_dash, percent, size};

pub(super) fn say(text: ChartText<'_>) -> String {
    match text {
        ChartText::TargetsMoveAlike(by) if by.get() > 0 => format!("入托率目标统一提高 {} 个百分点", size(by)),
        ChartText::TargetsMoveAlike(by) if by.get() < 0 => format!("入托率目标统一降低 {} 个百分点", size(by)),
        ChartText::TargetsMoveAlike(_) => "入托率目标与基数持平".to_owned(),
        ChartText::TargetsMove(least, most) if least.get() == 0 => {
            format!("入托率目标最多提高 {} 个百分点", size(most))
        }
        ChartText::TargetsMove(least, most) if least.get() >= 0 => {
            format!("入托率目标提高 {} 至 {} 个百分点", size(least), size(most))
        }
        ChartText::TargetsMove(least, most) if most.get() <= 0 => {
            format!("入托率目标降低 {} 至 {} 个百分点", size(most), size(least))
        }
        ChartText::TargetsMove(least, most) => {
            format!("入托率目标有升有降，{} 至 {} 个百分点", moved(least), moved(most))
        }
        ChartText::OneTarget(county, target, by) => {
            format!("{county}入托率目标 {}%，较基数 {} 个百分点", hundredths(target), moved(by))
        }
        ChartText::TargetsUnknown(year) => format!("{year}年入托率目标：数据尚未填写"),
        ChartText::NoteUnknown(counties) => format!("{counties}个县（区）缺数据"),
        ChartText::NoTask => "新增普惠托位：数据尚未填写".to_owned(),
        ChartText::NothingAllocated(task) => format!("{} 个新增普惠托位尚未分配", thousands(task)),
        ChartText::SlotsToOne(all, county) => format!("{} 个新增普惠托位，全部在{county}", thousands(all)),
        ChartText::SlotsTopOne(all, county, share) => {
            format!("{} 个新增普惠托位，{county}最多，占 {}", thousands(all), percent(share))
        }
        ChartText::SlotsTopTwo(all, first, second, share) => {
            format!("{} 个新增普惠托位，{first}、{second}合计占 {}", thousands(all), percent(share))
        }
        ChartText::SlotsAlike(all, each) => {
            format!("{} 个新增普惠托位，各县（区）均为 {} 个", thousands(all), thousands(each))
        }
        ChartText::SlotsBetween(all, least, most) => {
            format!("{} 个新增普惠托位，各县（区）{} 至 {} 个", thousands(all), thousands(least), thousands(most))
        }
        ChartText::AllocatedOver(all, by) => {
            format!("已分配 {} 个，超出任务 {} 个", thousands(all), thousands(by))
        }
        ChartText::AllocatedUnder(all, by) => {
            format!("已分配 {} 个，距任务还差 {} 个", thousands(all), thousands(by))
        }
        ChartText::WarnOver(all, by) => format!("托位合计{}个，超出任务{}个", thousands(all), thousands(by)),
        ChartText::WarnUnder(all, by) => format!("托位合计{}个，比任务少{}个", thousands(all), thousands(by)),
        ChartText::UnitPercent => "单位：%".to_owned(),
        ChartText::UnitSlots => "单位：个".to_owned(),
        ChartText::LegendBase(year) => format!("{year}年基数"),
        ChartText::LegendUplift(year) => format!("{year}年目标增量"),
        ChartText::LegendOfficialTarget => "市方案目标".to_owned(),
        ChartText::LegendPinned => "手工指定".to_owned(),
        ChartText::LegendBelowBase => "目标低于基数".to_owned(),
        ChartText::LegendScenario => "本情景".to_owned(),
        ChartText::LegendOfficialSlots => "市方案".to_owned(),
        ChartText::NoteDifference => "括号内为较市方案增减".to_owned(),
        ChartText::NoteCity(base, target) => format!("全市 {} → {}", percent(base), percent(target)),
        ChartText::NoteChunk(from, to, of) => format!("第{from}–{to}个，共{of}个县（区）"),
        ChartText::NoteTop(shown, of) => format!("前{shown}个，共{of}个县（区）"),
        ChartText::SourcePlan(table, adjusted) => {
            let table = if table == 1 { "一" } else { "二" };
            let adjusted = if adjusted { "，有调整" } else { "" };
            format!("数据来源：大同市2026年托育服务质量提升年活动实施方案，表{table}{adjusted}")
        }
        ChartText::SourceEntered => "数据来源：本情景录入的数据".to_owned(),
        ChartText::ColumnCounty => "县（区）".to_owned(),
        ChartText::ColumnBase(year) => format!("{year}年基数（%）"),
        ChartText::ColumnTarget(year) => format!("{year}年目标（%）"),
        ChartText::ColumnUplift => "增幅（百分点）".to_owned(),
        ChartText::ColumnOfficialTarget => "市方案目标（%）".to_owned(),
        ChartText::ColumnSlots => "任务数（个）".to_owned(),
        ChartText::ColumnShare => "占比（%）".to_owned(),
        ChartText::ColumnOfficialSlots => "市方案（个）".to_owned(),
        ChartText::ColumnDifference => "较市方案增减（个）".to_owned(),
        ChartText::Total => "全市".to_owned(),
        ChartText::MarkCounty(county) => format!("{county}："),
        ChartText::MarkBase(year, base) => format!("{year}年基数{}", or_dash(base, percent)),
        ChartText::MarkTarget(year, target) => format!("，{year}年目标{}", or_dash(target, percent)),
        ChartText::MarkUplift(by) if by.get() < 0 => format!("，降低{}个百分点", size(by)),
        ChartText::MarkUplift(by) => format!("，提高{}个百分点", size(by)),
        ChartText::MarkPinned => "（手工指定）".to_owned(),
        ChartText::MarkOfficialTarget(target) => format!("；市方案目标{}", percent(target)),
        ChartText::MarkSlots(slots) => {
            format!("任务数{}", or_dash(slots, |slots| thousands(slots) + "个"))
        }
        ChartText::MarkShare(share) => format!("，占{}", percent(share)),
        ChartText::MarkOfficialSlots(slots, by) => format!("；市方案{}个，增减{}", thousands(slots), signed(by)),
        ChartText::Sentence(text) => format!("{text}。"),
        ChartText::AboutRates(region, counties, year) => {
            format!("柱状图：{region}{counties}个县（区）的入托率，{}年基数与{year}年目标。", year.saturating_sub(1))
        }
        ChartText::AboutExtremes((highest, most), (lowest, least)) => {
            format!("目标最高的是{highest}，{}；最低的是{lowest}，{}。", percent(most), percent(least))
        }
        ChartText::AboutCity(base, target) => {
            format!("按3岁以下婴幼儿数加权，全市由{}提高到{}。", percent(base), percent(target))
        }
        ChartText::AboutSlots(region, counties, all, task) => format!(
            "柱状图：{region}{counties}个县（区）的新增普惠托位，已分配{}个，任务{}个。",
            thousands(all),
            thousands(task)
        ),
        ChartText::AboutSlotExtremes((highest, most), (lowest, least)) => {
            format!("最多的是{highest}，{}个；最少的是{lowest}，{}个。", thousands(most), thousands(least))
        }
    }
}
