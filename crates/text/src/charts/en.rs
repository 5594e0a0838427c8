//! The words of charts in English.

use super::super::{hundredths, signed, thousands};
use super::{ChartText, moved, or_dash, percent, size};

pub(super) fn say(text: ChartText<'_>) -> String {
    match text {
        ChartText::TargetsMoveAlike(by) if by.get() > 0 => format!("All enrolment targets rise by {} points", size(by)),
        ChartText::TargetsMoveAlike(by) if by.get() < 0 => format!("All enrolment targets fall by {} points", size(by)),
        ChartText::TargetsMoveAlike(_) => "Enrolment targets stay at their base".to_owned(),
        ChartText::TargetsMove(least, most) if least.get() == 0 => {
            format!("Enrolment targets rise by up to {} points", size(most))
        }
        ChartText::TargetsMove(least, most) if least.get() >= 0 => {
            format!("Enrolment targets rise by {} to {} points", size(least), size(most))
        }
        ChartText::TargetsMove(least, most) if most.get() <= 0 => {
            format!("Enrolment targets fall by {} to {} points", size(most), size(least))
        }
        ChartText::TargetsMove(least, most) => {
            format!("Enrolment targets rise and fall, {} to {} points", moved(least), moved(most))
        }
        ChartText::OneTarget(county, target, by) => {
            format!("{county}: enrolment target {}%, {} points from its base", hundredths(target), moved(by))
        }
        ChartText::TargetsUnknown(year) => format!("Enrolment targets {year}: figures not filled in yet"),
        ChartText::NoteUnknown(1) => "1 county lacks figures".to_owned(),
        ChartText::NoteUnknown(counties) => format!("{counties} counties lack figures"),
        ChartText::NoTask => "New inclusive slots: figures not filled in yet".to_owned(),
        ChartText::NothingAllocated(task) => format!("{} new inclusive slots, none allocated yet", thousands(task)),
        ChartText::SlotsToOne(all, county) => format!("{} new inclusive slots, all in {county}", thousands(all)),
        ChartText::SlotsTopOne(all, county, share) => {
            format!("{} new inclusive slots; most in {county}, {}", thousands(all), percent(share))
        }
        ChartText::SlotsTopTwo(all, first, second, share) => {
            format!("{} new inclusive slots; {first} and {second} take {}", thousands(all), percent(share))
        }
        ChartText::SlotsAlike(all, each) => {
            format!("{} new inclusive slots, {} for each county", thousands(all), thousands(each))
        }
        ChartText::SlotsBetween(all, least, most) => {
            format!("{} new inclusive slots, {} to {} per county", thousands(all), thousands(least), thousands(most))
        }
        ChartText::AllocatedOver(all, by) => {
            format!("{} slots allocated, {} over the task", thousands(all), thousands(by))
        }
        ChartText::AllocatedUnder(all, by) => {
            format!("{} slots allocated, {} short of the task", thousands(all), thousands(by))
        }
        ChartText::WarnOver(all, by) => format!("Slots sum to {}, {} over the task", thousands(all), thousands(by)),
        ChartText::WarnUnder(all, by) => {
            format!("Slots sum to {}, {} short of the task", thousands(all), thousands(by))
        }
        ChartText::UnitPercent => "Unit: %".to_owned(),
        ChartText::UnitSlots => "Unit: slots".to_owned(),
        ChartText::LegendBase(year) => format!("Base {year}"),
        ChartText::LegendUplift(year) => format!("Uplift to target {year}"),
        ChartText::LegendOfficialTarget => "Official target".to_owned(),
        ChartText::LegendPinned => "Set by hand".to_owned(),
        ChartText::LegendBelowBase => "Target below base".to_owned(),
        ChartText::LegendScenario => "This scenario".to_owned(),
        ChartText::LegendOfficialSlots => "Official plan".to_owned(),
        ChartText::NoteDifference => "In brackets: change from the official plan".to_owned(),
        ChartText::NoteCity(base, target) => format!("City {} → {}", percent(base), percent(target)),
        ChartText::NoteChunk(from, to, of) => format!("Counties {from}–{to} of {of}"),
        ChartText::NoteTop(shown, of) => format!("Top {shown} of {of} counties"),
        ChartText::SourcePlan(table, adjusted) => {
            let adjusted = if adjusted { ", adjusted" } else { "" };
            format!("Source: Datong 2026 childcare quality plan, Table {table}{adjusted}")
        }
        ChartText::SourceEntered => "Source: figures entered in this scenario".to_owned(),
        ChartText::ColumnCounty => "County".to_owned(),
        ChartText::ColumnBase(year) => format!("Base {year} (%)"),
        ChartText::ColumnTarget(year) => format!("Target {year} (%)"),
        ChartText::ColumnUplift => "Uplift (points)".to_owned(),
        ChartText::ColumnOfficialTarget => "Official target (%)".to_owned(),
        ChartText::ColumnSlots => "Slots".to_owned(),
        ChartText::ColumnShare => "Share (%)".to_owned(),
        ChartText::ColumnOfficialSlots => "Official plan (slots)".to_owned(),
        ChartText::ColumnDifference => "Change from the official plan (slots)".to_owned(),
        ChartText::Total => "City".to_owned(),
        ChartText::MarkCounty(county) => format!("{county}: "),
        ChartText::MarkBase(year, base) => format!("base {year} {}", or_dash(base, percent)),
        ChartText::MarkTarget(year, target) => format!(", target {year} {}", or_dash(target, percent)),
        ChartText::MarkUplift(by) if by.get() < 0 => format!(", {} points lower", size(by)),
        ChartText::MarkUplift(by) => format!(", {} points higher", size(by)),
        ChartText::MarkPinned => " (set by hand)".to_owned(),
        ChartText::MarkOfficialTarget(target) => format!("; official target {}", percent(target)),
        ChartText::MarkSlots(slots) => format!("{} slots", or_dash(slots, thousands)),
        ChartText::MarkShare(share) => format!(", {} of all", percent(share)),
        ChartText::MarkOfficialSlots(slots, by) => {
            format!("; official plan {}, change {}", thousands(slots), signed(by))
        }
        ChartText::Sentence(text) => format!(" {text}."),
        ChartText::AboutRates(region, counties, year) => format!(
            "Column chart: enrolment rates of the {counties} counties of {region}, base {} and target {year}.",
            year.saturating_sub(1)
        ),
        ChartText::AboutExtremes((highest, most), (lowest, least)) => {
            format!(
                " The highest target is {highest}'s, {}; the lowest is {lowest}'s, {}.",
                percent(most),
                percent(least)
            )
        }
        ChartText::AboutCity(base, target) => {
            format!(" Weighted by children under three, the city moves from {} to {}.", percent(base), percent(target))
        }
        ChartText::AboutSlots(region, counties, all, task) => format!(
            "Column chart: new inclusive slots of the {counties} counties of {region}; {} allocated, the task is {}.",
            thousands(all),
            thousands(task)
        ),
        ChartText::AboutSlotExtremes((highest, most), (lowest, least)) => {
            format!(" Most go to {highest}, {}; fewest to {lowest}, {}.", thousands(most), thousands(least))
        }
    }
}
