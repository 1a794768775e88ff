// The event page as an HTML string, for the pages that have it in their file.
const esc = (s) => s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

export const renderEvent = (c) => `
<header><p class="kicker">${esc(c.kicker)}</p><h1>${esc(c.title)}</h1><p class="badge">${esc(c.badge)}</p></header>
<main>
<section><h2>Summary</h2>${c.summary.map((p) => `<p>${esc(p)}</p>`).join('')}</section>
<section><h2>Speakers</h2><ul class="cards">${c.speakers.map((s) => `<li class="card"><h3>${esc(s.name)}</h3><p class="role">${esc(s.role)}</p><p>${esc(s.bio)}</p></li>`).join('')}</ul></section>
<section class="bar"><input type="search" placeholder="Filter notes" aria-label="Filter notes" data-testid="note-filter"><button type="button" data-testid="note-export">Export JSON</button></section>
<section><h2>Outline</h2>${c.themes.map((t) => `<article class="theme" id="${t.id}"><h3>${esc(t.title)} <span class="count" data-testid="note-count-${t.id}">0</span></h3><ul>${t.points.map((p) => `<li>${esc(p)}</li>`).join('')}</ul><div class="add"><textarea placeholder="Add a note" aria-label="Add a note on ${esc(t.title)}" data-testid="note-input-${t.id}"></textarea><button type="button" data-testid="note-add-${t.id}">Add</button></div><ul class="notes"></ul></article>`).join('')}</section>
</main>`;
