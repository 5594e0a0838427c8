//! Taking a chart away: as a picture, as a drawing, by the clipboard; and its figures as a table.

use leptos::prelude::*;
use web_sys::Blob;

use crate::browser::{
    CopyImage, Png, blob_of, copy_image, download_blob, download_text, object_url, png_of_svg, read_blob, run,
};
use crate::charts::{ChartKind, Document, Frame, Palette};
use crate::files::{joined_name, png_with, svg_with};
use crate::text::{ToolWord, region_year};
use crate::ui::state::page::{Export, Page};
use crate::ui::widgets::chart::chart;
use crate::ui::widgets::element::{el, empty};

/// Takes a chart away.
pub fn take(page: Page, kind: ChartKind, how: Export) {
    // The picture as it leaves the page: a slide, in light colours.
    let svg = untrack(move || chart(page, kind).map(|chart| chart.svg(&Frame::EXPORT, &Palette::LIGHT)));
    let Some(svg) = svg else { return };
    // Whoever has the picture has the figures: dropped on the page, it opens again.
    let scenario = untrack(move || page.document());
    match how {
        Export::Svg => {
            if !download_text(&file_name(page, kind, "svg"), "image/svg+xml", &svg_with(&svg, &scenario)) {
                page.notices.keep(page.word_now(ToolWord::DownloadFailed).to_owned());
            }
        }
        Export::Png(width, height) => {
            let name = file_name(page, kind, "png");
            run(async move {
                let done = match with_scenario(png_of_svg(&svg, width, height).await, &scenario).await {
                    Some(png) if download_blob(&name, &png) => return,
                    Some(_) => ToolWord::DownloadFailed,
                    None => ToolWord::PictureFailed,
                };
                page.notices.keep(page.word_now(done).to_owned());
            });
        }
        Export::Copy { by_hand, picture } => run(async move {
            let Some(png) = png_of_svg(&svg, 1920, 1080).await else {
                page.notices.keep(page.word_now(ToolWord::PictureFailed).to_owned());
                return;
            };
            match copy_image(&png).await {
                CopyImage::Copied => page.notices.show(page.word_now(ToolWord::ImageCopied).to_owned()),
                CopyImage::NotAllowed => {
                    picture.set(object_url(&png.0));
                    by_hand.set(true);
                }
            }
        }),
    }
}

/// The picture with the scenario in it.
async fn with_scenario(png: Option<Png>, scenario: &str) -> Option<Blob> {
    let bytes = read_blob(&png?.0).await?;
    blob_of(&png_with(&bytes, scenario), "image/png")
}

/// 大同市2026年-入托率目标图-方案B-20260312.png.
fn file_name(page: Page, kind: ChartKind, extension: &str) -> String {
    untrack(move || {
        let region = page.workspace.region.with(|region| region_year(region, page.language.get()));
        let day = page.today().iso().replace('-', "");
        joined_name(&[&region, page.word(kind.spec().word), &page.scenario_name(), &day], extension)
    })
}

/// What is drawn, as a table.
pub fn table(page: Page, kind: ChartKind) -> AnyView {
    let Some(table) = chart(page, kind).map(|chart| chart.table()) else { return empty() };
    let line = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let first = cells.next().unwrap_or_default();
        let first = el("th").attr("scope", "row").text(first);
        el("tr").el(first).children(cells.map(|cell| el("td").text(cell).done())).done()
    };
    let headers = table.headers.into_iter().map(|header| el("th").attr("scope", "col").text(header).done());
    let head = el("thead").child(el("tr").children(headers).done());
    let body = el("tbody").children(table.rows.into_iter().chain(table.total).map(line));
    el("table").el(head).el(body).done()
}
