//! What is said about supply and demand (供需测算).

mod en;
mod zh_cn;

use super::finding::NAMED;
use super::{GridColumn, Language, column_name, exact_rate, hundredths, thousands};
use tuowei_model::{
    CountyId, EnrolledFrom, Figure, MissingInputs, Rate, Ratio, Region, SupplyFinding, SupplyRow, SupplySettings,
};

/// The finding as a sentence.
#[must_use]
pub fn supply_finding(finding: &SupplyFinding, region: &Region, language: Language) -> String {
    match language {
        Language::Chinese => zh_cn::finding(finding, region),
        Language::English => en::finding(finding, region),
    }
}

/// What a figure waits for: 需填写3岁以下婴幼儿数、现有托位.
#[must_use]
pub fn missing_inputs(missing_inputs: MissingInputs, language: Language) -> String {
    let (mut to_fill, mut to_settle) = (Vec::new(), Vec::new());
    for missing_input in missing_inputs.each() {
        let waits = match language {
            Language::Chinese => zh_cn::missing_input(missing_input),
            Language::English => en::missing_input(missing_input),
        };
        match waits {
            Waits::ToFill(figure) => to_fill.push(figure),
            Waits::ToSettle(sentence) => to_settle.push(sentence),
        }
    }
    let (needs, comma, semicolon) = match language {
        Language::Chinese => ("需填写", "、", "；"),
        Language::English => ("needs ", ", ", "; "),
    };
    let mut text = String::new();
    if !to_fill.is_empty() {
        text.push_str(needs);
        text.push_str(&to_fill.join(comma));
    }
    for sentence in to_settle {
        if !text.is_empty() {
            text.push_str(semicolon);
        }
        text.push_str(sentence);
    }
    text
}

/// How the slots stand against the children enrolled at the target, from slots − children: 缺口12个, 富余8个.
#[must_use]
pub fn slots_standing(spare: i64, language: Language) -> String {
    match language {
        Language::Chinese => zh_cn::standing(spare),
        Language::English => en::standing(spare),
    }
}

/// The slots that the wanted utilisation asks for, and those that the plan's two do (40 % for all institutions, 60 % for
/// public county centres), each against the slots that there will be. Empty where they are not known.
#[must_use]
pub fn against_utilisations(row: &SupplyRow, wanted: Rate, language: Language) -> String {
    let mut rates = Vec::new();
    for rate in [wanted, SupplySettings::PLAN.utilisation, SupplySettings::PUBLIC_CENTRES] {
        if rate > Rate::ZERO && !rates.contains(&rate) {
            rates.push(rate);
        }
    }
    let each = |rate: &Rate| {
        let against = row.against(*rate).ok()?;
        let (needed, by) = (thousands(against.needed), thousands(against.spare.unsigned_abs()));
        let (is_centres, is_short) = (*rate == SupplySettings::PUBLIC_CENTRES, against.spare < 0);
        let rate = shortest(*rate);
        Some(match language {
            Language::Chinese => {
                let of = if is_centres { "（县域公办）" } else { "" };
                let standing = if is_short { "还差" } else { "富余" };
                ["按", &rate, "%", of, "需托位", &needed, "个，", standing, &by, "个"].concat()
            }
            Language::English => {
                let of = if is_centres { " (public centres)" } else { "" };
                let standing = if is_short { " short" } else { " to spare" };
                [&needed, " slots at ", &rate, "%", of, ", ", &by, standing].concat()
            }
        })
    };
    let said: Vec<String> = rates.iter().filter_map(each).collect();
    said.join(if language == Language::Chinese { "；" } else { "; " })
}

/// 40, and 40.50 where it is not whole: a percentage within a sentence.
fn shortest(rate: Rate) -> String {
    let exact = exact_rate(rate);
    exact.strip_suffix(".00").map_or_else(|| exact.clone(), str::to_owned)
}

/// How the city stands against the goals of supply: the utilisations, and the wanted share of inclusive slots. Empty where
/// neither is known.
#[must_use]
pub fn against_goals(city: &SupplyRow, goals: &SupplySettings, language: Language) -> String {
    let mut said = against_utilisations(city, goals.utilisation, language);
    if let Ok(share) = city.inclusive_share_after() {
        let (shown, goal) = (hundredths(share.percent_shown()), shortest(goals.inclusive_share));
        let reached =
            Ratio::new(u128::from(goals.inclusive_share.ppm()), 1_000_000).is_some_and(|goal| share.reaches(goal));
        let semicolon = if language == Language::Chinese { "；" } else { "; " };
        if !said.is_empty() {
            said.push_str(semicolon);
        }
        said.push_str(&match (language, reached) {
            (Language::Chinese, true) => ["普惠占比", &shown, "%，达到", &goal, "%"].concat(),
            (Language::Chinese, false) => ["普惠占比", &shown, "%，未达到", &goal, "%"].concat(),
            (Language::English, true) => ["inclusive share ", &shown, "%, reaches ", &goal, "%"].concat(),
            (Language::English, false) => ["inclusive share ", &shown, "%, below ", &goal, "%"].concat(),
        });
    }
    match (language, said.is_empty()) {
        (_, true) => said,
        (Language::Chinese, false) => ["全市：", &said, "。"].concat(),
        (Language::English, false) => ["City: ", &said, "."].concat(),
    }
}

/// Where the number of enrolled children comes from.
#[must_use]
pub const fn enrolled_from(from: EnrolledFrom, language: Language) -> &'static str {
    match language {
        Language::Chinese => zh_cn::enrolled_from(from),
        Language::English => en::enrolled_from(from),
    }
}

/// The name of a figure that can be typed: that of its column.
pub(super) fn figure_name(figure: Figure, year: u16, language: Language) -> String {
    column_name(GridColumn::Input(figure), year, language)
}

/// The name of a county of the region.
pub(super) fn county_name<'region>(
    county: &'region CountyId,
    region: &'region Region,
    language: Language,
) -> &'region str {
    region.position(county).map_or(county.as_str(), |position| language.name(&region.counties()[position].name))
}

/// A way in which a figure waits.
enum Waits {
    /// For a figure that can be typed.
    ToFill(&'static str),
    /// For something that typing alone does not bring about.
    ToSettle(&'static str),
}

/// The first few of a list, each in words; of more it is said how many there are.
fn listed(all: usize, one: &dyn Fn(usize) -> String, language: Language) -> String {
    let (comma, more) = match language {
        Language::Chinese => ("、", ["等", &all.to_string(), "个县（区）"].concat()),
        Language::English => (", ", [" and ", &all.saturating_sub(NAMED).to_string(), " more"].concat()),
    };
    let named: Vec<String> = (0..all.min(NAMED)).map(one).collect();
    named.join(comma) + if all > NAMED { &more } else { "" }
}
