//! What is said about the grid's columns, pasted blocks and copied tables.

mod column;
mod en;
mod zh_cn;

pub use column::{GridColumn, GridView, HiddenColumns};

use super::monitor::{counted_name, name_within, shown_count};
use super::{Language, NumberProblem, thousands};
use tuowei_model::{Counted, Figure, FigureKind, Name, Region};

/// A column that a block is pasted into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PasteColumn {
    /// One of the county grid.
    Grid(GridColumn),
    /// A reported figure.
    Counted(Counted),
}

impl From<GridColumn> for PasteColumn {
    fn from(column: GridColumn) -> Self {
        Self::Grid(column)
    }
}

impl From<Counted> for PasteColumn {
    fn from(of: Counted) -> Self {
        Self::Counted(of)
    }
}

impl PasteColumn {
    /// Its name inside a sentence.
    fn name(self, year: u16, language: Language) -> String {
        match self {
            Self::Grid(column) => column_name(column, year, language),
            Self::Counted(of) => name_within(of, language),
        }
    }

    /// A sum of its figures.
    fn sum(self, sum: u64) -> String {
        match self {
            Self::Grid(_) => thousands(sum),
            Self::Counted(of) => shown_count(of, sum),
        }
    }
}

/// What came of a pasted block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PasteReport {
    /// The target year, which stands in the columns' names.
    pub year: u16,
    /// The figures that were taken, column by column.
    pub taken: Vec<Taken>,
    /// How many figures of the scenario change.
    pub changed: usize,
    /// The parts of the block that were left, from its top.
    pub left: Vec<Left>,
    /// What else the planner should know.
    pub notes: Vec<PasteNote>,
}

/// Figures of one column that were taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The column.
    pub column: PasteColumn,
    /// How many figures, those that stood there already among them.
    pub figures: usize,
}

/// A part of a pasted block that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Row in the block, from 1.
    pub row: usize,
    /// Column in the block, from 1.
    pub column: usize,
    /// What stands there.
    pub text: String,
    /// Why it was not taken.
    pub why: WhyLeft,
}

/// A cell of a block with a mark in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedCell {
    /// Row in the block, from 1.
    pub row: usize,
    /// Column in the block, from 1.
    pub column: usize,
    /// What stands there.
    pub text: String,
}

/// Why a part of a pasted block was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyLeft {
    /// No county of the region has this name; the whole line is left.
    UnknownCounty,
    /// Several counties could be meant, these among them; the whole line is left.
    AmbiguousCounty(Vec<Name>),
    /// The county stood before in the block; the first line was taken.
    CountyTwice,
    /// Figures without a county's name.
    NoName,
    /// The heading is of no column of the grid; its figures are left.
    UnknownHeading,
    /// Figures without a heading, where others have one.
    NoHeading,
    /// The heading may mean these columns, or stands over two; the planner is to say.
    Undecided(Vec<PasteColumn>),
    /// The heading's column stood before in the block; the first was taken.
    HeadingTwice,
    /// The heading is about another year.
    OtherYear,
    /// The figures count ten thousands or thousandths.
    OtherUnit,
    /// The cell is not the number that belongs there.
    Number(NumberProblem),
    /// `####`: the spreadsheet's column was too narrow to show the figure.
    CutOff,
    /// `#REF!` and its like: the spreadsheet could not calculate the figure.
    SpreadsheetError,
    /// The formula of a figure and not the figure.
    Formula,
    /// Another table begins here, under headings of its own; it is not read.
    AnotherTable,
    /// A target that differs from the county's pinned target in the same block.
    PinBeside,
    /// This many lines go beyond the last county.
    BeyondCounties(usize),
    /// This many lines go beyond the last column.
    BeyondColumns(usize),
    /// Neither names nor headings, and no cell chosen to begin at.
    NoPlace,
    /// Headings without names, and not one line per county.
    LinesDiffer {
        /// Lines of figures in the block.
        lines: usize,
        /// Counties of the region.
        counties: usize,
    },
    /// The block is larger than any region's table.
    TooLarge,
}

