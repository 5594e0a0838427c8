//! 填报: the reports by date, and the figures of the one on show.

use leptos::prelude::*;

use super::fields::{Place, day_control, day_of, field, refused};
use super::table::{choice, copy_button, soft_button};
use super::{MonitorState, Tab};
use crate::browser::{focus, focus_and_select, is_composing};
use crate::files::report_table;
use crate::model::{Counted, CountyId, Date, Edit, MonitorEdit, Monitoring, Region, ReportFinding, report_findings};
use crate::text::{
    COUNTED_GROUPS, MonitorText, Word, counted_group, counted_heading, counted_name, group_of, report_finding_text,
    shown_count,
};
use crate::ui::state::drafts::Draft;
use crate::ui::state::field::FieldProblem;
use crate::ui::widgets::cell::{NONE, any_bad, cell, cell_error, error_message};
use crate::ui::widgets::day::with_calendar;
use crate::ui::widgets::element::{button, dynamic, el, empty, fragment, list};
use crate::ui::widgets::focus::select_soon;
use crate::ui::widgets::labelled::{caption, control, labelled};
use crate::ui::widgets::pager::CountyRow;
use crate::ui::widgets::pager::pager;

/// Which report, new ones, and the day that counts as today.
pub fn bar(state: MonitorState) -> AnyView {
    let page = state.page;
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<FieldProblem>);
    let options = Memo::new(move |_| {
        page.workspace.scenario.with(|scenario| {
            let all = scenario.counties().len();
            let report = |report: &std::sync::Arc<crate::model::Report>| (report.as_of, report.reported(), all);
            scenario.monitoring().reports().iter().rev().map(report).collect::<Vec<_>>()
        })
    });
    let has_report = move || state.day.with(Option::is_some);
    let names = move || {
        let name = |(day, reported, all): (Date, usize, usize)| {
            let reported = page.word(MonitorText::ReportedOf).replace("{}", &format!("{reported}/{all}"));
            (day.iso(), [&day.iso(), " ", &reported].concat())
        };
        options.get().into_iter().map(name).collect()
    };
    let shown = move || state.day.get().map_or_else(String::new, Date::iso);
    let pick = move |day: String| state.picked.set(day_of(page, &day).ok().flatten());
    // The day that was typed, if a report can have it.
    let new_day = move || {
        let Some(day) = day_of(page, &typed.get_untracked())? else { return Err(refused(MonitorText::DayNeeded)) };
        let is_taken = page.workspace.scenario.with_untracked(|scenario| scenario.monitoring().report(day).is_some());
        if is_taken { Err(refused(MonitorText::DayTaken)) } else { Ok(day) }
    };
    let with_day = move |edits: fn(&Monitoring, Date, Option<Date>, &Region) -> Vec<Edit>| {
        let changed = new_day().and_then(|day| {
            let shown = state.day.get_untracked();
            let edits = page
                .workspace
                .scenario
                .with_untracked(|scenario| edits(scenario.monitoring(), day, shown, scenario.region()));
            page.workspace.try_once(&Edit::Batch(edits)).map_err(FieldProblem::Edit)?;
            Ok(day)
        });
        match changed {
            Ok(day) => {
                state.picked.set(Some(day));
                wrong.set(None);
                typed.set(String::new());
                if state.tab.get_untracked() == Tab::Reports {
                    focus_first(state, day);
                }
            }
            Err(problem) => {
                wrong.set(Some(problem));
                focus_and_select("report-new-day");
            }
        }
    };
    let remove = move || {
        if let Some(day) = state.day.get_untracked() {
            let removal = Edit::Monitor(MonitorEdit::SetReport(day, false));
            page.workspace.edit_and_say(&removal, page.word_now(MonitorText::Removed).to_owned());
            if !has_report() {
                // The button is gone with the last report.
                focus("report-new-day");
            }
        }
    };
    let input = el("input")
        .attr("type", "text")
        .attr("id", "report-new-day")
        .attr("autocomplete", "off")
        .word_attr("placeholder", page, MonitorText::DayLike)
        .class("cell day")
        .test_id("report-new-day")
        .attr("aria-describedby", "error-report-day")
        .aria("aria-invalid", move || wrong.with(Option::is_some))
        .value(move || typed.get())
        .on_value("input", move |text| {
            wrong.set(None);
            typed.set(text);
        })
        .on_key(move |event| {
            if event.key() == "Enter" && !is_composing(event) {
                with_day(|monitoring, day, _, region| monitoring.beginning(day, None, region));
            }
        });
    let meant = move || day_of(page, &typed.get_untracked()).ok().flatten().map_or_else(String::new, Date::iso);
    let name = move || page.word(MonitorText::NewDay).to_owned();
    let new_day_field = labelled(
        el("label").class("caption").attr("for", "report-new-day").word(page, MonitorText::NewDay).done(),
        with_calendar(page, input.done(), "report-new-day".to_owned(), name, meant),
    );
    let error = error_message("span", "error-report-day")
        .attr_if("hidden", move || wrong.with(Option::is_none))
        .dyn_text(move || {
            wrong.with(|wrong| wrong.as_ref().map_or_else(String::new, |wrong| wrong.text(page.language.get())))
        });
    let today = RwSignal::new(None::<Draft>);
    let today_field = move || field(page, Place::Today);
    let empty_today = move || crate::browser::today().iso();
    el("section")
        .class("card report-bar")
        .attr("aria-labelledby", "monitor-title")
        .child(el("h2").attr("id", "monitor-title").word(page, MonitorText::Title).done())
        .el(el("div").class("report-choice").attr_if("hidden", move || !has_report()).child(choice(
            page,
            "report-day",
            MonitorText::Report,
            names,
            shown,
            pick,
        )))
        .el(el("div")
            .class("report-new")
            .child(new_day_field)
            .el(soft_button(page, "report-add", MonitorText::Add)
                .class_if("primary", move || !has_report())
                .click(move || with_day(|monitoring, day, _, region| monitoring.beginning(day, None, region))))
            .el(soft_button(page, "report-copy", MonitorText::Copy)
                .attr_if("hidden", move || !has_report())
                .click(move || with_day(Monitoring::beginning)))
            .el(soft_button(page, "report-redate", MonitorText::Redate).attr_if("hidden", move || !has_report()).click(
                move || {
                    with_day(|monitoring, to, from, region| {
                        from.map_or_else(Vec::new, |from| monitoring.redating(from, to, region))
                    });
                },
            ))
            .el(soft_button(page, "report-remove", MonitorText::Remove)
                .attr_if("hidden", move || !has_report())
                .click(remove))
            .el(error))
        .el(el("div")
            .class("report-today")
            .word_attr("title", page, MonitorText::TodayHint)
            .child(labelled(caption(page, MonitorText::Today), day_control(page, today_field(), today, empty_today)))
            .child(cell_error(page, today_field(), today)))
        .done()
}

