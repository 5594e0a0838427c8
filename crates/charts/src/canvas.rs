//! Drawing in units of layout on any plotters backend.

use std::convert::Infallible;

use plotters::coord::Shift;
use plotters::coord::types::{RangedCoordf64, RangedCoordi32};
use plotters::drawing::DrawingAreaErrorKind;
use plotters::element::{Drawable, PointCollection};
use plotters::prelude::{Cartesian2d, DrawingArea, DrawingBackend, PathElement, Polygon, RGBColor, Rectangle};
use plotters::style::Color;
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendTextStyle, DrawingErrorKind, FontFamily, FontStyle, FontTransform,
};

use super::frame::{Frame, STEPS};
use super::measure::{ASCENT, DESCENT, em};
use super::palette::Palette;
use super::picture::FONTS;

/// No place is more steps away, whatever the frame: sums of places stay whole numbers of 32 bits.
const FARTHEST: f64 = 1e6;

/// What a drawing on this backend answers.
pub type Painted<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// Columns across in drawing steps, values upwards.
pub(super) type Plot<DB> = DrawingArea<DB, Cartesian2d<RangedCoordi32, RangedCoordf64>>;

/// What a colour is for; the palette says which one it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    Surface,
    Ink,
    Muted,
    Axis,
    Accent,
    Base,
    Edge,
    Slots,
    Warning,
    WarningGround,
}

/// How a text is set; sizes are in units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Type {
    pub size: f64,
    pub bold: bool,
    pub tone: Tone,
}

impl Type {
    /// Words to read.
    pub const fn plain(size: f64) -> Self {
        Self { size, bold: false, tone: Tone::Ink }
    }

    /// What is read first.
    pub const fn bold(size: f64) -> Self {
        Self { size, bold: true, tone: Tone::Ink }
    }

    /// What stands beside it.
    pub const fn minor(size: f64) -> Self {
        Self { size, bold: false, tone: Tone::Muted }
    }

    /// The same in another colour.
    pub const fn toned(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    /// Units that the text is wide.
    pub fn width(&self, text: &str) -> f64 {
        em(text, self.bold) * self.size
    }
}

/// A frame to draw in.
pub(super) struct Canvas<'a, DB: DrawingBackend> {
    pub area: &'a DrawingArea<DB, Shift>,
    pub frame: &'a Frame,
    pub palette: &'a Palette,
}

impl<DB: DrawingBackend> Canvas<'_, DB> {
    pub fn colour(&self, tone: Tone) -> RGBColor {
        match tone {
            Tone::Surface => self.palette.surface,
            Tone::Ink => self.palette.ink,
            Tone::Muted => self.palette.muted,
            Tone::Axis => self.palette.axis,
            Tone::Accent => self.palette.accent,
            Tone::Base => self.palette.base,
            Tone::Edge => self.palette.edge,
            Tone::Slots => self.palette.slots,
            Tone::Warning => self.palette.warning,
            Tone::WarningGround => self.palette.warning_ground,
        }
    }

    /// Drawing steps to so many units.
    pub fn steps(&self, units: f64) -> i32 {
        (units * self.frame.unit * f64::from(STEPS)).round().clamp(-FARTHEST, FARTHEST) as i32
    }

    /// Values from zero at `bottom` to `most` at `top`, in units.
    pub fn plot(&self, most: f64, top: f64, bottom: f64) -> Plot<DB> {
        let across = self.steps(self.frame.across());
        let pixels = (0..across, self.steps(bottom)..self.steps(top));
        self.area.apply_coord_spec(Cartesian2d::new(0..across, 0.0..most, pixels))
    }

    /// A text that begins, ends or is centred at `x` and stands on `baseline`.
    pub fn text(&self, text: &str, (x, baseline): (f64, f64), across: HPos, set: Type) -> Painted<DB> {
        let at = (self.steps(x), self.steps(baseline + DESCENT * set.size));
        self.label(text, at, Pos::new(across, VPos::Bottom), FontTransform::None, set)
    }

    /// A text turned to read upwards, its middle over `x`, that begins or ends at `y`.
    pub fn turned_text(&self, text: &str, (x, y): (f64, f64), across: HPos, set: Type) -> Painted<DB> {
        let at = (self.steps(x), self.steps(y));
        self.label(text, at, Pos::new(across, VPos::Center), FontTransform::Rotate270, set)
    }

    fn label(&self, text: &str, at: BackendCoord, anchor: Pos, turn: FontTransform, set: Type) -> Painted<DB> {
        let size = set.size * self.frame.unit * f64::from(STEPS);
        let colour = self.colour(set.tone).to_backend_color();
        self.area.draw(&Label { at, text, style: Lettering { size, bold: set.bold, colour, anchor, turn } })
    }

    /// A filled rectangle from one corner to the other, in units.
    pub fn fill(&self, (left, top): (f64, f64), (right, bottom): (f64, f64), tone: Tone) -> Painted<DB> {
        let corners = [(self.steps(left), self.steps(top)), (self.steps(right), self.steps(bottom))];
        self.area.draw(&Rectangle::new(corners, self.colour(tone).filled()))
    }

    /// A line across at `y` with an edge in the colour of the ground, so that it is seen upon any field.
    pub fn level(&self, left: f64, right: f64, y: f64) -> Painted<DB> {
        let top = self.frame.snapped(y - 1.0);
        self.fill((left, top - 1.0), (right, top + 3.0), Tone::Surface)?;
        self.fill((left, top), (right, top + 2.0), Tone::Ink)
    }

    /// The outline of a rectangle, drawn inside of it, in units.
    pub fn outline(&self, (left, top): (f64, f64), (right, bottom): (f64, f64), tone: Tone) -> Painted<DB> {
        let width = STEPS.max(self.steps(1.0));
        let half = width / 2;
        let corners =
            [(self.steps(left) + half, self.steps(top) + half), (self.steps(right) - half, self.steps(bottom) - half)];
        self.area.draw(&Rectangle::new(corners, self.colour(tone).stroke_width(width.unsigned_abs())))
    }

    /// A filled shape through these points, in units.
    pub fn shape(&self, points: &[(f64, f64)], tone: Tone) -> Painted<DB> {
        let points: Vec<_> = points.iter().map(|(x, y)| (self.steps(*x), self.steps(*y))).collect();
        self.area.draw(&Polygon::new(points, self.colour(tone)))
    }

    /// A line through these points, so many units wide.
    pub fn path(&self, points: &[(f64, f64)], width: f64, tone: Tone) -> Painted<DB> {
        let points: Vec<_> = points.iter().map(|(x, y)| (self.steps(*x), self.steps(*y))).collect();
        let width = self.steps(width).unsigned_abs().max(1);
        self.area.draw(&PathElement::new(points, self.colour(tone).stroke_width(width)))
    }

    /// A round shape about a point, with so many corners that none is seen.
    pub fn disc(&self, middle: (f64, f64), radius: f64, tone: Tone) -> Painted<DB> {
        self.shape(&round(middle, radius), tone)
    }

    /// A small diamond about a point.
    pub fn diamond(&self, (x, y): (f64, f64), tone: Tone) -> Painted<DB> {
        const REACH: f64 = 3.25;
        self.shape(&[(x, y - REACH), (x + REACH, y), (x, y + REACH), (x - REACH, y)], tone)
    }
}