/// What else should be known about a pasted block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PasteNote {
    /// Without names: the lines were taken in the order of the counties.
    ByOrder,
    /// One row of as many figures as there are counties was taken as counties across.
    Across,
    /// This many targets differ from what the rule gives and were pinned.
    Pinned(usize),
    /// This many pins were lifted, since the rule gives the pasted target.
    Unpinned(usize),
    /// These columns are not changed by pasting.
    NotPasted(Vec<GridColumn>),
    /// These cells hold a mark or a word and no figure, and change nothing.
    Empty(Vec<MarkedCell>),
    /// The dashes in these cells were taken for zeros.
    Zeros(Vec<MarkedCell>),
    /// The rates in these cells had more than four decimals and were rounded.
    Rounded(Vec<MarkedCell>),
    /// The figures of these columns look like fractions.
    Fractions {
        /// The columns, of rates.
        columns: Vec<PasteColumn>,
        /// Whether they are taken times one hundred; nothing as long as that is not decided.
        is_hundredfold: Option<bool>,
    },
    /// This many counties that the block names are not on show.
    NotShown(usize),
    /// The total line agrees with the sum of the counties.
    TotalAgrees {
        /// Of which column.
        column: PasteColumn,
        /// The total.
        total: u64,
    },
    /// The total line differs from the sum of the counties.
    TotalDiffers {
        /// Of which column.
        column: PasteColumn,
        /// The total that was pasted; it sets nothing.
        pasted: u64,
        /// The sum of the counties as they stand after pasting.
        sum: u64,
    },
}

/// A column's name, without its unit; `year` is the target year.
#[must_use]
pub fn column_name(column: GridColumn, year: u16, language: Language) -> String {
    match language {
        Language::Chinese => zh_cn::column(column, year),
        Language::English => en::column(column, year),
    }
}

/// A column's short name, for the head of the grid.
#[must_use]
pub fn column_head(column: GridColumn, language: Language, year: u16) -> String {
    let short = match (language, column) {
        (Language::Chinese, GridColumn::Input(Figure::Children)) => "3岁以下",
        (Language::Chinese, GridColumn::Input(Figure::Enrolled)) => "在托",
        (Language::Chinese, GridColumn::Input(Figure::Inclusive)) => "其中普惠",
        (Language::Chinese, GridColumn::Input(Figure::Other)) => "其他新增",
        (Language::Chinese, GridColumn::EnrolledThen) => "目标在托",
        (Language::Chinese, GridColumn::NewEnrolments) => "新增在托",
        (Language::Chinese, GridColumn::SlotsAfter) => "新增后托位",
        (Language::Chinese, GridColumn::Utilisation) => "所需利用率",
        (Language::Chinese, GridColumn::Shortage) => "缺口",
        (Language::Chinese, GridColumn::InclusiveShare) => "普惠占比",
        (Language::Chinese, GridColumn::PerThousand) => "每千人口",
        (Language::Chinese, GridColumn::Target) => return [&year.to_string(), "年目标"].concat(),
        (Language::English, GridColumn::Input(Figure::Children)) => "Under-threes",
        (Language::English, GridColumn::Input(Figure::Enrolled)) => "Enrolled",
        (Language::English, GridColumn::Input(Figure::Capacity)) => "Slots now",
        (Language::English, GridColumn::Input(Figure::Inclusive)) => "Incl.",
        (Language::English, GridColumn::Input(Figure::Other)) => "Other new",
        (Language::English, GridColumn::Input(Figure::Population)) => "Population",
        (Language::English, GridColumn::EnrolledThen) => "At target",
        (Language::English, GridColumn::NewEnrolments) => "New",
        (Language::English, GridColumn::SlotsAfter) => "Slots after",
        (Language::English, GridColumn::Utilisation) => "Util.",
        (Language::English, GridColumn::Shortage) => "Short",
        (Language::English, GridColumn::InclusiveShare) => "Incl.",
        (Language::English, GridColumn::PerThousand) => "Per 1,000",
        _ => return column_name(column, year, language),
    };
    short.to_owned()
}

/// A column's unit, for the head of the grid.
#[must_use]
pub const fn column_unit(column: GridColumn, language: Language) -> &'static str {
    let (chinese, english) = match column {
        GridColumn::Name | GridColumn::Lock => ("", ""),
        GridColumn::Target | GridColumn::Share | GridColumn::Utilisation | GridColumn::InclusiveShare => ("%", "%"),
        GridColumn::Uplift => ("百分点", "points"),
        GridColumn::EnrolledThen | GridColumn::NewEnrolments => ("人", "children"),
        GridColumn::SlotsAfter | GridColumn::Shortage | GridColumn::PerThousand => ("个", "slots"),
        GridColumn::Input(figure) => match figure.kind() {
            FigureKind::Rate => ("%", "%"),
            FigureKind::Children => ("人", "children"),
            FigureKind::Slots => ("个", "slots"),
            FigureKind::Persons => ("人", "people"),
        },
    };
    match language {
        Language::Chinese => chinese,
        Language::English => english,
    }
}

/// A column's heading in a copied table: its name and unit.
#[must_use]
pub fn column_heading(column: GridColumn, year: u16, language: Language) -> String {
    match language {
        Language::Chinese => zh_cn::column(column, year) + zh_cn::unit(column),
        Language::English => en::column(column, year) + en::unit(column),
    }
}

