//! From figures with their places to changes of the scenario.

use litemap::LiteMap;

use super::marked::{Fractions, Marks, marked};
use super::marks::{fault, is_blank};
use super::units::is_rate;
use super::view::Spot;
use super::{Cell, Choices, Column, Found, Pasted, PastedValue, TakenFigure};
use crate::counts::{count_in, typed_count};
use tuowei_model::{CountyId, Edit, Figure, FigureValue, Rate, Scenario, ascending, evaluate};
use tuowei_text::{GridColumn, Left, MarkedCell, PasteNote, PasteReport, Taken, WhyLeft, pasted_figure};

/// Reads the figures, compares them with what stands, and tells what came of each.
pub(super) fn settle(found: Found<'_>, scenario: &Scenario, choices: &Choices) -> Pasted {
    let year = scenario.region().year();
    let fractions = Fractions::of(&found.cells, choices);
    let mut settling = Settling {
        scenario,
        choices,
        marks: Marks::default(),
        fractions,
        edits: Vec::new(),
        taken: Vec::new(),
        figures: LiteMap::new(),
        not_pasted: Vec::new(),
        targets: Vec::new(),
        pins: LiteMap::new(),
        sums: LiteMap::new(),
        rounded: Vec::new(),
        report: PasteReport { year, left: found.left, notes: found.notes, ..PasteReport::default() },
    };
    for cell in &found.cells {
        settling.take(cell);
    }
    let looked_at = (found.pointed, found.must_ask);
    let mut pasted = settling.finish(&found.totals);
    pasted.columns = found.columns;
    pasted.is_turned = found.is_turned;
    pasted.first_row = found.first_row;
    let (pointed, must_ask) = looked_at;
    // Fractions that stand there already are what they are.
    let changes = |figure: &TakenFigure| is_rate(figure.of) && figure.before != Some(figure.after);
    pasted.are_fractions_open =
        pasted.has_fractions && choices.is_hundredfold.is_none() && pasted.figures.iter().any(changes);
    pasted.must_ask = must_ask || asks(&pasted, pointed, choices);
    pasted
}

/// Whether the planner should look before anything is changed: a column is open, a dash or a fraction may mean two
/// things, or figures would be replaced at which nothing points, neither a heading nor the chosen cell.
pub(crate) fn asks(pasted: &Pasted, pointed: Option<Column>, choices: &Choices) -> bool {
    let beyond = |figure: &TakenFigure| {
        pointed.is_some_and(|pointed| figure.of != pointed)
            && figure.before.is_some_and(|before| before != figure.after)
    };
    pasted.is_open() || pasted.has_dashes && choices.dash_is_zero.is_none() || pasted.figures.iter().any(beyond)
}

struct Settling<'s, 't> {
    scenario: &'s Scenario,
    choices: &'s Choices,
    marks: Marks,
    fractions: Fractions,
    edits: Vec<Edit>,
    taken: Vec<TakenFigure>,
    /// How many figures were taken, by column.
    figures: LiteMap<GridColumn, usize>,
    /// Which columns had figures that pasting does not change.
    not_pasted: Vec<GridColumn>,
    /// Targets to compare with the rule, by county.
    targets: Vec<(usize, Rate, Spot<'t>)>,
    /// Pins that stand in the block itself.
    pins: LiteMap<usize, Rate>,
    /// The sum of the counts that were taken, by column.
    sums: LiteMap<GridColumn, u64>,
    /// Rates that were rounded.
    rounded: Vec<MarkedCell>,
    report: PasteReport,
}

impl<'t> Settling<'_, 't> {
    fn id(&self, county: usize) -> CountyId {
        self.scenario.region().counties()[county].id.clone()
    }

    /// The figure of a cell, or nothing where it is left.
    fn read(&mut self, cell: &Cell<'_>, to: GridColumn, figure: Figure) -> Option<FigureValue> {
        let text = self.marks.text(cell, self.choices)?;
        let text = self.fractions.text(cell.column, text);
        let why = match (fault(&text), pasted_figure(figure, &text)) {
            (Some(fault), _) => fault,
            (None, Err(problem)) => WhyLeft::Number(problem),
            (None, Ok(figure)) => {
                *self.figures.entry(to).or_default() += usize::from(figure.is_some());
                if figure.is_some_and(|(_, is_rounded)| is_rounded) {
                    self.rounded.push(marked(cell));
                }
                return figure.map(|(figure, _)| figure);
            }
        };
        self.report.left.push(cell.spot.left(why));
        None
    }

