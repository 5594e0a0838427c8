//! Formulas that are typed where a number is asked for: `=10+5`, `350-77`, `（3.69＋0.5）×2`.
//!
//! They are worked out in fractions of whole numbers, and so exactly; what a field cannot hold exactly is refused and never
//! rounded.

use crate::Language;
use crate::typed::{APART, NumberProblem, gathered, without_grouping};

/// What the field holds for which a formula is worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A whole number.
    Count,
    /// A number with decimals.
    Amount,
    /// A percentage: 2.14 is 2.14 %.
    Percent,
}

/// Why a formula has no result that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormulaProblem {
    /// It ends where a number should follow.
    Unfinished,
    /// Something in it is neither a number nor an operator.
    NotAFormula,
    /// A bracket has no counterpart.
    Brackets,
    /// It divides by zero.
    ByZero,
    /// A number on the way is beyond all measure.
    TooLarge,
    /// It is too long, or its brackets are too deep.
    TooLong,
    /// The result of a count is no whole number.
    NotWhole,
    /// The result has more decimals than are kept, perhaps endlessly many.
    NotExact,
    /// A number in it is written wrongly.
    Number(NumberProblem),
}

/// So many characters at most.
const LONGEST: usize = 200;

/// Brackets in brackets, at most.
const DEEPEST: usize = 32;

/// So many decimals are kept by every field that takes decimals.
const DECIMALS: u32 = 4;

/// Whether a text is more than a number with its sign.
#[must_use]
pub fn is_formula(text: &str) -> bool {
    let mut characters = text.trim().chars().map(operator);
    match characters.next() {
        Some('=' | '(') => true,
        _ => characters.any(|character| matches!(character, '+' | '-' | '*' | '/' | '(' | ')')),
    }
}

/// The result of a formula as a plain decimal number, in the unit of the field: `15`, `-0.5`.
///
/// In a field of percentages a number is a percentage, with its sign or without; a percentage that multiplies or divides is a
/// hundredth part: `2.14×110%` is 2.354.
///
/// # Errors
/// It is no formula, or its result cannot be held exactly.
pub fn work_out(text: &str, unit: Unit) -> Result<String, FormulaProblem> {
    let gathered = gathered(text).map_err(FormulaProblem::Number)?;
    let characters: Vec<char> = gathered.chars().map(operator).take(LONGEST + 1).collect();
    if characters.len() > LONGEST {
        return Err(FormulaProblem::TooLong);
    }
    let rest = characters.strip_prefix(&['=']).unwrap_or(&characters);
    let mut reading = Reading { rest, unit, depth: 0 };
    let Term { value, percent } = reading.sum()?;
    match reading.rest {
        [] => {}
        [')', ..] => return Err(FormulaProblem::Brackets),
        _ => return Err(FormulaProblem::NotAFormula),
    }
    let value = if percent && unit == Unit::Percent { value.times(Fraction::whole(100))? } else { value };
    if unit == Unit::Count && value.below != 1 {
        return Err(FormulaProblem::NotWhole);
    }
    value.decimal()
}

impl FormulaProblem {
    /// The problem in words.
    #[must_use]
    pub fn text(self, language: Language) -> String {
        let (chinese, english) = match self {
            Self::Unfinished => ("算式还没写完", "the formula is not finished"),
            Self::NotAFormula => ("算式只能用数字、＋－×÷和括号", "a formula takes digits, + − × ÷ and brackets only"),
            Self::Brackets => ("括号不配对", "a bracket has no counterpart"),
            Self::ByZero => ("不能除以0", "cannot divide by 0"),
            Self::TooLarge => ("算式中的数太大", "a number in the formula is too large"),
            Self::TooLong => ("算式太长", "the formula is too long"),
            Self::NotWhole => ("算得的不是整数", "the result is not a whole number"),
            Self::NotExact => {
                ("算得的超过4位小数，不能准确保存", "the result has more than 4 decimals and cannot be kept exactly")
            }
            Self::Number(problem) => return super::number_problem(problem, language),
        };
        language.of(chinese, english).to_owned()
    }
}

/// The plain form of an operator or bracket.
const fn operator(character: char) -> char {
    match character {
        '＝' => '=',
        '＋' => '+',
        '－' | '−' | '–' | '—' => '-',
        '×' | '＊' | '✕' => '*',
        '÷' | '／' | '∕' => '/',
        '（' => '(',
        '）' => ')',
        other => other,
    }
}

/// A fraction in lowest terms; `below` is above zero.
#[derive(Clone, Copy)]
struct Fraction {
    above: i128,
    below: i128,
}

impl Fraction {
    const fn whole(above: i128) -> Self {
        Self { above, below: 1 }
    }

    /// Lowest terms, of checked products.
    fn of(above: Option<i128>, below: Option<i128>) -> Result<Self, FormulaProblem> {
        let (above, below) = above.zip(below).ok_or(FormulaProblem::TooLarge)?;
        if below == 0 {
            return Err(FormulaProblem::ByZero);
        }
        let (mut divisor, mut rest) = (above.unsigned_abs(), below.unsigned_abs());
        while rest != 0 {
            (divisor, rest) = (rest, divisor % rest);
        }
        let divisor = i128::try_from(divisor).map_err(|_| FormulaProblem::TooLarge)?;
        let divisor = if below < 0 { -divisor } else { divisor };
        Ok(Self { above: above / divisor, below: below / divisor })
    }