/// The name of the total row: 全市.
#[must_use]
pub const fn city_total(language: Language) -> &'static str {
    match language {
        Language::Chinese => "全市",
        Language::English => "City",
    }
}

/// How a copied table says whether an allocation is locked.
#[must_use]
pub const fn locked_mark(locked: bool, language: Language) -> &'static str {
    match (language, locked) {
        (_, false) => "",
        (Language::Chinese, true) => "已锁定",
        (Language::English, true) => "locked",
    }
}

/// The region and its year, as captions and names of files begin: 大同市2026年.
#[must_use]
pub fn region_year(region: &Region, language: Language) -> String {
    let name = language.name(region.name());
    let year = region.year();
    match language {
        Language::Chinese => format!("{}{year}年", city_name(name)),
        Language::English => format!("{name} {year}"),
    }
}

/// The city's full name: 大同市. What is called 市, 盟, 区, 县, 旗, 省 or 自治州 already keeps its name.
pub(super) fn city_name(name: &str) -> String {
    let is_full = name.ends_with(['市', '盟', '区', '县', '旗', '省']) || name.ends_with("自治州");
    if is_full { name.to_owned() } else { format!("{name}市") }
}

/// The caption of a copied table.
#[must_use]
pub fn grid_caption(region: &Region, view: GridView, scenario: &str, language: Language) -> String {
    let region = region_year(region, language);
    let caption = match (language, view) {
        (Language::Chinese, GridView::Plan) => format!("{region}入托率目标和普惠托位任务"),
        (Language::Chinese, GridView::Supply) => format!("{region}托位供需测算"),
        (Language::English, GridView::Plan) => format!("{region}: enrolment targets and inclusive slots"),
        (Language::English, GridView::Supply) => format!("{region}: supply of and demand for slots"),
    };
    match (language, scenario.trim()) {
        (_, "") => caption,
        (Language::Chinese, scenario) => format!("{caption}（{scenario}）"),
        (Language::English, scenario) => format!("{caption} ({scenario})"),
    }
}

/// What a pasted block did, in a few sentences.
#[must_use]
pub fn paste_report(report: &PasteReport, language: Language) -> String {
    match language {
        Language::Chinese => zh_cn::report(report, true),
        Language::English => en::report(report, true),
    }
}

/// The same of a block that is not taken yet: what it will do.
#[must_use]
pub fn import_summary(report: &PasteReport, language: Language) -> String {
    match language {
        Language::Chinese => zh_cn::report(report, false),
        Language::English => en::report(report, false),
    }
}

/// How the place of a cell is said: by numbers, or with the letters that stand over the columns of a preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Places {
    Numbered,
    Lettered,
}

/// The letters of a column, from 1: A, Z, AA.
#[must_use]
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while let Some(before) = rest.checked_sub(1) {
        letters.push(char::from(b'A' + u8::try_from(before % 26).unwrap_or(0)));
        rest = before / 26;
    }
    letters.iter().rev().collect()
}

/// What a block does that is no figure, sentence by sentence, with letters for its columns.
#[must_use]
pub fn paste_notes(report: &PasteReport, language: Language) -> Vec<String> {
    let say = match language {
        Language::Chinese => zh_cn::note,
        Language::English => en::note,
    };
    report.notes.iter().map(|note| say(note, report.year, Places::Lettered)).collect()
}

/// What is left of a block and why, part by part, with letters for its columns; at most so many parts.
#[must_use]
pub fn paste_left(report: &PasteReport, most: usize, language: Language) -> Vec<String> {
    let say = match language {
        Language::Chinese => zh_cn::left,
        Language::English => en::left,
    };
    report.left.iter().take(most).map(|left| say(left, report.year, Places::Lettered)).collect()
}

/// A column's name where a block is pasted into it.
#[must_use]
pub fn paste_column_name(column: PasteColumn, year: u16, language: Language) -> String {
    match column {
        PasteColumn::Grid(column) => column_name(column, year, language),
        PasteColumn::Counted(of) => counted_name(of, language).to_owned(),
    }
}

/// Reasons given one by one; the others are only counted.
const REASONS_SHOWN: usize = 3;

/// Cells with marks named one by one; the others are only counted.
const CELLS_SHOWN: usize = 4;

/// How much of a cell is repeated.
const QUOTED_CHARACTERS: usize = 12;

/// The beginning of a cell's text on one line.
fn excerpt(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(QUOTED_CHARACTERS) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

impl PasteReport {
    /// All figures that were taken.
    #[must_use]
    pub fn figures(&self) -> usize {
        self.taken.iter().map(|taken| taken.figures).sum()
    }
}
