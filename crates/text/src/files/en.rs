//! English.

use super::super::monitor::capital;
use super::super::{NumberProblem, thousands};
use super::{
    CELLS_SHOWN, GridColumn, Language, Left, MarkedCell, PasteNote, PasteReport, Places, REASONS_SHOWN, WhyLeft,
    column_letters, excerpt,
};
use tuowei_model::{Figure, FigureKind};

const ENGLISH: Language = Language::English;

pub(super) fn column(column: GridColumn, year: u16) -> String {
    match column {
        GridColumn::Name => "County".to_owned(),
        GridColumn::Input(Figure::Children) => "Children under 3".to_owned(),
        GridColumn::Input(Figure::Base) => format!("{} base", year.saturating_sub(1)),
        GridColumn::Uplift => "Uplift".to_owned(),
        GridColumn::Target => format!("{year} target"),
        GridColumn::Input(Figure::Pin) => "Own target".to_owned(),
        GridColumn::Input(Figure::Slots) => "Slots".to_owned(),
        GridColumn::Share => "Share".to_owned(),
        GridColumn::Lock => "Lock".to_owned(),
        GridColumn::Input(Figure::Capacity) => "Slots now".to_owned(),
        GridColumn::Input(Figure::Inclusive) => "Inclusive slots now".to_owned(),
        GridColumn::Input(Figure::Enrolled) => "Enrolled now".to_owned(),
        GridColumn::Input(Figure::Other) => "Other new slots".to_owned(),
        GridColumn::Input(Figure::Population) => "Resident population".to_owned(),
        GridColumn::EnrolledThen => "Enrolled at target".to_owned(),
        GridColumn::NewEnrolments => "New enrolments".to_owned(),
        GridColumn::SlotsAfter => "Slots after".to_owned(),
        GridColumn::Utilisation => "Utilisation needed".to_owned(),
        GridColumn::Shortage => "Shortage".to_owned(),
        GridColumn::InclusiveShare => "Inclusive share after".to_owned(),
        GridColumn::PerThousand => "Slots per 1,000 residents".to_owned(),
    }
}

pub(super) const fn unit(column: GridColumn) -> &'static str {
    match column {
        GridColumn::Name
        | GridColumn::Lock
        | GridColumn::EnrolledThen
        | GridColumn::NewEnrolments
        | GridColumn::SlotsAfter
        | GridColumn::Shortage
        | GridColumn::PerThousand => "",
        GridColumn::Target | GridColumn::Share | GridColumn::Utilisation | GridColumn::InclusiveShare => " (%)",
        GridColumn::Uplift => " (points)",
        GridColumn::Input(figure) => match figure.kind() {
            FigureKind::Rate => " (%)",
            FigureKind::Slots | FigureKind::Children | FigureKind::Persons => "",
        },
    }
}

