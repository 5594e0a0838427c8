//! 中文.

use super::super::finding::names;
use super::super::supply::{county_name, figure_name};
use super::super::{Language, hundredths};
use super::*;
use tuowei_model::{Figure, Slots, WhyNotMoved, WhyOutOfReach};

const CHINESE: Language = Language::Chinese;

pub(super) fn goal(goal: &Goal, region: &Region) -> String {
    let no_shortage = |who: &str, rate: Rate| match rate {
        Rate::FULL => [who, "托位够用"].concat(),
        rate => [who, "托位利用率不超过", &exact_rate(rate), "%"].concat(),
    };
    match goal {
        Goal::CityRate(rate) => ["全市入托率达到", &exact_rate(*rate), "%"].concat(),
        Goal::CountyTarget(county, rate) => {
            [county_name(county, region, CHINESE), "目标达到", &exact_rate(*rate), "%"].concat()
        }
        Goal::NoShortage(rate) => no_shortage("各县（区）", *rate),
        Goal::NoShortageIn(county, rate) => no_shortage(county_name(county, region, CHINESE), *rate),
        Goal::InclusiveShare(rate) => ["全市普惠托位占比达到", &exact_rate(*rate), "%"].concat(),
    }
}

pub(super) fn lever(lever: &Lever, region: &Region) -> String {
    match lever {
        Lever::Uplift => "统一增幅".to_owned(),
        Lever::CountySlots(county) => [county_name(county, region, CHINESE), "任务数"].concat(),
        Lever::Task => "任务总数".to_owned(),
        Lever::Conversions => "现有托位转为普惠".to_owned(),
    }
}

pub(super) const fn formula(formula: Formula) -> &'static str {
    match formula {
        Formula::UpliftForCity => "Σ（婴幼儿数 ×（基数 + u））÷ Σ婴幼儿数 ≥ 目标，u 取最小，向上取到0.01个百分点",
        Formula::UpliftForTarget => "基数 + u ≥ 目标，u 取最小，向上取到0.01个百分点",
        Formula::UpliftCarried => "⌈婴幼儿数 ×（基数 + u）⌉ ≤ 利用率 × 新增后托位，u 取最大，向下取到0.01个百分点",
        Formula::SlotsNeeded => "任务数 = ⌈目标在托人数 ÷ 利用率⌉ − 现有托位 − 其他新增托位，向上取整",
        Formula::TaskForSlots => "任务总数 = Σ各县（区）任务数，不足的补到够用",
        Formula::InclusiveAdded => "（普惠托位 + x）÷（托位 + x）≥ 普惠占比，x 取最小整数",
        Formula::InclusiveConverted => "x = ⌈普惠占比 × 托位⌉ − 普惠托位，向上取整",
    }
}

pub(super) fn forward(forward: Forward, goal: &Goal, region: &Region) -> String {
    let percent = |name: &str, shown: String| [name, " ", &shown, "%"].concat();
    match forward {
        Forward::CityRate(rate) => percent("全市入托率", hundredths(rate.percent_shown())),
        Forward::Target(rate) => {
            let county = match goal {
                Goal::CountyTarget(county, _) | Goal::NoShortageIn(county, _) => county_name(county, region, CHINESE),
                Goal::CityRate(_) | Goal::NoShortage(_) | Goal::InclusiveShare(_) => "",
            };
            percent(&[county, "目标"].concat(), exact_rate(rate))
        }
        Forward::Utilisation(Some(ratio)) => {
            let name = match goal {
                Goal::CountyTarget(county, _) | Goal::NoShortageIn(county, _) => {
                    [county_name(county, region, CHINESE), "托位利用率"].concat()
                }
                Goal::CityRate(_) | Goal::NoShortage(_) | Goal::InclusiveShare(_) => {
                    "各县（区）托位利用率最高".to_owned()
                }
            };
            percent(&name, hundredths(ratio.percent_shown()))
        }
        Forward::Utilisation(None) => "有需要入托的婴幼儿而没有托位".to_owned(),
        Forward::Share(ratio) => percent("全市普惠托位占比", hundredths(ratio.percent_shown())),
    }
}

fn value(value: Moved) -> String {
    match value {
        Moved::Uplift(uplift) => exact_points(uplift) + "个百分点",
        Moved::CountySlots(slots) => thousands(u64::from(slots.get())) + "个",
        Moved::Task(slots) | Moved::Conversions(slots) => thousands(slots) + "个",
    }
}

