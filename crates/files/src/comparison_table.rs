//! Scenarios side by side as a table to copy.

use super::Table;
use tuowei_model::{Compared, Comparison, Region};
use tuowei_text::{CompareText, Language, city_total, compared_text, difference_text, region_year};

/// What stands where a figure is not known.
const UNKNOWN: &str = "—";

/// The counties at `rows`, with these figures of every alternative and, behind each but the reference's, the difference
/// from it; last the whole city. `names` are the names of the alternatives.
#[must_use]
pub fn comparison_table(
    comparison: &Comparison,
    names: &[String],
    region: &Region,
    rows: &[usize],
    figures: &[Compared],
    language: Language,
) -> Table {
    let reference = comparison.reference();
    let mut headings = vec![CompareText::County.in_language(language).to_owned()];
    for figure in figures {
        let what = CompareText::of(*figure).in_language(language);
        for (at, name) in names.iter().enumerate() {
            headings.push([what, " · ", name].concat());
            if at != reference {
                headings.push([what, " · ", name, " − ", names.get(reference).map_or("", String::as_str)].concat());
            }
        }
    }
    let known = |text: Option<String>| text.unwrap_or_else(|| UNKNOWN.to_owned());
    // A spreadsheet reads bare numbers: no marks between thousands, and its own minus.
    let plain = |text: String| text.replace(',', "").replace('−', "-");
    let line = |name: &str,
                value: &dyn Fn(usize, Compared) -> Option<i64>,
                difference: &dyn Fn(usize, Compared) -> Option<i64>| {
        let mut cells = vec![name.to_owned()];
        for &figure in figures {
            for at in 0..names.len() {
                cells.push(known(value(at, figure).map(|value| plain(compared_text(figure, value)))));
                if at != reference {
                    let by = difference(at, figure).map(|by| plain(difference_text(figure, by)).replace('+', ""));
                    cells.push(known(by));
                }
            }
        }
        cells
    };
    let mut lines: Vec<Vec<String>> = rows
        .iter()
        .filter_map(|&county| {
            let name = language.name(&region.counties().get(county)?.name);
            Some(line(name, &|at, of| comparison.value(at, county, of), &|at, of| {
                comparison.difference(at, county, of)
            }))
        })
        .collect();
    lines.push(line(city_total(language), &|at, of| comparison.total(at, of), &|at, of| {
        comparison.total_difference(at, of)
    }));
    let title = CompareText::Title.in_language(language);
    Table {
        caption: Some([&region_year(region, language), " ", title].concat()),
        headings,
        named_rows: true,
        rows: lines,
    }
}
