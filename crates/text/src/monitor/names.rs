//! Names: of indicators, of figures that are reported, of statuses.

use crate::Language;
use tuowei_model::{Counted, Indicator, Status, TaskStatus};

/// The indicator as the plan calls it: 托位利用率（公办）.
#[must_use]
pub const fn indicator_name(of: Indicator, language: Language) -> &'static str {
    let (chinese, english) = match of {
        Indicator::Utilisation => ("托位利用率（全行业）", "Slot utilisation (all)"),
        Indicator::UtilisationPublic => ("托位利用率（县域公办）", "Slot utilisation (county public)"),
        Indicator::Enrolment => ("入托率", "Enrolment rate"),
        Indicator::InclusiveAdded => ("普惠托位增量完成率", "New inclusive slots, of the task"),
        Indicator::InclusiveShare => ("普惠托位占比", "Share of inclusive slots"),
        Indicator::Subsidy => ("普惠补贴完成率", "Inclusive subsidies paid out"),
        Indicator::Registration => ("备案率（全行业）", "Registration (all)"),
        Indicator::RegistrationPublic => ("备案率（县域公办）", "Registration (county public)"),
        Indicator::Contract => ("签约率（全行业）", "Medical partners (all)"),
        Indicator::ContractPublic => ("签约率（县域公办）", "Medical partners (county public)"),
        Indicator::Certified => ("持证率（全行业）", "Certificates (all)"),
        Indicator::CertifiedPublic => ("持证率（县域公办）", "Certificates (county public)"),
        Indicator::TrainedByProvince => ("参训率（省级，园长）", "Trained by the province (heads)"),
        Indicator::TrainedByCity => ("参训率（市级）", "Trained by the city"),
        Indicator::TrainedByCounty => ("参训率（县级）", "Trained by the county"),
        Indicator::Competed => ("参赛率（市级）", "Competitions held (counties)"),
        Indicator::CompetedByCities => ("参赛率（省级）", "Competitions held (cities)"),
    };
    language.of(chinese, english)
}

/// The indicator in few characters, for marks and narrow columns: 利用率·公办.
#[must_use]
pub const fn indicator_short(of: Indicator, language: Language) -> &'static str {
    let (chinese, english) = match of {
        Indicator::Utilisation => ("利用率", "Utilisation"),
        Indicator::UtilisationPublic => ("利用率·公办", "Utilisation, public"),
        Indicator::Enrolment => ("入托率", "Enrolment"),
        Indicator::InclusiveAdded => ("普惠增量", "New inclusive"),
        Indicator::InclusiveShare => ("普惠占比", "Inclusive share"),
        Indicator::Subsidy => ("补贴拨付", "Subsidies"),
        Indicator::Registration => ("备案率", "Registration"),
        Indicator::RegistrationPublic => ("备案率·公办", "Registration, public"),
        Indicator::Contract => ("签约率", "Partners"),
        Indicator::ContractPublic => ("签约率·公办", "Partners, public"),
        Indicator::Certified => ("持证率", "Certificates"),
        Indicator::CertifiedPublic => ("持证率·公办", "Certificates, public"),
        Indicator::TrainedByProvince => ("参训率·省级", "Training, province"),
        Indicator::TrainedByCity => ("参训率·市级", "Training, city"),
        Indicator::TrainedByCounty => ("参训率·县级", "Training, county"),
        Indicator::Competed => ("参赛率·市级", "Competitions, city"),
        Indicator::CompetedByCities => ("参赛率·省级", "Competitions, province"),
    };
    language.of(chinese, english)
}