pub(super) fn answer(answer: &Answer, goal: &Goal, lever: &Lever, region: &Region) -> String {
    let names = |counties: &[CountyId]| names(counties, region, CHINESE);
    let mut goal_words = self::goal(goal, region);
    if matches!((goal, lever), (Goal::CountyTarget(..), Lever::CountySlots(_))) {
        goal_words.push_str("且托位够用");
    }
    let lever_words = self::lever(lever, region);
    match answer {
        Answer::Reached { value: reached, edit, one_of_many, already, .. } => {
            let bound = if super::formula(goal, lever).is_ok_and(is_most) { "至多为" } else { "至少为" };
            let mut said = ["要使", &goal_words, "，", &lever_words, bound, &value(*reached), "。"].concat();
            match (edit, already) {
                (None, _) => said.push_str("当前情景正是如此。"),
                (Some(_), true) => said.push_str("当前情景已经满足。"),
                (Some(_), false) => {}
            }
            if *one_of_many {
                said.push_str("其他分法也可以，这里按县（区）顺序给出一种。");
            }
            said
        }
        Answer::OutOfReach { at, best, why } => {
            let why = match why {
                WhyOutOfReach::Held => "指定目标、增幅上限或100%的界限使目标不能再高。".to_owned(),
                WhyOutOfReach::StillShort(counties) if counties.is_empty() => "托位仍不够。".to_owned(),
                WhyOutOfReach::StillShort(counties) => names(counties) + "托位仍不够。",
                WhyOutOfReach::Locked(counties) => names(counties) + "任务数已锁定，不能增加。",
                WhyOutOfReach::TooMany => ["所需托位超过", &thousands(u64::from(Slots::MOST)), "个。"].concat(),
                WhyOutOfReach::NeverAll => "要求全部为普惠，而有的托位不是，再增加也达不到。".to_owned(),
                WhyOutOfReach::AllConverted => "现有托位全部转为普惠仍不够。".to_owned(),
            };
            let best = forward(*best, goal, region);
            ["不能使", &goal_words, "：", &lever_words, "为", &value(*at), "时，", &best, "。", &why].concat()
        }
        Answer::NotMoved(why) => match why {
            WhyNotMoved::UnknownCounty => "本情景没有这个县（区）。",
            WhyNotMoved::SlotsSetNoRate => "托位数不决定入托率目标，请改用增幅。",
            WhyNotMoved::RatesSetNoShare => "入托率不改变普惠托位占比，请改用托位。",
            WhyNotMoved::ConversionsAddNone => "转为普惠不增加托位，请改用任务数或增幅。",
            WhyNotMoved::OtherCounty => "一个县（区）的托位不能供另一个县（区）使用。",
            WhyNotMoved::Pinned => "该县（区）目标为手工指定，不随增幅变动。",
        }
        .to_owned(),
        Answer::Missing { missing_inputs: missing, counties } => {
            let missing = missing_inputs(*missing, CHINESE);
            if counties.is_empty() { missing + "。" } else { [&names(counties), "：", &missing, "。"].concat() }
        }
    }
}

pub(super) fn place(place: &Place, region: &Region) -> String {
    let of = |county: &CountyId, figure: Figure| {
        [county_name(county, region, CHINESE), &figure_name(figure, region.year(), CHINESE)].concat()
    };
    match place {
        Place::Name => "情景名称".to_owned(),
        Place::Task => "任务总数".to_owned(),
        Place::Rule => "目标规则".to_owned(),
        Place::Uplift => "统一增幅".to_owned(),
        Place::Growth => "增长率".to_owned(),
        Place::Closing => "缩小比例".to_owned(),
        Place::Benchmark => "标杆".to_owned(),
        Place::Goal => "全市目标".to_owned(),
        Place::Floor => "增幅下限".to_owned(),
        Place::Cap => "增幅上限".to_owned(),
        Place::Figure(county, Figure::Pin) => [county_name(county, region, CHINESE), "目标（手工指定）"].concat(),
        Place::Figure(county, figure) => of(county, *figure),
        Place::Locked(county) => [county_name(county, region, CHINESE), "锁定"].concat(),
        Place::Utilisation => "要求的托位利用率".to_owned(),
        Place::InclusiveShare => "要求的普惠托位占比".to_owned(),
        Place::Basis(figure) => figure_name(*figure, region.year(), CHINESE) + "口径",
        Place::AsOf(figure) => figure_name(*figure, region.year(), CHINESE) + "截止日期",
        // What the assistant is set to settles no finding by itself.
        Place::WeightKind
        | Place::Method
        | Place::Ties
        | Place::Division
        | Place::Least(_)
        | Place::Most(_)
        | Place::Weight(_)
        | Place::Region
        | Place::Frozen
        | Place::Monitor(_) => String::new(),
    }
}

pub(super) fn tipping_point(tipping_point: &TippingPoint, moved: &Shift, region: &Region) -> String {
    let unit = match moved.unit {
        Unit::Slots => "个",
        Unit::Children => "人",
        Unit::Percent | Unit::Points => "个百分点",
    };
    let way = match (moved.unit, moved.up) {
        (Unit::Slots | Unit::Children, true) => "增",
        (Unit::Slots | Unit::Children, false) => "减",
        (Unit::Percent | Unit::Points, true) => "升",
        (Unit::Percent | Unit::Points, false) => "降",
    };
    let gone = if tipping_point.county.is_some() { "，该县（区）即不在此列" } else { "即可消除" };
    let place = place(&tipping_point.place, region);
    [&place, "由", &moved.from, way, "至", &moved.to, "（", way, &moved.by, unit, "）", gone].concat()
}