/// The corners of a circle, so many that none is seen.
pub fn round((x, y): (f64, f64), radius: f64) -> [(f64, f64); 20] {
    /// The cosines of 0°, 18°, … 90°: sines and cosines of any angle would be 3 KB of the first load.
    const COSINES: [f64; 6] =
        [1.0, 0.951_056_516_295_153_5, 0.809_016_994_374_947_5, 0.587_785_252_292_473_1, 0.309_016_994_374_947_45, 0.0];
    std::array::from_fn(|corner| {
        let (cosine, sine) = (COSINES[corner % 5], COSINES[5 - corner % 5]);
        let (across, down) = match corner / 5 {
            0 => (cosine, sine),
            1 => (-sine, cosine),
            2 => (-cosine, -sine),
            _ => (sine, -cosine),
        };
        (x + radius * across, y + radius * down)
    })
}

/// A line of text as a plotters element, anchored where our own measure says.
struct Label<'a> {
    at: BackendCoord,
    text: &'a str,
    style: Lettering,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Label<'_> {
    type Point = &'a BackendCoord;
    type IntoIter = std::iter::Once<&'a BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::once(&self.at)
    }
}

impl<DB: DrawingBackend> Drawable<DB> for Label<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        backend: &mut DB,
        _parent: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        points.next().map_or(Ok(()), |at| backend.draw_text(self.text, &self.style, at))
    }
}

/// A text style that measures by our own table; plotters' own counts bytes.
struct Lettering {
    size: f64,
    bold: bool,
    colour: BackendColor,
    anchor: Pos,
    turn: FontTransform,
}

impl BackendTextStyle for Lettering {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        self.colour
    }

    fn size(&self) -> f64 {
        self.size
    }

    fn transform(&self) -> FontTransform {
        self.turn.clone()
    }

    fn style(&self) -> FontStyle {
        if self.bold { FontStyle::Bold } else { FontStyle::Normal }
    }

    fn anchor(&self) -> Pos {
        self.anchor
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::Name(FONTS)
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        let width = em(text, self.bold) * self.size;
        Ok(((0, -(self.size * ASCENT) as i32), (width.ceil() as i32, (self.size * DESCENT) as i32)))
    }

    fn draw<E, Draw: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _text: &str,
        _pos: BackendCoord,
        _draw: Draw,
    ) -> Result<Result<(), E>, Infallible> {
        // Letters are left to the backend: there is no font here to paint them with.
        Ok(Ok(()))
    }
}
