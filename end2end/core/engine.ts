// What a browser must be able to do for the core: the one place where engines may differ. Each engine's
// own way stands in a file of its own; all else (finding, waiting, reading) is the same in every engine.

/** A place in the window, in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

/** One tab. Scripts are the source of an expression, run as if the page had it, whatever its policy. */
export interface Tab {
  /** Opens an address, and returns when all of its HTML is there. */
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  /** The value of an expression, or what its promise becomes. It must be JSON. */
  evaluate(expression: string): Promise<unknown>;
  /** Makes it the tab that is seen, which alone has frames and hears the keyboard. */
  toFront(): Promise<void>;
  /** Presses the mouse at the first place, moves it over the others and lets go at the last. */
  mouse(places: Point[]): Promise<void>;
  /** Presses keys together where the focus is: `Control+Enter`. */
  press(keys: string): Promise<void>;
  /** Types letter by letter where the focus is. */
  type(text: string): Promise<void>;
  /** Chooses a file on the disk for the file input that an expression gives. */
  chooseFile(expression: string, path: string): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** What the browser would print, as PDF. */
  print(): Promise<Uint8Array>;
  /** A picture of the window, as PNG. */
  picture(): Promise<Uint8Array>;
}

/** A browser that runs, with a profile of its own. */
export interface Browser {
  /** Such as `Firefox 153.8.0`. */
  readonly version: string;
  /** The tab with which it began. */
  readonly tab: Tab;
  /** A further tab beside it. */
  newTab(): Promise<Tab>;
  /** All that stands in the console of every tab, as far as it is about this origin. */
  said(origin: string): Promise<string[]>;
  /** Ends all its processes at once, so that none can say or write a last word. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** How a browser is to be started. */
export interface Wishes {
  /** The profile: a browser started again on the same one has what the last one kept. */
  profile: string;
  /** Where downloads go. */
  downloads: string;
  /** Whether sites may keep anything. */
  storage: boolean;
  /** Whether there is WebAssembly. */
  webAssembly: boolean;
}

export type Start = (wishes: Wishes) => Promise<Browser>;
