//! A block pasted into a report.

use super::paste::marked::Marks;
use super::paste::marks::fault;
use super::paste::settling::{asks, in_reading_order, taken};
use super::paste::sheet::typed_total;
use super::paste::{Choices, Found, PasteInto, PasteSheet, Pasted, PastedValue, read_table};
use super::{Table, TableTooLarge};
use tuowei_model::{Counted, Date, Edit, MonitorEdit, Report, Scenario};
use tuowei_text::{NumberProblem, PasteColumn, PasteNote, PasteReport, Taken, WhyLeft, typed_count};

/// Reads a block as figures of the report of a day: by its names and headings where it has them, which may be of any
/// figure; else from the anchor on, a county's position and one of the columns on show, over these columns and the region's
/// counties. The city's sums are compared and set nothing; empty cells leave what stands. Nothing is read where there is no
/// report of the day. [`tuowei_text::paste_report`] puts into words what was taken and what was left.
#[must_use]
pub fn read_report_block(
    text: &str,
    scenario: &Scenario,
    day: Date,
    columns: &[Counted],
    anchor: Option<(usize, Counted)>,
) -> Pasted {
    if scenario.monitoring().report(day).is_none() {
        return Pasted::default();
    }
    let into = PasteInto { sheet: PasteSheet::Report { day, columns, at: anchor }, shown: None };
    match Table::read(text) {
        Ok(table) => read_table(&table, scenario, into, &Choices::default()),
        Err(TableTooLarge) => Pasted::too_large(),
    }
}

/// Reads the figures, compares them with what stands, and tells what came of each.
pub(super) fn settle(found: Found<'_>, scenario: &Scenario, report: &Report, choices: &Choices) -> Pasted {
    let mut after = report.clone();
    let mut is_taken = vec![false; after.counties.len() * Counted::COUNT];
    let (mut figures, mut sums) = ([0; Counted::COUNT], [0_u64; Counted::COUNT]);
    let (mut edits, mut left, mut notes) = (Vec::new(), found.left, found.notes);
    let (mut marks, mut all) = (Marks::default(), Vec::new());
    for cell in &found.cells {
        let PasteColumn::Counted(of) = cell.column else { continue };
        let county = scenario.region().counties().get(cell.county).zip(after.counties.get_mut(cell.county));
        let place = is_taken.get_mut(cell.county * Counted::COUNT + of as usize);
        let (Some((county, counts)), Some(is_taken)) = (county, place) else { continue };
        let Some(text) = marks.text(cell, choices) else { continue };
        let count = match read(of, text, typed_count) {
            Ok(_) if *is_taken => {
                left.push(cell.spot.left(WhyLeft::CountyTwice));
                continue;
            }
            Ok(Some(count)) => count,
            Ok(None) => continue,
            Err(why) => {
                left.push(cell.spot.left(why));
                continue;
            }
        };
        *is_taken = true;
        figures[of as usize] += 1;
        sums[of as usize] += u64::from(count);
        let before = counts.get(of);
        let value = |count| PastedValue::Counted(of, count);
        all.push(taken(cell, before.map(value), value(count)));
        if before != Some(count) {
            counts.set(of, Some(count));
            edits.push(Edit::Monitor(MonitorEdit::SetCount(report.as_of, county.id.clone(), of, Some(count))));
        }
    }
    for (column, spot) in found.totals {
        let PasteColumn::Counted(of) = column else { continue };
        match read(of, spot.text, typed_total) {
            Err(why) => left.push(spot.left(why)),
            Ok(None) => {}
            Ok(Some(pasted)) => {
                // It may be that of the whole city or of the counties in the block.
                let pasted = u64::from(pasted);
                let sum = after.counties.iter().filter_map(|counts| counts.get(of)).map(u64::from).sum();
                let agrees = pasted == sum || figures[of as usize] > 0 && pasted == sums[of as usize];
                notes.push(if agrees {
                    PasteNote::TotalAgrees { column, total: pasted }
                } else {
                    PasteNote::TotalDiffers { column, pasted, sum }
                });
            }
        }
    }
    let by_column = Counted::ALL.into_iter().map(|of| Taken { column: of.into(), figures: figures[of as usize] });
    let has_dashes = marks.has_dashes();
    marks.tell(choices, &mut notes);
    let report = PasteReport {
        year: scenario.region().year(),
        taken: by_column.filter(|taken| taken.figures > 0).collect(),
        changed: edits.len(),
        left: in_reading_order(&left),
        notes,
    };
    let mut pasted = Pasted {
        edits,
        report,
        columns: found.columns,
        figures: all,
        is_turned: found.is_turned,
        first_row: found.first_row,
        has_dashes,
        ..Pasted::default()
    };
    pasted.must_ask = found.must_ask || asks(&pasted, found.pointed, choices);
    pasted
}

/// The figure of a cell, or why it is left.
fn read(
    of: Counted,
    text: &str,
    typed: fn(Counted, &str) -> Result<Option<u32>, NumberProblem>,
) -> Result<Option<u32>, WhyLeft> {
    match fault(text) {
        Some(fault) => Err(fault),
        None => typed(of, text).map_err(WhyLeft::Number),
    }
}
