//! What an indicator means, why it has no value, and how far it is from its target.

use crate::{Language, hundredths};
use tuowei_model::{Counted, Hundredths, Indicator, Region, Scenario, Unread};

use super::counts::{name_within, sized};

/// How an indicator is defined, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The formula in words.
    pub formula: String,
    /// The plan's sections, of the indicator and of its target.
    pub source: &'static str,
    /// Whether the plan does not say the formula (待核).
    pub to_confirm: bool,
}

/// An indicator's definition. `of_staff` says what certificates are counted against: see [`Indicator::denominator`].
#[must_use]
pub fn definition(of: Indicator, of_staff: bool, language: Language) -> Definition {
    let above = match (of.numerator(), of) {
        (_, Indicator::Competed) => {
            language.of("举办技能大赛县（区）数", "Counties that held a competition").to_owned()
        }
        (None, _) => language.of("举办技能大赛地市数", "Cities that held a competition").to_owned(),
        (Some(counted), _) => capital(&name_within(counted, language)),
    };
    let below = match (of.denominator(of_staff), of) {
        (Some(counted), _) => name_within(counted, language),
        (None, Indicator::Competed) => language.of("县（区）总数", "all counties").to_owned(),
        (None, Indicator::CompetedByCities) => language.of("全省地市总数", "all cities of the province").to_owned(),
        (None, _) => language.of("任务数", "the task").to_owned(),
    };
    let (chinese, english, to_confirm) = match of {
        Indicator::Utilisation | Indicator::UtilisationPublic => {
            ("市方案三(一)1；目标二(四)2；公式本页自定", "Plan 3(1)1; target 2(4)2; formula our own", true)
        }
        Indicator::Enrolment => {
            ("市方案三(一)2；目标表一；公式本页自定", "Plan 3(1)2; target table 1; formula our own", true)
        }
        Indicator::InclusiveAdded => ("市方案三(一)3；任务数表二", "Plan 3(1)3; task table 2", false),
        Indicator::InclusiveShare => ("市方案三(一)4，含目标", "Plan 3(1)4, with its target", false),
        Indicator::Subsidy => ("市方案三(一)5；未定目标", "Plan 3(1)5; no target stated", false),
        Indicator::Registration | Indicator::RegistrationPublic => {
            ("市方案三(二)1；目标二(四)2；公式本页自定", "Plan 3(2)1; target 2(4)2; formula our own", true)
        }
        Indicator::Contract | Indicator::ContractPublic => {
            ("市方案三(二)2；目标二(四)2；公式本页自定", "Plan 3(2)2; target 2(4)2; formula our own", true)
        }
        Indicator::Certified | Indicator::CertifiedPublic if of_staff => (
            "市方案二(四)2，含目标；三(二)3为全职保育人员",
            "Plan 2(4)2, with its target; 3(2)3 has full-time carers",
            false,
        ),
        Indicator::Certified | Indicator::CertifiedPublic => {
            ("市方案三(二)3；目标二(四)2，为从业人员", "Plan 3(2)3; target 2(4)2, which has all staff", false)
        }
        // Section 三(二)4 says the formula for the city's and the county's training only.
        Indicator::TrainedByProvince => {
            ("市方案二(三)1，含目标；公式本页自定", "Plan 2(3)1, with its target; formula our own", true)
        }
        Indicator::TrainedByCity | Indicator::TrainedByCounty => {
            ("市方案三(二)4；目标二(三)1", "Plan 3(2)4; target 2(3)1", false)
        }
        Indicator::Competed | Indicator::CompetedByCities => {
            ("市方案三(二)5；未定目标", "Plan 3(2)5; no target stated", false)
        }
    };
    Definition { formula: [&above, " ÷ ", &below].concat(), source: language.of(chinese, english), to_confirm }
}

/// The words as a sentence begins with them.
pub(crate) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| [&first.to_uppercase().to_string(), letters.as_str()].concat())
}

/// Why an indicator has no value, in few words.
#[must_use]
pub fn unread_text(unread: &Unread, scenario: &Scenario, language: Language) -> String {
    match unread {
        Unread::Missing(figures) => {
            let names: Vec<String> = figures.iter().map(|of| name_within(*of, language)).collect();
            match language {
                Language::Chinese => format!("缺：{}", names.join("、")),
                Language::English => format!("Missing: {}", names.join(", ")),
            }
        }
        Unread::NoTask => language.of("未定任务数", "No task").to_owned(),
        Unread::OfCityOnly => language.of("只按全市统计", "Of the city only").to_owned(),
        Unread::CitiesMissing => language
            .of("缺：举办技能大赛的地市数或全省地市总数", "Missing: cities that held a competition, or all cities")
            .to_owned(),
        Unread::NothingBelow => language.of("分母为0", "The denominator is 0").to_owned(),
        Unread::TasksMissing(counties) => {
            let names = first_names(counties, scenario.region(), language);
            match language {
                Language::Chinese => format!("{names}未定任务数"),
                Language::English => format!("No task: {names}"),
            }
        }
        Unread::CountiesMissing(counties) => {
            let names = first_names(counties, scenario.region(), language);
            match language {
                Language::Chinese => format!("{names}未报全"),
                Language::English => format!("Incomplete: {names}"),
            }
        }
    }
}

