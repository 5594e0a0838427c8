//! The ten core indicators (三、核心指标): each a numerator over a denominator, per county and for the city.

use super::super::{Rate, Ratio};
use super::counted::Counted;
use super::report::CountyCounts;

/// Makes the list of indicators from the rows of the table, so that none is left out of it.
macro_rules! indicators {
    ($($(#[$doc:meta])+ $of:ident: $id:literal,)+) => {
        /// A core indicator; where the plan tells public county centres from all institutions, there are two.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Indicator {
            $($(#[$doc])+ $of,)+
        }

        impl Indicator {
            /// How many there are.
            pub const COUNT: usize = [$($id),+].len();

            /// All of them, in the plan's order.
            pub const ALL: [Self; Self::COUNT] = [$(Self::$of),+];

            /// Its word in the schema and in the names that scripts use: `utilisation-public`.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$of => $id,)+ }
            }
        }
    };
}

indicators! {
    /// 托位利用率, all institutions: enrolled ÷ slots. 40 % in section 二(四)2.
    Utilisation: "utilisation",
    /// 托位利用率, public county centres. 60 % in section 二(四)2.
    UtilisationPublic: "utilisation-public",
    /// 入托率: enrolled ÷ children. Per county, 表一.
    Enrolment: "enrolment",
    /// 普惠托位增量: new inclusive slots ÷ the county's task. Per county, 表二.
    InclusiveAdded: "inclusive-added",
    /// 普惠托位占比: inclusive ÷ all slots. 71 % for the city, section 三(一)4.
    InclusiveShare: "inclusive-share",
    /// 普惠补贴完成率: paid out ÷ handed down. The plan states no target.
    Subsidy: "subsidy",
    /// 备案率, all institutions: registered ÷ institutions. 45 % in section 二(四)2.
    Registration: "registration",
    /// 备案率, public county centres. 100 % in section 二(四)2.
    RegistrationPublic: "registration-public",
    /// 签约率, all institutions: with a medical partner ÷ institutions. 60 % in section 二(四)2.
    Contract: "contract",
    /// 签约率, public county centres. 80 % in section 二(四)2.
    ContractPublic: "contract-public",
    /// 持证率, all institutions: certificate holders ÷ full-time carers (三(二)3). 40 % in section 二(四)2.
    Certified: "certified",
    /// 持证率, public county centres. 60 % in section 二(四)2.
    CertifiedPublic: "certified-public",
    /// 参训率, heads of centres whom the province trains. 80 % in section 二(三)1.
    TrainedByProvince: "trained-by-province",
    /// 参训率, carers whom the city trains. 60 % in section 二(三)1.
    TrainedByCity: "trained-by-city",
    /// 参训率, carers whom the county trains. 40 % in section 二(三)1.
    TrainedByCounty: "trained-by-county",
    /// 参赛率, city: counties that held a competition ÷ all counties (三(二)5). The plan states no target.
    Competed: "competed",
    /// 参赛率, province: cities that held a competition ÷ all cities of the province (三(二)5). It is no county's.
    CompetedByCities: "competed-by-cities",
}

impl Indicator {
    /// The plan's own target for the city, where it states one for all counties alike.
    #[must_use]
    pub const fn official_target(self) -> Option<Rate> {
        match self {
            Self::Utilisation | Self::Certified | Self::TrainedByCounty => Some(Rate::percent(40)),
            Self::UtilisationPublic | Self::Contract | Self::CertifiedPublic | Self::TrainedByCity => {
                Some(Rate::percent(60))
            }
            Self::InclusiveShare => Some(Rate::percent(71)),
            Self::Registration => Some(Rate::percent(45)),
            Self::RegistrationPublic => Some(Rate::FULL),
            Self::ContractPublic | Self::TrainedByProvince => Some(Rate::percent(80)),
            Self::Enrolment | Self::InclusiveAdded | Self::Subsidy | Self::Competed | Self::CompetedByCities => None,
        }
    }

    /// What counties report of what stands above the line; nothing where it is the city's to say.
    #[must_use]
    pub const fn numerator(self) -> Option<Counted> {
        Some(match self {
            Self::Utilisation | Self::Enrolment => Counted::Enrolled,
            Self::UtilisationPublic => Counted::EnrolledPublic,
            Self::InclusiveAdded => Counted::InclusiveAdded,
            Self::InclusiveShare => Counted::Inclusive,
            Self::Subsidy => Counted::Disbursed,
            Self::Registration => Counted::Registered,
            Self::RegistrationPublic => Counted::RegisteredPublic,
            Self::Contract => Counted::Contracted,
            Self::ContractPublic => Counted::ContractedPublic,
            Self::Certified => Counted::Certified,
            Self::CertifiedPublic => Counted::CertifiedPublic,
            Self::TrainedByProvince => Counted::ProvinceTrained,
            Self::TrainedByCity => Counted::CityTrained,
            Self::TrainedByCounty => Counted::CountyTrained,
            Self::Competed => Counted::Competed,
            Self::CompetedByCities => return None,
        })
    }

    /// What is counted below the line: nothing where it is no report but the task, or each county once.
    ///
    /// Section 二(四)2 counts certificates against everybody who works there, section 三(二)3 against full-time carers: `of_staff`
    /// says which.
    #[must_use]
    pub const fn denominator(self, of_staff: bool) -> Option<Counted> {
        Some(match self {
            Self::Utilisation | Self::InclusiveShare => Counted::Slots,
            Self::UtilisationPublic => Counted::SlotsPublic,
            Self::Enrolment => Counted::Children,
            Self::Subsidy => Counted::Allocated,
            Self::Registration | Self::Contract => Counted::Institutions,
            Self::RegistrationPublic | Self::ContractPublic => Counted::InstitutionsPublic,
            Self::Certified if of_staff => Counted::Staff,
            Self::Certified => Counted::Carers,
            Self::CertifiedPublic if of_staff => Counted::StaffPublic,
            Self::CertifiedPublic => Counted::CarersPublic,
            Self::TrainedByProvince => Counted::ProvinceConcerned,
            Self::TrainedByCity => Counted::CityConcerned,
            Self::TrainedByCounty => Counted::CountyConcerned,
            Self::InclusiveAdded | Self::Competed | Self::CompetedByCities => return None,
        })
    }
}

/// An indicator's value, with both its terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Above the line.
    pub numerator: u64,
    /// Below the line, never zero.
    pub denominator: u64,
    /// The one over the other.
    pub ratio: Ratio,
}

impl Reading {
    /// Nothing over a denominator of zero.
    pub(super) fn new(numerator: u64, denominator: u64) -> Result<Self, Unread> {
        let ratio = Ratio::new(u128::from(numerator), u128::from(denominator)).ok_or(Unread::NothingBelow)?;
        Ok(Self { numerator, denominator, ratio })
    }
}

/// Why an indicator has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// Figures that were not reported.
    Missing(Vec<Counted>),
    /// The county has no task.
    NoTask,
    /// It is the city's and no county's.
    OfCityOnly,
    /// How many cities held a competition, or how many the province has, is not said.
    CitiesMissing,
    /// The denominator is zero: there is nothing that the rate could be of.
    NothingBelow,
    /// Of the city: counties, by position, whose figures are missing.
    CountiesMissing(Vec<usize>),
    /// Of the city: counties, by position, that reported and have no task.
    TasksMissing(Vec<usize>),
}

