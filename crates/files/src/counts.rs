//! The columns of counts: slots and children differ only in what they are called and in the most that is taken as meant.

use super::GridColumn;
use tuowei_model::{Children, CountyId, CountyInputs, Edit, Figure, Slots};
use tuowei_text::{NumberProblem, typed_children, typed_slots};

/// Reads a count as it was typed; an empty text is an empty figure.
pub(super) type TypedCount = fn(&str) -> Result<Option<u32>, NumberProblem>;

/// How a count of this column is read; nothing where the column takes none.
pub(super) fn typed_count(column: GridColumn) -> Option<TypedCount> {
    match column.figure()? {
        Figure::Children | Figure::Enrolled => Some(|text| Ok(typed_children(text)?.map(Children::get))),
        Figure::Slots | Figure::Capacity | Figure::Inclusive | Figure::Other => {
            Some(|text| Ok(typed_slots(text)?.map(Slots::get)))
        }
        Figure::Base | Figure::Pin => None,
    }
}

/// The count that stands in this column.
pub(super) fn count_in(inputs: &CountyInputs, column: GridColumn) -> Option<u32> {
    match column.figure()? {
        Figure::Children => inputs.children.map(Children::get),
        Figure::Enrolled => inputs.enrolled.map(Children::get),
        Figure::Slots => inputs.slots.map(Slots::get),
        Figure::Capacity => inputs.capacity.map(Slots::get),
        Figure::Inclusive => inputs.inclusive.map(Slots::get),
        Figure::Other => inputs.other.map(Slots::get),
        Figure::Base | Figure::Pin => None,
    }
}

/// The change that puts a count that was read into this column.
pub(super) fn set_count(county: CountyId, column: GridColumn, count: u32) -> Option<Edit> {
    let (children, slots) = (Children::new(count), Slots::new(count));
    match column.figure()? {
        Figure::Children => Some(Edit::SetChildren(county, children)),
        Figure::Enrolled => Some(Edit::SetEnrolled(county, children)),
        Figure::Slots => Some(Edit::SetSlots(county, slots)),
        Figure::Capacity => Some(Edit::SetCapacity(county, slots)),
        Figure::Inclusive => Some(Edit::SetInclusive(county, slots)),
        Figure::Other => Some(Edit::SetOther(county, slots)),
        Figure::Base | Figure::Pin => None,
    }
}