    fn plus(self, other: Self) -> Result<Self, FormulaProblem> {
        let crossed = self.above.checked_mul(other.below).zip(other.above.checked_mul(self.below));
        let above = crossed.and_then(|(one, another)| one.checked_add(another));
        Self::of(above, self.below.checked_mul(other.below))
    }

    fn times(self, other: Self) -> Result<Self, FormulaProblem> {
        Self::of(self.above.checked_mul(other.above), self.below.checked_mul(other.below))
    }

    fn over(self, other: Self) -> Result<Self, FormulaProblem> {
        Self::of(self.above.checked_mul(other.below), self.below.checked_mul(other.above))
    }

    /// Written with as many decimals as it has.
    fn decimal(self) -> Result<String, FormulaProblem> {
        let scale = 10_i128.pow(DECIMALS);
        let units = self.above.checked_mul(scale).ok_or(FormulaProblem::TooLarge)?;
        if units % self.below != 0 {
            return Err(FormulaProblem::NotExact);
        }
        let units = units / self.below;
        let (sign, units) = (if units < 0 { "-" } else { "" }, units.unsigned_abs());
        let (whole, decimals) = (units / scale.unsigned_abs(), units % scale.unsigned_abs());
        let written = format!("{sign}{whole}.{decimals:04}");
        Ok(written.trim_end_matches('0').trim_end_matches('.').to_owned())
    }
}

/// A part of a formula.
#[derive(Clone, Copy)]
struct Term {
    value: Fraction,
    /// It carries a percent sign; its value is the hundredth part.
    percent: bool,
}

struct Reading<'a> {
    rest: &'a [char],
    unit: Unit,
    depth: usize,
}

impl Reading<'_> {
    fn take(&mut self, wanted: char) -> bool {
        let found = self.rest.first() == Some(&wanted);
        if found {
            self.rest = &self.rest[1..];
        }
        found
    }

    fn sum(&mut self) -> Result<Term, FormulaProblem> {
        let mut sum = self.product()?;
        loop {
            let minus = match self.rest.first() {
                Some('+') => false,
                Some('-') => true,
                _ => return Ok(sum),
            };
            self.rest = &self.rest[1..];
            let mut next = self.product()?;
            if minus {
                next.value.above = -next.value.above;
            }
            // 3.69+0.5%: where percentages are kept, both are.
            if self.unit == Unit::Percent && sum.percent != next.percent {
                let bare = if sum.percent { &mut next } else { &mut sum };
                *bare = Term { value: bare.value.over(Fraction::whole(100))?, percent: true };
            }
            sum = Term { value: sum.value.plus(next.value)?, percent: sum.percent };
        }
    }

    fn product(&mut self) -> Result<Term, FormulaProblem> {
        let mut product = self.signed()?;
        loop {
            if self.take('*') {
                product.value = product.value.times(self.signed()?.value)?;
            } else if self.take('/') {
                product.value = product.value.over(self.signed()?.value)?;
            } else {
                return Ok(product);
            }
        }
    }

    fn signed(&mut self) -> Result<Term, FormulaProblem> {
        let minus = self.take('-');
        if !minus {
            self.take('+');
        }
        let mut term = self.single()?;
        if minus {
            term.value.above = -term.value.above;
        }
        if self.take('%') {
            term = Term { value: term.value.over(Fraction::whole(100))?, percent: true };
        }
        Ok(term)
    }

    fn single(&mut self) -> Result<Term, FormulaProblem> {
        if self.take('(') {
            if self.depth == DEEPEST {
                return Err(FormulaProblem::TooLong);
            }
            self.depth += 1;
            let inside = self.sum()?;
            self.depth -= 1;
            return match self.rest.first() {
                Some(')') => {
                    self.rest = &self.rest[1..];
                    Ok(inside)
                }
                Some(_) => Err(FormulaProblem::NotAFormula),
                None => Err(FormulaProblem::Brackets),
            };
        }
        match self.rest.first() {
            None => Err(FormulaProblem::Unfinished),
            Some(')') if self.depth == 0 => Err(FormulaProblem::Brackets),
            Some('0'..='9' | '.') => Ok(Term { value: self.number()?, percent: false }),
            Some(_) => Err(FormulaProblem::NotAFormula),
        }
    }

    fn number(&mut self) -> Result<Fraction, FormulaProblem> {
        let length =
            self.rest.iter().take_while(|character| matches!(**character, '0'..='9' | ',' | '.' | APART)).count();
        let (written, rest) = self.rest.split_at(length);
        // A unit that people write behind a count.
        self.rest = rest.strip_prefix(&['个']).or_else(|| rest.strip_prefix(&['人'])).unwrap_or(rest);
        if self.unit == Unit::Percent && self.rest.len() < rest.len() {
            return Err(FormulaProblem::Number(NumberProblem::CountOfPercent));
        }
        let written: String = written.iter().collect();
        let (whole, decimals) = written.split_once('.').unwrap_or((&written, ""));
        let whole = without_grouping(whole).map_err(FormulaProblem::Number)?;
        if decimals.contains(APART) {
            return Err(FormulaProblem::Number(NumberProblem::DigitsApart));
        }
        if decimals.contains(['.', ',']) || whole.is_empty() && decimals.is_empty() {
            return Err(FormulaProblem::NotAFormula);
        }
        let mut above = Some(0_i128);
        for digit in whole.bytes().chain(decimals.bytes()) {
            above = above.and_then(|above| above.checked_mul(10)?.checked_add(i128::from(digit - b'0')));
        }
        let places = u32::try_from(decimals.len()).unwrap_or(u32::MAX);
        Fraction::of(above, 10_i128.checked_pow(places))
    }
}
