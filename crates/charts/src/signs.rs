//! Signs beside a word: how something stands, told by shape as well as by colour.

use plotters::prelude::DrawingBackend;

use super::canvas::{Canvas, Painted, Tone, round};
use tuowei_model::Status;

/// A sign. Sizes are those of the type that it stands beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// Reached, done.
    Check,
    /// As it should be, under way.
    Dot,
    /// Not begun.
    Ring,
    /// Set aside.
    Dash,
    /// A little low.
    SlightlyDown,
    /// Low, or gone down.
    Down,
    /// Far too low.
    FarDown,
    /// Gone up.
    Up,
    /// In need of attention.
    Alert,
}

impl Sign {
    /// How wide every sign's place is, with the space after it, in em.
    pub const WIDTH: f64 = 1.15;

    /// The sign of a status.
    pub const fn of(status: Status) -> Self {
        match status {
            Status::Met => Self::Check,
            Status::OnSchedule => Self::Dot,
            Status::SlightlyBehind => Self::SlightlyDown,
            Status::Behind => Self::Down,
            Status::FarBehind => Self::FarDown,
        }
    }

    /// The colour of the sign.
    pub const fn tone(self) -> Tone {
        match self {
            Self::Check | Self::Dot | Self::Up => Tone::Accent,
            Self::Ring | Self::Dash | Self::SlightlyDown => Tone::Muted,
            Self::Down | Self::FarDown | Self::Alert => Tone::Warning,
        }
    }

    /// The colour of the word beside it.
    pub fn word_tone(self) -> Tone {
        match self.tone() {
            Tone::Accent => Tone::Ink,
            tone => tone,
        }
    }

    /// Draws the sign from `x` on, its middle at this height.
    pub fn draw<DB: DrawingBackend>(self, canvas: &Canvas<'_, DB>, (x, middle): (f64, f64), size: f64) -> Painted<DB> {
        let shape = |points: &[(f64, f64)], tone| {
            let points: Vec<_> =
                points.iter().map(|(across, down)| (x + across * size, middle + down * size)).collect();
            canvas.shape(&points, tone)
        };
        let tone = self.tone();
        match self {
            Self::Check => {
                shape(&[(0.02, 0.02), (0.14, -0.1), (0.32, 0.1), (0.74, -0.34), (0.87, -0.22), (0.32, 0.36)], tone)
            }
            Self::Dot => shape(&disc(0.31), tone),
            Self::Ring => {
                shape(&disc(0.33), tone)?;
                shape(&disc(0.2), Tone::Surface)
            }
            Self::Dash => shape(&[(0.1, -0.08), (0.8, -0.08), (0.8, 0.08), (0.1, 0.08)], tone),
            Self::SlightlyDown => {
                shape(&[(0.07, -0.3), (0.83, -0.3), (0.45, 0.36)], tone)?;
                shape(&[(0.26, -0.19), (0.64, -0.19), (0.45, 0.14)], Tone::Surface)
            }
            Self::Down => shape(&[(0.07, -0.3), (0.83, -0.3), (0.45, 0.36)], tone),
            Self::FarDown => {
                shape(&[(0.1, -0.42), (0.8, -0.42), (0.45, 0.0)], tone)?;
                shape(&[(0.1, 0.02), (0.8, 0.02), (0.45, 0.44)], tone)
            }
            Self::Up | Self::Alert => shape(&[(0.07, 0.32), (0.83, 0.32), (0.45, -0.34)], tone),
        }
    }
}

/// A circle about the middle of a sign.
fn disc(radius: f64) -> [(f64, f64); 20] {
    round((0.45, 0.0), radius)
}