    fn take(&mut self, cell: &Cell<'t>) {
        let Column::Grid(to) = cell.column else { return };
        match to {
            GridColumn::Input(figure) => {
                let Some(value) = self.read(cell, to, figure) else { return };
                match value {
                    FigureValue::Rate(rate) if figure == Figure::Pin => _ = self.pins.insert(cell.county, rate),
                    _ if figure.kind().is_count() => *self.sums.entry(to).or_default() += u64::from(value.whole()),
                    _ => {}
                }
                let before = figure.of(&self.scenario.counties()[cell.county]);
                self.taken.push(taken(cell, before.map(PastedValue::Figure), PastedValue::Figure(value)));
                if before != Some(value) {
                    self.edits.push(Edit::SetFigure(self.id(cell.county), figure, Some(value)));
                }
            }
            GridColumn::Target => {
                // A target is read as the rate that it is.
                let Some(FigureValue::Rate(target)) = self.read(cell, to, Figure::Pin) else { return };
                self.targets.push((cell.county, target, cell.spot));
            }
            GridColumn::Name
            | GridColumn::Uplift
            | GridColumn::Share
            | GridColumn::Lock
            | GridColumn::EnrolledThen
            | GridColumn::NewEnrolments
            | GridColumn::SlotsAfter
            | GridColumn::Utilisation
            | GridColumn::Shortage
            | GridColumn::InclusiveShare
            | GridColumn::PerThousand => {
                if !is_blank(cell.spot.text) && !self.not_pasted.contains(&to) {
                    self.not_pasted.push(to);
                }
            }
        }
    }

