//! A block pasted into a report.

use super::Pasted;
use super::paste::marks::fault;
use super::paste::settling::in_reading_order;
use super::paste::sheet::{Sheet, typed_total};
use super::paste::{Found, find};
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
    let Some(report) = scenario.monitoring().report(day) else { return Pasted::default() };
    let sheet = Sheet::Report { year: day.parts().0, columns, at: anchor };
    find(text, scenario.region(), sheet, |found| settle(found, scenario, report))
}

/// Reads the figures, compares them with what stands, and tells what came of each.
fn settle(found: Found<'_>, scenario: &Scenario, report: &Report) -> Pasted {
    let mut after = report.clone();
    let mut is_taken = vec![false; after.counties.len() * Counted::COUNT];
    let (mut figures, mut sums) = ([0; Counted::COUNT], [0_u64; Counted::COUNT]);
    let (mut edits, mut left, mut notes) = (Vec::new(), found.left, found.notes);
    for cell in &found.cells {
        let PasteColumn::Counted(of) = cell.column else { continue };
        let county = scenario.region().counties().get(cell.county).zip(after.counties.get_mut(cell.county));
        let place = is_taken.get_mut(cell.county * Counted::COUNT + of as usize);
        let (Some((county, counts)), Some(is_taken)) = (county, place) else { continue };
        let count = match read(of, cell.spot.text, typed_count) {
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
        if counts.get(of) != Some(count) {
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
    let taken = Counted::ALL.into_iter().map(|of| Taken { column: of.into(), figures: figures[of as usize] });
    let report = PasteReport {
        year: scenario.region().year(),
        taken: taken.filter(|taken| taken.figures > 0).collect(),
        changed: edits.len(),
        left: in_reading_order(&left),
        notes,
    };
    Pasted { edits, report }
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
