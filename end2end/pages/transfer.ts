// The dialogs by which notes leave the page and come into it, as page objects.

import { readFile } from 'node:fs/promises';

import { type FileChooser, type Locator, type Page, expect } from '@playwright/test';

/** A file as a reader has it: its name and what stands in it. */
export interface TakenFile {
  name: string;
  text: string;
}

/** The dialog that is open. */
class Dialog {
  readonly dialog: Locator;
  readonly status: Locator;
  readonly alert: Locator;

  constructor(
    readonly page: Page,
    name: string | RegExp,
  ) {
    this.dialog = page.getByRole('dialog', { name, exact: true });
    this.status = this.dialog.getByRole('status');
    this.alert = this.dialog.getByRole('alert');
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }

  async close(): Promise<void> {
    await this.button('Close').click();
    await expect(this.dialog).toHaveCount(0);
  }
}

/** Taking notes home. */
export class TakeHome extends Dialog {
  readonly link: Locator;
  readonly onlyNoted: Locator;

  constructor(page: Page) {
    super(page, /^(Take your notes home|Share or take home)$/);
    this.link = this.dialog.getByRole('textbox', { name: 'Link to these notes', exact: true });
    this.onlyNoted = this.dialog.getByRole('checkbox', { name: 'Leave out themes without notes' });
  }

  /** Opens the dialog by a button of the page. */
  async openBy(button: Locator): Promise<this> {
    await button.click();
    await expect(this.dialog).toBeVisible();
    return this;
  }

  /** Saves the notes in a form, and reads the file that the browser has put on the disk. */
  async save(form: string): Promise<TakenFile> {
    const download = this.page.waitForEvent('download');
    await this.button(form).click();
    const file = await download;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  }
}

/** Bringing notes in. */
export class BringIn extends Dialog {
  readonly lines: Locator;
  /** Where notes go that are on no theme. */
  readonly themeForTheRest: Locator;

  constructor(page: Page) {
    super(page, 'Bring notes in');
    this.lines = this.dialog.locator('.transfer__plan').first().getByRole('listitem');
    this.themeForTheRest = this.dialog.getByRole('combobox', { name: 'Theme for notes without one', exact: true });
  }

  async open(): Promise<this> {
    await this.page.getByRole('button', { name: 'Import…', exact: true }).click();
    await expect(this.dialog).toBeVisible();
    return this;
  }

  /** Chooses a file by the browser's own file chooser. */
  async choose(file: TakenFile | { name: string; buffer: Buffer }): Promise<void> {
    const buffer = 'buffer' in file ? file.buffer : Buffer.from(file.text);
    const chooser = await this.chooser();
    await chooser.setFiles({ name: file.name, mimeType: 'application/octet-stream', buffer });
  }

  /** Chooses a file that is on the disk. */
  async choosePath(path: string): Promise<void> {
    await (await this.chooser()).setFiles(path);
  }

  private async chooser(): Promise<FileChooser> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.dialog.getByText('Choose a file, or drop it here').click();
    return chooser;
  }

  /** Drops a file somewhere on the dialog. */
  async drop(file: TakenFile): Promise<void> {
    const data = await this.page.evaluateHandle(({ name, text }) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name));
      return data;
    }, file);
    await this.dialog.dispatchEvent('dragover', { dataTransfer: data });
    await this.dialog.dispatchEvent('drop', { dataTransfer: data });
  }

  /** Chooses a file and brings in what is in it. */
  async bringIn(file: TakenFile): Promise<void> {
    await this.choose(file);
    await this.button('Bring them in').click();
    await expect(this.status).toContainText('brought in');
  }
}

/** Notes that a link brought along. */
export class Visit extends Dialog {
  readonly notes: Locator;

  constructor(page: Page) {
    super(page, 'Notes from a link');
    this.notes = this.dialog.getByRole('list', { name: 'Notes from the link' }).getByRole('listitem');
  }
}