pub(super) fn report(report: &PasteReport, is_done: bool) -> String {
    let year = report.year;
    let taken: Vec<String> =
        report.taken.iter().map(|taken| format!("{} {}", taken.column.name(year, ENGLISH), taken.figures)).collect();
    let mut parts = vec![match (report.figures(), report.changed) {
        (0, _) => "No figure could be pasted".to_owned(),
        (figures, 0) => {
            format!("Pasted {}, all as they stood before: {}", counted(figures, "figure"), taken.join(", "))
        }
        (figures, _) => {
            let done = if is_done { "Pasted" } else { "To be taken:" };
            format!("{done} {}: {}", counted(figures, "figure"), taken.join(", "))
        }
    }];
    parts.extend(report.notes.iter().map(|said| note(said, year, Places::Numbered)));
    if !report.left.is_empty() {
        let mut reasons: Vec<String> =
            report.left.iter().take(REASONS_SHOWN).map(|of| left(of, year, Places::Numbered)).collect();
        let more = report.left.len() - reasons.len();
        if more > 0 {
            reasons.push(format!("and {more} more"));
        }
        parts.push(format!("{} left out: {}", report.left.len(), reasons.join("; ")));
    }
    parts.join(". ") + "."
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

pub(super) fn note(note: &PasteNote, year: u16, places: Places) -> String {
    match note {
        PasteNote::ByOrder => "The block has no names and was taken in the order of the counties".to_owned(),
        PasteNote::Across => "One figure per county: the row was taken as counties across".to_owned(),
        PasteNote::Pinned(targets) => {
            format!("Not what the rule gives, so taken as own targets: {}", counted(*targets, "target"))
        }
        PasteNote::Unpinned(targets) => {
            format!("Just what the rule gives, so no longer an own target: {}", counted(*targets, "target"))
        }
        PasteNote::NotPasted(columns) => {
            let columns: Vec<String> = columns.iter().map(|&of| column(of, year)).collect();
            format!("Not changed by pasting: {}", columns.join(", "))
        }
        PasteNote::Empty(cells) => format!("Taken as empty, which changes nothing: {}", marked(cells, places)),
        PasteNote::Zeros(cells) => format!("Taken as 0: {}", marked(cells, places)),
        PasteNote::Fractions { columns, is_hundredfold } => {
            let names: Vec<String> = columns.iter().map(|of| of.name(year, ENGLISH)).collect();
            let how = match is_hundredfold {
                Some(true) => "taken times 100, in percent",
                Some(false) => "taken as they are",
                None => "please choose whether to take them times 100",
            };
            format!("{}: fractions by the look of them, {how}", names.join(", "))
        }
        PasteNote::NotShown(counties) => {
            let counties = if *counties == 1 { "1 county".to_owned() } else { format!("{counties} counties") };
            format!("Not among those found: {counties}")
        }
        PasteNote::Rounded(cells) => format!("rounded to 4 decimals: {}", marked(cells, places)),
        PasteNote::TotalAgrees { column: of, total } => {
            let (name, total) = (capital(&of.name(year, ENGLISH)), of.sum(*total));
            format!("{name}: the total of {total} is the sum of the counties")
        }
        PasteNote::TotalDiffers { column: of, pasted, sum } => {
            let (name, pasted, sum) = (capital(&of.name(year, ENGLISH)), of.sum(*pasted), of.sum(*sum));
            format!("{name}: the block's total is {pasted}, but the counties add up to {sum}")
        }
    }
}

/// Row 3, column 2 “-”, or column B.
fn place(row: usize, column: usize, text: &str, places: Places) -> String {
    let text = excerpt(text);
    match places {
        Places::Numbered => format!("row {row}, column {column} “{text}”"),
        Places::Lettered => format!("row {row}, column {} “{text}”", column_letters(column)),
    }
}

/// Row 3, column 2 “-”; row 5, column 2 “-”; 5 more.
fn marked(cells: &[MarkedCell], places: Places) -> String {
    let one = |cell: &MarkedCell| place(cell.row, cell.column, &cell.text, places);
    let mut named: Vec<String> = cells.iter().take(CELLS_SHOWN).map(one).collect();
    let more = cells.len() - named.len();
    if more > 0 {
        named.push(format!("{more} more"));
    }
    named.join("; ")
}

pub(super) fn left(left: &Left, year: u16, places: Places) -> String {
    let Left { row, column, text, why } = left;
    if *why == WhyLeft::TooLarge {
        return "the block is too large to be read".to_owned();
    }
    [&place(*row, *column, text, places), " ", &reason(why, year)].concat()
}

fn reason(why: &WhyLeft, year: u16) -> String {
    let plain = match why {
        WhyLeft::Undecided(columns) => {
            let names: Vec<String> = columns.iter().map(|of| of.name(year, ENGLISH)).collect();
            return format!("could be {}: please choose", names.join(" or "));
        }
        WhyLeft::AmbiguousCounty(names) => {
            let names: Vec<&str> = names.iter().map(|name| name.latin.as_deref().unwrap_or(&name.local)).collect();
            return format!("could be several counties: {}", names.join(", "));
        }
        WhyLeft::Number(problem) => return number(*problem),
        WhyLeft::BeyondCounties(lines) => {
            return format!("and what follows ({}) is beyond the last county", counted(*lines, "line"));
        }
        WhyLeft::BeyondColumns(lines) => {
            return format!("and what follows ({}) is beyond the last column", counted(*lines, "line"));
        }
        WhyLeft::LinesDiffer { lines, counties } => {
            let (lines, counties) = (counted(*lines, "line"), *counties);
            return format!("has no names, and {lines} of figures for a region of {counties}");
        }
        WhyLeft::UnknownCounty => "is no county of this city",
        WhyLeft::CountyTwice => "stood before; the first was taken",
        WhyLeft::NoName => "has no county name",
        WhyLeft::UnknownHeading => "is no column of this table",
        WhyLeft::NoHeading => "has no heading",
        WhyLeft::HeadingTwice => "stood before; the first column was taken",
        WhyLeft::OtherYear => "is about another year",
        WhyLeft::OtherUnit => "is in another unit",
        WhyLeft::CutOff => "was cut off by a narrow column",
        WhyLeft::SpreadsheetError => "is a spreadsheet's error",
        WhyLeft::Formula => "is a formula: paste the figure that it comes to",
        WhyLeft::AnotherTable => "begins another table, which was not read: paste it by itself",
        WhyLeft::PinBeside => "differs from the own target beside it, which was taken",
        WhyLeft::NoPlace => "has neither name nor heading: choose the cell to begin at",
        WhyLeft::TooLarge => "is too large",
    };
    plain.to_owned()
}

fn number(problem: NumberProblem) -> String {
    let plain = match problem {
        NumberProblem::Above(most) => return format!("is more than {}", thousands(u64::from(most))),
        NumberProblem::BelowMinus(most) => return format!("is less than −{most}"),
        NumberProblem::TooFine(most) => return format!("has more than {most} decimals"),
        NumberProblem::NotANumber => "is no number",
        NumberProblem::MisplacedComma => "has a comma that could mean two things",
        NumberProblem::NotWhole => "is no whole number",
        NumberProblem::PercentOfCount => "has a percent sign, but is a count",
        NumberProblem::CountOfPercent => "has a unit that counts, but is a percentage",
        NumberProblem::DigitsApart => "has spaces between its digits",
        NumberProblem::Negative => "is below zero",
    };
    plain.to_owned()
}