/// A county's value. `task` is its allocation, against which new inclusive slots are held.
///
/// # Errors
/// What is missing for it.
pub fn reading(of: Indicator, counts: &CountyCounts, task: Option<u64>, of_staff: bool) -> Result<Reading, Unread> {
    let (numerator, denominator) = terms(of, counts, task, of_staff)?;
    Reading::new(numerator, denominator)
}

fn terms(of: Indicator, counts: &CountyCounts, task: Option<u64>, of_staff: bool) -> Result<(u64, u64), Unread> {
    let mut missing = Vec::new();
    let mut known = |counted: Counted| {
        let count = counts.get(counted);
        if count.is_none() {
            missing.push(counted);
        }
        count.map_or(0, u64::from)
    };
    let Some(above) = of.numerator() else { return Err(Unread::OfCityOnly) };
    let numerator = known(above);
    let denominator = match of.denominator(of_staff) {
        Some(counted) => known(counted),
        // Each county counts once.
        None if of == Indicator::Competed => 1,
        None => task.unwrap_or(0),
    };
    if !missing.is_empty() {
        return Err(Unread::Missing(missing));
    }
    if of == Indicator::InclusiveAdded && task.is_none() {
        return Err(Unread::NoTask);
    }
    Ok((numerator, denominator))
}

/// The city's value: summed numerators over summed denominators, of all counties. Of [`Indicator::CompetedByCities`]
/// counties say nothing: see [`Monitored`](super::Monitored).
///
/// # Errors
/// The counties whose figures are missing, or that there is nothing below the line.
pub fn city_reading(
    of: Indicator,
    counties: &[CountyCounts],
    tasks: &[Option<u64>],
    of_staff: bool,
) -> Result<Reading, Unread> {
    let (mut numerator, mut denominator, mut missing, mut untasked) = (0, 0, Vec::new(), Vec::new());
    for (position, counts) in counties.iter().enumerate() {
        match terms(of, counts, tasks.get(position).copied().flatten(), of_staff) {
            Ok((above, below)) => {
                // At most 3 000 counties with 32 bits each.
                numerator += above;
                denominator += below;
            }
            Err(Unread::NoTask) => untasked.push(position),
            Err(_) => missing.push(position),
        }
    }
    if !missing.is_empty() {
        return Err(Unread::CountiesMissing(missing));
    }
    if !untasked.is_empty() {
        return Err(Unread::TasksMissing(untasked));
    }
    Reading::new(numerator, denominator)
}

/// What the counties that reported come to, and how many they are; nothing where none or all of them did.
#[must_use]
pub fn partial_reading(
    of: Indicator,
    counties: &[CountyCounts],
    tasks: &[Option<u64>],
    of_staff: bool,
) -> Option<(usize, Reading)> {
    let (mut numerator, mut denominator, mut known) = (0, 0, 0);
    for (position, counts) in counties.iter().enumerate() {
        if let Ok((above, below)) = terms(of, counts, tasks.get(position).copied().flatten(), of_staff) {
            numerator += above;
            denominator += below;
            known += 1;
        }
    }
    let is_partial = known > 0 && known < counties.len();
    if is_partial { Some((known, Reading::new(numerator, denominator).ok()?)) } else { None }
}