    fn finish(mut self, totals: &[(Column, Spot<'_>)]) -> Pasted {
        let mut after = self.scenario.clone();
        for edit in &self.edits {
            // The ids come from the scenario's own region.
            let _ = after.apply(edit);
        }
        self.settle_targets(&mut after);
        self.compare_totals(totals, &after);
        let not_pasted: Vec<GridColumn> = GridColumn::all().filter(|column| self.not_pasted.contains(column)).collect();
        if !not_pasted.is_empty() {
            self.report.notes.push(PasteNote::NotPasted(not_pasted));
        }
        let taken = GridColumn::all().filter_map(|column| Some((column, *self.figures.get(&column)?)));
        let taken = taken.filter(|(_, figures)| *figures > 0);
        self.report.taken = taken.map(|(column, figures)| Taken { column: column.into(), figures }).collect();
        self.report.changed = self.edits.len();
        self.report.left = in_reading_order(&self.report.left);
        let has_dashes = self.marks.has_dashes();
        self.marks.tell(self.choices, &mut self.report.notes);
        let has_fractions = self.fractions.are_there();
        self.fractions.tell(&mut self.report.notes);
        if !self.rounded.is_empty() {
            self.report.notes.push(PasteNote::Rounded(self.rounded));
        }
        Pasted {
            edits: self.edits,
            report: self.report,
            figures: self.taken,
            has_dashes,
            has_fractions,
            ..Pasted::default()
        }
    }

    /// Makes every pasted target stand: by the rule where the rule gives it, else pinned.
    ///
    /// Under a city goal the rule answers to every pin, so this is repeated until all agree.
    fn settle_targets(&mut self, after: &mut Scenario) {
        /// Each round pins or frees at least one county; by then the rule runs from the pins, and all are pinned.
        const ROUNDS: usize = 8;
        let mut targets = Vec::new();
        let pasted = std::mem::take(&mut self.targets);
        let now = (!pasted.is_empty()).then(|| evaluate(self.scenario));
        for (county, target, spot) in pasted {
            let before = now.as_ref().and_then(|now| now.rows.get(county)?.target.rate());
            // A target that the table prints as it stands is no other.
            let before = if agrees(target, before) { Some(target) } else { before };
            let value = |rate| PastedValue::Figure(FigureValue::Rate(rate));
            let cell = Cell { spot, county, column: GridColumn::Target.into() };
            match self.pins.get(&county) {
                None => {
                    targets.push((county, target));
                    self.taken.push(taken(&cell, before.map(value), value(target)));
                }
                Some(&pin) if agrees(target, Some(pin)) => {}
                Some(_) => {
                    *self.figures.entry(GridColumn::Target).or_insert(1) -= 1;
                    self.report.left.push(spot.left(WhyLeft::PinBeside));
                }
            }
        }
        if targets.is_empty() {
            return;
        }
        let mut freed = vec![false; self.scenario.counties().len()];
        for round in 0..ROUNDS {
            let outcome = evaluate(after);
            let off = |&&(county, target): &&(usize, Rate)| !agrees(target, outcome.rows[county].target.rate());
            let off: Vec<(usize, Rate)> = targets.iter().filter(off).copied().collect();
            if off.is_empty() {
                break;
            }
            let to_free = |&&(county, _): &&(usize, Rate)| after.counties()[county].pin.is_some() && !freed[county];
            let free: Vec<usize> = off.iter().filter(to_free).map(|&(county, _)| county).collect();
            if free.is_empty() || round + 1 == ROUNDS {
                let all_at_last = if round + 1 == ROUNDS { &targets } else { &off };
                for &(county, target) in all_at_last {
                    let _ = after.apply(&Edit::pin(self.id(county), Some(target)));
                }
            } else {
                for county in free {
                    freed[county] = true;
                    let _ = after.apply(&Edit::pin(self.id(county), None));
                }
            }
        }
        let (mut pinned, mut unpinned) = (0, 0);
        for (county, _) in targets {
            let pin = after.counties()[county].pin;
            if pin != self.scenario.counties()[county].pin {
                *(if pin.is_some() { &mut pinned } else { &mut unpinned }) += 1;
                self.edits.push(Edit::pin(self.id(county), pin));
            }
        }
        let notes = [(pinned, PasteNote::Pinned(pinned)), (unpinned, PasteNote::Unpinned(unpinned))];
        self.report.notes.extend(notes.into_iter().filter(|&(count, _)| count > 0).map(|(_, note)| note));
    }

    /// The total sets nothing. It may be that of the whole city or of the counties in the block.
    fn compare_totals(&mut self, totals: &[(Column, Spot<'_>)], after: &Scenario) {
        for &(column, spot) in totals {
            let Column::Grid(column) = column else { continue };
            // A city's rate is no sum, and what is computed was not taken.
            let Some(typed) = typed_count(column, spot.text) else { continue };
            match (fault(spot.text), typed) {
                (Some(fault), _) => self.report.left.push(spot.left(fault)),
                (None, Err(problem)) => self.report.left.push(spot.left(WhyLeft::Number(problem))),
                (None, Ok(None)) => {}
                (None, Ok(Some(pasted))) => {
                    let pasted = u64::from(pasted);
                    let counties = after.counties().iter();
                    let sum = counties.filter_map(|county| count_in(county, column)).map(u64::from).sum();
                    let agrees = pasted == sum || self.sums.get(&column) == Some(&pasted);
                    self.report.notes.push(if agrees {
                        PasteNote::TotalAgrees { column: column.into(), total: pasted }
                    } else {
                        PasteNote::TotalDiffers { column: column.into(), pasted, sum }
                    });
                }
            }
        }
    }
}

/// A figure that is taken from a cell.
pub(crate) fn taken(cell: &Cell<'_>, before: Option<PastedValue>, after: PastedValue) -> TakenFigure {
    TakenFigure { row: cell.spot.row, column: cell.spot.column, county: cell.county, of: cell.column, before, after }
}

/// What was left, as it stands in the block.
pub(crate) fn in_reading_order(left: &[Left]) -> Vec<Left> {
    let order = ascending(left.iter().map(|left| (left.row as u64) << 32 | left.column as u64));
    order.filter_map(|position| left.get(position)).cloned().collect()
}

/// Whether the rate is the pasted target, which tables print with two decimals.
fn agrees(target: Rate, rate: Option<Rate>) -> bool {
    rate.is_some_and(|rate| {
        rate == target || target.ppm().is_multiple_of(100) && rate.percent_shown() == target.percent_shown()
    })
}
