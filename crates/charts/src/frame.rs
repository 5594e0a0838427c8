//! The frame that a chart is drawn for, and the unit that its type and margins are measured in.

use super::Mark;

/// The size of a picture. Layout happens in units, so that the same chart stands on a card, a phone,
/// a projector and a slide.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Pixels per unit of layout: body type is 12 units, a title 16.
    pub unit: f64,
    /// Units kept free at the right of the title, for the buttons that a page lays over it.
    pub reserved: f64,
}

impl Frame {
    /// 1920 × 1080, a slide.
    pub const EXPORT: Self = Self { width: 1920, height: 1080, unit: 3.0, reserved: 0.0 };

    /// The layout that a screen or slide is filled with, in units.
    const SLIDE: (f64, f64) = (640.0, 360.0);

    /// A picture within a page, where one unit is one CSS pixel.
    #[must_use]
    pub const fn page(width: u32, height: u32) -> Self {
        Self { width, height, unit: 1.0, reserved: 0.0 }
    }

    /// A picture that fills a screen: type grows with it.
    #[must_use]
    pub fn filling(width: u32, height: u32) -> Self {
        let unit = (f64::from(width) / Self::SLIDE.0).min(f64::from(height) / Self::SLIDE.1).max(1.0);
        Self { width, height, unit, reserved: 0.0 }
    }

    /// The same frame with so many units kept free at the right of the title.
    #[must_use]
    pub const fn reserving(self, units: f64) -> Self {
        Self { reserved: units, ..self }
    }

    /// A mark from this corner on and of this size, both in units.
    pub(super) fn mark(&self, position: usize, (left, top): (f64, f64), size: (f64, f64), label: String) -> Mark {
        Mark {
            position,
            x: left * self.unit,
            y: top * self.unit,
            width: size.0 * self.unit,
            height: size.1 * self.unit,
            label,
        }
    }

    /// Units across.
    pub(super) fn across(&self) -> f64 {
        f64::from(self.width) / self.unit
    }

    /// Units down.
    pub(super) fn down(&self) -> f64 {
        f64::from(self.height) / self.unit
    }

    /// The nearest whole pixel, so that edges are crisp; in units.
    pub(super) fn snapped(&self, units: f64) -> f64 {
        (units * self.unit).round() / self.unit
    }
}

/// Drawing steps per pixel: text and tips of bars move finer than whole pixels.
pub(super) const STEPS: i32 = 4;
