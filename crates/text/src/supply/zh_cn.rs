//! 中文.

use super::super::finding::names;
use super::super::{Language, hundredths, thousands};
use super::{Waits, county_name, figure_name, listed};
use tuowei_model::{CountyBy, CountyId, EnrolledFrom, MissingInput, Region, SupplyFinding};

pub(super) fn finding(finding: &SupplyFinding, region: &Region) -> String {
    let name = |county: &CountyId| county_name(county, region, Language::Chinese).to_owned();
    let names = |counties: &[CountyId]| names(counties, region, Language::Chinese);
    let each = |title: &str, counties: &[CountyBy], verb: &str, unit: &str| {
        let one = |at: usize| {
            let of: &CountyBy = &counties[at];
            [&name(&of.county), verb, &thousands(of.by), unit].concat()
        };
        [title, &listed(counties.len(), &one, Language::Chinese), "。"].concat()
    };
    match finding {
        SupplyFinding::Shortage(counties) => each("按目标入托，托位不足：", counties, "缺", "个"),
        SupplyFinding::CityShortage { slots } => ["按目标入托，全市托位缺", &thousands(*slots), "个。"].concat(),
        SupplyFinding::InclusiveAboveCapacity(counties) => each("现有普惠托位多于现有托位：", counties, "多", "个"),
        SupplyFinding::EnrolledAboveChildren(counties) => each("在托人数多于3岁以下婴幼儿数：", counties, "多", "人"),
        SupplyFinding::EnrolledAboveCapacity(counties) => each("在托人数多于现有托位：", counties, "多", "人"),
        SupplyFinding::EnrolledContradictsBase(counties) => {
            let one = |at: usize| {
                let of = &counties[at];
                let (counted, derived) = (thousands(of.counted), thousands(of.derived));
                [&name(&of.county), "（统计", &counted, "人，按基数", &derived, "人）"].concat()
            };
            ["在托人数与基数不符：", &listed(counties.len(), &one, Language::Chinese), "。"].concat()
        }
        SupplyFinding::EnrolledAboveTarget(counties) => each("在托人数已高于目标：", counties, "多", "人"),
        SupplyFinding::CityUtilisationBelowWanted { utilisation, children } => {
            let utilisation = hundredths(utilisation.percent_shown());
            let parts =
                ["按目标入托，全市托位利用率", &utilisation, "%，低于要求，还差", &thousands(*children), "人。"];
            parts.concat()
        }
        SupplyFinding::UtilisationBelowWanted(counties) => {
            [&names(counties), "按目标入托，托位利用率低于要求。"].concat()
        }
        SupplyFinding::InclusiveShareShort { share, convert, add } => {
            let turned = convert.map(|convert| ["将现有托位转为普惠", &thousands(convert), "个"].concat());
            let added = add.map(|add| ["再新增普惠托位", &thousands(add), "个"].concat());
            let ways: Vec<String> = turned.into_iter().chain(added).collect();
            let share = ["新增后全市普惠托位占比", &hundredths(share.percent_shown()), "%，低于要求"].concat();
            if ways.is_empty() {
                share + "；转为普惠或再新增都不能达到。"
            } else {
                [&share, "；", &ways.join("，或"), "，即可达到。"].concat()
            }
        }
        SupplyFinding::FigureMissing { figure, counties } => {
            [&names(counties), "未填", &figure_name(*figure, region.year(), Language::Chinese), "。"].concat()
        }
    }
}

pub(super) const fn missing_input(missing_input: MissingInput) -> Waits {
    match missing_input {
        MissingInput::Children => Waits::ToFill("3岁以下婴幼儿数"),
        MissingInput::Base => Waits::ToFill("基数"),
        MissingInput::Slots => Waits::ToFill("任务数"),
        MissingInput::Capacity => Waits::ToFill("现有托位"),
        MissingInput::Inclusive => Waits::ToFill("现有普惠托位"),
        MissingInput::Target => Waits::ToSettle("须先有目标值"),
        MissingInput::Population => Waits::ToFill("常住人口"),
        MissingInput::AnyPeople => Waits::ToSettle("常住人口合计为0"),
        MissingInput::AnyChildren => Waits::ToSettle("婴幼儿数合计为0"),
        MissingInput::AnySlots => Waits::ToSettle("托位合计为0"),
        MissingInput::Utilisation => Waits::ToSettle("要求的托位利用率须大于0"),
    }
}

pub(super) fn standing(spare: i64) -> String {
    let slots = thousands(spare.unsigned_abs());
    match spare {
        0 => "刚好够用".to_owned(),
        spare if spare < 0 => ["缺口", &slots, "个"].concat(),
        _ => ["富余", &slots, "个"].concat(),
    }
}

pub(super) const fn enrolled_from(from: EnrolledFrom) -> &'static str {
    match from {
        EnrolledFrom::Counted => "统计数",
        EnrolledFrom::Derived => "按基数推算",
        EnrolledFrom::Both => "部分县（区）为统计数，其余按基数推算",
    }
}
