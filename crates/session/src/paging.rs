//! Large regions are shown in pages, so that an edit never touches thousands of rows.

use tuowei_model::{County, Region};

/// Counties on one page; regions up to this size have no pager. So many stand on a screen beside the charts, and the
/// browser lays out and paints no more than these with every keystroke.
pub const PAGE_ROWS: usize = 20;

/// Whether one page shows all of these counties, by their positions. `found` are those that a search leaves, in order.
#[must_use]
pub fn are_on_one_page(found: Option<&[usize]>, counties: impl IntoIterator<Item = usize>) -> bool {
    let place = |county: usize| match found {
        Some(found) => found.binary_search(&county).unwrap_or_else(|place| place),
        None => county,
    };
    let mut pages = counties.into_iter().map(|county| place(county) / PAGE_ROWS);
    pages.next().is_none_or(|first| pages.all(|page| page == first))
}

/// The counties that a search leaves, as positions in the region.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found(Vec<usize>);

impl Found {
    /// Those whose name in either language holds this text, whatever the case of Latin letters; all for an empty text.
    #[must_use]
    pub fn in_region(region: &Region, wanted: &str) -> Self {
        let wanted = wanted.trim().to_ascii_lowercase();
        let holds = |name: &str| name.to_ascii_lowercase().contains(&wanted);
        let matches = |county: &County| holds(&county.name.local) || county.name.latin.as_deref().is_some_and(holds);
        Self(region.counties().iter().enumerate().filter(|(_, county)| matches(county)).map(|(at, _)| at).collect())
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[usize] {
        &self.0
    }

    /// How many there are.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.0.len()
    }

    /// Those on a page; pages count from 0.
    #[must_use]
    pub fn on_page(&self, page: usize) -> &[usize] {
        self.0.chunks(PAGE_ROWS).nth(page).unwrap_or_default()
    }

    /// The first and last on a page, counted from 1 among all that are found; nothing on an empty one.
    #[must_use]
    pub fn span(&self, page: usize) -> Option<(usize, usize)> {
        let rows = self.on_page(page).len();
        (rows > 0).then(|| (page * PAGE_ROWS + 1, page * PAGE_ROWS + rows))
    }

    /// The last page; 0 also where nothing is found.
    #[must_use]
    pub const fn last_page(&self) -> usize {
        self.count().saturating_sub(1) / PAGE_ROWS
    }

    /// The page that holds a county; nothing where the search leaves it out.
    #[must_use]
    pub fn page_of(&self, position: usize) -> Option<usize> {
        Some(self.place(position)? / PAGE_ROWS)
    }

    /// The county above or below a county.
    #[must_use]
    pub fn neighbour(&self, position: usize, below: bool) -> Option<usize> {
        let at = self.place(position)?;
        let neighbour = if below { at.checked_add(1) } else { at.checked_sub(1) };
        self.0.get(neighbour?).copied()
    }

    fn place(&self, position: usize) -> Option<usize> {
        // Positions are in order.
        self.0.binary_search(&position).ok()
    }
}