/// The table of the report on show; where there is none, how to begin.
pub fn reports(state: MonitorState) -> AnyView {
    dynamic(move || match state.day.get() {
        None => super::no_report(state.page),
        Some(day) => fragment([sheet(state, day), findings(state, day)]),
    })
}

fn sheet(state: MonitorState, day: Date) -> AnyView {
    let page = state.page;
    let group = |at: usize| {
        let name = counted_group(at).map_or(MonitorText::Group, |(name, _)| name);
        button()
            .test_id(format!("report-group-{}", at + 1))
            .word(page, name)
            .aria("aria-pressed", move || state.group.get() == at)
            .click(move || {
                state.selection.clear();
                state.group.set(at);
            })
            .done()
    };
    let copied =
        move || state.read(|scenario, _, day, language| report_table(scenario, day, state.columns(), language));
    let events = state.events();
    let rows = move || {
        let columns = state.columns();
        state.pages.rows().into_iter().map(|county| row(state, day, columns, &county)).collect()
    };
    let table = el("table")
        .class("grid report-grid")
        .attr("id", "report-grid")
        .test_id("report-grid")
        .on_key(move |event| events.key(event))
        .on_mouse("mousedown", move |event| events.press(event))
        .on_mouse("mousemove", move |event| events.drag(event))
        .on("dragstart", |event| event.prevent_default())
        .on_target("focusin", move |target| events.enter(target))
        .child(el("caption").class("visually-hidden").word(page, MonitorText::Reports).done())
        .child(el("thead").child(dynamic(move || head(state))).done())
        .child(el("tbody").child(list(rows)).done())
        .child(el("tfoot").child(dynamic(move || total(state, day))).done());
    el("section")
        .class("card report-card")
        .el(el("div")
            .class("toolbar")
            .el(el("div")
                .class("views")
                .attr("role", "group")
                .word_attr("aria-label", page, MonitorText::Group)
                .children((0..COUNTED_GROUPS).map(group)))
            .el(copy_button(page, "report", copied)))
        .child(el("p").class("hint").word(page, MonitorText::PasteHint).done())
        .el(el("div").class("grid-frame").class_if("selecting", move || state.selection.any()).el(table).child(pager(
            page,
            state.pages,
            "report-",
        )))
        .child(dynamic(move || cities(state, day)))
        .done()
}

