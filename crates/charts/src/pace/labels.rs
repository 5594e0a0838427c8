//! Where the values of points stand, so that no line strikes them.

/// A rectangle: left, top, right, bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    fn is_within(&self, outer: &Self) -> bool {
        self.left >= outer.left && self.right <= outer.right && self.top >= outer.top && self.bottom <= outer.bottom
    }

    /// Whether a line from one point to another passes through; the part of it that lies beside, above or below is cut
    /// away side by side.
    fn is_struck(&self, (from, to): ((f64, f64), (f64, f64))) -> bool {
        let (mut first, mut last) = (0.0_f64, 1.0_f64);
        let sides = [(from.0, to.0, self.left, self.right), (from.1, to.1, self.top, self.bottom)];
        for (from, to, low, high) in sides {
            let by = to - from;
            if by.abs() < 1e-9 {
                if from <= low || from >= high {
                    return false;
                }
                continue;
            }
            let (one, other) = ((low - from) / by, (high - from) / by);
            first = first.max(one.min(other));
            last = last.min(one.max(other));
        }
        first < last
    }
}

/// What must not be written upon.
pub(super) struct Taken {
    pub within: Area,
    pub lines: Vec<((f64, f64), (f64, f64))>,
    pub areas: Vec<Area>,
}

/// Between a point and its value; the value may stand so much farther.
const LIFT: f64 = 6.0;
const FARTHER: [f64; 4] = [0.0, 4.0, 9.0, 15.0];
/// Above and below a value, and beside one that is not the last: figures in a row are not read as one.
const CLEAR: f64 = 1.5;
const APART: f64 = 6.0;

impl Taken {
    /// The middle of the lower edge of a text so wide and so high near a point, where one is free; it is taken then.
    /// `above` tells on which side it is looked for first. What `matters` is looked a place for everywhere; all else stands
    /// right at its point or is left out.
    pub fn place(
        &mut self,
        (x, y): (f64, f64),
        (wide, high): (f64, f64),
        above: bool,
        matters: bool,
    ) -> Option<(f64, f64)> {
        const NEAREST: usize = 2;
        let half = wide / 2.0;
        let (steps, places) = if matters { (FARTHER.len(), 8) } else { (NEAREST, NEAREST) };
        let beside = if matters { CLEAR } else { APART };
        let ways = FARTHER.into_iter().take(steps).flat_map(|farther| {
            let lift = LIFT + farther;
            let (up, down) = (y - lift, y + lift + high);
            let (near, far) = if above { (up, down) } else { (down, up) };
            let (before, after) = (x - half - lift * 0.5, x + half + lift * 0.5);
            let (first, second) = if above { (before, after) } else { (after, before) };
            let side = y + high / 2.0;
            let all = [
                (x, near),
                (first, near),
                (second, near),
                (first - lift * 0.7, side),
                (second + lift * 0.7, side),
                (x, far),
                (second, far),
                (first, far),
            ];
            all.into_iter().take(places)
        });
        for (middle, bottom) in ways {
            let area = Area {
                left: middle - half - beside,
                top: bottom - high - CLEAR,
                right: middle + half + beside,
                bottom: bottom + CLEAR,
            };
            let free = area.is_within(&self.within)
                && !self.areas.iter().any(|other| area.overlaps(other))
                && !self.lines.iter().any(|line| area.is_struck(*line));
            if free {
                self.areas.push(area);
                return Some((middle, bottom));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Area = Area { left: 10.0, top: 10.0, right: 20.0, bottom: 20.0 };

    #[test]
    fn a_line_strikes_what_it_passes_through() {
        for (line, struck) in [
            (((0.0, 15.0), (30.0, 15.0)), true),
            (((15.0, 0.0), (15.0, 30.0)), true),
            (((0.0, 0.0), (30.0, 30.0)), true),
            (((12.0, 12.0), (13.0, 14.0)), true),
            (((0.0, 25.0), (25.0, 0.0)), true),
            (((0.0, 15.0), (8.0, 15.0)), false),
            (((0.0, 9.0), (30.0, 9.0)), false),
            (((0.0, 19.0), (19.0, 0.0)), false),
            (((21.0, 0.0), (21.0, 30.0)), false),
        ] {
            assert_eq!(BOX.is_struck(line), struck, "{line:?}");
        }
    }

    #[test]
    fn a_value_keeps_off_lines_and_others_or_is_left_out() {
        let within = Area { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 };
        let mut taken = Taken { within, lines: vec![((0.0, 34.0), (100.0, 34.0))], areas: Vec::new() };
        let mut place = |matters| taken.place((50.0, 44.0), (20.0, 8.0), true, matters);
        // The line passes where it would stand above: what matters goes beside its point, then to the other side, then below.
        assert_eq!(place(false), None);
        let found: Vec<(f64, f64)> = (0..3).filter_map(|_| place(true)).map(|(x, y)| (x.round(), y.round())).collect();
        assert_eq!(found, [(33.0, 48.0), (67.0, 48.0), (50.0, 62.0)]);
        taken.areas.push(within);
        assert_eq!(taken.place((50.0, 44.0), (20.0, 8.0), true, true), None);
    }
}
