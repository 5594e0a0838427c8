//! The figures of one county, or of the whole city.

use super::super::{CountyInputs, Rate, Ratio, Slots, round_half_away};
use super::primitives::{WHOLE, enrolled_at, slots_for};

/// Makes the list of what figures wait for, so that none is left out of it.
macro_rules! lacking {
    ($($(#[$doc:meta])+ $missing_input:ident,)+) => {
        /// Something that a figure waits for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum MissingInput {
            $($(#[$doc])+ $missing_input,)+
        }

        impl MissingInput {
            /// All, in the order in which they are asked for.
            pub const ALL: [Self; [$(Self::$missing_input),+].len()] = [$(Self::$missing_input),+];
        }
    };
}

lacking! {
    /// The children of the county.
    Children,
    /// Its base.
    Base,
    /// Its target; why there is none stands with the [`super::super::Row`].
    Target,
    /// Its allocation.
    Slots,
    /// Its slots of today.
    Capacity,
    /// Its inclusive slots of today.
    Inclusive,
    /// Its resident population.
    Population,
    /// Children at all: all is known, and there are none.
    AnyChildren,
    /// Slots at all: all is known, and there are none.
    AnySlots,
    /// People at all: all is known, and there are none.
    AnyPeople,
    /// A wanted utilisation above zero, at which somebody is to be enrolled.
    Utilisation,
}

/// Everything that a figure waits for; never nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingInputs(u16);

impl MissingInputs {
    /// One by one, in the order of [`MissingInput::ALL`].
    pub fn each(self) -> impl Iterator<Item = MissingInput> {
        MissingInput::ALL.into_iter().filter(move |missing_input| self.has(*missing_input))
    }

    /// Whether it is among them.
    #[must_use]
    pub const fn has(self, missing_input: MissingInput) -> bool {
        self.0 & (1 << missing_input as u16) != 0
    }

    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl From<MissingInput> for MissingInputs {
    fn from(missing_input: MissingInput) -> Self {
        Self(1 << missing_input as u16)
    }
}

/// A figure, or everything that it waits for.
pub type Found<T> = Result<T, MissingInputs>;

/// Where the number of enrolled children comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnrolledFrom {
    /// Counted (在托人数).
    Counted,
    /// Children · base, as a whole number.
    Derived,
    /// Of the city: counted in some counties, derived in others.
    Both,
}

/// Supply and demand of one county, or of the whole city. Counts are whole slots and children.
///
/// Those of a county stay below 10¹⁵ and those of a city below 10¹⁸, so that none overflows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SupplyRow {
    /// C: children under three.
    pub children: Found<u64>,
    /// E₀: enrolled now, as counted; else children · base, halves away from zero (our own rule). What it then lacks are
    /// children or base: a count of the enrolled does as well.
    pub enrolled_now: Found<u64>,
    /// Which of the two.
    pub enrolled_from: EnrolledFrom,
    /// E₁ = ⌈C · target⌉.
    pub enrolled_at_target: Found<u64>,
    /// S₀: slots of today.
    pub slots_now: Found<u64>,
    /// S₁ = S₀ + allocation + other new slots. The others are an addition that need not be filled in: none then.
    pub slots_after: Found<u64>,
    /// P₀: inclusive slots of today.
    pub inclusive_now: Found<u64>,
    /// P₁ = P₀ + allocation: what the task gives is inclusive, the other new slots are not.
    pub inclusive_after: Found<u64>,
    /// ⌈E₁ ÷ v⌉ at the wanted utilisation v.
    pub slots_needed: Found<u64>,
    /// How many of them S₁ leaves open.
    pub slots_more: Found<u64>,
    /// People of any age.
    pub population: Found<u64>,
}

/// The slots that a utilisation asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Against {
    /// The fewest slots of which no more than that share is used at the target.
    pub needed: u64,
    /// S₁ less those: slots that would be used less, or that are short where negative.
    pub spare: i64,
}

impl SupplyRow {
    pub(super) fn of(inputs: &CountyInputs, target: Option<Rate>, wanted: Rate) -> Self {
        let slots = |slots: Option<Slots>, missing_input| count(slots.map(Slots::get), missing_input);
        let children = count(inputs.children.map(super::super::Children::get), MissingInput::Children);
        let base = count(inputs.base.map(Rate::ppm), MissingInput::Base);
        let target_ppm = count(target.map(Rate::ppm), MissingInput::Target);
        let (enrolled_now, enrolled_from) = match inputs.enrolled {
            Some(enrolled) => (Ok(u64::from(enrolled.get())), EnrolledFrom::Counted),
            None => (both(children, base).map(|(children, base)| at_base(children, base)), EnrolledFrom::Derived),
        };
        let enrolled_at_target = both(children, target_ppm)
            .map(|_| inputs.children.zip(target).map_or(0, |(children, target)| enrolled_at(children, target)));
        let allocation = slots(inputs.slots, MissingInput::Slots);
        let slots_now = slots(inputs.capacity, MissingInput::Capacity);
        let other = u64::from(inputs.other.unwrap_or_default().get());
        let slots_after = sum(slots_now, allocation).map(|slots| slots + other);
        let inclusive_now = slots(inputs.inclusive, MissingInput::Inclusive);
        let slots_needed = enrolled_at_target
            .and_then(|enrolled| slots_for(enrolled, wanted).ok_or_else(|| MissingInput::Utilisation.into()));
        Self {
            children,
            enrolled_now,
            enrolled_from,
            enrolled_at_target,
            slots_now,
            slots_after,
            inclusive_now,
            inclusive_after: sum(inclusive_now, allocation),
            slots_needed,
            slots_more: both(slots_needed, slots_after).map(|(needed, slots)| needed.saturating_sub(slots)),
            population: count(inputs.population.map(super::super::Persons::get), MissingInput::Population),
        }
    }

    /// The sums of the columns; where a county lacks something, so does the city.
    pub(super) fn total(rows: &[Self]) -> Self {
        let total = |figure: &dyn Fn(&Self) -> Found<u64>| rows.iter().map(figure).fold(Ok(0), sum);
        let counted = rows.iter().filter(|row| row.enrolled_from == EnrolledFrom::Counted).count();
        Self {
            children: total(&|row| row.children),
            enrolled_now: total(&|row| row.enrolled_now),
            enrolled_from: match counted {
                0 => EnrolledFrom::Derived,
                counted if counted == rows.len() => EnrolledFrom::Counted,
                _ => EnrolledFrom::Both,
            },
            enrolled_at_target: total(&|row| row.enrolled_at_target),
            slots_now: total(&|row| row.slots_now),
            slots_after: total(&|row| row.slots_after),
            inclusive_now: total(&|row| row.inclusive_now),
            inclusive_after: total(&|row| row.inclusive_after),
            slots_needed: total(&|row| row.slots_needed),
            slots_more: total(&|row| row.slots_more),
            population: total(&|row| row.population),
        }
    }

    /// Δ = E₁ − E₀; negative where the target lies below what is enrolled now.
    ///
    /// # Errors
    /// What it waits for.
    pub fn new_enrolments(&self) -> Found<i64> {
        difference(self.enrolled_at_target, self.enrolled_now)
    }

    /// S₁ − E₁: slots to spare, or short of where negative.
    ///
    /// # Errors
    /// What it waits for.
    pub fn spare(&self) -> Found<i64> {
        difference(self.slots_after, self.enrolled_at_target)
    }

    /// ⌈E₁ ÷ v⌉ slots for a utilisation v, against those that there will be.
    ///
    /// # Errors
    /// What it waits for; v = 0, at which nobody could be enrolled, among it.
    pub fn against(&self, utilisation: Rate) -> Found<Against> {
        let (enrolled, slots) = both(self.enrolled_at_target, self.slots_after)?;
        let needed = slots_for(enrolled, utilisation).ok_or(MissingInput::Utilisation)?;
        Ok(Against { needed, spare: slots.cast_signed() - needed.cast_signed() })
    }

    /// E₀ ÷ C.
    ///
    /// # Errors
    /// What it waits for.
    pub fn rate_now(&self) -> Found<Ratio> {
        ratio(self.enrolled_now, self.children, MissingInput::AnyChildren)
    }

    /// E₀ ÷ S₀.
    ///
    /// # Errors
    /// What it waits for.
    pub fn utilisation_now(&self) -> Found<Ratio> {
        ratio(self.enrolled_now, self.slots_now, MissingInput::AnySlots)
    }

    /// E₁ ÷ S₁; above 100 % there is a shortage.
    ///
    /// # Errors
    /// What it waits for.
    pub fn utilisation_needed(&self) -> Found<Ratio> {
        ratio(self.enrolled_at_target, self.slots_after, MissingInput::AnySlots)
    }

    /// S₁ ÷ population · 1 000 (每千人口托位数).
    ///
    /// # Errors
    /// What it waits for.
    pub fn slots_per_thousand(&self) -> Found<Ratio> {
        // Slots stay below 10¹⁵.
        ratio(self.slots_after.map(|slots| slots * 1_000), self.population, MissingInput::AnyPeople)
    }

    /// P₀ ÷ S₀.
    ///
    /// # Errors
    /// What it waits for.
    pub fn inclusive_share_now(&self) -> Found<Ratio> {
        ratio(self.inclusive_now, self.slots_now, MissingInput::AnySlots)
    }

    /// P₁ ÷ S₁.
    ///
    /// # Errors
    /// What it waits for.
    pub fn inclusive_share_after(&self) -> Found<Ratio> {
        ratio(self.inclusive_after, self.slots_after, MissingInput::AnySlots)
    }
}

/// Children · base to the nearest whole child, halves away from zero.
pub(super) fn at_base(children: u64, base_ppm: u64) -> u64 {
    let exact = i128::from(children) * i128::from(base_ppm);
    u64::try_from(round_half_away(exact, i128::from(WHOLE))).unwrap_or(0)
}

fn count(count: Option<u32>, missing_input: MissingInput) -> Found<u64> {
    count.map(u64::from).ok_or_else(|| missing_input.into())
}

/// Both figures, or all that either lacks.
pub(super) fn both(one: Found<u64>, other: Found<u64>) -> Found<(u64, u64)> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(missing_inputs), Ok(_)) | (Ok(_), Err(missing_inputs)) => Err(missing_inputs),
        (Err(one), Err(other)) => Err(one.and(other)),
    }
}

fn sum(one: Found<u64>, other: Found<u64>) -> Found<u64> {
    both(one, other).map(|(one, other)| one + other)
}

fn difference(from: Found<u64>, less: Found<u64>) -> Found<i64> {
    both(from, less).map(|(from, less)| from.cast_signed() - less.cast_signed())
}

fn ratio(numerator: Found<u64>, denominator: Found<u64>, none: MissingInput) -> Found<Ratio> {
    let (numerator, denominator) = both(numerator, denominator)?;
    Ratio::new(u128::from(numerator), u128::from(denominator)).ok_or_else(|| none.into())
}
