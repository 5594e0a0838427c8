//! The colours of charts: quiet surfaces, one accent, marks that differ in grey as well as in hue.

use plotters::style::RGBColor;

/// Colours of one theme. Every text colour reaches 4.5:1 on what it is written upon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// What the picture lies on.
    pub surface: RGBColor,
    /// Titles and values.
    pub ink: RGBColor,
    /// Units, notes, sources.
    pub muted: RGBColor,
    /// The line that columns stand on.
    pub axis: RGBColor,
    /// What is aimed at: targets.
    pub accent: RGBColor,
    /// What was before: bases. Ink can be written upon it.
    pub base: RGBColor,
    /// The edge of bases where nothing else tells how far they reach: 3:1 upon the surface.
    pub edge: RGBColor,
    /// Slots.
    pub slots: RGBColor,
    /// What needs attention; never without words beside it.
    pub warning: RGBColor,
    /// What a warning is written upon.
    pub warning_ground: RGBColor,
}

impl Palette {
    /// For the light page, for paper and for slides.
    pub const LIGHT: Self = Self {
        surface: RGBColor(0xFF, 0xFF, 0xFF),
        ink: RGBColor(0x1B, 0x27, 0x33),
        muted: RGBColor(0x5B, 0x6B, 0x7A),
        axis: RGBColor(0x8D, 0x9B, 0xA8),
        accent: RGBColor(0x0F, 0x76, 0x6E),
        base: RGBColor(0xC3, 0xCE, 0xD8),
        edge: RGBColor(0x85, 0x94, 0xA2),
        slots: RGBColor(0x2F, 0x6A, 0xA8),
        warning: RGBColor(0x9A, 0x34, 0x12),
        warning_ground: RGBColor(0xFD, 0xEE, 0xE3),
    };
    /// For the dark page.
    pub const DARK: Self = Self {
        surface: RGBColor(0x19, 0x22, 0x2B),
        ink: RGBColor(0xE8, 0xEE, 0xF3),
        muted: RGBColor(0x9F, 0xB0, 0xBE),
        axis: RGBColor(0x6B, 0x7C, 0x8B),
        accent: RGBColor(0x35, 0xB3, 0xA7),
        base: RGBColor(0x4A, 0x5B, 0x6A),
        edge: RGBColor(0x6B, 0x7C, 0x8B),
        slots: RGBColor(0x6E, 0xA8, 0xE0),
        warning: RGBColor(0xF7, 0xB2, 0x6A),
        warning_ground: RGBColor(0x3A, 0x2B, 0x1C),
    };
}
