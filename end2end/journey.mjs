import { chromium } from '@playwright/test';
import { mkdirSync, writeFileSync, readFileSync } from 'node:fs';
const OUT='/tmp/home'; mkdirSync(OUT,{recursive:true});
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--disable-gpu'] });
const url = process.argv[2];
const context = await browser.newContext({ viewport:{width:1280,height:900}, acceptDownloads:true, permissions:['clipboard-read','clipboard-write'] });
const page = await context.newPage();
page.on('console', m => console.log('console', m.text())); page.on('pageerror', e => console.log('error', e.message));
await page.goto(url);
const themes = await page.evaluate(() => JSON.parse(document.getElementById('event').textContent).themes.map(t => t.id));
const texts = i => [
  `Point ${i}: the panel stressed early, coordinated support.`,
  `Question ${i}: who keeps the indicators up to date?\n- the mission\n- the host state\n- civil society`,
  `**Strong** view on ${i}, with *care*.\n\n> a line quoted from the discussion\n\nand what I think of it: ${'training before deployment matters. '.repeat(6)}`,
  `ملاحظة ${i} بالعربية 😀`, `=SUM(A1:A${i})`, `### Early action\nlooks like a heading ${i}`,
][i%6];
await page.evaluate(({themes, entries}) => { for (const [k,v] of entries) localStorage.setItem(k,v); }, {themes, entries: Array.from({length:200},(_, i) => {
  const ms = 1767225600000 + i*3600000; const id = ms.toString(16).padStart(12,'0').replace(/^(.{8})(.{4})$/,'$1-$2') + '-7' + (i%4096).toString(16).padStart(3,'0') + '-8000-' + i.toString(16).padStart(12,'0');
  const t = new Date(ms).toISOString();
  return [`marginalia/atrocities-prevention-2014/note/${id}`, JSON.stringify({v:1,id,theme:themes[i%themes.length],text:texts(i),created:t,changed:t,revision:1})]; })});
await page.reload();
await page.waitForFunction(() => !document.querySelector('.new-note button').disabled);
await page.getByRole('textbox',{name:/New note on/}).nth(1).fill('A draft begun'); await page.waitForTimeout(500);
const before = await page.evaluate(() => Object.entries(localStorage).sort());
const t0=Date.now(); await page.getByRole('button',{name:'Export…',exact:true}).click(); await page.getByRole('dialog').waitFor(); console.log('dialog ms', Date.now()-t0);
for (const f of ['Markdown','Backup','Hypothesis','Web annotations','Table (CSV)']) { const d = page.waitForEvent('download'); const t=Date.now(); await page.getByRole('button',{name:f,exact:true}).click(); const file = await d; await file.saveAs(`${OUT}/${file.suggestedFilename()}`); console.log(f, file.suggestedFilename(), Date.now()-t,'ms'); }
await page.getByRole('button',{name:'Copy with headings'}).click(); await page.getByText('Copied.',{exact:true}).waitFor();
const clip = await page.evaluate(async () => { const [i] = await navigator.clipboard.read(); return [await (await i.getType('text/html')).text(), await (await i.getType('text/plain')).text()]; });
writeFileSync(`${OUT}/clip.html`, clip[0]); writeFileSync(`${OUT}/clip.txt`, clip[1]);
await page.screenshot({path:`${OUT}/dialog.png`});
await page.getByRole('dialog').evaluate(d => d.scrollTo(0,1e6)); await page.screenshot({path:`${OUT}/dialog2.png`});
await page.keyboard.press('Escape');
await page.pdf({path:`${OUT}/brief.pdf`, preferCSSPageSize:true, format:'A4'});
await page.evaluate(() => document.documentElement.setAttribute('data-print','noted'));
await page.pdf({path:`${OUT}/brief-noted.pdf`, format:'Letter'});
await page.evaluate(() => document.documentElement.removeAttribute('data-print'));
const other = await browser.newContext({ viewport:{width:360,height:740}, colorScheme:'dark' });
const p2 = await other.newPage(); await p2.goto(url); await p2.waitForFunction(() => !document.querySelector('.new-note button').disabled);
await p2.getByRole('button',{name:'Import…',exact:true}).click();
const ch = p2.waitForEvent('filechooser'); await p2.getByText('Choose a file, or drop it here').click();
const ann = (await import('node:fs')).readdirSync(OUT).find(n=>n.endsWith('.ann')); await (await ch).setFiles(`${OUT}/${ann}`);
await p2.getByRole('button',{name:'Bring them in'}).waitFor(); await p2.screenshot({path:`${OUT}/import.png`});
await p2.getByRole('button',{name:'Bring them in'}).click(); await p2.getByText('brought in').waitFor(); await p2.screenshot({path:`${OUT}/imported.png`});
const after = await p2.evaluate(() => Object.entries(localStorage).sort());
console.log('same', JSON.stringify(after)===JSON.stringify(before.filter(([k])=>!k.endsWith('/backup'))), after.length);
await p2.getByRole('button',{name:'Close'}).click();
await p2.locator('#theme-early-action').scrollIntoViewIfNeeded(); await p2.screenshot({path:`${OUT}/phone.png`});
await p2.getByRole('button',{name:'Share note…'}).first().click(); await p2.getByRole('dialog').waitFor(); await p2.getByRole('dialog').evaluate(d => d.scrollTo(0,1e6)); await p2.screenshot({path:`${OUT}/share.png`});
const link = await p2.getByRole('textbox',{name:'Link to these notes'}).inputValue(); console.log(link.length, link.slice(0,120));
const p3 = await (await browser.newContext({viewport:{width:1280,height:900}})).newPage(); await p3.goto(link); await p3.getByRole('dialog').waitFor(); await p3.screenshot({path:`${OUT}/visit.png`});
await browser.close();
