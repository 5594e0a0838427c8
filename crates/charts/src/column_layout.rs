//! Columns that stand on an axis, laid out with their heading, labels and names; all in units.

use plotters::prelude::{DrawingBackend, Rectangle};
use plotters::style::Color;

use super::Mark;
use super::canvas::{Canvas, Painted, Tone};
use super::columns::{Columns, reach};
use super::frame::Frame;
use super::heading::{Heading, Placed};
use super::subject::Bar;
use super::tags::Tags;

/// Where everything lies.
pub(super) struct ColumnLayout {
    placed: Placed,
    pub columns: Columns,
    pub tags: Tags,
    /// The value of each column's highest mark.
    highest: Vec<f64>,
    /// The room that each column's label needs above it.
    pub labels: Vec<f64>,
    /// The value that reaches `reach` above the axis.
    most: f64,
    pub reach: f64,
    pub axis: f64,
    /// Where the counties' names begin.
    pub names: f64,
    /// The upper and lower end of what belongs to a column.
    pub top: f64,
    pub bottom: f64,
}

impl ColumnLayout {
    /// Lays these columns out, `right` units short of the right margin; `tags` sets the labels for the width of
    /// a column and the height of the room above the axis; `highest` answers how high a column's marks reach.
    pub fn new<T>(
        frame: &Frame,
        heading: &Heading,
        bars: &[Bar<T>],
        right: f64,
        highest: impl Fn(&T) -> f64,
        tags: &dyn Fn(f64, f64) -> Tags,
    ) -> Self {
        let names: Vec<&str> = bars.iter().map(|bar| bar.name.as_str()).collect();
        Self::of(frame, heading, &names, right, bars.iter().map(|bar| highest(&bar.of)).collect(), tags)
    }

    fn of(
        frame: &Frame,
        heading: &Heading,
        names: &[&str],
        right: f64,
        highest: Vec<f64>,
        tags: &dyn Fn(f64, f64) -> Tags,
    ) -> Self {
        let placed = heading.place(frame);
        let across = frame.across() - 2.0 * placed.margin - right;
        let columns = Columns::fit(frame, placed.margin, across, names);
        let axis = frame.snapped(placed.bottom - columns.height);
        let tags = tags(columns.column, axis - placed.top);
        let most = highest.iter().copied().fold(0.0, f64::max);
        let labels = (0..names.len()).map(|index| tags.height_of(index)).collect();
        let mut layout = Self {
            top: placed.top,
            bottom: placed.bottom,
            placed,
            columns,
            tags,
            highest,
            labels,
            most: if most > 0.0 { most } else { 1.0 },
            reach: 0.0,
            axis,
            names: axis,
        };
        layout.reach = layout.reach_from(axis);
        layout
    }

    /// How high the highest mark may be on this axis so that every label has its room.
    pub fn reach_from(&self, axis: f64) -> f64 {
        let marks = self.highest.iter().zip(&self.labels).map(|(highest, label)| (highest / self.most, *label));
        reach(axis - self.top, marks)
    }

    /// Units from the axis up to a value.
    pub fn rise(&self, value: f64) -> f64 {
        value / self.most * self.reach
    }

    /// The height of a value in the frame.
    pub fn y_of(&self, value: f64) -> f64 {
        self.axis - self.rise(value)
    }

    /// Where a column's label stands: on its highest mark.
    pub fn tip(&self, index: usize) -> f64 {
        self.y_of(self.highest.get(index).copied().unwrap_or(0.0))
    }

    /// Fills a column's bar between two values.
    pub fn field<DB: DrawingBackend>(
        &self,
        canvas: &Canvas<'_, DB>,
        index: usize,
        (from, to): (f64, f64),
        tone: Tone,
    ) -> Painted<DB> {
        let (left, right) = self.columns.edges(canvas.frame, index);
        let plot = canvas.plot(self.most, self.axis - self.reach, self.axis);
        let corners = [(canvas.steps(left), from), (canvas.steps(right), to)];
        plot.draw(&Rectangle::new(corners, canvas.colour(tone).filled()))
    }

    /// A line across a column at a value, that stands out from its bar.
    pub fn draw_level<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>, index: usize, value: f64) -> Painted<DB> {
        let (left, right) = self.columns.line(canvas.frame, index);
        canvas.level(left, right, self.y_of(value))
    }

    /// Draws a column's label.
    pub fn draw_tag<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>, index: usize, top: f64) -> Painted<DB> {
        self.tags.draw(canvas, index, (self.columns.middle(canvas.frame, index), top))
    }

    /// Draws what stands around the columns.
    pub fn draw_heading<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>) -> Painted<DB> {
        self.placed.draw(canvas)
    }

    /// Draws the line below the columns, and their names.
    pub fn draw_foot<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>) -> Painted<DB> {
        self.columns.draw_axis(canvas, self.axis)?;
        self.columns.draw_names(canvas, self.names)
    }

    /// The mark of each column.
    pub fn marks<T>(&self, frame: &Frame, bars: &[Bar<T>], label: impl Fn(&Bar<T>) -> String) -> Vec<Mark> {
        let extent = (self.top, self.bottom);
        let mark = |(index, bar): (usize, &Bar<T>)| self.columns.mark(frame, index, extent, bar.position, label(bar));
        bars.iter().enumerate().map(mark).collect()
    }
}