/// At most this many counties are named; more are counted.
const NAMED: usize = 3;

/// The counties at these positions by name: 平城、云冈, 平城、云冈、新荣等8个县（区）, 全部10个县（区）.
fn first_names(counties: &[usize], region: &Region, language: Language) -> String {
    let (count, all) = (counties.len(), region.counties());
    if count == all.len() && count > 1 {
        return match language {
            Language::Chinese => format!("全部{count}个县（区）"),
            Language::English => format!("all {count} counties"),
        };
    }
    let named = counties.iter().filter_map(|at| all.get(*at)).take(NAMED);
    let named: Vec<&str> = named.map(|county| language.name(&county.name)).collect();
    match language {
        Language::Chinese if count > NAMED => format!("{}等{count}个县（区）", named.join("、")),
        Language::Chinese => named.join("、"),
        Language::English if count > NAMED => format!("{} and {} more", named.join(", "), count - NAMED),
        Language::English => named.join(", "),
    }
}

/// How many units more an indicator's target needs: 还需备案12家. Funds are in 0.01 万元.
#[must_use]
pub fn short_text(of: Indicator, short: u64, language: Language) -> String {
    if short == 0 {
        return language.of("已够", "enough").to_owned();
    }
    let size = sized(of.numerator().unwrap_or(Counted::Competed), short, language);
    let one = short == 1;
    let (before, after) = match of {
        Indicator::Utilisation | Indicator::UtilisationPublic | Indicator::Enrolment => {
            ("还需入托", if one { " more child to enrol" } else { " more children to enrol" })
        }
        Indicator::InclusiveAdded => {
            ("还需新增普惠托位", if one { " more inclusive slot to add" } else { " more inclusive slots to add" })
        }
        // The slots are taken to stay as many as they are.
        Indicator::InclusiveShare => {
            ("还需转为普惠托位", if one { " more slot to turn inclusive" } else { " more slots to turn inclusive" })
        }
        Indicator::Subsidy => ("还需拨付", " more to pay out"),
        Indicator::Registration | Indicator::RegistrationPublic => ("还需备案", " more to register"),
        Indicator::Contract | Indicator::ContractPublic => ("还需签约", " more to find a medical partner"),
        Indicator::Certified | Indicator::CertifiedPublic => ("还需持证", " more to be certified"),
        Indicator::TrainedByProvince | Indicator::TrainedByCity | Indicator::TrainedByCounty => {
            ("还需参训", " more to be trained")
        }
        Indicator::Competed | Indicator::CompetedByCities => ("还需", ""),
    };
    match (language, of) {
        (Language::Chinese, Indicator::Competed) => format!("还需{size}县（区）举办大赛"),
        (Language::Chinese, Indicator::CompetedByCities) => format!("还需{size}地市举办大赛"),
        (Language::Chinese, _) => [before, &size].concat(),
        (Language::English, Indicator::Competed) if one => "1 more county to hold a competition".to_owned(),
        (Language::English, Indicator::Competed) => format!("{size} more counties to hold a competition"),
        (Language::English, Indicator::CompetedByCities) if one => "1 more city to hold a competition".to_owned(),
        (Language::English, Indicator::CompetedByCities) => format!("{size} more cities to hold a competition"),
        (Language::English, _) => [&size, after].concat(),
    }
}

/// How far a value lies above its target: 高1.52个百分点, 持平.
#[must_use]
pub fn points_text(points: Hundredths, language: Language) -> String {
    let size = hundredths(Hundredths::new(points.get().saturating_abs()));
    match (language, points.get()) {
        (Language::Chinese, 0) => "持平".to_owned(),
        (Language::Chinese, above) if above > 0 => format!("高{size}个百分点"),
        (Language::Chinese, _) => format!("低{size}个百分点"),
        (Language::English, 0) => "level".to_owned(),
        (Language::English, above) if above > 0 => format!("{size} points above"),
        (Language::English, _) => format!("{size} points below"),
    }
}
