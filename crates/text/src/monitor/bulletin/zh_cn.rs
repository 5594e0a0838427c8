//! The bulletin in Chinese, in the register of a 通报.

use super::{BehindCounty, Say};
use crate::monitor::calendar::{change_text, day_text};
use crate::{Language, thousands};

pub(super) fn say(what: Say<'_>) -> String {
    let day = |day| day_text(day, Language::Chinese);
    match what {
        Say::Reported(as_of, reported, all, _) if reported == all => {
            format!("截至{}，全市{all}个县（区）均已填报。", day(as_of))
        }
        Say::Reported(as_of, 0, all, _) => format!("截至{}，全市{all}个县（区）均未填报。", day(as_of)),
        Say::Reported(as_of, reported, all, silent) => {
            format!("截至{}，全市{all}个县（区）中{reported}个已填报，{silent}未填报。", day(as_of))
        }
        Say::Incomplete(count) => format!("已填报的县（区）中，{count}个未报全。"),
        Say::Calendar(schedule, share) => format!("按序时安排（{schedule}），应完成全年任务的{share}。"),
        Say::TallyPart(name, count) => format!("{name}{count}项"),
        Say::Tally(all, parts) => format!("核心指标分口径共{all}项，其中{parts}。"),
        Say::CitySlots(task, done, share) => {
            let share = share.map_or_else(String::new, |share| format!("，完成{share}"));
            format!("全市新增普惠托位任务{}个，已新增{}个{share}。", thousands(task), thousands(done))
        }
        Say::CityCalendar(planned, ahead, status) => {
            let status = status.map_or_else(String::new, |status| format!("，{status}"));
            let ahead = match ahead {
                0 => "与序时持平".to_owned(),
                ahead if ahead > 0 => format!("比序时快{}个", thousands(ahead.unsigned_abs())),
                behind => format!("比序时慢{}个", thousands(behind.unsigned_abs())),
            };
            format!("序时应完成{}个，{ahead}{status}。", thousands(planned))
        }
        Say::Forecast(end, task) => {
            let against = match (end.checked_sub(task), task.saturating_sub(end)) {
                (Some(0), _) => "与任务数持平".to_owned(),
                (Some(more), _) => format!("比任务数多{}个", thousands(more)),
                (None, less) => format!("比任务数少{}个", thousands(less)),
            };
            format!("按目前进度，年底预计新增{}个，{against}。", thousands(end))
        }
        Say::AllAdded(done) => format!("全市已新增普惠托位{}个。", thousands(done)),
        Say::PartAdded(counties, done, task, silent) => {
            let task = task.map_or_else(String::new, |task| format!("（任务数合计{}个）", thousands(task)));
            let done = thousands(done);
            format!("{silent}未报新增普惠托位数，全市合计暂缺；已报的{counties}个县（区）共新增{done}个{task}。")
        }
        Say::NoneAdded => "各县（区）均未报新增普惠托位数。".to_owned(),
        Say::TaskMissing(names) => format!("{names}未定任务数"),
        Say::NoTask(names) => format!("{names}未定任务数。"),
        Say::TaskDone(count, names) => format!("已完成全年任务的有{count}个县（区）：{names}。"),
        Say::BehindGroup(status, count, counties) => format!("{status}的有{count}个县（区）：{counties}。"),
        Say::BehindCounty(name, county) => behind(name, county),
        Say::NoneBehind(true) => "各县（区）新增普惠托位进度均不慢于序时。".to_owned(),
        Say::NoneBehind(false) => "已报的县（区）新增普惠托位进度均不慢于序时。".to_owned(),
        Say::NotJudged(names, false) => format!("{names}未报新增普惠托位数，未作判定。"),
        Say::NotJudged(names, true) => format!("{names}未定任务数，未作判定。"),
        Say::RateUnread(why) => format!("全市入托率暂无法计算（{why}）。"),
        Say::CityRateOnly(rate) => {
            format!("全市入托率{rate}；全市目标值须有各县（区）的目标值和3岁以下婴幼儿数才能计算。")
        }
        Say::CityRate(held) => format!("全市入托率{held}。"),
        Say::RateMet(count, counties) => format!("达到目标值的有{count}个县（区）：{counties}。"),
        Say::RateShort(count, counties) => format!("未达到目标值的有{count}个县（区）：{counties}。"),
        Say::CountiesUnread(names) => format!("{names}未报全，入托率暂无法计算。"),
        Say::CountiesNoTarget(names) => format!("{names}没有目标值。"),
        Say::Held(value, target, "") => format!("{value}（目标{target}）"),
        Say::Held(value, target, distance) => format!("{value}（目标{target}，{distance}）"),
        Say::IndicatorsMet(count, indicators) => format!("已达标{count}项：{indicators}。"),
        Say::IndicatorsShort(count, indicators) => format!("未达标{count}项：{indicators}。"),
        Say::IndicatorsNoTarget(count, indicators) => format!("目标未定{count}项：{indicators}。"),
        Say::IndicatorsUnread(count, why, indicators) => format!("暂无法计算{count}项（{why}）：{indicators}。"),
        Say::RankedAll(by, counties) => format!("按{by}排名：{counties}。"),
        Say::Ranked(by, first, last) => format!("按{by}排名，居前的是{first}；居后的是{last}。"),
        Say::RankedCounty(name, place, shared, value, change) => {
            let shared = if shared { "并列" } else { "" };
            let change = change.map_or_else(String::new, |change| match change {
                0 => "，与上期相同".to_owned(),
                change => format!("，比上期{}", change_text(Some(change), Language::Chinese)),
            });
            format!("{name}{shared}第{place}名（{value}{change}）")
        }
        Say::ByScore(weights) => format!("综合得分（{weights}）"),
        Say::WeightsOff(sum) => format!("各项权重合计为{sum}%，不是100%，不计算综合得分，未作排名。"),
        Say::RankedNobody => "参赛率（省级）不分县（区），未作排名。".to_owned(),
        Say::NobodyKnown => "各县（区）数据均不全，未作排名。".to_owned(),
        Say::NotRanked(names) => format!("{names}数据不全，未参加排名。"),
        Say::Silent(names) => format!("{names}未填报。"),
        Say::Missing(names, what) => format!("{names}未报：{what}。"),
        Say::NothingMissing => "各县（区）均已报全。".to_owned(),
        Say::CityPace(short, from, pace) => {
            let (short, pace) = (thousands(short), thousands(pace));
            format!("全市还差新增普惠托位{short}个，{}之后到年底每月需新增{pace}个。", day(from))
        }
        Say::NoDayLeft(short) => format!("全市还差新增普惠托位{}个，本年已无剩余时间。", thousands(short)),
        Say::CityDone => "全市新增普惠托位任务已完成。".to_owned(),
        Say::CountyPaces(from, counties) => format!("{}之后到年底，各县（区）每月需新增：{counties}。", day(from)),
        Say::CountySlots(name, slots) => format!("{name}{}个", thousands(slots)),
        Say::NoPace(names, false) => format!("{names}未报新增普惠托位数，每月需新增数暂无法计算。"),
        Say::NoPace(names, true) => format!("{names}未定任务数，每月需新增数暂无法计算。"),
    }
}

fn behind(name: &str, county: BehindCounty<'_>) -> String {
    let behind = county.behind.map_or_else(String::new, |slots| format!("，比序时慢{}个", thousands(slots)));
    let pace = county.pace.map_or_else(String::new, |pace| format!("，每月需新增{}个", thousands(pace)));
    let (task, done, short) = (thousands(county.task), thousands(county.done), thousands(county.short));
    format!("{name}（任务{task}个，已新增{done}个，完成{}{behind}，还差{short}个{pace}）", county.share)
}