/// What is reported, in full: 公办在托人数.
#[must_use]
pub const fn counted_name(of: Counted, language: Language) -> &'static str {
    let (chinese, english) = match of {
        Counted::Children => ("3岁以下婴幼儿数", "Children under three"),
        Counted::Enrolled => ("在托人数", "Children enrolled"),
        Counted::EnrolledPublic => ("公办在托人数", "Enrolled, public centres"),
        Counted::Slots => ("托位数", "Slots"),
        Counted::SlotsPublic => ("公办托位数", "Slots, public centres"),
        Counted::Inclusive => ("普惠托位数", "Inclusive slots"),
        Counted::InclusiveAdded => ("新增普惠托位数", "New inclusive slots"),
        Counted::Institutions => ("托育机构数", "Institutions"),
        Counted::InstitutionsPublic => ("公办机构数", "Public centres"),
        Counted::Registered => ("备案机构数", "Registered"),
        Counted::RegisteredPublic => ("公办备案机构数", "Registered, public centres"),
        Counted::Contracted => ("签约机构数", "With a medical partner"),
        Counted::ContractedPublic => ("公办签约机构数", "With a partner, public centres"),
        Counted::Carers => ("全职保育人员数", "Full-time carers"),
        Counted::CarersPublic => ("公办全职保育人员数", "Full-time carers, public centres"),
        Counted::Staff => ("从业人员数", "All staff"),
        Counted::StaffPublic => ("公办从业人员数", "All staff, public centres"),
        Counted::Certified => ("持证人数", "Certificate holders"),
        Counted::CertifiedPublic => ("公办持证人数", "Certificate holders, public centres"),
        Counted::ProvinceConcerned => ("省级应训园长数", "Heads to be trained by the province"),
        Counted::ProvinceTrained => ("省级参训园长数", "Heads trained by the province"),
        Counted::CityConcerned => ("市级应训人数", "Carers to be trained by the city"),
        Counted::CityTrained => ("市级参训人数", "Carers trained by the city"),
        Counted::CountyConcerned => ("县级应训人数", "Carers to be trained by the county"),
        Counted::CountyTrained => ("县级参训人数", "Carers trained by the county"),
        Counted::Competed => ("举办技能大赛（1是0否）", "Competition held (1 yes, 0 no)"),
        Counted::Allocated => ("下拨补贴（万元）", "Subsidies handed down (10 000 yuan)"),
        Counted::Disbursed => ("已拨付补贴（万元）", "Subsidies paid out (10 000 yuan)"),
    };
    language.of(chinese, english)
}

/// What is reported, as the head of a narrow column: its group says the rest.
#[must_use]
pub const fn counted_heading(of: Counted, language: Language) -> &'static str {
    let (chinese, english) = match of {
        Counted::Children => ("婴幼儿数", "Children"),
        Counted::Enrolled => ("在托", "Enrolled"),
        Counted::EnrolledPublic => ("公办在托", "Enrolled, public"),
        Counted::Slots => ("托位", "Slots"),
        Counted::SlotsPublic => ("公办托位", "Slots, public"),
        Counted::Inclusive => ("普惠托位", "Inclusive"),
        Counted::InclusiveAdded => ("新增普惠", "New inclusive"),
        Counted::Institutions => ("机构", "Institutions"),
        Counted::InstitutionsPublic => ("公办机构", "Public"),
        Counted::Registered => ("备案", "Registered"),
        Counted::RegisteredPublic => ("公办备案", "Registered, public"),
        Counted::Contracted => ("签约", "Partner"),
        Counted::ContractedPublic => ("公办签约", "Partner, public"),
        Counted::Carers => ("全职保育", "Carers"),
        Counted::CarersPublic => ("公办保育", "Carers, public"),
        Counted::Staff => ("从业人员", "Staff"),
        Counted::StaffPublic => ("公办从业", "Staff, public"),
        Counted::Certified => ("持证", "Certified"),
        Counted::CertifiedPublic => ("公办持证", "Certified, public"),
        Counted::ProvinceConcerned => ("省级应训", "Province: due"),
        Counted::ProvinceTrained => ("省级参训", "Province: done"),
        Counted::CityConcerned => ("市级应训", "City: due"),
        Counted::CityTrained => ("市级参训", "City: done"),
        Counted::CountyConcerned => ("县级应训", "County: due"),
        Counted::CountyTrained => ("县级参训", "County: done"),
        Counted::Competed => ("举办大赛", "Competition"),
        Counted::Allocated => ("下拨·万元", "Handed down"),
        Counted::Disbursed => ("拨付·万元", "Paid out"),
    };
    language.of(chinese, english)
}

/// How something stands: 符合序时.
#[must_use]
pub const fn status_name(status: Status, language: Language) -> &'static str {
    let (chinese, english) = match status {
        Status::Met => ("已达标", "Met"),
        Status::OnSchedule => ("符合序时", "On schedule"),
        Status::SlightlyBehind => ("略滞后", "Slightly behind"),
        Status::Behind => ("滞后", "Behind"),
        Status::FarBehind => ("严重滞后", "Far behind"),
    };
    language.of(chinese, english)
}

/// How a task stands: 进行中.
#[must_use]
pub const fn task_status_name(status: TaskStatus, language: Language) -> &'static str {
    let (chinese, english) = match status {
        TaskStatus::Open => ("未开始", "Not begun"),
        TaskStatus::Running => ("进行中", "Under way"),
        TaskStatus::Done => ("已完成", "Done"),
        TaskStatus::Dropped => ("不再办理", "Dropped"),
    };
    language.of(chinese, english)
}
