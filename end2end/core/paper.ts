// What is on the paper: the words of a PDF, each with its place.

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Words on a page, in points from its left and its lower edge. */
export interface Words {
  text: string;
  x: number;
  y: number;
}

/** A text without its blanks: a PDF knows glyphs and places. */
export const solid = (text: string) => text.replace(/\s+/g, '');

/** The printed pages. */
export class Paper {
  private constructor(readonly pages: Words[][]) {}

  static async read(data: Uint8Array): Promise<Paper> {
    const pdf = await getDocument({ data: new Uint8Array(data), verbosity: 0, useSystemFonts: true }).promise;
    const pages: Words[][] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      const words = items.flatMap((item) => ('str' in item ? [{ text: item.str, x: item.transform[4], y: item.transform[5] }] : []));
      pages.push(words.filter(({ text }) => text.trim() !== ''));
    }
    await pdf.destroy();
    return new Paper(pages);
  }

  /** All words, without blanks. */
  get text(): string {
    return solid(this.pages.flat().map(({ text }) => text).join(''));
  }

  /** Where the line begins in which words stand; they are there once. */
  startOf(words: string): number {
    const lines = this.lines.filter((line) => solid(line.text).includes(solid(words)));
    if (lines.length !== 1) throw new Error(`“${words}” stands in ${lines.length} lines`);
    return lines[0].x;
  }

  /** The lines, page by page, as they stand from the top of each page to its foot. */
  get lines(): (Words & { page: number })[] {
    return this.pages.flatMap((words, page) => {
      const lines: Words[] = [];
      for (const { text, x, y } of words) {
        const line = lines.find((line) => Math.abs(line.y - y) < 3);
        if (!line) lines.push({ text, x, y });
        else {
          line.text += text;
          line.x = Math.min(line.x, x);
        }
      }
      return lines.sort((one, other) => other.y - one.y).map((line) => ({ ...line, page }));
    });
  }
}