fn head(state: MonitorState) -> AnyView {
    let page = state.page;
    let column = |of: &Counted| {
        let of = *of;
        el("th")
            .attr("scope", "col")
            .dyn_attr("title", move || counted_name(of, page.language.get()))
            .child(el("span").dyn_text(move || counted_heading(of, page.language.get())).done())
            .done()
    };
    el("tr")
        .child(el("th").attr("scope", "col").class("name").word(page, MonitorText::County).done())
        .children(state.columns().iter().map(column))
        .done()
}

fn row(state: MonitorState, day: Date, columns: &'static [Counted], county: &CountyRow) -> AnyView {
    let page = state.page;
    let (position, id) = (county.position, county.county.id.clone());
    let name = StoredValue::new(county.county.name.clone());
    let drafts: Vec<(Counted, RwSignal<Option<Draft>>)> = columns.iter().map(|of| (*of, RwSignal::new(None))).collect();
    let is_selected = move |column: usize| {
        state.selection.columns_in(position).is_some_and(|(first, last)| (first..=last).contains(&column))
    };
    let cells = drafts.iter().enumerate().map(|(index, (of, draft))| {
        let place = field(page, Place::Count(day, id.clone(), *of));
        let at = place.clone();
        let value = Memo::new(move |_| page.workspace.scenario.with(|scenario| at.text(scenario)));
        el("td")
            .class("input")
            .class_if("selected", move || is_selected(index + 1))
            .attr("data-column", (index + 1).to_string())
            .child(cell(page, place, value, *draft, || NONE.to_owned()))
            .done()
    });
    let head = el("th")
        .attr("scope", "row")
        .class("name")
        .class_if("selected", move || is_selected(0))
        .attr("data-column", "0")
        .child(el("span").dyn_text(move || name.with_value(|name| page.language.get().name(name).to_owned())).done());
    let figures = el("tr")
        .attr("data-row", position.to_string())
        .test_id(format!("report-row-{id}"))
        .el(head)
        .children(cells.collect::<Vec<_>>());
    let bad: Vec<RwSignal<Option<Draft>>> = drafts.iter().map(|(_, draft)| *draft).collect();
    let errors = drafts
        .into_iter()
        .map(|(of, draft)| cell_error(page, field(page, Place::Count(day, id.clone(), of)), draft))
        .collect::<Vec<_>>();
    let errors = el("tr")
        .class("errors")
        .attr_if("hidden", move || !any_bad(&bad))
        .el(el("td").attr("colspan", (columns.len() + 1).to_string()).children(errors));
    fragment([figures.done(), errors.done()])
}

fn total(state: MonitorState, day: Date) -> AnyView {
    let page = state.page;
    let sum = |of: &Counted| {
        let of = *of;
        let sum = Memo::new(move |_| {
            page.workspace
                .scenario
                .with(|scenario| scenario.monitoring().report(day).and_then(|report| report.total(of)))
        });
        let shown = move || sum.get().map_or_else(|| NONE.to_owned(), |sum| shown_count(of, sum));
        let why = move || if sum.get().is_some() { "" } else { page.word(MonitorText::SumNeedsAll) };
        let id = of.id().replace('_', "-");
        el("td")
            .class("sum")
            .dyn_attr("title", why)
            .el(el("span").test_id(format!("count-total-{id}")).dyn_text(shown))
            .done()
    };
    el("tr")
        .class("total")
        .child(el("th").attr("scope", "row").class("name").word(page, Word::City).done())
        .children(state.columns().iter().map(sum))
        .done()
}

/// What the city itself says of the province's competitions, beside the counties' own.
fn cities(state: MonitorState, day: Date) -> AnyView {
    let page = state.page;
    if !state.columns().contains(&Counted::Competed) {
        return empty();
    }
    let one = |place: Place, name: MonitorText| {
        let draft = RwSignal::new(None::<Draft>);
        let place = field(page, place);
        fragment([
            labelled(caption(page, name), control(page, place.clone(), draft, || NONE.to_owned())),
            cell_error(page, place, draft),
        ])
    };
    el("div")
        .class("report-cities")
        .child(one(Place::CitiesCompeted(day), MonitorText::CitiesCompeted))
        .child(one(Place::ProvinceCities, MonitorText::ProvinceCities))
        .done()
}

/// The most findings that are listed; more are counted.
const MOST_FINDINGS: usize = 30;

/// What contradicts itself in the report of a day, and who is silent.
pub fn findings(state: MonitorState, day: Date) -> AnyView {
    let page = state.page;
    let found = Memo::new(move |_| {
        let region = page.workspace.region.get();
        page.workspace.scenario.with(|scenario| {
            let reports = scenario.monitoring().reports();
            let at = reports.iter().position(|report| report.as_of == day);
            at.map_or_else(Vec::new, |at| report_findings(reports, at, &region))
        })
    });
    let line = move |finding: &ReportFinding| {
        let language = page.language.get();
        let text = page.workspace.scenario.with_untracked(|scenario| report_finding_text(finding, scenario, language));
        let place = match finding {
            ReportFinding::PartAboveWhole { county, part, .. } => Some((county.clone(), *part)),
            ReportFinding::BelowEarlier { county, of, .. } => Some((county.clone(), *of)),
            ReportFinding::AsBefore { .. } | ReportFinding::Silent(_) | ReportFinding::OtherYear(_) => None,
        };
        let (class, mark, word) =
            if place.is_some() { ("warning", "▲", Word::Warning) } else { ("note", "●", Word::Note) };
        let lead = place.map(|(county, of)| {
            button()
                .class("why")
                .word(page, MonitorText::GoThere)
                .click(move || lead_to(state, day, &county, of))
                .done()
        });
        el("li")
            .class(class)
            .el(el("strong").el(el("span").attr("aria-hidden", "true").text(mark)).word(page, word))
            .child(el("span").text(text).done())
            .children(lead)
            .done()
    };
    let lines = move || {
        let found = found.get();
        let more = found.len().saturating_sub(MOST_FINDINGS);
        let rest = (more > 0).then(|| {
            let said = page.word(MonitorText::MoreFindings).replace("{}", &more.to_string());
            el("li").class("note").text(said).done()
        });
        found.iter().take(MOST_FINDINGS).map(line).chain(rest).collect()
    };
    el("section")
        .class("card findings report-findings")
        .test_id("report-findings")
        .attr_if("hidden", move || found.with(Vec::is_empty))
        .word_attr("aria-label", page, MonitorText::Findings)
        .child(el("h3").word(page, MonitorText::Findings).done())
        .child(el("ul").child(list(lines)).done())
        .done()
}

/// To the first figure of a new report.
fn focus_first(state: MonitorState, day: Date) {
    let page = state.page;
    let county = page.workspace.region.with_untracked(|region| region.counties().first().map(|first| first.id.clone()));
    let of = untrack(|| state.columns()).first();
    if let Some((county, of)) = county.zip(of) {
        let id = field(page, Place::Count(day, county, *of)).test_id();
        select_soon(id);
    }
}

/// Shows the cell that is spoken of.
fn lead_to(state: MonitorState, day: Date, county: &CountyId, of: Counted) {
    let page = state.page;
    state.tab.set(Tab::Reports);
    state.group.set(group_of(of));
    if let Some(at) = page.workspace.region.with_untracked(|region| region.position(county)) {
        state.pages.reveal(at);
    }
    let id = field(page, Place::Count(day, county.clone(), of)).test_id();
    select_soon(id);
}
